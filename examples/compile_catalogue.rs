//! Compiles a catalogue into the one file that the page fetches: `compile_catalogue FOLDER` the starter from `data/`, and
//! `compile_catalogue FOLDER FILE.zip` the download of a framework. Refuses what is not whole.

#[path = "../tests/support/starter.rs"]
mod starter;

use skillstead::catalog::{Catalog, pack, problems};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

fn catalog() -> Result<Catalog, Box<dyn Error>> {
    let Some(download) = std::env::args_os().nth(2) else {
        let catalog = starter::starter()?;
        let found = problems(&catalog);
        return if found.is_empty() { Ok(catalog) } else { Err(format!("data/ is not whole: {found:#?}").into()) };
    };
    let bytes = std::fs::read(&download).map_err(|error| format!("{}: {error}", download.display()))?;
    let mut catalog = skillstead::exchange::read(&bytes, &mut |_| {})?;
    skillstead::engine::prepare(&mut catalog);
    Ok(catalog)
}

fn run() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("say in which folder to write the catalogue")?);
    let catalog = catalog()?;
    let bytes = pack(&catalog)?;
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}.bin", catalog.source.key));
    std::fs::write(&path, &bytes)?;
    let counts = [catalog.roles.len(), catalog.skills.len(), catalog.activities.len()];
    println!(
        "  {}: {} roles, {} skills, {} activities, {} bytes",
        path.display(),
        counts[0],
        counts[1],
        counts[2],
        bytes.len()
    );
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
