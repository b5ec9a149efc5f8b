//! Schema 1 of a person's record. Frozen like the document that it is part of.

use crate::domain::{
    Answer, Completion, Entry, Evaluation, Evidence, EvidenceKind, Forecast, Level, LevelError, Milestone, Note,
    Question, Rater, Rating, Record, Said, SkillId, Usage, Week, map_of,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryV1 {
    on: NaiveDate,
    note: NoteV1,
}

/// Levels in tenths.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum NoteV1 {
    Said {
        skill: String,
        manager: bool,
        who: String,
        level: u8,
        words: String,
    },
    Shown {
        skill: String,
        kind: String,
        what: String,
        dated: NaiveDate,
        expires: Option<NaiveDate>,
        level: Option<u8>,
    },
    Used {
        skill: String,
    },
    Confirmed {
        skill: String,
    },
    Week {
        monday: NaiveDate,
        hours: BTreeMap<String, u16>,
        energy: u8,
        done: String,
        blocker: String,
    },
    Foretold {
        skill: String,
        level: u8,
        by: NaiveDate,
        percent: u8,
    },
    LeftWay {
        current: Option<String>,
        target: Option<String>,
    },
    /// Monday, hours, per cent.
    Followed {
        weeks: Vec<(NaiveDate, u16, u8)>,
    },
    Evaluated {
        activity: String,
        liked: u8,
        used: String,
        cost: u32,
        benefit: Option<u32>,
    },
    Learnt {
        activity: String,
        words: String,
    },
    Reviewed {
        words: String,
    },
    /// Level, or none for "not applicable", and day.
    Unrated {
        skill: String,
        answers: Vec<(Option<u8>, NaiveDate)>,
    },
    Reopened {
        activity: String,
        skill: String,
        to: u8,
        hours: u16,
        evidence: String,
        on: NaiveDate,
    },
    Asked {
        skill: String,
        level: u8,
        question: String,
        answers: Vec<String>,
        right: BTreeSet<u8>,
    },
    Answered {
        at: usize,
        chosen: BTreeSet<u8>,
    },
    Withdrawn {
        at: usize,
    },
}

/// A number or a word in a record that the domain does not allow.
#[derive(Debug, thiserror::Error)]
pub(super) enum InvalidRecord {
    #[error(transparent)]
    Level(#[from] LevelError),
    #[error("{0} is no kind of evidence")]
    Kind(String),
    #[error("{0} does not say whether something is used")]
    Usage(String),
}

pub(super) fn written(record: &Record) -> Vec<EntryV1> {
    record.entries.iter().map(|entry| EntryV1 { on: entry.on, note: NoteV1::from(&entry.note) }).collect()
}

pub(super) fn read(entries: Vec<EntryV1>) -> Result<Record, InvalidRecord> {
    let entries = entries.into_iter().map(|entry| Ok(Entry { on: entry.on, note: Note::try_from(entry.note)? }));
    Ok(Record { entries: entries.collect::<Result<_, InvalidRecord>>()? })
}

impl From<&Note> for NoteV1 {
    fn from(note: &Note) -> Self {
        match note {
            Note::Said(Said { skill, by, who, level, words }) => Self::Said {
                skill: skill.to_string(),
                manager: *by == Rater::Manager,
                who: who.to_string(),
                level: (*level).into(),
                words: words.to_string(),
            },
            Note::Shown(Evidence { skill, kind, what, dated, expires, level }) => Self::Shown {
                skill: skill.to_string(),
                kind: kind.word().into(),
                what: what.to_string(),
                dated: *dated,
                expires: *expires,
                level: level.map(Into::into),
            },
            Note::Used(skill) => Self::Used { skill: skill.to_string() },
            Note::Confirmed(skill) => Self::Confirmed { skill: skill.to_string() },
            Note::Week(Week { monday, hours, energy, done, blocker }) => Self::Week {
                monday: *monday,
                hours: map_of(hours.iter().map(|(id, hours)| (id.to_string(), *hours))),
                energy: *energy,
                done: done.to_string(),
                blocker: blocker.to_string(),
            },
            Note::Foretold(Forecast { skill, level, by, percent }) => {
                Self::Foretold { skill: skill.to_string(), level: (*level).into(), by: *by, percent: *percent }
            }
            Note::LeftWay(current, target) => Self::LeftWay {
                current: current.as_ref().map(ToString::to_string),
                target: target.as_ref().map(ToString::to_string),
            },
            Note::Followed(weeks) => {
                Self::Followed { weeks: weeks.iter().map(|week| (week.monday, week.hours, week.percent)).collect() }
            }
            Note::Unrated(skill, answers) => {
                let level = |answer| if let Answer::At(level) = answer { Some(level.into()) } else { None };
                let answers = answers.iter().map(|rating| (level(rating.answer), rating.on)).collect();
                Self::Unrated { skill: skill.to_string(), answers }
            }
            Note::Reopened(activity, Completion { skill, to, hours, evidence, on }) => Self::Reopened {
                activity: activity.to_string(),
                skill: skill.to_string(),
                to: (*to).into(),
                hours: *hours,
                evidence: evidence.to_string(),
                on: *on,
            },
            Note::Evaluated(Evaluation { activity, liked, used, cost, benefit }) => Self::Evaluated {
                activity: activity.to_string(),
                liked: *liked,
                used: used.word().into(),
                cost: *cost,
                benefit: *benefit,
            },
            Note::Learnt(activity, words) => Self::Learnt { activity: activity.to_string(), words: words.to_string() },
            Note::Reviewed(words) => Self::Reviewed { words: words.to_string() },
            Note::Asked(Question { skill, level, text, answers, right }) => Self::Asked {
                skill: skill.to_string(),
                level: (*level).into(),
                question: text.to_string(),
                answers: answers.iter().map(ToString::to_string).collect(),
                right: right.clone(),
            },
            Note::Answered(at, chosen) => Self::Answered { at: *at, chosen: chosen.clone() },
            Note::Withdrawn(at) => Self::Withdrawn { at: *at },
        }
    }
}

impl TryFrom<NoteV1> for Note {
    type Error = InvalidRecord;

