//! Profile files that people have handed in: looked into, and taken in as what they say of themselves.

use super::Org;
use crate::domain::{Identity, OrgCommand, Person, PersonId, Rater};
use crate::exchange::passport::{PassportError, ProfileFile, read_profile};
use crate::state::{TransferError, fold_query, transfer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// Why a file is no profile that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileFailure {
    /// The file.
    File(TransferError),
    /// What is in it.
    Profile(PassportError),
}

/// A file that waits for a yes.
#[derive(Clone, Debug)]
pub struct HandedProfile {
    /// Its place in the order in which files came.
    pub key: usize,
    /// The file's own name.
    pub file: String,
    /// What it says, or why it says nothing.
    pub profile: Result<Arc<ProfileFile>, ProfileFailure>,
    /// Whose it is: a code or a name, as it was typed.
    pub whose: ArcRwSignal<String>,
}

/// Whom a profile would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Nobody is named.
    Nobody,
    /// A person more, with this id.
    New(PersonId),
    /// Somebody who is there, and what they are called.
    Known(PersonId, String),
}

/// Profile files on their way in, as one value that is cheap to pass.
#[derive(Clone, Copy, Debug)]
pub struct ProfilesIn {
    org: Org,
    /// The files that wait.
    pub handed: RwSignal<Vec<HandedProfile>>,
    /// How many were taken in last.
    pub n_taken: RwSignal<usize>,
    n_seen: StoredValue<usize>,
}

impl ProfilesIn {
    /// None yet.
    #[must_use]
    pub fn of(org: Org) -> Self {
        Self { org, handed: RwSignal::new(Vec::new()), n_taken: RwSignal::new(0), n_seen: StoredValue::new(0) }
    }

    /// Looks into files. Nothing changes yet.
    pub fn look_into(self, files: Vec<File>) {
        self.n_taken.set(0);
        spawn_local(async move {
            for file in files {
                let profile = match transfer::read(&file).await {
                    Ok(text) => read_profile(&text).map(Arc::new).map_err(ProfileFailure::Profile),
                    Err(error) => Err(ProfileFailure::File(error)),
                };
                let whose = profile.as_ref().map(|profile| match &profile.passport.identity {
                    Identity::Nobody => String::new(),
                    Identity::Code(who) | Identity::Name(who) => who.to_string(),
                });
                // The page may have been left meanwhile.
                let Some(key) = self.n_seen.try_update_value(|n| {
                    *n += 1;
                    *n
                }) else {
                    return;
                };
                let whose = ArcRwSignal::new(whose.unwrap_or_default());
                self.handed.try_update(|handed| handed.push(HandedProfile { key, file: file.name(), profile, whose }));
            }
        });
    }

    /// Whom a profile would become by what was typed: somebody with that id, or the only one with that name; else a person more.
    #[must_use]
    pub fn becomes(self, typed: &str) -> Becomes {
        let typed = typed.trim();
        if typed.is_empty() {
            return Becomes::Nobody;
        }
        let id = PersonId::from(typed);
        self.org.now.with(|now| {
            let Some(now) = now else { return Becomes::Nobody };
            let by_id = now.person(&id);
            let name = fold_query(typed);
            let mut named =
                now.people.iter().filter(|person| !person.name.is_empty() && fold_query(&person.name) == name);
            let by_name = || named.next().filter(|_| named.next().is_none()).map(AsRef::as_ref);
            match by_id.or_else(by_name) {
                Some(known) => Becomes::Known(known.id.clone(), known.called().to_owned()),
                None => Becomes::New(id),
            }
        })
    }

    /// Takes one in, or all of which it is known whose they are, as one change.
    pub fn take(self, key: Option<usize>) {
        let waiting = self.handed.get_untracked();
        let mut taken = Vec::new();
        let mut commands = Vec::new();
        for handed in waiting.iter().filter(|handed| key.is_none_or(|key| handed.key == key)) {
            let Ok(profile) = &handed.profile else { continue };
            let id = match untrack(|| self.becomes(&handed.whose.get())) {
                Becomes::Nobody => continue,
                Becomes::New(id) => {
                    let name = match &profile.passport.identity {
                        Identity::Name(name) => name.clone(),
                        Identity::Nobody | Identity::Code(_) => Box::default(),
                    };
                    commands.push(OrgCommand::PutPerson(Box::new(Person { name, ..Person::new(id.clone()) })));
                    id
                }
                Becomes::Known(id, _) => id,
            };
            self.rate(&id, profile, &mut commands);
            taken.push(handed.key);
        }
        if self.org.apply_all(commands) {
            self.n_taken.set(taken.len());
            self.handed.update(|handed| handed.retain(|handed| !taken.contains(&handed.key)));
        }
    }

    /// The levels of a profile as the person's own word; where a newer rating is there it stays.
    fn rate(self, id: &PersonId, profile: &ProfileFile, commands: &mut Vec<OrgCommand>) {
        let (Some(now), catalog) = (self.org.now.get_untracked(), self.org.catalog.get_untracked()) else { return };
        let known = now.person(id);
        for skill in &profile.passport.skills {
            let Some((level, on)) = skill.level else { continue };
            let held = now.column(&skill.id).and_then(|column| known?.held(column)).and_then(|held| held.on);
            if held.is_some_and(|held| held > on) {
                continue;
            }
            let is_named = catalog.as_ref().is_some_and(|catalog| catalog.find_skill(&skill.id).is_some());
            if !is_named && !now.own_skills.contains_key(&skill.id) {
                commands.push(OrgCommand::AddSkill(skill.id.clone(), skill.name.clone()));
            }
            let (person, skill) = (id.clone(), skill.id.clone());
            commands.push(OrgCommand::Rate { person, skill, level: Some(level), by: Rater::Own, on });
        }
    }

    /// Lets a file go.
    pub fn leave(self, key: usize) {
        self.handed.update(|handed| handed.retain(|handed| handed.key != key));
    }
}
