//! A share of a whole: a bar and its per cent.

use crate::ui::format;
use leptos::prelude::*;

/// A bar from 0 to 100 per cent, with the number beside it.
#[component]
pub(in crate::ui) fn ShareBar(
    /// Whole per cent.
    percent: u8,
) -> impl IntoView {
    let words = format::percent(f64::from(percent) / 100.0);
    view! {
        <span class="share">
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" rx="3"/><rect class="part" width=percent.min(100) height="6" rx="3"/></svg>
            <small>{words}</small>
        </span>
    }
}
