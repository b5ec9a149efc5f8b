//! Which skill a name means: exactly, by another name, or nearly. What none means becomes a skill of one's own if the person says so.

use super::{Grid, Matched, TableKind, Use};
use crate::catalog::Catalog;
use crate::domain::{Organisation, SkillId};
use crate::exchange::limits;
use crate::exchange::sheets::tidy;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How alike two names have to be, from 0 to 1, to be one name with a slip. *Default.*
const ALIKE: f64 = 0.85;
/// Shorter names are never nearly something: a letter makes another word of them. *Default.*
const SHORT: usize = 5;

/// How a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum How {
    /// It is the skill's name, in either language, or its id.
    Exactly,
    /// It is another name of the skill.
    Alias,
    /// It differs by a slip from one of its names.
    Nearly,
}

/// The names of all skills of a catalogue and of an organisation.
#[derive(Clone, Debug, Default)]
pub struct SkillNames {
    /// By tidied name; none where two skills have it.
    exact: BTreeMap<String, Option<SkillId>>,
    alias: BTreeMap<String, Option<SkillId>>,
    /// All of them with their letters and lengths: most of what is not nearly a name is told by these.
    shapes: Vec<(u32, usize, String, SkillId)>,
}

impl SkillNames {
    /// Gathers the names.
    #[must_use]
    pub fn of(catalog: &Catalog, organisation: &Organisation) -> Self {
        let mut names = Self::default();
        for skill in &catalog.skills {
            for name in [&*skill.name.en, &*skill.name.es, skill.id.as_str()] {
                know(&mut names.exact, name, &skill.id);
            }
            for also in &skill.also {
                know(&mut names.alias, &also.en, &skill.id);
                know(&mut names.alias, &also.es, &skill.id);
            }
        }
        for (id, name) in &organisation.own_skills {
            know(&mut names.exact, name, id);
            know(&mut names.exact, id.as_str(), id);
        }
        let shape = |(name, id): (&String, &Option<SkillId>)| {
            Some((letters(name), name.chars().count(), name.clone(), id.clone()?))
        };
        names.shapes = names.exact.iter().chain(&names.alias).filter_map(shape).collect();
        names
    }

    /// The skill that a name means, and how sure that is; none where it means none, or two.
    ///
    /// ```
    /// use skillstead::{catalog::Catalog, domain::Organisation, exchange::people::{How, SkillNames}};
    /// let own = [("kites".into(), "Kite mending".into())].into();
    /// let names = SkillNames::of(&Catalog::default(), &Organisation { own_skills: own, ..Organisation::default() });
    /// assert_eq!(names.find("KITE  mending"), Some(("kites".into(), How::Exactly)));
    /// assert_eq!(names.find("Kite mendng"), Some(("kites".into(), How::Nearly)));
    /// assert_eq!(names.find("Oven"), None);
    /// ```
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(SkillId, How)> {
        let word = tidy(name);
        self.known(&word).unwrap_or_else(|| self.nearest(&word).map(|id| (id, How::Nearly)))
    }

    /// The skill that a tidied name means without a slip, `Some(None)` where it means two.
    fn known(&self, word: &str) -> Option<Option<(SkillId, How)>> {
        let of = |names: &BTreeMap<String, Option<SkillId>>, how| {
            names.get(word).map(|found| found.clone().map(|id| (id, how)))
        };
        of(&self.exact, How::Exactly).or_else(|| of(&self.alias, How::Alias))
    }

    /// The skill with the name that is most alike; none where two skills are equally near.
    fn nearest(&self, word: &str) -> Option<SkillId> {
        let length = word.chars().count();
        if length < SHORT {
            return None;
        }
        let marks = letters(word);
        let mut best: (f64, Option<&SkillId>) = (ALIKE, None);
        for (others, other, known, id) in &self.shapes {
            // Each slip adds a letter, takes one away, or both: where more of them differ there are too many slips.
            let slips = ((1.0 - ALIKE) * length.max(*other) as f64) as u32;
            if length.abs_diff(*other) as u32 > slips || (marks ^ others).count_ones() > 2 * slips {
                continue;
            }
            let alike = strsim::normalized_damerau_levenshtein(word, known);
            if alike > best.0 || (alike == best.0 && best.1.is_none()) {
                best = (alike, Some(id));
            } else if alike == best.0 && best.1 != Some(id) {
                best = (alike, None);
            }
        }
        best.1.cloned()
    }
}

/// Which letters a word has, a bit for each; letters of other alphabets share theirs.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |marks, letter| marks | 1 << (letter as u32 % 32))
}

fn know(names: &mut BTreeMap<String, Option<SkillId>>, name: &str, id: &SkillId) {
    let word = tidy(name);
    if !word.is_empty() {
        let known = names.entry(word).or_insert_with(|| Some(id.clone()));
        if known.as_ref() != Some(id) {
            *known = None;
        }
    }
}

/// What a name of a skill is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// This skill.
    Skill(SkillId),
    /// A skill of one's own that is called so.
    Own,
    /// Nothing: its levels are left out.
    Left,
}

/// What each name of a skill in a file is taken for, by the name as it stands there.
pub type Choices = BTreeMap<Box<str>, Choice>;

/// One name of a skill in a file, to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The name as it stands there.
    pub name: Box<str>,
    /// The skill that it means, and how sure that is; none where there is no such skill.
    pub found: Option<(SkillId, How)>,
    /// How many rows name it; one for the title of a column.
    pub rows: usize,
}

/// Every name of a skill in the tables, once, in order. Where there are more than [`limits::PEOPLE_COLUMNS`] of them, slips are not
/// looked for.
#[must_use]
pub fn propose(tables: &[(Grid, Matched)], names: &SkillNames) -> Vec<Proposal> {
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for (grid, matched) in tables {
        let skill = matched.kind.columns().iter().position(|column| column.key == "skill");
        for (at, column) in matched.columns.iter().enumerate() {
            match column {
                Use::Skill if matched.kind == TableKind::People => *rows.entry(grid.cell(0, at)).or_default() += 1,
                Use::Field(field) if Some(*field) == skill => {
                    for row in 1..grid.n_rows() {
                        *rows.entry(grid.cell(row, at)).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
    }
    rows.remove("");
    let is_few = rows.len() <= limits::PEOPLE_COLUMNS;
    let found = |name| if is_few { names.find(name) } else { names.known(&tidy(name)).flatten() };
    rows.into_iter().map(|(name, rows)| Proposal { name: name.into(), found: found(name), rows }).collect()
}

/// The proposals as they are: what means no skill is left out until the person says otherwise.
#[must_use]
pub fn choices(proposals: &[Proposal]) -> Choices {
    let choice =
        |found: &Option<(SkillId, How)>| found.as_ref().map_or(Choice::Left, |(id, _)| Choice::Skill(id.clone()));
    proposals.iter().map(|proposal| (proposal.name.clone(), choice(&proposal.found))).collect()
}
