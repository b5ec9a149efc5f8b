//! The talent map: what is covered, how sure that is, who is next, and what a person without a wanted role is told.

#[path = "support/town.rs"]
mod town;
#[path = "support/works.rs"]
mod works;

use proptest::prelude::*;
use skillstead::catalog::Catalog;
use skillstead::domain::{
    Column, Level, Marks, Need, OrgCommand, Organisation, Person, PersonOverrule, PersonVerdict, Scenario, SkillTarget,
    Task, Text, Wishes,
};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    Decline, Demand, ExposureCuts, Filter, ORG_CONSTANTS, OrgPolicy, People, Reason, SkillNeed, TalentMap, bench,
    demand, experts, risk,
};
use std::sync::Arc;
use town::{Town, day, level};
use works::{position, someone, works};

fn catalog() -> Catalog {
    Town::new()
        .skill_in("oven", "baking")
        .skill_in("dough", "baking")
        .skill("till")
        .role("baker", &[("oven", 3.0, 5.0, Need::Must), ("dough", 2.0, 2.0, Need::Nice)])
        .role("cashier", &[("till", 2.0, 3.0, Need::Must)])
        .activity("bake", "oven", [2.0, 3.0], 20, 4, 0)
        .build()
}

fn bakery(people: Vec<Person>) -> Organisation {
    works(
        &["oven", "dough", "till"],
        vec![position("front", "cashier", 2, 1), position("night", "baker", 2, 3)],
        people,
    )
}

fn needed(organisation: &Organisation, scenario: Option<&Scenario>) -> Demand {
    demand(organisation, &catalog(), scenario, &Policy::default(), &OrgPolicy::default())
}

fn need(skill: &str, at: f64, seats: u32, target: u32) -> SkillNeed {
    SkillNeed { skill: skill.into(), level: level(at), seats, target }
}

fn target(skill: &str, at: f64, now: u32, then: u32) -> SkillTarget {
    SkillTarget { skill: skill.into(), level: level(at), now, then }
}

/// What `held` people cover of `wanted`: coverage, contributor absence factor and risk.
fn check(held: u32, wanted: u32, absence: f64, expected: (f64, u32, f64)) {
    let people = (0..held).map(|at| someone(&format!("p{at}"), None, &[(0, 3.0)])).collect();
    let organisation = bakery(people);
    let map = TalentMap::of(&organisation, |_| true);
    let row = &map.coverage(&organisation, &[need("oven", 3.0, wanted, 0)], absence)[0];
    assert_eq!((row.coverage, row.absence_factor, row.held), (expected.0, expected.1, held), "{held} of {wanted}");
    assert!((row.risk - expected.2).abs() < 1e-9, "{held} of {wanted}: {}", row.risk);
}

#[test]
fn coverage_and_risk_are_those_of_the_formulas() {
    check(0, 0, 0.1, (1.0, 1, 0.0));
    check(0, 2, 0.1, (0.0, 0, 1.0));
    check(1, 2, 0.1, (0.5, 0, 1.0));
    check(2, 2, 0.1, (1.0, 1, 0.19));
    check(3, 2, 0.1, (1.0, 2, 0.028));
    check(5, 1, 0.5, (1.0, 5, 0.03125));
    check(3, 3, 0.0, (1.0, 1, 0.0));
}

