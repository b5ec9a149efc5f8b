//! Places a task together with what has to come before it.

use super::board::{Board, NONE};
use super::decode::Decoder;

/// A chain of needs longer than this is not followed from its end, only from its beginning.
const DEEPEST: u32 = 400;

impl Decoder {
    /// Places a task so that it ends by `limit`, and before it whatever it needs. On failure some of that may be placed.
    pub(super) fn open(&mut self, board: &Board, task: usize, limit: u32, depth: u32) -> bool {
        let item = &board.items[task];
        if self.tried[task] == self.n_tries || depth > DEEPEST || u64::from(item.cost) > self.desk.money {
            return false;
        }
        self.tried[task] = self.n_tries;
        let limit = limit.min(item.due);
        let Some(latest) = limit.checked_sub(item.weeks) else { return false };
        if self.desk.room.is_full_until(item) > latest {
            return false;
        }
        let mut ready = item.release;
        for group in item.groups.places() {
            let alternatives = &board.alternatives[board.groups[group].places()];
            let ends = alternatives.iter().map(|need| self.desk.spans[*need as usize].end);
            let mut end = ends.min().unwrap_or(NONE);
            if end > latest {
                let Some(opened) = self.open_any(board, group, latest, depth + 1) else { return false };
                end = opened;
            }
            ready = ready.max(end);
        }
        // What was placed before it may have closed what it is for.
        let limit = if depth == 0 { limit.min(self.desk.use_until(board, task)) } else { limit };
        if ready > latest || u64::from(item.cost) > self.desk.money {
            return false;
        }
        let Some(week) = self.desk.room.fit(board, item, ready, limit) else { return false };
        let week = self.stay(board, task, week, limit);
        self.desk.place(board, task, week);
        true
    }

    /// Places one task of a group so that it ends by `limit`: the first in the list that can be. Its end.
    pub(super) fn open_any(&mut self, board: &Board, group: usize, limit: u32, depth: u32) -> Option<u32> {
        let alternatives = &board.alternatives[board.groups[group].places()];
        let mark = self.desk.placed.len();
        let mut after = 0;
        loop {
            let rank = |need: &&u32| self.rank[**need as usize] + 1;
            let is_next = |need: &&u32| rank(need) > after && !self.desk.is_placed(**need as usize);
            let next = *alternatives.iter().filter(is_next).min_by_key(rank)?;
            after = self.rank[next as usize] + 1;
            if self.open(board, next as usize, limit, depth) {
                return Some(self.desk.spans[next as usize].end);
            }
            self.desk.back(board, mark);
        }
    }

    /// A task that had a place already stays there where beginning earlier is worth less than keeping it.
    fn stay(&self, board: &Board, task: usize, week: u32, limit: u32) -> u32 {
        let home = self.home[task];
        if home == NONE || home <= week || board.keep == 0 {
            return week;
        }
        let end = home + board.items[task].weeks;
        let worth = self.desk.adds(board, task, end) * u64::from(home - week);
        let is_session = board.items[task].sessions.is_none_or(|part| board.sessions[part.places()].contains(&home));
        if worth < board.keep && is_session && self.desk.room.fits_at(board, &board.items[task], home, limit) {
            home
        } else {
            week
        }
    }
}
