//! How alike the roles of a catalogue are: everything that is needed to compare any two, in flat lists.

use super::part::{Counts, Part, ratings};
use super::vectors::{Sparse, Vectors, unit};
use crate::catalog::{Calibration, Catalog};
use crate::domain::SkillIx;
use crate::engine::{Policy, Standing};

/// What each part counts; the sum is brought to one.
pub type PartWeights = [f64; Part::ALL.len()];

/// The vectors of every role of one catalogue (engine.md 5). Made once when a catalogue is opened, in one pass.
#[derive(Debug)]
pub struct SimilarityTable {
    n_roles: usize,
    counts: Counts,
    parts: Vec<Vectors>,
    zones: Vec<Option<u8>>,
    calibration: Calibration,
}

/// Where one starts from: a role, or a person in it.
#[derive(Clone, Debug)]
pub struct Origin {
    vectors: Vec<Sparse>,
    zone: Option<u8>,
}

/// What is not known, and so counts neither way.
const UNKNOWN: f32 = f32::NAN;

impl SimilarityTable {
    /// The table of a catalogue. One of no roles gives a table that likens nothing.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let counts = Counts::of(catalog);
        let n_roles = catalog.roles.len();
        let vectors = |part: &Part| Vectors::new((0..n_roles).map(|at| counts.vector(catalog, at, *part)));
        let parts = Part::ALL.iter().map(vectors).collect();
        let zones = catalog.roles.iter().map(|role| role.zone).collect();
        Self { n_roles, parts, zones, counts, calibration: catalog.calibration.clone() }
    }

    /// The same table that goes by other measures of the parts.
    #[must_use]
    pub fn with(self, calibration: Calibration) -> Self {
        Self { calibration, ..self }
    }

    /// What was measured on the catalogue.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    /// A role to start from; one that is not there is like no other.
    #[must_use]
    pub fn role(&self, at: usize) -> Origin {
        let vectors = self.parts.iter().map(|vectors| vectors.of(at).collect()).collect();
        Origin { vectors, zone: self.zones.get(at).copied().flatten() }
    }

    /// A person in a role: what they hold more or less of than it asks counts for more or less, and what they have rated
    /// beyond it counts as much as its level. The rest is the role's.
    #[must_use]
    pub fn person(&self, catalog: &Catalog, at: usize, standing: &Standing) -> Origin {
        let mut origin = self.role(at);
        let Some(role) = catalog.roles.get(at) else { return origin };
        let mut weights: Vec<(SkillIx, f64)> = Vec::new();
        for place in (0..catalog.skills.len() as u32).map(SkillIx) {
            let held = standing.held(place);
            let asked = role.requirements.binary_search_by_key(&place, |asked| asked.skill).ok();
            match asked.and_then(|at| role.requirements.get(at)) {
                Some(asked) if held.is_rated() && asked.level.value() > 0.0 => {
                    let share = held.level().value() / asked.level.value();
                    weights.push((place, (asked.weight.value() * share).min(5.0)));
                }
                Some(asked) => weights.push((place, asked.weight.value())),
                None if held.level().value() > 0.0 => weights.push((place, held.level().value())),
                None => {}
            }
        }
        origin.vectors[Part::Ratings as usize] = unit(ratings(catalog, weights.iter().copied()));
        origin.vectors[Part::Knowledge as usize] = unit(self.counts.knowledge(catalog, weights.into_iter()));
        origin
    }

    /// How alike an origin is to every role, in the order of the catalogue: the weighted mean of the parts, each in
    /// deviations from its mean over the catalogue. What is not known of one of the two counts neither way.
    #[must_use]
    pub fn scores(&self, from: &Origin, weights: &PartWeights) -> Vec<f32> {
        let mut scores = vec![0.0; self.n_roles];
        let mut values = vec![0.0; self.n_roles];
        let all = self.sum_of(weights);
        for (part, weight) in Part::ALL.into_iter().zip(weights) {
            let scale = self.calibration.scales[part as usize];
            if scale.deviation <= 0.0 || *weight <= 0.0 {
                continue;
            }
            self.values(from, part, &mut values);
            let (mean, factor) = (scale.mean as f32, (weight / scale.deviation / all) as f32);
            for (score, value) in scores.iter_mut().zip(&values) {
                *score += if value.is_nan() { 0.0 } else { (value - mean) * factor };
            }
        }
        scores
    }

    /// Every role by its place, the most similar first; the lower place first among equals.
    #[must_use]
    pub fn ranked(&self, from: &Origin, weights: &PartWeights) -> Vec<(usize, f32)> {
        let scores = self.scores(from, weights);
        // Score and place as one number, since numbers are sorted the fastest: the higher the score, the lower the number.
        let key = |(place, score): (u64, &f32)| {
            let bits = (score + 0.0).to_bits();
            let falling = if bits >> 31 == 0 { !(bits | 1 << 31) } else { bits };
            u64::from(falling) << 32 | place
        };
        let mut keys: Vec<u64> = (0..).zip(&scores).map(key).collect();
        keys.sort_unstable();
        let place = |key: u64| (key & u64::from(u32::MAX)) as usize;
        keys.into_iter().filter_map(|key| Some((place(key), *scores.get(place(key))?))).collect()
    }

    /// What each part says of every role, in deviations from its mean; `None` where it knows nothing of one of the two.
    #[must_use]
    pub fn all_parts(&self, from: &Origin) -> [Vec<Option<f64>>; Part::ALL.len()] {
        let mut values = vec![0.0; self.n_roles];
        Part::ALL.map(|part| {
            let scale = self.calibration.scales[part as usize];
            self.values(from, part, &mut values);
            let standard = |value: f32| (f64::from(value) - scale.mean) / scale.deviation;
            values.iter().map(|value| (!value.is_nan() && scale.deviation > 0.0).then(|| standard(*value))).collect()
        })
    }

    /// How alike two roles are: the share of all pairs that are less alike, from 0 to 1. A role is like itself to 1; one that
    /// is not there is like no other.
    #[must_use]
    pub fn similarity(&self, from: usize, to: usize, policy: &Policy) -> f64 {
        if from == to {
            return 1.0;
        }
        let scores = self.scores(&self.role(from), &policy.similarity);
        scores.get(to).map_or(0.0, |score| self.calibration.similarity(*score))
    }

    /// The sum of the weights that this catalogue can use.
    fn sum_of(&self, weights: &PartWeights) -> f64 {
        let known = weights.iter().zip(&self.calibration.scales).filter(|(_, scale)| scale.deviation > 0.0);
        known.map(|(weight, _)| weight.max(0.0)).sum::<f64>().max(f64::MIN_POSITIVE)
    }

    /// One part of the similarity to every role as it is measured; [`UNKNOWN`] where one of the two says nothing.
    pub(super) fn values(&self, from: &Origin, part: Part, out: &mut [f32]) {
        if part == Part::Zone {
            for (out, zone) in out.iter_mut().zip(&self.zones) {
                let both = from.zone.zip(*zone);
                *out = both.map_or(UNKNOWN, |(a, b)| -f32::from(a.abs_diff(b)));
            }
            return;
        }
        let (vector, vectors) = (&from.vectors[part as usize], &self.parts[part as usize]);
        vectors.products(vector, out);
        for (role, out) in out.iter_mut().enumerate() {
            if vector.is_empty() || !vectors.has(role) {
                *out = UNKNOWN;
            } else if part.is_sparse() {
                *out = out.max(0.0).sqrt();
            }
        }
    }

    /// How many roles there are.
    pub(super) fn n_roles(&self) -> usize {
        self.n_roles
    }
}
