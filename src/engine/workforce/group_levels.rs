//! Where the groups that people say they belong to stand in some skills: tables that can be shown.

use super::{OrgPolicy, Release, release};
use crate::domain::{Organisation, SkillId};
use std::collections::BTreeSet;

/// The answer of those who are not rated in a skill, after the rungs from 0 to 5.
pub const UNRATED: usize = 6;

/// Tables of groups by rungs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLevels {
    /// Of each kind its groups, in order: the answers of its question. None are those who say nothing.
    pub groups: Vec<Vec<Option<Box<str>>>>,
    /// The skills: their questions follow those of the kinds, with the rungs from 0 to 5 and [`UNRATED`] as answers.
    pub skills: Vec<SkillId>,
    /// The tables that can be shown, and the pairs of kind and skill that cannot.
    pub release: Release,
}

/// How many people of each group of these kinds stand on which rung of each of these skills, without telling of a few (see [`release`]). Kinds and
/// skills that are named twice are shown once. All that is to be shown has to be asked for at once: two kinds beside two skills are a ring,
/// so the last of their tables is withheld.
#[must_use]
pub fn group_levels(organisation: &Organisation, kinds: &[&str], skills: &[SkillId], own: &OrgPolicy) -> GroupLevels {
    let kinds: BTreeSet<&str> = kinds.iter().copied().collect();
    let skills: BTreeSet<&SkillId> = skills.iter().collect();
    let people = &organisation.people;
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); people.len()];
    let mut groups = Vec::new();
    for kind in &kinds {
        let named: BTreeSet<Option<&str>> = people.iter().map(|person| person.group(kind)).collect();
        let named: Vec<Option<&str>> = named.into_iter().collect();
        for (person, answers) in people.iter().zip(&mut answers) {
            answers.push(named.binary_search(&person.group(kind)).unwrap_or(named.len()));
        }
        groups.push(named.into_iter().map(|group| group.map(Into::into)).collect::<Vec<_>>());
    }
    for skill in &skills {
        let column = organisation.column(skill);
        for (person, answers) in people.iter().zip(&mut answers) {
            let level = column.and_then(|column| person.level(column));
            answers.push(level.map_or(UNRATED, |level| usize::from(level.rung())));
        }
    }
    let n_answers: Vec<usize> = groups.iter().map(Vec::len).chain(skills.iter().map(|_| UNRATED + 1)).collect();
    let beside = |kind| (kinds.len()..n_answers.len()).map(move |skill| [kind, skill]);
    let pairs: Vec<[usize; 2]> = (0..kinds.len()).flat_map(beside).collect();
    let release = release(&answers, &n_answers, &pairs, own.least());
    GroupLevels { groups, skills: skills.into_iter().cloned().collect(), release }
}
