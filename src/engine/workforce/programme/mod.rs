//! Everybody's plan under one budget and one calendar; people who need the same step take it together (engine.md 8).

mod bound;
mod calendar;
mod choice;
mod plan;
mod ways;

pub use plan::{CohortPlan, LeftOver, PlannedStep, ProgrammePlan, Shortage, TeamShare};

use super::{OrgPolicy, Prices};
use crate::catalog::Catalog;
use crate::domain::Organisation;
use crate::engine::Policy;
use std::ops::ControlFlow;
use ways::Ways;

/// What a programme is asked for.
#[derive(Clone, Copy, Debug)]
pub struct ProgrammeAsk<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Where its roles, skills and activities are looked up.
    pub catalog: &'a Catalog,
    /// So many weeks it runs, fifty years at most.
    pub weeks: u16,
    /// What it may cost in fees, in euros; none is no limit.
    pub money: Option<u32>,
    /// What it may take in hours of all people together; none is no limit.
    pub hours: Option<u32>,
    /// How hours are reckoned.
    pub policy: &'a Policy,
    /// What somebody has in a week who has not said, and how many learn together.
    pub own: &'a OrgPolicy,
    /// What an hour costs.
    pub prices: &'a Prices,
}

/// A programme never runs longer than this: fifty years.
const LAST_WEEK: u16 = 2_600;

/// A programme for everybody who heads for something, or `None` where `progress` breaks it off; it is told from time to time how
/// much is done, from 0 to 1.
///
/// It is made of the same steps up each skill as a person's plan, chosen greedily: always the next step with the greatest value per hour,
/// fees counted as the hours that they would pay for, until the hours or the person's weeks are used; where the money is used, what
/// costs nothing takes the place of what does. What has to come first in another skill is reckoned as a part of the step that needs it,
/// and lies before it. So it keeps every limit and is good, but not the best; how far it can be from it at most is proved
/// ([`ProgrammePlan::most`]). The same organisation has the same programme; no age and no group is looked at.
///
/// ```
/// use skillstead::{catalog::CatalogBuilder, domain::Organisation, engine::Policy};
/// use skillstead::engine::workforce::{OrgPolicy, Prices, ProgrammeAsk, programme};
/// use std::ops::ControlFlow;
/// let (organisation, catalog) = (Organisation::default(), CatalogBuilder::default().build());
/// let (policy, own, prices) = (Policy::default(), OrgPolicy::default(), Prices::default());
/// let ask = ProgrammeAsk {
///     organisation: &organisation, catalog: &catalog, weeks: 26, money: Some(10_000), hours: None,
///     policy: &policy, own: &own, prices: &prices,
/// };
/// assert!(programme(&ask, |_| ControlFlow::Continue(())).is_some_and(|plan| plan.steps.is_empty()));
/// assert!(programme(&ask, |_| ControlFlow::Break(())).is_none());
/// ```
pub fn programme(ask: &ProgrammeAsk<'_>, mut progress: impl FnMut(f64) -> ControlFlow<()>) -> Option<ProgrammePlan> {
    let ask = &ProgrammeAsk { weeks: ask.weeks.min(LAST_WEEK), ..*ask };
    let ways = Ways::of(ask, &mut |share| progress(share * 0.4))?;
    let most = bound::bound(ask, &ways, &mut |share| progress(0.4 + share * 0.2))?;
    let choice = choice::choose(ask, &ways, &mut |share| progress(0.6 + share * 0.2))?;
    let (steps, cohorts) = calendar::lay(ask, choice.steps, &choice.after, &mut |share| progress(0.8 + share * 0.2))?;
    Some(ProgrammePlan::of(ask.organisation, steps, cohorts, choice.left, most))
}

/// The whole hours that somebody has in a week.
fn weekly(ask: &ProgrammeAsk<'_>, person: usize) -> u8 {
    let said = ask.organisation.people.get(person).and_then(|person| person.hours);
    said.unwrap_or(ask.own.weekly_hours.round() as u8)
}

/// Weeks that so many hours take; who has no time in a week never comes to an end.
fn weeks_of(hours: u32, weekly: u8) -> u16 {
    match weekly {
        0 => u16::MAX,
        weekly => u16::try_from(hours.div_ceil(weekly.into())).unwrap_or(u16::MAX),
    }
}
