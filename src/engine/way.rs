//! Which role a person starts from and which one they want, found in one catalogue.

use super::{Policy, SimilarityTable};
use crate::catalog::Catalog;
use crate::domain::{Role, Workspace};

/// From a role to a role, both seen in the catalogue of the one that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// The catalogue that both roles are in.
    pub catalog: &'a Catalog,
    /// The present role, or its counterpart by O*NET-SOC code; `None` where this catalogue has neither.
    pub current: Option<&'a Role>,
    /// The role that is wanted: the present one where the person wants to grow where they are.
    pub target: &'a Role,
}

impl<'a> Way<'a> {
    /// The way that a workspace names; `None` while no role is chosen, or where no catalogue has the wanted one.
    pub fn find(catalogs: impl Iterator<Item = &'a Catalog> + Clone, workspace: &Workspace) -> Option<Self> {
        let current = workspace.current.as_ref()?;
        let wanted = workspace.target.as_ref().unwrap_or(current);
        let (catalog, target) = catalogs.clone().find_map(|catalog| Some((catalog, catalog.find_role(wanted)?)))?;
        let counterpart = || {
            let elsewhere = catalogs.clone().find_map(|other| other.find_role(current))?;
            catalog.find_role_by_onet_code(elsewhere.onet_code.as_deref()?)
        };
        Some(Self { catalog, current: catalog.find_role(current).or_else(counterpart), target })
    }

    /// How alike the two roles are: the share of all pairs of the catalogue that are less alike, from 0 to 1; 1 for one's own
    /// role, `None` where they cannot be compared. `table` is that of the catalogue.
    #[must_use]
    pub fn similarity(&self, table: &SimilarityTable, policy: &Policy) -> Option<f64> {
        let place = |role: &Role| self.catalog.role_place(&role.id);
        Some(table.similarity(place(self.current?)?, place(self.target)?, policy))
    }

    /// Whether the person wants to grow in the role they are in.
    #[must_use]
    pub fn is_own_role(&self) -> bool {
        self.current.is_some_and(|current| current.id == self.target.id)
    }
}
