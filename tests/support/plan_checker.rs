//! Checks a plan against its laws. It shares no code with the planner: it only reads what the planner gave.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use skillstead::catalog::Catalog;
use skillstead::domain::{Arrangement, Horizon, Level};
use skillstead::engine::{Held, Plan, Standing};
use std::collections::BTreeMap;

/// The laws that a plan breaks, in words; none for a sound plan.
pub fn broken_laws(
    catalog: &Catalog,
    standing: &Standing,
    (horizon, arrangement): (&Horizon, &Arrangement),
    plan: &Plan,
) -> Vec<String> {
    let mut broken = Vec::new();
    let mut check = |holds: bool, law: String| {
        if !holds {
            broken.push(law);
        }
    };
    check(plan.first_monday.weekday() == Weekday::Mon, "week 0 begins on a Monday".into());
    let monday = |week: u16| plan.first_monday.checked_add_days(Days::new(u64::from(week) * 7)).expect("a day");
    let room = |week: u16| {
        let other = arrangement.weeks.get(&monday(week));
        u32::from(other.copied().unwrap_or(horizon.hours_per_week))
    };

    let mut by_week: BTreeMap<u16, u32> = BTreeMap::new();
    for item in &plan.items {
        let name = item.id.as_str();
        let (first, last) = (item.weeks[0], *item.weeks.last().expect("a week"));
        check(item.starts == monday(first), format!("{name}: begins on the Monday of its first week"));
        check(item.ends == monday(last) + Days::new(6), format!("{name}: ends on the Sunday of its last week"));
        check(item.load > 0, format!("{name}: takes time"));
        check(item.load <= item.step.weekly, format!("{name}: no more in a week than it allows"));
        let (hours, load) = (u32::from(item.hours), u32::from(item.load));
        let n_weeks = item.weeks.len() as u32;
        let is_tight = (n_weeks - 1) * load < hours && hours <= n_weeks * load;
        check(is_tight, format!("{name}: a constant load, no week too many"));
        // It passes over weeks in which there is not even room for it alone, and over no other.
        let paused = (first..=last).filter(|week| !item.weeks.contains(week));
        paused.into_iter().for_each(|week| check(room(week) < load, format!("{name}: works in week {week}")));
        for (week, nth) in item.weeks.iter().zip(0..) {
            *by_week.entry(*week).or_default() += load.min(hours - nth * load);
        }
        check(horizon.deadline.is_none_or(|deadline| item.ends <= deadline), format!("{name}: ends by the deadline"));
        if let Some(timing) = arrangement.timings.get(&item.step.activity) {
            let has_begun = item.followed.is_some_and(|followed| followed < plan.first_monday);
            let is_day = timing.begins.iter().any(|day| (item.starts..=item.starts + Days::new(6)).contains(day));
            let may_begin = timing.begins.is_empty() || item.nth[0] == 2 || has_begun || is_day;
            check(may_begin, format!("{name}: begins on a day on which it can"));
            check(has_begun || timing.from.is_none_or(|from| item.starts >= from), format!("{name}: not too early"));
            check(timing.by.is_none_or(|by| item.ends <= by), format!("{name}: not too late"));
        }
        let pinned: Option<NaiveDate> = arrangement.pins.get(&item.id).copied().flatten();
        check(pinned.is_none_or(|monday| monday == item.starts), format!("{name}: stays where it is locked"));
        check(
            !arrangement.declined.contains(&item.id) || arrangement.pins.contains_key(&item.id),
            format!("{name}: is not wanted"),
        );
    }
    for (week, hours) in &by_week {
        check(*hours <= room(*week), format!("week {week}: {hours} hours"));
        let told = plan.load.get(usize::from(*week)).copied().unwrap_or(0);
        check(u32::from(told) == *hours, format!("week {week}: {told} hours told, {hours} planned"));
    }
    let cost: u32 = plan.items.iter().map(|item| item.cost).sum();
    check(cost == plan.cost, "the cost is the sum".into());
    check(horizon.budget.is_none_or(|budget| cost <= budget), format!("{cost} euros"));

    // Where each skill stands when a week begins.
    for item in &plan.items {
        let name = item.step.activity.as_str();
        let whole = |other: &&skillstead::engine::PlanItem| other.nth[0] == other.nth[1];
        let level_at_start = |skill| {
            let earlier =
                plan.items.iter().filter(whole).filter(|other| other.ends < item.starts && other.step.skill == skill);
            earlier.map(|other| other.step.to).fold(standing.level(skill), Level::max)
        };
        check(level_at_start(item.step.skill) >= item.step.from, format!("{name}: the step below comes first"));
        let skill = catalog.skill(item.step.skill).expect("a skill of the catalogue");
        for first in &skill.prerequisites {
            let passed = first.level > item.step.from && first.level <= item.step.to;
            let waived = standing.held(first.skill) == Held::NotApplicable
                || !catalog.skill(first.skill).is_some_and(|skill| skill.trainable);
            let held = level_at_start(first.skill) >= first.at_least;
            check(!passed || held || waived, format!("{name}: what it needs comes first"));
        }
    }

    let rising = plan.readiness.windows(2).all(|pair| pair[0].fit <= pair[1].fit + 1e-9 && pair[0].week < pair[1].week);
    check(rising && !plan.readiness.is_empty(), "readiness rises with the weeks".into());
    broken
}
