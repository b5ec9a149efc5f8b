//! A person's own catalogue as sheets: in, matched, checked, and out again.

#[path = "support/town.rs"]
mod town;

use proptest::prelude::*;
use skillstead::catalog::{Catalog, CatalogBuilder, over, own_of};
use skillstead::domain::{
    Breadth, Flags, Kind, Level, Marks, Need, Own, OwnActivity, OwnRequirement, OwnRole, OwnSkill, Task, Text, Weight,
};
use skillstead::exchange::limits;
use skillstead::exchange::sheets::{
    CellFault, Match, Scale, Sheet, SheetError, SheetKind, Taken, give, guess, open, take, write_csv, write_xlsx,
};
use std::io::{Cursor, Write};
use town::Town;

/// Opens a file, matches what can be guessed, and takes it over `base`.
fn taken(name: &str, bytes: &[u8], base: &Catalog) -> Result<Taken, Vec<(String, usize, String, CellFault)>> {
    let sheets = open(name, bytes).expect("sheets");
    let matched: Vec<(Sheet, Match)> =
        sheets.into_iter().filter_map(|sheet| Some((sheet.clone(), guess(&sheet)?))).collect();
    take(&matched, Scale::Ladder, base)
        .map_err(|faults| faults.into_iter().map(|bad| (bad.sheet, bad.row, bad.column, bad.fault)).collect())
}

fn nothing() -> Catalog {
    CatalogBuilder::default().build()
}

fn bakery() -> Catalog {
    Town::new().skill("oven").skill("dough").role("baker", &[("oven", 3.0, 4.0, Need::Must)]).build()
}

/// One bad cell is named by sheet, row and column, and nothing is taken.
#[track_caller]
fn check(csv: &str, row: usize, column: &str, fault: CellFault) {
    let found = taken("sheet.csv", csv.as_bytes(), &bakery()).expect_err("a bad cell");
    assert_eq!(found, [("sheet".to_owned(), row, column.to_owned(), fault)]);
}

#[test]
fn a_sheet_is_known_by_its_columns_in_either_language() {
    let kind = |header: &str| {
        let cells = header.split(',').map(Into::into).collect();
        guess(&Sheet { name: "Hoja1".into(), rows: vec![cells] }).map(|found| found.kind)
    };
    assert_eq!(kind("Competencia,Grupo,Descripción"), Some(SheetKind::Skills));
    assert_eq!(kind("Puesto,Familia"), Some(SheetKind::Roles));
    assert_eq!(kind("Position,Competence,Required level,Importance"), Some(SheetKind::Requirements));
    assert_eq!(kind("skill,name,tipo,desde,hasta,horas,coste"), Some(SheetKind::Activities));
    assert_eq!(kind("role,task,percent"), Some(SheetKind::Tasks));
    assert_eq!(kind("Positoin,Competense,Level"), Some(SheetKind::Requirements), "slips of the keys");
    assert_eq!(kind("colour,taste"), None);
}

#[test]
fn rows_name_skills_and_roles_by_id_or_name() {
    let csv = "Puesto;Competencia;Nivel;Peso;Obligatorio\nBAKER;Oven;4;5;sí\nbaker;dough;2,5;;\n";
    let own = taken("requisitos.csv", csv.as_bytes(), &bakery()).expect("rows").own;
    let asked = &own.roles[&"baker".into()].requirements;
    assert_eq!((asked.len(), asked[&"oven".into()].level.value(), asked[&"oven".into()].need), (2, 4.0, Need::Must));
    assert_eq!((asked[&"dough".into()].level.value(), asked[&"dough".into()].weight.value()), (2.5, 3.0));
}

#[test]
fn a_row_of_the_base_changes_what_it_says_and_leaves_the_rest() {
    let csv = "id,name,name_es,about\noven,,Horno,\n,Sourdough,,Bread that takes its time\n";
    let base = bakery();
    let found = taken("skills.csv", csv.as_bytes(), &base).expect("rows");
    assert_eq!(found.counts, [(SheetKind::Skills, 1, 1)]);
    let (oven, new) = (&found.own.skills[&"oven".into()], &found.own.skills[&"sourdough".into()]);
    assert_eq!((&*oven.name.en, &*oven.name.es), (&*base.skills[0].name.en, "Horno"));
    assert_eq!(&*new.about.en, "Bread that takes its time");
    let all = over(&base, &found.own);
    assert_eq!(all.skills.iter().map(|skill| skill.id.as_str()).collect::<Vec<_>>(), ["oven", "dough", "sourdough"]);
    assert_eq!(all.roles, base.roles, "what the file does not name stays");
}

