//! An organisation from files, and out again.

#[path = "support/bakery.rs"]
mod bakery;
#[path = "support/starter.rs"]
mod starter;

use bakery::{bakery, day, tenths};
use proptest::prelude::*;
use skillstead::catalog::Catalog;
use skillstead::domain::{
    Asked, Certificate, Column, Held, Level, OrgError, Organisation, Person, Position, Rater, Weight, Willing,
};
use skillstead::exchange::message::{decode, encode};
use skillstead::exchange::people::message::{Ask, Brought, Said, TableLook};
use skillstead::exchange::people::{
    Choice, Choices, Grid, How, Matched, Refused, SkillNames, TableKind, Taken, Terms, Use, choices, give, guess, open,
    propose, take,
};
use skillstead::exchange::sheets::message::{Reply, Request};
use skillstead::exchange::sheets::{CellFault, Scale, Sheet, SheetError, write_xlsx};
use std::sync::LazyLock;

static STARTER: LazyLock<Catalog> = LazyLock::new(|| starter::starter().expect("the starter catalogue"));

/// Files with their tables as guessed.
fn opened(files: &[(&str, &str)], base: &Organisation) -> Vec<(Grid, Matched)> {
    let names = SkillNames::of(&STARTER, base);
    let tables = files.iter().flat_map(|(name, text)| open(name, text.as_bytes()).expect("a table"));
    tables.map(|grid| (grid.clone(), guess(&grid, &names).unwrap_or_else(|| panic!("{grid:?}")))).collect()
}

/// The choices as proposed, what is unknown as a skill of one's own.
fn own_choices(tables: &[(Grid, Matched)], base: &Organisation) -> Choices {
    let mut choices = choices(&propose(tables, &SkillNames::of(&STARTER, base)));
    choices.values_mut().filter(|choice| **choice == Choice::Left).for_each(|choice| *choice = Choice::Own);
    choices
}

fn taken_over(base: &Organisation, files: &[(&str, &str)]) -> Result<Taken, Refused> {
    let tables = opened(files, base);
    take(&tables, &own_choices(&tables, base), Terms::default(), &STARTER, base)
}

#[track_caller]
fn taken(files: &[(&str, &str)]) -> Taken {
    taken_over(&Organisation::default(), files).expect("good files")
}

/// What stands in the levels of somebody, by id of the skill.
fn levels(taken: &Taken, person: &str) -> Vec<(String, f64)> {
    let organisation = &taken.organisation;
    let person = organisation.person(&person.into()).expect("somebody");
    let level = |column: Column, level: Level| (organisation.skills[column.at()].to_string(), level.value());
    person.ratings.iter().map(|held| level(held.column, held.level)).collect()
}

const WIDE: &str = "\
Employee ID;Full name;Department;Office;Reports to;Job title;Year of birth;SQL;Statistcs;Kite mending;Notes;group: language
7;Ada Quill;Shop;Mill;;Data analyst;1970;4;3,5;2;good;en
8;Ben Moss;Shop;Mill;7;Data analyst;1999;n/a;;;;es
9;Cy Vale;;Harbour;Ada Quill;Kite flyer;1980;2;;5;;
";

#[test]
fn people_in_rows_and_skills_in_columns_are_taken_in_one_go() {
    let taken = taken(&[("staff.csv", WIDE)]);
    assert_eq!(taken.counts, [(TableKind::People, 3, 0)]);
    assert_eq!(taken.ages, ["Year of birth".into()]);
    assert_eq!(
        levels(&taken, "7"),
        [("databases-and-sql".into(), 4.0), ("statistics".into(), 3.5), ("kite-mending".into(), 2.0)]
    );
    assert_eq!(levels(&taken, "8"), []);
    let organisation = &taken.organisation;
    assert_eq!(organisation.own_skills[&"kite-mending".into()].as_ref(), "Kite mending");
    let person = |id: &str| organisation.person(&id.into()).expect("somebody");
    assert_eq!((person("8").manager.clone(), person("9").manager.clone()), (Some("7".into()), Some("7".into())));
    assert_eq!((person("7").groups.len(), person("8").group("language")), (1, Some("es")));
    let analyst = organisation.position(&"data-analyst".into()).expect("a position that people hold");
    assert_eq!((analyst.role.clone(), analyst.seats, analyst.seats_then), (Some("data-analyst".into()), 2, 2));
    assert_eq!(organisation.position(&"kite-flyer".into()).map(|position| position.role.clone()), Some(None));
    assert_eq!(taken.made, ["data-analyst".into(), "kite-flyer".into()]);
    assert_eq!(organisation.teams[&"shop".into()].as_ref(), "Shop");
    assert!(!format!("{organisation:?}").contains("1970"), "an age is kept");
}

