//! A text of unknown origin, read with names of unknown origin.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skillstead::catalog::{CatalogBuilder, over};
use skillstead::domain::{Own, OwnSkill, Text};
use skillstead::exchange::advert::Dictionary;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let (names, text) = text.split_once('\0').unwrap_or(("R\nExcel\ndata", &text));
    let mut own = Own::default();
    for (at, name) in names.lines().take(20).enumerate() {
        own.skills.insert(format!("s{at}").into(), OwnSkill { name: Text::english(name), ..OwnSkill::default() });
    }
    let catalog = over(&CatalogBuilder::default().build(), &own);
    let _ = Dictionary::of(&catalog).read(text);
});
