//! What the pages of people ask: which skills a person is looked at in, and a company to look around in.

use super::Org;
use crate::domain::{Certificate, Gate, GateId, GateKind, OrgCommand, Person, SkillId, Text, map_of};
use crate::engine::company;
use crate::engine::workforce::{asked_by, gates_of};
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

    /// What the catalogue calls a gate, where it knows it.
    #[must_use]
    pub fn gate_name(self, gate: &GateId) -> Option<Text> {
        let catalog = self.catalog.get()?;
        let mut gates = catalog.roles.iter().flat_map(|role| &role.profile.gates);
        gates.find(|known| known.id == *gate).map(|known| known.name.clone())
    }

    /// The gates before the position that a person holds; one that the catalogue does not know is called by its id.
    #[must_use]
    pub fn gates_before(self, person: Option<&Person>) -> Vec<Gate> {
        let (Some(now), Some(catalog)) = (self.now.get(), self.catalog.get()) else { return Vec::new() };
        let position = person.and_then(|person| now.position(person.position.as_ref()?));
        let gate = |id: &GateId| {
            let name = self.gate_name(id).unwrap_or_else(|| Text::english(id.as_str()));
            Gate { id: id.clone(), kind: GateKind::Licence, name }
        };
        position.map(|position| gates_of(position, &catalog).into_iter().map(gate).collect()).unwrap_or_default()
    }

    /// Takes in a certificate of a person, in the place of the one of the same name.
    pub fn certify(self, person: Option<&Person>, certificate: Certificate) {
        if let Some(mut person) = person.cloned() {
            person.certify(certificate);
            self.apply(OrgCommand::PutPerson(Box::new(person)));
        }
    }

    /// Forgets a certificate of a person.
    pub fn uncertify(self, person: Option<&Person>, name: &str) {
        if let Some(mut person) = person.cloned() {
            person.uncertify(name);
            self.apply(OrgCommand::PutPerson(Box::new(person)));
        }
    }
}
