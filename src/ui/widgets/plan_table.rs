//! The plan as a list, week by week, where each activity can be marked as done.

use crate::engine::{Plan, PlanItem};
use crate::state::{Analysis, App};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// One row an activity.
#[component]
pub(in crate::ui) fn PlanTable(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let rows = plan.items.iter().map(|item| row(&analysis, item)).collect_view();
    view! {
        <table class="plan">
            <thead>
                <tr>
                    <th scope="col">{say!(plan.done_col)}</th>
                    <th scope="col">{say!(plan.activity)}</th>
                    <th scope="col">{say!(plan.when)}</th>
                    <th scope="col" class="n">{say!(plan.hours_col)}</th>
                    <th scope="col" class="n">{say!(plan.cost)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(analysis: &Analysis, item: &PlanItem) -> impl IntoView + use<> {
    let app = App::get();
    let name = text::step(&analysis.catalog, &item.step);
    let when = [format::day(item.starts), format::day(item.ends)].join(" – ");
    let cost = if item.step.cost > 0 { format::euros(item.step.cost) } else { String::new() };
    let id = analysis.catalog.skill(item.step.skill).map(|skill| skill.id.clone());
    let done = StoredValue::new((id, item.step.clone()));
    let complete = move |_| done.with_value(|(id, step)| id.iter().for_each(|id| app.complete(id, step)));
    view! {
        <tr>
            <td><input type="checkbox" aria-label=say!(plan.mark, name = name.as_str()) on:change=complete/></td>
            <th scope="row">{name}<small>{text::step_detail(&analysis.catalog, &item.step)}</small></th>
            <td>{when}<small>{say!(plan.of, n = item.load.to_string())}</small></td>
            <td class="n">{format::hours(f64::from(item.step.hours))}</td>
            <td class="n">{cost}</td>
        </tr>
    }
}
