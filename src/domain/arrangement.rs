//! What a person has arranged about their plan, beside the room that it has.

use super::ActivityId;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is marked on the second part of an activity that is done in two.
const SECOND: &str = "#2";

/// The person's own hand on a plan. Activities are named as in the plan; one that no plan has is of no effect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Weeks with other hours than usual, by their Mondays; 0 is a week off.
    pub weeks: BTreeMap<NaiveDate, u8>,
    /// Activities that have to be in the plan; with a Monday, beginning there.
    pub pins: BTreeMap<ActivityId, Option<NaiveDate>>,
    /// Activities that are not to be in it.
    pub declined: BTreeSet<ActivityId>,
    /// Hours of the first part, of activities that are done in two parts.
    pub splits: BTreeMap<ActivityId, u16>,
    /// Hours that have gone into activities that are not done yet.
    pub spent: BTreeMap<ActivityId, u16>,
    /// The plan that is followed: the Monday on which each activity begins. Empty while none is.
    pub followed: BTreeMap<ActivityId, NaiveDate>,
}

impl Arrangement {
    /// With an activity that begins on this Monday, whatever the rest does.
    #[must_use]
    pub fn locked(mut self, activity: ActivityId, monday: NaiveDate) -> Self {
        self.pins.insert(activity, Some(monday));
        self
    }

    /// With an activity that may begin wherever it fits, and be left out.
    #[must_use]
    pub fn unlocked(mut self, activity: &ActivityId) -> Self {
        self.pins.remove(activity);
        self
    }

    /// With one activity in the place of another.
    ///
    /// ```
    /// use skillstead::domain::Arrangement;
    /// let swapped = Arrangement::default().swapped("course".into(), "book".into());
    /// assert!(swapped.declined.contains(&"course".into()) && swapped.pins.contains_key(&"book".into()));
    /// let back = swapped.swapped("book".into(), "course".into());
    /// assert!(back.declined.contains(&"book".into()) && !back.declined.contains(&"course".into()));
    /// ```
    #[must_use]
    pub fn swapped(mut self, out: ActivityId, into: ActivityId) -> Self {
        self.declined.remove(&into);
        self.pins.remove(&out);
        self.pins.insert(into, None);
        self.declined.insert(out);
        self
    }

    /// With an activity in two parts, the first of so many hours; 0 makes it one again.
    #[must_use]
    pub fn split(mut self, activity: ActivityId, hours: u16) -> Self {
        match hours {
            0 => drop(self.splits.remove(&activity)),
            hours => drop(self.splits.insert(activity, hours)),
        }
        self
    }

    /// The name of the second part of an activity.
    #[must_use]
    pub fn second_part(activity: &ActivityId) -> ActivityId {
        [activity.as_str(), SECOND].concat().into()
    }
}
