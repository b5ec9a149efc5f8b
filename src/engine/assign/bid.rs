//! Rows bid for the column that is best for them: most are seated so, at the price of one look at a row each.

use super::problem::NEVER;
use super::seats::{NONE, Seats};

/// So many bids for each row at most; what is not settled by then is left to paths.
const BIDS: usize = 3;

/// The two columns that are cheapest for a row, at the prices of the moment.
struct Best {
    first: u32,
    second: u32,
    /// What the first costs.
    cost: i64,
    /// What the next best costs, staying alone being one choice.
    next: i64,
}

impl Seats<'_> {
    /// Lets every row bid, and gives those that are still to be seated, in order.
    ///
    /// A row takes its best column and pays as much more for it as the column is better than the next best; who sat there
    /// bids again. A column of several seats has one price for all, so it is only taken while a seat is left.
    pub(super) fn bid(&mut self, who: Vec<u32>) -> Vec<u32> {
        let n_rows = self.problem.alone.len();
        let mut left = Vec::new();
        let mut bids = BIDS * n_rows;
        let mut waiting = who;
        waiting.reverse();
        while let Some(row) = waiting.pop() {
            if bids == 0 {
                left.push(row);
                continue;
            }
            bids -= 1;
            let best = self.best(row);
            if best.first == NONE {
                // Nothing is better than to stay alone, and prices only rise.
                continue;
            }
            let has_one_seat = self.problem.seats[best.first as usize] == 1;
            if !has_one_seat {
                if self.left[best.first as usize] > 0 {
                    self.sit(row, best.first);
                } else {
                    left.push(row);
                }
                continue;
            }
            let gain = best.next - best.cost;
            let is_taken = |column: u32| self.left[column as usize] == 0;
            // A second best that is as good and free spares a path.
            let second_is_free = gain == 0 && best.second != NONE && !is_taken(best.second);
            let column = if is_taken(best.first) && second_is_free { best.second } else { best.first };
            let sitting = self.last_in(column);
            self.price[column as usize] -= if column == best.first { gain } else { 0 };
            if sitting == NONE {
                self.sit(row, column);
            } else if gain > 0 {
                self.stand(sitting);
                self.sit(row, column);
                waiting.push(sitting);
            } else {
                left.push(row);
            }
        }
        left.sort_unstable();
        left
    }

    fn best(&self, row: u32) -> Best {
        let all = || self.best_of(row, (0u32..).zip(self.problem.row(row as usize).iter().copied()));
        let Some(near) = self.near.as_ref().map(|near| near.row(row as usize)) else {
            return all();
        };
        let best = self.best_of(row, near.columns.iter().copied().zip(near.costs.iter().copied()));
        // Prices are never above 0, so nothing else is better.
        if best.next <= i64::from(near.cut) { best } else { all() }
    }

    fn best_of(&self, row: u32, ways: impl Iterator<Item = (u32, i32)>) -> Best {
        let alone = self.problem.alone(row as usize);
        let mut best = Best { first: NONE, second: NONE, cost: alone, next: alone };
        for (column, cost) in ways {
            let cost_here = i64::from(cost) - self.price[column as usize];
            if cost_here < best.next && cost != NEVER {
                if cost_here < best.cost {
                    best = Best { first: column, second: best.first, cost: cost_here, next: best.cost };
                } else {
                    (best.second, best.next) = (column, cost_here);
                }
            }
        }
        best
    }
}
