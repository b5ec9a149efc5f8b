//! An assignment problem, and an answer to it.

use super::seats::Seats;

/// The cost of a pair that may not be.
pub const NEVER: i32 = i32::MAX;

/// Nothing costs more than this, or brings more: sums stay far below what a number can hold.
const MOST: i64 = 1 << 50;

/// Those who were left by one round of bids find other prices in the next, and each that is seated so spares a path.
const ROUNDS: usize = 4;

/// Rows that are to be seated in columns.
///
/// ```
/// use skillstead::engine::{Assigning, NEVER, assign};
/// // Two seats in the first column, one in the second; the last row may only take the second.
/// let costs = vec![1, 9, 2, 3, NEVER, 4];
/// let found = assign(&Assigning::of_most(3, vec![2, 1], costs));
/// assert_eq!((found.column_of, found.cost), (vec![Some(0), Some(0), Some(1)], 7));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assigning {
    /// What each pair costs, row by row; [`NEVER`] bans it. Pairs that are missing at the end are banned too.
    pub costs: Vec<i32>,
    /// The seats of each column.
    pub seats: Vec<u32>,
    /// What it costs each row to stay without a seat; beyond a thousand billion in either direction is read as that.
    pub alone: Vec<i64>,
}

/// Who sits where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The column of each row; `None` stays without a seat.
    pub column_of: Vec<Option<usize>>,
    /// The cost of all pairs, and of rows that stay alone where that was given a price.
    pub cost: i64,
    /// The price at which each column's seats find just as many takers: 0 where a seat is left. One seat more saves no more
    /// than this.
    pub worth: Vec<i64>,
}

impl Assigning {
    /// The problem in which as many rows as possible are to have a seat, and then at the least cost.
    #[must_use]
    pub fn of_most(n_rows: usize, seats: Vec<u32>, costs: Vec<i32>) -> Self {
        let known = || costs.iter().copied().filter(|cost| *cost != NEVER).map(i64::from);
        let spread = known().max().unwrap_or(0).max(0) - known().min().unwrap_or(0).min(0);
        // To seat one row more is worth whatever the others have to give up for it.
        let alone = (spread + 1).saturating_mul(2 * n_rows as i64 + 1).min(MOST);
        Self { costs, seats, alone: vec![alone; n_rows] }
    }

    /// The costs of a row, one for each column; fewer where the table ends before.
    pub(super) fn row(&self, row: usize) -> &[i32] {
        let n = self.seats.len();
        self.costs.get(row * n..).map_or(&[], |from| &from[..n.min(from.len())])
    }

    /// What it costs a row to stay alone.
    pub(super) fn alone(&self, row: usize) -> i64 {
        self.alone.get(row).copied().unwrap_or(0).clamp(-MOST, MOST)
    }

    /// What these seats cost: banned pairs and columns that are not there count nothing.
    pub(super) fn cost(&self, column_of: &[Option<usize>]) -> i64 {
        let of = |(row, column): (usize, &Option<usize>)| match column {
            Some(column) => self.row(row).get(*column).map_or(0, |cost| i64::from(*cost)),
            None => 0,
        };
        column_of.iter().enumerate().map(of).sum()
    }
}

/// An assignment of least cost. The same problem has the same answer; of two rows with equal claims the first is seated.
///
/// An empty problem has an empty answer. `cost` counts the pairs alone: what rows without a seat were reckoned at only decides
/// who they are.
#[must_use]
pub fn assign(problem: &Assigning) -> Assignment {
    let mut seats = Seats::of(problem);
    let mut left = (0..problem.alone.len() as u32).collect();
    for _ in 0..ROUNDS {
        left = seats.bid(left);
    }
    for row in left {
        seats.augment(row);
    }
    let column_of = seats.columns();
    let worth = seats.prices().iter().map(|price| -price).collect();
    Assignment { cost: problem.cost(&column_of), column_of, worth }
}
