//! The organisation's document, the commands that change it, and its stored form.

#[path = "support/bakery.rs"]
mod bakery;

use bakery::{applied, bakery, day, tenths};
use proptest::prelude::*;
use skillstead::domain::{
    Certificate, Column, Consent, Contribution, ContributionError, Held, Level, OrgCommand, OrgError, Organisation,
    Outcome, Person, PersonOverrule, PersonVerdict, Position, Provenance, Rater, SkillTarget, Snapshot, Usage, Willing,
    Wishes, tells_age,
};
use skillstead::store::{Unreadable, read_org, write_org, write_org_after};
use std::sync::Arc;

fn put(id: &str, change: impl FnOnce(&mut Person)) -> OrgCommand {
    let mut person = Person::new(id.into());
    change(&mut person);
    OrgCommand::PutPerson(Box::new(person))
}

fn rate(skill: &str, level: Option<u8>) -> OrgCommand {
    let (level, on) = (level.map(tenths), day("2026-11-28"));
    OrgCommand::Rate { person: "p2".into(), skill: skill.into(), level, by: Rater::Peer, on }
}

#[test]
fn a_command_that_changes_nothing_gives_nothing() {
    let before = bakery();
    let ada = before.people[0].clone();
    for idle in [
        OrgCommand::Name("Bakery".into()),
        OrgCommand::PutPerson(Box::new((*ada).clone())),
        OrgCommand::RemovePerson("nobody".into()),
        OrgCommand::Place("ada".into(), Some("baker".into())),
        OrgCommand::Wish("p2".into(), Box::default()),
        OrgCommand::Agree("p2".into(), Consent::default()),
        OrgCommand::PutPosition(Box::new(before.positions[1].clone())),
        OrgCommand::RemovePosition("miller".into()),
        OrgCommand::NameTeam("shop".into(), "The shop".into()),
        OrgCommand::NameSite("harbour".into(), "".into()),
        OrgCommand::AddSkill("oven".into(), "".into()),
        OrgCommand::SetTarget(before.targets[0].clone()),
        OrgCommand::SetHorizon(before.horizon),
        OrgCommand::PutScenario(Box::new(before.scenarios[0].clone())),
        OrgCommand::RemoveScenario("None".into()),
        OrgCommand::PutContract(Box::new(before.contracts[0].clone())),
        OrgCommand::RemoveContract("p2".into(), "ada".into()),
        OrgCommand::PutProgramme(Box::new(before.programmes[0].clone())),
        OrgCommand::RemoveProgramme("None".into()),
        OrgCommand::Remember(Box::new(before.snapshots[0].clone())),
        OrgCommand::RemoveContributions("Harbour".into()),
        OrgCommand::SetPolicy("absence".into(), Some(f64::NAN)),
        OrgCommand::SetPolicy("nothing".into(), None),
        OrgCommand::SetProvenance("nothing".into(), Provenance::default()),
        OrgCommand::Replace(Box::new(before.clone())),
        rate("flour", None),
    ] {
        assert_eq!(before.apply(idle.clone()), Ok(None), "{idle:?}");
    }
}

#[test]
fn what_cannot_be_changes_nothing() {
    let before = bakery();
    let twice = Organisation { people: vec![before.people[0].clone(); 2], ..before.clone() };
    let columns = Organisation { skills: vec!["oven".into(); 3], ..before.clone() };
    let circle = Organisation {
        people: vec![
            Arc::new(Person { manager: Some("b".into()), ..Person::new("a".into()) }),
            Arc::new(Person { manager: Some("a".into()), ..Person::new("b".into()) }),
        ],
        ..Organisation::default()
    };
    let held = |at| Held { column: Column(at), level: Level::AWARE, by: None, on: None };
    let few = Contribution { people: 3, ..harbour("2026-11-01") };
    let of_few = Organisation { contributions: vec![few.clone()], ..before.clone() };
    let cases = [
        (put("ada", |ada| ada.manager = Some("p2".into())), OrgError::Circle("ada".into())),
        (put("p2", |p2| p2.manager = Some("p2".into())), OrgError::Circle("p2".into())),
        (put("p2", |p2| p2.manager = Some("nobody".into())), OrgError::NoPerson("nobody".into())),
        (put("p2", |p2| p2.position = Some("miller".into())), OrgError::NoPosition("miller".into())),
        (put("p2", |p2| p2.ratings = vec![held(3)]), OrgError::Ratings("p2".into())),
        (put("p2", |p2| p2.ratings = vec![held(1), held(1)]), OrgError::Ratings("p2".into())),
        (put("p2", |p2| p2.join("Age band".into(), "50+".into())), OrgError::Age("Age band".into())),
        (OrgCommand::Place("ada".into(), Some("miller".into())), OrgError::NoPosition("miller".into())),
        (OrgCommand::Place("nobody".into(), None), OrgError::NoPerson("nobody".into())),
        (OrgCommand::PutContribution(Box::new(few)), ContributionError::Few(3).into()),
        (OrgCommand::Replace(Box::new(of_few)), ContributionError::Few(3).into()),
        (OrgCommand::Replace(Box::new(twice)), OrgError::TwoPeople("ada".into())),
        (OrgCommand::Replace(Box::new(columns)), OrgError::TwoColumns("oven".into())),
        (OrgCommand::Replace(Box::new(circle)), OrgError::Circle("a".into())),
    ];
    for (command, error) in cases {
        assert_eq!(before.apply(command.clone()), Err(error), "{command:?}");
    }
}

