//! What two have said of a person, taken in where the organisation has said whose word counts.

use super::Org;
use crate::domain::{OrgCommand, Rater};
use crate::exchange::handshake::Side;
use crate::state::Handshake;
use leptos::prelude::*;

impl Org {
    /// Takes the chosen levels in, as one change. Where the words make no handshake there are none.
    pub fn take_word(self, handshake: Handshake) {
        let (person, picked) = (untrack(|| handshake.person()), handshake.picked());
        let Some(person) = person.filter(|_| !picked.is_empty()) else { return };
        let rated = picked.into_iter().map(|(skill, side, level, on)| {
            let by = match side {
                Side::Employee => Rater::Own,
                Side::Manager => Rater::Manager,
            };
            OrgCommand::Rate { person: person.clone(), skill, level: Some(level), by, on }
        });
        handshake.set_done(self.apply_all(rated));
    }
}
