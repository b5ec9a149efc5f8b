//! The ESCO reader against downloads that are small, wrong or real. Occupations and skills of the small one are invented.

#[path = "support/onet_fixture.rs"]
#[allow(dead_code, reason = "each test binary uses its own part")]
mod onet_fixture;

use onet_fixture::zip_of;
use skillstead::catalog::{Catalog, pack, unpack};
use skillstead::domain::{Level, Need, Skill};
use skillstead::exchange::archive::ArchiveError;
use skillstead::exchange::{Fault, ReadError, read};
use zip::CompressionMethod::Deflated;

/// Names the official download, which is never part of the project: scripts/env.sh looks for one beside it.
const REAL: &str = "SKILLSTEAD_ESCO";

const HEAD: &str = "http://data.europa.eu/esco";

/// The tables of a small download, by name. Every `#` stands for the address that all of ESCO's begin with.
fn tables() -> Vec<(&'static str, String)> {
    let tables = [
        (
            "occupations_en.csv",
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n\
             Occupation,#/occupation/o1,9901,kite mender,\"kite doctor\ntail tier\n\",\"Mends \"\"kites\"\",\nand tails.\"\n\
             Occupation,#/occupation/o2,8801,cloud counter,,Counts clouds.\n",
        ),
        (
            "ISCOGroups_en.csv",
            "conceptUri,code,preferredLabel\n#/isco/C9,9,Nine\n#/isco/C99,99,Kite trades\n#/isco/C88,88,Weather trades\n",
        ),
        (
            "skills_en.csv",
            "conceptUri,preferredLabel,altLabels,description\n\
             #/skill/s1,knot tails,\"tie tails\nknot strings\",Making knots that hold.\n#/skill/s2,patch sails,,\n#/skill/s3,hum,,\n",
        ),
        (
            "skillsHierarchy_en.csv",
            "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level 3 URI\n\
             #/skill/S,skills,#/skill/S1,handiwork,#/skill/S1.1,handiwork with string,#/skill/S1.1.1\n",
        ),
        (
            "broaderRelationsSkillPillar_en.csv",
            "conceptUri,broaderUri\n#/skill/s1,#/skill/S1.1.1\n#/skill/s2,#/skill/s1\n#/skill/s3,#/skill/s3\n",
        ),
        (
            "skillSkillRelations_en.csv",
            "originalSkillUri,relationType,relatedSkillUri\n#/skill/s1,essential,#/skill/s2\n#/skill/s1,optional,#/skill/gone\n",
        ),
        ("transversalSkillsCollection_en.csv", "conceptUri,altLabels\n#/skill/s3,sing low | croon\n"),
        ("digitalSkillsCollection_en.csv", "conceptUri,altLabels\n#/skill/s2,\n#/skill/gone,\n"),
        ("digCompSkillsCollection_en.csv", "conceptUri,altLabels\n#/skill/s2,mend sails\n"),
        ("greenSkillsCollection_en.csv", "conceptUri,altLabels\n#/skill/s1,never taken\n"),
        (
            "occupationSkillRelations_en.csv",
            "occupationUri,relationType,skillUri\n\
             #/occupation/o1,optional,#/skill/s1\n#/occupation/o1,essential,#/skill/s1\n#/occupation/o1,optional,#/skill/s2\n\
             #/occupation/o2,essential,#/skill/s3\n#/occupation/o2,essential,#/skill/gone\n#/occupation/gone,essential,#/skill/s3\n",
        ),
    ];
    tables.into_iter().map(|(name, text)| (name, text.replace('#', HEAD))).collect()
}