#[test]
fn levels_are_counted_to_the_tenth_and_the_unrated_are_no_level_0() {
    let organisation = bakery(vec![
        someone("ana", None, &[(0, 2.9), (1, 0.0)]),
        someone("eva", None, &[(0, 3.0)]),
        someone("luis", None, &[]),
    ]);
    let map = TalentMap::of(&organisation, |_| true);
    assert_eq!((map.people, map.at_least(Column(0), level(2.9)), map.at_least(Column(0), level(3.0))), (3, 2, 1));
    assert_eq!((map.rungs(Column(0)), map.rungs(Column(1))), ([0, 0, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0]));
    assert_eq!((map.at_least(Column(9), Level::NONE), map.rungs(Column(9))), (0, [0; 6]));
    let only = |filter: Filter| TalentMap::of(&organisation, filter.test(&organisation)).people;
    assert_eq!(only(Filter { skills: vec![("oven".into(), level(3.0))], ..Filter::default() }), 1);
    assert_eq!(only(Filter { skills: vec![("unheard-of".into(), level(0.0))], ..Filter::default() }), 0);
    assert_eq!(only(Filter { called: "ÁN".into(), ..Filter::default() }), 1);
    let mut unseen = organisation.clone();
    Arc::make_mut(&mut unseen.people[0]).consent.seen = false;
    let by_name = Filter { called: "ana".into(), ..Filter::default() };
    assert_eq!(TalentMap::of(&unseen, by_name.test(&unseen)).people, 0, "who has not agreed is not looked for by name");
    assert_eq!(only(Filter { team: Some("north".into()), ..Filter::default() }), 0);
}

/// A site was short of everything: a position of no site, and one that was made of a file of people has none, kept all its seats there. So did
/// all of them for people who were looked for by name.
#[test]
fn a_part_is_asked_for_the_seats_that_are_there() {
    let mut organisation = bakery(vec![
        someone("ana", Some("night"), &[(0, 3.0)]),
        someone("eva", Some("front"), &[]),
        someone("luis", Some("night"), &[]),
    ]);
    for (at, site) in ["mill", "harbour", "harbour"].into_iter().enumerate() {
        let person = Arc::make_mut(&mut organisation.people[at]);
        (person.site, person.team) = (Some(site.into()), Some("shop".into()));
    }
    organisation.targets = vec![target("oven", 3.0, 9, 9)];
    let seats = |filter: &Filter| {
        let is_in = filter.test(&organisation);
        let people = organisation.people.iter().filter(|person| is_in(person)).cloned().collect();
        let needing = filter.needing(&Organisation { people, ..organisation.clone() });
        let seats = needing.positions.iter().map(|position| (position.seats, position.seats_then));
        (seats.collect::<Vec<_>>(), needing.targets.len())
    };
    let check = |filter: Filter, front: (u32, u32), night: (u32, u32)| {
        assert_eq!(seats(&filter), (vec![front, night], 0), "{filter:?}");
    };
    assert_eq!(seats(&Filter::default()), (vec![(2, 1), (2, 3)], 1));
    check(Filter { site: Some("mill".into()), ..Filter::default() }, (0, 0), (1, 1));
    check(Filter { site: Some("harbour".into()), ..Filter::default() }, (1, 1), (1, 1));
    check(Filter { team: Some("shop".into()), ..Filter::default() }, (1, 1), (2, 2));
    check(Filter { called: "ana".into(), ..Filter::default() }, (0, 0), (1, 1));
    check(Filter { skills: vec![("oven".into(), level(1.0))], ..Filter::default() }, (0, 0), (1, 1));
    let night = Filter { position: Some("night".into()), ..Filter::default() };
    assert_eq!(seats(&night), (vec![(2, 3)], 0), "a position itself has all its seats");
}

#[test]
fn needs_add_up_seats_from_the_top_and_keep_targets_beside_them() {
    let mut organisation = bakery(vec![someone("ana", Some("front"), &[]), someone("eva", Some("front"), &[])]);
    organisation.positions[0].requirements =
        skillstead::engine::workforce::asked_by(&position("x", "baker", 1, 1), &catalog());
    organisation.positions[0].requirements[1].level = level(1.0);
    organisation.targets = vec![target("oven", 1.0, 9, 0), target("till", 4.0, 0, 2)];
    let found = needed(&organisation, None);
    // `dough` at 2 by the night, at 3 becoming 1 by the front: requirements are in order of their catalogue, the oven first.
    assert_eq!(
        found.now,
        [need("dough", 1.0, 4, 0), need("dough", 2.0, 2, 0), need("oven", 1.0, 4, 9), need("oven", 3.0, 4, 0)]
    );
    assert_eq!(
        found.then,
        [need("dough", 1.0, 4, 0), need("dough", 2.0, 3, 0), need("oven", 3.0, 4, 0), need("till", 4.0, 0, 2)]
    );
    let front = &found.positions[0];
    assert_eq!(
        (front.holders, front.ratio, front.open(), &front.declines[..]),
        (2, Some(0.5), 0, &[Decline::FewerSeats][..])
    );
    assert_eq!((found.positions[1].ratio, found.positions[1].open()), (None, 2));
}

