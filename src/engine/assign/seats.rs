//! Who sits where so far, and the price of each column.

use super::near::Near;
use super::problem::Assigning;
use super::through::Through;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No row, or no column.
pub(super) const NONE: u32 = u32::MAX;

/// An assignment in the making. Whoever is seated sits where it is cheapest for them at the prices of the moment, and a column
/// with a seat left has the price 0: so the assignment is the best of all that seat these rows.
pub(super) struct Seats<'a> {
    pub(super) problem: &'a Assigning,
    /// What is near each row, where rows are long.
    pub(super) near: Option<Near>,
    /// How often that was not enough.
    pub(super) n_rest: usize,
    /// The ways through columns of several seats, where they are few enough to be kept.
    pub(super) through: Option<Through>,
    /// What is taken off the cost of a column, never above 0.
    pub(super) price: Vec<i64>,
    /// The column of each row.
    column: Vec<u32>,
    /// The row that was seated last in each column; the others follow by `next`.
    last: Vec<u32>,
    next: Vec<u32>,
    /// The seats that are left in each column.
    pub(super) left: Vec<u32>,
    pub(super) paths: Paths,
}

/// What a search for a path needs, kept from one to the next.
pub(super) struct Paths {
    /// How far it is to each column as far as is known, of those that are not reached.
    pub(super) open: Vec<i64>,
    /// How far it is to those that are.
    pub(super) far: Vec<i64>,
    /// From which row each is reached.
    pub(super) from: Vec<u32>,
    /// Those that are reached, the nearest first.
    pub(super) order: Vec<u32>,
    /// Rows that were looked from at what is near alone: from how far on they may reach other columns, which they are, and how far
    /// it is before they are left.
    pub(super) rest: BinaryHeap<(Reverse<i64>, u32, i64)>,
}

impl<'a> Seats<'a> {
    pub(super) fn of(problem: &'a Assigning) -> Self {
        let (n_rows, n_columns) = (problem.alone.len(), problem.seats.len());
        Self {
            problem,
            near: Near::of(problem),
            n_rest: 0,
            through: Through::of(&problem.seats),
            price: vec![0; n_columns],
            column: vec![NONE; n_rows],
            last: vec![NONE; n_columns],
            next: vec![NONE; n_rows],
            left: problem.seats.clone(),
            paths: Paths {
                open: vec![0; n_columns],
                far: vec![0; n_columns],
                from: vec![NONE; n_columns],
                order: Vec::with_capacity(n_columns),
                rest: BinaryHeap::new(),
            },
        }
    }

    /// Seats a row in a column that has a seat left.
    pub(super) fn sit(&mut self, row: u32, column: u32) {
        let at = column as usize;
        self.column[row as usize] = column;
        self.next[row as usize] = self.last[at];
        self.last[at] = row;
        self.left[at] -= 1;
        self.forget(at);
    }

    /// Takes a row from its seat and gives the column that it had, if any.
    pub(super) fn stand(&mut self, row: u32) -> u32 {
        let column = std::mem::replace(&mut self.column[row as usize], NONE);
        if column != NONE {
            let after = self.next[row as usize];
            let at = column as usize;
            if self.last[at] == row {
                self.last[at] = after;
            } else {
                let mut before = self.last[at];
                while before != NONE && self.next[before as usize] != row {
                    before = self.next[before as usize];
                }
                if before != NONE {
                    self.next[before as usize] = after;
                }
            }
            self.left[at] += 1;
            self.forget(at);
        }
        column
    }

    fn forget(&mut self, column: usize) {
        if let Some(through) = &mut self.through {
            through.forget(column);
        }
    }

    /// The row that was seated last in a column.
    pub(super) fn last_in(&self, column: u32) -> u32 {
        self.last[column as usize]
    }

    /// The row that was seated in the same column before this one.
    pub(super) fn before(&self, row: u32) -> u32 {
        self.next[row as usize]
    }

    /// The column of each row.
    pub(super) fn columns(&self) -> Vec<Option<usize>> {
        self.column.iter().map(|column| (*column != NONE).then_some(*column as usize)).collect()
    }

    pub(super) fn prices(&self) -> &[i64] {
        &self.price
    }
}
