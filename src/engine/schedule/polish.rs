//! What a plan does not need.

use super::board::Board;
use super::decode::Decoder;
use super::problem::{Schedule, Score};

/// Drops each task without which the plan is as good, the last one first. Locked tasks stay.
pub(super) fn polish(board: &Board, decoder: &mut Decoder, best: &mut Schedule) {
    let mut order: Vec<usize> = (0..best.starts.len()).filter(|task| best.starts[*task].is_some()).collect();
    order.retain(|task| board.locks.iter().all(|(locked, _)| *locked as usize != *task));
    order.sort_by_key(|task| std::cmp::Reverse(best.starts[*task]));
    for task in order {
        let start = best.starts[task].take();
        let score = decoder.lay(board, &best.starts);
        let is_as_good = |score: &Score| *score >= best.score;
        match score.filter(is_as_good) {
            Some(score) => best.score = score,
            None => best.starts[task] = start,
        }
    }
}
