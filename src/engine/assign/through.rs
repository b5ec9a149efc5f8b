//! What it costs to go on through a column of several seats: the least of all who sit there, kept until one of them changes.

use super::problem::NEVER;
use super::seats::{NONE, Seats};

/// More than any difference of costs.
pub(super) const BARRED: i64 = i64::MAX / 4;

/// Tables of so many columns at most are kept.
const MOST: usize = 512;

/// From each column to each, what the one costs more than the other for whoever sits there and minds least.
pub(super) struct Through {
    n_columns: usize,
    /// [`BARRED`] where nobody can go.
    pub(super) more: Vec<i64>,
    /// Who that is.
    pub(super) by: Vec<u32>,
    /// Who minds least to stay alone, and how much.
    pub(super) alone: Vec<(u32, i64)>,
    /// Whether somebody has come or gone since it was reckoned.
    is_stale: Vec<bool>,
}

impl Through {
    /// Nothing reckoned yet; `None` where no column has several seats, or there are too many columns.
    pub(super) fn of(seats: &[u32]) -> Option<Self> {
        let n_columns = seats.len();
        let is_needed = n_columns <= MOST && seats.iter().any(|seats| *seats > 1);
        is_needed.then(|| Self {
            n_columns,
            more: vec![BARRED; n_columns * n_columns],
            by: vec![NONE; n_columns * n_columns],
            alone: vec![(NONE, BARRED); n_columns],
            is_stale: vec![true; n_columns],
        })
    }

    /// Somebody has come to a column or gone from it.
    pub(super) fn forget(&mut self, column: usize) {
        self.is_stale[column] = true;
    }

    /// The line of a column in the tables.
    pub(super) fn line(&self, column: usize) -> std::ops::Range<usize> {
        column * self.n_columns..(column + 1) * self.n_columns
    }
}

impl Seats<'_> {
    /// Reckons a column anew, where somebody has come or gone.
    pub(super) fn refresh(&self, through: &mut Through, column: u32) {
        let at = column as usize;
        if !std::mem::replace(&mut through.is_stale[at], false) {
            return;
        }
        let line = through.line(at);
        let (more, by) = (&mut through.more[line.clone()], &mut through.by[line]);
        more.fill(BARRED);
        through.alone[at] = (NONE, BARRED);
        let mut sitting = self.last_in(column);
        while sitting != NONE {
            let row = self.problem.row(sitting as usize);
            let here = i64::from(row[at]);
            let alone = self.problem.alone(sitting as usize) - here;
            if alone < through.alone[at].1 {
                through.alone[at] = (sitting, alone);
            }
            for ((more, by), cost) in more.iter_mut().zip(&mut *by).zip(row) {
                let difference = i64::from(*cost) - here;
                if difference < *more && *cost != NEVER {
                    (*more, *by) = (difference, sitting);
                }
            }
            sitting = self.before(sitting);
        }
    }
}
