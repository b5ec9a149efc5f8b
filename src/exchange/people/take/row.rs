//! One row of a table, its cells, and what can be wrong with one.

use super::Taking;
use crate::domain::{Column, Level, tells_age};
use crate::exchange::people::{Grid, Matched, TableKind, Use};
use crate::exchange::sheets::{CellFault, RowFault, Scale, split, tidy, unguarded};
use chrono::{Days, NaiveDate};

/// Characters of a bad cell that are repeated.
const SHOWN: usize = 60;
/// Days of a spreadsheet are counted from here. The year 2173 is the last that is believed.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);
const LAST_NUMBER: f64 = 100_000.0;

/// A table with what its columns are.
pub(super) struct Table<'a> {
    pub(super) grid: &'a Grid,
    pub(super) matched: &'a Matched,
    /// Where each column of the kind stands.
    places: Vec<Option<usize>>,
    /// Columns of levels, with the skill of each.
    pub(super) skills: Vec<(usize, Column)>,
    /// Columns of groups, with what kind of group.
    pub(super) groups: Vec<(usize, Box<str>)>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) at: usize,
}

/// A cell is bad: it has been noted, and the row is left.
pub(super) struct Bad;

impl<'a> Table<'a> {
    /// The rows that have something in them.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        (1..self.grid.n_rows()).map(|at| Row { table: self, at }).filter(|row| row.cells().any(|cell| !cell.is_empty()))
    }
}

impl<'t> Row<'t, '_> {
    fn cells(self) -> impl Iterator<Item = &'t str> {
        self.table.grid.row(self.at)
    }

    /// Where a column stands.
    pub(super) fn place(self, key: &str) -> Option<usize> {
        let field = self.table.matched.kind.columns().iter().position(|column| column.key == key)?;
        *self.table.places.get(field)?
    }

    /// The text of a cell; empty where there is none, or where it says that there is nothing to say.
    pub(super) fn cell(self, column: usize) -> &'t str {
        match self.table.grid.cell(self.at, column) {
            "" | "-" | "n/a" | "N/A" => "",
            cell => unguarded(cell),
        }
    }

    /// The text of the cell of a field.
    pub(super) fn text(self, key: &str) -> &'t str {
        self.place(key).map_or("", |place| self.cell(place))
    }

    /// The things of a cell; none where it says nothing.
    pub(super) fn list(self, key: &str) -> Option<Vec<String>> {
        let cell = self.text(key);
        (!cell.is_empty()).then(|| split(cell))
    }

    /// What is to be said of a bad cell.
    pub(super) fn fault(self, place: Option<usize>, key: &str, fault: CellFault) -> RowFault {
        let column = place.map_or(key, |place| self.table.grid.cell(0, place));
        let value = place.map_or("", |place| self.cell(place)).chars().take(SHOWN).collect();
        RowFault { sheet: self.table.grid.name.to_string(), row: self.at + 1, column: column.to_owned(), value, fault }
    }
}

impl Taking<'_> {
    /// Finds out what the columns of a table are. Skills get their columns here, and ages go.
    pub(super) fn table<'t>(&mut self, grid: &'t Grid, matched: &'t Matched) -> Table<'t> {
        let places = vec![None; matched.kind.columns().len()];
        let mut table = Table { grid, matched, places, skills: Vec::new(), groups: Vec::new() };
        for (at, column) in matched.columns.iter().enumerate() {
            let title = grid.cell(0, at);
            match column {
                _ if tells_age(title) => self.taken.ages.push(title.into()),
                Use::Field(field) => {
                    if let Some(place) = table.places.get_mut(*field) {
                        *place = Some(at);
                    }
                }
                Use::Skill if matched.kind == TableKind::People => match self.column(title) {
                    Some(Some(column)) => table.skills.push((at, column)),
                    Some(None) => {}
                    None => self.faults.push(Row { table: &table, at: 0 }.fault(Some(at), title, CellFault::Unknown)),
                },
                Use::Group if matched.kind == TableKind::People => {
                    let name = title.trim_start_matches("group").trim_start_matches([':', '_', ' ']);
                    table.groups.push((at, name.into()));
                }
                Use::Left | Use::Age | Use::Skill | Use::Group => {}
            }
        }
        table
    }

    pub(super) fn bad(&mut self, row: Row<'_, '_>, key: &str, fault: CellFault) -> Bad {
        self.faults.push(row.fault(row.place(key), key, fault));
        Bad
    }

    /// A cell that has to say something.
    pub(super) fn needed<'t>(&mut self, row: Row<'t, '_>, key: &str) -> Result<&'t str, Bad> {
        let text = row.text(key);
        if text.is_empty() { Err(self.bad(row, key, CellFault::Empty)) } else { Ok(text) }
    }

    /// A number from `low` to `high`, or nothing. A decimal comma is a decimal point.
    pub(super) fn number(&mut self, row: Row<'_, '_>, key: &str, low: f64, high: f64) -> Result<Option<f64>, Bad> {
        let text = row.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.replace(',', ".").parse().ok().filter(|number| (low..=high).contains(number));
        number.map(Some).ok_or_else(|| self.bad(row, key, CellFault::Number))
    }

    /// A day as `2026-11-29`, or as the number that a spreadsheet keeps; or nothing.
    pub(super) fn day(&mut self, row: Row<'_, '_>, key: &str) -> Result<Option<NaiveDate>, Bad> {
        let text = row.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        let number = || text.parse().ok().filter(|number: &f64| (1.0..=LAST_NUMBER).contains(number));
        let counted = || FIRST_DAY?.checked_add_days(Days::new(number()? as u64));
        text.parse().ok().or_else(counted).map(Some).ok_or_else(|| self.bad(row, key, CellFault::Word))
    }

    /// The level that a cell says; none where it says none of the scale.
    pub(super) fn level(&mut self, text: &str) -> Option<Level> {
        if let (Scale::Ladder, [digit @ b'0'..=b'5']) = (self.terms.scale, text.as_bytes()) {
            return Level::whole(digit - b'0').ok();
        }
        let (level, lost) = self.terms.scale.level(text.replace(',', ".").parse().ok()?)?;
        self.taken.rounded += usize::from(lost);
        Some(level)
    }

    /// One of a list of words, or nothing.
    pub(super) fn word<T: Copy>(&mut self, row: Row<'_, '_>, key: &str, words: &[(&str, T)]) -> Result<Option<T>, Bad> {
        let text = row.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        let of = |text: &str| words.iter().find(|(word, _)| *word == text).map(|(_, what)| *what);
        let known = of(text).or_else(|| of(&tidy(text)));
        known.map(Some).ok_or_else(|| self.bad(row, key, CellFault::Word))
    }
}
