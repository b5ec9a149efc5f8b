//! The O*NET reader against downloads that are small, wrong, hostile or real.

#[path = "support/onet_fixture.rs"]
mod onet_fixture;

use onet_fixture::{Fixture, patched, zip_of};
use proptest::prelude::*;
use skillstead::catalog::{Catalog, unpack};
use skillstead::domain::{Breadth, Level, Need, Role, Weight};
use skillstead::exchange::archive::{Archive, ArchiveError};
use skillstead::exchange::limits;
use skillstead::exchange::message::{Failure, PROTOCOL, Reply, Request, decode, encode};
use skillstead::exchange::onet::{TABLES, read};
use skillstead::exchange::{Fault, Progress, ReadError};
use zip::CompressionMethod::{Deflated, Stored};

/// Names the official download, which is never part of the project: scripts/env.sh looks for one beside it.
const REAL: &str = "SKILLSTEAD_ONET";

fn quietly(bytes: &[u8]) -> Result<Catalog, ReadError> {
    read(bytes, &mut |_| {})
}

fn catalog(fixture: &Fixture) -> Catalog {
    quietly(&fixture.zip()).expect("a whole download")
}

/// The fixture is refused, and for this reason.
#[track_caller]
fn check(fixture: Fixture, expected: ReadError) {
    assert_eq!(quietly(&fixture.zip()).map(|_| ()), Err(expected));
}

/// A cell of the fixture's table is refused, at this place.
#[track_caller]
fn check_cell(fixture: Fixture, table: &str, row: usize, column: &str, value: &str, fault: Fault) {
    let (table, column, value) = (table.into(), column.into(), value.into());
    check(fixture, ReadError::Cell { table, row, column, value, fault });
}

/// The table is refused as an entry of the archive.
#[track_caller]
fn check_entry(zip: &[u8], expected: impl Fn(String) -> ArchiveError) {
    let name = TABLES[0];
    assert_eq!(Archive::open(zip).expect("a directory").table(name), Err(expected(name.into())));
}

fn names<'a>(texts: impl IntoIterator<Item = &'a skillstead::domain::Text>) -> Vec<&'a str> {
    texts.into_iter().map(|text| &*text.en).collect()
}

fn asked(catalog: &Catalog, role: &Role) -> Vec<(String, u8, f64, Need)> {
    let row = |asked: &skillstead::domain::Requirement| {
        let skill = catalog.skill(asked.skill).expect("a skill").id.to_string();
        (skill, u8::from(asked.level), asked.weight.value(), asked.need)
    };
    role.requirements.iter().map(row).collect()
}

#[test]
fn a_whole_download_is_read() {
    let catalog = catalog(&Fixture::whole());
    assert_eq!((&*catalog.source.key, &*catalog.source.version), ("onet", "30.0"));
    assert!(catalog.source.missing.is_empty() && catalog.source.attribution.contains("O*NET 30.0 Database"));

    let ids: Vec<_> = catalog.skills.iter().map(|skill| skill.id.as_str()).collect();
    assert_eq!(ids, ["onet:2.Z.2", "onet:2.Z.10", "onet:2.Y.1.a", "onet:1.Z.1.a"]);
    assert_eq!(names(catalog.groups.iter().map(|group| &group.name)), ["Handiwork", "2.Y.1", "1.Z.1"]);
    let knots = &catalog.skills[1];
    assert_eq!((&*knots.name.en, &*knots.about.en), ("Knotting", "Making knots that hold."));
    assert_eq!(names(&knots.levels), ["Tie a shoe", "", "", "Tie a net", ""]);
    assert!(catalog.skills[0].levels.is_empty());
    assert_eq!((catalog.skills[2].breadth, catalog.skills[2].trainable), (Breadth::Discipline, true));
    assert_eq!((catalog.skills[3].breadth, catalog.skills[3].trainable), (Breadth::Skill, false));

    assert_eq!(names(catalog.roles.iter().map(|role| &role.name)), ["Cloud Counters", "Kite Menders"]);
    assert_eq!(&*catalog.families[0].name.es, "Ocupaciones de informática y matemáticas");
    let mender = catalog.find_role(&"onet:51-9901.00".into()).expect("the mender");
    assert_eq!((mender.zone, mender.onet_code.as_deref()), (Some(2), Some("51-9901.00")));
    assert_eq!(&*mender.about.en, "Mend \"kites\".");
    assert_eq!(names(&mender.also), ["Kite Doctor", "Tail Tier", "String Hand"]);
    assert_eq!(names(mender.tasks.iter().map(|task| &task.name)), ["Patch the sail.", "Tie the tail."]);
}

