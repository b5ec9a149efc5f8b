//! The document on a device: nothing lost, nothing unread overwritten. Every fixture of an old schema is read for ever.

#[path = "support/town.rs"]
mod town;

use skillstead::domain::{
    Answer, Arrangement, Breadth, Command, Completion, Entry, Evaluation, Evidence, EvidenceKind, Flags, Forecast,
    Horizon, Identity, Kind, Marks, Milestone, Mix, Need, Note, Overrule, Own, OwnActivity, OwnRequirement, OwnRole,
    OwnSkill, PassportChoices, Question, Rater, Rating, Record, Said, SkillChoice, Task, Text, Timing, Usage, Verdict,
    Week, Weight, Workspace,
};
use skillstead::store::{
    Opened, Unreadable, open, read_choices, read_own, read_record, schema, seal, write_choices, write_own, write_record,
};
use town::{applied, day, level, person};

/// One of everything that a document can hold.
fn full() -> Workspace {
    let done =
        Completion { skill: "oven".into(), to: level(1.0), hours: 9, on: day("2026-11-23"), evidence: "".into() };
    let horizon = Horizon {
        hours_per_week: 8,
        start: Some(day("2027-01-04")),
        deadline: Some(day("2027-12-31")),
        budget: Some(900),
    };
    let workspace = person("idle", "onet:15-2051.00", &[("oven", Some(1.0)), ("till", None)]);
    let second = Command::Rate { skill: "oven".into(), answer: Some(Answer::At(level(2.0))), on: day("2026-12-24") };
    let commands = [second, Command::Complete("bake \"é\" 🥖".into(), done), Command::SetHorizon(horizon)];
    commands.into_iter().fold(workspace, applied)
}

/// One of everything that a catalogue of one's own can hold.
fn own() -> Own {
    let pair = |en: &str, es: &str| Text::new(en, es);
    let skill = OwnSkill {
        group: Some("bread".into()),
        name: pair("Sourdough", "Masa madre"),
        also: vec!["levain".into()],
        about: pair("Bread that takes its time.", "Pan que se toma su tiempo."),
        levels: std::array::from_fn(|at| pair(&format!("level {at}"), &format!("nivel {at}"))),
        breadth: Breadth::Tool,
        flags: Flags { green: true, ..Flags::default() },
        untrainable: true,
        related: vec![("oven".into(), 60)],
        prerequisites: vec![(level(2.0), "oven".into(), level(1.0))],
    };
    let marks = Marks::try_from([1, 2, 3, 4, 5, 1, 2]).ok();
    let role = OwnRole {
        family: Some("mills".into()),
        name: pair("Miller", "Molinera"),
        also: vec!["mill hand".into()],
        about: pair("Mills.", "Muele."),
        zone: Some(2),
        onet_code: Some("51-3099.00".into()),
        isco_code: Some("8160".into()),
        tasks: vec![Task { name: pair("Mill", "Moler"), share: 40, marks }],
        requirements: [(
            "oven".into(),
            OwnRequirement { level: level(2.5), weight: Weight::new(4.25), need: Need::Must },
        )]
        .into(),
    };
    let activity = OwnActivity {
        skill: "oven".into(),
        from: level(0.0),
        to: level(2.0),
        kind: Kind::ReverseMentoring,
        hours: 30,
        weekly: 3,
        cost: 120,
        name: pair("Talks with an apprentice", "Charlas con una aprendiz"),
    };
    Own {
        groups: [("bread".into(), pair("Bread", "Pan"))].into(),
        families: [("mills".into(), pair("Mills", "Molinos"))].into(),
        skills: [("sourdough".into(), skill)].into(),
        roles: [("miller".into(), role)].into(),
        activities: [("talks".into(), activity)].into(),
        retired_skills: [("till".into(), Some("oven".into())), ("gone".into(), None)].into(),
        retired_roles: ["idle".into()].into(),
        retired_activities: ["bake".into()].into(),
    }
}

/// [`full`], with what came into schema 1 later.
fn fuller() -> Workspace {
    let said = [("oven".into(), "I baked \"bread\" in León.".into())];
    applied(applied(full(), Command::Mention(said.into())), Command::SetOwn(write_own(&own())))
}