    fn try_from(note: NoteV1) -> Result<Self, InvalidRecord> {
        let level = |tenths: u8| Level::try_from(tenths);
        Ok(match note {
            NoteV1::Said { skill, manager, who, level: at, words } => {
                let by = if manager { Rater::Manager } else { Rater::Peer };
                Self::Said(Said { skill: skill.into(), by, who: who.into(), level: level(at)?, words: words.into() })
            }
            NoteV1::Shown { skill, kind, what, dated, expires, level: at } => {
                let known = EvidenceKind::ALL.into_iter().find(|known| known.word() == kind);
                let kind = known.ok_or(InvalidRecord::Kind(kind))?;
                let (skill, what, level) = (skill.into(), what.into(), at.map(level).transpose()?);
                Self::Shown(Evidence { skill, kind, what, dated, expires, level })
            }
            NoteV1::Used { skill } => Self::Used(skill.into()),
            NoteV1::Confirmed { skill } => Self::Confirmed(skill.into()),
            NoteV1::Week { monday, hours, energy, done, blocker } => {
                let hours = map_of(hours.into_iter().map(|(id, hours)| (id.into(), hours)));
                Self::Week(Week {
                    monday,
                    hours,
                    energy: energy.clamp(1, 5),
                    done: done.into(),
                    blocker: blocker.into(),
                })
            }
            NoteV1::Foretold { skill, level: at, by, percent } => {
                Self::Foretold(Forecast { skill: skill.into(), level: level(at)?, by, percent: percent.min(100) })
            }
            NoteV1::LeftWay { current, target } => Self::LeftWay(current.map(Into::into), target.map(Into::into)),
            NoteV1::Followed { weeks } => {
                let week =
                    |(monday, hours, percent): (_, _, u8)| Milestone { monday, hours, percent: percent.min(100) };
                Self::Followed(weeks.into_iter().map(week).collect())
            }
            NoteV1::Unrated { skill, answers } => {
                let rating = |(at, on): (Option<u8>, _)| {
                    let answer = at.map(level).transpose()?.map_or(Answer::NotApplicable, Answer::At);
                    Ok(Rating { answer, on })
                };
                let answers = answers.into_iter().map(rating).collect::<Result<_, InvalidRecord>>()?;
                Self::Unrated(SkillId::from(skill), answers)
            }
            NoteV1::Reopened { activity, skill, to, hours, evidence, on } => {
                let done = Completion { skill: skill.into(), to: level(to)?, hours, evidence: evidence.into(), on };
                Self::Reopened(activity.into(), done)
            }
            NoteV1::Evaluated { activity, liked, used, cost, benefit } => {
                let known = Usage::ALL.into_iter().find(|known| known.word() == used);
                let used = known.ok_or(InvalidRecord::Usage(used))?;
                Self::Evaluated(Evaluation { activity: activity.into(), liked: liked.clamp(1, 5), used, cost, benefit })
            }
            NoteV1::Learnt { activity, words } => Self::Learnt(activity.into(), words.into()),
            NoteV1::Reviewed { words } => Self::Reviewed(words.into()),
            NoteV1::Asked { skill, level: at, question, answers, right } => Self::Asked(Question {
                skill: skill.into(),
                level: level(at)?,
                text: question.into(),
                answers: answers.into_iter().map(Into::into).collect(),
                right,
            }),
            NoteV1::Answered { at, chosen } => Self::Answered(at, chosen),
            NoteV1::Withdrawn { at } => Self::Withdrawn(at),
        })
    }
}
