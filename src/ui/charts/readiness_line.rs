//! How fit rises along a plan: a line of steps from today to the end.

use super::scale::Scale;
use crate::engine::Plan;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Fit over the weeks of a plan, labelled at both ends.
#[component]
pub(in crate::ui) fn ReadinessLine(
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let (first, last) = (plan.readiness.first()?, plan.readiness.last()?);
    let x = Scale::new([0.0, f64::from(last.week.max(1))], [4.0, 256.0]);
    let y = Scale::new([0.0, 1.0], [72.0, 12.0]);
    let mut path = format!("M{} {}", x.at(0.0), y.at(first.fit));
    for step in &plan.readiness[1..] {
        path += &format!("H{}V{}", x.at(f64::from(step.week)), y.at(step.fit));
    }
    let (from, to) = (format::percent(first.fit), format::percent(last.fit));
    let alt = say!(plan.readiness_alt, from = from.as_str(), to = to.as_str());
    Some(view! {
        <svg class="readiness" viewBox="0 0 320 96" role="img" aria-label=alt>
            <path class="grid" d="M4 12H256M4 72H256"/>
            <path class="line" d=path/>
            <text x="4" y=y.at(first.fit) + 16.0>{from}</text>
            <text x="262" y=y.at(last.fit) + 5.0 class="end">{to}</text>
        </svg>
    })
}