#[test]
fn a_guess_says_what_each_column_is_and_how_each_skill_was_found() {
    let tables = opened(&[("staff.csv", WIDE)], &Organisation::default());
    let uses = &tables[0].1.columns;
    assert_eq!(uses[6..], [Use::Age, Use::Skill, Use::Skill, Use::Skill, Use::Left, Use::Group]);
    let found = propose(&tables, &SkillNames::of(&STARTER, &Organisation::default()));
    let found: Vec<_> =
        found.iter().map(|one| (&*one.name, one.found.as_ref().map(|(id, how)| (id.as_str(), *how)))).collect();
    let expected = [
        ("Kite mending", None),
        ("SQL", Some(("databases-and-sql", How::Alias))),
        ("Statistcs", Some(("statistics", How::Nearly))),
    ];
    assert_eq!(found, expected);
    // Nobody has confirmed the skill that nobody knows: its levels are left out.
    let confirmed = choices(&propose(&tables, &SkillNames::of(&STARTER, &Organisation::default())));
    let taken = take(&tables, &confirmed, Terms::default(), &STARTER, &Organisation::default()).expect("good files");
    assert_eq!(levels(&taken, "9"), [("databases-and-sql".into(), 2.0)]);
    assert!(taken.organisation.own_skills.is_empty());
}

#[test]
fn an_age_is_left_out_whatever_it_is_matched_with() {
    let mut tables = opened(&[("staff.csv", WIDE)], &Organisation::default());
    for used in [Use::Group, Use::Skill, Use::Field(8), Use::Left] {
        tables[0].1.columns[6] = used;
        let choices = own_choices(&tables, &Organisation::default());
        let taken = take(&tables, &choices, Terms::default(), &STARTER, &Organisation::default()).expect("good files");
        assert!(!format!("{:?}", taken.organisation).contains("19"), "{used:?}");
    }
}

const POSITIONS: &str = "id,title,role,headcount,seats_then\nb,Analyst,Data analyst,2,3\n";
const REQUIREMENTS: &str = "position,skill,level,weight,must\nb,SQL,3,5,yes\nAnalyst,Kites,2,,\n";
const RATINGS: &str = "\
person,skill,level,by,date
p1,SQL,3,manager,2026-11-02
p1,SQL,2,own,2026-10-01
p1,Kites,2.5,peer,46000
Ben Moss,SQL,-,,
";
const PEOPLE: &str = "id,name,position,mentor,wanted_positions,wanted_roles,consent,interests\n\
                      p1,Ada Quill,b,gladly,,,seen; paired,rye; oats\np2,Ben Moss,Analyst,,b,Data analyst,,\n";

