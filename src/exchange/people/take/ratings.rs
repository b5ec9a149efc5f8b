//! One rating of a person a row.

use super::Taking;
use super::people::rate;
use super::row::{Bad, Row, Table};
use crate::domain::{Held, Rater};
use crate::exchange::sheets::CellFault;
use std::sync::Arc;

/// Words for who rates.
const RATERS: [(&str, Rater); 10] = [
    ("own", Rater::Own),
    ("self", Rater::Own),
    ("peer", Rater::Peer),
    ("colleague", Rater::Peer),
    ("manager", Rater::Manager),
    ("evidence", Rater::Evidence),
    ("propia", Rater::Own),
    ("companero", Rater::Peer),
    ("jefe", Rater::Manager),
    ("prueba", Rater::Evidence),
];

impl Taking<'_> {
    /// Ratings, and how many of them are new and how many take the place of another.
    pub(super) fn ratings(&mut self, table: &Table<'_>) -> (usize, usize) {
        let (mut new, mut changed) = (0, 0);
        // Rows of one person mostly stand together.
        let mut last: Option<(&str, usize)> = None;
        for row in table.rows() {
            match self.rating(row, &mut last) {
                Ok(Some(true)) => new += 1,
                Ok(Some(false)) => changed += 1,
                Ok(None) => self.taken.left += 1,
                Err(Bad) if self.is_over() => break,
                Err(Bad) => {}
            }
        }
        (new, changed)
    }

    /// Whether a rating is new; none where it is left.
    fn rating<'t>(&mut self, row: Row<'t, '_>, last: &mut Option<(&'t str, usize)>) -> Result<Option<bool>, Bad> {
        let text = self.needed(row, "person")?;
        let at = match *last {
            Some((known, at)) if known == text => at,
            _ => self.known_person(text).ok_or_else(|| self.bad(row, "person", CellFault::Unknown))?,
        };
        *last = Some((text, at));
        let skill = self.needed(row, "skill")?;
        let column = self.column(skill).ok_or_else(|| self.bad(row, "skill", CellFault::Unknown))?;
        let text = row.text("level");
        if text.is_empty() {
            return Ok(Some(false));
        }
        let level = self.level(text).ok_or_else(|| self.bad(row, "level", CellFault::Number))?;
        let by = self.word(row, "by", &RATERS)?.or(self.terms.by);
        let on = self.day(row, "on")?.or(self.terms.on);
        let (Some(column), Some(person)) = (column, self.taken.organisation.people.get_mut(at)) else {
            return Ok(Some(false));
        };
        let person = Arc::make_mut(person);
        let is_new = person.held(column).is_none();
        Ok(rate(person, Held { column, level, by, on }).then_some(is_new))
    }
}
