//! What a file proposes: a skill, a level of it, or something that shows it. The person confirms each, or leaves it.

use super::{Passport, ShownSkill};
use crate::domain::{EvidenceKind, Level, SafeUrl, SkillId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The forms of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// JSON Resume.
    JsonResume,
    /// Our own profile file.
    Profile,
    /// Europass XML, new or old.
    Europass,
    /// An Open Badge, 2.0 or 3.0.
    OpenBadge,
}

/// One thing that a file says of a person. Nothing of it is applied before it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The skill, or the thing that shows it, as the file names it.
    pub name: Box<str>,
    /// The skill of the catalogue that is likely to be meant; none where the person has to say.
    pub matched: Option<Matched>,
    /// The level that the file states, brought to the ladder; none where it states none.
    pub level: Option<Level>,
    /// The file's own words for the level; empty where it has none.
    pub level_words: Box<str>,
    /// The day on which the level was stated; none where the file does not say.
    pub on: Option<NaiveDate>,
    /// The levels before that, oldest first. Only our own files have any.
    pub history: Vec<(NaiveDate, Level)>,
    /// What shows the skill; none where the file only names it.
    pub evidence: Option<Proof>,
    /// What else the file says of it, to be shown beside it; empty where that is nothing.
    pub detail: Box<str>,
    /// Where more is to be found, if the file says so; an address that [`SafeUrl`] takes.
    pub link: Option<Box<str>>,
    /// The form of the file that it came from.
    pub from: Form,
}

/// A skill of the catalogue that a name is likely to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    /// The skill.
    pub skill: SkillId,
    /// How it was found.
    pub how: How,
}

/// How a skill was found, from the surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum How {
    /// By its id or its name, in either language.
    Exact,
    /// By another name of it.
    Alias,
    /// Because its name stands in what the file says, or is much like it: to be looked at.
    Near,
}

/// What shows a skill, as far as the file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is, or where to find it.
    pub what: Box<str>,
    /// When it was done or given; none where the file does not say.
    pub dated: Option<NaiveDate>,
    /// The last day on which it holds; none holds for good.
    pub expires: Option<NaiveDate>,
    /// The level that it shows; none where it shows no level.
    pub level: Option<Level>,
}

impl Proposal {
    /// A name without anything else.
    pub(super) fn named(name: &str, from: Form) -> Self {
        Self {
            name: name.into(),
            matched: None,
            level: None,
            level_words: "".into(),
            on: None,
            history: Vec::new(),
            evidence: None,
            detail: "".into(),
            link: None,
            from,
        }
    }

    /// With evidence of a kind, called by the proposal's name, or by the name and who gave it.
    pub(super) fn shown_by(mut self, kind: EvidenceKind, giver: &str, dated: Option<NaiveDate>) -> Self {
        let what = if giver.is_empty() { self.name.clone() } else { format!("{} ({giver})", self.name).into() };
        self.evidence = Some(Proof { kind, what, dated, expires: None, level: None });
        self
    }

    /// With an address, where it is one that may be followed.
    pub(super) fn linked(mut self, address: &str) -> Self {
        self.link = SafeUrl::of(address).map(|url| url.to_string().into());
        self
    }
}

/// What a passport of ours says: one proposal for each skill with its level and history, and one for each evidence.
pub(super) fn proposals_of(passport: &Passport, from: Form) -> Vec<Proposal> {
    let of_skill = |skill: &ShownSkill| {
        let matched = Some(Matched { skill: skill.id.clone(), how: How::Exact });
        let stated = Proposal {
            matched: matched.clone(),
            level: skill.level.map(|(level, _)| level),
            on: skill.level.map(|(_, on)| on),
            history: skill.history.clone(),
            ..Proposal::named(&skill.name, from)
        };
        let shown = skill.evidence.iter().map(|shown| {
            let proof = Proof {
                kind: shown.kind,
                what: shown.what.clone(),
                dated: Some(shown.dated),
                expires: shown.expires,
                level: shown.level,
            };
            let named = Proposal::named(&skill.name, from).linked(&shown.what);
            Proposal { matched: matched.clone(), evidence: Some(proof), ..named }
        });
        std::iter::once(stated).chain(shown).collect::<Vec<_>>()
    };
    passport.skills.iter().flat_map(of_skill).collect()
}
