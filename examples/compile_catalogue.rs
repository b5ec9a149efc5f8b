//! Compiles `data/` into the one file that the page fetches: `compile_catalogue PATH`. Refuses a catalogue that is not whole.

#[path = "../tests/support/starter.rs"]
mod starter;

use skillstead::catalog::{pack, problems};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or("say where to write the catalogue")?);
    let catalog = starter::starter()?;
    let found = problems(&catalog);
    if !found.is_empty() {
        return Err(format!("data/ is not whole: {found:#?}").into());
    }
    let bytes = pack(&catalog)?;
    path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    std::fs::write(&path, &bytes)?;
    let counts = [catalog.roles.len(), catalog.skills.len(), catalog.activities.len()];
    println!("  {} roles, {} skills, {} activities: {} bytes", counts[0], counts[1], counts[2], bytes.len());
    Ok(())
}
