//! Where people belong, said by names: a team, a site, a manager.

use super::super::edit::free_id;
use super::super::fold_query;
use super::Org;
use crate::domain::{OrgCommand, Organisation, Person, PersonId};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// So many names are offered at once.
const OFFERED: usize = 12;

impl Org {
    /// Names of teams that hold what was typed.
    #[must_use]
    pub fn find_teams(self, typed: &str) -> Vec<String> {
        self.now.with(|now| now.as_ref().map(|now| fitting(now.teams.values(), typed)).unwrap_or_default())
    }

    /// Names of sites that hold what was typed.
    #[must_use]
    pub fn find_sites(self, typed: &str) -> Vec<String> {
        self.now.with(|now| now.as_ref().map(|now| fitting(now.sites.values(), typed)).unwrap_or_default())
    }

    /// People whose name or id holds what was typed, each as nobody else is known; none before anything is typed.
    #[must_use]
    pub fn find_people(self, typed: &str) -> Vec<String> {
        let query = typed.trim().to_lowercase();
        let fits = |person: &Person| {
            person.name.to_lowercase().contains(&query) || person.id.as_str().to_lowercase().contains(&query)
        };
        self.now.with(|now| {
            let people = now.iter().flat_map(|now| &now.people).filter(|person| !query.is_empty() && fits(person));
            people.take(OFFERED).map(|person| known_as(person)).collect()
        })
    }

    /// How somebody is known as nobody else is: by name and id; nothing where they are gone.
    #[must_use]
    pub fn known_as(self, id: &PersonId) -> String {
        self.now.with(|now| now.as_ref().and_then(|now| now.person(id).map(known_as))).unwrap_or_default()
    }

    /// Puts somebody into the team of this name, which is made where there is none yet; no name is no team.
    pub fn join_team(self, person: &Person, name: &str) {
        self.join(name, |now| &now.teams, OrgCommand::NameTeam, |team| Person { team, ..person.clone() });
    }

    /// Puts somebody at the site of this name, which is made where there is none yet; no name is no site.
    pub fn join_site(self, person: &Person, name: &str) {
        self.join(name, |now| &now.sites, OrgCommand::NameSite, |site| Person { site, ..person.clone() });
    }

    /// Puts somebody where it is called this, among what is `known`; made where it is new.
    fn join<I: Ord + Clone + From<String>>(
        self,
        name: &str,
        known: fn(&Organisation) -> &BTreeMap<I, Box<str>>,
        makes: fn(I, Box<str>) -> OrgCommand,
        with: impl FnOnce(Option<I>) -> Person,
    ) {
        let found = self.now.with_untracked(|now| Some(named(known(now.as_ref()?), name)));
        let Some((id, is_new)) = found else { return };
        let made = id.clone().filter(|_| is_new).map(|id| makes(id, name.trim().into()));
        self.apply_all(made.into_iter().chain([OrgCommand::PutPerson(Box::new(with(id)))]));
    }

    /// Says whom somebody reports to, as [`Self::known_as`] or by id; nobody where nothing is typed. What means nobody who is there is
    /// taken for an id and refused.
    pub fn report_to(self, person: &Person, typed: &str) {
        let typed = typed.trim();
        let known = self.now.with_untracked(|now| {
            let mut people = now.iter().flat_map(|now| &now.people);
            people.find(|one| one.id.as_str() == typed || known_as(one) == typed).map(|one| one.id.clone())
        });
        let manager = known.or_else(|| Some(typed).filter(|typed| !typed.is_empty()).map(PersonId::from));
        self.apply(OrgCommand::PutPerson(Box::new(Person { manager, ..person.clone() })));
    }
}

fn known_as(person: &Person) -> String {
    if person.name.is_empty() { person.id.to_string() } else { [person.called(), " · ", person.id.as_str()].concat() }
}

fn fitting<'a>(names: impl Iterator<Item = &'a Box<str>>, typed: &str) -> Vec<String> {
    let query = fold_query(typed);
    names.filter(|name| fold_query(name).contains(&*query)).take(OFFERED).map(ToString::to_string).collect()
}

/// The id of what has this name, and whether it is a new one; none for no name.
fn named<I: Ord + Clone + From<String>>(known: &BTreeMap<I, Box<str>>, name: &str) -> (Option<I>, bool) {
    let (name, query) = (name.trim(), fold_query(name.trim()));
    if name.is_empty() {
        return (None, false);
    }
    match known.iter().find(|(_, called)| fold_query(called) == query) {
        Some((id, _)) => (Some(id.clone()), false),
        None => (Some(free_id(name, |id| known.contains_key(&I::from(id.to_owned()))).into()), true),
    }
}
