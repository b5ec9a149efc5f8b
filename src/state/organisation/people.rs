//! What the pages of people ask: which skills a person is looked at in, and a company to look around in.

use super::Org;
use crate::domain::{Person, SkillId, map_of};
use crate::engine::workforce::asked_by;
use leptos::prelude::*;

impl Org {
    /// The skills that a person is rated in and those that their position asks, in order of their ids.
    #[must_use]
    pub fn skills_of(self, person: Option<&Person>) -> Vec<SkillId> {
        let (now, catalog) = (self.now.get(), self.catalog.get());
        let Some((now, person)) = now.zip(person) else { return Vec::new() };
        let rated = person.ratings.iter().filter_map(|held| now.skills.get(held.column.at()).cloned());
        let position = person.position.as_ref().and_then(|id| now.position(id));
        let asked = position.zip(catalog).map(|(position, catalog)| asked_by(position, &catalog)).unwrap_or_default();
        let all = rated.chain(asked.into_iter().map(|asked| asked.skill));
        map_of(all.map(|skill| (skill, ()))).into_keys().collect()
    }
}
