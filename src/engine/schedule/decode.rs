//! From a list of tasks to a plan: each in turn takes the earliest weeks that have room, together with what it needs.

use super::board::{Board, NONE};
use super::desk::Desk;
use super::heads::draw_heads;
use super::problem::Score;

/// Where a list was changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    /// The first changed place.
    pub(super) from: usize,
    /// The last place of tasks that only changed their order; beyond all places where there is more to it.
    pub(super) settled: usize,
    /// Whether all that changed is that a task came there that was not taken.
    pub(super) joins: bool,
}

/// What is placed before the list comes to its turn.
#[derive(Clone, Copy, Debug, Default)]
struct Fixed {
    /// How many tasks are locked or needed by those.
    n: usize,
    /// Needs of locked tasks that could not be met.
    n_unmet: u64,
}

/// How it was before the last change.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    /// How many of the placed tasks stayed.
    n_kept: usize,
    fixed: Fixed,
}

/// Makes plans of lists. Everything is reserved once; making a plan takes no new memory.
#[derive(Clone, Debug)]
pub(super) struct Decoder {
    pub(super) desk: Desk,
    base: Desk,
    /// The place of each task in the list: of several ways to meet a need, the one that is named first is taken.
    pub(super) rank: Box<[u32]>,
    /// Where a task would rather stay than begin a little earlier.
    pub(super) home: Box<[u32]>,
    /// Tasks that are being placed, or could not be in this try.
    pub(super) tried: Box<[u32]>,
    pub(super) n_tries: u32,
    fixed: Fixed,
    before: Before,
}

impl Decoder {
    pub(super) fn new(board: &mut Board) -> Self {
        let mut base = Desk::new(board);
        draw_heads(board, &mut base);
        let n = board.items.len();
        Self {
            desk: base.clone(),
            base,
            rank: vec![0; n].into(),
            home: vec![NONE; n].into(),
            tried: vec![0; n].into(),
            n_tries: 0,
            fixed: Fixed::default(),
            before: Before::default(),
        }
    }

    /// Makes the plan of a list of all tasks. Locked tasks are there already, and what they need comes first.
    pub(super) fn decode(&mut self, board: &Board, list: &[u32]) {
        self.desk.reset(&self.base);
        self.rank(board, list);
        self.meet_locks(board);
        for task in list {
            self.offer(board, *task as usize);
        }
    }

    /// Makes the plan of a list that differs from the one on the desk from `change.from` on. The list on the desk names
    /// what is placed first, in the order of placement. Whether the plan turns out the same.
    pub(super) fn redo(&mut self, board: &Board, list: &[u32], change: Change, starts: &[u32]) -> bool {
        let Change { from, settled, joins } = change;
        let is_deep = from < self.fixed.n;
        // A change may begin behind all that is placed, where nothing is: what is placed then goes again when it is undone.
        let n_kept = if is_deep { board.locks.len() } else { from.min(self.desk.placed.len()) };
        self.before = Before { n_kept, fixed: self.fixed };
        self.desk.back(board, self.before.n_kept);
        self.rank(board, list);
        if is_deep {
            self.meet_locks(board);
            list.iter().for_each(|task| self.offer(board, *task as usize));
            return false;
        }
        for (place, task) in list.iter().enumerate().skip(from) {
            self.offer(board, *task as usize);
            if place == from && joins && self.desk.placed.len() == place {
                return true;
            }
            if place == settled && self.desk.placed.len() == place + 1 {
                let is_there = |task: &u32| self.desk.spans[*task as usize].start == starts[*task as usize];
                if list[from..=place].iter().all(is_there) {
                    return true;
                }
            }
        }
        false
    }

    /// Makes the last `redo` undone: the list from then, of what was placed, and where.
    pub(super) fn undo(&mut self, board: &Board, placed: &[u32], starts: &[u32]) {
        self.fixed = self.before.fixed;
        self.desk.back(board, self.before.n_kept);
        self.go_on(board, placed, starts);
    }

    /// Places what is not yet placed of a list, each where it is said to begin.
    pub(super) fn go_on(&mut self, board: &Board, placed: &[u32], starts: &[u32]) {
        for task in &placed[self.desk.placed.len()..] {
            self.desk.place(board, *task as usize, starts[*task as usize]);
        }
    }

    fn rank(&mut self, board: &Board, list: &[u32]) {
        if board.has_choices {
            for (rank, task) in list.iter().enumerate() {
                self.rank[*task as usize] = rank as u32;
            }
        }
    }

    /// How many needs of locked tasks could not be met.
    pub(super) fn n_unmet(&self) -> u64 {
        self.fixed.n_unmet
    }

    /// How many tasks that have a home are not there.
    pub(super) fn n_moved(&self) -> i64 {
        let pairs = self.home.iter().zip(self.desk.spans.iter());
        pairs.filter(|(home, span)| **home != NONE && **home != span.start).count() as i64
    }

    /// Lays tasks just where they are said to begin, and how good that is; `None` if a task
    /// begins before what it needs. Whether there is room is not looked at.
    pub(super) fn lay(&mut self, board: &Board, starts: &[Option<u16>]) -> Option<Score> {
        self.desk.reset(&self.base);
        let taken = starts.iter().enumerate().filter_map(|(task, start)| Some((task, u32::from((*start)?))));
        for (task, week) in taken.clone() {
            if !self.desk.is_placed(task) {
                self.desk.place(board, task, week);
            }
        }
        let spans = &self.desk.spans;
        let is_met = |group: usize, week: u32| {
            let needs = &board.alternatives[board.groups[group].places()];
            needs.iter().any(|need| spans[*need as usize].end <= week)
        };
        for (task, week) in taken {
            if !board.items[task].groups.places().all(|group| is_met(group, week)) {
                return None;
            }
        }
        let kept = board.kept.iter().zip(spans.iter());
        let n_moved = kept.filter(|(kept, span)| **kept != NONE && **kept != span.start).count() as u64;
        let later = self.desk.later(board).saturating_add(board.keep.saturating_mul(n_moved));
        Some(Score { value: self.desk.value, later, cost: u32::try_from(self.desk.cost).unwrap_or(u32::MAX) })
    }

    fn meet_locks(&mut self, board: &Board) {
        self.fixed.n_unmet = 0;
        for (task, week) in board.locks.iter() {
            for group in board.items[*task as usize].groups.places() {
                let alternatives = &board.alternatives[board.groups[group].places()];
                if alternatives.iter().any(|need| self.desk.spans[*need as usize].end <= *week) {
                    continue;
                }
                self.n_tries = self.n_tries.wrapping_add(1);
                if self.open_any(board, group, *week, 1).is_none() {
                    self.fixed.n_unmet += 1;
                }
            }
        }
        self.fixed.n = self.desk.placed.len();
    }

    /// Places a task with what it needs, if that closes something; otherwise nothing changes.
    fn offer(&mut self, board: &Board, task: usize) {
        if self.desk.is_placed(task) {
            return;
        }
        if u64::from(board.items[task].cost) > self.desk.money {
            return;
        }
        let limit = self.desk.use_until(board, task);
        if limit == 0 {
            return;
        }
        let mark = self.desk.placed.len();
        self.n_tries = self.n_tries.wrapping_add(1);
        if !self.open(board, task, limit, 0) {
            self.desk.back(board, mark);
        }
    }
}