#[test]
fn a_scenario_changes_what_will_be_and_not_what_is() {
    let organisation = bakery(vec![someone("ana", Some("front"), &[]), someone("eva", Some("front"), &[])]);
    let scenario = Scenario {
        name: "smaller".into(),
        seats: [("night".into(), 0)].into(),
        leavers: ["ana".into()].into(),
        targets: vec![target("till", 2.0, 0, 4)],
        ..Scenario::default()
    };
    let (as_is, other) = (needed(&organisation, None), needed(&organisation, Some(&scenario)));
    assert_eq!(as_is.now, other.now);
    assert_eq!(other.then, [need("till", 2.0, 1, 4)]);
    assert_eq!((other.positions[0].ratio, other.positions[0].holders), (Some(1.0), 1));
}

#[test]
fn the_best_come_first_and_who_has_not_agreed_is_only_counted() {
    let mut organisation = bakery(vec![
        someone("ana", None, &[(0, 3.0)]),
        someone("eva", None, &[(0, 4.0)]),
        someone("luis", None, &[(0, 3.0)]),
        someone("none", None, &[(0, 0.0)]),
    ]);
    Arc::make_mut(&mut organisation.people[2]).ratings[0].on = Some(day("2026-01-01"));
    let named = |organisation: &Organisation, most| {
        let (found, unseen) = experts(organisation, &"oven".into(), most, |_| true);
        (found.iter().map(|expert| expert.person.id.to_string()).collect::<Vec<_>>().join(" "), unseen)
    };
    assert_eq!(named(&organisation, 9), ("eva luis ana".into(), 0));
    assert_eq!(named(&organisation, 1), ("eva".into(), 0));
    Arc::make_mut(&mut organisation.people[1]).consent.seen = false;
    assert_eq!(named(&organisation, 9), ("luis ana".into(), 1));
    assert_eq!(experts(&organisation, &"unheard-of".into(), 9, |_| true), (vec![], 0));
}

#[test]
fn the_bench_is_one_step_below_and_wants_it() {
    let wants = |mut person: Person, wishes: Wishes| {
        person.wishes = Some(Box::new(wishes));
        person
    };
    let role = || Wishes { roles: vec!["baker".into()], ..Wishes::default() };
    let place = || Wishes { positions: vec!["night".into()], ..Wishes::default() };
    let mut interested = someone("d-interested", None, &[(0, 2.0)]);
    interested.interests = ["Óven".into()].into();
    interested.hours = Some(40);
    let mut silent = wants(someone("e-silent", None, &[(0, 2.0)]), role());
    silent.consent.proposed = false;
    let organisation = bakery(vec![
        wants(someone("a-role", None, &[(0, 2.0)]), role()),
        wants(someone("b-place", None, &[(0, 2.5)]), place()),
        someone("c-unasked", None, &[(0, 2.0)]),
        interested,
        silent,
        wants(someone("f-far", None, &[(0, 1.9)]), role()),
        wants(someone("g-there", None, &[(0, 3.0)]), role()),
        wants(someone("h-unrated", None, &[]), role()),
    ]);
    let catalog = catalog();
    let oven = "oven".into();
    let found = bench(&organisation, &catalog, (&oven, level(3.0)), &Policy::default(), &OrgPolicy::default());
    let found: Vec<_> = found.iter().map(|one| (one.person.id.as_str(), one.hours, one.weeks)).collect();
    assert_eq!(found, [("d-interested", 20.0, Some(1)), ("a-role", 20.0, Some(5)), ("b-place", 20.0, Some(5))]);
}

