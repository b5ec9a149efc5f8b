//! The search for a good plan: walks from several beginnings, then finer ones from the best that they found.

use super::board::{Board, NONE};
use super::check::check;
use super::first::first_lists;
use super::polish::polish;
use super::problem::{Problem, Schedule, Score};
use super::stage::{N_VALUE, Stage};
use super::walk::{Pace, Walk};
use crate::domain::sorted;
use std::cmp::Reverse;

/// A search that can be asked for its best plan at any time. The same problem gives the same plans, step by step.
///
/// There is always a plan: nothing taken if nothing can be. Locked tasks are taken where they are locked, even over the
/// hours or the money there are; the rest is planned around them, and [`check`](super::check::check) tells what they break.
///
/// ```
/// use skillstead::engine::{Problem, Search};
/// let mut search = Search::new(&Problem::default());
/// assert!(!search.run(10));
/// assert!(search.best().starts.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    board: Board,
    walk: Walk,
    stage: Stage,
    /// Whether the walks from the first lists are done.
    is_explored: bool,
    /// Whether the best plan got better since this stage began.
    is_better: bool,
    best: Schedule,
    /// Needs of locked tasks that the best plan does not meet.
    n_unmet: u64,
    /// The best list of the walks from the first lists, which know nothing of an earlier plan.
    found: Found,
    /// All tasks, what closes most for its hours first.
    order: Box<[u32]>,
    n_steps: u32,
    /// What would be closed were there no end of hours and money.
    most: u64,
}

/// A list and how good its plan is.
#[derive(Clone, Debug)]
struct Found {
    list: Box<[u32]>,
    key: (Reverse<u64>, Score),
}

impl Search {
    /// A search that begins with a first answer of its own.
    #[must_use]
    pub fn new(problem: &Problem) -> Self {
        let mut search = Self::prepare(problem);
        search.begin(Stage::Value(0));
        search
    }

    /// A search that begins with a plan that there is. It is never left for a worse one; where it breaks a rule of the
    /// problem now, as much of it as possible is taken over. A plan with too few or too many tasks is read as far as it goes.
    #[must_use]
    pub fn from(problem: &Problem, starts: &[Option<u16>]) -> Self {
        let mut search = Self::prepare(problem);
        let n = search.board.items.len();
        let starts: Vec<Option<u16>> = starts.iter().copied().chain(std::iter::repeat(None)).take(n).collect();
        if let Ok(score) = check(problem, &starts) {
            // Found by no list perhaps, and to be kept all the same.
            search.best = Schedule { starts, score };
            search.n_unmet = 0;
        } else {
            let list = by_start(&search.order, &starts);
            search.walk.decoder.home = starts.iter().map(|start| start.map_or(NONE, u32::from)).collect();
            search.walk.begin(&search.board, &list, search.pace(Stage::Close), 0);
            search.note();
        }
        search.begin(Stage::Close);
        search
    }

    /// Searches on for some steps. Whether there is more to search; nothing happens once there is not.
    pub fn run(&mut self, steps: u32) -> bool {
        for _ in 0..steps {
            while self.walk.is_over() {
                if self.stage == Stage::Done {
                    return false;
                }
                self.advance();
            }
            self.walk.step(&self.board);
            self.n_steps += 1;
            self.note();
        }
        true
    }

    /// The best plan so far.
    #[must_use]
    pub fn best(&self) -> &Schedule {
        &self.best
    }