#[test]
fn every_bad_cell_is_named() {
    check("role,skill,level\nbaker,oven,3\nbaker,dough,7\n", 3, "level", CellFault::Number);
    check("role,skill,level\nbaker,oven,\n", 2, "level", CellFault::Empty);
    check("role,skill,level\nbaker,dogh,3\n", 2, "skill", CellFault::Unknown);
    check("role,skill,level\n\nmiller,oven,3\n", 3, "role", CellFault::Unknown);
    check("role,skill,level,need\nbaker,oven,3,perhaps\n", 2, "need", CellFault::Word);
    check("role,skill,level\nbaker,oven,3\nBaker,Oven,2\n", 3, "skill", CellFault::Repeated);
    check("skill,name,from,to,hours\noven,Bake,3,3,10\n", 2, "to", CellFault::NotUp);
    check("skill,name,from,to,hours,kind\noven,Bake,2,3,10,magic\n", 2, "kind", CellFault::Word);
    check("name,family,zone\nMiller,Mill,9\n", 2, "zone", CellFault::Number);
    check("name,group,related\nProofing,Bread,oven: 2\n", 2, "related", CellFault::Number);
    check("name,group,flags\nProofing,Bread,golden\n", 2, "flags", CellFault::Word);
}

#[test]
fn other_scales_are_brought_to_the_ladder_and_losses_are_counted() {
    let levels = |scale: Scale, csv: &str| {
        let sheet = open("requirements.csv", csv.as_bytes()).expect("a sheet").remove(0);
        let found = guess(&sheet).expect("requirements");
        let taken = take(&[(sheet, found)], scale, &bakery()).expect("levels");
        (taken.own.roles[&"baker".into()].requirements[&"oven".into()].level.value(), taken.rounded)
    };
    assert_eq!(levels(Scale::Sfia, "role,skill,level\nbaker,oven,3\n"), (2.5, 0));
    assert_eq!(levels(Scale::DigComp, "role,skill,level\nbaker,oven,6\n"), (4.0, 0));
    assert_eq!(levels(Scale::Onet, "role,skill,level\nbaker,oven,4.12\n"), (2.9, 1));
}

#[test]
fn encodings_and_separators_of_spreadsheets_are_read() {
    let text = "nombre\tgrupo\nPanadería\tPan\n";
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    for bytes in [utf16, latin, text.as_bytes().to_vec(), ["\u{feff}", text].concat().into_bytes()] {
        let sheet = open("skills.csv", &bytes).expect("a sheet").remove(0);
        assert_eq!(sheet.rows[1], ["Panadería".into(), "Pan".into()]);
    }
}

#[test]
fn what_is_too_much_or_no_sheet_is_refused() {
    let wide = ["x,".repeat(limits::SHEET_COLUMNS), "x".into()].concat();
    assert!(matches!(open("a.csv", wide.as_bytes()), Err(SheetError::TooMuch { row: 1, .. })));
    let long = "x".repeat(limits::SHEET_LETTERS + 1);
    assert!(matches!(open("a.csv", long.as_bytes()), Err(SheetError::TooMuch { row: 1, .. })));
    let deep = "x\n".repeat(limits::SHEET_ROWS + 2);
    assert!(matches!(open("a.csv", deep.as_bytes()), Err(SheetError::TooMuch { .. })));
    assert!(matches!(open("a.xlsx", b"PK not a zip"), Err(SheetError::Archive(_))));
    let whole = write_xlsx(&give(&own_of(&bakery()))).expect("a workbook");
    assert!(open("a.xlsx", &whole[..whole.len() / 2]).is_err());
}

