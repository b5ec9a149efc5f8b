//! Schema 1. Frozen: fields are added with a default, never renamed, retyped or removed.

use super::pairs::{self, Pairs};
use crate::domain::{
    Answer, Arrangement, Completion, Horizon, HorizonError, Level, LevelError, Mix, Overrule, Rating, Timing, Verdict,
    Workspace, map_of, set_of,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    #[serde(default)]
    current: Option<String>,
    #[serde(default)]
    target: Option<String>,
    #[serde(default, with = "pairs")]
    ratings: Pairs<Vec<RatingV1>>,
    #[serde(default, with = "pairs")]
    completions: Pairs<CompletionV1>,
    #[serde(default)]
    horizon: Option<HorizonV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    arrangement: Option<Box<ArrangementV1>>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    mentions: Pairs<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<Box<RawValue>>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    overrules: Pairs<Vec<OverruleV1>>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    constants: Pairs<f64>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    gates: Pairs<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passport: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organisation: Option<Box<RawValue>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RatingV1 {
    /// Tenths of a level; none is "not applicable".
    level: Option<u8>,
    on: NaiveDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompletionV1 {
    skill: String,
    to: u8,
    hours: u16,
    on: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    evidence: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HorizonV1 {
    hours_per_week: u8,
    #[serde(default)]
    start: Option<NaiveDate>,
    #[serde(default)]
    deadline: Option<NaiveDate>,
    #[serde(default)]
    budget: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArrangementV1 {
    weeks: BTreeMap<NaiveDate, u8>,
    #[serde(with = "pairs")]
    pins: Pairs<Option<NaiveDate>>,
    declined: Vec<String>,
    #[serde(with = "pairs")]
    splits: Pairs<u16>,
    #[serde(with = "pairs")]
    spent: Pairs<u16>,
    #[serde(with = "pairs")]
    followed: Pairs<NaiveDate>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    timings: Pairs<TimingV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentors: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    /// Percents by work, with people and from courses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mix: Option<[u8; 3]>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TimingV1 {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    begins: BTreeSet<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OverruleV1 {
    /// The word of a verdict; none takes an earlier one back.
    verdict: Option<String>,
    reason: String,
    on: NaiveDate,
}

/// A number in the document that the domain does not allow.
#[derive(Debug, thiserror::Error)]
pub(super) enum Invalid {
    #[error(transparent)]
    Level(#[from] LevelError),
    #[error(transparent)]
    Horizon(#[from] HorizonError),
    #[error("{0} is no verdict")]
    Verdict(String),
}

impl From<&Workspace> for Document {
    fn from(workspace: &Workspace) -> Self {
        let ratings = workspace
            .ratings
            .iter()
            .map(|(skill, history)| (skill.to_string(), history.iter().map(RatingV1::from).collect()));
        let completions = workspace.completions.iter().map(|(activity, done)| {
            let (skill, evidence) = (done.skill.to_string(), done.evidence.to_string());
            let done = CompletionV1 { skill, to: done.to.into(), hours: done.hours, on: done.on, evidence };
            (activity.to_string(), done)
        });
        let overrules = workspace
            .overrules
            .iter()
            .map(|(role, history)| (role.to_string(), history.iter().map(OverruleV1::from).collect()));
        let Horizon { hours_per_week, start, deadline, budget } = workspace.horizon;
        Self {
            current: workspace.current.as_ref().map(ToString::to_string),
            target: workspace.target.as_ref().map(ToString::to_string),
            ratings: ratings.collect(),
            completions: completions.collect(),
            horizon: Some(HorizonV1 { hours_per_week, start, deadline, budget }),
            arrangement: ArrangementV1::of(&workspace.arrangement),
            mentions: workspace.mentions.iter().map(|(id, words)| (id.to_string(), words.to_string())).collect(),
            own: RawValue::from_string(workspace.own.to_string()).ok(),
            record: RawValue::from_string(workspace.record.to_string()).ok(),
            organisation: RawValue::from_string(workspace.organisation.to_string()).ok(),
            passport: RawValue::from_string(workspace.passport.to_string()).ok(),
            overrules: overrules.collect(),
            constants: workspace.constants.iter().map(|(name, value)| (name.to_string(), *value)).collect(),
            gates: workspace.gates.iter().map(|(gate, holds)| (gate.to_string(), *holds)).collect(),
        }
    }
}

impl From<&Rating> for RatingV1 {
    fn from(rating: &Rating) -> Self {
        let level = match rating.answer {
            Answer::At(level) => Some(level.into()),
            Answer::NotApplicable => None,
        };
        Self { level, on: rating.on }
    }
}

impl ArrangementV1 {
    /// None where nothing is arranged.
    fn of(arrangement: &Arrangement) -> Option<Box<Self>> {
        if *arrangement == Arrangement::default() {
            return None;
        }
        Some(Box::new(Self {
            weeks: arrangement.weeks.clone(),
            pins: arrangement.pins.iter().map(|(id, monday)| (id.to_string(), *monday)).collect(),
            declined: arrangement.declined.iter().map(ToString::to_string).collect(),
            splits: arrangement.splits.iter().map(|(id, hours)| (id.to_string(), *hours)).collect(),
            spent: arrangement.spent.iter().map(|(id, hours)| (id.to_string(), *hours)).collect(),
            followed: arrangement.followed.iter().map(|(id, monday)| (id.to_string(), *monday)).collect(),
            timings: arrangement.timings.iter().map(|(id, timing)| (id.to_string(), TimingV1::from(timing))).collect(),
            mentors: arrangement.mentors.iter().map(ToString::to_string).collect(),
            also: arrangement.also.iter().map(ToString::to_string).collect(),
            mix: arrangement.mix.map(Mix::parts),
        }))
    }
}

impl From<ArrangementV1> for Arrangement {
    fn from(arrangement: ArrangementV1) -> Self {
        Self {
            weeks: arrangement.weeks,
            pins: map_of(arrangement.pins.into_iter().map(|(id, monday)| (id.into(), monday))),
            declined: set_of(arrangement.declined.into_iter().map(Into::into)),
            splits: map_of(arrangement.splits.into_iter().map(|(id, hours)| (id.into(), hours))),
            spent: map_of(arrangement.spent.into_iter().map(|(id, hours)| (id.into(), hours))),
            followed: map_of(arrangement.followed.into_iter().map(|(id, monday)| (id.into(), monday))),
            timings: map_of(arrangement.timings.into_iter().map(|(id, timing)| (id.into(), timing.into()))),
            mentors: set_of(arrangement.mentors.into_iter().map(Into::into)),
            also: set_of(arrangement.also.into_iter().map(Into::into)),
            mix: arrangement.mix.and_then(|[work, people, _]| Mix::of(work, people)),
        }
    }
}

impl From<&Timing> for TimingV1 {
    fn from(timing: &Timing) -> Self {
        Self { from: timing.from, by: timing.by, begins: timing.begins.clone() }
    }
}

impl From<TimingV1> for Timing {
    fn from(timing: TimingV1) -> Self {
        Self { from: timing.from, by: timing.by, begins: timing.begins }
    }
}

impl From<&Overrule> for OverruleV1 {
    fn from(overrule: &Overrule) -> Self {
        let verdict = overrule.verdict.map(|verdict| verdict.word().to_owned());
        Self { verdict, reason: overrule.reason.to_string(), on: overrule.on }
    }
}

impl TryFrom<OverruleV1> for Overrule {
    type Error = Invalid;

    fn try_from(overrule: OverruleV1) -> Result<Self, Invalid> {
        let known = |word: String| Verdict::of_word(&word).ok_or(Invalid::Verdict(word));
        let verdict = overrule.verdict.map(known).transpose()?;
        Ok(Self { verdict, reason: overrule.reason.into(), on: overrule.on })
    }
}

impl TryFrom<Document> for Workspace {
    type Error = Invalid;

    fn try_from(document: Document) -> Result<Self, Invalid> {
        let mut workspace = Self {
            current: document.current.map(Into::into),
            target: document.target.map(Into::into),
            ..Self::default()
        };
        for (skill, history) in document.ratings {
            let history = history.into_iter().map(Rating::try_from).collect::<Result<_, _>>()?;
            workspace.ratings.insert(skill.into(), history);
        }
        for (activity, done) in document.completions {
            let to = Level::try_from(done.to)?;
            let (skill, evidence) = (done.skill.into(), done.evidence.into());
            let done = Completion { skill, to, hours: done.hours, on: done.on, evidence };
            workspace.completions.insert(activity.into(), done);
        }
        for (role, history) in document.overrules {
            let history = history.into_iter().map(Overrule::try_from).collect::<Result<_, _>>()?;
            workspace.overrules.insert(role.into(), history);
        }
        workspace.gates = map_of(document.gates.into_iter().map(|(gate, holds)| (gate.into(), holds)));
        workspace.constants = map_of(document.constants.into_iter().map(|(name, value)| (name.into(), value)));
        if let Some(HorizonV1 { hours_per_week, start, deadline, budget }) = document.horizon {
            workspace.horizon = Horizon { hours_per_week, start, deadline, budget }.checked()?;
        }
        workspace.arrangement =
            document.arrangement.map(|arrangement| Arrangement::from(*arrangement)).unwrap_or_default();
        workspace.mentions = map_of(document.mentions.into_iter().map(|(id, words)| (id.into(), words.into())));
        if let Some(own) = document.own {
            workspace.own = own.get().into();
        }
        if let Some(record) = document.record {
            workspace.record = record.get().into();
        }
        workspace.passport = document.passport.map(|passport| passport.get().into()).unwrap_or_default();
        workspace.organisation = document.organisation.map(|text| text.get().into()).unwrap_or_default();
        Ok(workspace)
    }
}

impl TryFrom<RatingV1> for Rating {
    type Error = LevelError;

    fn try_from(rating: RatingV1) -> Result<Self, LevelError> {
        let answer = match rating.level {
            Some(tenths) => Answer::At(Level::try_from(tenths)?),
            None => Answer::NotApplicable,
        };
        Ok(Self { answer, on: rating.on })
    }
}
