//! What a manager has said of the person, apart from the person's own word, taken into the record.

use super::Monitor;
use crate::domain::{Note, Rater, Said};
use crate::state::Handshake;
use leptos::prelude::*;

impl Monitor {
    /// Notes what is chosen of the manager's word, as one change. Where the record cannot be read nothing is noted.
    pub fn take_word(self, handshake: Handshake) {
        let said = handshake.picked().into_iter().map(|(skill, _, level, _)| {
            Note::Said(Said { skill, by: Rater::Manager, who: Box::default(), level, words: Box::default() })
        });
        let said: Vec<Note> = said.collect();
        if !said.is_empty() && self.record.with_untracked(Option::is_some) {
            self.app.note_all(said);
            handshake.set_done(true);
        }
    }
}
