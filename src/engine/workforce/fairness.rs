//! Whether learning is offered alike to the groups that people say they belong to (engine.md 8). Nothing else here looks at them.

use super::{OrgPolicy, classes, hours_up};
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, Outcome, PersonId};
use crate::engine::Policy;
use std::collections::{BTreeMap, BTreeSet};

/// Groups that are shown as one, and what they are offered.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRate {
    /// The groups, in order: several where each alone would be too small. Empty where it is those alone who say nothing.
    pub groups: Vec<Box<str>>,
    /// Whether those who say nothing are among them.
    pub unsaid: bool,
    /// People in them.
    pub people: u32,
    /// Hours that are offered to each of them, on average.
    pub hours: f64,
}

/// One kind of group.
#[derive(Clone, Debug, PartialEq)]
pub struct Fairness {
    /// What kind it is, for example a language.
    pub kind: Box<str>,
    /// What is offered to whom; empty where there are too few people for any number.
    pub rates: Vec<GroupRate>,
    /// The least that a group is offered, as a share of the most; those who say nothing alone do not count. None where fewer than two groups
    /// can be shown, or nothing is offered to any.
    pub ratio: Option<f64>,
    /// Whether that is less than four fifths, or what the policy has in its place.
    pub is_flagged: bool,
}

/// Hours of learning that programmes offer each person: those of the cohort's activity; where it has none that is known, those of the way up
/// from the person's level, or from the one before where it is told what became of them: what was offered stays so. People who are in no
/// cohort are not in it.
#[must_use]
pub fn hours_offered(organisation: &Organisation, catalog: &Catalog, policy: &Policy) -> BTreeMap<PersonId, f64> {
    let mut hours = BTreeMap::new();
    let cohorts = organisation.programmes.iter().flat_map(|all| all.cohorts.iter().map(move |cohort| (all, cohort)));
    for (programme, cohort) in cohorts {
        let known = cohort.activity.as_ref().and_then(|activity| catalog.find_activity(activity));
        let column = organisation.column(&cohort.skill);
        for id in &cohort.people {
            let Some(person) = organisation.person(id) else { continue };
            let is_it = |told: &&Outcome| told.person == *id && told.skill == cohort.skill;
            let level = match programme.outcomes.iter().find(is_it) {
                Some(told) => told.before,
                None => column.and_then(|column| person.level(column)),
            };
            let from = level.unwrap_or(Level::NONE);
            let likely = || hours_up(catalog, &cohort.skill, from, cohort.to, policy).unwrap_or(0.0);
            *hours.entry(id.clone()).or_default() += known.map_or_else(likely, |known| f64::from(known.hours));
        }
    }
    hours
}

/// What is offered to the groups of each kind that anybody has named. Groups of fewer than `k` people are shown together with others, so that
/// no number is about fewer than `k`, and none can be had by taking the others from the whole (see [`super::release`]). Who is not in
/// `offered` is offered nothing.
#[must_use]
pub fn fairness(organisation: &Organisation, offered: &BTreeMap<PersonId, f64>, own: &OrgPolicy) -> Vec<Fairness> {
    let kinds: BTreeSet<&Box<str>> =
        organisation.people.iter().flat_map(|person| &person.groups).map(|(kind, _)| kind).collect();
    kinds.into_iter().map(|kind| of_kind(organisation, offered, kind, own)).collect()
}

fn of_kind(organisation: &Organisation, offered: &BTreeMap<PersonId, f64>, kind: &str, own: &OrgPolicy) -> Fairness {
    let mut groups: BTreeMap<Option<&str>, (u32, f64)> = BTreeMap::new();
    for person in &organisation.people {
        let group = groups.entry(person.group(kind)).or_default();
        group.0 += 1;
        group.1 += offered.get(&person.id).copied().unwrap_or(0.0);
    }
    let names: Vec<Option<&str>> = groups.keys().copied().collect();
    let sizes: Vec<u32> = groups.values().map(|(people, _)| *people).collect();
    let sums: Vec<f64> = groups.values().map(|(_, hours)| *hours).collect();
    let rate = |class: super::Class| GroupRate {
        groups: class.categories.iter().filter_map(|at| Some(names[*at]?.into())).collect(),
        unsaid: class.categories.iter().any(|at| names[*at].is_none()),
        people: class.people,
        hours: class.categories.iter().map(|at| sums[*at]).sum::<f64>() / f64::from(class.people),
    };
    let rates: Vec<GroupRate> = classes(&sizes, own.least()).into_iter().map(rate).collect();
    let named = || rates.iter().filter(|rate| !rate.groups.is_empty()).map(|rate| rate.hours);
    let most = named().fold(0.0, f64::max);
    let least = named().fold(f64::INFINITY, f64::min);
    let ratio = (named().count() > 1 && most > 0.0).then(|| least / most);
    Fairness { kind: kind.into(), ratio, is_flagged: ratio.is_some_and(|ratio| ratio < own.fair_from), rates }
}