#[test]
fn tools_interests_and_schooling_are_read() {
    let catalog = catalog(&Fixture::whole());
    let [counter, mender] = &catalog.roles[..] else { panic!("two roles") };
    let tools: Vec<_> = catalog.technologies.iter().map(|tool| (&*tool.name, &*tool.group, tool.hot)).collect();
    assert_eq!(tools, [("Gusty", "Wind software", true), ("Lofty", "Cloud software", false)]);
    assert_eq!((&mender.profile.technologies[..], &counter.profile.technologies[..]), (&[0][..], &[0, 1][..]));
    let interests = mender.profile.interests.map(skillstead::domain::Interests::values);
    assert_eq!(interests, Some([6.5, 2.0, 3.25, 1.0, 1.5, 4.0]));
    assert_eq!(counter.profile.interests, None, "five of its six are not rated");
    assert_eq!(names(&catalog.schooling), ["None", "Kite school"]);
    let schooling: Vec<_> = mender.profile.schooling.iter().map(|share| (share.schooling, share.percent)).collect();
    assert_eq!(schooling, [(0, 25), (1, 75)]);
    assert!(counter.profile.schooling.is_empty());
    check_cell(
        Fixture::whole().edit("Interests.txt", "\tOI\t6.5", "\tOI\t7.5"),
        "Interests.txt",
        2,
        "Data Value",
        "7.5",
        Fault::Number,
    );
}

#[test]
fn ratings_become_requirements() {
    let catalog = catalog(&Fixture::whole());
    let expected = |skill: &str, tenths, weight, need| (skill.to_owned(), tenths, weight, need);
    assert_eq!(
        asked(&catalog, &catalog.roles[1]),
        [expected("onet:2.Z.2", 50, 3.0, Need::Nice), expected("onet:2.Z.10", 25, 4.0, Need::Must)]
    );
    // Knotting has an importance and no level for this one, and is left out.
    assert_eq!(
        asked(&catalog, &catalog.roles[0]),
        [
            expected("onet:2.Z.2", 0, 4.5, Need::Background),
            expected("onet:2.Y.1.a", 15, 2.99, Need::Background),
            expected("onet:1.Z.1.a", 36, 5.0, Need::Nice),
        ]
    );
}

#[test]
fn each_optional_table_can_be_missing() {
    for table in &TABLES[1..] {
        let catalog = catalog(&Fixture::whole().without(table));
        assert_eq!(catalog.source.missing, [(*table).into()]);
        assert_eq!(catalog.roles.len(), 2, "{table}");
    }
    let nameless = catalog(&Fixture::whole().without("Content Model Reference.txt"));
    assert_eq!(names(nameless.groups.iter().map(|group| &group.name)), ["2.Z", "2.Y.1", "1.Z.1"]);
}

#[test]
fn without_occupations_or_ratings_there_is_no_catalogue() {
    let table = "Occupation Data.txt";
    check(Fixture::whole().without(table), ReadError::NoTable { table: table.into() });
    let unrated = Fixture::whole().without("Skills.txt").without("Knowledge.txt").without("Abilities.txt");
    check(unrated, ReadError::NoRatings);
    let strangers = Fixture::whole().with(table, "O*NET-SOC Code\tTitle\tDescription\n");
    check(strangers, ReadError::NoRatings);
}

#[test]
fn columns_are_found_by_name() {
    let (table, column) = ("Job Zones.txt".to_owned(), "Job Zone".to_owned());
    let renamed = Fixture::whole().edit(&table, "Job Zone\t", "Zone\t");
    check(renamed, ReadError::NoColumn { table: table.clone(), column });
    let first = "O*NET-SOC Code".to_owned();
    check(Fixture::whole().with(&table, ""), ReadError::NoColumn { table: table.clone(), column: first });
    let moved = Fixture::whole().with(&table, "Job Zone\tO*NET-SOC Code\n4\t51-9901.00\n");
    assert_eq!(catalog(&moved).roles[1].zone, Some(4));
}

