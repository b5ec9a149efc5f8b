//! What a person is told without a target: the verdict, everybody's shape, and their own word on it.

use super::super::same::Same;
use super::Org;
use crate::domain::{OrgCommand, Person, PersonId, PersonOverrule, PersonVerdict};
use crate::engine::Shape;
use crate::engine::workforce::{OrgPolicy, People, PersonReport};
use leptos::prelude::*;
use std::sync::Arc;

impl Org {
    /// The verdict for a person, as it changes; none while something that it needs is on its way.
    pub fn judged(self, person: Memo<Option<Arc<Person>>>) -> Memo<Option<PersonReport>> {
        Memo::new(move |_| {
            let person = person.get()?;
            self.with_people(|people| people.judge(&person))
        })
    }

    /// Everybody's shape, in the order of the people, while `is_wanted`: broad or deep.
    pub fn shapes(self, is_wanted: Signal<bool>) -> Memo<Option<Same<Vec<Option<Shape>>>>> {
        Memo::new(move |_| {
            let now = is_wanted.get().then(|| self.now.get()).flatten()?;
            let all = |people: &People<'_>| now.people.iter().map(|person| people.judge(person).shape).collect();
            Some(Same(Arc::new(self.with_people(all)?)))
        })
    }

    fn with_people<T>(self, ask: impl FnOnce(&People<'_>) -> T) -> Option<T> {
        let (now, catalog, demand) = (self.now.get()?, self.catalog.get()?, self.demand.get()?);
        let policy = self.app.policy.get();
        let own = OrgPolicy::with(&now.policy);
        Some(ask(&People::of(&now, &catalog, &demand, &policy, &own)))
    }

    /// Keeps somebody's word on a verdict; no verdict takes an earlier word back.
    pub fn overrule(self, person: PersonId, verdict: Option<PersonVerdict>, reason: &str) {
        let said = PersonOverrule { verdict, reason: reason.trim().into(), on: self.today() };
        self.apply(OrgCommand::Overrule(person, said));
    }
}
