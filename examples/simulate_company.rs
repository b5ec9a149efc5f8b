//! Writes a seeded company as a file that the page takes in: `simulate_company FILE.csv N COLUMNS` as one wide sheet, or
//! `simulate_company FILE.json N POSITIONS` as the organisation's own document, in which each position asks for eight skills of 300.

#[path = "../tests/support/crew.rs"]
mod crew;
#[path = "../tests/support/starter.rs"]
mod starter;
#[path = "../tests/support/wide.rs"]
mod wide;

use chrono::NaiveDate;
use crew::{Size, crew_of};
use skillstead::domain::Workspace;
use skillstead::engine::company;
use skillstead::store::{seal, write_org};
use std::error::Error;
use std::process::ExitCode;

fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(path), Some(people), Some(n)) = (words.next(), words.next(), words.next()) else {
        return Err("say which file, how many people, and how many columns or positions".into());
    };
    let (people, n) = (people.parse()?, n.parse()?);
    let catalog = starter::starter()?;
    let text = if path.ends_with(".csv") {
        wide::wide(&company(&catalog, people, 7, NaiveDate::default()), n)
    } else {
        let known: Vec<_> = catalog.skills.iter().map(|skill| skill.id.clone()).take(300).collect();
        let size = Size { people, skills: 300, positions: n, ratings: 20, requirements: 8, seats: 10 };
        let made = crew_of(&mut fastrand::Rng::with_seed(7), size, &known);
        seal(&Workspace { organisation: write_org(&made).into(), ..Workspace::default() }, 1)
    };
    Ok(std::fs::write(path, text)?)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("simulate_company: {error}");
            ExitCode::FAILURE
        }
    }
}
