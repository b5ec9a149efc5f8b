//! The file of a plan is read strictly: what is cut, changed, newer or too much is refused, and nothing panics.

use skillstead::domain::Level;
use skillstead::exchange::limits::{PLAN_FILE_BYTES, PLAN_LETTERS};
use skillstead::exchange::plan_file::{PlanFault, PlanFile, is_plan, read_plan, write_plan, zip_plans};

fn plan() -> PlanFile {
    PlanFile {
        organisation: "Bakery".into(),
        person: "p1".into(),
        name: "Ana".into(),
        on: "2026-11-29".parse().expect("a day"),
        current: "baker".into(),
        target: "head-baker".into(),
        hours: 4,
        activities: [("dough-course".into(), "2026-11-30".parse().expect("a day"))].into(),
        ratings: [("dough".into(), Level::AWARE)].into(),
    }
}

#[test]
fn what_is_written_is_read_and_every_cut_of_it_is_refused() {
    let text = write_plan(&plan());
    assert_eq!(read_plan(&text), Ok(plan()));
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(read_plan(&text[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn another_version_another_file_and_another_word_are_told_apart() {
    let text = write_plan(&plan());
    assert_eq!(read_plan(&text.replace("\"skillstead-plan\":1", "\"skillstead-plan\":2")), Err(PlanFault::Newer(2)));
    assert_eq!(read_plan(&text.replace("\"skillstead-plan\":1", "\"skillstead-plan\":0")), Err(PlanFault::Changed));
    assert_eq!(read_plan(&text.replace("head-baker", "baker-head")), Err(PlanFault::Changed));
    assert_eq!(read_plan("{\"skillstead\":1}"), Err(PlanFault::Other));
    assert!(!is_plan("{\"skillstead\":1}") && is_plan(&text));
    assert_eq!(read_plan(&" ".repeat(PLAN_FILE_BYTES + 1)), Err(PlanFault::TooLarge));
}

#[test]
fn a_plan_that_cannot_be_is_refused_also_with_its_checksum() {
    let faulty = [
        PlanFile { hours: 0, ..plan() },
        PlanFile { hours: 41, ..plan() },
        PlanFile { target: "".into(), ..plan() },
        PlanFile { name: "a".repeat(PLAN_LETTERS + 1).into(), ..plan() },
    ];
    for plan in faulty {
        assert_eq!(read_plan(&write_plan(&plan)), Err(PlanFault::Changed), "{plan:?}");
    }
}

#[test]
fn two_people_whose_ids_read_the_same_have_a_file_each() {
    let other = PlanFile { person: "p/1".into(), ..plan() };
    let bytes = zip_plans(&[PlanFile { person: "p_1".into(), ..plan() }, other]).expect("a zip");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("00001-p_1.json") && text.contains("00002-p_1.json"));
}
