//! Where a person stands in each skill of a catalogue: stated, reached by finished activities, assumed, or unknown.

use super::Way;
use crate::catalog::Catalog;
use crate::domain::{Answer, Level, SkillIx, Workspace};

/// What is known of a person's level in one skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The person has rated it, or has finished an activity that leads to this level.
    Rated(Level),
    /// Not rated; the present role asks for this level, or a skill that is held needs it first, so the person is taken to be
    /// near it (engine.md 3).
    Assumed(Level),
    /// Nothing is known. Never the same as level 0.
    Unrated,
    /// The person says that it has no place in their work.
    NotApplicable,
}

impl Held {
    /// The level to reckon with: what is unknown reckons as none, and is shown as unknown.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::Rated(level) | Self::Assumed(level) => level,
            Self::Unrated | Self::NotApplicable => Level::NONE,
        }
    }

    /// Whether the person has said it.
    #[must_use]
    pub fn is_rated(self) -> bool {
        matches!(self, Self::Rated(_))
    }
}

/// Rounds in which what is held implies what had to come before it; longer chains are cut.
const ROUNDS: usize = 8;

/// Who holds a skill has met what it needs first: that is assumed too, where nothing is known of it.
pub(super) fn imply(catalog: &Catalog, held: &mut [Held]) {
    for _ in 0..ROUNDS {
        let mut has_changed = false;
        for (at, skill) in catalog.skills.iter().enumerate() {
            let level = held[at].level();
            for first in skill.prerequisites.iter().filter(|first| level >= first.level && level > Level::NONE) {
                let Some(entry) = held.get_mut(first.skill.at()) else { continue };
                if matches!(entry, Held::Unrated | Held::Assumed(_)) && entry.level() < first.at_least {
                    *entry = Held::Assumed(first.at_least);
                    has_changed = true;
                }
            }
        }
        if !has_changed {
            return;
        }
    }
}

/// One entry for each skill of a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing(Vec<Held>);

impl Standing {
    /// Where the person stands on a way. Ratings of skills that the catalogue does not have are left aside.
    #[must_use]
    pub fn of(way: &Way<'_>, workspace: &Workspace) -> Self {
        let mut held = vec![Held::Unrated; way.catalog.skills.len()];
        for asked in way.current.into_iter().flat_map(|role| &role.requirements) {
            if let Some(entry) = held.get_mut(asked.skill.at()) {
                *entry = Held::Assumed(asked.level);
            }
        }
        for id in workspace.ratings.keys() {
            let place = way.catalog.find_skill(id).map(SkillIx::at);
            let (Some(place), Some(answer)) = (place, workspace.answer(id)) else { continue };
            held[place] = match answer {
                Answer::At(level) => Held::Rated(level),
                Answer::NotApplicable => Held::NotApplicable,
            };
        }
        for done in workspace.completions.values() {
            let Some(place) = way.catalog.find_skill(&done.skill) else { continue };
            let entry = &mut held[place.at()];
            *entry = Held::Rated(entry.level().max(done.to));
        }
        imply(way.catalog, &mut held);
        Self(held)
    }

    /// What is known of one skill; nothing for a place that the catalogue does not have.
    #[must_use]
    pub fn held(&self, skill: SkillIx) -> Held {
        self.0.get(skill.at()).copied().unwrap_or(Held::Unrated)
    }

    /// The level to reckon with in one skill.
    #[must_use]
    pub fn level(&self, skill: SkillIx) -> Level {
        self.held(skill).level()
    }

    /// The same standing with everything that is not rated at this level.
    #[must_use]
    pub fn unrated_as(&self, level: Level) -> Self {
        let known = |held: &Held| match held {
            Held::Assumed(_) | Held::Unrated => Held::Assumed(level),
            rated => *rated,
        };
        Self(self.0.iter().map(known).collect())
    }

    /// The same standing with one skill at another level: to see what a step would change.
    pub fn raise(&mut self, skill: SkillIx, to: Level) {
        if let Some(entry) = self.0.get_mut(skill.at()) {
            *entry = Held::Rated(entry.level().max(to));
        }
    }
}
