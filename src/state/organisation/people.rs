//! What the pages of people ask: which skills a person is looked at in, and a company to look around in.

use super::Org;
use crate::domain::{OrgCommand, Person, SkillId, map_of};
use crate::engine::company;
use crate::engine::workforce::asked_by;
use leptos::prelude::*;

/// The demo company: so many people, by this seed.
const DEMO: (usize, u64) = (120, 1);

impl Org {
    /// Puts the demo company in the place of what is there. It can be undone, and thrown away.
    pub fn load_demo(self) {
        if let Some(catalog) = self.catalog.get_untracked() {
            let (people, seed) = DEMO;
            self.apply(OrgCommand::Replace(Box::new(company(&catalog, people, seed, self.today()))));
        }
    }

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
