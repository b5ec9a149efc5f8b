//! What a search does after what, and how long.

use super::board::Board;
use super::walk::Pace;

/// What the search is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// A walk from a first list after more value; which one.
    Value(u32),
    /// A cooler walk from the best of those.
    Refine,
    /// A walk from the best of all of those that keeps its value and is after earlier ends.
    Early,
    /// A cool walk from the best plan, again and again until one finds nothing.
    Close,
    /// Nothing more.
    Done,
}

/// How many walks go from the first lists.
pub(super) const N_VALUE: u32 = 4;

impl Stage {
    /// How a walk of this stage goes: as long as there is much to try, and at first as hot as a sixth of what a task is worth.
    pub(super) fn pace(self, board: &Board, is_all_closed: bool) -> Pace {
        let n = (board.items.len() as u32).min(10_000);
        let worth: u64 = (0..n as usize).map(|task| board.worth(task)).sum();
        let mean = (worth / u64::from(n.max(1))) as i64;
        // What one task is worth: in weighted weeks of the whole problem, or of one week.
        let whole = mean.saturating_mul(board.capacity.len() as i64);
        // On large problems an answer in seconds counts for more.
        let long = (n * (100 + n * 3 / 4)).min(24_000);
        let (n_steps, point, hot, halvings) = match self {
            Stage::Value(_) => (long, 64, whole.saturating_mul(16), 4),
            Stage::Refine => (long * 4 / 5, 64, whole.saturating_mul(4), 4),
            Stage::Early if is_all_closed => ((200 * n).min(20_000), POINT_ABOVE_ALL, mean.saturating_mul(3), 5),
            Stage::Early => (long / 4, POINT_ABOVE_ALL, mean, 5),
            Stage::Close => ((50 * n).min(2_000), POINT_ABOVE_ALL, mean, 5),
            Stage::Done => (0, 1, 0, 0),
        };
        Pace { n_steps, point, hot: hot.min(1 << 50), halvings }
    }
}

/// A point weighs so much that no earlier end makes up for it.
const POINT_ABOVE_ALL: i64 = 1 << 20;
