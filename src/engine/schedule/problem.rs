//! A planning problem in whole numbers: goals to close, tasks that close them, and what limits them. Weeks count from 0.

use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};

/// What is to be planned: goals to close within the hours of each week and the money there is.
///
/// The weeks are `0..capacity.len()`. Weights, gaps and gains beyond a million are read as a million.
///
/// ```
/// use skillstead::engine::{Goal, Problem, Search, Task};
/// let goal = Goal { weight: 3, gap: 10, due: 4 };
/// let task = Task { weeks: 2, load: 5, last: 5, due: 4, gains: vec![(0, 10)], ..Task::default() };
/// let problem = Problem { capacity: vec![0, 5, 5, 5], goals: vec![goal], tasks: vec![task], ..Problem::default() };
/// let mut search = Search::new(&problem);
/// while search.run(1_000) {}
/// assert_eq!(search.best().starts, [Some(1)]);
/// assert_eq!(search.best().score.value, 30);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The hours there are in each week.
    pub capacity: Vec<u16>,
    /// The money there is; `None` is no limit.
    pub budget: Option<u32>,
    /// What is to be closed.
    pub goals: Vec<Goal>,
    /// What can be done.
    pub tasks: Vec<Task>,
    /// Whether a running task passes over weeks whose capacity is below its load. Such weeks do not count in its duration
    /// and take no hours. Otherwise a task cannot span them.
    pub pauses: bool,
    /// What it costs in `later` to move a task away from where the last plan had it.
    pub keep: u32,
}

/// A gap that is worth closing. It closes by the gains of the tasks that end by `due`, at most wholly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What each point is worth.
    pub weight: u32,
    /// How many points are missing.
    pub gap: u32,
    /// The week by whose beginning a task has to have ended to count.
    pub due: u16,
}

/// Something that can be done. It runs in consecutive weeks with a constant load and ends where the week after its last
/// one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// How many weeks it runs; 0 is read as 1.
    pub weeks: u16,
    /// Hours in each of its weeks but the last.
    pub load: u16,
    /// Hours in its last week; more than `load` is read as `load`.
    pub last: u16,
    /// What it costs.
    pub cost: u32,
    /// The first week in which it may begin.
    pub release: u16,
    /// The week by whose beginning it has to have ended.
    pub due: u16,
    /// Where it has fixed sessions: the only weeks in which it may begin.
    pub starts: Option<Vec<u16>>,
    /// Of each group at least one task has to have ended when this one begins. A group without any known task cannot be met.
    pub needs: Vec<Vec<usize>>,
    /// The points it closes, each with the goal; those of an unknown goal count nothing.
    pub gains: Vec<(usize, u32)>,
    /// Where it must begin; it is taken then, whatever that breaks.
    pub locked: Option<u16>,
    /// Where the last plan had it.
    pub kept: Option<u16>,
    /// What it costs in `later` to take it, where something else would rather be taken.
    pub shun: u32,
}

/// How good a schedule is. Greater is better: more value, then earlier, then cheaper.
///
/// ```
/// use skillstead::engine::Score;
/// let score = Score { value: 5, later: 9, cost: 1 };
/// assert!(Score { value: 6, later: 20, cost: 7 } > score);
/// assert!(Score { later: 8, cost: 7, ..score } > score);
/// assert!(Score { cost: 0, ..score } > score);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Weight times points closed, over all goals.
    pub value: u64,
    /// Weight times end week, over all closed points in the order in which tasks end, with `keep` for each moved task and
    /// the `shun` of each that is taken.
    pub later: u64,
    /// The cost of all tasks taken.
    pub cost: u32,
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |score: &Score| (score.value, Reverse(score.later), Reverse(score.cost));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Where each task begins (`None` is not taken), and how good that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The first week of each task, in the order of the problem's tasks.
    pub starts: Vec<Option<u16>>,
    /// How good it is.
    pub score: Score,
}

/// No weight, gap or gain counts for more than this.
pub(super) const MOST: u32 = 1_000_000;
