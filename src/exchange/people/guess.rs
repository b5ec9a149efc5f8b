//! What a table holds and what each of its columns is: a guess for the person to confirm.

use super::{Grid, SkillNames, TableKind};
use crate::domain::tells_age;
use crate::exchange::sheets::{match_columns, tidy};
use serde::{Deserialize, Serialize};

/// Rows that are looked at in order to tell levels from other numbers. *Default.*
const LOOKED_AT: usize = 200;
/// The highest step of any scale that is known, DigComp's.
const HIGHEST: f64 = 8.0;
/// The first word of a column of groups in our own files.
const GROUP: &str = "group";

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Use {
    /// It is left out.
    Left,
    /// It is left out because it tells an age: no choice of a person changes that.
    Age,
    /// The column at this place of its kind.
    Field(usize),
    /// Levels of the skill that its title names.
    Skill,
    /// A group that people say they belong to; the title says what kind of group.
    Group,
}

/// What a table is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    /// What its rows are.
    pub kind: TableKind,
    /// What each of its columns is.
    pub columns: Vec<Use>,
}

/// What a table is most likely; `None` where no kind has all of its needed columns in it.
///
/// In a table of people a column is one of skills where its title is a skill's name, or where there is nothing but levels in it.
///
/// ```
/// use skillstead::exchange::people::{SkillNames, TableKind, Use, guess, open};
/// let table = &open("staff.csv", "Employee,Age,Kite mending,Shoe size\nAda,50,3,41\n".as_bytes())?[0];
/// let matched = guess(table, &SkillNames::default()).unwrap();
/// assert_eq!(matched.kind, TableKind::People);
/// assert_eq!(matched.columns, [Use::Field(1), Use::Age, Use::Skill, Use::Left]);
/// # Ok::<(), skillstead::exchange::sheets::SheetError>(())
/// ```
#[must_use]
pub fn guess(grid: &Grid, names: &SkillNames) -> Option<Matched> {
    // A title of age is no candidate for anything.
    let header: Vec<String> =
        grid.row(0).map(|title| if tells_age(title) { String::new() } else { tidy(title) }).collect();
    let scored = TableKind::ALL.into_iter().filter_map(|kind| {
        let fields = match_columns(&header, kind.columns());
        let has = |key: &&str| fields.iter().flatten().any(|at| kind.columns()[*at].key == *key);
        let has_all = kind.needed().iter().all(|keys| keys.iter().any(has));
        let score = fields.iter().flatten().count() + if tidy(&grid.name) == kind.word() { 3 } else { 0 };
        has_all.then_some((score, kind, fields))
    });
    let (_, kind, fields) = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let column = |(at, field): (usize, Option<usize>)| match field {
        _ if tells_age(grid.cell(0, at)) => Use::Age,
        Some(field) => Use::Field(field),
        None if kind != TableKind::People || header[at].is_empty() => Use::Left,
        None if header[at].split(' ').next() == Some(GROUP) => Use::Group,
        None if names.find(grid.cell(0, at)).is_some() || has_levels_alone(grid, at) => Use::Skill,
        None => Use::Left,
    };
    Some(Matched { kind, columns: fields.into_iter().enumerate().map(column).collect() })
}

/// Whether there is a number in a column's first rows and nothing that is no level of any scale.
fn has_levels_alone(grid: &Grid, column: usize) -> bool {
    let cells = (1..grid.n_rows().min(LOOKED_AT)).map(|row| grid.cell(row, column)).filter(|cell| !cell.is_empty());
    let is_level = |cell: &str| cell.replace(',', ".").parse().is_ok_and(|at: f64| (0.0..=HIGHEST).contains(&at));
    let mut levels = cells.map(is_level).peekable();
    levels.peek().is_some() && levels.all(|is_level| is_level)
}
