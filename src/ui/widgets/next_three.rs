//! The three things to do next.

use crate::engine::PlanItem;
use crate::state::{Analysis, App};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// The first three activities of the plan.
#[component]
pub(in crate::ui) fn NextThree(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    let app = App::get();
    move || {
        let plan = app.plan.get();
        let first = plan.iter().flat_map(|plan| plan.items.iter().take(3));
        let item = |item: &PlanItem| {
            let name = text::step(&analysis.catalog, &item.step);
            view! {
                <li><span>{name}</span><span class="n">{format::hours(f64::from(item.step.hours))}</span><small>{text::step_detail(&analysis.catalog, &item.step)}</small></li>
            }
        };
        view! { <ol class="next">{first.map(item).collect_view()}</ol> }
    }
}