fn zip(tables: Vec<(&'static str, String)>) -> Vec<u8> {
    zip_of(tables.into_iter().map(|(name, text)| (name, text.into_bytes())), Deflated)
}

fn quietly(bytes: &[u8]) -> Result<Catalog, ReadError> {
    read(bytes, &mut |_| {})
}

/// With `new` where a table says `old`.
fn edited(table: &str, old: &str, new: &str) -> Vec<u8> {
    let edit = |(name, text): (&'static str, String)| {
        let text =
            if name == table { text.replacen(&old.replace('#', HEAD), &new.replace('#', HEAD), 1) } else { text };
        (name, text)
    };
    zip(tables().into_iter().map(edit).collect())
}

#[track_caller]
fn check(bytes: &[u8], expected: ReadError) {
    assert_eq!(quietly(bytes).map(|_| ()), Err(expected));
}

#[test]
fn everything_of_a_small_download_is_read() {
    let catalog = quietly(&zip(tables())).expect("a whole download");
    assert_eq!((&*catalog.source.key, catalog.source.missing.len()), ("esco", 0));
    let mender = catalog.find_role(&"esco:o1".into()).expect("the mender");
    assert_eq!(&*mender.about.en, "Mends \"kites\",\nand tails.");
    assert_eq!(mender.also.iter().map(|title| &*title.en).collect::<Vec<_>>(), ["kite doctor", "tail tier"]);
    assert_eq!(mender.isco_code.as_deref(), Some("9901"));
    assert_eq!(&*catalog.families[usize::from(mender.family)].name.en, "Kite trades");
    let asked: Vec<_> = mender.requirements.iter().map(|asked| (asked.skill.0, asked.level, asked.need)).collect();
    let level = |level| Level::whole(level).expect("a level");
    assert_eq!(asked, [(0, level(3), Need::Must), (1, level(2), Need::Nice)], "essential where it is both");

    let names: Vec<_> = catalog.skills.iter().map(|skill| &*catalog.groups[usize::from(skill.group)].name.en).collect();
    assert_eq!(names, ["handiwork with string", "handiwork with string", "Other"], "a circle ends in no group");
    let [knot, patch, hum] = &catalog.skills[..] else { panic!("three skills") };
    assert!(knot.flags.green && patch.flags.digital && hum.flags.transferable && !hum.flags.digital);
    assert!(patch.flags.digcomp && !knot.flags.digcomp);
    let also = |skill: &Skill| skill.also.iter().map(|name| name.en.to_string()).collect::<Vec<_>>();
    assert_eq!(also(knot), ["tie tails", "knot strings"], "the table of skills goes before a collection");
    assert_eq!((also(patch), also(hum)), (vec!["mend sails".into()], vec!["sing low".into(), "croon".into()]));
    assert_eq!(catalog.skill_names.search("croon", 3).len(), 1);
    assert_eq!((knot.related.len(), knot.related[0].skill.0), (1, 1));
    assert_eq!(catalog.titles.search("tail tier", 3).len(), 1);
    let again = unpack(&pack(&catalog).expect("packed")).expect("unpacked");
    assert_eq!((again.roles, again.skills), (catalog.roles, catalog.skills));
}

#[test]
fn tables_that_are_not_needed_may_be_missing() {
    let needed = ["occupations_en.csv", "skills_en.csv", "occupationSkillRelations_en.csv"];
    let few: Vec<_> = tables().into_iter().filter(|(name, _)| needed.contains(name)).collect();
    let catalog = quietly(&zip(few)).expect("enough");
    assert_eq!((catalog.source.missing.len(), catalog.families.len(), catalog.groups.len()), (8, 1, 1));
    for table in &needed[1..] {
        let without: Vec<_> = tables().into_iter().filter(|(name, _)| name != table).collect();
        check(&zip(without), ReadError::NoTable { table: (*table).into() });
    }
}

#[test]
fn a_zip_of_something_else_is_no_framework() {
    check(&zip(vec![("letters.csv", "a,b\n".into())]), ReadError::NoFramework);
    check(b"no zip", ReadError::Archive(ArchiveError::NotAZip));
}

#[test]
fn what_is_wrong_is_named_with_table_row_and_column() {
    let cell = |table: &str, row, column: &str, value: &str, fault| ReadError::Cell {
        table: table.into(),
        row,
        column: column.into(),
        value: value.into(),
        fault,
    };
    let asked = "occupationSkillRelations_en.csv";
    check(&edited(asked, ",optional,", ",maybe,"), cell(asked, 2, "relationType", "maybe", Fault::Code));
    let skills = "skills_en.csv";
    check(
        &edited(skills, "#/skill/s2,", "#/skill/s1,"),
        cell(skills, 4, "conceptUri", &format!("{HEAD}/skill/s1")[..], Fault::Repeated),
    );
    check(&edited(skills, "#/skill/s2,", ","), cell(skills, 4, "conceptUri", "", Fault::Code));
    check(
        &edited(skills, "preferredLabel", "label"),
        ReadError::NoColumn { table: skills.into(), column: "preferredLabel".into() },
    );
    check(
        &edited(skills, "hum,", "hum,,,"),
        ReadError::FieldCount { table: skills.into(), row: 5, expected: 4, found: 6 },
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_column() {
    let marked = edited("skills_en.csv", "conceptUri", "\u{feff}conceptUri");
    assert!(quietly(&marked).is_ok());
}

#[test]
fn the_real_file_is_read() {
    let Some(path) = std::env::var_os(REAL).filter(|path| !path.is_empty()) else {
        println!("not run: {REAL} names no download");
        return;
    };
    let catalog = quietly(&std::fs::read(path).expect("the download")).expect("ESCO 1.2.0");
    assert_eq!((catalog.roles.len(), catalog.skills.len(), catalog.families.len()), (3_039, 13_936, 43));
    let asked: usize = catalog.roles.iter().map(|role| role.requirements.len()).sum();
    // 129,004 rows, of which 17 name a pair again and 48 a skill that no table has.
    assert!((128_900..=128_987).contains(&asked), "{asked}");
    assert!(catalog.skills.iter().filter(|skill| skill.flags.digital).count() > 1_000);
    assert_eq!(catalog.skills.iter().filter(|skill| skill.flags.digcomp).count(), 25);
    let developer = catalog.titles.search("software developer", 1)[0];
    assert_eq!(&*catalog.roles[developer.place].name.en, "software developer");
    println!(
        "groups {}, other {}",
        catalog.groups.len(),
        catalog.skills.iter().filter(|skill| &*catalog.groups[usize::from(skill.group)].name.en == "Other").count()
    );
}
