//! Amounts as an organisation's pages write them.

use crate::ui::format;

/// Euros, whole, with their sign where they are taken off.
pub(super) fn euros(amount: f64) -> String {
    let written = format::euros(amount.abs().round() as u32);
    if amount <= -0.5 { ["−", &written].concat() } else { written }
}

/// How many, from a count.
pub(super) fn count(n: usize) -> String {
    format::number(n as f64)
}

/// A number that somebody typed: not below zero, and none where it is empty or is none.
pub(super) fn typed(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
}
