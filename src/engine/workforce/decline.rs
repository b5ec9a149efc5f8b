//! Which positions decline: fewer seats, or work that machines could do (engine.md 4 and 6).

use super::OrgPolicy;
use crate::catalog::Catalog;
use crate::engine::{Policy, exposure};

/// Why a position counts as declining.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decline {
    /// It will have fewer seats than people hold it.
    FewerSeats,
    /// Its role is among the most exposed and the least protected of the catalogue.
    Exposed,
}

/// The lines from which a role of a catalogue counts as much exposed, and up to which as little protected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExposureCuts {
    /// The exposed share from which a role is among the most exposed.
    pub exposed: f64,
    /// The protected share up to which a role is among the least protected.
    pub protected: f64,
}

/// Roles with marked tasks below which quartiles say nothing.
const LEAST_ROLES: usize = 4;

impl ExposureCuts {
    /// The cuts of a catalogue: of its roles with marked tasks, the quartiles of the exposed share of all tasks, and of the protected share
    /// (or what the policy has in the place of a quarter). None where fewer than four roles have any.
    #[must_use]
    pub fn of(catalog: &Catalog, policy: &Policy, own: &OrgPolicy) -> Option<Self> {
        let known = catalog.roles.iter().filter_map(|role| exposure(role, policy));
        let (mut exposed, mut protected): (Vec<f64>, Vec<f64>) =
            known.map(|known| (known.high, known.protected)).unzip();
        // So many roles are among the most exposed, and as many among the least protected.
        let n = (exposed.len() as f64 * (1.0 - own.exposed_from)).round().max(1.0) as usize;
        exposed.sort_by(|a, b| b.total_cmp(a));
        protected.sort_by(f64::total_cmp);
        if exposed.len() < LEAST_ROLES {
            return None;
        }
        let (exposed, protected) = (*exposed.get(n - 1)?, *protected.get(n - 1)?);
        Some(Self { exposed, protected })
    }

    /// Whether a role with this exposed and this protected share is beyond both.
    #[must_use]
    pub fn decline(&self, [exposed, protected]: [f64; 2]) -> bool {
        exposed >= self.exposed && protected <= self.protected
    }
}
