//! Upskill or reskill: the verdict and the numbers that it came from (engine.md 4).

use super::{GapReport, Policy, Way, similarity};
use crate::catalog::Cuts;

/// What the way to the role is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The present role, and it is held.
    Maintain,
    /// The present role, taken deeper.
    Upskill,
    /// Another role near by, mostly by deepening: a progression.
    UpskillMove,
    /// A different position, trained for.
    Reskill,
}

/// A verdict with everything that it came from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VerdictReport {
    /// The verdict.
    pub verdict: Verdict,
    /// Likely fit to the role, 0 to 1.
    pub fit: f64,
    /// Similarity of the two roles; 1 for one's own role, `None` where they cannot be compared.
    pub similarity: Option<f64>,
    /// Share of the weighted gap on new ground: `B`.
    pub new_share: f64,
    /// The cuts of the catalogue.
    pub cuts: Cuts,
}

impl VerdictReport {
    /// How far apart the two roles are: `d = 1 - similarity`.
    #[must_use]
    pub fn distance(&self) -> Option<f64> {
        self.similarity.map(|similarity| 1.0 - similarity)
    }
}

/// The verdict on a way. Roles that cannot be compared count as different positions.
#[must_use]
pub fn judge(way: &Way<'_>, gap: &GapReport, policy: &Policy) -> VerdictReport {
    let similarity = match way.current {
        Some(_) if way.is_own_role() => Some(1.0),
        Some(current) => Some(similarity(current, way.target)),
        None => None,
    };
    let cuts = way.catalog.cuts;
    let is_near = similarity.is_some_and(|alike| alike >= cuts.highly_viable);
    let verdict = if way.is_own_role() {
        if gap.fit.likely >= policy.maintain_from { Verdict::Maintain } else { Verdict::Upskill }
    } else if is_near && gap.new_share < policy.new_ground_below {
        Verdict::UpskillMove
    } else {
        Verdict::Reskill
    };
    VerdictReport { verdict, fit: gap.fit.likely, similarity, new_share: gap.new_share, cuts }
}
