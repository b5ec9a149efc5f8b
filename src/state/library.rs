//! The catalogues that are there, and the search over all of them.

use crate::catalog::{Catalog, Hit};
use crate::domain::{Role, RoleId, SkillId, SkillIx, sorted};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How far the starter catalogue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StarterState {
    /// On its way.
    #[default]
    Loading,
    /// There.
    Ready,
    /// It could not be fetched or read.
    Failed,
}

/// The catalogues, the starter first.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Those that are there; the starter is first, with what the person has made of it.
    pub catalogs: Vec<Arc<Catalog>>,
    /// The starter as it was shipped.
    pub(super) base: Option<Arc<Catalog>>,
    /// How far the starter is.
    pub starter: StarterState,
    /// The sources that the site ships: they cannot be taken away.
    shipped: BTreeSet<Box<str>>,
    /// Whether the shelf has been read, so that what is missing now stays missing.
    pub shelf_read: bool,
}

/// A role or a skill of a catalogue, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A role.
    Role(usize),
    /// A skill.
    Skill(SkillIx),
}

/// What a search has found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub catalog: Arc<Catalog>,
    /// What it is.
    pub entry: Entry,
    /// The other name that matched; none where it was its own.
    pub also: Option<usize>,
    /// How well it matched.
    pub score: f32,
}

impl Library {
    /// The best `limit` roles and skills of all catalogues for a folded query, best first.
    #[must_use]
    pub fn find(&self, folded_query: &str, limit: usize) -> Vec<Found> {
        let search = |catalog: &Arc<Catalog>| {
            let found = |entry: Entry, hit: Hit| Found {
                catalog: Arc::clone(catalog),
                entry,
                also: hit.also,
                score: hit.score,
            };
            let roles = catalog.titles.search(folded_query, limit).into_iter();
            let skills = catalog.skill_names.search(folded_query, limit).into_iter();
            let roles = roles.map(|hit| found(Entry::Role(hit.place), hit));
            roles.chain(skills.map(|hit| found(Entry::Skill(SkillIx(hit.place as u32)), hit))).collect::<Vec<_>>()
        };
        let mut found = sorted(self.catalogs.iter().rev().flat_map(search), |a, b| b.score.total_cmp(&a.score));
        found.truncate(limit);
        found
    }

    /// The best `limit` roles of all catalogues for a folded query; a person's own import goes before the starter on a tie.
    #[must_use]
    pub fn search(&self, folded_query: &str, limit: usize) -> Vec<(Arc<Catalog>, Hit)> {
        let hits = self.catalogs.iter().rev().flat_map(|catalog| {
            let hits = catalog.titles.search(folded_query, limit);
            hits.into_iter().map(move |hit| (Arc::clone(catalog), hit))
        });
        let mut hits = sorted(hits, |a, b| b.1.score.total_cmp(&a.1.score));
        hits.truncate(limit);
        hits
    }

    /// A role of any catalogue.
    #[must_use]
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.catalogs.iter().find_map(|catalog| catalog.find_role(id))
    }

    /// The catalogue that has this role.
    #[must_use]
    pub fn with_role(&self, id: &RoleId) -> Option<&Arc<Catalog>> {
        self.catalogs.iter().find(|catalog| catalog.find_role(id).is_some())
    }

    /// The catalogue that has this skill.
    #[must_use]
    pub fn with_skill(&self, id: &SkillId) -> Option<&Arc<Catalog>> {
        self.catalogs.iter().find(|catalog| catalog.find_skill(id).is_some())
    }

    /// Whether a catalogue that is not there now may still come.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.starter == StarterState::Loading || !self.shelf_read
    }

    /// Puts the starter there as it was shipped.
    pub(super) fn place_starter(&mut self, starter: Catalog) {
        let starter = Arc::new(starter);
        self.starter = StarterState::Ready;
        self.base = Some(Arc::clone(&starter));
        self.place_amended(starter);
    }

    /// Puts the starter with what a person has made of it in the first place.
    pub(super) fn place_amended(&mut self, starter: Arc<Catalog>) {
        self.remove(&starter.source.key);
        self.catalogs.insert(0, starter);
    }

    /// Puts a catalogue in the place of the one of the same source, or behind the others.
    pub(super) fn place(&mut self, catalog: Catalog) {
        self.remove(&catalog.source.key);
        self.shipped.remove(&catalog.source.key);
        self.catalogs.push(Arc::new(catalog));
    }

    /// Puts a catalogue that the site ships behind the others, unless the person has loaded one of the same source.
    pub(super) fn place_shipped(&mut self, catalog: Catalog) {
        if self.catalogs.iter().all(|other| other.source.key != catalog.source.key) {
            let key = catalog.source.key.clone();
            self.place(catalog);
            self.shipped.insert(key);
        }
    }

    /// Whether a source comes with the site, and so cannot be taken away.
    #[must_use]
    pub fn is_shipped(&self, source: &str) -> bool {
        source == "starter" || self.shipped.contains(source)
    }

    pub(super) fn remove(&mut self, source: &str) {
        self.catalogs.retain(|catalog| &*catalog.source.key != source);
    }
}