    /// How many steps were taken so far.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.n_steps
    }

    fn prepare(problem: &Problem) -> Self {
        let mut board = Board::new(problem);
        let walk = Walk::new(&mut board);
        let worst = Score { value: 0, later: u64::MAX, cost: u32::MAX };
        let lists = first_lists(&board);
        let mut search = Self {
            walk,
            stage: Stage::Done,
            is_explored: false,
            is_better: false,
            best: Schedule { starts: vec![None; board.items.len()], score: worst },
            n_unmet: u64::MAX,
            found: Found { list: lists[0].clone().into(), key: (Reverse(u64::MAX), worst) },
            order: lists[0].clone().into(),
            n_steps: 0,
            most: (0..board.aims.len()).map(|goal| board.most(goal)).sum(),
            board,
        };
        for list in &lists {
            search.walk.begin(&search.board, list, search.pace(Stage::Done), 0);
            search.note();
        }
        search.improve_first();
        search
    }

    /// A short cool walk, so that already the first answer is a good one.
    fn improve_first(&mut self) {
        let n_steps = 36_000 / (self.board.items.len() as u32).max(120);
        let pace = Pace { n_steps, ..self.pace(Stage::Refine) };
        let list = self.found.list.clone();
        self.walk.begin(&self.board, &list, Pace { hot: pace.hot / 4, ..pace }, 0);
        while !self.walk.is_over() {
            self.walk.step(&self.board);
            self.note();
        }
    }

    /// Goes on to the next stage.
    fn advance(&mut self) {
        let next = match self.stage {
            Stage::Value(nth) if nth + 1 < N_VALUE => Stage::Value(nth + 1),
            Stage::Value(_) => Stage::Refine,
            Stage::Refine => Stage::Early,
            Stage::Early => {
                self.is_explored = true;
                Stage::Close
            }
            Stage::Close if self.is_better => Stage::Close,
            Stage::Close if !self.is_explored => Stage::Value(0),
            Stage::Close | Stage::Done => Stage::Done,
        };
        self.begin(next);
    }

    /// Whether more value cannot be found.
    fn is_all_closed(&self) -> bool {
        self.found.key.1.value >= self.most
    }

    fn begin(&mut self, stage: Stage) {
        let is_after_value = matches!(stage, Stage::Value(_) | Stage::Refine);
        let stage = if is_after_value && self.is_all_closed() { Stage::Early } else { stage };
        self.stage = stage;
        let closes = stage == Stage::Close;
        let list = if closes {
            polish(&self.board, &mut self.walk.decoder, &mut self.best);
            by_start(&self.order, &self.best.starts).into()
        } else {
            self.found.list.clone()
        };
        // Where it costs to move, a task is at home where the last plan had it, not where a repair has put it.
        let kept = self.board.kept.iter().copied().chain(std::iter::repeat(NONE));
        for ((home, start), kept) in self.walk.decoder.home.iter_mut().zip(&self.best.starts).zip(kept) {
            let is_kept = self.board.keep > 0 && kept != NONE;
            *home = if !closes {
                NONE
            } else if is_kept {
                kept
            } else {
                start.map_or(NONE, u32::from)
            };
        }
        let seed = if let Stage::Value(nth) = stage { u64::from(nth) } else { 7 };
        self.is_better = false;
        self.walk.begin(&self.board, &list, self.pace(stage), seed);
        self.note();
    }

    fn pace(&self, stage: Stage) -> Pace {
        stage.pace(&self.board, self.is_all_closed())
    }

    /// Looks at the plan on the desk: is it the best?
    fn note(&mut self) {
        let desk = &self.walk.decoder.desk;
        let n_unmet = self.walk.decoder.n_unmet();
        let cost = u32::try_from(desk.cost).unwrap_or(u32::MAX);
        let score = Score { value: desk.value, later: self.walk.later, cost };
        let is_exploring = self.stage != Stage::Close;
        if is_exploring && (Reverse(n_unmet), score) > self.found.key {
            self.found.key = (Reverse(n_unmet), score);
            self.found.list.copy_from_slice(self.walk.tried());
        }
        // Cheap first: how many were moved only makes it worse.
        if (Reverse(n_unmet), score) <= (Reverse(self.n_unmet), self.best.score) {
            return;
        }
        let pairs = self.board.kept.iter().zip(desk.spans.iter());
        let moved = pairs.filter(|(kept, span)| **kept != NONE && **kept != span.start).count() as u64;
        let score = Score { later: score.later.saturating_add(self.board.keep.saturating_mul(moved)), ..score };
        if (Reverse(n_unmet), score) > (Reverse(self.n_unmet), self.best.score) {
            self.n_unmet = n_unmet;
            self.best.score = score;
            self.best.starts.clear();
            self.best.starts.extend(self.walk.plan());
            self.is_better = true;
        }
    }
}

/// A list with what has a start in front, in the order of the starts.
fn by_start(list: &[u32], starts: &[Option<u16>]) -> Vec<u32> {
    sorted(list.iter().copied(), |a, b| {
        let key = |task: u32| starts[task as usize].map_or(u32::MAX, u32::from);
        key(*a).cmp(&key(*b))
    })
}
