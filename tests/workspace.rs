//! The one document, and the commands that change it.

#[path = "support/town.rs"]
mod town;

use skillstead::domain::{Answer, Command, Completion, Horizon, HorizonError, Level, Overrule, Verdict, Workspace};
use town::{applied, day, level, person};

fn rate(at: Option<f64>, on: &str) -> Command {
    Command::Rate { skill: "oven".into(), answer: at.map(|at| Answer::At(level(at))), on: day(on) }
}

#[test]
fn the_newest_answer_counts_and_the_older_ones_are_kept() {
    let workspace = applied(Workspace::default(), rate(Some(1.0), "2026-01-01"));
    let workspace = applied(workspace, rate(Some(2.0), "2026-02-01"));
    assert_eq!(workspace.answer(&"oven".into()), Some(Answer::At(level(2.0))));
    assert_eq!(workspace.ratings[&"oven".into()].len(), 2);
    // The same day is a correction, the same answer is nothing.
    let workspace = applied(workspace, rate(Some(3.0), "2026-02-01"));
    assert_eq!(workspace.ratings[&"oven".into()].len(), 2);
    assert_eq!(workspace.apply(rate(Some(3.0), "2026-03-01")), Ok(None));
    // Taken back, it is unrated again: no level 0.
    let workspace = applied(workspace, rate(None, "2026-03-01"));
    assert_eq!(workspace.answer(&"oven".into()), None);
    assert!(workspace.is_empty());
}

#[test]
fn growing_where_one_is_has_no_target() {
    let stay = Command::ChooseWay { current: "baker".into(), target: Some("baker".into()) };
    let workspace = applied(Workspace::default(), stay);
    assert_eq!((workspace.current, workspace.target), (Some("baker".into()), None));
}

#[test]
fn a_horizon_that_cannot_be_changes_nothing() {
    let before = person("idle", "baker", &[]);
    let at = |start: &str, deadline: &str| Horizon {
        start: Some(day(start)),
        deadline: Some(day(deadline)),
        ..Horizon::default()
    };
    for (horizon, error) in [
        (Horizon { hours_per_week: 0, ..Horizon::default() }, HorizonError::Hours(0)),
        (Horizon { hours_per_week: 41, ..Horizon::default() }, HorizonError::Hours(41)),
        (
            at("2027-01-01", "2027-01-01"),
            HorizonError::DeadlineBeforeStart { start: day("2027-01-01"), deadline: day("2027-01-01") },
        ),
    ] {
        assert_eq!(before.apply(Command::SetHorizon(horizon)), Err(error));
    }
    assert!(before.apply(Command::SetHorizon(at("2027-01-01", "2027-01-02"))).is_ok());
}

#[test]
fn done_and_not_done_again() {
    let done =
        Completion { skill: "oven".into(), to: level(1.0), hours: 9, on: day("2026-11-23"), evidence: "".into() };
    let before = person("idle", "baker", &[]);
    let after = applied(before.clone(), Command::Complete("bake".into(), done));
    assert_eq!(after.completions.len(), 1);
    assert_eq!(applied(after, Command::Reopen("bake".into())), before);
    assert_eq!(before.apply(Command::Reopen("bake".into())), Ok(None));
}

#[test]
fn levels_are_whole_or_on_onets_scale() {
    assert_eq!(
        (0..=5).map(|at| Level::whole(at).map(Level::value)).collect::<Result<Vec<_>, _>>().map(|all| all.len()),
        Ok(6)
    );
    assert!(Level::whole(6).is_err());
    for (onet, rungs) in [(0.0, 0.0), (3.5, 2.5), (4.12, 2.9), (7.0, 5.0)] {
        assert_eq!(Level::from_onet(onet), Ok(level(rungs)));
    }
    for bad in [-0.1, 7.1, f64::NAN, f64::INFINITY] {
        assert!(Level::from_onet(bad).is_err());
    }
    assert!(Level::try_from(51).is_err());
    let climbed = [(0.0, 3.0, 1.0), (2.9, 5.0, 3.0), (2.0, 2.4, 2.4), (3.0, 2.0, 3.0)];
    for (from, goal, to) in climbed {
        assert_eq!(level(from).step_towards(level(goal)), level(to));
    }
}

#[test]
fn a_word_on_a_verdict_is_kept_and_can_be_taken_back() {
    let say = |verdict, reason: &str| {
        let overrule = Overrule { verdict, reason: reason.into(), on: day("2026-11-23") };
        Command::Overrule("baker".into(), overrule)
    };
    let before = person("idle", "baker", &[]);
    assert_eq!(before.apply(say(None, "")), Ok(None), "there is nothing to take back");
    let said = applied(before, say(Some(Verdict::Upskill), "I baked for years"));
    assert_eq!(said.overrule(&"baker".into()).and_then(|word| word.verdict), Some(Verdict::Upskill));
    assert_eq!(said.apply(say(Some(Verdict::Upskill), "I baked for years")), Ok(None));
    let other = applied(said, say(Some(Verdict::Reskill), "Not with steam ovens"));
    assert_eq!(other.overrule(&"baker".into()).map(|word| &*word.reason), Some("Not with steam ovens"));
    let back = applied(other, say(None, ""));
    assert_eq!(back.overrule(&"baker".into()), None);
    assert_eq!(back.overrules[&"baker".into()].len(), 3, "the history stays");
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::of_word(verdict.word()), Some(verdict));
    }
}
