//! The plan (engine.md 7): feasible always, value first.

mod support;

use skillstead::catalog::Catalog;
use skillstead::domain::{Horizon, Need, Workspace};
use skillstead::engine::{Plan, Why};
use support::planning::plan;
use support::starter;
use support::town::{Town, day, person};

/// Two roles and two skills with one activity each: `oven` of much weight and 20 hours, `till` of little and 6.
fn town() -> Town {
    Town::new()
        .skill("oven")
        .skill("till")
        .role("idle", &[])
        .role("baker", &[("oven", 1.0, 5.0, Need::Must), ("till", 1.0, 1.0, Need::Nice)])
        .activity("bake", "oven", [0.0, 1.0], 20, 4, 50)
        .activity("count", "till", [0.0, 1.0], 6, 2, 0)
}

/// What is planned from week to week, and what is left.
#[track_caller]
fn check(catalog: &Catalog, horizon: Horizon, planned: &[(&str, u16, u16, u8)], left: &[(&str, Why)]) -> Plan {
    let workspace = Workspace { horizon, ..person("idle", "baker", &[]) };
    let plan = plan(catalog, &workspace);
    let items = plan.items.iter().map(|item| (item.id.as_str(), item.weeks[0], item.weeks.len() as u16, item.load));
    assert_eq!(items.collect::<Vec<_>>(), planned);
    assert_eq!(plan.left.iter().map(|left| (left.step.activity.as_str(), left.why)).collect::<Vec<_>>(), left);
    plan
}

#[test]
fn the_most_valuable_first_and_the_rest_beside_it() {
    // bake: 5/20 an hour; count: 1/6. Six hours a week hold four and two.
    let plan = check(&town().build(), Horizon::default(), &[("bake", 0, 5, 4), ("count", 0, 3, 2)], &[]);
    assert_eq!((plan.first_monday, plan.ends()), (day("2026-11-30"), Some(day("2027-01-03"))));
    assert_eq!((plan.load.as_slice(), plan.hours(), plan.cost), ([6, 6, 6, 4, 4].as_slice(), 26, 50));
    let rising: Vec<_> = plan.readiness.iter().map(|point| (point.week, (point.fit * 6.0).round())).collect();
    assert_eq!(rising, [(0, 0.0), (3, 1.0), (5, 6.0)]);
}

#[test]
fn hours_in_a_week_are_never_overrun() {
    let four = Horizon { hours_per_week: 4, ..Horizon::default() };
    check(&town().build(), four, &[("bake", 0, 5, 4), ("count", 5, 3, 2)], &[]);
    // One hour a week is less than either allows: both are spread.
    let one = Horizon { hours_per_week: 1, ..Horizon::default() };
    check(&town().build(), one, &[("bake", 0, 20, 1), ("count", 20, 6, 1)], &[]);
}

#[test]
fn what_would_end_after_the_deadline_is_left_and_says_so() {
    // Four weeks from Monday 30 November end on Sunday 27 December.
    let to = |deadline| Horizon { deadline: Some(day(deadline)), ..Horizon::default() };
    let left: &[_] = &[("bake", Why::Deadline)];
    check(&town().build(), to("2026-12-27"), &[("count", 0, 3, 2)], left);
    check(&town().build(), to("2027-01-03"), &[("bake", 0, 5, 4), ("count", 0, 3, 2)], &[]);
    check(&town().build(), to("2026-12-01"), &[], &[("bake", Why::Deadline), ("count", Why::Deadline)]);
}

#[test]
fn money_is_kept() {
    let with = |budget| Horizon { budget: Some(budget), ..Horizon::default() };
    check(&town().build(), with(50), &[("bake", 0, 5, 4), ("count", 0, 3, 2)], &[]);
    check(&town().build(), with(49), &[("count", 0, 3, 2)], &[("bake", Why::Money)]);
}

#[test]
fn a_start_is_kept_to_its_week() {
    let from = Horizon { start: Some(day("2027-01-06")), ..Horizon::default() };
    let plan = check(&town().build(), from, &[("bake", 0, 5, 4), ("count", 0, 3, 2)], &[]);
    assert_eq!(plan.first_monday, day("2027-01-04"));
}

#[test]
fn what_comes_before_comes_first_even_where_the_role_does_not_ask_for_it() {
    let town = town().skill("safety").activity("drill", "safety", [0.0, 2.0], 12, 6, 0);
    let town = town.before("oven", 1.0, "safety", 2.0);
    let planned: &[_] = &[("drill", 0, 2, 6), ("bake", 2, 5, 4), ("count", 2, 3, 2)];
    check(&town.build(), Horizon::default(), planned, &[]);
}

#[test]
fn what_waits_for_something_without_a_place_has_none_itself() {
    let town = town().skill("safety").activity("drill", "safety", [0.0, 1.0], 12, 6, 900);
    let town = town.before("oven", 1.0, "safety", 1.0);
    let poor = Horizon { budget: Some(100), ..Horizon::default() };
    check(&town.build(), poor, &[("count", 0, 3, 2)], &[("bake", Why::Before), ("drill", Why::Money)]);
}

#[test]
fn a_skill_is_climbed_step_by_step() {
    let town = Town::new().skill("oven").role("idle", &[]).role("baker", &[("oven", 3.0, 5.0, Need::Must)]);
    let planned: &[_] = &[
        ("generic:course:oven:10", 0, 2, 6),
        ("generic:project:oven:20", 2, 5, 6),
        ("generic:stretch:oven:30", 7, 14, 6),
    ];
    check(&town.build(), Horizon::default(), planned, &[]);
}

#[test]
fn skills_that_wait_for_each_other_are_left_not_looped() {
    let town = town().before("oven", 1.0, "till", 1.0).before("till", 1.0, "oven", 1.0);
    check(&town.build(), Horizon::default(), &[], &[("bake", Why::Before), ("count", Why::Before)]);
}

#[test]
fn nothing_to_learn_makes_an_empty_plan() {
    let workspace = person("idle", "baker", &[("oven", Some(5.0)), ("till", None)]);
    let plan = plan(&town().build(), &workspace);
    assert!(plan.items.is_empty() && plan.left.is_empty() && plan.load.is_empty());
    assert_eq!((plan.ends(), plan.cost, plan.readiness.len()), (None, 0, 1));
}

#[test]
fn every_way_through_the_starter_catalogue_makes_a_sound_plan() {
    let catalog = starter::starter().expect("the starter catalogue");
    let tight = Horizon { deadline: Some(day("2027-11-01")), budget: Some(1_000), ..Horizon::default() };
    for from in catalog.roles.iter().step_by(9) {
        for to in catalog.roles.iter().step_by(11) {
            for horizon in [Horizon::default(), tight] {
                let workspace = Workspace { horizon, ..person(from.id.as_str(), to.id.as_str(), &[]) };
                let plan = plan(&catalog, &workspace);
                assert!(
                    horizon.deadline.is_some() || plan.left.is_empty(),
                    "{} to {}: {:?}",
                    from.id,
                    to.id,
                    plan.left
                );
            }
        }
    }
}
