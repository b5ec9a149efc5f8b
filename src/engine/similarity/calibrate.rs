//! What a catalogue measures on itself: how each part is spread, and from where on two roles are near.

use super::Part;
use super::table::{Origin, PartWeights, SimilarityTable};
use crate::catalog::{Calibration, Catalog, Cuts, Scale};
use crate::domain::Role;

/// A narrower kinship than the family is used where at least this many pairs share it.
const LEAST_PAIRS: usize = 30;
/// How much of an O*NET-SOC code roles of one broad occupation share.
const BROAD: usize = "15-205".len();
/// A large catalogue is measured from this many of its roles, evenly spread; each is compared with all others.
const SAMPLE: usize = 250;
/// How finely the spread is kept.
const STEPS: usize = 1_000;

/// Measures a catalogue on itself: mean and deviation of every part, the spread of similarity over all pairs, and the cuts.
/// Viable is the mean similarity inside families less one standard deviation, as Nesta calibrated theirs; highly viable is the
/// mean inside broad occupations, or inside families where too few roles have a code. Without two roles in any family nothing
/// is viable.
///
/// Roles whose requirements are estimated from others are left out: they would only be alike to what they were made of.
#[must_use]
pub fn calibrate(catalog: &Catalog, weights: &PartWeights) -> Calibration {
    let is_measured = |role: &Role| !role.requirements.is_empty() && role.estimated_from.is_empty();
    let measured: Vec<usize> = (0..catalog.roles.len()).filter(|at| is_measured(&catalog.roles[*at])).collect();
    let step = measured.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<usize> = measured.iter().copied().step_by(step).collect();
    let table = SimilarityTable::of(catalog);
    let origins: Vec<Origin> = sample.iter().map(|at| table.role(*at)).collect();

    let scales = Part::ALL.map(|part| {
        let mut values = vec![0.0; table.n_roles()];
        let mut moments = Moments::default();
        for (from, origin) in sample.iter().zip(&origins) {
            table.values(origin, part, &mut values);
            let others = measured.iter().filter(|to| *to != from).map(|to| values[*to]);
            others.filter(|value| !value.is_nan()).for_each(|value| moments.add(f64::from(value)));
        }
        let (mean, deviation) = moments.found().unwrap_or_default();
        // What is the same everywhere but for rounding tells nothing.
        Scale { mean, deviation: if deviation > 1e-6 { deviation } else { 0.0 } }
    });
    let table = table.with(Calibration { scales, ..Calibration::default() });

    let scores: Vec<Vec<f32>> = origins.iter().map(|origin| table.scores(origin, weights)).collect();
    let pairs = || {
        let rows = sample.iter().zip(&scores);
        rows.flat_map(|(from, scores)| {
            measured.iter().filter(move |to| *to != from).map(|to| (*from, *to, scores[*to]))
        })
    };
    let mut ascending: Vec<f32> = pairs().map(|(_, _, score)| score).collect();
    ascending.sort_unstable_by(f32::total_cmp);
    let last = ascending.len().saturating_sub(1);
    let spread = (0..=STEPS).filter_map(|at| ascending.get(at * last / STEPS).copied()).collect();
    let mut calibration = Calibration { scales, spread, cuts: Cuts::default() };

    let (mut in_families, mut in_occupations) = (Moments::default(), Moments::default());
    for (from, to, score) in pairs() {
        let (here, there) = (&catalog.roles[from], &catalog.roles[to]);
        if here.family == there.family {
            in_families.add(calibration.similarity(score));
        }
        if broad(here).is_some() && broad(here) == broad(there) {
            in_occupations.add(calibration.similarity(score));
        }
    }
    if let Some((mean, deviation)) = in_families.found() {
        let narrow =
            in_occupations.found().filter(|_| in_occupations.n >= 2 * LEAST_PAIRS).map_or(mean, |(mean, _)| mean);
        calibration.cuts = Cuts { viable: mean - deviation, highly_viable: narrow };
    }
    calibration
}

fn broad(role: &Role) -> Option<&str> {
    role.onet_code.as_deref()?.get(..BROAD)
}

/// Mean and standard deviation of numbers that come one by one.
#[derive(Default)]
struct Moments {
    n: usize,
    sum: f64,
    squares: f64,
}

impl Moments {
    fn add(&mut self, value: f64) {
        self.n += 1;
        self.sum += value;
        self.squares += value * value;
    }

    /// `None` of nothing.
    fn found(&self) -> Option<(f64, f64)> {
        let n = self.n as f64;
        let mean = self.sum / n;
        (self.n > 0).then(|| (mean, (self.squares / n - mean * mean).max(0.0).sqrt()))
    }
}