#[test]
fn one_rating_a_row_with_positions_and_requirements_in_any_order() {
    let files = [("d.csv", RATINGS), ("c.csv", REQUIREMENTS), ("b.csv", PEOPLE), ("a.csv", POSITIONS)];
    let taken = taken(&files);
    use TableKind::{People, Positions, Ratings, Requirements};
    assert_eq!(taken.counts, [(Positions, 1, 0), (People, 2, 0), (Requirements, 2, 0), (Ratings, 2, 1)]);
    assert_eq!(levels(&taken, "p1"), [("databases-and-sql".into(), 3.0), ("kites".into(), 2.5)], "the newest counts");
    assert_eq!(taken.left, 1);
    let held = taken.organisation.people[0].ratings[1];
    assert_eq!((held.by, held.on), (Some(Rater::Peer), Some(day("2025-12-09"))), "a spreadsheet's day");
    let position = &taken.organisation.positions[0];
    assert_eq!((position.seats, position.seats_then), (2, 3), "seats are not counted where they are said");
    let asked: Vec<_> =
        position.requirements.iter().map(|asked| (asked.skill.as_str(), asked.weight.value(), asked.must)).collect();
    assert_eq!(asked, [("databases-and-sql", 5.0, true), ("kites", 3.0, false)]);
    let wishes = |at: usize| taken.organisation.people[at].wishes.clone().expect("wishes");
    assert_eq!(
        (wishes(0).mentor, wishes(1).positions, wishes(1).roles),
        (Willing::Gladly, vec!["b".into()], vec!["data-analyst".into()])
    );
    let consent = taken.organisation.people[0].consent;
    assert_eq!((consent.seen, consent.proposed, consent.paired), (true, false, true));
    // Once more changes nothing, and so does a part of it.
    assert_eq!(taken_over(&taken.organisation, &files).map(|again| again.organisation), Ok(taken.organisation.clone()));
    let part = taken_over(&taken.organisation, &[("x.csv", "id,name,oven\np1,,\n")]);
    assert_eq!(part.map(|again| (again.counts, again.organisation)), Ok((vec![(People, 0, 1)], taken.organisation)));
}

#[test]
fn every_bad_cell_is_named_and_nothing_is_taken() {
    let cases = [
        ("people.csv", "id,name,SQL\np1,Ada,6\n", 2, "SQL", "6", CellFault::Number),
        ("people.csv", "id,name,SQL\np1,Ada,3\n\np1,Ben,3\n", 4, "id", "p1", CellFault::Repeated),
        ("people.csv", "id,name,Boss,reports to\np1,Ada,,Zed\n", 2, "reports to", "Zed", CellFault::Unknown),
        ("people.csv", "id,name,hours\np1,Ada,99\n", 2, "hours", "99", CellFault::Number),
        ("people.csv", "id,name,team\n,,Shop\n", 2, "name", "", CellFault::Empty),
        ("people.csv", "id,mentor,consent\np1,never,seen\n", 2, "mentor", "never", CellFault::Word),
        ("people.csv", "id,mentor,consent\np1,no,all\n", 2, "consent", "all", CellFault::Word),
        ("people.csv", "id,name,wanted_roles\np1,,Pope\n", 2, "wanted_roles", "Pope", CellFault::Unknown),
        ("positions.csv", "title,role,seats\nX,Pope,1\n", 2, "role", "Pope", CellFault::Unknown),
        ("positions.csv", "title,seats\nX,one\n", 2, "seats", "one", CellFault::Number),
        ("positions.csv", "title,seats\nX,1\nx,2\n", 3, "title", "x", CellFault::Repeated),
        ("ratings.csv", "person,skill,level\nnobody,SQL,1\n", 2, "person", "nobody", CellFault::Unknown),
        ("requirements.csv", "position,skill,level\nnone,SQL,1\n", 2, "position", "none", CellFault::Unknown),
        ("certificates.csv", "person,certificate\nnone,Card\n", 2, "person", "none", CellFault::Unknown),
    ];
    for (name, text, row, column, value, fault) in cases {
        let Err(Refused::Rows(faults)) = taken_over(&Organisation::default(), &[(name, text)]) else {
            panic!("{text}")
        };
        let found = (&*faults[0].sheet, faults[0].row, &*faults[0].column, &*faults[0].value, faults[0].fault);
        assert_eq!(found, (name.trim_end_matches(".csv"), row, column, value, fault), "{text}");
        assert_eq!(faults.len(), 1, "{text}");
    }
    let dated = [("ratings.csv", "person,skill,level,on\nada,SQL,1,yesterday\n")];
    let Err(Refused::Rows(faults)) = taken_over(&bakery(), &dated) else { panic!("a bad day is taken") };
    assert_eq!((faults[0].fault, &*faults[0].column), (CellFault::Word, "on"));
    let circle = [("people.csv", "id,name,manager\np1,Ada,p2\np2,Ben,p1\n")];
    assert_eq!(
        taken_over(&Organisation::default(), &circle),
        Err(Refused::Organisation(OrgError::Circle("p1".into())))
    );
    let tables = opened(&[("people.csv", WIDE)], &Organisation::default());
    let unasked = take(&tables, &Choices::new(), Terms::default(), &STARTER, &Organisation::default());
    assert!(matches!(unasked, Err(Refused::Rows(faults)) if faults.len() == 3), "skills that nobody has chosen");
}

