//! An organisation's document measured natively: made, written, read, and taken in from sheets.

#[path = "../tests/support/starter.rs"]
mod starter;
mod support;
#[path = "../tests/support/wide.rs"]
mod wide;

use skillstead::catalog::Catalog;
use skillstead::domain::{OrgCommand, Organisation, Rater};
use skillstead::engine::company;
use skillstead::exchange::people::{Choice, SkillNames, Terms, choices, give, guess, open, propose, take};
use skillstead::store::{read_org, write_org};
use std::error::Error;
use support::{measure, peak};
use wide::wide;

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn of_sheets(catalog: &Catalog, name: &str, bytes: &[u8]) {
    println!("  {name}: {:.1} MB", megabytes(bytes.len()));
    let base = Organisation::default();
    let names = SkillNames::of(catalog, &base);
    let grids = measure("  open", 3, || open(name, bytes).expect("tables"));
    let tables: Vec<_> = grids.into_iter().map(|grid| (grid.clone(), guess(&grid, &names).expect("a kind"))).collect();
    let mut choices = choices(&measure("  propose", 3, || propose(&tables, &names)));
    choices.values_mut().filter(|choice| **choice == Choice::Left).for_each(|choice| *choice = Choice::Own);
    let taken =
        measure("  take", 3, || take(&tables, &choices, Terms::default(), catalog, &base).expect("good tables"));
    let n_ratings: usize = taken.organisation.people.iter().map(|person| person.ratings.len()).sum();
    println!("    {} people, {n_ratings} ratings", taken.organisation.people.len());
}

fn main() -> Result<(), Box<dyn Error>> {
    let catalog = starter::starter()?;
    let on = "2026-11-29".parse()?;
    // Before anything else: what was given back earlier would be counted as free.
    let before = peak();
    drop(company(&catalog, 200_000, 7, on));
    println!("200,000 people take {:.0} MB", peak() - before);
    for n_people in [120, 2_000, 20_000, 200_000] {
        println!("{n_people} people");
        let made = measure("make", 3, || company(&catalog, n_people, 7, on));
        let n_ratings: usize = made.people.iter().map(|person| person.ratings.len()).sum();
        let text = measure("write", 3, || write_org(&made));
        println!("  {n_ratings} ratings, {:.2} MB as text", megabytes(text.len()));
        measure("read", 3, || read_org(&text).expect("a document"));
        let rate = OrgCommand::Rate {
            person: made.people[n_people / 2].id.clone(),
            skill: made.skills[0].clone(),
            level: Some(skillstead::domain::Level::TOP),
            by: Rater::Own,
            on,
        };
        measure("rate one person once", 11, || made.apply(rate.clone()).expect("a rating"));
    }
    println!("from sheets");
    let made = company(&catalog, 20_000, 7, on);
    of_sheets(&catalog, "20,000 people in 300 columns.csv", wide(&made, 300).as_bytes());
    of_sheets(&catalog, "20,000 people, one rating a row.zip", &give(&made, &SkillNames::of(&catalog, &made))?);
    let made = company(&catalog, 200_000, 7, on);
    of_sheets(&catalog, "200,000 people in 240 columns.csv", wide(&made, 240).as_bytes());
    Ok(())
}
