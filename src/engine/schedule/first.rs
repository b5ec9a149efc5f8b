//! Lists to begin with: what closes most for its hours comes first.

use super::board::Board;
use crate::domain::sorted;

/// What a task takes and closes, together with what has to come before it.
#[derive(Clone, Copy, Default)]
struct Whole {
    worth: u64,
    hours: u64,
    cost: u64,
}

/// Lists of all tasks, each by another measure of what is best first.
pub(super) fn first_lists(board: &Board) -> [Vec<u32>; 3] {
    let wholes: Vec<Whole> = (0..board.items.len()).map(|task| whole(board, task)).collect();
    let per_hour = |task: &u32| {
        let whole = wholes[*task as usize];
        whole.worth.saturating_mul(1_000) / whole.hours.max(1)
    };
    let alone = |task: &u32| board.worth(*task as usize).saturating_mul(1_000) / board.hours(*task as usize).max(1);
    let money = wholes.iter().map(|whole| whole.cost).sum::<u64>().max(1);
    let hours = wholes.iter().map(|whole| whole.hours).sum::<u64>().max(1);
    let per_both = |task: &u32| {
        let whole = wholes[*task as usize];
        whole.worth.saturating_mul(1_000_000) / (whole.hours * 1_000 / hours + whole.cost * 1_000 / money).max(1)
    };
    [by(board, per_hour), by(board, alone), by(board, per_both)]
}

/// All tasks, the greatest key first.
fn by(board: &Board, key: impl Fn(&u32) -> u64) -> Vec<u32> {
    sorted(0..board.items.len() as u32, |a, b| key(b).cmp(&key(a)))
}

/// A task with what it needs; of several ways to meet a need, the one of fewest hours.
fn whole(board: &Board, task: usize) -> Whole {
    let mut whole = Whole::default();
    let mut is_seen = vec![false; board.items.len()];
    let mut open = vec![task];
    is_seen[task] = true;
    while let Some(task) = open.pop() {
        let item = &board.items[task];
        whole.worth += board.worth(task);
        whole.hours += board.hours(task);
        whole.cost += u64::from(item.cost);
        for group in &board.groups[item.groups.places()] {
            let needs = &board.alternatives[group.places()];
            let is_met = needs.iter().any(|need| is_seen[*need as usize]);
            let shortest = needs.iter().min_by_key(|need| board.hours(**need as usize)).filter(|_| !is_met);
            if let Some(need) = shortest {
                is_seen[*need as usize] = true;
                open.push(*need as usize);
            }
        }
    }
    whole
}