/// Levels that were rated here, by hand or in a handshake, went back to those of an old sheet that was taken in again for its newcomers.
#[test]
fn a_rating_with_a_day_gives_way_to_none_that_is_older_or_has_no_day() {
    let sheet = "id,name,SQL,Statistics\np1,Ada,2,1\n";
    let mut base = taken(&[("staff.csv", sheet)]).organisation;
    let sql = base.column(&"databases-and-sql".into()).expect("a column");
    let here = Held { column: sql, level: Level::LEADS, by: Some(Rater::Manager), on: Some(day("2026-11-02")) };
    std::sync::Arc::make_mut(&mut base.people[0]).rate(here);
    let again = taken_over(&base, &[("staff.csv", &[sheet, "p2,Ben,3,3\n"].concat())]).expect("a good file");
    assert_eq!(again.organisation.people[0].held(sql), Some(&here));
    assert_eq!((again.left, again.counts), (1, vec![(TableKind::People, 1, 1)]));
    let rows = |on: &str| [("ratings.csv", format!("person,skill,level,on\np1,SQL,2,{on}\np1,Statistics,2,{on}\n"))];
    for (on, left, level) in [("", 1, 4.0), ("2026-11-01", 1, 4.0), ("2026-11-02", 0, 2.0), ("2026-11-03", 0, 2.0)] {
        let [(name, text)] = rows(on);
        let taken = taken_over(&base, &[(name, &text)]).expect("a good file");
        let expected = [("databases-and-sql".into(), level), ("statistics".into(), 2.0)];
        assert_eq!((taken.left, levels(&taken, "p1")), (left, expected.to_vec()), "{on}");
        assert_eq!(taken.counts, [(TableKind::Ratings, 0, 2 - left)], "every row counts once");
    }
}

#[test]
fn certificates_come_in_a_row_each_and_the_longest_counts() {
    let people = ("staff.csv", "Employee ID;Name\np1;Ada Quill\n");
    let cards = "Employee;Certification;Proves;Valid until\n\
                 p1;Forklift;forklift;2026-03-01\nAda Quill;Forklift;;46000\np1;First aid;;-\np1;Forklift;;2025-01-01\n";
    let taken = taken(&[("cards.csv", cards), people]);
    assert_eq!(taken.counts, [(TableKind::People, 1, 0), (TableKind::Certificates, 2, 2)]);
    let told = taken.organisation.people[0].certificates.iter();
    let told: Vec<_> = told.map(|one| (&*one.name, one.gate.is_some(), one.until)).collect();
    assert_eq!(told, [("First aid", false, None), ("Forklift", true, Some(day("2026-03-01")))]);
    let bad = [("certificates.csv", "person,certificate,until\nada,Card,soon\n")];
    let Err(Refused::Rows(faults)) = taken_over(&bakery(), &bad) else { panic!("a bad day is taken") };
    assert_eq!((faults[0].fault, &*faults[0].column), (CellFault::Word, "until"));
}

/// An organisation of these positions and two teams.
fn with_positions(positions: impl IntoIterator<Item = Position>) -> Organisation {
    let mut base = Organisation { positions: positions.into_iter().collect(), ..Organisation::default() };
    for word in ["icu", "ward"] {
        base.teams.insert(word.into(), word.into());
    }
    base.checked().expect("an organisation")
}

fn held(taken: &Taken, person: &str) -> Option<String> {
    taken.organisation.person(&person.into())?.position.as_ref().map(ToString::to_string)
}