#[test]
fn who_leaves_is_named_nowhere() {
    let left = applied(&bakery(), OrgCommand::RemovePerson("p2".into()));
    assert!(left.person(&"p2".into()).is_none() && left.contracts.is_empty());
    assert!(left.programmes[0].cohorts[0].people.is_empty() && left.scenarios[0].leavers.is_empty());
    let left = applied(&bakery(), OrgCommand::RemovePerson("ada".into()));
    assert_eq!(left.people[0].manager, None);
    let left = applied(&bakery(), OrgCommand::RemovePosition("baker".into()));
    assert_eq!(left.person(&"ada".into()).map(|ada| &ada.position), Some(&None));
}

#[test]
fn a_position_gets_gates_of_its_own_and_loses_its_role() {
    let before = bakery();
    let with = |change: &dyn Fn(&mut Position)| {
        let mut position = before.positions[0].clone();
        change(&mut position);
        OrgCommand::PutPosition(Box::new(position))
    };
    let gates =
        |position: &mut Position| position.gates = ["forklift", "food-hygiene", "forklift"].map(Into::into).into();
    assert_eq!(applied(&before, with(&gates)).positions[0].gates, ["food-hygiene".into(), "forklift".into()]);
    assert_eq!(applied(&before, with(&|position| position.gates.clear())).positions[0].gates, []);
    let without = applied(&before, with(&|position| position.role = None));
    assert_eq!((&without.positions[0].role, without.people), (&None, before.people.clone()));
}

#[test]
fn a_rating_takes_the_place_of_the_one_before_and_a_new_skill_gets_a_column() {
    let rated = applied(&bakery(), rate("dough", Some(20)));
    let dough = |organisation: &Organisation| organisation.people[1].level(Column(1));
    assert_eq!((dough(&rated), rated.people[1].ratings.len()), (Some(tenths(20)), 2));
    assert_eq!(dough(&applied(&rated, rate("dough", None))), None);
    let wider = applied(&rated, rate("flour", Some(30)));
    assert_eq!(wider.column(&"flour".into()), Some(Column(3)));
    assert_eq!(wider.people[1].level(Column(3)), Some(tenths(30)));
    assert!(Arc::ptr_eq(&wider.people[0], &rated.people[0]), "people who did not change are not copied");
}

#[test]
fn wishes_targets_and_constants_are_taken_back() {
    let wishes = Wishes { mentor: Willing::Yes, ..Wishes::default() };
    let wished = applied(&bakery(), OrgCommand::Wish("p2".into(), Box::new(wishes)));
    assert!(wished.people[1].wishes.as_ref().is_some_and(|wishes| wishes.mentor.is_willing()));
    assert_eq!(applied(&wished, OrgCommand::Wish("p2".into(), Box::default())), bakery());
    let target = |now, then| SkillTarget { skill: "oven".into(), level: Level::LEADS, now, then };
    assert_eq!(applied(&bakery(), OrgCommand::SetTarget(target(2, 2))).targets, [target(2, 2)]);
    assert_eq!(applied(&bakery(), OrgCommand::SetTarget(target(0, 0))).targets, []);
    assert!(applied(&bakery(), OrgCommand::SetPolicy("absence".into(), None)).policy.is_empty());
    let miller = Position::new("miller".into());
    let positions = applied(&bakery(), OrgCommand::PutPosition(Box::new(miller))).positions;
    assert!(positions.is_sorted_by(|a, b| a.id < b.id) && positions.len() == 3);
    let later = Snapshot { on: day("2026-11-01"), ..Snapshot::of(&bakery(), day("2026-11-01")) };
    let snapshots = applied(&bakery(), OrgCommand::Remember(Box::new(later))).snapshots;
    assert!(snapshots.is_sorted_by_key(|snapshot| snapshot.on) && snapshots.len() == 2);
}

