//! Fit as it was, week by week, beside what the plan foresaw (engine.md 9).

use super::as_of;
use super::effort::followed;
use crate::catalog::Catalog;
use crate::domain::{Record, Workspace};
use crate::engine::{Fit, Policy, Standing, Way, analyse};
use chrono::{Days, NaiveDate};

/// Weeks that are looked back on; a plan that was followed for longer is seen from its begin up to there.
const WEEKS: usize = 520;

/// Fit on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// The day.
    pub day: NaiveDate,
    /// Fit at its end, as an interval: what was not rated then is its width.
    pub fit: Fit,
}

/// Fit at the end of each week since the plan began that is followed, and today, reckoned with today's catalogue and constants from what was
/// known then. Where it fell it is shown as fallen. Empty where no plan was followed, before it begins, and on days whose way this catalogue does
/// not know.
#[must_use]
pub fn reached(
    catalog: &Catalog,
    workspace: &Workspace,
    record: &Record,
    policy: &Policy,
    today: NaiveDate,
) -> Vec<Reached> {
    let first = followed(record).and_then(|weeks| weeks.iter().map(|week| week.monday).min());
    let sundays = first.iter().flat_map(NaiveDate::iter_weeks).take(WEEKS);
    let sundays = sundays.filter_map(|monday| monday.checked_add_days(Days::new(6))).take_while(|day| *day < today);
    let now = first.filter(|first| *first <= today).map(|_| today);
    let fit = |day: NaiveDate| {
        let (then, _) = as_of(workspace, record, day);
        let way = Way::find(std::iter::once(catalog), &then)?;
        Some(Reached { day, fit: analyse(&way, &Standing::of(&way, &then), policy).fit })
    };
    sundays.chain(now).filter_map(fit).collect()
}