/// The verdict of a person and its reasons.
fn judged(organisation: &Organisation, catalog: &Catalog, id: &str) -> (Option<PersonVerdict>, Vec<Reason>) {
    let (policy, own) = (Policy::default(), OrgPolicy::default());
    let needed = demand(organisation, catalog, None, &policy, &own);
    let people = People::of(organisation, catalog, &needed, &policy, &own);
    let report = people.judge(organisation.person(&id.into()).expect("a person"));
    (report.counts(), report.reasons)
}

#[test]
fn the_verdict_of_a_person_is_reached_in_order() {
    use PersonVerdict::{Maintain, Reskill, Upskill, Versatility};
    let catalog = catalog();
    let two = |ana: Person| bakery(vec![ana, someone("eva", Some("night"), &[(0, 3.0), (1, 2.0)])]);
    let cases = [
        (someone("ana", Some("front"), &[(2, 2.0)]), 2, Some(Reskill)),
        (someone("ana", Some("night"), &[(0, 2.0)]), 1, Some(Upskill)),
        (someone("ana", Some("night"), &[(0, 3.0), (1, 2.0)]), 1, Some(Maintain)),
        // What is not rated is taken as met by who is in the position.
        (someone("ana", Some("night"), &[]), 1, Some(Maintain)),
        (someone("ana", None, &[]), 1, None),
        // Who is good at dough could learn the oven, which hangs on Eva.
        (someone("ana", None, &[(1, 3.0)]), 1, Some(Versatility)),
    ];
    for (ana, n_front, expected) in cases {
        let mut organisation = two(ana.clone());
        if n_front == 2 {
            organisation =
                bakery(vec![ana.clone(), someone("eva", Some("front"), &[]), someone("luis", Some("front"), &[])]);
        }
        assert_eq!(judged(&organisation, &catalog, "ana").0, expected, "{ana:?}");
    }
    // A word on it counts, and the newest of all.
    let organisation = two(someone("ana", None, &[(1, 3.0)]));
    let says = |verdict| PersonOverrule { verdict, reason: "she said so".into(), on: day("2026-11-29") };
    let say = |organisation: &Organisation, verdict| {
        organisation.apply(OrgCommand::Overrule("ana".into(), says(verdict))).expect("allowed").expect("a change")
    };
    let once = say(&organisation, Some(Maintain));
    assert_eq!(judged(&once, &catalog, "ana").0, Some(Maintain));
    assert_eq!(judged(&say(&once, None), &catalog, "ana").0, Some(Versatility));
}

#[test]
fn a_role_among_the_most_exposed_and_least_protected_declines() {
    let task = |marks: [u8; 7]| Task { share: 50, marks: Marks::try_from(marks).ok(), ..Task::named(Text::default()) };
    let mut catalog = catalog();
    let mut add = |id: &str, marks| {
        let mut role = catalog.roles[0].clone();
        (role.id, role.tasks) = (id.into(), vec![task(marks)]);
        catalog.roles.push(role);
    };
    add("forms", [5, 5, 5, 5, 1, 1, 1]);
    add("nurse", [2, 2, 2, 2, 5, 1, 1]);
    add("mason", [2, 2, 2, 2, 1, 5, 1]);
    add("judge", [1, 1, 1, 1, 1, 1, 5]);
    let cuts = ExposureCuts::of(&catalog, &Policy::default(), &OrgPolicy::default()).expect("four roles");
    assert!(cuts.decline([1.0, 0.0]) && !cuts.decline([1.0, 1.0]) && !cuts.decline([0.1, 0.0]));
    assert_eq!(ExposureCuts::of(&crate::catalog(), &Policy::default(), &OrgPolicy::default()), None);
}

