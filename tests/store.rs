//! The document on a device: nothing lost, nothing unread overwritten. Every fixture of an old schema is read for ever.

#[path = "support/town.rs"]
mod town;

use skillstead::domain::{
    Answer, Arrangement, Breadth, Command, Completion, Flags, Horizon, Kind, Marks, Mix, Need, Overrule, Own,
    OwnActivity, OwnRequirement, OwnRole, OwnSkill, Task, Text, Timing, Verdict, Weight, Workspace,
};
use skillstead::store::{
    Backend, MemoryBackend, Opened, Repository, StoreError, Unreadable, open, read_own, schema, seal, write_own,
};
use town::{applied, day, level, person};

const SLOTS: [&str; 2] = ["skillstead.a", "skillstead.b"];

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

/// A repository on what a backend holds, and what it finds there.
fn load(backend: &MemoryBackend) -> (Repository<MemoryBackend>, Workspace, Vec<Unreadable>) {
    let (repository, loaded) = Repository::load(backend.clone()).expect("a backend that can be read");
    (repository, loaded.workspace, loaded.aside.into_iter().map(|aside| aside.why).collect())
}

/// A backend after these documents have been saved one after the other.
fn saved(documents: &[&Workspace]) -> MemoryBackend {
    let mut backend = MemoryBackend::default();
    for (document, generation) in documents.iter().zip(1u64..) {
        backend.texts.insert(SLOTS[(generation % 2) as usize].into(), seal(document, generation));
    }
    backend
}

/// A backend that two repositories share, as two tabs do.
#[derive(Clone, Default)]
struct Shared(std::rc::Rc<std::cell::RefCell<MemoryBackend>>);

impl Backend for Shared {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.borrow().get(key)
    }
    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().put(key, text)
    }
    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key)
    }
}

#[test]
fn a_document_survives_its_text() {
    for workspace in [Workspace::default(), full(), fuller(), overruled(), mixed()] {
        assert_eq!(open(&seal(&workspace, 3)), Ok(Opened { workspace, generation: 3 }));
    }
}

#[test]
fn fixtures_of_every_schema_are_read_for_ever() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a fixture");
    assert_eq!(open(&read("schema-1/full.json")), Ok(Opened { workspace: full(), generation: 7 }));
    assert_eq!(open(&read("schema-1/empty.json")), Ok(Opened { workspace: Workspace::default(), generation: 1 }));
    // The form that is written now is the newest fixture's, byte for byte: a change of form needs a new schema.
    assert_eq!(schema::CURRENT, 1);
    assert_eq!(seal(&full(), 7), read("schema-1/full.json"));
    assert_eq!(seal(&fuller(), 8), read("schema-1/fuller.json"));
    assert_eq!(seal(&overruled(), 9), read("schema-1/overruled.json"));
    assert_eq!(seal(&mixed(), 10), read("schema-1/mixed.json"));
    assert_eq!(open(&read("schema-1/fuller.json")).map(|opened| read_own(&opened.workspace.own)), Ok(Ok(own())));
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

