//! What might be, side by side (engine.md 8).

use super::{Coverage, Demand, OrgPolicy, TalentMap, demand};
use crate::catalog::Catalog;
use crate::domain::{Organisation, Scenario};
use crate::engine::Policy;

/// The horizon under one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospect {
    /// The scenario; none is the organisation as it plans to be.
    pub scenario: Option<Box<str>>,
    /// What is needed.
    pub demand: Demand,
    /// What those who will still be there cover of it, with what they can do today.
    pub coverage: Vec<Coverage>,
}

impl Prospect {
    /// Of all that is needed, the share that is covered; 1 where nothing is.
    #[must_use]
    pub fn readiness(&self) -> f64 {
        readiness(self.coverage.iter().map(|row| (row.needed, row.held)))
    }

    /// Needs that are short of people.
    #[must_use]
    pub fn short(&self) -> usize {
        self.coverage.iter().filter(|row| row.absence_factor == 0).count()
    }
}

/// `sum(min(Q, N)) / sum(N)` over pairs of what is needed and what is held; 1 where nothing is needed.
#[must_use]
pub(super) fn readiness(rows: impl Iterator<Item = (u32, u32)>) -> f64 {
    let sums = rows.fold((0_u64, 0_u64), |(met, all), (needed, held)| {
        (met + u64::from(needed.min(held)), all + u64::from(needed))
    });
    if sums.1 == 0 { 1.0 } else { sums.0 as f64 / sums.1 as f64 }
}

/// The horizon as it is planned, and under each scenario of the organisation, in their order; each with its own constants.
#[must_use]
pub fn side_by_side(organisation: &Organisation, catalog: &Catalog, policy: &Policy) -> Vec<Prospect> {
    let prospect = |scenario: Option<&Scenario>| {
        let mut set = organisation.policy.clone();
        set.extend(scenario.into_iter().flat_map(|scenario| scenario.policy.clone()));
        let own = OrgPolicy::with(&set);
        let demand = demand(organisation, catalog, scenario, policy, &own);
        let map = TalentMap::of(organisation, |person| {
            scenario.is_none_or(|scenario| !scenario.leavers.contains(&person.id))
        });
        let coverage = map.coverage(organisation, &demand.then, own.absence);
        Prospect { scenario: scenario.map(|scenario| scenario.name.clone()), demand, coverage }
    };
    std::iter::once(None).chain(organisation.scenarios.iter().map(Some)).map(prospect).collect()
}
