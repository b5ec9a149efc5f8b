//! Writes a seeded year of learning as a file that the page takes in: `simulate_year FILE.json`.
//!
//! 52 check-ins, answers on 60 skills by three raters each quarter, two certificates that expire, one plan anew; on the way from
//! customer service representative to data scientist in the starter catalogue. The year ends on the day given as a second argument.

#[path = "../tests/support/starter.rs"]
mod starter;
#[path = "../tests/support/year.rs"]
mod year;

use chrono::{Days, NaiveDate};
use skillstead::domain::Command;
use skillstead::store::{seal, write_record};
use std::error::Error;
use std::process::ExitCode;

fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(path), Some(last)) = (words.next(), words.next()) else {
        return Err("say which file, and the last day".into());
    };
    let last: NaiveDate = last.parse()?;
    let first = last.checked_sub_days(Days::new(52 * 7)).ok_or("no such day")?;
    let catalog = starter::starter()?;
    let skills: Vec<String> = catalog.skills.iter().map(|skill| skill.id.to_string()).collect();
    let activities: Vec<String> = catalog.activities.iter().take(8).map(|activity| activity.id.to_string()).collect();
    let (mut lived, record) = year::year(first, &skills, &activities, 1);
    lived.record = write_record(&record);
    let choose =
        Command::ChooseWay { current: "customer-service-representative".into(), target: Some("data-scientist".into()) };
    let document = lived.apply(choose)?.ok_or("nothing was lived")?;
    std::fs::write(path, seal(&document, 1))?;
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("simulate_year: {error}");
            ExitCode::FAILURE
        }
    }
}
