//! The one loader of `data/`: for the tests, and for the example that compiles it.

use skillstead::catalog::{Catalog, GateFile, RoleFile, SkillFile, from_text};
use std::error::Error;
use std::path::Path;

/// Every file of a folder, by name.
fn files<T: serde::de::DeserializeOwned>(folder: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let mut paths: Vec<_> = folder.read_dir()?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path)?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
    };
    paths.iter().map(read).collect()
}

/// The starter catalogue, with cuts and neighbours.
pub fn starter() -> Result<Catalog, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let gates: GateFile = toml::from_str(&std::fs::read_to_string(data.join("gates.toml"))?)?;
    let (skills, roles) = (files::<SkillFile>(&data.join("skills"))?, files::<RoleFile>(&data.join("roles"))?);
    let mut catalog = from_text(skills, roles, gates)?;
    skillstead::engine::prepare(&mut catalog);
    Ok(catalog)
}