/// A sealed text of another schema, with the checksum that belongs to it.
fn sealed_as(schema: u32, document: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(format!("{schema} 4 {document}"));
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{{\"skillstead\":{schema},\"generation\":4,\"sha256\":\"{sha256}\",\"document\":{document}}}")
}

#[test]
fn numbers_that_cannot_be_are_refused_and_unknown_fields_are_not() {
    let bad = ["{\"horizon\":{\"hours_per_week\":0}}", "{\"ratings\":{\"a\":[{\"level\":51,\"on\":\"2026-01-01\"}]}}"];
    for document in bad {
        assert_eq!(open(&sealed_as(1, document)), Err(Unreadable::Foreign), "{document}");
    }
    // The additive rule: an older build reads what a newer one of the same schema has added to.
    let added = sealed_as(1, "{\"current\":\"baker\",\"added_later\":[1,2]}");
    assert_eq!(open(&added).map(|opened| opened.workspace.current), Ok(Some("baker".into())));
    assert_eq!(open(&sealed_as(2, "{\"anything\":true}")), Err(Unreadable::Newer(2)));
    assert_eq!(open(&sealed_as(0, "{}")), Err(Unreadable::Foreign));
}

#[test]
fn the_highest_generation_wins_and_a_save_goes_to_the_other_slot() {
    let (older, newer) = (person("idle", "baker", &[]), full());
    let backend = saved(&[&older, &newer]);
    let (_, found, aside) = load(&backend);
    assert_eq!((found, aside), (newer.clone(), vec![]));

    let shared = Shared::default();
    let (mut repository, _) = Repository::load(shared.clone()).expect("an empty backend");
    for _ in 0..2 {
        for document in [&older, &newer] {
            repository.save(document).expect("room");
        }
    }
    let texts = shared.0.borrow().texts.clone();
    let generations: Vec<_> = texts.values().map(|text| open(text).expect("a document").generation).collect();
    assert_eq!(generations, [4, 3]);
}

#[test]
fn a_torn_save_leaves_the_last_good_document_and_what_is_torn_is_set_aside() {
    let (older, newer) = (person("idle", "baker", &[]), full());
    let mut backend = saved(&[&older, &newer]);
    let torn = &seal(&newer, 2)[..100];
    backend.texts.insert(SLOTS[0].into(), torn.into());
    let shared = Shared(std::rc::Rc::new(backend.into()));
    let (mut repository, loaded) = Repository::load(shared.clone()).expect("a backend");
    assert_eq!(loaded.workspace, older);
    assert_eq!((loaded.aside[0].text.as_str(), loaded.aside[0].why), (torn, Unreadable::Foreign));
    repository.save(&newer).expect("room");
    let texts = shared.0.borrow().texts.clone();
    assert_eq!(texts["skillstead.aside.1"], torn);
    assert_eq!(load(&MemoryBackend { texts, fails: None }).1, newer);
}

/// Once, a second damaged slot took the place of the first one's copy, and a reload ended the offer to download it.
#[test]
fn what_was_set_aside_is_offered_until_the_person_lets_it_go() {
    let shared = Shared(std::rc::Rc::new(saved(&[&full()]).into()));
    for damaged in ["one", "two"] {
        shared.0.borrow_mut().texts.insert(SLOTS[0].into(), damaged.into());
        Repository::load(shared.clone()).expect("a backend");
    }
    let (mut repository, loaded) = Repository::load(shared.clone()).expect("a backend");
    assert_eq!(loaded.aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    repository.forget_aside().expect("writable");
    let (_, loaded) = Repository::load(shared).expect("a backend");
    assert_eq!((loaded.workspace, loaded.aside), (full(), vec![]));
}

#[test]
fn what_cannot_be_set_aside_is_not_overwritten() {
    let mut backend = saved(&[&full()]);
    backend.texts.insert(SLOTS[0].into(), "damaged".into());
    backend.fails = Some(StoreError::Full);
    let (mut repository, found, aside) = load(&backend);
    assert_eq!((found, aside), (full(), vec![Unreadable::Foreign]));
    assert_eq!(repository.save(&full()), Err(StoreError::Full));
}

#[test]
fn a_newer_document_stops_every_save() {
    let mut backend = saved(&[&full()]);
    backend.texts.insert(SLOTS[0].into(), sealed_as(9, "{\"from\":\"the future\"}"));
    let (mut repository, found, aside) = load(&backend);
    assert_eq!((found, aside), (full(), vec![Unreadable::Newer(9)]));
    assert_eq!(repository.save(&Workspace::default()), Err(StoreError::Newer(9)));
    // It can come while this version runs, too.
    let shared = Shared::default();
    let (mut repository, _) = Repository::load(shared.clone()).expect("an empty backend");
    repository.save(&full()).expect("room");
    shared.0.borrow_mut().texts.insert(SLOTS[0].into(), sealed_as(9, "{}"));
    assert_eq!(repository.save(&Workspace::default()), Err(StoreError::Newer(9)));
    assert_eq!(shared.0.borrow().texts[SLOTS[0]], sealed_as(9, "{}"));
}

#[test]
fn of_two_tabs_the_second_to_save_is_told() {
    let shared = Shared::default();
    let (mut one, _) = Repository::load(shared.clone()).expect("an empty backend");
    let (mut two, _) = Repository::load(shared.clone()).expect("an empty backend");
    one.save(&full()).expect("room");
    assert_eq!(two.save(&Workspace::default()), Err(StoreError::AnotherTab(1)));
    let (_, loaded) = Repository::load(shared).expect("a backend");
    assert_eq!(loaded.workspace, full());
}

#[test]
fn a_save_that_fails_keeps_the_last_document() {
    let shared = Shared::default();
    let (mut repository, _) = Repository::load(shared.clone()).expect("an empty backend");
    repository.save(&full()).expect("room");
    for error in [StoreError::Full, StoreError::Blocked] {
        shared.0.borrow_mut().fails = Some(error);
        assert_eq!(repository.save(&Workspace::default()), Err(error));
    }
    shared.0.borrow_mut().fails = None;
    let (_, loaded) = Repository::load(shared).expect("a backend");
    assert_eq!(loaded.workspace, full());
    // And the next one works again.
    repository.save(&Workspace::default()).expect("room");
}

#[test]
fn wiping_forgets_everything_of_ours_and_nothing_else() {
    let mut backend = saved(&[&full(), &full()]);
    backend.texts.insert("skillstead.aside.1".into(), "old".into());
    backend.texts.insert("neighbour".into(), "theirs".into());
    let shared = Shared(std::rc::Rc::new(backend.into()));
    let (mut repository, _) = Repository::load(shared.clone()).expect("a backend");
    repository.wipe().expect("writable");
    assert_eq!(shared.0.borrow().texts.keys().collect::<Vec<_>>(), ["neighbour"]);
    repository.save(&full()).expect("a new beginning");
}
