//! What an organisation should look at.

use super::{Coverage, Demand, OrgPolicy, TalentMap, Wishing, asking, gates_of, hours_up};
use crate::catalog::Catalog;
use crate::domain::{Certificate, Cohort, GateId, Level, Organisation, Person, PersonId, PositionId, SkillId, sorted};
use crate::engine::Policy;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum OrgAlert {
    /// Fewer people hold a skill than are needed now: its contributor absence factor is 0.
    Short(Coverage),
    /// A position has open seats, so many, and nobody near it wants it.
    NoBench(PositionId, u32),
    /// A cohort of a programme should have come to its level by a day, and too few have.
    Behind {
        /// The programme.
        programme: Box<str>,
        /// The skill.
        skill: SkillId,
        /// When it should have been over.
        due: NaiveDate,
        /// People of the cohort who are at its level or above.
        there: usize,
        /// All people of the cohort.
        people: usize,
    },
    /// Certificates of one name that have expired, or do so within [`OrgPolicy::expiry_days`].
    Expiring {
        /// What they are called.
        certificate: Box<str>,
        /// People whose certificate has expired, and people whose one will.
        people: [usize; 2],
        /// How many of them hold a position that demands the gate which it proves.
        demanded: usize,
        /// The first day of all on which one of them holds no longer than that.
        first: NaiveDate,
        /// Those of them who have agreed to be named.
        named: Vec<PersonId>,
    },
}

/// Everything to look at today, in the order of the kinds: skills that are short, the most people first; positions with open seats and no bench;
/// cohorts that are behind; certificates that expire, those that have expired for most people first.
#[must_use]
pub fn org_alerts(
    organisation: &Organisation,
    catalog: &Catalog,
    demand: &Demand,
    policy: &Policy,
    own: &OrgPolicy,
    today: NaiveDate,
) -> Vec<OrgAlert> {
    let map = TalentMap::of(organisation, |_| true);
    let short = map.coverage(organisation, &demand.now, own.absence).into_iter().filter(|row| row.absence_factor == 0);
    let missing = |row: &Coverage| row.needed - row.held;
    let short = sorted(short, |a, b| missing(b).cmp(&missing(a))).into_iter().map(OrgAlert::Short);
    let (asked, wishing) = (asking(organisation, catalog), Wishing::of(organisation));
    let open = organisation.positions.iter().zip(&asked).zip(&demand.positions);
    let without = open.filter_map(|((position, asked), demand)| {
        let is_bare = demand.open() > 0 && wishing.successors(catalog, position, asked, policy, own).is_empty();
        is_bare.then(|| OrgAlert::NoBench(position.id.clone(), demand.open()))
    });
    let behind = organisation.programmes.iter().flat_map(|programme| {
        programme.cohorts.iter().filter_map(|cohort| {
            let due = due(organisation, catalog, cohort, policy, own).filter(|due| *due <= today)?;
            let there = there(organisation, cohort);
            let people = cohort.people.len();
            let is_behind = (there as f64) < people as f64 * (1.0 - own.behind_from);
            let (programme, skill) = (programme.name.clone(), cohort.skill.clone());
            is_behind.then_some(OrgAlert::Behind { programme, skill, due, there, people })
        })
    });
    short.chain(without).chain(behind).chain(expiring(organisation, catalog, own, today)).collect()
}

/// Certificates whose last day is over or near, name by name.
fn expiring(organisation: &Organisation, catalog: &Catalog, own: &OrgPolicy, today: NaiveDate) -> Vec<OrgAlert> {
    let until = today.checked_add_days(Days::new(own.expiry_days as u64)).unwrap_or(NaiveDate::MAX);
    let mut found: BTreeMap<&str, Vec<(&Person, &Certificate, NaiveDate)>> = BTreeMap::new();
    for person in &organisation.people {
        for certificate in &person.certificates {
            if let Some(last) = certificate.until.filter(|last| *last <= until) {
                found.entry(&certificate.name).or_default().push((person, certificate, last));
            }
        }
    }
    let alerts = found.into_iter().filter_map(|(name, held)| {
        let expired = held.iter().filter(|(.., last)| *last < today).count();
        let demands = |person: &Person, gate: &GateId| {
            let position = person.position.as_ref().and_then(|id| organisation.position(id));
            position.is_some_and(|position| gates_of(position, catalog).contains(&gate))
        };
        let is_demanded = |(person, known, _): &&(&Person, &Certificate, _)| {
            known.gate.as_ref().is_some_and(|gate| demands(person, gate))
        };
        let named = held.iter().filter(|(person, ..)| person.consent.seen).map(|(person, ..)| person.id.clone());
        Some((
            expired,
            OrgAlert::Expiring {
                certificate: name.into(),
                people: [expired, held.len() - expired],
                demanded: held.iter().filter(is_demanded).count(),
                first: held.iter().map(|(.., last)| *last).min()?,
                named: named.collect(),
            },
        ))
    });
    sorted(alerts, |a, b| b.0.cmp(&a.0)).into_iter().map(|(_, alert)| alert).collect()
}

/// When a cohort should be over: its activity, or the last step to its level, at the pace of whoever has the least hours in a week, as it was
/// planned. None where it has no day to begin on.
fn due(
    organisation: &Organisation,
    catalog: &Catalog,
    cohort: &Cohort,
    policy: &Policy,
    own: &OrgPolicy,
) -> Option<NaiveDate> {
    let known = cohort.activity.as_ref().and_then(|activity| catalog.find_activity(activity));
    let below = Level::try_from(u8::from(cohort.to).saturating_sub(10)).unwrap_or(Level::NONE);
    let step = || hours_up(catalog, &cohort.skill, below, cohort.to, policy);
    let hours = known.map(|known| f64::from(known.hours)).or_else(step)?;
    let people = cohort.people.iter().filter_map(|id| organisation.person(id));
    let weekly = people.map(|person| person.hours.map_or(own.weekly_hours, f64::from));
    let weekly = weekly.filter(|hours| *hours > 0.0).reduce(f64::min).unwrap_or(own.weekly_hours);
    let weekly = known.map_or(weekly, |known| weekly.min(f64::from(known.weekly.max(1))));
    let weeks = (hours / weekly).ceil() as u64;
    cohort.starts?.checked_add_days(Days::new(weeks * 7))
}

fn there(organisation: &Organisation, cohort: &Cohort) -> usize {
    let Some(column) = organisation.column(&cohort.skill) else { return 0 };
    let people = cohort.people.iter().filter_map(|id| organisation.person(id));
    people.filter(|person| person.level(column).is_some_and(|level| level >= cohort.to)).count()
}
