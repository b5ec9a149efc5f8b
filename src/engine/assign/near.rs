//! The columns that cost each row least: where rows are long, hardly any other is ever looked at.

use super::problem::{Assigning, NEVER};

/// Rows shorter than this are looked at as they are.
const SHORT: usize = 512;

/// So many columns are near a row, about.
const NEAR: usize = 96;

/// So many costs of a row are looked at to find out which are low.
const SAMPLE: usize = 256;

/// For each row the columns that cost no more than its cut; all others cost more.
pub(super) struct Near {
    starts: Vec<usize>,
    columns: Vec<u32>,
    costs: Vec<i32>,
    cuts: Vec<i32>,
}

/// What is near one row.
#[derive(Clone, Copy)]
pub(super) struct NearRow<'a> {
    pub(super) columns: &'a [u32],
    pub(super) costs: &'a [i32],
    /// What is not here costs more; [`NEVER`] where nothing else is.
    pub(super) cut: i32,
}

impl Near {
    /// What is near each row; `None` where rows are short.
    pub(super) fn of(problem: &Assigning) -> Option<Self> {
        let (n_rows, n_columns) = (problem.alone.len(), problem.seats.len());
        if n_columns < SHORT {
            return None;
        }
        let mut near = Self { starts: vec![0], columns: Vec::new(), costs: Vec::new(), cuts: Vec::new() };
        let mut sample = Vec::new();
        for row in (0..n_rows).map(|row| problem.row(row)) {
            sample.clear();
            sample.extend(row.iter().step_by((n_columns / SAMPLE).max(1)));
            sample.sort_unstable();
            let cut = sample.get(sample.len() * NEAR / n_columns).copied().unwrap_or(NEVER);
            for (column, cost) in (0u32..).zip(row).filter(|(_, cost)| **cost <= cut && **cost != NEVER) {
                near.columns.push(column);
                near.costs.push(*cost);
            }
            near.starts.push(near.columns.len());
            near.cuts.push(cut);
        }
        Some(near)
    }

    pub(super) fn row(&self, row: usize) -> NearRow<'_> {
        let here = self.starts[row]..self.starts[row + 1];
        NearRow { columns: &self.columns[here.clone()], costs: &self.costs[here], cut: self.cuts[row] }
    }
}
