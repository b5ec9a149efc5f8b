//! What has no place in the plan, why, and what would help.

use crate::engine::Relief;
use crate::state::{Analysis, App, Planned};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing, where everything fits.
#[component]
pub(in crate::ui) fn LeftList(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan.
    planned: Arc<Planned>,
) -> impl IntoView {
    let left = &planned.plan.left;
    let rows = left.iter().map(|left| {
        let why = [text::step_detail(&analysis.catalog, &left.step), text::why_left(left.why)].join(" · ");
        view! { <li><span>{text::step(&analysis.catalog, &left.step)}</span><small>{why}</small></li> }
    });
    let rows = rows.collect_view();
    let helps = planned.reliefs.iter().map(|relief| helps(*relief)).collect_view();
    (!left.is_empty()).then(|| {
        view! {
            <details class="card" open>
                <summary>{say!(plan.left, n = left.len().to_string())}</summary>
                <p>{if planned.reliefs.is_empty() { say!(plan.left_together) } else { say!(plan.left_text) }}</p>
                <p class="actions">{helps}</p>
                <ul class="done">{rows}</ul>
            </details>
        }
    })
}

/// One change that brings everything in, to be tried at once.
fn helps(relief: Relief) -> impl IntoView {
    let app = App::get();
    let words = match relief {
        Relief::Hours(hours) => say!(plan.try_hours, hours = format::hours(f64::from(hours))),
        Relief::Deadline(day) => say!(plan.try_deadline, day = format::day(day)),
        Relief::Budget(euros) => say!(plan.try_budget, euros = format::euros(euros)),
    };
    // A relief only widens what there is: it is a horizon that can be.
    let try_it = move |_| {
        app.try_horizon(relief.applied(app.horizon())).ok();
    };
    view! { <button class="quiet" on:click=try_it>{words}</button> }
}
