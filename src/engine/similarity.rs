//! How alike two roles are, and from where on that is near (engine.md 5).

use crate::catalog::{Catalog, Cuts};
use crate::domain::Role;

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

/// Measures the cuts of a catalogue on its own families and keeps them in it: viable is the mean similarity inside
/// families less one standard deviation (as Nesta calibrated theirs), highly viable is the mean. Without two roles in any
/// family nothing is viable.
pub fn calibrate(catalog: &mut Catalog) {
    let mut roles: Vec<&Role> =
        catalog.roles.iter().filter(|role| !role.requirements.is_empty()).collect();
    roles.sort_by_key(|role| role.family);
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for family in roles.chunk_by(|a, b| a.family == b.family) {
        for (at, a) in family.iter().enumerate() {
            for b in &family[at + 1..] {
                let alike = similarity(a, b);
                n += 1.0;
                sum += alike;
                squares += alike * alike;
            }
        }
    }
    if n > 0.0 {
        let mean: f64 = sum / n;
        let deviation = (squares / n - mean * mean).max(0.0).sqrt();
        catalog.cuts = Cuts { viable: mean - deviation, highly_viable: mean };
    }
}
