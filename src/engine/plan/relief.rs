//! What would help where not everything fits, and other plans that the same person could have.

use super::{Ask, Plan};
use crate::domain::Horizon;
use chrono::NaiveDate;

/// The smallest change of one limit, the others as they are, with which everything fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relief {
    /// So many hours a week.
    Hours(u8),
    /// So much later.
    Deadline(NaiveDate),
    /// So much money.
    Budget(u32),
}

impl Relief {
    /// The horizon with this change.
    #[must_use]
    pub fn applied(self, horizon: Horizon) -> Horizon {
        match self {
            Self::Hours(hours_per_week) => Horizon { hours_per_week, ..horizon },
            Self::Deadline(deadline) => Horizon { deadline: Some(deadline), ..horizon },
            Self::Budget(budget) => Horizon { budget: Some(budget), ..horizon },
        }
    }
}

/// The most hours a week that a horizon may have.
const MOST_HOURS: u8 = 40;

/// For each limit that alone keeps something out, what it would have to be; empty where everything fits, or where no single
/// limit is to blame. Found with the first answer of the search, so it is always enough and may be a little more than is needed.
#[must_use]
pub fn reliefs(ask: &Ask<'_>) -> Vec<Relief> {
    let now = ask.horizon;
    if closes_all(ask, now) {
        return Vec::new();
    }
    let hours = least(now.hours_per_week + 1, MOST_HOURS, |hours| {
        closes_all(ask, Relief::Hours(hours).applied(now)).then_some(())
    });
    let until = now.deadline.and_then(|_| closed(ask, Horizon { deadline: None, ..now }));
    let deadline = until.and_then(|plan| plan.ends());
    let budget = now.budget.and_then(|_| closed(ask, Horizon { budget: None, ..now })).map(|plan| plan.cost);
    let found = [hours.map(Relief::Hours), deadline.map(Relief::Deadline), budget.map(Relief::Budget)];
    found.into_iter().flatten().collect()
}

/// A plan of another kind for the same way.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What it is best at.
    pub kind: VariantKind,
    /// The room that it needs.
    pub horizon: Horizon,
    /// The plan.
    pub plan: Plan,
}

/// What a variant is best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariantKind {
    /// Ready earliest: with as many hours a week as bring the day nearer, and no more.
    Fastest,
    /// Least money.
    Cheapest,
    /// Fewest hours a week that still meet the deadline, or that take no more than twice as long.
    Gentlest,
}

/// The fastest, the cheapest and the gentlest plan that close as much as the room allows; each only where it differs from the
/// plan within the person's own horizon.
#[must_use]
pub fn variants(ask: &Ask<'_>) -> Vec<Variant> {
    let now = ask.horizon;
    let own = ask.within(now).plan(0).2;
    let make = |kind, horizon: Horizon| {
        let plan = ask.within(horizon).plan(0).2;
        (horizon != now && plan.left.len() <= own.left.len()).then_some(Variant { kind, horizon, plan })
    };
    let with = |hours| make(VariantKind::Fastest, Relief::Hours(hours).applied(now));
    let earliest = with(MOST_HOURS).and_then(|variant| variant.plan.ends());
    let as_early = |hours| with(hours).filter(|variant| variant.plan.ends() == earliest && earliest < own.ends());
    let fastest = least(now.hours_per_week + 1, MOST_HOURS, as_early).and_then(with);
    let cheapest =
        least(0, own.cost.saturating_sub(1), |budget| make(VariantKind::Cheapest, Relief::Budget(budget).applied(now)));
    let cheapest = cheapest.and_then(|budget| make(VariantKind::Cheapest, Relief::Budget(budget).applied(now)));
    let twice = own.ends().map(|ends| ends + (ends - own.first_monday));
    let gentle = |hours| {
        let variant = make(VariantKind::Gentlest, Relief::Hours(hours).applied(now))?;
        (now.deadline.is_some() || variant.plan.ends() <= twice).then_some(variant)
    };
    let gentlest = least(1, now.hours_per_week.saturating_sub(1), gentle).and_then(gentle);
    [fastest, cheapest, gentlest].into_iter().flatten().filter(|variant| !variant.plan.items.is_empty()).collect()
}

/// The plan within a horizon, where it leaves nothing out.
fn closed(ask: &Ask<'_>, horizon: Horizon) -> Option<Plan> {
    Some(ask.within(horizon).plan(0).2).filter(|plan| plan.left.is_empty())
}

fn closes_all(ask: &Ask<'_>, horizon: Horizon) -> bool {
    closed(ask, horizon).is_some()
}

/// The least number between two that works, if the most of them does: what works with less is taken to work with more.
fn least<N: Copy + Ord + Into<u32> + TryFrom<u32>, T>(from: N, to: N, works: impl Fn(N) -> Option<T>) -> Option<N> {
    let (mut low, mut high) = (from.into(), to.into());
    if low > high || works(to).is_none() {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        match N::try_from(middle).ok().and_then(&works) {
            Some(_) => high = middle,
            None => low = middle + 1,
        }
    }
    N::try_from(high).ok()
}
