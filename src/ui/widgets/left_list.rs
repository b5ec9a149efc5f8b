//! What has no place in the plan, and why.

use crate::engine::Plan;
use crate::state::Analysis;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing, where everything fits.
#[component]
pub(in crate::ui) fn LeftList(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let rows = plan.left.iter().map(|left| {
        let why = [text::step_detail(&analysis.catalog, &left.step), text::why_left(left.why)].join(" · ");
        view! { <li><span>{text::step(&analysis.catalog, &left.step)}</span><small>{why}</small></li> }
    });
    let rows = rows.collect_view();
    (!plan.left.is_empty()).then(|| {
        view! {
            <details class="card" open>
                <summary>{say!(plan.left, n = plan.left.len().to_string())}</summary>
                <p>{say!(plan.left_text)}</p>
                <ul class="done">{rows}</ul>
            </details>
        }
    })
}
