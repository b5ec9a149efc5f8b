//! Questions on what one knows: what was answered, and the level that it shows (engine.md 2).

use crate::domain::{Level, Note, Question, Record, SkillId};
use std::collections::BTreeMap;

/// Of the questions of a level so many have to be answered right, as a share; a slip in five is none of knowledge.
const PASSES: f64 = 0.8;

/// A question and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its place in the record.
    pub at: usize,
    /// The question.
    pub question: Question,
    /// Whether the newest answer is right: exactly the right ones were chosen. None where it was never answered.
    pub is_right: Option<bool>,
}

/// The questions on a skill, oldest first, each with its newest answer. Empty where there are none.
#[must_use]
pub fn asked(record: &Record, skill: &SkillId) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    for (at, entry) in record.holding() {
        match &entry.note {
            Note::Asked(question) if question.skill == *skill => {
                found.push(Asked { at, question: question.clone(), is_right: None });
            }
            Note::Answered(to, chosen) => {
                for asked in found.iter_mut().filter(|asked| asked.at == *to) {
                    asked.is_right = Some(asked.question.right == *chosen);
                }
            }
            _ => {}
        }
    }
    found
}

/// The level that the answers show: level by level upwards, up to the first of which less than four in five questions were answered right. A
/// question without an answer counts as one that was not. None where not even the lowest is shown, or nothing was asked.
///
/// It is what somebody knows, not what they do: a page may offer it as a test that was passed, and it changes no level.
#[must_use]
pub fn known(asked: &[Asked]) -> Option<Level> {
    let mut levels: BTreeMap<Level, (u32, u32)> = BTreeMap::new();
    for one in asked {
        let (right, all) = levels.entry(one.question.level).or_default();
        (*right, *all) = (*right + u32::from(one.is_right == Some(true)), *all + 1);
    }
    let is_shown = |(right, all): (u32, u32)| f64::from(right) >= f64::from(all) * PASSES;
    levels.into_iter().take_while(|(_, counted)| is_shown(*counted)).map(|(level, _)| level).last()
}
