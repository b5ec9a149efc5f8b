//! Monitoring: estimates with their bands, freshness, effort, self-knowledge, and any past day as it was.

#[path = "support/town.rs"]
mod town;
#[path = "support/year.rs"]
mod year;

use chrono::NaiveDate;
use proptest::prelude::*;
use skillstead::catalog::Catalog;
use skillstead::domain::{
    Answer, Breadth, Command, Completion, Entry, Evaluation, Evidence, EvidenceKind, Forecast, Level, Milestone, Need,
    Note, Question, Rater, Record, Said, Usage, Week, Workspace,
};
use skillstead::engine::{
    AlertKind, Assessment, Opinion, Policy, alerts, as_of, asked, bias, brier, burn_up, by_kind, disagree, estimate,
    finished, half_life, hours_by_week, known, noted, opinions, outcomes, reached, recheck, review,
};
use skillstead::store::{open, read_record, seal, write_record};
use town::{Town, day, level};

fn bakery() -> Catalog {
    Town::new()
        .skill("oven")
        .skill("till")
        .activity("bake", "oven", [1.0, 3.0], 20, 4, 0)
        .activity("count", "till", [0.0, 1.0], 10, 4, 0)
        .build()
}

fn record(notes: Vec<(&str, Note)>) -> Record {
    Record { entries: notes.into_iter().map(|(on, note)| Entry { on: day(on), note }).collect() }
}

fn rated(answers: &[(&str, f64, &str)]) -> Workspace {
    answers.iter().fold(Workspace::default(), |workspace, (skill, at, on)| {
        town::applied(
            workspace,
            Command::Rate { skill: (*skill).into(), answer: Some(Answer::At(level(*at))), on: day(on) },
        )
    })
}

fn said(by: Rater, who: &str, at: f64) -> Note {
    Note::Said(Said { skill: "oven".into(), by, who: who.into(), level: level(at), words: "".into() })
}

fn shown(at: Option<f64>, dated: &str, expires: Option<&str>) -> Note {
    let (kind, what) = (EvidenceKind::Certificate, "Master's letter".into());
    Note::Shown(Evidence {
        skill: "oven".into(),
        kind,
        what,
        dated: day(dated),
        expires: expires.map(day),
        level: at.map(level),
    })
}

/// What `estimate` makes of opinions, and what it should.
fn check(says: &[(Rater, f64)], freshness: f64, wanted: Option<(f64, f64)>) {
    let on = day("2026-11-23");
    let opinions: Vec<Opinion> =
        says.iter().map(|(by, at)| Opinion { by: *by, who: "".into(), level: level(*at), on }).collect();
    let found = estimate(&opinions, freshness);
    assert_eq!(found.is_some(), wanted.is_some(), "{says:?}");
    if let (Some(found), Some((level, band))) = (found, wanted) {
        assert!((found.level - level).abs() < 5e-4 && (found.band - band).abs() < 5e-4, "{says:?}: {found:?}");
    }
}

#[test]
fn opinions_weigh_by_their_precision() {
    // By hand: precisions 0.8333, 1.1111, 1.25 and 2.5.
    check(&[], 1.0, None);
    check(&[(Rater::Own, 3.0)], 1.0, Some((3.0, 1.0954)));
    check(&[(Rater::Evidence, 3.0)], 1.0, Some((3.0, 0.6325)));
    check(&[(Rater::Own, 4.0), (Rater::Peer, 2.0)], 1.0, Some((2.8571, 0.7171)));
    check(
        &[(Rater::Own, 4.0), (Rater::Peer, 3.0), (Rater::Manager, 3.0), (Rater::Evidence, 2.0)],
        1.0,
        Some((2.7073, 0.4191)),
    );
    // Half as fresh, half the precision: the band is wider by the root of two, the level is the same.
    check(&[(Rater::Own, 3.0)], 0.5, Some((3.0, 1.5492)));
}

