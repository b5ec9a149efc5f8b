//! The parts that a similarity is made of, and what each knows of a role.

use super::vectors::Sparse;
use crate::catalog::Catalog;
use crate::domain::{Breadth, Need, Requirement, Role, SkillIx};

/// A part of the similarity of two roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How much each skill matters.
    Ratings,
    /// How much each field of knowledge matters: the skills that are disciplines.
    Knowledge,
    /// The words of titles, descriptions and tasks.
    Words,
    /// The interests that the work suits.
    Interests,
    /// The tools and programs.
    Technology,
    /// What skills that are a head start on the ones asked for have in common.
    Relations,
    /// How much preparation it takes.
    Zone,
}

impl Part {
    /// All of them, in the order in which they are kept.
    pub const ALL: [Self; 7] =
        [Self::Ratings, Self::Knowledge, Self::Words, Self::Interests, Self::Technology, Self::Relations, Self::Zone];

    /// Whether few pairs have anything in common in it, so that a little counts: then the root of the cosine is taken.
    pub(super) fn is_sparse(self) -> bool {
        matches!(self, Self::Words | Self::Technology | Self::Relations)
    }
}

/// What is counted once over all roles before any vector is made.
#[derive(Debug)]
pub(super) struct Counts {
    n_roles: f64,
    /// In how many roles each word is, and each technology.
    words: Vec<u32>,
    technologies: Vec<u32>,
    /// The mean of each interest.
    interests: [f64; 6],
    n_disciplines: usize,
}

/// A role counts less for what many have: words at least this much beside their rarity (measured on O*NET).
const COMMON_WORD: f64 = 0.5;

impl Counts {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut words = vec![0; catalog.role_words.n_words()];
        let mut technologies = vec![0; catalog.technologies.len()];
        let (mut interests, mut n_interests) = ([0.0; 6], 0.0f64);
        for (at, role) in catalog.roles.iter().enumerate() {
            catalog.role_words.of(at).for_each(|(word, _)| words[word as usize] += 1);
            for technology in &role.profile.technologies {
                if let Some(count) = technologies.get_mut(usize::from(*technology)) {
                    *count += 1;
                }
            }
            if let Some(values) = role.profile.interests {
                interests.iter_mut().zip(values.values()).for_each(|(sum, value)| *sum += value);
                n_interests += 1.0;
            }
        }
        let n_disciplines = catalog.skills.iter().filter(|skill| skill.breadth == Breadth::Discipline).count();
        let interests = interests.map(|sum| sum / n_interests.max(1.0));
        Self { n_roles: catalog.roles.len() as f64, words, technologies, interests, n_disciplines }
    }

    /// The vector of a role in a part, columns ascending; empty where the catalogue says nothing. The zone has none.
    pub(super) fn vector(&self, catalog: &Catalog, at: usize, part: Part) -> Sparse {
        let Some(role) = catalog.roles.get(at) else { return Sparse::new() };
        let weights = || role.requirements.iter().map(|asked| (asked.skill, asked.weight.value()));
        match part {
            Part::Ratings => ratings(catalog, weights()),
            Part::Knowledge => self.knowledge(catalog, weights()),
            Part::Words => self.words(catalog, at),
            Part::Interests => self.interests(role),
            Part::Technology => self.technologies(role),
            Part::Relations => relations(catalog, &role.requirements),
            Part::Zone => Sparse::new(),
        }
    }

    /// Fields of knowledge alone.
    pub(super) fn knowledge(&self, catalog: &Catalog, weights: impl Iterator<Item = (SkillIx, f64)>) -> Sparse {
        let is_field = |place: SkillIx| catalog.skill(place).is_some_and(|skill| skill.breadth == Breadth::Discipline);
        above_average(weights.filter(|(place, _)| is_field(*place)), self.n_disciplines)
    }

    /// The root of the times, for what is said ten times is not ten times as true; times the rarity of the word.
    fn words(&self, catalog: &Catalog, at: usize) -> Sparse {
        let rarity = |word: u32| (self.n_roles / f64::from(self.words[word as usize])).ln() + COMMON_WORD;
        catalog.role_words.of(at).map(|(word, times)| (word, (f64::from(times).sqrt() * rarity(word)) as f32)).collect()
    }

    fn interests(&self, role: &Role) -> Sparse {
        let values = role.profile.interests.into_iter().flat_map(|interests| interests.values());
        (0..).zip(values.zip(self.interests)).map(|(at, (value, mean))| (at, (value - mean) as f32)).collect()
    }

    fn technologies(&self, role: &Role) -> Sparse {
        let rarity = |n: u32| ((1.0 + self.n_roles) / (1.0 + f64::from(n))).ln() as f32;
        let known = role.profile.technologies.iter();
        known.filter_map(|at| Some((u32::from(*at), rarity(*self.technologies.get(usize::from(*at))?)))).collect()
    }
}

/// How much each skill matters, above the average over the whole catalogue.
pub(super) fn ratings(catalog: &Catalog, weights: impl Iterator<Item = (SkillIx, f64)>) -> Sparse {
    above_average(weights.filter(|(place, _)| place.at() < catalog.skills.len()), catalog.skills.len())
}

/// Weights less their mean over `n` skills, of which those that are not named weigh nothing.
fn above_average(weights: impl Iterator<Item = (SkillIx, f64)>, n: usize) -> Sparse {
    let weights: Vec<(SkillIx, f64)> = weights.collect();
    let mean = weights.iter().map(|(_, weight)| weight).sum::<f64>() / n.max(1) as f64;
    weights.into_iter().map(|(skill, weight)| (skill.0, (weight - mean) as f32)).collect()
}

/// How many of the skills that are a head start on one are looked at.
const NEAREST: usize = 3;

/// What is asked for, and around it what is a head start on it.
fn relations(catalog: &Catalog, asked: &[Requirement]) -> Sparse {
    let is_there = |place: SkillIx| place.at() < catalog.skills.len();
    let asked = asked.iter().filter(|asked| asked.need != Need::Background && is_there(asked.skill));
    let mut found = Sparse::new();
    for asked in asked {
        let weight = asked.weight.value() as f32;
        let near = catalog.neighbours.get(asked.skill.at()).map_or(&[][..], Vec::as_slice);
        found.push((asked.skill.0, weight));
        let near = near.iter().take(NEAREST).filter(|near| is_there(near.skill));
        found.extend(near.map(|near| (near.skill.0, weight * near.strength)));
    }
    found.sort_by_key(|(column, _)| *column);
    found.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    found
}
