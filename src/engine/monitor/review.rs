//! The look back each quarter: where the plan's skills are against what was foreseen (engine.md 9).

use super::effort::level_before;
use crate::domain::{Level, Note, Record, SkillId, Workspace};
use chrono::{Months, NaiveDate};
use std::collections::BTreeMap;

/// A look back is due so long after the last one, or after the first plan was followed.
const QUARTER: Months = Months::new(3);

/// The look back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// From when on the next one is worth it; none where no plan was ever followed.
    pub due: Option<NaiveDate>,
    /// Skills that were worked on since the last one: the level then and now.
    pub skills: Vec<(SkillId, Level, Level)>,
}

/// The look back as of today: skills whose level has changed since the last one, or since the first plan was followed.
#[must_use]
pub fn review(workspace: &Workspace, record: &Record, today: NaiveDate) -> Review {
    let looked = record.holding().filter(|(_, entry)| matches!(entry.note, Note::Reviewed(_)));
    let followed = record.holding().find(|(_, entry)| matches!(entry.note, Note::Followed(_)));
    let Some(since) = looked.last().or(followed).map(|(_, entry)| entry.on) else { return Review::default() };
    let rated =
        workspace.ratings.iter().flat_map(|(skill, history)| history.iter().map(move |rating| (skill, rating.on)));
    let done = workspace.completions.values().map(|done| (&done.skill, done.on));
    let changed: BTreeMap<&SkillId, NaiveDate> =
        rated.chain(done).filter(|(_, on)| *on > since && *on <= today).collect();
    let (then, now) = (since.succ_opt().unwrap_or(since), today.succ_opt().unwrap_or(today));
    let level = |skill: &SkillId, day| level_before(workspace, skill, day);
    let skills = changed.keys().map(|skill| ((*skill).clone(), level(skill, then), level(skill, now)));
    Review { due: since.checked_add_months(QUARTER), skills: skills.collect() }
}