#[test]
fn a_later_word_takes_the_place_of_an_earlier_one_and_what_expired_shows_nothing() {
    let workspace = rated(&[("oven", 4.0, "2026-01-01")]);
    let notes = vec![
        ("2026-02-01", said(Rater::Peer, "Ana", 2.0)),
        ("2026-02-02", said(Rater::Peer, "Luis", 3.0)),
        ("2026-03-01", said(Rater::Peer, "Ana", 3.0)),
        ("2026-03-01", shown(Some(3.0), "2025-03-01", Some("2026-06-30"))),
        ("2026-03-02", said(Rater::Manager, "Eva", 1.0)),
        ("2026-03-03", Note::Withdrawn(4)),
    ];
    let record = record(notes);
    let levels = |today: &str| -> Vec<(Rater, f64)> {
        opinions(&workspace, &record, &"oven".into(), day(today))
            .iter()
            .map(|said| (said.by, said.level.value()))
            .collect()
    };
    let all = [(Rater::Own, 4.0), (Rater::Peer, 3.0), (Rater::Peer, 3.0), (Rater::Evidence, 3.0)];
    assert_eq!(levels("2026-06-30"), all);
    assert_eq!(levels("2026-07-01"), all[..3]);
    let far = [said(Rater::Peer, "", 2.0), said(Rater::Manager, "", 4.0)].map(|note| ("2026-01-01", note)).to_vec();
    assert!(disagree(&opinions(&Workspace::default(), &crate::record(far), &"oven".into(), day("2026-01-01"))));
    assert!(!disagree(&opinions(&workspace, &record, &"oven".into(), day("2026-06-30"))));
}

#[test]
fn freshness_halves_with_the_published_half_lives() {
    let catalog = Town::new().skill("oven").build();
    let mut skill = catalog.skills[0].clone();
    for (breadth, months) in [(Breadth::Discipline, 6.5), (Breadth::Skill, 11.0), (Breadth::Tool, 13.0)] {
        skill.breadth = breadth;
        assert_eq!(half_life(&skill), months);
        let workspace = rated(&[("oven", 3.0, "2025-01-01")]);
        let later = day("2025-01-01") + chrono::Days::new((months * 365.25 / 12.0).round() as u64);
        let found = recheck(&workspace, &Record::default(), &"oven".into(), months, later).expect("rated");
        assert!((found.freshness - 0.5).abs() < 0.002, "{found:?}");
        // 0.75 is reached after 0.415 half-lives.
        let due = (found.due - found.last).num_days() as f64 / (365.25 / 12.0);
        assert!((due - months * 0.41504).abs() < 0.03, "{due}");
    }
}

#[test]
fn looks_are_spaced_wider_after_each_that_confirms_and_no_level_falls() {
    let workspace = rated(&[("oven", 3.0, "2020-01-01")]);
    let confirmed = |n: usize| record(vec![("2020-01-01", Note::Confirmed("oven".into())); n]);
    let months = |n| {
        let found = recheck(&workspace, &confirmed(n), &"oven".into(), 11.0, day("2026-01-01")).expect("rated");
        (found.due - found.last).num_days() as f64 / (365.25 / 12.0)
    };
    for (n, wanted) in [(0, 4.565), (1, 9.131), (2, 18.262), (3, 24.0), (9, 24.0)] {
        assert!((months(n) - wanted).abs() < 0.03, "{n}: {}", months(n));
    }
    assert_eq!(recheck(&Workspace::default(), &Record::default(), &"oven".into(), 11.0, day("2026-01-01")), None);
    assert_eq!(workspace.answer(&"oven".into()), Some(Answer::At(level(3.0))));
}

