//! Which skill of a catalogue a name is likely to mean.

use super::{How, Matched, Proposal};
use crate::catalog::{Catalog, fold};
use crate::domain::SkillIx;
use std::collections::BTreeMap;

/// Words of the longest name that is looked for inside a text.
const WORDS: usize = 6;
/// Words of the longest name that is looked for by its likeness, which takes long in a large catalogue.
const ALIKE_WORDS: usize = 4;
/// Words of a text that are looked at.
const TEXT_WORDS: usize = 120;
/// The score from which on a search has found something that is worth looking at: every word of the name, one slip at the most.
const ALIKE: f32 = 0.7;

/// Every name of a catalogue's skills, folded.
pub(super) struct Names<'a> {
    catalog: &'a Catalog,
    /// The name itself is found before another name of another skill.
    places: BTreeMap<String, (How, SkillIx)>,
}

impl<'a> Names<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        let mut places: BTreeMap<String, (How, SkillIx)> = BTreeMap::new();
        for (skill, place) in catalog.skills.iter().zip((0..).map(SkillIx)) {
            let names = std::iter::once((How::Exact, &skill.name));
            for (how, text) in names.chain(skill.also.iter().map(|also| (How::Alias, also))) {
                for name in [&text.en, &text.es] {
                    let known = places.entry(folded(name)).or_insert((how, place));
                    *known = (*known).min((how, place));
                }
            }
        }
        places.remove("");
        Self { catalog, places }
    }

    /// The skill that a proposal means: that of its id where the catalogue has it, else the one with its name, else one that is named in it.
    pub(super) fn find(&self, proposal: &Proposal) -> Option<Matched> {
        let by_id = proposal.matched.as_ref().filter(|matched| self.catalog.find_skill(&matched.skill).is_some());
        by_id.cloned().or_else(|| {
            let name = folded(&proposal.name);
            let place = self.places.get(&name).copied();
            let is_name = proposal.evidence.is_none() && name.split(' ').count() <= ALIKE_WORDS;
            let alike = || if is_name { self.alike(&name) } else { None };
            let (how, place) = place.or_else(|| self.within(&name)).or_else(alike)?;
            Some(Matched { skill: self.catalog.skill(place)?.id.clone(), how })
        })
    }

    /// The longest name that stands in a text, word by word; the first of those.
    fn within(&self, text: &str) -> Option<(How, SkillIx)> {
        let words: Vec<&str> = text.split(' ').take(TEXT_WORDS).collect();
        let windows = (1..=WORDS.min(words.len())).rev().flat_map(|n_words| words.windows(n_words));
        // A single letter, or two, is too little to stand for a skill inside of a sentence.
        let names = windows.map(|window| window.join(" ")).filter(|name| name.chars().count() > 2);
        names.into_iter().find_map(|name| self.places.get(&name)).map(|(_, place)| (How::Near, *place))
    }

    fn alike(&self, name: &str) -> Option<(How, SkillIx)> {
        let hit = self.catalog.skill_names.search(name, 1).into_iter().next().filter(|hit| hit.score >= ALIKE)?;
        Some((How::Near, SkillIx(hit.place as u32)))
    }
}

fn folded(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}
