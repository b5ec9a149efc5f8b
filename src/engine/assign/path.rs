//! One row more is seated along the shortest path: from it to a column, on from who sits there to another, until a seat is left.

use super::problem::NEVER;
use super::seats::{NONE, Seats};

/// Further than any path.
const FAR: i64 = i64::MAX / 4;

/// How far it is to a column that needs no other way.
const REACHED: i64 = i64::MIN;

/// Where a path can end.
#[derive(Clone, Copy)]
enum End {
    /// In a column with a seat left.
    Seat(u32),
    /// With this row staying alone.
    Alone(u32),
}

/// The end of a shortest path.
struct Found {
    end: End,
    /// How far it is.
    far: i64,
    /// So many columns in order were passed on the way.
    n_passed: usize,
}

impl Seats<'_> {
    /// Seats a row, or leaves one alone where that is cheaper; who sits in between moves on.
    pub(super) fn augment(&mut self, row: u32) {
        let found = self.shortest(row);
        // Columns that were passed are worth more now, by as much as they were nearer than the end.
        for column in &self.paths.order[..found.n_passed] {
            let at = *column as usize;
            self.price[at] += self.paths.far[at] - found.far;
        }
        let mut to = match found.end {
            End::Seat(column) => column,
            End::Alone(last) => self.stand(last),
        };
        // Backwards: each row takes the seat that the one after it has left.
        while to != NONE {
            let mover = self.paths.from[to as usize];
            let freed = self.stand(mover);
            self.sit(mover, to);
            to = freed;
        }
    }

    fn shortest(&mut self, row: u32) -> Found {
        self.set_out(row);
        let mut alone = (row, self.problem.alone(row as usize));
        let (mut at, mut n_passed, mut near) = (0, 0, FAR);
        loop {
            if at == self.paths.order.len() {
                n_passed = at;
                near = self.nearest();
                if alone.1 <= near {
                    return Found { end: End::Alone(alone.0), far: alone.1, n_passed };
                }
                let next = &self.paths.order[at..];
                if let Some(column) = next.iter().find(|column| self.left[**column as usize] > 0) {
                    return Found { end: End::Seat(*column), far: near, n_passed };
                }
            }
            let column = self.paths.order[at];
            at += 1;
            let mut sitting = self.last_in(column);
            while sitting != NONE {
                let row = self.problem.row(sitting as usize);
                let before = i64::from(row[column as usize]) - self.price[column as usize] - near;
                let far_alone = self.problem.alone(sitting as usize) - before;
                if far_alone < alone.1 {
                    alone = (sitting, far_alone);
                }
                if let Some(column) = self.go_on(sitting, before, near) {
                    return Found { end: End::Seat(column), far: near, n_passed };
                }
                sitting = self.before(sitting);
            }
        }
    }

    /// Looks from a row that is reached at all columns; gives one with a seat left that is no further, if there is one.
    fn go_on(&mut self, sitting: u32, before: i64, near: i64) -> Option<u32> {
        let row = self.problem.row(sitting as usize);
        for (to, ((far, price), cost)) in self.paths.open.iter_mut().zip(&self.price).zip(row).enumerate() {
            let far_here = i64::from(*cost) - price - before;
            if far_here < *far && *cost != NEVER {
                self.paths.from[to] = sitting;
                if far_here > near {
                    *far = far_here;
                    continue;
                }
                if self.left[to] > 0 {
                    return Some(to as u32);
                }
                *far = REACHED;
                self.paths.far[to] = near;
                self.paths.order.push(to as u32);
            }
        }
        None
    }

    /// How far it is from a row to each column.
    fn set_out(&mut self, row: u32) {
        let costs = self.problem.row(row as usize).iter().copied().chain(std::iter::repeat(NEVER));
        for ((far, price), cost) in self.paths.open.iter_mut().zip(&self.price).zip(costs) {
            *far = if cost == NEVER { FAR } else { i64::from(cost) - price };
        }
        self.paths.from.fill(row);
        self.paths.order.clear();
    }

    /// How far the nearest columns are that are not yet in order; puts them there.
    fn nearest(&mut self) -> i64 {
        let not_reached = |far: &i64| if *far == REACHED { FAR } else { *far };
        let near = self.paths.open.iter().map(not_reached).fold(FAR, i64::min);
        for (column, far) in (0u32..).zip(&mut self.paths.open) {
            if *far == near {
                *far = REACHED;
                self.paths.far[column as usize] = near;
                self.paths.order.push(column);
            }
        }
        near
    }
}