#[test]
fn effort_is_counted_once_and_yields_by_kind() {
    let week = |monday: &str, hours: &[(&str, u16)]| {
        let hours = hours.iter().map(|(id, hours)| ((*id).into(), *hours)).collect();
        Note::Week(Week { monday: day(monday), hours, energy: 3, done: "".into(), blocker: "".into() })
    };
    let notes = vec![
        (
            "2026-01-05",
            Note::Followed(vec![
                Milestone { monday: day("2026-01-05"), hours: 4, percent: 50 },
                Milestone { monday: day("2026-01-12"), hours: 6, percent: 60 },
            ]),
        ),
        ("2026-01-11", week("2026-01-05", &[("bake", 9)])),
        // Told again: it counts once.
        ("2026-01-11", week("2026-01-05", &[("bake", 3)])),
        ("2026-01-18", week("2026-01-12", &[("bake", 4), ("walk", 1)])),
    ];
    let record = record(notes);
    let done = |skill: &str, to, hours, on| Completion {
        skill: skill.into(),
        to: level(to),
        hours,
        on: day(on),
        evidence: "".into(),
    };
    let workspace = rated(&[("oven", 1.0, "2026-01-01")]);
    let workspace = town::applied(workspace, Command::Complete("bake".into(), done("oven", 3.0, 20, "2026-01-20")));
    let workspace = town::applied(workspace, Command::Complete("count".into(), done("till", 1.0, 4, "2026-01-21")));
    let weeks: Vec<_> = hours_by_week(&workspace, &record).iter().map(|week| (week.monday, week.hours)).collect();
    // 13 of the 20 hours of "bake" are left for the week in which it ended, beside the 4 of "count".
    assert_eq!(weeks, [(day("2026-01-05"), 3), (day("2026-01-12"), 5), (day("2026-01-19"), 17)]);
    let burn = burn_up(&workspace, &record, day("2026-01-21"));
    assert_eq!(burn.planned, [(day("2026-01-05"), 4, 50), (day("2026-01-12"), 10, 60)]);
    assert_eq!(burn.actual, [(day("2026-01-05"), 3), (day("2026-01-12"), 8), (day("2026-01-19"), 25)]);
    let kinds = by_kind(&bakery(), &workspace);
    let found: f64 = kinds.iter().map(|kind| kind.levels).sum();
    assert_eq!((found, kinds.iter().map(|kind| kind.hours).sum::<u32>()), (3.0, 24));
    let behind = alerts(&bakery(), &Workspace::default(), &record, day("2026-01-25"));
    assert!(behind.iter().any(|alert| alert.kind == AlertKind::Behind(10, 8)) == (8.0 < 10.0 * 0.75));
}

#[test]
fn forecasts_are_scored_and_a_bias_from_little_is_drawn_to_none() {
    let foretold = |at, by: &str, percent| {
        Note::Foretold(Forecast { skill: "oven".into(), level: level(at), by: day(by), percent })
    };
    let workspace = rated(&[("oven", 2.0, "2026-01-01"), ("oven", 3.0, "2026-05-01")]);
    let notes = vec![
        ("2026-01-01", foretold(2.0, "2026-02-01", 80)),
        ("2026-01-01", foretold(3.0, "2026-04-30", 70)),
        ("2026-01-01", foretold(3.0, "2026-05-01", 60)),
        ("2026-01-01", foretold(5.0, "2027-01-01", 10)),
        ("2026-01-02", shown(Some(1.0), "2026-01-01", None)),
    ];
    let record = record(notes);
    let found = outcomes(&workspace, &record, day("2026-06-01"));
    assert_eq!(
        found.iter().map(|outcome| outcome.came_true).collect::<Vec<_>>(),
        [Some(true), Some(false), Some(true), None]
    );
    let score = brier(&found).expect("three are over");
    assert!((score - (0.04 + 0.49 + 0.16) / 3.0).abs() < 1e-12);
    assert_eq!(brier(&found[3..]), None);
    // One skill, two levels too high: 2 * 1/5.
    let found = bias(&workspace, &record, day("2026-06-01")).expect("one skill has both");
    assert!((found.levels - 0.4).abs() < 1e-12 && found.n_skills == 1);
    assert_eq!(bias(&workspace, &Record::default(), day("2026-06-01")), None);
}