/// [`fuller`], with what came later still: a person's own word, and one that was taken back.
fn overruled() -> Workspace {
    let say = |role: &str, verdict, reason: &str| {
        let overrule = Overrule { verdict, reason: reason.into(), on: day("2026-11-23") };
        Command::Overrule(role.into(), overrule)
    };
    let words = [
        say("miller", Some(Verdict::Reskill), "Night work \"é\""),
        say("baker", Some(Verdict::UpskillMove), "I did half of it"),
        say("baker", None, ""),
    ];
    let set = Command::SetConstant("hours-1".into(), Some(12.5));
    let gate = Command::AnswerGate("baker's licence".into(), Some(false));
    let arrangement = Arrangement {
        weeks: [(day("2026-12-21"), 0)].into(),
        pins: [("bake".into(), None), ("roast".into(), Some(day("2027-01-11")))].into(),
        declined: ["book".into()].into(),
        splits: [("roast".into(), 6)].into(),
        spent: [("roast".into(), 2)].into(),
        followed: [("roast".into(), day("2027-01-04"))].into(),
        ..Arrangement::default()
    };
    let arrange = Command::Arrange(Box::new(arrangement));
    let on = day("2026-11-25");
    let done = Completion { skill: "oven".into(), to: level(2.0), hours: 12, on, evidence: "a \"loaf\"".into() };
    let complete = Command::Complete("roast".into(), done);
    words.into_iter().chain([set, gate, arrange, complete]).fold(fuller(), applied)
}

/// A document in which more of the plan is arranged: days, mentors, a second role, a mix.
fn mixed() -> Workspace {
    let timing = Timing { from: None, by: Some(day("2027-06-30")), begins: [day("2027-02-01")].into() };
    let arrangement = Arrangement {
        timings: [("book".into(), timing)].into(),
        mentors: ["oven".into()].into(),
        also: ["miller".into()].into(),
        mix: Some(Mix::default()),
        ..overruled().arrangement
    };
    applied(overruled(), Command::Arrange(Box::new(arrangement)))
}

/// A record with one of everything that can be noted.
fn record() -> Record {
    let done =
        Completion { skill: "oven".into(), to: level(2.0), hours: 3, on: day("2026-11-01"), evidence: "é".into() };
    let said = Said {
        skill: "oven".into(),
        by: Rater::Manager,
        who: "Luis".into(),
        level: level(2.5),
        words: "\"Yes\"".into(),
    };
    let shown = Evidence {
        skill: "oven".into(),
        kind: EvidenceKind::Recognition,
        what: "A <prize>".into(),
        dated: day("2026-10-01"),
        expires: Some(day("2027-10-01")),
        level: Some(level(3.0)),
    };
    let (hours, done_so_far) = ([("bake".into(), 4)].into(), "Baked.".into());
    let week = Week { monday: day("2026-11-16"), hours, energy: 4, done: done_so_far, blocker: "".into() };
    let forecast = Forecast { skill: "oven".into(), level: level(3.0), by: day("2027-06-30"), percent: 70 };
    let answers =
        [Answer::At(level(1.0)), Answer::NotApplicable].map(|answer| Rating { answer, on: day("2026-10-02") });
    let notes = [
        Note::Said(said),
        Note::Shown(shown),
        Note::Used("oven".into()),
        Note::Confirmed("oven".into()),
        Note::Week(week),
        Note::Foretold(forecast),
        Note::LeftWay(Some("baker".into()), None),
        Note::Followed(vec![Milestone { monday: day("2026-11-23"), hours: 5, percent: 61 }]),
        Note::Unrated("till".into(), answers.to_vec()),
        Note::Reopened("bake".into(), done),
        Note::Evaluated(Evaluation {
            activity: "bake".into(),
            liked: 4,
            used: Usage::Sometimes,
            cost: 90,
            benefit: Some(200),
        }),
        Note::Learnt("bake".into(), "Warm the bowl.".into()),
        Note::Reviewed("On.".into()),
        Note::Withdrawn(2),
    ];
    Record { entries: notes.into_iter().map(|note| Entry { on: day("2026-11-23"), note }).collect() }
}

/// [`mixed`], with a record.
fn recorded() -> Workspace {
    applied(mixed(), Command::SetRecord(write_record(&record())))
}

