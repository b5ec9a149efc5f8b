//! The gates of the starter's roles as a person writes and reviews them.

use super::TextError;
use crate::domain::{Gate, GateKind, Role, Text};
use serde::Deserialize;

/// `data/gates.toml`: the gates, and the roles that demand each.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateFile {
    gate: Vec<GateText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GateText {
    id: String,
    kind: GateKind,
    en: String,
    es: String,
    roles: Vec<String>,
}

impl GateFile {
    /// Gives each gate to the roles that demand it.
    pub(super) fn place(&self, roles: &mut [Role]) -> Result<(), TextError> {
        self.gate.iter().try_for_each(|gate| demand(gate, roles))
    }
}

/// Gives a gate to the roles that demand it.
fn demand(gate: &GateText, roles: &mut [Role]) -> Result<(), TextError> {
    for name in &gate.roles {
        let role = roles.iter_mut().find(|role| role.id.as_str() == name);
        let unknown = || TextError::UnknownRole { at: gate.id.clone(), name: name.clone() };
        let id = gate.id.as_str().into();
        let demanded = Gate { id, kind: gate.kind, name: Text::new(&gate.en, &gate.es) };
        role.ok_or_else(unknown)?.profile.gates.push(demanded);
    }
    Ok(())
}
