//! What a person has arranged about their plan, beside the room that it has.

use super::{ActivityId, Kind, RoleId, SkillId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is marked on the second part of an activity that is done in two.
const SECOND: &str = "#2";

/// The most roles that one plan heads for beside the one that is wanted.
pub const MOST_ALSO: usize = 2;

/// When an activity can take place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The first day on which it can be worked on.
    pub from: Option<NaiveDate>,
    /// The last day on which it can.
    pub by: Option<NaiveDate>,
    /// The days on which it begins, where it does not begin on others.
    pub begins: BTreeSet<NaiveDate>,
}

/// How a person likes to learn: parts of the hours, in whole percents that sum up to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mix {
    /// By doing: projects and tasks of the job.
    pub work: u8,
    /// With people: mentoring, shadowing, sessions, teaching.
    pub people: u8,
    /// From courses, certificates and texts.
    pub courses: u8,
}

impl Default for Mix {
    /// The rule of thumb of 70, 20 and 10 (engine.md 7).
    fn default() -> Self {
        Self { work: 70, people: 20, courses: 10 }
    }
}

impl Mix {
    /// The mix with what is left for courses; none where the two are more than there is.
    ///
    /// ```
    /// use skillstead::domain::Mix;
    /// assert_eq!(Mix::of(70, 20), Some(Mix::default()));
    /// assert_eq!(Mix::of(70, 40), None);
    /// ```
    #[must_use]
    pub fn of(work: u8, people: u8) -> Option<Self> {
        let courses = 100u8.checked_sub(work)?.checked_sub(people)?;
        Some(Self { work, people, courses })
    }

    /// The three parts, in percents.
    #[must_use]
    pub fn parts(self) -> [u8; 3] {
        [self.work, self.people, self.courses]
    }

    /// Which of the three parts a kind of learning belongs to.
    #[must_use]
    pub fn part_of(kind: Kind) -> usize {
        match kind {
            Kind::Project | Kind::Stretch => 0,
            Kind::Shadowing | Kind::Mentoring | Kind::ReverseMentoring | Kind::Community | Kind::Teaching => 1,
            Kind::Course | Kind::Certificate | Kind::Reading => 2,
        }
    }
}

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
    /// When activities can take place, where they cannot at any time.
    pub timings: BTreeMap<ActivityId, Timing>,
    /// Skills in which a mentor helps.
    pub mentors: BTreeSet<SkillId>,
    /// Roles that the plan heads for beside the one that is wanted, [`MOST_ALSO`] at most.
    pub also: BTreeSet<RoleId>,
    /// How the hours are to be spread over the ways of learning, where that is wished.
    pub mix: Option<Mix>,
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

    /// With a role that the plan heads for too; one more than [`MOST_ALSO`] is left aside.
    #[must_use]
    pub fn with_also(mut self, role: RoleId) -> Self {
        if self.also.len() < MOST_ALSO {
            self.also.insert(role);
        }
        self
    }

    /// What stays when another role is wanted: what is about the person, not about the plan.
    #[must_use]
    pub fn for_another_way(self) -> Self {
        Self { weeks: self.weeks, timings: self.timings, mentors: self.mentors, mix: self.mix, ..Self::default() }
    }

    /// With the days on which an activity can take place; any day takes it back.
    #[must_use]
    pub fn timed(mut self, activity: ActivityId, timing: Timing) -> Self {
        if timing == Timing::default() {
            self.timings.remove(&activity);
        } else {
            self.timings.insert(activity, timing);
        }
        self
    }

    /// The name of the second part of an activity.
    #[must_use]
    pub fn second_part(activity: &ActivityId) -> ActivityId {
        [activity.as_str(), SECOND].concat().into()
    }
}
