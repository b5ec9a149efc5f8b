//! What a role demands before any skill counts: a licence, a degree, a clearance.

use super::{GateId, Text};
use serde::{Deserialize, Serialize};

/// A hard condition: without it the role is closed, however well the skills fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gate {
    /// Chosen once; roles that demand the same share it.
    pub id: GateId,
    /// What kind of condition it is.
    pub kind: GateKind,
    /// What has to be held.
    pub name: Text,
}

/// The kinds of hard conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GateKind {
    /// A licence, a registration or a certificate that the work may not be done without.
    Licence,
    /// A degree.
    Degree,
    /// A record, an examination of health, an admission by somebody else.
    Clearance,
}