/// A position that was added by its role, without a title, was made anew by everybody whose sheet called it by the role's name: requirements,
/// gates, team and site were gone.
#[test]
fn a_position_without_a_title_is_known_by_its_role_and_never_blanked() {
    let skill = Asked { skill: "statistics".into(), level: Level::LEADS, weight: Weight::new(4.0), must: true };
    let analyst = Position {
        role: Some("data-analyst".into()),
        team: Some("icu".into()),
        seats: 7,
        requirements: vec![skill],
        gates: vec!["clearance".into()],
        ..Position::new("data-analyst".into())
    };
    let other = Position { title: "Keeper of kites".into(), ..Position::new("kite-flyer".into()) };
    let smith = Position { seats: 3, ..Position::new("kite-smith".into()) };
    let base = with_positions([analyst, other, smith]);
    let sheet = "id,name,position\np1,Ada,Data analyst\np2,Ben,Analista de datos\np3,Cy,Kite smith\np4,Di,Kite flyer\n";
    let taken = taken_over(&base, &[("people.csv", sheet)]).expect("a good file");
    for (position, at) in base.positions.iter().zip([0, 1, 3]) {
        assert_eq!(&taken.organisation.positions[at], position);
    }
    assert_eq!(taken.made, ["kite-flyer-2".into()], "the id is another's");
    let found = ["p1", "p2", "p3", "p4"].map(|person| held(&taken, person).expect("a position"));
    assert_eq!(found, ["data-analyst", "data-analyst", "kite-smith", "kite-flyer-2"]);
    // The same by a sheet of positions.
    let by_title = taken_over(&base, &[("positions.csv", "title,seats\nData analyst,9\nKite flyer,2\n")]);
    let organisation = by_title.expect("a good file").organisation;
    let analyst = organisation.position(&"data-analyst".into()).expect("still there");
    assert_eq!((analyst.seats, analyst.requirements.len(), analyst.gates.len()), (9, 1, 1));
    assert_eq!(organisation.position(&"kite-flyer".into()).map(|known| &*known.title), Some("Keeper of kites"));
}

#[test]
fn of_two_positions_of_one_title_the_team_decides_and_neither_is_blanked() {
    let nurse = |id: &str, team: &str| Position {
        title: "Nurse".into(),
        team: Some(team.into()),
        gates: vec!["licence".into()],
        ..Position::new(id.into())
    };
    let base = with_positions([nurse("nurse", "icu"), nurse("nurse-2", "ward")]);
    let sheet = "id,name,position,team\np1,Ada,Nurse,ward\np2,Ben,Nurse,icu\np3,Cy,Nurse,\np4,Di,Nurse,lab\n";
    let taken = taken_over(&base, &[("people.csv", sheet)]).expect("a good file");
    assert_eq!(taken.organisation.positions, base.positions);
    let found = |taken: &Taken| ["p1", "p2", "p3", "p4"].map(|person| held(taken, person).expect("a position"));
    assert_eq!(found(&taken), ["nurse-2", "nurse", "nurse", "nurse"]);
    // Who has not moved stays where they are.
    let mut moved = taken.organisation;
    std::sync::Arc::make_mut(&mut moved.people[3]).position = Some("nurse-2".into());
    let again = "id,name,position,team\np1,Ada,Nurse,icu\np4,Di,Nurse,lab\n";
    let again = taken_over(&moved, &[("people.csv", again)]).expect("a good file");
    assert_eq!(found(&again), ["nurse", "nurse", "nurse", "nurse-2"]);
    let rows = "title,team,seats\nNurse,ward,4\nNurse,lab,5\n";
    let organisation = taken_over(&base, &[("positions.csv", rows)]).expect("a good file").organisation;
    let all = organisation.positions.iter().map(|known| (known.id.as_str(), known.seats, known.gates.len()));
    assert_eq!(all.collect::<Vec<_>>(), [("nurse", 1, 1), ("nurse-2", 4, 1), ("nurse-3", 5, 0)]);
}

#[test]
fn other_scales_raters_and_days_hold_for_a_whole_file() {
    let tables = opened(&[("people.csv", "id,name,SQL\np1,Ada,7\n")], &Organisation::default());
    let terms = Terms { scale: Scale::Sfia, by: Some(Rater::Manager), on: Some(day("2026-11-29")) };
    let choices = own_choices(&tables, &Organisation::default());
    let taken = take(&tables, &choices, terms, &STARTER, &Organisation::default()).expect("a good file");
    let held = taken.organisation.people[0].ratings[0];
    assert_eq!((held.level, held.by, held.on), (Level::TOP, terms.by, terms.on));
}

