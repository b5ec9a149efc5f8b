//! Upskill or reskill: the verdict and the numbers that it came from (engine.md 4).

use super::{GapReport, Policy, Way};
use crate::catalog::Cuts;
use crate::domain::Verdict;

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
    /// Share of all that the role asks that is new ground: `B` times what is missing.
    pub new_ground: f64,
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

/// The verdict on a way whose roles are as alike as `similarity` says ([`Way::similarity`]); where they cannot be compared
/// they count as different positions. `cuts` are those of the table that it was measured with.
#[must_use]
pub fn judge(way: &Way<'_>, gap: &GapReport, similarity: Option<f64>, cuts: Cuts, policy: &Policy) -> VerdictReport {
    let new_ground = gap.new_share * (1.0 - gap.fit.likely);
    let verdict = if way.is_own_role() {
        if gap.fit.likely >= policy.maintain_from { Verdict::Maintain } else { Verdict::Upskill }
    } else {
        match similarity {
            Some(alike) if alike >= cuts.highly_viable && new_ground < policy.new_ground_below => Verdict::UpskillMove,
            Some(alike) if alike < cuts.viable => Verdict::LongReskill,
            _ => Verdict::Reskill,
        }
    };
    VerdictReport { verdict, fit: gap.fit.likely, similarity, new_share: gap.new_share, new_ground, cuts }
}
