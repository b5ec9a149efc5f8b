//! The hours left in each week, and where a task still finds room.

use super::board::{Board, Item};

/// The hours left in each week.
#[derive(Clone, Debug)]
pub(super) struct Room {
    /// Below 0 where locked tasks take more than there is.
    free: Box<[i32]>,
    /// For each shape a week before which no task of that shape can begin any more.
    from: Box<[u32]>,
    /// Shapes whose week was moved, each with the one before, to come back to.
    moved: Vec<(u32, u32)>,
}

impl Room {
    /// All hours are left.
    pub(super) fn new(board: &Board) -> Self {
        Self { free: board.capacity.clone(), from: vec![0; board.n_shapes].into(), moved: Vec::new() }
    }

    /// Becomes like another of the same board, without taking new memory.
    pub(super) fn reset(&mut self, base: &Self) {
        self.free.copy_from_slice(&base.free);
        self.from.copy_from_slice(&base.from);
        self.moved.clear();
    }

    /// How many weeks of shapes were moved so far.
    pub(super) fn n_moved(&self) -> usize {
        self.moved.len()
    }

    /// Moves back all but the first `n` moved weeks of shapes; the hours of the tasks placed since are given back before.
    pub(super) fn back(&mut self, n: usize) {
        while self.moved.len() > n {
            let Some((shape, from)) = self.moved.pop() else { break };
            self.from[shape as usize] = from;
        }
    }

    /// The hours left in each week before `end`, none where there is less than nothing.
    pub(super) fn left(&self, end: u32) -> impl Iterator<Item = i32> + '_ {
        self.free.iter().take(end as usize).map(|free| (*free).max(0))
    }

    /// A week before which no task of this shape can begin any more.
    #[inline]
    pub(super) fn is_full_until(&self, item: &Item) -> u32 {
        self.from[item.shape as usize]
    }

    /// The earliest weeks from `ready` on that have room for a task and let it end by `limit`.
    pub(super) fn fit(&mut self, board: &Board, item: &Item, ready: u32, limit: u32) -> Option<u32> {
        if let Some(sessions) = item.sessions {
            let mut weeks = board.sessions[sessions.places()].iter().filter(|week| **week >= ready);
            return weeks.find(|week| self.fits_at(board, item, **week, limit)).copied();
        }
        let shape = item.shape as usize;
        let known = self.from[shape];
        let from = ready.max(known);
        if from >= limit {
            return None;
        }
        let (found, seen) = self.scan(board, item, from, limit);
        if ready <= known && seen != known {
            self.moved.push((item.shape, known));
            self.from[shape] = seen;
        }
        found
    }

    /// Whether a task has room from exactly this week on and ends by `limit`.
    pub(super) fn fits_at(&self, board: &Board, item: &Item, week: u32, limit: u32) -> bool {
        let mut run = 0;
        for at in week as usize..(limit as usize).min(self.free.len()) {
            if board.pauses && board.capacity[at] < item.load {
                continue;
            }
            run += 1;
            let is_last = run == item.weeks;
            if self.free[at] < if is_last { item.last } else { item.load } {
                return false;
            }
            if is_last {
                return true;
            }
        }
        false
    }

    /// The first fitting week from `from` on, and a week before which none fits.
    fn scan(&self, board: &Board, item: &Item, from: u32, limit: u32) -> (Option<u32>, u32) {
        let (mut start, mut run) = (from, 0);
        let to = (limit as usize).min(self.free.len());
        let weeks = self.free.get(from as usize..to).unwrap_or_default().iter();
        for (week, free) in (from..).zip(weeks) {
            if board.pauses && board.capacity[week as usize] < item.load {
                continue;
            }
            if run == 0 {
                start = week;
            }
            run += 1;
            if *free < item.load {
                if run == item.weeks && *free >= item.last {
                    return (Some(start), start);
                }
                run = 0;
                start = week + 1;
            } else if run == item.weeks {
                return (Some(start), start);
            }
        }
        (None, start)
    }

    /// Takes (or gives back) the hours of a task; the week after its last one.
    pub(super) fn take(&mut self, board: &Board, item: &Item, start: u32, sign: i32) -> u32 {
        let (from, to) = (start as usize, (start + item.weeks) as usize);
        if !board.pauses && to <= self.free.len() {
            for free in &mut self.free[from..to - 1] {
                *free -= sign * item.load;
            }
            self.free[to - 1] -= sign * item.last;
            return to as u32;
        }
        let (mut week, mut left) = (start, item.weeks);
        while left > 0 {
            if let Some(free) = self.free.get_mut(week as usize) {
                if board.pauses && board.capacity[week as usize] < item.load {
                    week += 1;
                    continue;
                }
                *free -= sign * if left == 1 { item.last } else { item.load };
            }
            left -= 1;
            week += 1;
        }
        week
    }
}
