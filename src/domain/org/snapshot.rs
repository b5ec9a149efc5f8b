//! How the organisation stood on a day, in numbers: nobody is named in it.

use super::super::SkillId;
use super::Organisation;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many people stood on which rung of each skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day: an organisation keeps one snapshot of each.
    pub on: NaiveDate,
    /// How many people there were.
    pub people: u32,
    /// How many stood on each rung from 0 to 5, by skill; skills that nobody was rated in are left out.
    pub rungs: BTreeMap<SkillId, [u32; 6]>,
}

impl Snapshot {
    /// The numbers of an organisation. Nobody in it: nothing but the day.
    ///
    /// ```
    /// use skillstead::domain::{Organisation, Snapshot};
    /// let snapshot = Snapshot::of(&Organisation::default(), "2026-11-29".parse().unwrap());
    /// assert_eq!((snapshot.people, snapshot.rungs.len()), (0, 0));
    /// ```
    #[must_use]
    pub fn of(organisation: &Organisation, on: NaiveDate) -> Self {
        let mut counts = vec![[0; 6]; organisation.skills.len()];
        for held in organisation.people.iter().flat_map(|person| &person.ratings) {
            let count =
                counts.get_mut(held.column.at()).and_then(|rungs| rungs.get_mut(usize::from(held.level.rung())));
            if let Some(count) = count {
                *count += 1;
            }
        }
        let rated = organisation.skills.iter().cloned().zip(counts).filter(|(_, rungs)| *rungs != [0; 6]);
        Self { on, people: organisation.people.len() as u32, rungs: rated.collect() }
    }
}