#[test]
fn a_workbook_is_read_as_a_csv_is() {
    let rows = WIDE.lines().map(|line| line.split(';').map(Into::into).collect());
    let bytes = write_xlsx(&[Sheet { name: "staff".into(), rows: rows.collect() }]).expect("a workbook");
    let grids = open("staff.xlsx", &bytes).expect("a workbook");
    let csv = open("staff.csv", WIDE.as_bytes()).expect("a table");
    assert_eq!(grids.len(), 1);
    let filled = |grid: &Grid| {
        (0..grid.n_rows()).map(|row| (0..12).map(|at| grid.cell(row, at).to_owned()).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(filled(&grids[0]), filled(&csv[0]));
}

#[test]
fn files_beyond_the_limits_are_refused() {
    let wide = format!("id{}\n", ",x".repeat(2_000));
    assert!(matches!(open("x.csv", wide.as_bytes()), Err(SheetError::TooMuch { .. })));
    assert!(open("x.csv", format!("id{}\n", ",x".repeat(1_999)).as_bytes()).is_ok());
    for bytes in [&b"PK\x03\x04"[..], b"PK", b"\xff\xfe\x00"] {
        open("x.zip", bytes).ok();
    }
}

/// What is written of an organisation is read again over it, and changes nothing.
fn survives(organisation: &Organisation) -> Result<(), TestCaseError> {
    let names = SkillNames::of(&STARTER, organisation);
    let bytes = give(organisation, &names).expect("a file");
    let tables: Vec<_> = open("all.zip", &bytes)
        .expect("tables")
        .into_iter()
        .map(|grid| {
            let matched = guess(&grid, &names).expect("a kind");
            prop_assert_eq!(matched.kind.word(), &*grid.name);
            Ok((grid, matched))
        })
        .collect::<Result<_, _>>()?;
    let again = take(&tables, &own_choices(&tables, organisation), Terms::default(), &STARTER, organisation);
    prop_assert_eq!(again.map(|taken| taken.organisation), Ok(organisation.clone()));
    Ok(())
}

#[test]
fn what_is_given_out_is_taken_in_again() {
    let mut organisation = bakery();
    for skill in ["oven", "dough"] {
        organisation.own_skills.insert(skill.into(), skill.into());
    }
    organisation.people.iter_mut().for_each(|person| {
        if let Some(wishes) = std::sync::Arc::make_mut(person).wishes.as_deref_mut() {
            wishes.roles = vec!["data-analyst".into()];
        }
    });
    organisation.positions[0].role = Some("data-analyst".into());
    let hygiene = Some("food-hygiene".into());
    let card = Certificate { name: "Hygiene card".into(), gate: hygiene, until: Some(day("2027-02-28")) };
    std::sync::Arc::make_mut(&mut organisation.people[0]).certify(card);
    survives(&organisation).expect("the same");
    let bytes = give(&organisation, &SkillNames::of(&STARTER, &organisation)).expect("a file");
    let certificates = &open("all.zip", &bytes).expect("tables")[4];
    assert_eq!(certificates.row(1).collect::<Vec<_>>(), ["ada", "Hygiene card", "food-hygiene", "2027-02-28"]);
    let ratings = &open("all.zip", &bytes).expect("tables")[3];
    assert_eq!(ratings.row(1).collect::<Vec<_>>(), ["ada", "oven", "4", "manager", "2026-11-02"]);
    // What a spreadsheet would reckon is written with a mark before it.
    std::sync::Arc::make_mut(&mut organisation.people[0]).name = "=cmd|' /C calc'!A0".into();
    let bytes = give(&organisation, &SkillNames::of(&STARTER, &organisation)).expect("a file");
    assert_eq!(open("all.zip", &bytes).expect("tables")[1].cell(1, 1), "'=cmd|' /C calc'!A0");
    survives(&organisation).expect("the same");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("SKILLSTEAD_LONG").is_some() { 20_000 } else { 100 }))]

    #[test]
    fn names_of_any_letters_are_taken_in_again(
        names in proptest::collection::vec("[a-zé=+@;\"\\\\,'-]([ -~é\n]{0,8}[a-z;=\"\\\\'])?", 1..6),
        rated in proptest::collection::vec((0u16..3, 0u8..=50), 0..6),
    ) {
        let mut organisation = bakery();
        organisation.own_skills.extend(["oven", "dough"].map(|skill| (skill.into(), skill.into())));
        organisation.positions[0].role = None;
        let person = std::sync::Arc::make_mut(&mut organisation.people[0]);
        person.wishes = None;
        person.interests.extend(names.iter().map(|name| name.trim().into()));
        for (at, name) in names.iter().enumerate() {
            let mut person = Person::new(format!("x{at}").into());
            person.name = name.trim().into();
            person.join("spoken".into(), name.trim().into());
            if !name.trim().is_empty() {
                person.certify(Certificate { name: name.trim().into(), gate: None, until: None });
            }
            for (column, level) in &rated {
                person.rate(skillstead::domain::Held { column: Column(*column), level: tenths(*level), by: None, on: None });
            }
            organisation.people.push(std::sync::Arc::new(person));
        }
        survives(&organisation)?;
    }

    #[test]
    fn no_bytes_break_the_readers(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..400),
        pick in 0..4usize,
        kind in proptest::sample::select(TableKind::ALL.to_vec()),
        uses in proptest::collection::vec(0..20usize, 0..9),
    ) {
        let head: [&[u8]; 4] = [b"", b"id,name,SQL\n", b"person;skill;level\n", b"PK\x03\x04"];
        bytes.splice(0..0, head[pick].iter().copied());
        if let Ok(grids) = open("any.csv", &bytes) {
            let names = SkillNames::of(&STARTER, &Organisation::default());
            let use_of = |at: &usize| [Use::Left, Use::Age, Use::Skill, Use::Group].get(*at).copied().unwrap_or(Use::Field(at.saturating_sub(4)));
            let forced = Matched { kind, columns: uses.iter().map(use_of).collect() };
            let tables: Vec<_> = (grids.into_iter())
                .flat_map(|grid| [guess(&grid, &names), Some(forced.clone())].map(|found| found.map(|found| (grid.clone(), found))))
                .flatten()
                .collect();
            let choices = own_choices(&tables, &Organisation::default());
            take(&tables, &choices, Terms::default(), &STARTER, &Organisation::default()).ok();
        }
    }
}

