//! Which cells of a table have to be hidden, so that none of the small ones can be found from the others.
//!
//! The sums of rows and columns are known. What an attacker can reason of a hidden cell is then an interval: the least and the most that it
//! has in any table that agrees with what is shown. Such a table is a flow from rows to columns, so the ends are whole numbers and
//! are found by sending flow around the cell.

use crate::domain::sorted;

/// Up to so many cells a table is looked through once more for cells that need not be hidden: it takes as long as the square of them.
const TIDIED: usize = 250;

/// The cells of a table, row by row, with those hidden that have to be: every one below `k`, and as many others, the smallest that
/// will do, as it takes until an attacker is left with `k` or more between the least and the most of each small one.
///
/// That can always be reached where every sum of a row or column is `k` or more, and as far below the sum of all: with all cells
/// hidden, a cell may be anything from none to the least of these.
#[must_use]
pub(super) fn cover(cells: &[u32], n_columns: usize, k: u32) -> Vec<Option<u32>> {
    let mut cover =
        Cover { cells, n_columns, n_rows: cells.len() / n_columns.max(1), is_hidden: Vec::with_capacity(cells.len()) };
    cover.is_hidden.extend(cells.iter().map(|count| *count < k));
    for (at, _) in cells.iter().enumerate().filter(|(_, count)| **count < k) {
        let raised = cover.widen(at, k, true, true);
        cover.widen(at, k - raised, false, true);
    }
    if cells.len() <= TIDIED {
        cover.tidy(k);
    }
    cells.iter().zip(cover.is_hidden).map(|(count, is_hidden)| (!is_hidden).then_some(*count)).collect()
}

struct Cover<'a> {
    cells: &'a [u32],
    n_columns: usize,
    n_rows: usize,
    is_hidden: Vec<bool>,
}

/// A cell on the way around, and whether it grows by what the way is walked with.
type Way = Vec<(usize, bool)>;

impl Cover<'_> {
    /// Shows again what need not be hidden, the largest cells first: the way of a later cell has made that of an earlier one needless.
    fn tidy(&mut self, k: u32) {
        let small: Vec<usize> = (0..self.cells.len()).filter(|at| self.cells[*at] < k).collect();
        let more = (0..self.cells.len()).filter(|at| self.is_hidden[*at] && self.cells[*at] >= k);
        for at in sorted(more, |a, b| self.cells[*b].cmp(&self.cells[*a])) {
            self.is_hidden[at] = false;
            self.is_hidden[at] = !small.iter().all(|at| {
                let raised = self.widen(*at, k, true, false);
                raised + self.widen(*at, k - raised, false, false) >= k
            });
        }
    }

    /// How much more, or less, a cell can be, up to `by`: of what is hidden, or hiding what it takes.
    fn widen(&mut self, cell: usize, by: u32, upwards: bool, hides: bool) -> u32 {
        let mut counts = self.cells.to_vec();
        let mut done = 0;
        let most = if upwards { by } else { by.min(self.cells[cell]) };
        while done < most {
            let Some(way) = self.cheapest(cell, &counts, upwards, hides) else { break };
            let shrinking = way.iter().filter(|(_, grows)| !grows).map(|(at, _)| counts[*at]).min();
            let step = shrinking.unwrap_or(most).min(most - done);
            for (at, grows) in way {
                counts[at] = if grows { counts[at] + step } else { counts[at] - step };
                self.is_hidden[at] = true;
            }
            done += step;
        }
        done
    }

    /// The way around a cell that hides least: from its column to its row where the cell grows, the other way round where it
    /// shrinks. Each cell on it grows or shrinks in turn, so that every sum stays. None where there is none.
    fn cheapest(&self, cell: usize, counts: &[u32], upwards: bool, hides: bool) -> Option<Way> {
        let (row, column) = (cell / self.n_columns, self.n_rows + cell % self.n_columns);
        let (from, to) = if upwards { (column, row) } else { (row, column) };
        let n = self.n_rows + self.n_columns;
        let mut cost = vec![u64::MAX; n];
        let mut came: Vec<Option<(usize, usize)>> = vec![None; n];
        let mut is_done = vec![false; n];
        cost[from] = 0;
        while let Some(node) = (0..n).filter(|at| !is_done[*at] && cost[*at] < u64::MAX).min_by_key(|at| cost[*at]) {
            is_done[node] = true;
            let grows = node < self.n_rows;
            for next in if grows { self.n_rows..n } else { 0..self.n_rows } {
                let at = self.between(node, next);
                let price = if self.is_hidden[at] { 0 } else { u64::from(self.cells[at]) + 1 };
                let is_open = at != cell && (hides || self.is_hidden[at]);
                if is_open && (grows || counts[at] > 0) && cost[node] + price < cost[next] {
                    cost[next] = cost[node] + price;
                    came[next] = Some((node, at));
                }
            }
        }
        let mut way = Vec::new();
        let mut node = to;
        while node != from {
            let (before, at) = came[node]?;
            way.push((at, before < self.n_rows));
            node = before;
        }
        Some(way)
    }

    /// The cell between a row and a column, in whichever order.
    fn between(&self, a: usize, b: usize) -> usize {
        a.min(b) * self.n_columns + a.max(b) - self.n_rows
    }
}
