//! Who has no mentor in a choice of pairs, and why.

use super::{Mentoring, Pairing};
use crate::domain::Willing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Why somebody has no mentor, the first reason that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unserved {
    /// They have not agreed to be paired.
    NotAgreed,
    /// They would rather not.
    Refuses,
    /// They have a mentor already.
    HasOne,
    /// Nothing that they head for asks more than they are rated at.
    NothingOpen,
    /// Nobody who could teach them has a place left.
    NobodyLeft,
}

/// Everybody who is no mentee in these pairs, by their place, with the reason.
///
/// ```
/// use skillstead::{catalog::CatalogBuilder, domain::{Organisation, Person}, engine::Policy};
/// use skillstead::engine::workforce::{MentorAsk, Mentoring, OrgPolicy, Unserved, unserved};
/// let people = vec![Person::new("p1".into()).into()];
/// let (organisation, catalog) = (Organisation { people, ..Organisation::default() }, CatalogBuilder::default().build());
/// let (policy, own, today) = (Policy::default(), OrgPolicy::default(), "2026-11-29".parse().unwrap());
/// let mentoring = Mentoring::of(MentorAsk { organisation: &organisation, catalog: &catalog, policy: &policy, own: &own, today });
/// assert_eq!(unserved(&mentoring, 1, &mentoring.best()), [(0, Unserved::NotAgreed)]);
/// ```
#[must_use]
pub fn unserved(mentoring: &Mentoring<'_>, n_people: usize, pairs: &[Pairing]) -> Vec<(usize, Unserved)> {
    let served: BTreeSet<usize> = pairs.iter().map(|pair| pair.mentee).collect();
    let reason = |at: usize| {
        let person = mentoring.person(at)?;
        let refuses = person.wishes.as_deref().is_some_and(|wishes| wishes.mentee == Willing::No);
        let why = if !person.consent.paired {
            Unserved::NotAgreed
        } else if refuses {
            Unserved::Refuses
        } else if !mentoring.seeks(at) {
            Unserved::HasOne
        } else if !mentoring.has_open(at) {
            Unserved::NothingOpen
        } else {
            Unserved::NobodyLeft
        };
        Some(why)
    };
    (0..n_people).filter(|at| !served.contains(at)).filter_map(|at| Some((at, reason(at)?))).collect()
}