/// The questions of a walk that begins at a thought, for somebody who is at a level, and where it ends.
fn walked(thought: Option<f64>, truth: u8) -> (usize, f64) {
    let mut walk = Assessment::from(thought.map(level));
    let mut n = 0;
    while let Some(asked) = walk.asks() {
        walk = walk.answered(asked <= truth);
        n += 1;
    }
    (n, walk.level().value())
}

#[test]
fn a_walk_finds_the_level_wherever_it_begins() {
    for thought in [None, Some(0.0), Some(1.0), Some(2.5), Some(3.0), Some(5.0)] {
        for truth in 0..=5 {
            let (n, found) = walked(thought, truth);
            assert_eq!(found, f64::from(truth), "from {thought:?}");
            assert!(n <= 5, "{n} questions from {thought:?} to {truth}");
        }
    }
    // Who is where they are thought to be is asked twice; at the top once.
    assert_eq!(walked(Some(3.0), 3), (2, 3.0));
    assert_eq!(walked(Some(5.0), 5), (1, 5.0));
}

fn question(skill: &str, at: f64) -> Note {
    let answers = vec!["80 °C".into(), "240 °C".into()];
    Note::Asked(Question { skill: skill.into(), level: level(at), text: "How hot?".into(), answers, right: [1].into() })
}

/// The level that is shown where each level has so many questions, and so many of them were answered right.
fn check_known(levels: &[(f64, usize, usize)], wanted: Option<f64>) {
    let mut entries = vec![];
    for (at, n, n_right) in levels {
        for nth in 0..*n {
            let place = entries.len();
            let chosen = if nth < *n_right { [1].into() } else { [0, 1].into() };
            entries.extend([question("oven", *at), Note::Answered(place, chosen)].map(|note| ("2026-11-23", note)));
        }
    }
    assert_eq!(known(&asked(&record(entries), &"oven".into())), wanted.map(level), "{levels:?}");
}

#[test]
fn questions_show_a_level_up_to_the_first_that_is_not_known() {
    check_known(&[], None);
    check_known(&[(1.0, 1, 1)], Some(1.0));
    check_known(&[(1.0, 1, 0), (2.0, 1, 1)], None);
    check_known(&[(1.0, 5, 4), (3.0, 2, 2)], Some(3.0));
    check_known(&[(1.0, 5, 5), (2.0, 5, 3), (3.0, 1, 1)], Some(1.0));
    // The newest answer counts, each question by itself, and what was taken back does not.
    let notes = vec![
        question("oven", 1.0),
        question("till", 1.0),
        Note::Answered(0, [0].into()),
        Note::Answered(0, [1].into()),
        Note::Answered(1, [1].into()),
        Note::Answered(7, [1].into()),
        Note::Withdrawn(4),
    ];
    let record = record(notes.into_iter().map(|note| ("2026-11-23", note)).collect());
    let right = |skill: &str| asked(&record, &skill.into()).iter().map(|one| one.is_right).collect::<Vec<_>>();
    assert_eq!((right("oven"), right("till")), (vec![Some(true)], vec![None]));
}

