//! Days as other files write them.

use chrono::NaiveDate;

/// The day that a text begins with: `2024-05-31`, with or without a time behind it; the first of the month for `2024-05`, the first of the
/// year for `2024`. None for any other text.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let whole = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    // Ten letters: a year of four digits, and nothing that other parsers take for years.
    if whole.len() == 10 { whole.parse().ok() } else { None }
}
