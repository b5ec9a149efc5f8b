//! Where roles stand on a map: the more alike to the one in the middle the nearer to it, and like beside like.

use super::Outlook;
use crate::domain::sorted;
use std::f64::consts::TAU;

/// Rounds of the power iteration; far more than a map of a few dozen roles needs.
const ROUNDS: usize = 60;
/// How near to the middle the nearest role stands; the farthest stands at 1.
const NEAREST: f64 = 0.35;

impl Outlook<'_> {
    /// A place for each of these roles around the present one, which is at 0, 0; all within a circle of 1. They must come with
    /// the most similar first, as [`Outlook::transitions`] gives them: the distance is their rank.
    ///
    /// The directions come from the two strongest axes of how alike the roles are among themselves (classical scaling), evened
    /// out so that no two stand on each other. Nothing of none.
    #[must_use]
    pub fn places(&self, roles: &[usize]) -> Vec<[f64; 2]> {
        let n = roles.len();
        let mut alike: Vec<Vec<f64>> = roles.iter().map(|from| self.among(*from, roles)).collect();
        centre(&mut alike);
        let first = axis(&alike);
        deflate(&mut alike, &first);
        let second = axis(&alike);
        let direction = |at: usize| second[at].atan2(first[at]);
        let order = sorted(0..n, |a, b| direction(*a).total_cmp(&direction(*b)).then(a.cmp(b)));
        let mut places = vec![[0.0; 2]; n];
        for (turn, at) in order.into_iter().enumerate() {
            let angle = TAU * turn as f64 / n as f64;
            let far = if n > 1 { at as f64 / (n - 1) as f64 } else { 0.0 };
            let distance = NEAREST + (1.0 - NEAREST) * far;
            places[at] = [distance * angle.cos(), distance * angle.sin()];
        }
        places
    }

    fn among(&self, from: usize, roles: &[usize]) -> Vec<f64> {
        let scores = self.table.scores(&self.table.role(from), &self.policy.similarity);
        roles.iter().map(|to| scores.get(*to).map_or(0.0, |score| f64::from(*score))).collect()
    }
}

/// Takes the means of rows and columns out.
fn centre(matrix: &mut [Vec<f64>]) {
    let n = matrix.len().max(1) as f64;
    let means: Vec<f64> = matrix.iter().map(|row| row.iter().sum::<f64>() / n).collect();
    let all = means.iter().sum::<f64>() / n;
    for (row, mean) in matrix.iter_mut().zip(&means) {
        row.iter_mut().zip(&means).for_each(|(value, other)| *value += all - mean - other);
    }
}

/// The strongest axis of a symmetric matrix, of unit length; zeros where it has none.
fn axis(matrix: &[Vec<f64>]) -> Vec<f64> {
    // A start that no symmetry of the roles makes blind.
    let mut vector: Vec<f64> = (0..matrix.len()).map(|at| (at as f64 * 0.754_877_666).fract() - 0.5).collect();
    for _ in 0..ROUNDS {
        let next: Vec<f64> = matrix.iter().map(|row| row.iter().zip(&vector).map(|(a, b)| a * b).sum()).collect();
        let length = next.iter().map(|value: &f64| value * value).sum::<f64>().sqrt();
        if length < 1e-12 {
            return vec![0.0; matrix.len()];
        }
        vector = next.into_iter().map(|value| value / length).collect();
    }
    vector
}

/// Takes an axis out of the matrix.
fn deflate(matrix: &mut [Vec<f64>], axis: &[f64]) {
    let image: Vec<f64> = matrix.iter().map(|row| row.iter().zip(axis).map(|(a, b)| a * b).sum()).collect();
    let strength: f64 = image.iter().zip(axis).map(|(a, b)| a * b).sum();
    for (row, here) in matrix.iter_mut().zip(axis) {
        row.iter_mut().zip(axis).for_each(|(value, there)| *value -= strength * here * there);
    }
}
