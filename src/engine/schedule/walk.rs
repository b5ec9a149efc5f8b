//! One walk over lists of tasks: each step changes the list a little and keeps the change if the plan gets better, or
//! not much worse. How much worse shrinks along the walk (simulated annealing, in whole numbers, so that every machine
//! walks the same way).

use super::board::{Board, NONE};
use super::decode::{Change, Decoder};

/// How a walk goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// How many steps.
    pub(super) n_steps: u32,
    /// What a point of value weighs against a weighted week, in times of all weeks.
    pub(super) point: i64,
    /// What may be lost at the beginning, in weighted weeks.
    pub(super) hot: i64,
    /// How often the heat halves along the walk.
    pub(super) halvings: u32,
}

/// A walk.
#[derive(Clone, Debug)]
pub(super) struct Walk {
    pub(super) decoder: Decoder,
    list: Box<[u32]>,
    next: Box<[u32]>,
    /// How many of the list are taken: they stand first.
    n_taken: usize,
    energy: i64,
    /// Where the plan of the list has its tasks, and how late it is.
    starts: Box<[u32]>,
    kept_later: u64,
    /// Whether the plan on the desk is another one than that of the list.
    is_astray: bool,
    /// Of the plan on the desk.
    pub(super) later: u64,
    step: u32,
    pace: Pace,
    seed: u64,
}

/// Weighs more than any value.
const UNMET: i64 = 1 << 58;

impl Walk {
    /// A walk that is over.
    pub(super) fn new(board: &mut Board) -> Self {
        let n = board.items.len() as u32;
        Self {
            decoder: Decoder::new(board),
            list: (0..n).collect(),
            next: (0..n).collect(),
            n_taken: 0,
            energy: 0,
            starts: vec![NONE; n as usize].into(),
            kept_later: 0,
            is_astray: false,
            later: 0,
            step: 0,
            pace: Pace { n_steps: 0, point: 1, hot: 0, halvings: 0 },
            seed: 0,
        }
    }

    /// Begins anew from a list of all tasks, whose plan is then on the desk.
    pub(super) fn begin(&mut self, board: &Board, list: &[u32], pace: Pace, seed: u64) {
        self.seed = seed;
        self.list.copy_from_slice(list);
        (self.pace, self.step) = (pace, 0);
        self.decoder.decode(board, &self.list);
        self.energy = self.energy(board);
        self.settle();
    }

    pub(super) fn is_over(&self) -> bool {
        self.step >= self.pace.n_steps
    }

    /// The list of the plan on the desk.
    pub(super) fn tried(&self) -> &[u32] {
        if self.is_astray { &self.next } else { &self.list }
    }

    /// Takes one step. The plan that it tried is on the desk, whether it was kept or not.
    pub(super) fn step(&mut self, board: &Board) {
        let heat = self.heat();
        self.step += 1;
        self.go_back(board);
        self.next.copy_from_slice(&self.list);
        let seed = self.seed;
        let mut rng = fastrand::Rng::with_seed(seed);
        let [kind, one, other, chance] = std::array::from_fn(|_| rng.u32(..));
        self.seed = rng.get_seed();
        let change = self.change(kind, one, other);
        if self.decoder.redo(board, &self.next, change, &self.starts) {
            // What could not join stands first among those that wait.
            let n_placed = self.decoder.desk.placed.len();
            if change.joins {
                self.next[n_placed..=self.n_taken].rotate_left(1);
            }
            self.list.copy_from_slice(&self.next);
            self.list[..n_placed].copy_from_slice(&self.decoder.desk.placed);
            self.decoder.go_on(board, &self.list[..self.n_taken], &self.starts);
            self.later = self.kept_later;
            return;
        }
        let energy = self.energy(board);
        let lost = self.energy.saturating_sub(energy);
        if lost <= (heat.saturating_mul(times(chance)) >> 8) {
            self.energy = energy;
            self.list.copy_from_slice(&self.next);
            self.settle();
        } else {
            self.is_astray = true;
        }
    }

