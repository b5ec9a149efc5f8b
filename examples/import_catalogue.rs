//! Reads the download of a framework and prints what is in it as one line of JSON, or why it cannot be read.
//!
//! `cargo run --release --no-default-features --example import_catalogue -- FILE.zip`
#![expect(clippy::disallowed_methods, reason = "it tells how long the reading takes")]

use serde::Serialize;
use skillstead::catalog::Catalog;
use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

/// What a download holds.
#[derive(Serialize)]
struct Counts {
    roles: usize,
    /// Roles that have requirements of their own.
    rated: usize,
    skills: usize,
    /// Rows that say what a role asks for.
    relations: u32,
    /// Rows that give a role another title.
    titles: u32,
    tasks: usize,
    seconds: f64,
    /// The most memory in use at once; none where the system does not tell.
    peak_mib: Option<u64>,
}

fn counts(catalog: &Catalog) -> Counts {
    let rows = |names: &[&str]| -> u32 {
        let known = catalog.source.rows.iter().filter(|(table, _)| names.contains(&&**table));
        known.map(|(_, n)| n).sum()
    };
    let also = catalog.roles.iter().map(|role| role.also.len() as u32).sum();
    let is_rated = |role: &&skillstead::domain::Role| !role.requirements.is_empty() && role.estimated_from.is_empty();
    Counts {
        roles: catalog.roles.len(),
        rated: catalog.roles.iter().filter(is_rated).count(),
        skills: catalog.skills.len(),
        relations: rows(&["occupationSkillRelations_en.csv", "Skills.txt", "Knowledge.txt", "Abilities.txt"]),
        titles: Some(rows(&["Alternate Titles.txt"])).filter(|rows| *rows > 0).unwrap_or(also),
        tasks: catalog.roles.iter().map(|role| role.tasks.len()).sum(),
        seconds: 0.0,
        peak_mib: peak_mib(),
    }
}

fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(kib.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? / 1024)
}

fn run() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("which file? import_catalogue FILE.zip")?;
    let bytes = std::fs::read(path)?;
    let begun = Instant::now();
    let catalog = skillstead::exchange::read(&bytes, &mut |_| {})?;
    let seconds = (begun.elapsed().as_secs_f64() * 1_000.0).round() / 1_000.0;
    println!("{}", serde_json::to_string(&Counts { seconds, ..counts(&catalog) })?);
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
