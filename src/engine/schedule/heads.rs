//! How early each task can end at best.

use super::board::{Board, NONE};
use super::desk::Desk;

/// Finds for each task how early it can end if all that it needs comes as early as it can, and no other task is there.
/// What can never begin gets an end beyond all weeks.
pub(super) fn draw_heads(board: &mut Board, desk: &mut Desk) {
    let mut ends: Vec<u32> = desk.spans.iter().map(|span| span.end).collect();
    let mut is_new = true;
    while is_new {
        is_new = false;
        for task in 0..board.items.len() {
            if desk.is_placed(task) {
                continue;
            }
            let item = &board.items[task];
            let group_end = |group: usize| {
                let needs = &board.alternatives[board.groups[group].places()];
                needs.iter().map(|need| ends[*need as usize]).min().unwrap_or(NONE)
            };
            let ready = item.groups.places().map(group_end).fold(item.release, u32::max);
            let Some(week) = desk.room.fit(board, item, ready, item.due) else { continue };
            let end = week + item.weeks;
            if end < ends[task] {
                ends[task] = end;
                is_new = true;
            }
        }
    }
    for (item, end) in board.items.iter_mut().zip(ends) {
        item.first_end = end;
    }
    desk.room.back(0);
}