/// A spreadsheet's file is a ZIP too, and its library inflates whatever it finds there.
#[test]
fn a_workbook_that_inflates_without_end_is_refused() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).expect("an entry");
    let chunk = vec![b' '; 1 << 20];
    (0..64).for_each(|_| zip.write_all(&chunk).expect("bytes"));
    let bytes = zip.finish().expect("a zip").into_inner();
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(open("bomb.xlsx", &bytes), Err(SheetError::Archive(_))));
}

#[test]
fn what_a_spreadsheet_would_reckon_is_made_harmless_and_comes_back_as_it_was() {
    for name in ["=1+1", "+49 30", "-dash", "@cmd", "'=quoted", "''+twice", "'plain"] {
        let mut own = Own::default();
        own.skills.insert("s".into(), OwnSkill { name: Text::english(name), ..OwnSkill::default() });
        let csv = write_csv(&give(&own)).expect("a file");
        let sheets = open("own.zip", &csv).expect("sheets");
        let cell = &sheets.iter().find(|sheet| &*sheet.name == "skills").expect("skills").rows[1][1];
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        assert_eq!(taken("own.zip", &csv, &nothing()).expect("rows").own, own);
    }
}

#[test]
fn retired_and_merged_skills_leave_the_catalogue() {
    let base = bakery();
    let mut own = Own::default();
    own.retired_skills.insert("oven".into(), Some("dough".into()));
    let merged = over(&base, &own);
    assert_eq!(merged.skills.len(), 1);
    let asked = &merged.roles[0].requirements;
    assert_eq!((asked.len(), asked[0].level.value(), asked[0].need), (1, 3.0, Need::Must));
    own.retired_skills.insert("oven".into(), None);
    assert!(over(&base, &own).roles[0].requirements.is_empty());
    own.retired_roles.insert("baker".into());
    assert!(over(&base, &own).roles.is_empty());
}

#[test]
fn over_nothing_the_base_stays_as_it_is() {
    let base = town::large();
    let same = over(&base, &Own::default());
    assert_eq!(
        (same.skills, same.roles, same.activities),
        (base.skills.clone(), base.roles.clone(), base.activities.clone())
    );
    assert_eq!(same.groups, base.groups);
}

/// Texts as people write them, the awkward ones among them; blanks around a cell do not survive a spreadsheet.
fn text() -> impl Strategy<Value = Box<str>> {
    "[a-zA-Zñé=+@'\"\\\\;:,\n0-9-][ a-zA-Zñé=+@'\"\\\\;:,\n0-9-]{0,12}".prop_map(|text: String| {
        let text = text.trim();
        if text.is_empty() { "x".into() } else { text.into() }
    })
}

fn level() -> impl Strategy<Value = Level> {
    (0u8..=50).prop_map(|tenths| Level::try_from(tenths).expect("a level"))
}

prop_compose! {
    fn skill(ids: Vec<String>)(
        name in (text(), text()), about in (text(), text()), also in proptest::collection::vec(text(), 0..3),
        levels in proptest::collection::vec((text(), text()), 5), breadth in 0..3, marks in any::<[bool; 5]>(),
        related in proptest::sample::subsequence(ids.clone(), 0..=1), strength in 0u8..=100,
        first in proptest::sample::subsequence(ids, 0..=1), at in level(), least in level(),
    ) -> OwnSkill {
        let [transferable, digital, green, digcomp, untrainable] = marks;
        let pair = |(en, es): (Box<str>, Box<str>)| Text { en, es };
        let mut described: [Text; 5] = Default::default();
        described.iter_mut().zip(levels).for_each(|(level, texts)| *level = pair(texts));
        OwnSkill {
            group: Some("g1".into()), name: pair(name), about: pair(about), also, levels: described,
            breadth: [Breadth::Tool, Breadth::Skill, Breadth::Discipline][breadth as usize],
            flags: Flags { transferable, digital, green, digcomp }, untrainable,
            related: related.into_iter().map(|id| (id.into(), strength)).collect(),
            prerequisites: first.into_iter().map(|id| (at, id.into(), least)).collect(),
        }
    }
}

