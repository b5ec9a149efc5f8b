//! A plan in the making: the hours left in each week, the money left, what is closed so far. Tasks go on and come off
//! again in the opposite order.

use super::board::{Board, Item, NONE, goal_bit};
use super::room::Room;

/// Where a task stands in a plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Its first week; `NONE` is not taken.
    pub(super) start: u32,
    /// The week after its last one.
    pub(super) end: u32,
}

const AWAY: Span = Span { start: NONE, end: NONE };

/// The plan in the making.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    pub(super) spans: Box<[Span]>,
    /// Tasks in the order in which they were placed.
    pub(super) placed: Vec<u32>,
    /// What the room had learnt when each of those was placed.
    learnt: Vec<usize>,
    /// Weight times points closed.
    pub(super) value: u64,
    pub(super) money: u64,
    pub(super) cost: u64,
    /// What is shunned among the tasks that were placed.
    shunned: u64,
    /// Points gained for each goal, also beyond its gap.
    sums: Box<[u64]>,
    /// The bits of goals that are not closed.
    open: u64,
    /// For each goal the ends and points of what gains for it, in the order of placement.
    notes: Box<[(u32, u32)]>,
    n_notes: Box<[u32]>,
    /// Room to sort the notes of a goal.
    sorted: Box<[(u32, u32)]>,
    pub(super) room: Room,
}

impl Desk {
    /// An empty desk with the locked tasks on it, in their weeks.
    pub(super) fn new(board: &Board) -> Self {
        let mut desk = Self {
            spans: vec![AWAY; board.items.len()].into(),
            placed: Vec::with_capacity(board.items.len()),
            learnt: Vec::with_capacity(board.items.len()),
            value: 0,
            money: board.budget,
            cost: 0,
            shunned: 0,
            open: u64::MAX,
            sums: vec![0; board.aims.len()].into(),
            notes: vec![(0, 0); board.gains.len()].into(),
            sorted: vec![(0, 0); board.gains.len()].into(),
            n_notes: vec![0; board.aims.len()].into(),
            room: Room::new(board),
        };
        for (task, week) in board.locks.iter() {
            desk.place(board, *task as usize, *week);
        }
        desk
    }

    /// Becomes like another desk of the same board, without taking new memory.
    pub(super) fn reset(&mut self, base: &Self) {
        self.spans.copy_from_slice(&base.spans);
        self.placed.clone_from(&base.placed);
        self.learnt.clone_from(&base.learnt);
        (self.value, self.money, self.cost) = (base.value, base.money, base.cost);
        (self.open, self.shunned) = (base.open, base.shunned);
        self.sums.copy_from_slice(&base.sums);
        self.notes.copy_from_slice(&base.notes);
        self.n_notes.copy_from_slice(&base.n_notes);
        self.room.reset(&base.room);
    }

    #[inline]
    pub(super) fn is_placed(&self, task: usize) -> bool {
        self.spans[task].start != NONE
    }

    /// The latest end at which a task would still close something; 0 where it closes nothing.
    #[inline]
    pub(super) fn use_until(&self, board: &Board, task: usize) -> u32 {
        let item = &board.items[task];
        if item.goals & self.open == 0 {
            return 0;
        }
        let mut until = 0;
        for (goal, _) in &board.gains[item.gains.places()] {
            let aim = &board.aims[*goal as usize];
            if aim.due > until && self.sums[*goal as usize] < aim.gap {
                until = aim.due;
            }
        }
        if item.first_end > until { 0 } else { until.min(item.due) }
    }

    /// How many points of a goal are closed.
    pub(super) fn closed(&self, board: &Board, goal: usize) -> u64 {
        self.sums[goal].min(board.aims[goal].gap)
    }

