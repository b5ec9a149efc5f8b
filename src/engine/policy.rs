//! Every constant that is a choice, with where it is from.

use super::PartWeights;
use crate::domain::Breadth;

/// The defaults of engine.md, in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// What each part of the similarity of two roles counts (engine.md 5), in the order of `Part::ALL`: chosen on O*NET's own
    /// related occupations, few and round.
    pub similarity: PartWeights,
    /// How far a neighbouring skill can stand in for one that is asked for: `k` of engine.md 3. Default 0.5.
    pub neighbour_share: f64,
    /// How strongly a skill helps another of its group where the catalogue names no relation. Default 0.5.
    pub same_group: f64,
    /// From this credit on a new skill counts as a bridge (engine.md 3).
    pub bridge_from: f64,
    /// A level this far above what is asked counts as a strength. Default one rung.
    pub strength_from: f64,
    /// Hours from each level to the next, 0 to 1 first (engine.md 7).
    pub hours: [f64; 5],
    /// What a tool, a skill and a discipline make of those hours (engine.md 7).
    pub breadth: [f64; 3],
    /// The share of hours that full adjacency saves (engine.md 7).
    pub adjacency_saving: f64,
    /// The share of hours that a mentor saves (engine.md 7).
    pub mentor_saving: f64,
    /// From likely hours to the least and the most (engine.md 7).
    pub hours_band: [f64; 2],
    /// A score is shown from this many rated requirements on (engine.md 3).
    pub least_rated: f64,
    /// How many questions a role asks first: between 8 and 20 (engine.md 3).
    pub questions: f64,
    /// Fit from which one's own role is held (engine.md 4).
    pub maintain_from: f64,
    /// Share of what a near role asks that may be new ground before the way there is a reskilling. engine.md 4 measures it
    /// against the gap, which calls every small gap between neighbours a reskilling; against the role it does not. Default 0.4.
    pub new_ground_below: f64,
    /// From this mark on a kind of work protects a task from automation (engine.md 6): of 5.
    pub protects_from: f64,
    /// A role is within reach from this fit on: what unlocking counts (engine.md 5). Default 0.8.
    pub reach_from: f64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            similarity: [7.0, 10.0, 10.0, 7.0, 0.5, 1.0, 1.0],
            neighbour_share: 0.5,
            same_group: 0.5,
            bridge_from: 0.5,
            strength_from: 1.0,
            hours: [10.0, 30.0, 80.0, 200.0, 500.0],
            breadth: [0.3, 1.0, 2.5],
            adjacency_saving: 0.4,
            mentor_saving: 0.15,
            hours_band: [0.7, 1.5],
            least_rated: 3.0,
            questions: 12.0,
            maintain_from: 0.95,
            new_ground_below: 0.4,
            protects_from: 4.0,
            reach_from: 0.8,
        }
    }
}

impl Policy {
    /// What the breadth of a skill makes of the hours of a step.
    #[must_use]
    pub fn breadth_factor(&self, breadth: Breadth) -> f64 {
        match breadth {
            Breadth::Tool => self.breadth[0],
            Breadth::Skill => self.breadth[1],
            Breadth::Discipline => self.breadth[2],
        }
    }
}
