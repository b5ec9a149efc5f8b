//! What a catalogue has measured on itself, kept in it: `engine::calibrate` fills it.

use serde::{Deserialize, Serialize};

/// How many parts a similarity is made of.
pub const PARTS: usize = 7;

/// How alike roles of one catalogue are: without it nobody could say what is much.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// Each part of the similarity over all pairs of roles.
    pub scales: [Scale; PARTS],
    /// Scores of pairs, ascending and evenly taken out of all; empty where there are no two roles.
    pub spread: Vec<f32>,
    /// The cuts between near and far.
    pub cuts: Cuts,
}

/// Mean and standard deviation; a deviation of 0 where the catalogue knows nothing of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
}

/// The similarity from which a transition counts as viable and as highly viable (engine.md 5); by default nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cuts {
    /// From here on a transition is viable.
    pub viable: f64,
    /// From here on it is highly viable.
    pub highly_viable: f64,
}

impl Default for Cuts {
    fn default() -> Self {
        Self { viable: 1.0, highly_viable: 1.0 }
    }
}

impl Calibration {
    /// The similarity that a score stands for: the share of all pairs of roles in the catalogue that are less alike, from 0 to 1.
    /// 0 where nothing was measured.
    ///
    /// ```
    /// use skillstead::catalog::Calibration;
    /// let measured = Calibration { spread: vec![0.0, 1.0, 2.0, 4.0], ..Calibration::default() };
    /// assert_eq!([-1.0, 1.0, 3.0, 9.0].map(|score| measured.similarity(score)), [0.0, 1.0 / 3.0, 2.5 / 3.0, 1.0]);
    /// assert_eq!(Calibration::default().similarity(9.0), 0.0);
    /// ```
    #[must_use]
    pub fn similarity(&self, score: f32) -> f64 {
        let above = self.spread.partition_point(|known| *known < score);
        let steps = self.spread.len().saturating_sub(1).max(1) as f64;
        let Some(next) = self.spread.get(above) else { return if above > 0 { 1.0 } else { 0.0 } };
        let Some(before) = above.checked_sub(1).and_then(|at| self.spread.get(at)) else { return 0.0 };
        let between = f64::from(score - before) / f64::from(next - before).max(f64::MIN_POSITIVE);
        ((above - 1) as f64 + between) / steps
    }
}
