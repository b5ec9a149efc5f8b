//! What two have said of a person, taken in where the organisation has said whose word counts.

use super::Org;
use crate::domain::{OrgCommand, Rater};
use crate::exchange::handshake::Side;
use crate::state::Handshake;
use leptos::prelude::*;

impl Org {
    /// Takes the chosen levels in, as one change. Where the words make no handshake there are none.
    pub fn take_word(self, handshake: Handshake) {
        let Some(person) = handshake.person.get_untracked() else { return };
        let rated = handshake.picked().into_iter().map(|(skill, side, level)| {
            let by = match side {
                Side::Employee => Rater::Own,
                Side::Manager => Rater::Manager,
            };
            let (person, on) = (person.clone(), handshake.day_of(side));
            OrgCommand::Rate { person, skill, level: Some(level), by, on }
        });
        handshake.is_done.set(self.apply_all(rated));
    }
}
