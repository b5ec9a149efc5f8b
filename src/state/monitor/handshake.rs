//! What a manager has said of the person, apart from the person's own word, taken into the record.

use super::Monitor;
use crate::domain::{Note, Rater, Said};
use crate::state::Handshake;
use leptos::prelude::*;

impl Monitor {
    /// Notes what is chosen of the manager's word, as one change. Where the record cannot be read nothing is noted.
    pub fn take_word(self, handshake: Handshake) {
        let said = handshake.picked().into_iter().map(|(skill, _, level)| {
            Note::Said(Said { skill, by: Rater::Manager, who: Box::default(), level, words: Box::default() })
        });
        let is_read = self.record.with_untracked(Option::is_some);
        if is_read {
            self.app.note_all(said.collect());
        }
        handshake.is_done.set(is_read);
    }
}
