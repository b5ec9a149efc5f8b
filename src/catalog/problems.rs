//! What is wrong with a catalogue: for the data test, and for the warnings beside an import.

use super::Catalog;
use crate::domain::{Level, SkillIx};
use std::collections::BTreeSet;

/// Something that does not hold together. The catalogue still works: what points nowhere is left out of every result.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// Two entries with one id.
    SameId(String),
    /// An entry that names a skill, group or family that is not there.
    Dangling(String),
    /// A skill that, in the end, has to be learnt before itself.
    Cycle(String),
    /// A step up to level 4 that no activity closes.
    NoWay {
        /// The skill.
        skill: String,
        /// The level that cannot be left.
        from: u8,
    },
    /// A text that is not there in one of the languages.
    NoWords(String),
}

/// All problems of a catalogue, in order; none for a whole one, or for an empty one.
#[must_use]
pub fn problems(catalog: &Catalog) -> BTreeSet<Problem> {
    let mut found = BTreeSet::new();
    let ids = (catalog.skills.iter().map(|skill| skill.id.as_str()))
        .chain(catalog.roles.iter().map(|role| role.id.as_str()))
        .chain(catalog.activities.iter().map(|activity| activity.id.as_str()));
    let mut seen = BTreeSet::new();
    found.extend(ids.filter(|id| !seen.insert(*id)).map(|id| Problem::SameId(id.into())));
    for skill in &catalog.skills {
        let named = (skill.related.iter().map(|related| related.skill))
            .chain(skill.prerequisites.iter().map(|first| first.skill));
        if named.into_iter().any(|place| catalog.skill(place).is_none())
            || usize::from(skill.group) >= catalog.groups.len()
        {
            found.insert(Problem::Dangling(skill.id.to_string()));
        }
        let texts = [&skill.name, &skill.about].into_iter().chain(&skill.levels);
        if texts.into_iter().any(|text| text.en.is_empty() || text.es.is_empty()) {
            found.insert(Problem::NoWords(skill.id.to_string()));
        }
    }
    for role in &catalog.roles {
        if role.requirements.iter().any(|asked| catalog.skill(asked.skill).is_none())
            || usize::from(role.family) >= catalog.families.len()
        {
            found.insert(Problem::Dangling(role.id.to_string()));
        }
        let texts = [&role.name, &role.about].into_iter().chain(role.tasks.iter().map(|task| &task.name));
        if texts.into_iter().any(|text| text.en.is_empty() || text.es.is_empty()) {
            found.insert(Problem::NoWords(role.id.to_string()));
        }
    }
    for place in (0..catalog.skills.len() as u32).map(SkillIx) {
        found.extend(cycle(catalog, place));
        found.extend(missing_steps(catalog, place));
    }
    found
}

/// Follows what has to be learnt before a skill; finding the skill itself there is a cycle.
fn cycle(catalog: &Catalog, start: SkillIx) -> Option<Problem> {
    let before = |place| catalog.skill(place).into_iter().flat_map(|skill| &skill.prerequisites);
    let mut open: Vec<SkillIx> = before(start).map(|first| first.skill).collect();
    let mut seen = BTreeSet::new();
    while let Some(place) = open.pop() {
        if place == start {
            return catalog.skill(start).map(|skill| Problem::Cycle(skill.id.to_string()));
        }
        if seen.insert(place) {
            open.extend(before(place).map(|first| first.skill));
        }
    }
    None
}

fn missing_steps(catalog: &Catalog, place: SkillIx) -> impl Iterator<Item = Problem> {
    let skill = catalog.skill(place).filter(|skill| skill.trainable);
    (0..Level::LEADS.rung()).filter_map(move |from| {
        let closes = |from_at: u8, to: u8| from_at <= from && to > from;
        let mut ways = catalog.activities_for(place);
        if ways.any(|way| closes(way.from.rung(), way.to.rung())) {
            return None;
        }
        Some(Problem::NoWay { skill: skill?.id.to_string(), from })
    })
}
