//! Other roles that one plan heads for, beside the one that is wanted.

use super::{Ask, PlanItem};
use crate::domain::{Arrangement, RoleId};
use crate::engine::{GapReport, Policy, Standing, Way, analyse};

/// The ways to the other roles that a plan heads for, and what is missing for each. Roles that the catalogue does not have are
/// left aside, and so is the one that is wanted anyway.
#[must_use]
pub fn also<'a>(
    way: &Way<'a>,
    standing: &Standing,
    arrangement: &Arrangement,
    policy: &Policy,
) -> Vec<(Way<'a>, GapReport)> {
    let roles = arrangement.also.iter().filter_map(|role| way.catalog.find_role(role));
    let ways = roles.filter(|role| role.id != way.target.id).map(|target| Way { target, ..*way });
    ways.map(|way| (way, analyse(&way, standing, policy))).collect()
}

/// Likely fit for each of them when these activities are done.
pub(super) fn after(ask: &Ask<'_>, items: &[PlanItem]) -> Vec<(RoleId, f64)> {
    let mut standing = ask.standing.clone();
    for item in items.iter().filter(|item| item.is_last_part()) {
        standing.raise(item.step.skill, item.step.to);
    }
    let fit = |way: &Way<'_>| analyse(way, &standing, ask.policy).fit.likely;
    ask.also.iter().map(|(way, _)| (way.target.id.clone(), fit(way))).collect()
}