#[test]
fn every_default_lies_between_its_ends() {
    // One belonged to a line that the page does not have: nobody could set it.
    let lines = include_str!("../src/ui/organisation/routes.rs");
    for constant in &ORG_CONSTANTS {
        assert!(lines.contains(&format!("    \"{}\",\n", constant.line)), "{}", constant.name);
        let value = OrgPolicy::default().value(constant);
        assert!((constant.ends[0]..=constant.ends[1]).contains(&value), "{}", constant.name);
        let set = OrgPolicy::with(&[(constant.name.into(), 1e9)].into());
        assert_eq!(set.value(constant), constant.ends[1]);
    }
    let mut names: Vec<_> = ORG_CONSTANTS.iter().map(|constant| constant.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ORG_CONSTANTS.len());
}

prop_compose! {
    fn people()(rows in prop::collection::vec((0usize..3, prop::collection::btree_map(0u16..3, 0u8..=50, 0..3)), 0..25)) -> Vec<Person> {
        let one = |(at, (place, rated)): (usize, (usize, std::collections::BTreeMap<u16, u8>))| {
            let rated: Vec<_> = rated.into_iter().map(|(column, tenths)| (column, f64::from(tenths) / 10.0)).collect();
            someone(&format!("p{at:02}"), [None, Some("front"), Some("night")][place], &rated)
        };
        rows.into_iter().enumerate().map(one).collect()
    }
}

proptest! {
    #[test]
    fn risk_is_the_binomial_tail(held in 0u32..60, needed in 0u32..60, absence in 0.0f64..=1.0) {
        // Summed naively, term by term.
        let there = 1.0 - absence;
        let choose = |x: u32| (0..x).fold(1.0, |all, i| all * f64::from(held - i) / f64::from(i + 1));
        let term = |x: u32| choose(x) * there.powi(x as i32) * absence.powi((held - x) as i32);
        let naive: f64 = (0..=held).filter(|x| *x < needed).map(term).sum();
        prop_assert!((risk(held, needed, absence) - naive).abs() < 1e-9);
    }

    #[test]
    fn more_people_never_cover_less(held in 0u32..5_000, needed in 0u32..5_000, absence in 0.0f64..0.9) {
        let (less, more) = (risk(held, needed, absence), risk(held + 1, needed, absence));
        prop_assert!(more <= less + 1e-9 && (0.0..=1.0 + 1e-12).contains(&less));
    }

    #[test]
    fn no_self_declared_group_changes_a_number(people in people(), bands in prop::collection::vec(0usize..4, 25)) {
        let catalog = catalog();
        let plain = bakery(people.clone());
        let mut grouped = people;
        for (person, band) in grouped.iter_mut().zip(&bands) {
            person.join("years in the trade".into(), ["few", "some", "many", "most"][*band].into());
        }
        let grouped = bakery(grouped);
        let (needs, other) = (needed(&plain, None), needed(&grouped, None));
        prop_assert_eq!(&needs, &other);
        let map = |organisation: &Organisation| TalentMap::of(organisation, |_| true);
        prop_assert_eq!(map(&plain), map(&grouped));
        prop_assert_eq!(map(&plain).coverage(&plain, &needs.then, 0.1), map(&grouped).coverage(&grouped, &needs.then, 0.1));
        for person in &plain.people {
            prop_assert_eq!(judged(&plain, &catalog, person.id.as_str()), judged(&grouped, &catalog, person.id.as_str()));
        }
    }

    #[test]
    fn a_map_of_all_is_the_sum_of_its_parts(people in people()) {
        let organisation = bakery(people);
        let at = |id: Option<&str>| TalentMap::of(&organisation, |person| person.position == id.map(Into::into));
        let whole = TalentMap::of(&organisation, |_| true);
        let parts = [at(None), at(Some("front")), at(Some("night"))];
        prop_assert_eq!(whole.people, parts.iter().map(|part| part.people).sum::<u32>());
        for column in (0..3).map(Column) {
            let sum = parts.iter().fold([0; 6], |mut all, part| {
                all.iter_mut().zip(part.rungs(column)).for_each(|(all, n)| *all += n);
                all
            });
            prop_assert_eq!(whole.rungs(column), sum);
        }
    }
}