    /// What a task that ends at `end` would add to the value.
    #[inline]
    pub(super) fn adds(&self, board: &Board, task: usize, end: u32) -> u64 {
        let mut adds = 0;
        for (goal, points) in &board.gains[board.items[task].gains.places()] {
            let aim = &board.aims[*goal as usize];
            if end <= aim.due {
                let open = aim.gap.saturating_sub(self.sums[*goal as usize]);
                adds += aim.weight * open.min(u64::from(*points));
            }
        }
        adds
    }

    /// Puts a task on the desk from this week on, whether there is room or not.
    pub(super) fn place(&mut self, board: &Board, task: usize, week: u32) {
        let item = &board.items[task];
        let end = self.room.take(board, item, week, 1);
        self.spans[task] = Span { start: week, end };
        self.placed.push(task as u32);
        self.learnt.push(self.room.n_moved());
        self.money = self.money.saturating_sub(u64::from(item.cost));
        self.cost += u64::from(item.cost);
        self.shunned += u64::from(item.shun);
        self.value += self.adds_and_notes(board, item, end);
    }

    fn adds_and_notes(&mut self, board: &Board, item: &Item, end: u32) -> u64 {
        let mut adds = 0;
        for (goal, points) in &board.gains[item.gains.places()] {
            let aim = &board.aims[*goal as usize];
            if end <= aim.due {
                let sum = &mut self.sums[*goal as usize];
                adds += aim.weight * aim.gap.saturating_sub(*sum).min(u64::from(*points));
                *sum += u64::from(*points);
                if *sum >= aim.gap && *goal < 63 {
                    self.open &= !goal_bit(*goal as usize);
                }
                let n_notes = &mut self.n_notes[*goal as usize];
                self.notes[(aim.notes + *n_notes) as usize] = (end, *points);
                *n_notes += 1;
            }
        }
        adds
    }

    /// Takes off everything but the first `n` that were placed, and forgets what was learnt about the room since.
    pub(super) fn back(&mut self, board: &Board, n: usize) {
        while self.placed.len() > n {
            let (Some(task), Some(learnt)) = (self.placed.pop(), self.learnt.pop()) else { break };
            self.unplace(board, task as usize);
            self.room.back(learnt);
        }
    }

    fn unplace(&mut self, board: &Board, task: usize) {
        let (item, span) = (&board.items[task], self.spans[task]);
        self.room.take(board, item, span.start, -1);
        self.spans[task] = AWAY;
        self.money += u64::from(item.cost);
        self.cost -= u64::from(item.cost);
        self.shunned -= u64::from(item.shun);
        for (goal, points) in &board.gains[item.gains.places()] {
            let aim = &board.aims[*goal as usize];
            if span.end <= aim.due {
                let sum = &mut self.sums[*goal as usize];
                *sum -= u64::from(*points);
                if *sum < aim.gap {
                    self.open |= goal_bit(*goal as usize);
                }
                self.value -= aim.weight * aim.gap.saturating_sub(*sum).min(u64::from(*points));
                self.n_notes[*goal as usize] -= 1;
            }
        }
    }

    /// Weight times end week over all closed points, in the order of the ends, and what is shunned.
    pub(super) fn later(&mut self, board: &Board) -> u64 {
        let mut later = self.shunned;
        for (aim, n_notes) in board.aims.iter().zip(self.n_notes.iter()) {
            let n = *n_notes as usize;
            let (from, sorted) = (aim.notes as usize, &mut self.sorted[..n]);
            sorted.copy_from_slice(&self.notes[from..from + n]);
            // Few, and nearly in order: each goes down to its place.
            for at in 1..n {
                let mut to = at;
                while to > 0 && sorted[to - 1].0 > sorted[to].0 {
                    sorted.swap(to - 1, to);
                    to -= 1;
                }
            }
            let mut open = aim.gap;
            for (end, points) in sorted {
                let closed = open.min(u64::from(*points));
                open -= closed;
                later = later.saturating_add(aim.weight * closed * u64::from(*end));
            }
        }
        later
    }
}
