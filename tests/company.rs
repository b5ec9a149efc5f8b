//! The made-up company: valid, the same for the same seed, and much like a real one.

#[path = "support/starter.rs"]
mod starter;

use skillstead::catalog::Catalog;
use skillstead::domain::{Level, Organisation, tells_age};
use skillstead::engine::workforce::{OrgPolicy, bench, bench_counts, demand};
use skillstead::engine::{Policy, company};
use skillstead::store::{read_org, write_org};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static STARTER: LazyLock<Catalog> = LazyLock::new(|| starter::starter().expect("the starter catalogue"));

fn made(n_people: usize, seed: u64) -> Organisation {
    company(&STARTER, n_people, seed, "2026-11-29".parse().expect("a day"))
}

#[test]
fn a_company_of_any_size_is_valid_and_has_so_many_people() {
    for (n_people, seed) in [(0, 1), (1, 1), (5, 2), (13, 3), (14, 4), (120, 7), (121, 8), (2_000, 9)] {
        let made = made(n_people, seed);
        assert_eq!(made.people.len(), n_people);
        assert_eq!(made.clone().checked().as_ref(), Ok(&made), "{n_people} people");
        assert_eq!(read_org(&write_org(&made)).as_ref(), Ok(&made));
        for position in &made.positions {
            let n_holders = made.people.iter().filter(|person| person.position.as_ref() == Some(&position.id)).count();
            assert!(n_holders as u32 <= position.seats && n_holders > 0);
            assert!(position.role.as_ref().is_some_and(|role| STARTER.find_role(role).is_some()));
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(write_org(&made(120, 7)), write_org(&made(120, 7)));
    assert_ne!(write_org(&made(120, 7)), write_org(&made(120, 8)));
}

#[test]
fn the_benches_counted_at_once_are_those_that_are_listed_one_by_one() {
    let made = made(400, 3);
    let (policy, own) = (Policy::default(), OrgPolicy::default());
    let needs = demand(&made, &STARTER, None, &policy, &own).now;
    let asked = || needs.iter().map(|need| (&need.skill, need.level));
    let one_by_one = asked().map(|need| bench(&made, &STARTER, need, &policy, &own).len());
    let one_by_one: Vec<usize> = one_by_one.collect();
    assert!(one_by_one.iter().sum::<usize>() > 0);
    assert_eq!(bench_counts(&made, &STARTER, asked(), &policy, &own), one_by_one);
}

#[test]
fn teams_ratings_and_lines_are_as_in_real_ones() {
    let made = made(2_000, 7);
    let mut teams: BTreeMap<_, usize> = BTreeMap::new();
    for person in &made.people {
        *teams.entry(&person.team).or_default() += 1;
    }
    assert!(teams.values().all(|size| (6..=12).contains(size)), "{:?}", teams.values().collect::<Vec<_>>());
    let n_ratings: usize = made.people.iter().map(|person| person.ratings.len()).sum();
    assert!((30_000..=50_000).contains(&n_ratings), "{n_ratings}");
    assert_eq!(made.people.iter().filter(|person| person.manager.is_none()).count(), 1, "one head of all");
    let mut reports: BTreeMap<_, usize> = BTreeMap::new();
    for person in &made.people {
        *reports.entry(&person.manager).or_default() += 1;
    }
    assert!(reports.values().all(|n| *n <= 11 + 3 * 7), "nobody leads more than a team and those below");
    assert!(made.people.iter().flat_map(|person| person.groups.iter()).all(|(kind, _)| !tells_age(kind)));
    let wishes = made.people.iter().filter_map(|person| person.wishes.as_deref());
    assert!(wishes.filter(|wishes| !wishes.roles.is_empty()).count() > 400);
}

#[test]
fn fit_is_neither_none_nor_whole() {
    let made = made(2_000, 7);
    let columns = made.columns();
    let (mut met, mut all) = (0, 0);
    for person in &made.people {
        let position = person.position.as_ref().and_then(|id| made.position(id)).expect("a position");
        let role = position.role.as_ref().and_then(|role| STARTER.find_role(role)).expect("a role");
        for asked in &role.requirements {
            let column = columns[&STARTER.skills[asked.skill.at()].id];
            all += 1;
            met += usize::from(person.level(column).unwrap_or(Level::NONE) >= asked.level);
        }
    }
    assert!((40..=75).contains(&(100 * met / all)), "{met} of {all}");
}