#[test]
fn bad_cells_are_named_with_their_place() {
    let edit = |table, old, new| Fixture::whole().edit(table, old, new);
    let value = "Data Value";
    for bad in ["x", "", "0.99", "5.01", "NaN", "inf", "4,00"] {
        check_cell(edit("Skills.txt", "4.00", bad), "Skills.txt", 2, value, bad, Fault::Number);
    }
    for bad in ["7.01", "-0.1", "1e999"] {
        check_cell(edit("Skills.txt", "3.50", bad), "Skills.txt", 3, value, bad, Fault::Number);
    }
    check_cell(edit("Job Zones.txt", "\t2\t", "\t6\t"), "Job Zones.txt", 2, "Job Zone", "6", Fault::Number);
    let code = "O*NET-SOC Code";
    for bad in ["15-9901", "15_9901.01", "1\u{e9}-9901.01", ""] {
        let fixture = edit("Occupation Data.txt", "15-9901.01", bad);
        check_cell(fixture, "Occupation Data.txt", 3, code, bad, Fault::Code);
    }
    let same = edit("Occupation Data.txt", "15-9901.01", "51-9901.00");
    check_cell(same, "Occupation Data.txt", 3, code, "51-9901.00", Fault::Repeated);
    let element = edit("Skills.txt", "2.Z.10", "2..10");
    check_cell(element, "Skills.txt", 2, "Element ID", "2..10", Fault::Code);
    let twice = edit("Skills.txt", "\tLV\tLevel\t3.50", "\tIM\tImportance\t3.50");
    check_cell(twice, "Skills.txt", 3, "Element ID", "2.Z.10", Fault::Repeated);
    let long = "é".repeat(limits::TEXT_CHARS + 1);
    let shown = "é".repeat(40);
    let fixture = edit("Task Statements.txt", "Tie the tail.", &long);
    check_cell(fixture, "Task Statements.txt", 3, "Task", &shown, Fault::Length);
}

#[test]
fn rows_are_counted_as_an_editor_counts_them() {
    let zones = |text: &str| Fixture::whole().with("Job Zones.txt", text);
    let table = "Job Zones.txt";
    let field_count = |row, found| ReadError::FieldCount { table: table.into(), row, expected: 2, found };
    let header = "O*NET-SOC Code\tJob Zone\n";
    check(zones(&format!("{header}51-9901.00\t2\n51-9901.00\n")), field_count(3, 1));
    check(zones(&format!("{header}51-9901.00\t2\t3")), field_count(2, 3));
    check(zones(&format!("{header}\n\n51-9901.00\t2\t3\n")), field_count(4, 3));
    check_cell(zones(&format!("{header}51-9901.00\t2\n\n51-9901.00\t9")), table, 4, "Job Zone", "9", Fault::Number);
    let crlf = format!("{header}51-9901.00\t2\n51-9901.00\t9\n").replace('\n', "\r\n");
    check_cell(zones(&crlf), table, 3, "Job Zone", "9", Fault::Number);
    let broken = [header.as_bytes(), b"51-9901.00\t2\n51-99\xff01.00\t2\n"].concat();
    let not_utf8 = ReadError::NotUtf8 { table: table.into(), row: 3 };
    check(Fixture::whole().with(table, broken), not_utf8);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = catalog(&Fixture::whole());
    let windows = catalog(&Fixture::whole().map(|text| format!("\u{feff}{}", text.replace('\n', "\r\n"))));
    assert_eq!((windows.skills, windows.roles), (plain.skills, plain.roles));
}

#[test]
fn tables_have_an_end() {
    let rows = "51-9901.00\t2\n".repeat(limits::ROWS + 1);
    let fixture = Fixture::whole().with("Job Zones.txt", format!("O*NET-SOC Code\tJob Zone\n{rows}"));
    check(fixture, ReadError::TooManyRows { table: "Job Zones.txt".into(), limit: limits::ROWS });
    let titles: String = (0..=limits::TITLES_PER_ROLE).map(|n| format!("51-9901.00\tTitle {n}\n")).collect();
    let fixture = Fixture::whole().with("Alternate Titles.txt", format!("O*NET-SOC Code\tAlternate Title\n{titles}"));
    let (row, last) = (limits::TITLES_PER_ROLE + 2, format!("Title {}", limits::TITLES_PER_ROLE));
    check_cell(fixture, "Alternate Titles.txt", row, "Alternate Title", &last, Fault::TooMany);
}

#[test]
fn progress_grows_and_names_every_table() {
    let mut reports: Vec<Progress> = Vec::new();
    read(&Fixture::whole().zip(), &mut |progress| reports.push(progress)).expect("a whole download");
    assert_eq!(reports.iter().map(|report| report.table).collect::<Vec<_>>(), TABLES);
    assert!(reports.is_sorted_by_key(|report| report.share) && reports.iter().all(|report| report.share <= 1.0));
}

#[test]
fn folders_are_labels() {
    for (folder, version) in [
        ("", "unknown"),
        ("../../etc/", "unknown"),
        ("/abs\0olute/", "unknown"),
        ("C:\\db_29_3_text\\", "29.3"),
        ("a/b/db_31_12/", "31.12"),
        ("db_x_0_text/", "unknown"),
    ] {
        let fixture = Fixture::whole().in_folder(folder);
        assert_eq!(&*catalog(&fixture).source.version, version, "{folder:?}");
    }
}