#[test]
fn what_page_and_worker_say_survives_its_bytes() {
    let tables = opened(&[("people.csv", "id,name,Statistics,Kite mending\np1,Ada,3,2\n")], &Organisation::default());
    let matches: Vec<_> = tables.iter().map(|(_, matched)| Some(matched.clone())).chain([None]).collect();
    let choices = own_choices(&tables, &Organisation::default());
    let terms = Terms { scale: Scale::Sfia, by: Some(Rater::Peer), on: Some(day("2026-11-29")) };
    for ask in [Ask::Open, Ask::Names(matches.clone()), Ask::Take { matches, choices, terms }, Ask::Give] {
        let request = Request::People(ask);
        assert_eq!(decode(&encode(&request)), Some(request));
    }
    let look = |(grid, matched): &(Grid, Matched)| TableLook {
        name: grid.name.clone(),
        first: grid.first(2),
        n_rows: 1,
        guess: Some(matched.clone()),
    };
    let brought = Brought {
        counts: vec![(TableKind::People, 1, 0)],
        rounded: 1,
        left: 2,
        ages: vec!["Age".into()],
        made: vec!["baker".into()],
    };
    let proposals = propose(&tables, &SkillNames::of(&STARTER, &Organisation::default()));
    let refused = Refused::Organisation(OrgError::Circle("p1".into()));
    for said in [
        Said::Tables(tables.iter().map(look).collect()),
        Said::Names(proposals),
        Said::Taken(brought),
        Said::Refused(refused),
        Said::Given,
    ] {
        let reply = Reply::People(said);
        assert_eq!(decode(&encode(&reply)), Some(reply));
    }
}