/// [`mixed`], with a question and its answer in the record.
fn asked() -> Workspace {
    let question = Question {
        skill: "oven".into(),
        level: level(2.0),
        text: "How hot is \"hot\"?".into(),
        answers: vec!["80 °C".into(), "240 °C".into()],
        right: [1].into(),
    };
    let notes = [Note::Asked(question), Note::Answered(0, [0, 1].into()), Note::Answered(0, [].into())];
    let entries = notes.into_iter().map(|note| Entry { on: day("2026-11-23"), note });
    let record = Record { entries: entries.collect() };
    assert_eq!(read_record(&write_record(&record)).as_ref(), Ok(&record));
    applied(mixed(), Command::SetRecord(write_record(&record)))
}

/// One of everything that a passport can be told.
fn choices() -> PassportChoices {
    let chosen = SkillChoice { evidence: [1].into(), history: true, ..SkillChoice::default() };
    let hidden = SkillChoice { shown: false, level: false, ..SkillChoice::default() };
    PassportChoices {
        identity: Identity::Name("Ana \"é\"".into()),
        headline: "Bakes.".into(),
        skills: [("oven".into(), chosen), ("till".into(), hidden)].into(),
    }
}

/// [`recorded`], with a passport.
fn shown() -> Workspace {
    applied(recorded(), Command::SetPassport(write_choices(&choices())))
}

#[test]
fn a_document_survives_its_text() {
    for workspace in [Workspace::default(), full(), fuller(), overruled(), mixed(), recorded(), asked(), shown()] {
        assert_eq!(open(&seal(&workspace, 3)), Ok(Opened { workspace, schema: 1, generation: 3 }));
    }
}

#[test]
fn fixtures_of_every_schema_are_read_for_ever() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a fixture");
    assert_eq!(open(&read("schema-1/full.json")), Ok(Opened { workspace: full(), schema: 1, generation: 7 }));
    assert_eq!(
        open(&read("schema-1/empty.json")),
        Ok(Opened { workspace: Workspace::default(), schema: 1, generation: 1 })
    );
    // The form that is written now is the newest fixture's, byte for byte: a change of form needs a new schema.
    assert_eq!(schema::CURRENT, 1);
    assert_eq!(seal(&full(), 7), read("schema-1/full.json"));
    assert_eq!(seal(&fuller(), 8), read("schema-1/fuller.json"));
    assert_eq!(seal(&overruled(), 9), read("schema-1/overruled.json"));
    assert_eq!(seal(&mixed(), 10), read("schema-1/mixed.json"));
    assert_eq!(seal(&recorded(), 11), read("schema-1/recorded.json"));
    assert_eq!(seal(&asked(), 12), read("schema-1/asked.json"));
    assert_eq!(seal(&shown(), 13), read("schema-1/shown.json"));
    let kept = open(&read("schema-1/shown.json")).map(|opened| read_choices(&opened.workspace.passport));
    assert_eq!(kept, Ok(Ok(choices())));
    let kept = open(&read("schema-1/recorded.json")).map(|opened| read_record(&opened.workspace.record));
    assert_eq!(kept, Ok(Ok(record())));
    assert_eq!(open(&read("schema-1/fuller.json")).map(|opened| read_own(&opened.workspace.own)), Ok(Ok(own())));
}

#[test]
fn no_fixture_is_ever_changed() {
    use sha2::{Digest, Sha256};
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let listed = std::fs::read_to_string(folder.join("SHA256SUMS")).expect("a list");
    let mut n_listed = 0;
    for (sum, path) in listed.lines().filter_map(|line| line.split_once("  ")) {
        let bytes = std::fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{path} is read for ever as it was: make a new fixture beside it");
        n_listed += 1;
    }
    let folders =
        ["lock-1", "org-1", "schema-1"].map(|name| std::fs::read_dir(folder.join(name)).expect("a folder").count());
    assert_eq!(n_listed, folders.iter().sum::<usize>(), "every fixture is on the list");
}

#[test]
fn texts_that_are_no_document_say_why() {
    let good = seal(&full(), 7);
    let cases = [
        ("", Unreadable::Foreign),
        ("null", Unreadable::Foreign),
        ("{\"skillstead\":1}", Unreadable::Foreign),
        (&good[..good.len() - 2], Unreadable::Foreign),
        (&good.replace("\"hours_per_week\":8", "\"hours_per_week\":9"), Unreadable::Damaged),
        (&good.replace("\"generation\":7", "\"generation\":8"), Unreadable::Damaged),
    ];
    for (text, why) in cases {
        assert_eq!(open(text), Err(why), "{text}");
    }
}