#[test]
fn fit_is_told_as_it_was_week_by_week_also_where_it_fell() {
    let asks = [("oven", 4.0, 3.0, Need::Must), ("till", 4.0, 3.0, Need::Must)];
    let catalog = Town::new().skill("oven").skill("till").role("baker", &asks).build();
    let start = town::person("baker", "baker", &[]);
    let answers = [("oven", 4.0, "2026-01-01"), ("till", 2.0, "2026-01-01"), ("oven", 2.0, "2026-01-14")];
    let workspace = answers.into_iter().fold(start, |workspace, (skill, at, on)| {
        let answer = Some(Answer::At(level(at)));
        town::applied(workspace, Command::Rate { skill: skill.into(), answer, on: day(on) })
    });
    let week = Milestone { monday: day("2026-01-05"), hours: 4, percent: 80 };
    let followed = record(vec![("2026-01-05", Note::Followed(vec![week]))]);
    let found = |record: &Record, today: &str| -> Vec<(NaiveDate, [f64; 3])> {
        let found = reached(&catalog, &workspace, record, &Policy::default(), day(today));
        let ends = |fit: skillstead::engine::Fit| [fit.low, fit.likely, fit.high];
        found.into_iter().map(|reached| (reached.day, ends(reached.fit))).collect()
    };
    // All is rated, so there is no band: (4/4 + 2/4) / 2, then (2/4 + 2/4) / 2.
    let wanted = [("2026-01-11", 0.75), ("2026-01-18", 0.5), ("2026-01-21", 0.5)];
    assert_eq!(found(&followed, "2026-01-21"), wanted.map(|(on, fit)| (day(on), [fit; 3])));
    assert_eq!(found(&followed, "2026-01-04"), []);
    assert_eq!(found(&Record::default(), "2026-01-21"), []);
}

#[test]
fn what_was_finished_is_evaluated_and_a_quarter_looked_back_on() {
    let workspace = rated(&[("oven", 1.0, "2026-01-01"), ("till", 2.0, "2026-02-01")]);
    let done =
        Completion { skill: "oven".into(), to: level(3.0), hours: 9, on: day("2026-03-01"), evidence: "".into() };
    let workspace = town::applied(workspace, Command::Complete("bake".into(), done));
    let says = |liked, benefit| {
        Note::Evaluated(Evaluation { activity: "bake".into(), liked, used: Usage::Often, cost: 100, benefit })
    };
    let week = vec![Milestone { monday: day("2026-01-05"), hours: 4, percent: 50 }];
    let notes = vec![
        ("2026-01-05", Note::Followed(week)),
        ("2026-03-02", says(2, None)),
        ("2026-03-03", says(4, Some(150))),
        ("2026-03-03", Note::Learnt("bake".into(), "Warm the bowl.".into())),
    ];
    let record = record(notes);
    let found = finished(&workspace, &record);
    assert_eq!((found.len(), found[0].before, found[0].pays()), (1, level(1.0), Some(0.5)));
    assert_eq!(found[0].lesson.as_ref().map(|(at, words)| (*at, &**words)), Some((3, "Warm the bowl.")));
    let looked = review(&workspace, &record, day("2026-04-01"));
    assert_eq!(looked.due, Some(day("2026-04-05")));
    let changed = [("oven".into(), level(1.0), level(3.0)), ("till".into(), Level::NONE, level(2.0))];
    assert_eq!(looked.skills, changed);
    assert_eq!(review(&workspace, &Record::default(), day("2026-04-01")), Default::default());
}

