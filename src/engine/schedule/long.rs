//! A search that goes on until it finds nothing better, and what no plan can exceed: for a worker beside the page.

use super::bound::bound;
use super::problem::{Problem, Schedule, Score};
use super::search::Search;
use serde::{Deserialize, Serialize};

/// Steps between two reports.
const REPORT_EVERY: u32 = 2_000;
/// Steps after which a search ends, whatever it might still find: far beyond what plans of people have taken.
const MOST_STEPS: u32 = 4_000_000;
/// Nodes of the proof. More of them hardly ever prove more.
const N_NODES: u64 = 200;

/// What is searched: a problem and the schedule that there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongAsk {
    /// The problem.
    pub problem: Problem,
    /// Where the schedule that there is has each task.
    pub starts: Vec<Option<u16>>,
}

/// What a long search says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LongReply {
    /// "I listen."
    Ready,
    /// "So far I have tried so many, and this is the best." The steps grow, the score never gets worse.
    SoFar(u32, Score),
    /// "Nothing better is to be found."
    Done {
        /// The best schedule, never worse than the one that there was.
        best: Schedule,
        /// A value that no schedule exceeds.
        most: u64,
    },
}

impl LongAsk {
    /// Searches from the schedule that there is, tells how far it is, and proves at the end what it can. The same question has the
    /// same answer.
    ///
    /// ```
    /// use skillstead::engine::{Goal, LongAsk, LongReply, Problem, Task};
    /// let task = Task { weeks: 1, load: 5, last: 5, due: 2, gains: vec![(0, 1)], ..Task::default() };
    /// let goals = vec![Goal { weight: 3, gap: 1, due: 2 }];
    /// let problem = Problem { capacity: vec![5, 5], goals, tasks: vec![task], ..Problem::default() };
    /// let done = LongAsk { problem, starts: vec![None] }.search(&mut |_, _| ());
    /// let LongReply::Done { best, most } = done else { panic!() };
    /// assert_eq!((best.starts, best.score.value, most), (vec![Some(0)], 3, 3));
    /// ```
    #[must_use]
    pub fn search(&self, report: &mut dyn FnMut(u32, Score)) -> LongReply {
        let mut search = Search::from(&self.problem, &self.starts);
        while search.run(REPORT_EVERY) && search.steps() < MOST_STEPS {
            report(search.steps(), search.best().score);
        }
        let best = search.best().clone();
        let most = bound(&self.problem, best.score.value, N_NODES);
        LongReply::Done { best, most }
    }
}
