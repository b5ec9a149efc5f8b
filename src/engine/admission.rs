//! Whether a role is open to a person at all: its hard gates (engine.md 3).

use super::Way;
use crate::domain::{Gate, GateId, Role};
use std::collections::BTreeMap;

/// What is known of one gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passage {
    /// The person says that they hold it.
    Held,
    /// The present role demands it too, so they are taken to hold it.
    Assumed,
    /// Nothing is known.
    Unknown,
    /// The person says that they do not hold it.
    Lacking,
}

/// What the gates let one decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Admission {
    /// Nothing stands in the way.
    Open,
    /// Something is to be verified first.
    VerifyFirst,
    /// Something is lacking.
    Blocked,
}

/// What is known of each gate of a role, in the order of the catalogue; `answers` are the person's own words. Empty for a role
/// without gates.
pub fn passages<'a>(
    target: &'a Role,
    current: Option<&'a Role>,
    answers: &'a BTreeMap<GateId, bool>,
) -> impl Iterator<Item = (&'a Gate, Passage)> {
    let now: &[Gate] = current.map_or(&[], |role| &role.profile.gates);
    let demanded_now = move |gate: &Gate| now.iter().any(|now| now.id == gate.id);
    target.profile.gates.iter().map(move |gate| {
        let passage = match answers.get(&gate.id) {
            Some(true) => Passage::Held,
            Some(false) => Passage::Lacking,
            None if demanded_now(gate) => Passage::Assumed,
            None => Passage::Unknown,
        };
        (gate, passage)
    })
}

/// The worst of the gates of a way: one that is lacking blocks, one that is unknown is to be verified first; open where there
/// are none.
#[must_use]
pub fn admission(way: &Way<'_>, answers: &BTreeMap<GateId, bool>) -> Admission {
    let worst = passages(way.target, way.current, answers).map(|(_, passage)| passage).max();
    match worst {
        None | Some(Passage::Held | Passage::Assumed) => Admission::Open,
        Some(Passage::Unknown) => Admission::VerifyFirst,
        Some(Passage::Lacking) => Admission::Blocked,
    }
}
