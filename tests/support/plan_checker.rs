//! Checks a plan against its laws. It shares no code with the planner: it only reads what the planner gave.

use chrono::Datelike;
use skillstead::catalog::Catalog;
use skillstead::domain::{Horizon, Level};
use skillstead::engine::{Held, Plan, Standing};
use std::collections::BTreeMap;

/// The laws that a plan breaks, in words; none for a sound plan.
pub fn broken_laws(catalog: &Catalog, standing: &Standing, horizon: &Horizon, plan: &Plan) -> Vec<String> {
    let mut broken = Vec::new();
    let mut check = |holds: bool, law: String| {
        if !holds {
            broken.push(law);
        }
    };
    check(plan.first_monday.weekday() == chrono::Weekday::Mon, "week 0 begins on a Monday".into());

    let mut by_week: BTreeMap<i64, u32> = BTreeMap::new();
    for item in &plan.items {
        let name = item.step.activity.as_str();
        let first = (item.starts - plan.first_monday).num_days();
        let days = (item.ends - item.starts).num_days() + 1;
        check(first == i64::from(item.week) * 7 && days == i64::from(item.n_weeks) * 7, format!("{name}: whole weeks"));
        check(item.n_weeks > 0 && item.load > 0, format!("{name}: takes time"));
        check(item.load <= item.step.weekly, format!("{name}: no more in a week than it allows"));
        let hours = u32::from(item.step.hours);
        let weeks = u32::from(item.n_weeks);
        let load = u32::from(item.load);
        check(
            (weeks - 1) * load < hours && hours <= weeks * load,
            format!("{name}: a constant load, no week too many"),
        );
        for nth in 0..weeks {
            *by_week.entry(first / 7 + i64::from(nth)).or_default() += load.min(hours - nth * load);
        }
        check(horizon.deadline.is_none_or(|deadline| item.ends <= deadline), format!("{name}: ends by the deadline"));
    }
    for (week, hours) in &by_week {
        check(*hours <= u32::from(horizon.hours_per_week), format!("week {week}: {hours} hours"));
        let told = plan.load.get(*week as usize).copied().unwrap_or(0);
        check(u32::from(told) == *hours, format!("week {week}: {told} hours told, {hours} planned"));
    }
    let cost: u32 = plan.items.iter().map(|item| item.step.cost).sum();
    check(cost == plan.cost, "the cost is the sum".into());
    check(horizon.budget.is_none_or(|budget| cost <= budget), format!("{cost} euros"));

    // Where each skill stands when a week begins.
    for item in &plan.items {
        let name = item.step.activity.as_str();
        let level_at_start = |skill| {
            let earlier = plan.items.iter().filter(|other| other.ends < item.starts && other.step.skill == skill);
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
