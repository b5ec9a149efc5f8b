//! One row of a sheet, its cells, and what can be wrong with one.

use super::{CellFault, RowFault, Taking};
use crate::domain::Level;
use crate::exchange::sheets::list::split;
use crate::exchange::sheets::write::unguarded;
use crate::exchange::sheets::{Match, Sheet};

/// One row with the cells that are matched.
pub(super) struct Row<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) found: &'a Match,
    pub(super) at: usize,
}

/// A cell is bad: it has been noted, and the row is left.
pub(super) struct Bad;

impl Row<'_> {
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        let columns = self.found.kind.columns();
        self.found
            .columns
            .iter()
            .position(|place| place.is_some_and(|place| columns.get(place).is_some_and(|c| c.key == key)))
    }

    /// The text of a cell; empty where the column or the cell is not there. A mark that keeps a spreadsheet from reckoning is
    /// taken off.
    pub(super) fn text(&self, key: &str) -> &str {
        let cell = self.place(key).and_then(|place| self.sheet.rows.get(self.at)?.get(place));
        unguarded(cell.map_or("", |cell| cell))
    }

    pub(super) fn list(&self, key: &str) -> Option<Vec<String>> {
        let cell = self.text(key);
        (!cell.is_empty()).then(|| split(cell))
    }
}

/// Puts a text in the place of another unless it is empty.
pub(super) fn fill(text: &mut Box<str>, cell: &str) {
    if !cell.is_empty() {
        *text = cell.into();
    }
}

impl Taking {
    pub(super) fn bad(&mut self, row: &Row<'_>, key: &str, fault: CellFault) -> Bad {
        let header = row.place(key).and_then(|place| row.sheet.rows.first()?.get(place));
        self.faults.push(RowFault {
            sheet: row.sheet.name.to_string(),
            row: row.at + 1,
            column: header.map_or(key, |header| header).to_owned(),
            value: row.text(key).chars().take(60).collect(),
            fault,
        });
        Bad
    }

    /// A cell that has to say something.
    pub(super) fn needed<'r>(&mut self, row: &'r Row<'_>, key: &str) -> Result<&'r str, Bad> {
        let text = row.text(key);
        if text.is_empty() { Err(self.bad(row, key, CellFault::Empty)) } else { Ok(text) }
    }

    /// A number from `low` to `high`, or nothing. A decimal comma is a decimal point.
    pub(super) fn number(&mut self, row: &Row<'_>, key: &str, low: f64, high: f64) -> Result<Option<f64>, Bad> {
        let text = row.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.trim_end_matches(['%', '€', ' ']).replace(',', ".").parse().ok();
        match number.filter(|number| (low..=high).contains(number)) {
            Some(number) => Ok(Some(number)),
            None => Err(self.bad(row, key, CellFault::Number)),
        }
    }

    pub(super) fn level(&mut self, row: &Row<'_>, key: &str, text: &str) -> Result<Level, Bad> {
        let number = text.replace(',', ".").parse::<f64>().ok();
        match number.and_then(|number| self.scale.level(number)) {
            Some((level, lost)) => {
                self.taken.rounded += usize::from(lost);
                Ok(level)
            }
            None => Err(self.bad(row, key, CellFault::Number)),
        }
    }
}
