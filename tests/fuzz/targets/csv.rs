//! A sheet of unknown origin: opened, matched as it is guessed and as it could be, and taken.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skillstead::catalog::CatalogBuilder;
use skillstead::exchange::sheets::{Match, Scale, SheetKind, guess, open, take};

fuzz_target!(|data: &[u8]| {
    let Ok(sheets) = open("sheet.csv", data) else { return };
    let base = CatalogBuilder::default().build();
    for sheet in sheets {
        let width = sheet.rows.first().map_or(0, Vec::len);
        let guessed = guess(&sheet);
        let forced = SheetKind::ALL.into_iter().map(|kind| {
            let columns = (0..width).map(|at| Some(at).filter(|at| *at < kind.columns().len())).collect();
            Match { kind, columns }
        });
        for found in guessed.into_iter().chain(forced) {
            let _ = take(&[(sheet.clone(), found)], Scale::Onet, &base);
        }
    }
});
