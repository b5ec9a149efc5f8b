//! Search over titles: by beginnings, forgiving slips, the own name first.

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use skillstead::catalog::{Catalog, fold};
use town::Town;

fn titles() -> Catalog {
    Town::new()
        .role("data-scientist", &[])
        .also(&["Data Science Manager", "Machine Learning Scientist"])
        .role("database-administrator", &[])
        .also(&["Data Custodian"])
        .role("social-worker", &[])
        .also(&["Gestora de casos", "Técnico de orientación"])
        .build()
}

/// The roles that a query finds, best first.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let catalog = titles();
    let hits = catalog.titles.search(&fold(query), 10);
    let found: Vec<_> = hits.iter().map(|hit| catalog.roles[hit.place].id.as_str()).collect();
    assert_eq!(found, expected, "for {query:?}");
}

#[test]
fn titles_are_found_as_they_are_typed() {
    check("", &[]);
    check("   ", &[]);
    check("zzz", &[]);
    check("data", &["data-scientist", "database-administrator"]);
    check("data scientist", &["data-scientist"]);
    check("scientist data", &["data-scientist"]);
    check("DATA SCI", &["data-scientist"]);
    check("machine", &["data-scientist"]);
    check("custodian", &["database-administrator"]);
    check("data-sci", &["data-scientist"]);
    check("data custodian worker", &[]);
}

#[test]
fn slips_of_the_keys_are_forgiven() {
    check("scientsit", &["data-scientist"]);
    check("sceintist", &["data-scientist"]);
    check("admnistrator", &["database-administrator"]);
    check("dtaa scientist", &["data-scientist"]);
    check("wroker", &["social-worker"]);
    // Two slips in a short word are another word.
    check("wrkr", &[]);
    check("xy", &[]);
}

#[test]
fn marks_do_not_matter() {
    check("tecnico", &["social-worker"]);
    check("orientación", &["social-worker"]);
    check("ORIENTACIO\u{301}N", &["social-worker"]);
    assert_eq!(fold("Técnico/a (Jr.)"), "tecnico a  jr  ");
}

#[test]
fn the_title_that_matched_is_told() {
    let catalog = titles();
    let found = |query: &str| catalog.titles.search(&fold(query), 1)[0];
    assert_eq!(found("data scientist").also, None);
    assert_eq!(found("machine learning").also, Some(1));
    assert!(found("data scientist").score > found("data sci").score);
    assert_eq!(catalog.titles.search("data", 1).len(), 1);
}

#[test]
fn every_role_of_the_starter_catalogue_is_found_by_its_names_and_with_a_slip() {
    let catalog = starter::starter().expect("the starter catalogue");
    for role in &catalog.roles {
        for name in [&role.name.en, &role.name.es] {
            let first = catalog.titles.search(&fold(name), 1);
            assert_eq!(first.first().map(|hit| &catalog.roles[hit.place].id), Some(&role.id), "{name}");
            // Two letters of its longest word swapped.
            let Some(longest) = name.split(' ').max_by_key(|word| word.chars().count()) else { continue };
            let mut letters: Vec<char> = longest.chars().collect();
            letters.swap(2, 3);
            let slipped = name.replace(longest, &letters.iter().collect::<String>());
            let hits = catalog.titles.search(&fold(&slipped), 3);
            assert!(hits.iter().any(|hit| catalog.roles[hit.place].id == role.id), "{slipped}");
        }
    }
}