    /// Puts the plan of the list on the desk again, after a step that was not kept.
    fn go_back(&mut self, board: &Board) {
        if self.is_astray {
            self.decoder.undo(board, &self.list[..self.n_taken], &self.starts);
            self.is_astray = false;
        }
    }

    fn energy(&mut self, board: &Board) -> i64 {
        self.later = self.decoder.desk.later(board);
        let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let point = self.pace.point.saturating_mul(board.capacity.len().max(1) as i64);
        let value = whole(self.decoder.desk.value).saturating_mul(point).min(UNMET);
        let moved = whole(board.keep).saturating_mul(self.decoder.n_moved());
        let unmet = whole(self.decoder.n_unmet()).saturating_mul(UNMET);
        value.saturating_sub(whole(self.later)).saturating_sub(moved).saturating_sub(unmet)
    }

    /// Rewrites the list: first what is taken, in the order of placement, then the rest. What was given way to others
    /// once then stands behind them.
    fn settle(&mut self) {
        let desk = &self.decoder.desk;
        let placed = desk.placed.iter();
        let rest = self.list.iter().filter(|task| !desk.is_placed(**task as usize));
        for (place, task) in self.next.iter_mut().zip(placed.chain(rest)) {
            *place = *task;
        }
        self.n_taken = desk.placed.len();
        self.kept_later = self.later;
        self.is_astray = false;
        for (start, span) in self.starts.iter_mut().zip(desk.spans.iter()) {
            *start = span.start;
        }
        std::mem::swap(&mut self.list, &mut self.next);
    }

    fn heat(&self) -> i64 {
        let at = u64::from(self.step) * u64::from(self.pace.halvings) * 256 / u64::from(self.pace.n_steps.max(1));
        let (halvings, part) = ((at >> 8).min(62), (at & 255) as i64);
        let heat = self.pace.hot >> halvings;
        heat - ((heat * part) >> 9)
    }

    /// Changes the next list a little, by three random numbers.
    fn change(&mut self, kind: u32, one: u32, other: u32) -> Change {
        let (n, taken) = (self.next.len(), self.n_taken.max(1));
        if n < 2 {
            return Change { from: n, settled: n, joins: true };
        }
        let kind = below(kind, 10);
        if kind < 4 && taken < n {
            self.shift(taken + below(one, n - taken), below(other, taken + 1))
        } else if kind < 7 {
            self.shift(below(one, taken), below(other, taken))
        } else if kind == 7 || taken == n {
            self.shift(below(one, taken), n - 1)
        } else {
            let (out, into) = (below(one, taken), taken + below(other, n - taken));
            self.next.swap(out, into);
            Change { from: out, settled: n, joins: false }
        }
    }

    fn shift(&mut self, from: usize, to: usize) -> Change {
        if from < to {
            self.next[from..=to].rotate_left(1);
        } else {
            self.next[to..=from].rotate_right(1);
        }
        let last = from.max(to);
        let settled = if last < self.n_taken { last } else { self.next.len() };
        Change { from: from.min(to), settled, joins: from >= self.n_taken }
    }

    /// Where the tasks of the plan on the desk begin.
    pub(super) fn plan(&self) -> impl Iterator<Item = Option<u16>> + '_ {
        let start = |start: u32| if start == NONE { None } else { u16::try_from(start).ok() };
        self.decoder.desk.spans.iter().map(move |span| start(span.start))
    }
}

/// A random number made one below `most`.
fn below(random: u32, most: usize) -> usize {
    ((u64::from(random) * most as u64) >> 32) as usize
}

/// How many times the heat may be lost, in 256ths: minus the binary logarithm of a random number, nearly.
fn times(random: u32) -> i64 {
    let drawn = random | 1;
    let zeros = drawn.leading_zeros();
    let mantissa = ((drawn << zeros) >> 23) & 255;
    i64::from(((zeros + 1) << 8) - mantissa)
}
