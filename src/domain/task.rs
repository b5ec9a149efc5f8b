//! What is done in a role: its tasks, the share of time that each takes, and what kind of work it is.

use super::Text;
use serde::{Deserialize, Serialize};

/// One task of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is done.
    pub name: Text,
    /// Per cent of the time that it takes, 0 where the catalogue does not say. The shares of a role add up to 100 or to 0.
    pub share: u8,
    /// What kind of work it is, where the catalogue says.
    pub marks: Option<Marks>,
}

impl Task {
    /// A task of which the catalogue says no more than its name.
    #[must_use]
    pub fn named(name: Text) -> Self {
        Self { name, share: 0, marks: None }
    }
}

/// Seven marks from 1 (hardly) to 5 (very much), those of engine.md 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u8; 7]", into = "[u8; 7]")]
pub struct Marks {
    /// The same again and again.
    pub repetitive: u8,
    /// By rules that could be written down.
    pub rule_based: u8,
    /// What it works on is digital already.
    pub digital_input: u8,
    /// A slip does little harm.
    pub error_tolerance: u8,
    /// With people.
    pub human_contact: u8,
    /// With skilled hands.
    pub dexterity: u8,
    /// What is right shows only after a long time.
    pub long_judgement: u8,
}

/// A mark outside 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a mark from 1 to 5")]
pub struct MarkError(pub u8);

impl TryFrom<[u8; 7]> for Marks {
    type Error = MarkError;

    /// From the seven numbers, in the order of the fields.
    fn try_from(marks: [u8; 7]) -> Result<Self, MarkError> {
        if let Some(bad) = marks.into_iter().find(|mark| !(1..=5).contains(mark)) {
            return Err(MarkError(bad));
        }
        let [repetitive, rule_based, digital_input, error_tolerance, human_contact, dexterity, long_judgement] = marks;
        Ok(Self { repetitive, rule_based, digital_input, error_tolerance, human_contact, dexterity, long_judgement })
    }
}

impl From<Marks> for [u8; 7] {
    fn from(marks: Marks) -> Self {
        let Marks { repetitive, rule_based, digital_input, error_tolerance, human_contact, dexterity, long_judgement } =
            marks;
        [repetitive, rule_based, digital_input, error_tolerance, human_contact, dexterity, long_judgement]
    }
}