#[test]
fn titles_of_age_are_told_from_others() {
    for title in
        ["Age", "AGE", "birth date", "birthYear", "Edad", "Año de nacimiento", "DOB", "ages 20-30", "age_group"]
    {
        assert!(tells_age(title), "{title}");
    }
    for title in
        ["", "Language", "Stage", "Manager", "Agency", "Engagement", "Package", "Idioma", "Born-digital archives"]
    {
        assert_eq!(tells_age(title), title.starts_with("Born"), "{title}");
    }
}

#[test]
fn a_person_is_small() {
    assert_eq!(std::mem::size_of::<Held>(), 8);
    assert!(std::mem::size_of::<Person>() <= 200, "{} bytes", std::mem::size_of::<Person>());
}

/// What a text says, in whatever order and lines.
fn form(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("a text")
}

/// A fixture holds this organisation, to the letter and for ever; its text.
fn is_kept(name: &str, organisation: &Organisation) -> String {
    let path = ["tests/fixtures/org-1/", name, ".json"].concat();
    let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a fixture");
    assert_eq!(read_org(&text).as_ref(), Ok(organisation));
    assert_eq!(form(&write_org(organisation)), form(&text), "a change of form needs a new schema");
    text
}

#[test]
fn the_fixture_is_read_for_ever() {
    is_kept("demo", &bakery());
}

/// [`bakery`], with what came into schema 1 later.
fn sourced() -> Organisation {
    let of = Provenance { unit: "USD/hour".into(), source: "payroll".into(), year: Some(2026) };
    let said = applied(&bakery(), OrgCommand::SetProvenance("loaded-cost".into(), of));
    let of = Provenance { source: "three offers".into(), ..Provenance::default() };
    applied(&said, OrgCommand::SetProvenance("cost-per-hire".into(), of))
}

#[test]
fn what_came_later_is_read_for_ever() {
    is_kept("sourced", &sourced());
    // One that was written before says nothing of it.
    assert!(bakery().provenances.is_empty());
}

/// The bakery with what was added to its form later: what `fixtures/org-1/certified.json` holds.
fn certified() -> Organisation {
    let mut bakery = bakery();
    let ada = Arc::make_mut(&mut bakery.people[0]);
    for (name, gate, until) in
        [("First aid", None, None), ("Hygiene card", Some("food-hygiene".into()), Some(day("2027-02-28")))]
    {
        ada.certify(Certificate { name: name.into(), gate, until });
    }
    bakery
}

