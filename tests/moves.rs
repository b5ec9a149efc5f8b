//! Moves: small organisations against all of their moves, what bars a way, and what each move says of itself.

mod support;

use skillstead::catalog::CatalogBuilder;
use skillstead::domain::{
    Asked, Certificate, Column, Held, Level, Organisation, Person, Position, Scenario, Weight, Wishes,
};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{MoveAsk, Moves, OrgPolicy, Prices, fare, moves};
use std::sync::Arc;
use support::crew::{Size, crew, regrouped};

fn asked<T>(organisation: &Organisation, answer: impl FnOnce(&MoveAsk<'_>) -> T) -> T {
    let (catalog, policy) = (CatalogBuilder::default().build(), Policy::default());
    let (own, prices) = (OrgPolicy::default(), Prices::default());
    answer(&MoveAsk {
        organisation,
        catalog: &catalog,
        then: false,
        scenario: None,
        policy: &policy,
        own: &own,
        prices: &prices,
    })
}

/// Holders without a seat, people without a seat, and the fares of all others: the least there is from one person on.
fn least(fares: &[Vec<Option<i64>>], holds: &[bool], seats: &mut [u32]) -> (usize, usize, i64) {
    let (Some((row, fares)), Some((holder, holds))) = (fares.split_first(), holds.split_first()) else {
        return (0, 0, 0);
    };
    let (holders, people, cost) = least(fares, holds, seats);
    let mut best = (holders + usize::from(*holder), people + 1, cost);
    for to in 0..seats.len() {
        if let (Some(fare), true) = (row[to], seats[to] > 0) {
            seats[to] -= 1;
            let (holders, people, cost) = least(fares, holds, seats);
            seats[to] += 1;
            best = best.min((holders, people, cost + fare));
        }
    }
    best
}

#[test]
fn nothing_is_better_than_what_is_proposed() {
    let mut rng = fastrand::Rng::with_seed(21);
    for _ in 0..10_000 {
        let (people, positions) = (rng.usize(0..=5), rng.usize(1..=4));
        let size = Size { people, skills: 4, positions, ratings: 3, requirements: 3, seats: 2 };
        let organisation = crew(&mut rng, size);
        asked(&organisation, |ask| {
            let cost = |person, to| fare(ask, person, to).map(|fare| fare.total().round() as i64);
            let fares: Vec<Vec<_>> =
                (0..people).map(|person| (0..positions).map(|to| cost(person, to)).collect()).collect();
            let holds: Vec<bool> = organisation.people.iter().map(|person| person.position.is_some()).collect();
            let mut seats: Vec<u32> = organisation.positions.iter().map(|position| position.seats).collect();
            let found = moves(ask);
            let holders = found.without.iter().filter(|at| holds[**at]).count();
            assert_eq!(
                (holders, found.without.len(), found.cost),
                least(&fares, &holds, &mut seats),
                "{organisation:?}"
            );
            let all: u32 = seats.iter().sum();
            let open: u32 = found.open.iter().map(|open| open.seats).sum();
            assert_eq!(all as usize, open as usize + found.moves.len() + found.stay.len());
            for one in &found.moves {
                assert_eq!(fare(ask, one.person, one.to), Some(one.fare));
                assert_eq!(one.missing.iter().map(|missing| missing.hours).sum::<u32>(), one.fare.hours);
            }
        });
    }
}

/// An apprentice at these levels of dough and till, and a bakery with one free seat that asks level 3 of both, dough as a must.
fn bakery(levels: [Option<u8>; 2], change: impl FnOnce(&mut Person, &mut Position)) -> Organisation {
    let level = |level: u8| Level::whole(level).expect("a level");
    let mut person = Person::new("p".into());
    for (column, at) in (0..).zip(levels) {
        if let Some(at) = at {
            person.rate(Held { column: Column(column), level: level(at), by: None, on: None });
        }
    }
    person.consent.proposed = true;
    let want = |skill: &str, must| Asked { skill: skill.into(), level: level(3), weight: Weight::new(3.0), must };
    let mut position = Position::new("baker".into());
    position.requirements = vec![want("dough", true), want("till", false)];
    change(&mut person, &mut position);
    let skills = vec!["dough".into(), "till".into()];
    Organisation { people: vec![Arc::new(person)], positions: vec![position], skills, ..Organisation::default() }
}

#[track_caller]
fn check(organisation: &Organisation, moved: usize, stay: usize, without: usize) -> Moves {
    let found = asked(organisation, moves);
    assert_eq!((found.moves.len(), found.stay.len(), found.without.len()), (moved, stay, without));
    found
}

#[test]
fn a_move_says_what_it_costs_and_what_it_takes() {
    let found = check(&bakery([Some(2), Some(3)], |_, _| {}), 1, 0, 0);
    let one = &found.moves[0];
    assert_eq!((one.fare.hours, one.fare.learning, one.fare.moving), (80, 3_200.0, 500.0));
    assert_eq!((one.missing.len(), one.missing[0].skill.as_str(), found.cost), (1, "dough", 3_700));
    assert!(one.instead.builds());
}

#[test]
fn gates_and_what_cannot_be_missing_bar_the_way() {
    check(&bakery([Some(1), Some(0)], |_, _| {}), 1, 0, 0);
    check(&bakery([Some(0), Some(5)], |_, _| {}), 0, 0, 1);
    // What is not rated is not known to be too far.
    check(&bakery([None, None], |_, _| {}), 1, 0, 0);
    check(&bakery([Some(3), Some(3)], |person, _| person.consent.proposed = false), 0, 0, 1);
    check(&bakery([Some(3), Some(3)], |_, position| position.gates.push("licence".into())), 0, 0, 1);
    let licensed = |person: &mut Person, position: &mut Position| {
        position.gates.push("licence".into());
        person.gates.insert("licence".into());
    };
    check(&bakery([Some(3), Some(3)], licensed), 1, 0, 0);
    let certified = |person: &mut Person, position: &mut Position| {
        position.gates.push("licence".into());
        person.certify(Certificate { name: "Card".into(), gate: Some("licence".into()), until: None });
    };
    check(&bakery([Some(3), Some(3)], certified), 1, 0, 0);
    // Who holds it may keep it, whatever is lacking.
    let holds = |person: &mut Person, position: &mut Position| {
        position.gates.push("licence".into());
        person.position = Some(position.id.clone());
        person.consent.proposed = false;
    };
    let found = check(&bakery([Some(0), None], holds), 0, 1, 0);
    assert!(found.open.is_empty());
    let closed = check(&bakery([Some(3), Some(3)], |_, position| position.seats = 0), 0, 0, 1);
    assert_eq!(closed.cost, 0);
}

#[test]
fn a_scenario_changes_the_horizon_alone() {
    let organisation = bakery([Some(2), Some(3)], |_, position| position.seats_then = 0);
    let seats = [("baker".into(), 2)].into();
    let more = Scenario { seats, ..Scenario::default() };
    let gone = Scenario { leavers: ["p".into()].into(), ..more.clone() };
    let numbers = |then: bool, scenario: Option<&Scenario>| {
        let found = asked(&organisation, |ask| moves(&MoveAsk { then, scenario, ..*ask }));
        (found.moves.len(), found.without.len(), found.open.iter().map(|open| open.seats).sum::<u32>())
    };
    assert_eq!(numbers(false, None), (1, 0, 0));
    assert_eq!(numbers(true, None), (0, 1, 0));
    assert_eq!(numbers(true, Some(&more)), (1, 0, 1));
    assert_eq!(numbers(true, Some(&gone)), (0, 0, 2));
    assert_eq!(numbers(false, Some(&gone)), (1, 0, 0));
}

#[test]
fn a_wish_makes_a_move_cheaper() {
    let wishes = |person: &mut Person, position: &mut Position| {
        let positions = vec!["elsewhere".into(), position.id.clone()];
        person.wishes = Some(Box::new(Wishes { positions, ..Wishes::default() }));
    };
    let found = check(&bakery([Some(3), Some(3)], wishes), 1, 0, 0);
    let one = &found.moves[0];
    assert_eq!((one.fare.wish_place, one.fare.wish, found.cost), (Some(1), 500.0, 0));
}

#[test]
fn no_move_hangs_on_a_group() {
    let mut rng = fastrand::Rng::with_seed(22);
    let size = Size { people: 80, skills: 20, positions: 15, ratings: 10, requirements: 6, seats: 9 };
    let organisation = crew(&mut rng, size);
    let other = regrouped(&organisation, &mut rng);
    let found = asked(&organisation, moves);
    assert!(!found.moves.is_empty());
    assert_eq!(asked(&other, moves), found);
}
