//! Profile files that people have handed in: looked into, and taken in as what they say of themselves.

use super::Org;
use crate::domain::{Held, Identity, OrgCommand, Organisation, Person, PersonId, Rater, SkillId, map_of};
use crate::exchange::passport::{PassportError, ProfileFile, read_profile};
use crate::state::{TransferError, fold_query, transfer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
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
    /// Everybody by name; none where two have the same.
    named: Memo<BTreeMap<String, Option<PersonId>>>,
}

impl ProfilesIn {
    /// None yet.
    #[must_use]
    pub fn of(org: Org) -> Self {
        let named = Memo::new(move |_| {
            let mut named: BTreeMap<String, Option<PersonId>> = BTreeMap::new();
            org.now.with(|now| {
                let people = now.iter().flat_map(|now| &now.people).filter(|person| !person.name.is_empty());
                for person in people {
                    let known = named.entry(fold_query(&person.name)).or_insert_with(|| Some(person.id.clone()));
                    if known.as_ref() != Some(&person.id) {
                        *known = None;
                    }
                }
            });
            named
        });
        let (handed, n_taken) = (RwSignal::new(Vec::new()), RwSignal::new(0));
        Self { org, handed, n_taken, n_seen: StoredValue::new(0), named }
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
            let by_name = || self.named.with(|named| now.person(named.get(&fold_query(typed))?.as_ref()?));
            match now.person(&id).or_else(by_name) {
                Some(known) => Becomes::Known(known.id.clone(), known.called().to_owned()),
                None => Becomes::New(id),
            }
        })
    }

    /// Takes one in, or all of which it is known whose they are, as one change.
    pub fn take(self, key: Option<usize>) {
        let Some(now) = self.org.now.get_untracked() else { return };
        let waiting = self.handed.get_untracked();
        let mut taken = Vec::new();
        let mut of_whom = Vec::new();
        for handed in waiting.iter().filter(|handed| key.is_none_or(|key| handed.key == key)) {
            let becomes = untrack(|| self.becomes(&handed.whose.get()));
            let (Ok(profile), Becomes::New(id) | Becomes::Known(id, _)) = (&handed.profile, becomes) else { continue };
            of_whom.push((id, profile));
            taken.push(handed.key);
        }
        let adds = self.new_skills(&now, of_whom.iter().map(|(_, profile)| &***profile));
        let mut after = (**now).clone();
        for add in &adds {
            if let Ok(Some(next)) = after.apply(add.clone()) {
                after = next;
            }
        }
        // Two files may be about one person.
        let mut changed: BTreeMap<PersonId, Person> = BTreeMap::new();
        for (id, profile) in of_whom {
            let known = || after.person(&id).cloned().unwrap_or_else(|| newcomer(&id, profile));
            let person = changed.entry(id.clone()).or_insert_with(known);
            rate(person, profile, &after);
        }
        let puts = changed.into_values().map(|person| OrgCommand::PutPerson(Box::new(person)));
        if self.org.apply_all(adds.into_iter().chain(puts)) {
            self.n_taken.set(taken.len());
            self.handed.update(|handed| handed.retain(|handed| !taken.contains(&handed.key)));
        }
    }

    /// The skills that nobody is rated in yet; one that no catalogue knows keeps the name that the profile has for it.
    fn new_skills<'a>(self, now: &Organisation, profiles: impl Iterator<Item = &'a ProfileFile>) -> Vec<OrgCommand> {
        let catalog = self.org.catalog.get_untracked();
        let shown = profiles.flat_map(|profile| &profile.passport.skills).filter(|skill| skill.level.is_some());
        let new = map_of(shown.filter(|skill| now.column(&skill.id).is_none()).map(|skill| (&skill.id, &*skill.name)));
        let is_named = |id: &SkillId| catalog.as_ref().is_some_and(|catalog| catalog.find_skill(id).is_some());
        let add = |(id, name): (&SkillId, &str)| {
            let is_known = is_named(id) || now.own_skills.contains_key(id);
            OrgCommand::AddSkill(id.clone(), if is_known { Box::default() } else { name.into() })
        };
        new.into_iter().map(add).collect()
    }

    /// Lets a file go.
    pub fn leave(self, key: usize) {
        self.handed.update(|handed| handed.retain(|handed| handed.key != key));
    }
}

/// Somebody new. Their name is kept where it is what was typed: a code in its place keeps it out.
fn newcomer(id: &PersonId, profile: &ProfileFile) -> Person {
    let name = match &profile.passport.identity {
        Identity::Name(name) if name.trim() == id.as_str() => name.clone(),
        Identity::Name(_) | Identity::Nobody | Identity::Code(_) => Box::default(),
    };
    Person { name, ..Person::new(id.clone()) }
}

/// The levels of a profile as the person's own word; where a newer rating is there it stays.
fn rate(person: &mut Person, profile: &ProfileFile, organisation: &Organisation) {
    for skill in &profile.passport.skills {
        let Some(((level, on), column)) = skill.level.zip(organisation.column(&skill.id)) else { continue };
        let is_older = person.held(column).and_then(|held| held.on).is_none_or(|held| held <= on);
        if is_older {
            person.rate(Held { column, level, by: Some(Rater::Own), on: Some(on) });
        }
    }
}
