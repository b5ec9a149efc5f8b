//! A few amounts beside each other, as bars that lie.

use super::scale::Scale;
use leptos::prelude::*;

/// The height of a bar with its gap.
const ROW: f64 = 24.0;
/// The most bars; what is beyond stands in the table.
const BARS: usize = 20;

/// The most letters of a name beside its bar; the table has all of it.
const LETTERS: usize = 26;

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        Some((end, _)) => [name.get(..end).unwrap_or_default(), "…"].concat(),
        None => name.to_owned(),
    }
}

/// A bar for each name, the amount in words at its end.
#[component]
pub(in crate::ui) fn BarChart(
    /// Name, amount, and the amount in words.
    bars: Vec<(String, f64, String)>,
    /// What it shows, in words.
    alt: String,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.1).fold(1.0, f64::max);
    let n = bars.len().min(BARS);
    let x = Scale::new([0.0, most], [0.0, 250.0]);
    let rows = bars.into_iter().take(BARS).enumerate().map(|(at, (name, amount, words))| {
        let y = at as f64 * ROW;
        let name = shortened(&name);
        view! {
            <text class="name" x="0" y=y + 16.0>{name}</text>
            <rect class="part" x="180" y=y + 4.0 width=x.at(amount) height="16"/>
            <text x=186.0 + x.at(amount) y=y + 16.0>{words}</text>
        }
    });
    let rows = rows.collect_view();
    view! { <svg class="bars" viewBox=format!("0 0 520 {}", n as f64 * ROW) role="img" aria-label=alt>{rows}</svg> }
}
