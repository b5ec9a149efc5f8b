//! What an organisation watches: scenarios, readiness over time, alerts, the digital divide, and what programmes brought.

#[path = "support/town.rs"]
mod town;
#[path = "support/works.rs"]
mod works;

use skillstead::catalog::Catalog;
use skillstead::domain::{
    Certificate, Cohort, Need, Organisation, Outcome, Person, Position, Programme, Scenario, Snapshot, Usage, Willing,
    Wishes,
};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    OrgAlert, OrgPolicy, Wishing, asking, demand, digital_divide, evaluated, history, org_alerts, side_by_side,
};
use std::sync::Arc;
use town::{Town, day, level};
use works::{position, someone, works};

fn catalog() -> Catalog {
    Town::new()
        .skill("oven")
        .skill("sheets")
        .with(|skill| skill.flags.digital = true)
        .role("baker", &[("oven", 3.0, 5.0, Need::Must), ("sheets", 2.0, 1.0, Need::Nice)])
        .activity("bake", "oven", [2.0, 3.0], 20, 4, 0)
        .build()
}

fn wishing(mut person: Person, wishes: Wishes) -> Person {
    person.wishes = Some(Box::new(wishes));
    person
}

fn bakery() -> Organisation {
    let wants = Wishes { positions: vec!["night".into()], ..Wishes::default() };
    let teaches = Wishes { mentor: Willing::Gladly, ..Wishes::default() };
    let people = vec![
        someone("ana", Some("night"), &[(0, 3.0), (1, 1.0)]),
        someone("eva", Some("night"), &[(0, 4.0)]),
        wishing(someone("luis", None, &[(0, 2.0), (1, 5.0)]), wants),
        wishing(someone("zoe", None, &[(1, 4.0)]), teaches),
    ];
    works(&["oven", "sheets"], vec![position("night", "baker", 3, 5)], people)
}

#[test]
fn scenarios_stand_side_by_side() {
    let mut organisation = bakery();
    organisation.scenarios = vec![Scenario {
        name: "small".into(),
        seats: [("night".into(), 1)].into(),
        leavers: ["ana".into()].into(),
        policy: [("absence".into(), 0.5)].into(),
        ..Scenario::default()
    }];
    let found = side_by_side(&organisation, &catalog(), &Policy::default());
    let told: Vec<_> =
        found.iter().map(|one| (one.scenario.as_deref(), one.readiness(), one.short(), one.coverage[0].risk)).collect();
    // Five need the oven and the sheets, two hold each; then one does, and one holds the oven, who is away half of the time.
    assert_eq!(told, [(None, 0.4, 2, 1.0), (Some("small"), 1.0, 0, 0.5)]);
}

#[test]
fn readiness_is_told_as_it_was_and_falls_where_it_fell() {
    let mut organisation = bakery();
    let past = Snapshot { on: day("2026-01-01"), people: 9, rungs: [("oven".into(), [0, 0, 0, 5, 0, 0])].into() };
    organisation.snapshots = vec![past.clone(), Snapshot { on: day("2027-01-01"), ..past }];
    let needed = demand(&organisation, &catalog(), None, &Policy::default(), &OrgPolicy::default());
    let stood = history(&organisation, &needed.then, day("2026-11-29"));
    let told: Vec<_> = stood.iter().map(|one| (one.on, one.people, one.readiness, one.short)).collect();
    assert_eq!(told, [(day("2026-01-01"), 9, 0.5, 1), (day("2026-11-29"), 4, 0.4, 2)]);
    assert_eq!(history(&organisation, &[], day("2026-11-29"))[0].readiness, 1.0);
}

#[test]
fn whoever_is_near_and_wants_a_position_is_its_bench() {
    let organisation = bakery();
    let (catalog, policy, own) = (catalog(), Policy::default(), OrgPolicy::default());
    let asked = asking(&organisation, &catalog);
    let bench = Wishing::of(&organisation).successors(&catalog, &organisation.positions[0], &asked[0], &policy, &own);
    let told: Vec<_> =
        bench.iter().map(|one| (one.person.id.as_str(), one.missing.len(), one.hours, one.weeks)).collect();
    assert_eq!(told, [("luis", 1, 20.0, Some(5))]);
}