#[test]
fn certificates_are_kept_by_name() {
    is_kept("certified", &certified());
    let mut ada = (*certified().people[0]).clone();
    ada.certify(Certificate { name: "First aid".into(), gate: None, until: Some(day("2028-01-01")) });
    assert_eq!((ada.certificates.len(), ada.certificates[0].until), (2, Some(day("2028-01-01"))));
    ada.uncertify("First aid");
    ada.uncertify("Nothing");
    assert_eq!(ada.certificates.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Hygiene card"]);
}

fn harbour(on: &str) -> Contribution {
    Contribution { site: "Harbour".into(), on: day(on), people: 30, least: 5, skills: [].into() }
}

/// [`bakery`], with what a site has given twice: what `fixtures/org-1/given.json` holds.
fn given() -> Organisation {
    let skills = [
        ("oven".into(), [Some(6), Some(6), Some(6), Some(6), Some(6), None, None]),
        ("dough".into(), [None, Some(6), None, Some(9), None, None, Some(7)]),
    ];
    let later = Contribution { people: 36, skills: skills.into(), ..harbour("2026-11-01") };
    let [later, earlier] = [later, harbour("2026-08-01")].map(Box::new).map(OrgCommand::PutContribution);
    applied(&applied(&bakery(), later), earlier)
}

#[test]
fn what_sites_have_given_is_kept_by_site_and_day() {
    let text = is_kept("given", &given());
    assert_eq!(read_org(&text.replace("\"people\":30", "\"people\":3")), Err(Unreadable::Foreign));
    let again = Contribution { people: 50, ..harbour("2026-08-01") };
    let again = applied(&given(), OrgCommand::PutContribution(Box::new(again)));
    assert_eq!(again.contributions.iter().map(|given| given.people).collect::<Vec<_>>(), [50, 36]);
    assert_eq!(applied(&again, OrgCommand::RemoveContributions("Harbour".into())), bakery());
}

#[test]
fn texts_that_are_no_organisation_say_why() {
    let good = write_org(&bakery());
    let with = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replace(from, to)
    };
    let cases = [
        ("null".into(), Unreadable::Foreign),
        ("{}".into(), Unreadable::Foreign),
        (good[..good.len() - 2].into(), Unreadable::Foreign),
        (with("\"organisation\":1", "\"organisation\":2"), Unreadable::Newer(2)),
        (with("\"organisation\":1", "\"organisation\":2,\"added\":[]"), Unreadable::Newer(2)),
        (with("\"organisation\":1", "\"organisation\":0"), Unreadable::Foreign),
        (with("\"organisation\":1", "\"organisation\":1,\"added\":[]"), Unreadable::Foreign),
        (with("[0,40,2,10]", "[0,40,2]"), Unreadable::Foreign),
        (with("[0,40,2,10]", "[0,51,2,10]"), Unreadable::Foreign),
        (with("[0,40,2,10]", "[0,40,2,300]"), Unreadable::Foreign),
        (with("[0,40,2,10]", "[0,40,3,10]"), Unreadable::Foreign),
        (with("[2,\"2026-11-02\"", "[4,\"2026-11-02\""), Unreadable::Foreign),
        (with("\"consent\":7", "\"consent\":8"), Unreadable::Foreign),
        (with("gladly", "perhaps"), Unreadable::Foreign),
        (with("\"state\":\"agreed\"", "\"state\":\"dreamt\""), Unreadable::Foreign),
        (with("\"manager\":\"ada\"", "\"manager\":\"p2\""), Unreadable::Foreign),
        (with("\"language\":\"en\"", "\"birth year\":\"1970\""), Unreadable::Foreign),
    ];
    for (text, why) in cases {
        assert_eq!(read_org(&text), Err(why), "{text}");
    }
}

#[test]
fn what_was_said_and_what_became_of_programmes_is_kept_and_goes_with_the_person() {
    let on = day("2026-11-29");
    let says = |verdict| PersonOverrule { verdict, reason: "she said so".into(), on };
    let mut said = applied(&bakery(), OrgCommand::Overrule("p2".into(), says(Some(PersonVerdict::Reskill))));
    assert_eq!(said.apply(OrgCommand::Overrule("p2".into(), says(Some(PersonVerdict::Reskill)))), Ok(None));
    said = applied(&said, OrgCommand::Overrule("p2".into(), says(None)));
    let mut programme = said.programmes[0].clone();
    (programme.cost, programme.benefit) = (Some(450), Some(900));
    let outcome = Outcome {
        person: "p2".into(),
        skill: "dough".into(),
        before: None,
        after: Some(tenths(20)),
        hours: 30,
        liked: Some(4),
        used: Some(Usage::Often),
    };
    programme.outcomes = vec![outcome.clone(), Outcome { liked: None, used: None, ..outcome }];
    said = applied(&said, OrgCommand::PutProgramme(Box::new(programme)));
    let text = write_org(&said);
    assert_eq!(read_org(&text).as_ref(), Ok(&said));
    for (from, to) in [("often", "never"), ("\"reskill\"", "\"unskill\""), ("\"after\":20", "\"after\":51")] {
        assert_eq!(read_org(&text.replacen(from, to, 1)), Err(Unreadable::Foreign), "{from}");
    }
    assert_eq!(said.apply(OrgCommand::Overrule("nobody".into(), says(None))), Err(OrgError::NoPerson("nobody".into())));
    let left = applied(&said, OrgCommand::RemovePerson("p2".into()));
    assert!(left.overrules.is_empty() && left.programmes[0].outcomes.is_empty());
}

