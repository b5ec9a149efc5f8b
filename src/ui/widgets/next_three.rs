//! The three things to do next.

use crate::engine::Step;
use crate::state::Analysis;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// A few activities with their hours, in order.
#[component]
pub(in crate::ui) fn NextThree(
    /// The way that they are for.
    analysis: Arc<Analysis>,
    /// The activities.
    steps: Vec<Step>,
) -> impl IntoView {
    let item = |step: Step| {
        let detail = text::step_detail(&analysis.catalog, &step);
        view! {
            <li><span>{text::step(&analysis.catalog, &step)}</span><span class="n">{format::hours(f64::from(step.hours))}</span><small>{detail}</small></li>
        }
    };
    view! { <ol class="next">{steps.into_iter().map(item).collect_view()}</ol> }
}
