//! What adverts and CVs say: skills by any of their names, how firmly they are asked, and when they are not.

#[path = "support/town.rs"]
mod town;

use proptest::prelude::*;
use skillstead::catalog::Catalog;
use skillstead::domain::{Need, Text};
use skillstead::exchange::advert::{Dictionary, TooLong};
use skillstead::exchange::limits;
use town::Town;

fn catalog() -> Catalog {
    let named = |town: Town, id: &str, en: &str, es: &str, also: &[&str]| {
        let also = also.iter().map(|name| Text::english(name)).collect();
        town.skill(id).with(|skill| (skill.name, skill.also) = (Text::new(en, es), also))
    };
    let town = named(Town::new(), "negotiation", "Negotiation", "Negociación", &["negotiating", "negotiate"]);
    let town = named(town, "sheets", "Spreadsheets", "Hojas de cálculo", &["Excel"]);
    let town = named(town, "r", "R", "R", &[]);
    let town = named(town, "data", "Data", "Datos", &[]);
    named(town, "visual", "Data visualisation", "Visualización de datos", &[]).build()
}

/// What is found: id, level, whether it is a must, whether it is denied.
#[track_caller]
fn check(text: &str, expected: &[(&str, f64, bool, bool)]) {
    let catalog = catalog();
    let found = Dictionary::of(&catalog).read(text).expect("a short text");
    let found: Vec<_> = (found.iter())
        .map(|mention| {
            let id = catalog.skills[mention.skill.at()].id.as_str();
            (id, mention.level.value(), mention.need == Need::Must, mention.is_negated)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn skills_are_found_by_any_name_in_either_language() {
    check("You will be negotiating with mills.", &[("negotiation", 3.0, true, false)]);
    check("Dominas las HOJAS DE CÁLCULO.", &[("sheets", 3.0, true, false)]);
    check("excel/negociación", &[("sheets", 3.0, true, false), ("negotiation", 3.0, true, false)]);
    check("Renegotiations excelled; metadata.", &[]);
}

#[test]
fn the_longest_name_wins_and_a_short_one_stands_exactly() {
    check("Data visualisation and data", &[("visual", 3.0, true, false), ("data", 3.0, true, false)]);
    check("Statistics in R, please.", &[("r", 3.0, true, false)]);
    check("p r n", &[]);
}

#[test]
fn the_words_round_it_say_how_well_and_how_firmly() {
    check("Advanced Excel is required.", &[("sheets", 4.0, true, false)]);
    check("Basic Excel would be a plus.", &[("sheets", 2.0, false, false)]);
    check("At least 5 years of negotiation.", &[("negotiation", 4.0, true, false)]);
    check(
        "Se valora negociación, nociones de Excel.",
        &[("negotiation", 2.0, false, false), ("sheets", 2.0, false, false)],
    );
    check(
        "Requirements:\n- Negotiation\nNice to have:\n- Excel\n- Data",
        &[("negotiation", 3.0, true, false), ("sheets", 3.0, false, false), ("data", 3.0, false, false)],
    );
}

#[test]
fn what_is_denied_is_marked_and_asked_elsewhere_it_counts() {
    check("No experience in negotiation is needed.", &[("negotiation", 3.0, true, true)]);
    check("No es necesario Excel. Bring data.", &[("sheets", 3.0, true, true), ("data", 3.0, true, false)]);
    check("No Excel needed? No need of Excel at first. Later, advanced Excel.", &[("sheets", 4.0, true, false)]);
}

#[test]
fn each_mention_has_its_sentence() {
    let found = Dictionary::of(&catalog()).read("We bake. You know Excel well! We sing.").expect("a short text");
    assert_eq!(found[0].sentence, "You know Excel well!");
    let long = "x".repeat(limits::ADVERT_LETTERS + 1);
    assert_eq!(Dictionary::of(&catalog()).read(&long), Err(TooLong));
    assert_eq!(Dictionary::of(&catalog()).read(""), Ok(Vec::new()));
}

proptest! {
    #[test]
    fn whatever_the_text_nothing_panics(text in "\\PC{0,400}", start in ".{0,40}") {
        let dictionary = Dictionary::of(&catalog());
        let found = dictionary.read(&[&start, " Excel\n", &text].concat()).expect("a short text");
        prop_assert!(found.iter().all(|mention| mention.sentence.chars().count() <= 300));
    }
}
