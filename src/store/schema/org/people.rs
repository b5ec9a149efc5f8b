//! A person as stored. Ratings of one day by one rater stand in one run: column, level in tenths, column, level ...

use super::{InvalidOrg, ids, texts};
use crate::domain::{Certificate, Column, Consent, GateId, Held, Level, Person, Rater, Willing, Wishes, map_of};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonV1 {
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    manager: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<String>,
    /// Rater, day, run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ratings: Vec<(Option<u8>, Option<NaiveDate>, Vec<u16>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gates: Vec<String>,
    /// Name, gate, last day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    certificates: Vec<(String, Option<String>, Option<NaiveDate>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wishes: Option<WishesV1>,
    /// One bit for each thing that was agreed to.
    #[serde(default, skip_serializing_if = "is_zero")]
    consent: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    interests: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours: Option<u8>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    groups: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WishesV1 {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    positions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    roles: Vec<String>,
    mentor: String,
    mentee: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mentees: Option<u8>,
}

/// Raters by the number that stands for each.
const RATERS: [Rater; 4] = [Rater::Own, Rater::Peer, Rater::Manager, Rater::Evidence];
const SEEN: u8 = 1;
const PROPOSED: u8 = 2;
const PAIRED: u8 = 4;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

impl From<&Person> for PersonV1 {
    fn from(person: &Person) -> Self {
        let bit = |is, bit| if is { bit } else { 0 };
        let Consent { seen, proposed, paired } = person.consent;
        let text = |id: Option<&dyn ToString>| id.map(ToString::to_string);
        Self {
            id: person.id.to_string(),
            name: person.name.to_string(),
            team: text(person.team.as_ref().map(|id| id as _)),
            site: text(person.site.as_ref().map(|id| id as _)),
            manager: text(person.manager.as_ref().map(|id| id as _)),
            position: text(person.position.as_ref().map(|id| id as _)),
            ratings: runs(&person.ratings),
            gates: texts(&person.gates),
            certificates: person.certificates.iter().map(certificate).collect(),
            wishes: person.wishes.as_deref().map(WishesV1::from),
            consent: bit(seen, SEEN) | bit(proposed, PROPOSED) | bit(paired, PAIRED),
            interests: texts(&person.interests),
            hours: person.hours,
            groups: map_of(person.groups.iter().map(|(kind, group)| (kind.to_string(), group.to_string()))),
        }
    }
}

impl TryFrom<PersonV1> for Person {
    type Error = InvalidOrg;

    fn try_from(person: PersonV1) -> Result<Self, InvalidOrg> {
        if person.consent > (SEEN | PROPOSED | PAIRED) {
            return Err(InvalidOrg::Number(person.consent.into()));
        }
        let has = |bit| person.consent & bit != 0;
        let mut read = Self::new(person.id.into());
        for (name, gate, until) in person.certificates {
            read.certify(Certificate { name: name.into(), gate: gate.map(Into::into), until });
        }
        Ok(Self {
            name: person.name.into(),
            team: person.team.map(Into::into),
            site: person.site.map(Into::into),
            manager: person.manager.map(Into::into),
            position: person.position.map(Into::into),
            ratings: ratings(person.ratings)?,
            gates: ids::<GateId, _>(person.gates),
            wishes: person.wishes.map(|wishes| Wishes::try_from(wishes).map(Box::new)).transpose()?,
            consent: Consent { seen: has(SEEN), proposed: has(PROPOSED), paired: has(PAIRED) },
            interests: ids::<Box<str>, _>(person.interests),
            hours: person.hours,
            groups: person.groups.into_iter().map(|(kind, group)| (kind.into(), group.into())).collect(),
            ..read
        })
    }
}

fn certificate(known: &Certificate) -> (String, Option<String>, Option<NaiveDate>) {
    (known.name.to_string(), known.gate.as_ref().map(ToString::to_string), known.until)
}

/// Ratings in runs, in the order in which the first of each run stands.
fn runs(ratings: &[Held]) -> Vec<(Option<u8>, Option<NaiveDate>, Vec<u16>)> {
    let mut runs: Vec<(Option<u8>, Option<NaiveDate>, Vec<u16>)> = Vec::new();
    for held in ratings {
        let by = held.by.and_then(|by| RATERS.iter().zip(0..).find(|(rater, _)| **rater == by)).map(|(_, at)| at);
        let rated = [held.column.0, u8::from(held.level).into()];
        match runs.iter_mut().find(|run| (run.0, run.1) == (by, held.on)) {
            Some(run) => run.2.extend(rated),
            None => runs.push((by, held.on, rated.to_vec())),
        }
    }
    runs
}

fn ratings(runs: Vec<(Option<u8>, Option<NaiveDate>, Vec<u16>)>) -> Result<Vec<Held>, InvalidOrg> {
    let mut ratings = Vec::with_capacity(runs.iter().map(|run| run.2.len() / 2).sum());
    for (by, on, run) in runs {
        let rater = |at: u8| RATERS.get(usize::from(at)).copied().ok_or(InvalidOrg::Number(at.into()));
        let by = by.map(rater).transpose()?;
        let (pairs, rest) = run.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(InvalidOrg::Odd);
        }
        for [column, tenths] in pairs {
            let tenths = u8::try_from(*tenths).map_err(|_| InvalidOrg::Number(*tenths))?;
            ratings.push(Held { column: Column(*column), level: Level::try_from(tenths)?, by, on });
        }
    }
    ratings.sort_by_key(|held| held.column);
    Ok(ratings)
}

impl From<&Wishes> for WishesV1 {
    fn from(wishes: &Wishes) -> Self {
        Self {
            positions: texts(&wishes.positions),
            roles: texts(&wishes.roles),
            mentor: wishes.mentor.word().into(),
            mentee: wishes.mentee.word().into(),
            mentees: wishes.mentees,
        }
    }
}

impl TryFrom<WishesV1> for Wishes {
    type Error = InvalidOrg;

    fn try_from(wishes: WishesV1) -> Result<Self, InvalidOrg> {
        let willing = |word: String| {
            let known = Willing::ALL.into_iter().find(|known| known.word() == word);
            known.ok_or(InvalidOrg::Word(word))
        };
        Ok(Self {
            positions: ids(wishes.positions),
            roles: ids(wishes.roles),
            mentor: willing(wishes.mentor)?,
            mentee: willing(wishes.mentee)?,
            mentees: wishes.mentees,
        })
    }
}