#[test]
fn what_is_no_whole_zip_is_refused() {
    let zip = Fixture::whole().zip();
    for bytes in [&b""[..], b"PK", b"PK\x05\x06", b"Occupation Data"] {
        assert_eq!(quietly(bytes).map(|_| ()), Err(ArchiveError::NotAZip.into()));
    }
    for end in 0..zip.len() {
        assert!(quietly(&zip[..end]).is_err(), "the first {end} bytes");
    }
}

#[test]
fn bombs_are_refused() {
    let one = |bytes, method| zip_of([(TABLES[0], bytes)], method);
    let limit = limits::RATIO;
    check_entry(&one(vec![b'a'; 2 << 20], Deflated), |entry| ArchiveError::RatioTooHigh { entry, limit });
    let limit = limits::ENTRY_BYTES;
    check_entry(&one(vec![b'a'; limit as usize + 1], Stored), |entry| ArchiveError::EntryTooLarge { entry, limit });
    // It says that it has 16 bytes.
    let liar = patched(one(vec![b'a'; 40 << 20], Deflated), b"PK\x01\x02", |header| {
        header[24..28].copy_from_slice(&[16, 0, 0, 0])
    });
    assert!(Archive::open(&liar).expect("a directory").table(TABLES[0]).is_err());
}

#[test]
fn all_tables_together_have_an_end() {
    // Packs at about 30 to 1.
    let block: Vec<u8> = (0..30u64 << 20).map(|n| if n % 64 == 0 { ((n * n) >> 13) as u8 } else { b'a' }).collect();
    let zip = zip_of(TABLES[..5].iter().map(|name| (*name, block.clone())), Deflated);
    let mut archive = Archive::open(&zip).expect("a directory");
    for name in &TABLES[..4] {
        assert_eq!(archive.table(name).map(|bytes| bytes.map(|bytes| bytes.len())), Ok(Some(block.len())));
    }
    assert_eq!(archive.table(TABLES[4]), Err(ArchiveError::TotalTooLarge { limit: limits::TOTAL_BYTES }));
}

#[test]
fn odd_directories_are_refused() {
    let entries = |n| zip_of((0..n).map(|n| (format!("{n}"), Vec::new())), Stored);
    assert!(Archive::open(&entries(limits::ENTRIES)).is_ok());
    let limit = limits::ENTRIES;
    assert_eq!(Archive::open(&entries(limit + 1)).map(|_| ()), Err(ArchiveError::TooManyEntries { limit }));

    let twice = zip_of(["a/", "b/"].map(|folder| (format!("{folder}{}", TABLES[0]), Vec::new())), Stored);
    check_entry(&twice, |entry| ArchiveError::SameName { entry });

    // Every entry begins where the first one does.
    let overlapping = patched(Fixture::whole().zip(), b"PK\x01\x02", |header| header[42..46].fill(0));
    assert_eq!(Archive::open(&overlapping).map(|_| ()), Err(ArchiveError::Overlapping));

    let locked = patched(Fixture::whole().zip(), b"PK\x01\x02", |header| header[8] |= 1);
    check_entry(&locked, |entry| ArchiveError::Encrypted { entry });
    let wrong_sum = patched(Fixture::whole().zip(), b"PK\x01\x02", |header| header[16] ^= 1);
    check_entry(&wrong_sum, |entry| ArchiveError::Damaged { entry });
    let unknown_method = patched(Fixture::whole().zip(), b"PK\x01\x02", |header| header[10] = 99);
    assert!(quietly(&unknown_method).is_err());
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(quietly(&bytes).is_err());
    }

    #[test]
    fn a_changed_byte_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut zip = Fixture::whole().zip();
        let at = at.index(zip.len());
        zip[at] = byte;
        drop(quietly(&zip));
    }

    #[test]
    fn a_random_table_never_panics(table in prop::sample::select(&TABLES[..]), rows in "([ -~]|\t|\n|\r|\u{e9}){0,200}", keep in any::<bool>()) {
        let header = "O*NET-SOC Code\tTitle\tDescription\tElement ID\tElement Name\tScale ID\tData Value\tNot Relevant\t\
                      Job Zone\tTask\tAlternate Title\tReported Job Title\tAnchor Value\tAnchor Description\n";
        let text = format!("{}{rows}", if keep { header } else { "" });
        drop(quietly(&Fixture::whole().with(table, text).zip()));
    }
}