#[test]
fn alerts_are_what_is_short_bare_or_behind() {
    let mut organisation = bakery();
    let cohort = |starts: Option<&str>, people: &[&str]| Cohort {
        skill: "oven".into(),
        to: level(3.0),
        activity: Some("bake".into()),
        people: people.iter().map(|id| (*id).into()).collect(),
        starts: starts.map(day),
    };
    let cohorts = vec![
        // 20 hours in 4 a week are five weeks: over on 5 February, and not yet over.
        cohort(Some("2026-01-01"), &["ana", "luis"]),
        cohort(Some("2026-11-20"), &["luis"]),
        cohort(None, &["luis"]),
        cohort(Some("2026-01-01"), &["ana", "eva"]),
    ];
    organisation.programmes = vec![Programme { name: "spring".into(), cohorts, ..Programme::default() }];
    let alerts = |organisation: &Organisation| {
        let (catalog, policy, own) = (catalog(), Policy::default(), OrgPolicy::default());
        let needed = demand(organisation, &catalog, None, &policy, &own);
        org_alerts(organisation, &catalog, &needed, &policy, &own, day("2026-11-29"))
    };
    let told = |alert: &OrgAlert| match alert {
        OrgAlert::Short(row) => format!("{} {}/{}", row.skill, row.held, row.needed),
        OrgAlert::NoBench(position, open) => format!("{position} {open}"),
        OrgAlert::Behind { due, there, people, .. } => format!("{due} {there}/{people}"),
        OrgAlert::Expiring { certificate, people, demanded, first, named } => {
            format!("{certificate} {people:?} {demanded} {first} {named:?}")
        }
    };
    let all = |organisation: &Organisation| alerts(organisation).iter().map(told).collect::<Vec<_>>();
    assert_eq!(all(&organisation), ["oven 2/3", "sheets 2/3", "2026-02-05 1/2"]);
    // A cohort is as fast as whoever has the least hours: it was behind while it was still to run for weeks.
    Arc::make_mut(&mut organisation.people[2]).hours = Some(1);
    assert_eq!(all(&organisation), ["oven 2/3", "sheets 2/3", "2026-05-21 1/2"]);
    Arc::make_mut(&mut organisation.people[2]).hours = Some(9);
    assert_eq!(all(&organisation), ["oven 2/3", "sheets 2/3", "2026-02-05 1/2"], "no faster than its activity");
    Arc::make_mut(&mut organisation.people[2]).hours = None;
    Arc::make_mut(&mut organisation.people[2]).wishes = None;
    assert_eq!(all(&organisation), ["oven 2/3", "sheets 2/3", "night 1", "2026-02-05 1/2"]);
    assert_eq!(all(&Organisation::default()), [""; 0]);
    let mut certified = Organisation { programmes: Vec::new(), positions: Vec::new(), ..organisation.clone() };
    certified.positions.push(Position { gates: vec!["hygiene".into()], ..Position::new("night".into()) });
    let card = |name: &str, until: Option<&str>| Certificate {
        name: name.into(),
        gate: Some("hygiene".into()),
        until: until.map(day),
    };
    let cards = [("Fire watch", Some("2027-01-28")), ("First aid", Some("2027-01-29")), ("Baker", None)];
    for person in &mut certified.people {
        let person = Arc::make_mut(person);
        cards.iter().for_each(|(name, until)| person.certify(card(name, *until)));
    }
    Arc::make_mut(&mut certified.people[0]).certify(card("Hygiene", Some("2026-11-28")));
    Arc::make_mut(&mut certified.people[3]).certify(card("Hygiene", Some("2026-11-29")));
    Arc::make_mut(&mut certified.people[3]).consent.seen = false;
    // Two months ahead; the last day counts; who has not agreed is counted and not named.
    let expected = [
        r#"Hygiene [1, 1] 1 2026-11-28 [PersonId("ana")]"#,
        r#"Fire watch [0, 4] 2 2027-01-28 [PersonId("ana"), PersonId("eva"), PersonId("luis")]"#,
    ];
    assert_eq!(all(&certified), expected);
}

#[test]
fn the_digital_divide_names_who_could_teach_whom() {
    let organisation = bakery();
    let found = digital_divide(&organisation, &catalog(), &OrgPolicy::default());
    let [sheets] = &found[..] else { panic!("{found:?}") };
    assert_eq!((sheets.skill.as_str(), sheets.asked, sheets.below, sheets.unrated), ("sheets", 2, 1, 1));
    let learners: Vec<_> =
        sheets.learners.iter().map(|(person, held, asked)| (person.id.as_str(), *held, *asked)).collect();
    assert_eq!(learners, [("ana", level(1.0), level(2.0))]);
    // Luis knows more of it, and has not said that he would teach.
    let teachers: Vec<_> = sheets.teachers.iter().map(|(person, held)| (person.id.as_str(), *held)).collect();
    assert_eq!(teachers, [("zoe", level(4.0))]);
}

fn outcome(person: usize, before: Option<f64>, after: Option<f64>, liked: Option<u8>, used: Option<Usage>) -> Outcome {
    Outcome {
        person: format!("p{person}").into(),
        skill: "oven".into(),
        before: before.map(level),
        after: after.map(level),
        hours: 10,
        liked,
        used,
    }
}

#[test]
fn a_programme_is_evaluated_on_four_levels() {
    let mut outcomes: Vec<Outcome> =
        (0..5).map(|at| outcome(at, Some(1.0), Some(3.0), Some(4), Some(Usage::Often))).collect();
    outcomes.push(outcome(5, Some(3.0), Some(2.0), Some(1), Some(Usage::NotYet)));
    outcomes.push(outcome(6, None, Some(5.0), None, None));
    let mut programme =
        Programme { name: "spring".into(), outcomes, cost: Some(200), benefit: Some(500), ..Programme::default() };
    let report = evaluated(&programme, &OrgPolicy::default());
    assert_eq!(report.liked, Some((3.5, 6)));
    let learnt = &report.learnt[0];
    assert_eq!(
        (learnt.people, learnt.gain().map(|gain| (gain * 10.0).round()), learnt.hours, report.hours),
        (6, Some(15.0), 70, 70)
    );
    assert_eq!(learnt.levels.map(|levels| levels.fell), Some(1));
    // The mean of few would be the level of one.
    let few = Programme { outcomes: programme.outcomes[..4].to_vec(), ..programme.clone() };
    let few = &evaluated(&few, &OrgPolicy::default()).learnt[0];
    assert_eq!((few.people, few.levels, few.hours), (4, None, 40));
    // One who does not use it would be known: five are hidden with them.
    assert_eq!((report.used, report.pays()), (Some([None; 3]), Some(1.5)));
    programme.outcomes.truncate(5);
    assert_eq!(evaluated(&programme, &OrgPolicy::default()).liked, Some((4.0, 5)));
    // Five words of one person are not five people.
    programme.outcomes.iter_mut().for_each(|outcome| outcome.person = "p0".into());
    let one = evaluated(&programme, &OrgPolicy::default());
    assert_eq!((one.liked, one.used), (None, None));
    let empty = evaluated(&Programme { cost: Some(9), ..Programme::default() }, &OrgPolicy::default());
    assert_eq!((empty.liked, empty.learnt.len(), empty.pays()), (None, 0, None));
}
