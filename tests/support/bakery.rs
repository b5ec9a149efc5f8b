//! A small organisation, told by hand.
#![allow(dead_code, reason = "each test binary uses its own part")]

use skillstead::domain::{
    Asked, Cohort, Column, Consent, Contract, ContractState, Held, Level, OrgCommand, Organisation, Person, Position,
    Programme, Rater, Scenario, SkillTarget, Snapshot, Taught, Weight, Willing, Wishes,
};
use std::sync::Arc;

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// A level from tenths.
pub fn tenths(tenths: u8) -> Level {
    Level::try_from(tenths).expect("a level")
}

pub fn applied(organisation: &Organisation, command: OrgCommand) -> Organisation {
    organisation
        .apply(command.clone())
        .expect("a valid command")
        .unwrap_or_else(|| panic!("{command:?} changes nothing"))
}

/// A bakery of two with something of everything: what `fixtures/org-1/demo.json` holds.
pub fn bakery() -> Organisation {
    let mut ada = Person::new("ada".into());
    (ada.name, ada.team, ada.site) = ("Ada Quill".into(), Some("shop".into()), Some("mill".into()));
    ada.position = Some("baker".into());
    let by_manager = |column, level| {
        let (by, on) = (Some(Rater::Manager), Some(day("2026-11-02")));
        Held { column: Column(column), level: tenths(level), by, on }
    };
    ada.ratings =
        vec![by_manager(0, 40), Held { column: Column(1), level: Level::TOP, by: None, on: None }, by_manager(2, 10)];
    ada.gates.insert("food-hygiene".into());
    ada.wishes = Some(Box::new(Wishes {
        positions: vec!["seller".into()],
        roles: vec!["teacher".into()],
        mentor: Willing::Gladly,
        mentee: Willing::No,
        mentees: Some(1),
    }));
    ada.consent = Consent { seen: true, proposed: true, paired: true };
    ada.interests.insert("rye".into());
    ada.hours = Some(3);
    ada.join("language".into(), "en".into());
    let mut second = Person::new("p2".into());
    second.manager = Some("ada".into());
    for (column, level) in [(1, 10), (2, 40)] {
        let (by, on) = (Some(Rater::Own), Some(day("2026-11-03")));
        second.rate(Held { column: Column(column), level: tenths(level), by, on });
    }
    let asked = |skill: &str, level, weight, must| Asked {
        skill: skill.into(),
        level: tenths(level),
        weight: Weight::new(weight),
        must,
    };
    let baker = Position {
        title: "Baker".into(),
        role: Some("baker".into()),
        team: Some("shop".into()),
        site: Some("mill".into()),
        seats: 2,
        seats_then: 3,
        requirements: vec![asked("dough", 30, 4.0, true), asked("oven", 25, 2.0, false)],
        gates: vec!["food-hygiene".into()],
        ..Position::new("baker".into())
    };
    let seller = Position { seats_then: 0, ..Position::new("seller".into()) };
    let target = |now, then| SkillTarget { skill: "oven".into(), level: Level::LEADS, now, then };
    let taught = |skill: &str| vec![Taught { skill: skill.into(), to: tenths(30) }];
    let mut bakery = Organisation {
        name: "Bakery".into(),
        people: vec![Arc::new(ada), Arc::new(second)],
        positions: vec![baker, seller],
        teams: [("shop".into(), "The shop".into())].into(),
        sites: [("mill".into(), "Old mill".into())].into(),
        skills: ["oven", "dough", "till"].map(Into::into).into(),
        own_skills: [("till".into(), "Till of 1987".into())].into(),
        targets: vec![target(1, 2)],
        horizon: Some(day("2027-12-31")),
        scenarios: vec![Scenario {
            name: "Second oven".into(),
            seats: [("baker".into(), 5)].into(),
            leavers: ["p2".into()].into(),
            targets: vec![target(2, 3)],
            policy: [("absence".into(), 0.25)].into(),
        }],
        contracts: vec![Contract {
            mentor: "ada".into(),
            mentee: "p2".into(),
            taught: taught("dough"),
            returned: taught("till"),
            from: day("2026-12-01"),
            until: day("2027-05-31"),
            hours: 2,
            state: ContractState::Agreed,
        }],
        programmes: vec![Programme {
            name: "Rye".into(),
            money: 500,
            hours: 40,
            cohorts: vec![Cohort {
                skill: "dough".into(),
                to: tenths(30),
                activity: Some("dough-first-course".into()),
                people: ["p2".into()].into(),
                starts: Some(day("2027-01-11")),
            }],
            ..Programme::default()
        }],
        overrules: Default::default(),
        snapshots: Vec::new(),
        policy: [("absence".into(), 0.125)].into(),
        contributions: vec![],
        provenances: [].into(),
    };
    bakery.snapshots.push(Snapshot::of(&bakery, day("2026-11-29")));
    bakery
}