prop_compose! {
    fn role(ids: Vec<String>)(
        name in (text(), text()), also in proptest::collection::vec(text(), 0..3), zone in proptest::option::of(1u8..=5),
        isco in proptest::option::of("[0-9]{4}"), asked in proptest::sample::subsequence(ids.clone(), 0..=ids.len()), at in level(),
        weight in 100u32..=500, need in 0..3, share in 0u8..=100, marks in proptest::option::of(proptest::array::uniform7(1u8..=5)),
    ) -> OwnRole {
        let need = [Need::Must, Need::Nice, Need::Background][need as usize];
        let requirement = OwnRequirement { level: at, weight: Weight::new(f64::from(weight) / 100.0), need };
        OwnRole {
            family: Some("f1".into()), name: Text { en: name.0, es: name.1 }, also, zone, isco_code: isco.map(Into::into),
            tasks: vec![Task { name: Text::english("Do it"), share, marks: marks.map(|m| Marks::try_from(m).expect("marks")) }],
            requirements: asked.into_iter().map(|id| (id.into(), requirement)).collect(),
            ..OwnRole::default()
        }
    }
}

fn own() -> impl Strategy<Value = Own> {
    let ids = proptest::collection::btree_set("[a-z][a-z0-9:.-]{0,6}", 1..5);
    ids.prop_flat_map(|ids| {
        let ids: Vec<String> = ids.into_iter().collect();
        let skills = proptest::collection::vec(skill(ids.clone()), ids.len());
        let roles = proptest::collection::vec(role(ids.clone()), 0..4);
        let activity = (0..ids.len(), 0u8..50, text(), 1u16..1_000, 1u8..=10, 0u32..10_000, 0usize..10);
        (Just(ids), skills, roles, proptest::collection::vec(activity, 0..4))
    })
    .prop_map(|(ids, skills, roles, activities)| {
        let mut own = Own::default();
        own.groups.insert("g1".into(), Text::new("Bread & more", "Pan y más"));
        own.families.insert("f1".into(), Text::new("Bakers", "Panaderos"));
        own.skills = ids.iter().map(|id| id.as_str().into()).zip(skills).collect();
        if roles.is_empty() {
            own.families.clear();
        }
        own.roles = roles.into_iter().enumerate().map(|(at, role)| (format!("r{at}").into(), role)).collect();
        for (at, (skill, from, name, hours, weekly, cost, kind)) in activities.into_iter().enumerate() {
            let (from, to) = (Level::try_from(from).expect("a level"), Level::TOP);
            let (skill, kind) = (ids[skill].as_str().into(), Kind::ALL[kind]);
            let activity = OwnActivity { skill, from, to, kind, hours, weekly, cost, name: Text::english(&name) };
            own.activities.insert(format!("a{at}").into(), activity);
        }
        own
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn out_and_in_again_is_the_same_as_csv_and_as_xlsx(own in own()) {
        for bytes in [write_csv(&give(&own)).expect("CSV"), write_xlsx(&give(&own)).expect("XLSX")] {
            let again = taken("own", &bytes, &nothing()).expect("our own file");
            prop_assert_eq!(&again.own, &own);
        }
    }

    #[test]
    fn whatever_the_bytes_nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in ".{0,200}") {
        for bytes in [&bytes[..], text.as_bytes()] {
            if let Ok(sheets) = open("any.csv", bytes) {
                for sheet in sheets {
                    let columns = sheet.rows.first().map_or(0, Vec::len);
                    for kind in SheetKind::ALL {
                        let places = (0..columns).map(|at| Some(at % kind.columns().len())).collect();
                        drop(take(&[(sheet.clone(), Match { kind, columns: places })], Scale::Onet, &bakery()));
                    }
                }
            }
        }
    }
}

/// The seed of the fuzzer is a workbook that is really read: a fuzzer that starts from an error finds nothing else.
#[test]
fn the_seed_of_the_fuzzer_is_a_workbook() {
    let seed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds/xlsx/one-sheet");
    let seed = std::fs::read(seed).expect("the seed");
    let parts = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts.iter().zip(seed.split(|byte| *byte == 0)) {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(part).expect("bytes");
    }
    let sheets = open("seed.xlsx", &zip.finish().expect("a zip").into_inner()).expect("a workbook");
    let rows: Vec<Vec<&str>> = sheets[0].rows.iter().map(|row| row.iter().map(|cell| &**cell).collect()).collect();
    assert_eq!(rows, [vec!["name", "level"], vec!["2.5"]]);
}
