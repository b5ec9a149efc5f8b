//! What a person notes over the years: what others say of them, what shows a skill, their weeks, what they foretell. It only ever grows.

use super::{ActivityId, Completion, Level, Question, Rating, RoleId, SkillId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Every entry, oldest first. An entry is never changed; one that was wrong is withdrawn by a later one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One note, on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day on which it was written.
    pub on: NaiveDate,
    /// What it says.
    pub note: Note,
}

/// What can be noted.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Somebody else says where the person is in a skill.
    Said(Said),
    /// Something shows it.
    Shown(Evidence),
    /// The skill was used on this day.
    Used(SkillId),
    /// The person has looked at the levels again and stays where they were.
    Confirmed(SkillId),
    /// A week of learning.
    Week(Week),
    /// "By then I shall be there."
    Foretold(Forecast),
    /// Until this day the way was from this role to that one.
    LeftWay(Option<RoleId>, Option<RoleId>),
    /// How a finished activity was, and what it brought.
    Evaluated(Evaluation),
    /// What others could learn from an activity.
    Learnt(ActivityId, Box<str>),
    /// The quarter was looked back on, with what the person concludes.
    Reviewed(Box<str>),
    /// A plan was followed from this day on.
    Followed(Vec<Milestone>),
    /// Answers on a skill that were taken back.
    Unrated(SkillId, Vec<Rating>),
    /// A finished activity that was not finished after all.
    Reopened(ActivityId, Completion),
    /// A question to ask oneself.
    Asked(Question),
    /// The question at this place was answered by choosing the answers at these places.
    Answered(usize, BTreeSet<u8>),
    /// The entry at this place is taken back.
    Withdrawn(usize),
}

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rater {
    /// The person.
    Own,
    /// Somebody who works beside them.
    Peer,
    /// Somebody they report to.
    Manager,
    /// Nobody: it shows.
    Evidence,
}

/// What somebody else says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The skill.
    pub skill: SkillId,
    /// A peer or a manager.
    pub by: Rater,
    /// Their name or initials, as the person writes it; empty where it does not matter.
    pub who: Box<str>,
    /// Where they see the person.
    pub level: Level,
    /// Their words.
    pub words: Box<str>,
}

/// Kinds of what shows a skill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// Work that was done.
    #[default]
    Work,
    /// A project with a beginning and an end.
    Project,
    /// A collection of work to look at.
    Portfolio,
    /// A course that was taken.
    Course,
    /// A paper that others recognise; it may expire.
    Certificate,
    /// A test that was passed.
    Test,
    /// Thanks, a prize, a reference.
    Recognition,
}

impl EvidenceKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Work, Self::Project, Self::Portfolio, Self::Course, Self::Certificate, Self::Test, Self::Recognition];

    /// The kind as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Project => "project",
            Self::Portfolio => "portfolio",
            Self::Course => "course",
            Self::Certificate => "certificate",
            Self::Test => "test",
            Self::Recognition => "recognition",
        }
    }
}

/// What shows a skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The skill.
    pub skill: SkillId,
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is, or where to find it.
    pub what: Box<str>,
    /// When it was done or given.
    pub dated: NaiveDate,
    /// The last day on which it holds; none holds for good.
    pub expires: Option<NaiveDate>,
    /// The level that it shows; none where it shows the skill but no level of it.
    pub level: Option<Level>,
}

/// What a person tells of a week in a minute.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Hours by activity.
    pub hours: BTreeMap<ActivityId, u16>,
    /// How much energy there was, 1 to 5.
    pub energy: u8,
    /// What was done, in the person's words.
    pub done: Box<str>,
    /// What was in the way.
    pub blocker: Box<str>,
}

/// What a person foretells of themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The skill.
    pub skill: SkillId,
    /// The level that will be reached.
    pub level: Level,
    /// By this day.
    pub by: NaiveDate,
    /// How sure they are, in per cent, 0 to 100.
    pub percent: u8,
}

/// Whether the person uses what an activity taught.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usage {
    /// Not yet.
    #[default]
    NotYet,
    /// Now and then.
    Sometimes,
    /// As a matter of course.
    Often,
}

impl Usage {
    /// Every answer, from the least to the most.
    pub const ALL: [Self; 3] = [Self::NotYet, Self::Sometimes, Self::Often];

    /// The answer as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Sometimes => "sometimes",
            Self::Often => "often",
        }
    }
}

/// How a finished activity was: Kirkpatrick's first, third and fourth level; the second is read from the levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The activity.
    pub activity: ActivityId,
    /// How good it was, 1 to 5.
    pub liked: u8,
    /// Whether what it taught is used.
    pub used: Usage,
    /// What it cost in euros, time included where the person counts it.
    pub cost: u32,
    /// What it brought in euros; none where the person puts no figure to it.
    pub benefit: Option<u32>,
}

/// What a plan foresaw of one of its weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Hours in it.
    pub hours: u16,
    /// Fit at its end, in per cent.
    pub percent: u8,
}

impl Record {
    /// The entries that hold, with their places: those that nobody has withdrawn.
    pub fn holding(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let withdrawn: BTreeSet<usize> = (self.entries.iter())
            .filter_map(|entry| if let Note::Withdrawn(at) = entry.note { Some(at) } else { None })
            .collect();
        self.entries
            .iter()
            .enumerate()
            .filter(move |(at, entry)| !withdrawn.contains(at) && !matches!(entry.note, Note::Withdrawn(_)))
    }

    /// The record as it was at the end of a day.
    ///
    /// ```
    /// use skillstead::domain::{Entry, Note, Record};
    /// let on = |day: &str| day.parse().unwrap();
    /// let mut record = Record::default();
    /// record.entries.push(Entry { on: on("2026-11-23"), note: Note::Used("oven".into()) });
    /// record.entries.push(Entry { on: on("2026-11-25"), note: Note::Withdrawn(0) });
    /// assert_eq!(record.holding().count(), 0);
    /// assert_eq!(record.as_of(on("2026-11-24")).holding().count(), 1);
    /// ```
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Self {
        Self { entries: self.entries.iter().take_while(|entry| entry.on <= day).cloned().collect() }
    }
}
