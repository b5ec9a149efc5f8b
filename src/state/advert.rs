//! A pasted advert becomes a role, a pasted CV becomes words beside the skills it names: only what the person confirms.

use super::edit::free_id;
use super::{AmendError, App};
use crate::catalog::Catalog;
use crate::domain::{Command, Level, Need, OwnRequirement, OwnRole, RoleId, SkillId, Text, Weight, map_of};
use crate::exchange::advert::{Dictionary, Mention, TooLong};
use leptos::prelude::*;
use std::sync::Arc;

/// A requirement that an advert names and a person has confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirmed {
    /// The skill.
    pub skill: SkillId,
    /// The level asked for.
    pub level: Level,
    /// How firmly it is asked.
    pub need: Need,
}

/// What was found, with the catalogue that it was found in.
pub type Read = (Arc<Catalog>, Vec<Mention>);

impl App {
    /// The skills of the starter catalogue that a text names, with the catalogue; none where it is not there yet.
    ///
    /// # Errors
    /// A text that is too long.
    pub fn read_text(self, text: &str) -> Result<Option<Read>, TooLong> {
        let Some(catalog) = self.library.with_untracked(|library| library.catalogs.first().cloned()) else {
            return Ok(None);
        };
        let mentions = Dictionary::of(&catalog).read(text)?;
        Ok(Some((catalog, mentions)))
    }

    /// Makes a role of what was confirmed, under a name that no other role has as its id.
    ///
    /// # Errors
    /// More than can be kept, or an own catalogue that cannot be read.
    pub fn make_role(self, name: &str, confirmed: Vec<Confirmed>) -> Result<RoleId, AmendError> {
        let is_taken = |id: &str| self.library.with_untracked(|library| library.with_role(&id.into()).is_some());
        let id = RoleId::from(free_id(name, is_taken));
        let requirement = |asked: Confirmed| {
            let weight = Weight::new(if asked.need == Need::Must { 4.0 } else { 2.0 });
            (asked.skill, OwnRequirement { level: asked.level, weight, need: asked.need })
        };
        let role = OwnRole {
            name: Text::english(name),
            requirements: map_of(confirmed.into_iter().map(requirement)),
            ..OwnRole::default()
        };
        self.save_role(id.clone(), role)?;
        Ok(id)
    }

    /// Keeps what a text says of each skill, beside the skill and without any rating.
    pub fn mention(self, mentions: impl IntoIterator<Item = (SkillId, String)>) {
        let mentions = mentions.into_iter().map(|(skill, words)| (skill, words.into()));
        self.apply(Command::Mention(map_of(mentions)));
    }
}
