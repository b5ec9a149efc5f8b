//! What was known on a day.

use crate::domain::{Note, Record, Workspace};
use chrono::NaiveDate;

/// The document and the record as they were at the end of a day: levels, what was done, what was noted, and the way. Answers that were taken back and
/// activities that were reopened later are there again. What is no history (constants, gates, the catalogue of one's own, the arrangement of
/// the plan) is as it is now.
#[must_use]
pub fn as_of(workspace: &Workspace, record: &Record, day: NaiveDate) -> (Workspace, Record) {
    let mut then = workspace.clone();
    // From now backwards, so that what was there first is put back last.
    for entry in record.entries.iter().rev().take_while(|entry| entry.on > day) {
        match &entry.note {
            Note::Unrated(skill, ratings) => {
                let history = then.ratings.entry(skill.clone()).or_default();
                history.splice(0..0, ratings.iter().copied());
            }
            Note::Reopened(activity, done) => {
                then.completions.insert(activity.clone(), done.clone());
            }
            Note::LeftWay(current, target) => (then.current, then.target) = (current.clone(), target.clone()),
            _ => {}
        }
    }
    for history in then.ratings.values_mut() {
        history.retain(|rating| rating.on <= day);
    }
    then.ratings.retain(|_, history| !history.is_empty());
    then.completions.retain(|_, done| done.on <= day);
    (then, record.as_of(day))
}

/// What has to be noted of a change so that [`as_of`] can take it back: answers and finished activities that are
/// gone or were told anew, and a way that was left.
#[must_use]
pub fn noted(before: &Workspace, after: &Workspace) -> Vec<Note> {
    let unrated = before.ratings.iter().filter(|(skill, _)| !after.ratings.contains_key(*skill));
    let unrated = unrated.map(|(skill, ratings)| Note::Unrated(skill.clone(), ratings.clone()));
    let reopened = before.completions.iter().filter(|(id, done)| after.completions.get(*id) != Some(*done));
    let reopened = reopened.map(|(id, done)| Note::Reopened(id.clone(), done.clone()));
    let way = |workspace: &Workspace| (workspace.current.clone(), workspace.target.clone());
    let (current, target) = way(before);
    let left = (way(before) != way(after)).then_some(Note::LeftWay(current, target));
    unrated.chain(reopened).chain(left).collect()
}