#[test]
fn an_occupation_that_is_not_rated_asks_for_what_its_kin_ask_for() {
    let rows = "Cloud Counters\tCount clouds.\n";
    let more = "51-9901.03\tTail Menders\tMend tails.\n11-1011.00\tLone Wolves\tHowl.\n";
    let catalog = catalog(&Fixture::whole().edit("Occupation Data.txt", rows, [rows, more].concat()));
    let role = |id: &str| catalog.find_role(&id.into()).expect("a role");
    let (known, estimated) = (role("onet:51-9901.00"), role("onet:51-9901.03"));
    assert_eq!(estimated.requirements, known.requirements);
    assert_eq!((&estimated.estimated_from, known.estimated_from.len()), (&vec![known.id.clone()], 0));
    let alone = role("onet:11-1011.00");
    assert!(alone.requirements.is_empty() && alone.estimated_from.is_empty());
}

#[test]
fn two_elements_of_one_name_are_told_apart() {
    let renamed = Fixture::whole().map(|text| text.replace("Weather Lore", "Knotting"));
    let catalog = catalog(&renamed);
    let names: Vec<_> = catalog.skills.iter().map(|skill| &*skill.name.en).collect();
    assert_eq!(names, ["Patching", "Knotting (skill)", "Knotting (knowledge)", "Far Sight"]);
}

#[test]
fn messages_survive_their_bytes() {
    let catalog = catalog(&Fixture::whole());
    let (done, bytes) = Reply::done(&catalog).expect("packed");
    assert_eq!(unpack(&bytes).expect("unpacked").roles, catalog.roles);
    let Reply::Done { sha256, n_roles: 2, n_skills: 4, n_titles: 3 } = &done else { panic!("{done:?}") };
    assert_eq!(sha256.len(), 64);
    let error = ArchiveError::Damaged { entry: "x".into() };
    let failed = Reply::Failed(Failure::Read(ReadError::Archive(error)));
    for reply in [done.clone(), failed, Reply::Ready { protocol: PROTOCOL }] {
        assert_eq!(decode(&encode(&reply)), Some(reply));
    }
    assert_eq!(decode::<Request>(b""), None);
}

#[test]
fn the_real_file_is_read() {
    let Some(path) = std::env::var_os(REAL).filter(|path| !path.is_empty()) else {
        println!("not run: {REAL} names no download");
        return;
    };
    let bytes = std::fs::read(path).expect("the download");
    let catalog = quietly(&bytes).expect("O*NET 30.0");
    assert_eq!((catalog.roles.len(), catalog.skills.len(), catalog.families.len()), (1_016, 120, 23));
    let rated = |role: &&Role| role.requirements.len() == 120 && role.estimated_from.is_empty();
    assert_eq!(catalog.roles.iter().filter(rated).count(), 894);
    assert_eq!((&*catalog.source.version, catalog.source.missing.len()), ("30.0", 0));

    let scientists = catalog.find_role(&"onet:15-2051.00".into()).expect("data scientists");
    assert_eq!((&*scientists.name.en, scientists.zone), ("Data Scientists", Some(4)));
    assert!(!scientists.tasks.is_empty() && !scientists.also.is_empty());
    let degree = |id: &str| catalog.find_role(&id.into()).and_then(|role| Some(&*role.profile.gates.first()?.name.en));
    assert_eq!(degree("onet:23-1011.00"), Some("Doctoral Degree"));
    assert_eq!(degree("onet:43-4051.00"), None);
    // O*NET 30.0 does not rate them yet: their closest kin stand in, and are named.
    let kin: Vec<_> = scientists.estimated_from.iter().map(|id| id.as_str()).collect();
    assert!(scientists.requirements.len() == 120 && kin.contains(&"onet:15-2051.01"), "{kin:?}");
    let statisticians = catalog.find_role(&"onet:15-2041.00".into()).expect("statisticians");
    let mathematics = catalog.find_skill(&"onet:2.C.4.a".into()).expect("the knowledge of mathematics");
    let asked = statisticians.requirements.iter().find(|asked| asked.skill == mathematics).expect("they reckon");
    assert!(asked.level >= Level::LEADS && asked.weight > Weight::new(4.0) && asked.need == Need::Must);
    assert!(catalog.roles.iter().all(|role| role.requirements.is_sorted_by_key(|asked| asked.skill)));
    assert!(catalog.skills.iter().all(|skill| skill.levels.is_empty() || skill.levels.len() == 5));
    assert!(catalog.groups.iter().all(|group| !group.name.en.contains('.')));
}
