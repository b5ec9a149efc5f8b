//! One rating of a person a row.

use super::Taking;
use super::people::rate;
use super::row::{Bad, Row, Table};
use crate::domain::{Held, Rater};
use crate::exchange::sheets::CellFault;
use chrono::{Days, NaiveDate};
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

/// Days of a spreadsheet are counted from here. The year 2173 is the last that is believed.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);
const LAST_NUMBER: f64 = 100_000.0;

impl Taking<'_> {
    /// Ratings, and how many of them are new and how many take the place of another.
    pub(super) fn ratings(&mut self, table: &Table<'_>) -> (usize, usize) {
        let (mut new, mut changed) = (0, 0);
        // Rows of one person mostly stand together.
        let mut last: Option<(&str, usize)> = None;
        for row in table.rows() {
            match self.rating(row, &mut last) {
                Ok(true) => new += 1,
                Ok(false) => changed += 1,
                Err(Bad) if self.is_over() => break,
                Err(Bad) => {}
            }
        }
        (new, changed)
    }

    fn rating<'t>(&mut self, row: Row<'t, '_>, last: &mut Option<(&'t str, usize)>) -> Result<bool, Bad> {
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
            return Ok(false);
        }
        let level = self.level(text).ok_or_else(|| self.bad(row, "level", CellFault::Number))?;
        let by = self.word(row, "by", &RATERS)?.or(self.terms.by);
        let on = match row.text("on") {
            "" => self.terms.on,
            text => Some(day(text).ok_or_else(|| self.bad(row, "on", CellFault::Word))?),
        };
        let (Some(column), Some(person)) = (column, self.taken.organisation.people.get_mut(at)) else {
            return Ok(false);
        };
        let person = Arc::make_mut(person);
        let is_new = person.held(column).is_none();
        rate(person, Held { column, level, by, on });
        Ok(is_new)
    }
}

/// A day as `2026-11-29`, or as the number that a spreadsheet keeps.
fn day(text: &str) -> Option<NaiveDate> {
    let number = || text.parse().ok().filter(|number: &f64| (1.0..=LAST_NUMBER).contains(number));
    text.parse().ok().or_else(|| FIRST_DAY?.checked_add_days(Days::new(number()? as u64)))
}
