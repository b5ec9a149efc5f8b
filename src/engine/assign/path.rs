//! One row more is seated along the shortest path: from it to a column, on from who sits there to another, until a seat is left.

use super::problem::NEVER;
use super::seats::{NONE, Seats};
use super::through::{BARRED, Through};
use std::cmp::Reverse;

/// Further than any path.
const FAR: i64 = i64::MAX / 4;

/// How far it is to a column that needs no other way.
const REACHED: i64 = i64::MIN;

/// Nothing is as near as this.
const NOWHERE: i64 = i64::MIN;

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
        self.paths.open.fill(FAR);
        self.paths.order.clear();
        self.paths.rest.clear();
        self.look(row, 0, NOWHERE);
        let mut alone = (row, self.problem.alone(row as usize));
        let (mut at, mut n_passed, mut near) = (0, 0, FAR);
        loop {
            if at == self.paths.order.len() {
                n_passed = at;
                near = self.nearest(alone.1);
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
            if let Some(column) = self.pass(column, near, &mut alone) {
                return Found { end: End::Seat(column), far: near, n_passed };
            }
        }
    }

    /// Goes on from everybody who sits in a column that is reached. Gives a column with a seat left that is no further, if there is one.
    fn pass(&mut self, column: u32, near: i64, alone: &mut (u32, i64)) -> Option<u32> {
        if self.problem.seats[column as usize] > 1
            && let Some(mut through) = self.through.take()
        {
            self.refresh(&mut through, column);
            let found = self.pass_at_once(&through, column as usize, near, alone);
            self.through = Some(through);
            return found;
        }
        let mut sitting = self.last_in(column);
        while sitting != NONE {
            let row = self.problem.row(sitting as usize);
            let before = i64::from(row[column as usize]) - self.price[column as usize] - near;
            let far_alone = self.problem.alone(sitting as usize) - before;
            if far_alone < alone.1 {
                *alone = (sitting, far_alone);
            }
            if let Some(column) = self.look(sitting, before, near) {
                return Some(column);
            }
            sitting = self.before(sitting);
        }
        None
    }

    /// The same for all who sit there at once.
    fn pass_at_once(&mut self, through: &Through, column: usize, near: i64, alone: &mut (u32, i64)) -> Option<u32> {
        let start = near + self.price[column];
        let (row, more) = through.alone[column];
        if more != BARRED && start + more < alone.1 {
            *alone = (row, start + more);
        }
        let line = through.line(column);
        let ways = through.more[line.clone()].iter().zip(&through.by[line]);
        for (to, ((open, price), (more, by))) in self.paths.open.iter_mut().zip(&self.price).zip(ways).enumerate() {
            let far = start + more - price;
            if far < *open && *more != BARRED {
                self.paths.from[to] = *by;
                if far > near {
                    *open = far;
                    continue;
                }
                if self.left[to] > 0 {
                    return Some(to as u32);
                }
                *open = REACHED;
                self.paths.far[to] = near;
                self.paths.order.push(to as u32);
            }
        }
        None
    }

    /// Looks from a row that is reached at the columns; gives one with a seat left that is no further, if there is one.
    fn look(&mut self, from: u32, before: i64, near: i64) -> Option<u32> {
        let Some(row) = self.near.as_ref().map(|near| near.row(from as usize)) else {
            return self.look_at_all(from, before, near);
        };
        if row.cut != NEVER {
            // Prices are never above 0.
            self.paths.rest.push((Reverse(i64::from(row.cut) - before), from, before));
        }
        for (column, cost) in row.columns.iter().zip(row.costs) {
            let to = *column as usize;
            let far = i64::from(*cost) - self.price[to] - before;
            if far < self.paths.open[to] {
                self.paths.from[to] = from;
                if far > near {
                    self.paths.open[to] = far;
                    continue;
                }
                if self.left[to] > 0 {
                    return Some(*column);
                }
                self.paths.open[to] = REACHED;
                self.paths.far[to] = near;
                self.paths.order.push(*column);
            }
        }
        None
    }

    /// The same over whole rows: short ones, and the rest of long ones.
    fn look_at_all(&mut self, from: u32, before: i64, near: i64) -> Option<u32> {
        let row = self.problem.row(from as usize);
        for (to, ((open, price), cost)) in self.paths.open.iter_mut().zip(&self.price).zip(row).enumerate() {
            let far = i64::from(*cost) - price - before;
            if far < *open && *cost != NEVER {
                self.paths.from[to] = from;
                if far > near {
                    *open = far;
                    continue;
                }
                if self.left[to] > 0 {
                    return Some(to as u32);
                }
                *open = REACHED;
                self.paths.far[to] = near;
                self.paths.order.push(to as u32);
            }
        }
        None
    }

    /// How far the nearest columns are that are not yet in order; puts them there. What is further than `most` does not matter.
    fn nearest(&mut self, most: i64) -> i64 {
        let not_reached = |far: &i64| if *far == REACHED { FAR } else { *far };
        let near = loop {
            let near = self.paths.open.iter().map(not_reached).fold(FAR, i64::min);
            let is_nearer = |(Reverse(far), ..): &&(Reverse<i64>, u32, i64)| *far < near.min(most);
            if self.paths.rest.peek().filter(is_nearer).is_none() {
                break near;
            }
            while let Some((_, row, before)) = self.paths.rest.peek().filter(is_nearer).copied() {
                self.paths.rest.pop();
                self.look_at_all(row, before, NOWHERE);
                self.n_rest += 1;
            }
        };
        if self.n_rest > self.problem.alone.len() {
            // What is near is not enough here: whole rows are quicker.
            self.near = None;
        }
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