/// Any organisation that commands can make of the bakery.
fn commands() -> impl Strategy<Value = Vec<OrgCommand>> {
    let id = || proptest::sample::select(vec!["ada", "p2", "p3", "Zoë", ""]);
    let text = || "[a-zA-Z\"\\\\ é]{0,6}".prop_map(String::into_boxed_str);
    let skill = || proptest::sample::select(vec!["oven", "dough", "till", "flour", "ñame"]);
    let rate =
        (id(), skill(), proptest::option::of(0u8..=50), 0usize..4, 0u64..9).prop_map(|(id, skill, at, by, on)| {
            let by = [Rater::Own, Rater::Peer, Rater::Manager, Rater::Evidence][by];
            let on = day("2026-01-01") + chrono::Days::new(on);
            OrgCommand::Rate { person: id.into(), skill: skill.into(), level: at.map(tenths), by, on }
        });
    let person = (id(), text(), proptest::option::of(id()), text(), any::<[bool; 3]>(), proptest::option::of(0u8..=40));
    let person = person.prop_map(|(id, name, manager, word, [seen, proposed, paired], hours)| {
        put(id, |person| {
            (person.name, person.manager, person.hours) = (name, manager.map(Into::into), hours);
            person.consent = Consent { seen, proposed, paired };
            person.join("language".into(), word.clone());
            person.interests.insert(word.clone());
            person.certify(Certificate { name: word, gate: None, until: None });
        })
    });
    let seats = (id(), 0u32..9, 0u32..9).prop_map(|(id, seats, seats_then)| {
        OrgCommand::PutPosition(Box::new(Position { seats, seats_then, ..Position::new(id.into()) }))
    });
    let target = (skill(), 0u8..=50, 0u32..3, 0u32..3).prop_map(|(skill, level, now, then)| {
        OrgCommand::SetTarget(SkillTarget { skill: skill.into(), level: tenths(level), now, then })
    });
    let command = prop_oneof![
        rate,
        person,
        seats,
        target,
        id().prop_map(|id| OrgCommand::RemovePerson(id.into())),
        (id(), proptest::option::of(id())).prop_map(|(id, at)| OrgCommand::Place(id.into(), at.map(Into::into))),
        (id(), text()).prop_map(|(id, name)| OrgCommand::NameTeam(id.into(), name)),
        (text(), -999i32..999)
            .prop_map(|(name, quarters)| { OrgCommand::SetPolicy(name, Some(f64::from(quarters) / 4.0)) }),
    ];
    proptest::collection::vec(command, 0..30)
}

/// The bakery with so many more people, in several lines of its text.
fn many(n: usize) -> Organisation {
    let mut bakery = bakery();
    bakery.people.extend((0..n).map(|at| Arc::new(Person::new(format!("q{at:04}").into()))));
    bakery.checked().expect("an organisation")
}

#[test]
fn what_has_not_changed_is_copied_out_of_the_text_before() {
    let mut now = many(900);
    let mut text = write_org(&now);
    assert!(text.lines().count() > 4, "several lines of people");
    let mut rng = fastrand::Rng::with_seed(5);
    for turn in 0..200 {
        let id = format!("q{:04}", rng.usize(0..900));
        let command = match turn % 4 {
            0 => OrgCommand::RemovePerson(id.as_str().into()),
            1 => put(&id, |person| person.name = "new".into()),
            2 => put(&format!("r{turn}"), |_| {}),
            _ => OrgCommand::Name(format!("turn {turn}").into()),
        };
        let Some(next) = now.apply(command).expect("a change") else { continue };
        let after = write_org_after(&next, &now, &text);
        assert_eq!(after, write_org(&next));
        assert_eq!(read_org(&after).as_ref(), Ok(&next));
        (now, text) = (next, after);
    }
    assert_eq!(write_org_after(&bakery(), &now, &text), write_org(&bakery()));
    assert_eq!(write_org_after(&now, &bakery(), &form(&text).to_string()), text, "a text without lines");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("SKILLSTEAD_LONG").is_some() { 100_000 } else { 1_000 }))]

    #[test]
    fn whatever_commands_make_is_valid_and_is_read_as_it_was_written(commands in commands()) {
        let mut organisation = bakery();
        for command in commands {
            let next = organisation.apply(command.clone());
            if let Ok(Some(next)) = next {
                prop_assert_eq!(next.apply(command), Ok(None), "done twice is done once");
                organisation = next;
            }
        }
        prop_assert_eq!(organisation.clone().checked(), Ok(organisation.clone()));
        prop_assert_eq!(read_org(&write_org(&organisation)), Ok(organisation));
    }

    #[test]
    fn no_text_breaks_the_reader(at in 0usize..2_000, letter in any::<char>()) {
        let mut letters: Vec<char> = write_org(&bakery()).chars().collect();
        let at = at % letters.len();
        letters[at] = letter;
        let text: String = letters.into_iter().collect();
        if let Ok(read) = read_org(&text) {
            prop_assert_eq!(read_org(&write_org(&read)), Ok(read));
        }
    }
}
