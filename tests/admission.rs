//! Whether a role is open at all: its hard gates (engine.md 3).

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use skillstead::catalog::Catalog;
use skillstead::domain::{Command, Gate, GateKind, Need, Text, Workspace};
use skillstead::engine::{Admission, Passage, Way, admission, passages};
use starter::starter;
use town::{Town, applied, person};

/// A driver, a courier who needs the same licence, and a nurse who needs two things.
fn town() -> Catalog {
    let heat: &[_] = &[("care", 2.0, 5.0, Need::Must)];
    let town = Town::new().skill("care");
    let town = town.role("driver", heat).gates(&["van"]).role("courier", heat).gates(&["van"]);
    town.role("nurse", heat).gates(&["register", "record"]).role("clerk", heat).build()
}

/// What the gates of a way let one decide, by what the person says.
#[track_caller]
fn check(way: [&str; 2], answers: &[(&str, bool)], expected: Admission) {
    let catalog = town();
    let workspace = said(person(way[0], way[1], &[]), answers);
    let way = Way::find(std::iter::once(&catalog), &workspace).expect("a way");
    assert_eq!(admission(&way, &workspace.gates), expected);
}

fn said(workspace: Workspace, answers: &[(&str, bool)]) -> Workspace {
    let answer =
        |workspace, (gate, holds): &(&str, bool)| applied(workspace, Command::AnswerGate((*gate).into(), Some(*holds)));
    answers.iter().fold(workspace, answer)
}

#[test]
fn the_worst_gate_decides() {
    check(["driver", "clerk"], &[], Admission::Open);
    check(["clerk", "driver"], &[], Admission::VerifyFirst);
    check(["clerk", "driver"], &[("van", true)], Admission::Open);
    check(["clerk", "driver"], &[("van", false)], Admission::Blocked);
    check(["clerk", "nurse"], &[("register", true)], Admission::VerifyFirst);
    check(["clerk", "nurse"], &[("register", true), ("record", true)], Admission::Open);
    check(["clerk", "nurse"], &[("register", true), ("record", false)], Admission::Blocked);
    check(["clerk", "nurse"], &[("unheard of", false)], Admission::VerifyFirst);
}

#[test]
fn what_the_present_role_demands_is_assumed_until_the_person_says_otherwise() {
    check(["driver", "courier"], &[], Admission::Open);
    check(["driver", "driver"], &[], Admission::Open);
    check(["driver", "courier"], &[("van", false)], Admission::Blocked);
    let catalog = town();
    let [driver, courier] = ["driver", "courier"].map(|id| catalog.find_role(&id.into()).expect("a role"));
    let answers = Default::default();
    let found: Vec<Passage> = passages(courier, Some(driver), &answers).map(|(_, passage)| passage).collect();
    assert_eq!(found, [Passage::Assumed]);
}

#[test]
fn an_answer_can_be_taken_back() {
    let held = said(Workspace::default(), &[("van", true)]);
    assert_eq!(held.apply(Command::AnswerGate("van".into(), Some(true))), Ok(None));
    assert_eq!(applied(held, Command::AnswerGate("van".into(), None)), Workspace::default());
}

#[test]
fn gates_of_the_starter_are_told_in_both_languages() {
    let catalog = starter().expect("the starter catalogue");
    let gates: Vec<&Gate> = catalog.roles.iter().flat_map(|role| &role.profile.gates).collect();
    assert!(gates.len() >= 30);
    assert!(gates.iter().all(|gate| gate.name.en.len() > 5 && gate.name.es.len() > 5 && gate.name.en != gate.name.es));
    let nurse = catalog.find_role(&"registered-nurse".into()).expect("a nurse");
    let (en, es) = ("Registration as a nurse", "Colegiación en enfermería");
    let expected = Gate { id: "nurse-registration".into(), kind: GateKind::Licence, name: Text::new(en, es) };
    assert_eq!(nurse.profile.gates, [expected]);
}
