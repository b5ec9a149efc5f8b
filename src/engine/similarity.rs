//! How alike two roles are, and from where on that is near (engine.md 5).

use crate::catalog::{Catalog, Cuts};
use crate::domain::{Role, sorted};

/// Cosine of the weights of everything two roles name, background included: 0 to 1, and 0 where one names nothing.
///
/// Raw importance is the strongest simple measure of relatedness that was found on O*NET (nDCG@20 0.541, performance.md 2).
#[must_use]
pub fn similarity(a: &Role, b: &Role) -> f64 {
    let (mut product, mut at) = (0.0, 0);
    for asked in &a.requirements {
        while b.requirements.get(at).is_some_and(|other| other.skill < asked.skill) {
            at += 1;
        }
        if let Some(other) = b.requirements.get(at).filter(|other| other.skill == asked.skill) {
            product += asked.weight.value() * other.weight.value();
        }
    }
    let lengths = length(a) * length(b);
    if lengths > 0.0 { (product / lengths).min(1.0) } else { 0.0 }
}

fn length(role: &Role) -> f64 {
    role.requirements.iter().map(|asked| asked.weight.value().powi(2)).sum::<f64>().sqrt()
}

/// A narrower kinship than the family is used where at least this many pairs share it.
const LEAST_PAIRS: usize = 30;
/// How much of an O*NET-SOC code roles of one broad occupation share.
const BROAD: usize = "15-205".len();

/// Measures the cuts of a catalogue on itself and keeps them in it. Viable is the mean similarity inside families less one
/// standard deviation, as Nesta calibrated theirs; highly viable is the mean inside broad occupations, or inside families
/// where too few roles have a code. Without two roles in any family nothing is viable.
///
/// Roles whose requirements are estimated from others are left out: they would only be alike to what they were made of.
pub fn calibrate(catalog: &mut Catalog) {
    let rated = catalog.roles.iter().filter(|role| !role.requirements.is_empty() && role.estimated_from.is_empty());
    let rated: Vec<&Role> = rated.collect();
    let in_families = similarities(&rated, |role| Some(role.family));
    let in_occupations = similarities(&rated, |role| role.onet_code.as_deref()?.get(..BROAD));
    let Some((mean, deviation)) = mean(&in_families) else { return };
    let narrow = mean_of_enough(&in_occupations).unwrap_or(mean);
    catalog.cuts = Cuts { viable: mean - deviation, highly_viable: narrow };
}

/// The similarity of every pair of roles that are kin.
fn similarities<'a, K: Ord>(roles: &[&'a Role], kin: impl Fn(&'a Role) -> Option<K>) -> Vec<f64> {
    let keyed = sorted(roles.iter().filter_map(|role| Some((kin(role)?, *role))), |a, b| a.0.cmp(&b.0));
    let mut found = Vec::new();
    for group in keyed.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, a)) in group.iter().enumerate() {
            found.extend(group[at + 1..].iter().map(|(_, b)| similarity(a, b)));
        }
    }
    found
}

fn mean_of_enough(values: &[f64]) -> Option<f64> {
    mean(values).filter(|_| values.len() >= LEAST_PAIRS).map(|(mean, _)| mean)
}

/// Mean and standard deviation; `None` of nothing.
fn mean(values: &[f64]) -> Option<(f64, f64)> {
    if values.is_empty() {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    Some((mean, variance.sqrt()))
}