#[test]
fn what_expires_is_said_three_months_before() {
    let record = record(vec![("2026-01-01", shown(None, "2026-01-01", Some("2026-12-31")))]);
    let kinds = |today: &str| {
        alerts(&bakery(), &Workspace::default(), &record, day(today))
            .into_iter()
            .map(|alert| alert.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("2026-09-30"), []);
    assert_eq!(kinds("2026-10-01"), [AlertKind::Expires("Master's letter".into())]);
    assert_eq!(kinds("2027-01-01"), [AlertKind::Expired("Master's letter".into())]);
}

#[test]
fn a_year_is_kept_and_reckoned_whole() {
    let names = |stem: &str, n: usize| (0..n).map(|nth| format!("{stem}-{nth}")).collect::<Vec<_>>();
    let (workspace, record) = year::year(day("2025-11-24"), &names("skill", year::N_SKILLS), &names("activity", 8), 1);
    let text = write_record(&record);
    assert_eq!(read_record(&text).as_ref(), Ok(&record));
    let workspace = town::applied(workspace, Command::SetRecord(text));
    assert_eq!(open(&seal(&workspace, 1)).map(|opened| opened.workspace), Ok(workspace.clone()));
    let today = day("2026-11-23");
    assert_eq!(hours_by_week(&workspace, &record).len(), 52);
    assert!(alerts(&bakery(), &workspace, &record, today).len() >= 2);
    assert_eq!(record.holding().filter(|(_, entry)| matches!(entry.note, Note::Week(_))).count(), 52);
    assert_eq!(outcomes(&workspace, &record, today).len(), 4);
}

/// What a page shows of a day.
fn shows(workspace: &Workspace, record: &Record, today: NaiveDate) -> impl PartialEq + std::fmt::Debug {
    let skills = ["oven", "till"].map(|skill| {
        let skill = skill.into();
        (
            workspace.answer(&skill),
            opinions(workspace, record, &skill, today),
            recheck(workspace, record, &skill, 11.0, today),
        )
    });
    let ledger = (bias(workspace, record, today), outcomes(workspace, record, today));
    let effort = (hours_by_week(workspace, record), burn_up(workspace, record, today), by_kind(&bakery(), workspace));
    let way = (workspace.current.clone(), workspace.target.clone());
    (skills, ledger, effort, way, alerts(&bakery(), workspace, record, today))
}

/// Something that a person does on a day.
fn act(what: u8, at: u8, on: NaiveDate) -> Result<Command, Note> {
    let skill = || ["oven", "till"][usize::from(at % 2)].into();
    let to = Level::try_from(at % 51).expect("within 5");
    Ok(match what % 11 {
        0 | 1 => Command::Rate { skill: skill(), answer: Some(Answer::At(to)), on },
        2 => Command::Rate { skill: skill(), answer: None, on },
        3 => Command::Complete(
            ["bake", "count"][usize::from(at % 2)].into(),
            Completion { skill: skill(), to, hours: u16::from(at), on, evidence: "".into() },
        ),
        4 => Command::Reopen(["bake", "count"][usize::from(at % 2)].into()),
        5 => Command::ChooseWay { current: ["baker", "miller"][usize::from(at % 2)].into(), target: None },
        6 => {
            return Err(Note::Said(Said {
                skill: skill(),
                by: Rater::Peer,
                who: "".into(),
                level: to,
                words: "".into(),
            }));
        }
        7 => return Err(shown(Some(to.value()), "2026-01-01", None)),
        8 => return Err(Note::Foretold(Forecast { skill: skill(), level: to, by: on, percent: at % 101 })),
        9 => return Err(Note::Confirmed(skill())),
        _ => {
            let hours = [("bake".into(), u16::from(at % 9))].into();
            return Err(Note::Week(Week { monday: on, hours, energy: 3, done: "".into(), blocker: "".into() }));
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever a person does afterwards, a past day is what it was.
    #[test]
    fn any_past_day_is_what_was_shown_on_it(days in prop::collection::vec(prop::collection::vec((any::<u8>(), any::<u8>()), 0..5), 1..8)) {
        let (mut workspace, mut record) = (Workspace::default(), Record::default());
        let mut seen = Vec::new();
        for (nth, acts) in days.into_iter().enumerate() {
            let on = day("2026-01-05") + chrono::Days::new(nth as u64 * 5);
            for (what, at) in acts {
                match act(what, at, on) {
                    Ok(command) => {
                        let Ok(Some(after)) = workspace.apply(command) else { continue };
                        record.entries.extend(noted(&workspace, &after).into_iter().map(|note| Entry { on, note }));
                        workspace = after;
                    }
                    Err(note) => record.entries.push(Entry { on, note }),
                }
                if what > 250 && !record.entries.is_empty() {
                    let at = usize::from(at) % record.entries.len();
                    record.entries.push(Entry { on, note: Note::Withdrawn(at) });
                }
            }
            seen.push((on, format!("{:?}", shows(&workspace, &record, on))));
        }
        for (on, shown) in seen {
            let (then, noted) = as_of(&workspace, &record, on);
            prop_assert_eq!(format!("{:?}", shows(&then, &noted, on)), shown, "{}", on);
        }
    }
}
