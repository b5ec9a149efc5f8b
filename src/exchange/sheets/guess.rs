//! What a sheet holds and which column is which: a guess for the person to confirm.

use super::{Column, Sheet, SheetKind};
use crate::catalog::fold;
use serde::{Deserialize, Serialize};

/// How alike two words have to be, from 0 to 1, to be one word with a slip. *Default.*
const ALIKE: f64 = 0.85;

/// What a sheet is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// What its rows are.
    pub kind: SheetKind,
    /// For each column of the sheet, the place among the kind's columns, or none to leave it out. No place twice.
    pub columns: Vec<Option<usize>>,
}

/// What a sheet is most likely; `None` where no kind has all of its needed columns in it.
///
/// ```
/// use skillstead::exchange::sheets::{Sheet, SheetKind, guess};
/// let sheet = Sheet { name: "Puestos".into(), rows: vec![vec!["Puesto".into(), "Familia".into()]] };
/// assert_eq!(guess(&sheet).unwrap().kind, SheetKind::Roles);
/// ```
#[must_use]
pub fn guess(sheet: &Sheet) -> Option<Match> {
    let header = sheet.rows.first()?;
    let header: Vec<String> = header.iter().map(|cell| tidy(cell)).collect();
    let name = tidy(&sheet.name);
    let scored = SheetKind::ALL.into_iter().filter_map(|kind| {
        let columns = match_columns(&header, kind.columns());
        let has = |key: &&str| columns.iter().flatten().any(|at| kind.columns()[*at].key == *key);
        let has_all = kind.needed().iter().all(has);
        let is_named = name == kind.word() || kind.words().contains(&name.as_str());
        let score = columns.iter().flatten().count() + if is_named { 3 } else { 0 };
        has_all.then_some((score, Match { kind, columns }))
    });
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, found)| found)
}

/// Which of `columns` each title of a header is: whole words first, then words with a slip. No column twice.
pub(in crate::exchange) fn match_columns(header: &[String], columns: &[Column]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; header.len()];
    for is_match in [is_called as fn(&str, &str) -> bool, is_alike] {
        for (place, column) in columns.iter().enumerate() {
            if found.contains(&Some(place)) {
                continue;
            }
            let key = column.key.replace('_', " ");
            let names = || std::iter::once(key.as_str()).chain(column.words.iter().copied());
            let at =
                (0..header.len()).find(|at| found[*at].is_none() && names().any(|name| is_match(&header[*at], name)));
            if let Some(at) = at {
                found[at] = Some(place);
            }
        }
    }
    found
}

fn is_called(cell: &str, name: &str) -> bool {
    cell == name
}

fn is_alike(cell: &str, name: &str) -> bool {
    name.len() > 4 && strsim::normalized_damerau_levenshtein(cell, name) >= ALIKE
}

/// Lower case, letters and digits alone, one blank between words.
pub(in crate::exchange) fn tidy(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
