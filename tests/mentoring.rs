//! Who mentors whom: who may, what is scored, and small organisations against all of their choices.

mod support;

use skillstead::catalog::{Catalog, CatalogBuilder};
use skillstead::domain::{
    Asked, Column, Contract, ContractState, Held, Level, Organisation, Person, Position, Weight, Willing, Wishes,
};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{MentorAsk, Mentoring, OrgPolicy, Pairing};
use std::sync::Arc;
use support::crew::{Size, crew, regrouped};

fn asked<T>(organisation: &Organisation, then: impl FnOnce(&Mentoring<'_>) -> T) -> T {
    let (catalog, policy): (Catalog, Policy) = (CatalogBuilder::default().build(), Policy::default());
    let today = "2026-11-29".parse().expect("a day");
    let ask = MentorAsk { organisation, catalog: &catalog, policy: &policy, own: &OrgPolicy::default(), today };
    then(&Mentoring::of(ask))
}

/// The most that can be had from one mentee on: how many are served, and what that is worth.
fn most(mentoring: &Mentoring<'_>, mentee: usize, places: &mut [u32]) -> (usize, i64) {
    if mentee == places.len() {
        return (0, 0);
    }
    let mut best = most(mentoring, mentee + 1, places);
    for mentor in 0..places.len() {
        if let Some(pairing) = mentoring.pairing(mentor, mentee).filter(|_| places[mentor] > 0) {
            places[mentor] -= 1;
            let (served, worth) = most(mentoring, mentee + 1, places);
            places[mentor] += 1;
            best = best.max((served + 1, worth + i64::from(pairing.worth())));
        }
    }
    best
}

#[test]
fn nothing_is_better_than_what_is_chosen() {
    let mut rng = fastrand::Rng::with_seed(11);
    let mut served = 0;
    for _ in 0..10_000 {
        let (people, skills) = (rng.usize(0..=5), rng.usize(1..=4));
        let size = Size { people, skills, positions: 2, ratings: 3, requirements: 3, seats: 3 };
        let mut organisation = crew(&mut rng, size);
        if rng.bool() {
            organisation.people.iter_mut().for_each(|person| Arc::make_mut(person).manager = None);
        }
        asked(&organisation, |mentoring| {
            let mut places: Vec<u32> = (0..people).map(|at| mentoring.places(at)).collect();
            let chosen = mentoring.best();
            let worth = chosen.iter().map(|pairing| i64::from(pairing.worth())).sum();
            assert_eq!((chosen.len(), worth), most(mentoring, 0, &mut places), "{organisation:?}");
            served += chosen.len();
        });
    }
    assert!(served > 2_000, "{served}");
}

/// Two people in one skill each way: the senior at these levels, the junior at those, and what the junior heads for.
fn two(senior: [u8; 2], junior: [u8; 2], asked: [u8; 2]) -> Organisation {
    let level = |level: u8| Level::whole(level).expect("a level");
    let person = |id: &str, levels: [u8; 2], mentor| {
        let mut person = Person::new(id.into());
        for (column, at) in (0..).zip(levels) {
            person.rate(Held { column: Column(column), level: level(at), by: None, on: None });
        }
        person.position = Some("baker".into());
        person.consent.paired = true;
        person.wishes = Some(Box::new(Wishes { mentor, ..Wishes::default() }));
        Arc::new(person)
    };
    let want = |skill: &str, at| Asked { skill: skill.into(), level: level(at), weight: Weight::new(1.0), must: false };
    let requirements = vec![want("dough", asked[0]), want("till", asked[1])];
    Organisation {
        people: vec![person("junior", junior, Willing::Unsaid), person("senior", senior, Willing::Yes)],
        positions: vec![Position { requirements, ..Position::new("baker".into()) }],
        skills: vec!["dough".into(), "till".into()],
        ..Organisation::default()
    }
}

/// The score of the one direction and of the other, in hundredths.
#[track_caller]
fn check(organisation: &Organisation, expected: Option<(i32, Option<i32>)>) -> Option<Pairing> {
    let hundredths = |score: f64| (score * 100.0).round() as i32;
    asked(organisation, |mentoring| {
        let found = mentoring.pairing(1, 0);
        let scores = found
            .as_ref()
            .map(|pairing| (hundredths(pairing.score.total()), pairing.back.map(|back| hundredths(back.total()))));
        assert_eq!(scores, expected);
        found
    })
}

#[test]
fn a_mentor_is_a_level_ahead_and_at_the_goal_or_at_the_mentor_line() {
    let rows = [
        ([3, 0], [1, 0], [3, 0], Some((100, None))),
        // One level short of the goal, below the line.
        ([3, 0], [1, 0], [4, 0], None),
        // At the line: as far as they reach.
        ([4, 0], [1, 0], [5, 0], Some((75, None))),
        // Not a whole level ahead.
        ([3, 0], [3, 0], [4, 0], None),
        // More than three ahead: damped.
        ([5, 0], [1, 0], [2, 0], Some((50, None))),
        // Two skills weigh a half each; the senior reaches one of them.
        ([4, 0], [1, 1], [4, 4], Some((50, None))),
    ];
    for (senior, junior, asked, expected) in rows {
        check(&two(senior, junior, asked), expected);
    }
}

#[test]
fn one_contract_shows_both_directions() {
    let organisation = two([4, 1], [1, 4], [4, 5]);
    let pairing = check(&organisation, Some((50, Some(75)))).expect("a pairing");
    assert_eq!(pairing.reciprocity(), 0.5);
    let days = ["2027-01-01", "2027-06-30"].map(|day| day.parse().expect("a day"));
    let contract = pairing.contract(&organisation, days, 4).expect("a contract");
    assert_eq!((contract.taught[0].skill.as_str(), contract.returned[0].skill.as_str()), ("dough", "till"));
}

#[test]
fn nobody_is_paired_who_has_not_agreed_or_reports_to_the_other() {
    let good = two([4, 0], [1, 0], [4, 0]);
    check(&good, Some((100, None))).expect("a pairing");
    let with = |change: &dyn Fn(&mut Person, &mut Person)| {
        let mut other = good.clone();
        let [junior, senior] = &mut other.people[..] else { panic!("two people") };
        change(Arc::make_mut(junior), Arc::make_mut(senior));
        other
    };
    check(&with(&|junior, _| junior.consent.paired = false), None);
    check(&with(&|_, senior| senior.consent.paired = false), None);
    check(&with(&|junior, _| junior.manager = Some("senior".into())), None);
    check(&with(&|_, senior| senior.manager = Some("junior".into())), None);
    let mentor = |mentor| Some(Box::new(Wishes { mentor, ..Wishes::default() }));
    check(&with(&|_, senior| senior.wishes = mentor(Willing::Unsaid)), None);
    let mentee = Some(Box::new(Wishes { mentee: Willing::No, ..Wishes::default() }));
    check(&with(&|junior, _| junior.wishes = mentee.clone()), None);
    // Beside the score: other teams, a shared interest.
    let teams = with(&|junior, senior| (junior.team, senior.team) = (Some("a".into()), Some("b".into())));
    check(&teams, Some((120, None)));
    let interests = with(&|junior, senior| {
        junior.interests = ["rye".into()].into();
        senior.interests = ["rye".into(), "maps".into()].into();
    });
    check(&interests, Some((110, None)));
}

#[test]
fn contracts_that_run_take_places() {
    let mut organisation = two([4, 0], [1, 0], [4, 0]);
    organisation.people.push(Arc::new(Person::new("third".into())));
    let day = |text: &str| text.parse().expect("a day");
    let contract = |mentee: &str, until: &str| Contract {
        mentor: "senior".into(),
        mentee: mentee.into(),
        taught: Vec::new(),
        returned: Vec::new(),
        from: day("2026-01-01"),
        until: day(until),
        hours: 2,
        state: ContractState::Agreed,
    };
    organisation.contracts = vec![contract("third", "2027-01-01")];
    // One of two places is taken.
    check(&organisation, Some((85, None)));
    organisation.contracts = vec![contract("third", "2026-11-28")];
    check(&organisation, Some((100, None)));
    organisation.contracts = vec![contract("junior", "2027-01-01")];
    check(&organisation, None);
}

#[test]
fn no_score_hangs_on_a_group() {
    let mut rng = fastrand::Rng::with_seed(12);
    let size = Size { people: 60, skills: 12, positions: 8, ratings: 8, requirements: 5, seats: 9 };
    let organisation = crew(&mut rng, size);
    let other = regrouped(&organisation, &mut rng);
    let best = asked(&organisation, |mentoring| mentoring.best());
    assert!(best.len() > 5);
    assert_eq!(asked(&other, |mentoring| mentoring.best()), best);
}
