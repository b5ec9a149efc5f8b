//! What of a person their skills passport shows: chosen item by item, and little by itself.

use super::SkillId;
use std::collections::{BTreeMap, BTreeSet};

/// What a person has chosen to show. By itself a passport names nobody and shows every stated skill with its level, nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassportChoices {
    /// How it names the person.
    pub identity: Identity,
    /// A line about them, in their words; empty for none.
    pub headline: Box<str>,
    /// What is shown of a skill, where it is something else than by itself.
    pub skills: BTreeMap<SkillId, SkillChoice>,
}

/// How a passport names the person whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Identity {
    /// Not at all.
    #[default]
    Nobody,
    /// By a code that says something only to whom they told it.
    Code(Box<str>),
    /// By their name, as they write it.
    Name(Box<str>),
}

/// What is shown of one skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillChoice {
    /// Whether the skill is shown at all. A skill without a level is shown only where this was chosen.
    pub shown: bool,
    /// Whether its level is.
    pub level: bool,
    /// The evidence that is shown with it: places in the record, which stay what they are, since a record only grows.
    pub evidence: BTreeSet<usize>,
    /// Whether earlier levels are shown; never without the level.
    pub history: bool,
}

impl Default for SkillChoice {
    /// The level, no evidence, no history.
    fn default() -> Self {
        Self { shown: true, level: true, evidence: BTreeSet::new(), history: false }
    }
}

impl PassportChoices {
    /// What is shown of a skill that has a level: what was chosen, or else the level alone.
    ///
    /// ```
    /// use skillstead::domain::PassportChoices;
    /// let choice = PassportChoices::default().of(&"oven".into());
    /// assert!(choice.shown && choice.level && choice.evidence.is_empty() && !choice.history);
    /// ```
    #[must_use]
    pub fn of(&self, skill: &SkillId) -> SkillChoice {
        self.skills.get(skill).cloned().unwrap_or_default()
    }

    /// The choices with another one for a skill; one that shows the skill as it is by itself is not kept.
    #[must_use]
    pub fn with(mut self, skill: SkillId, choice: SkillChoice, is_rated: bool) -> Self {
        if is_rated && choice == SkillChoice::default() {
            self.skills.remove(&skill);
        } else {
            self.skills.insert(skill, choice);
        }
        self
    }
}
