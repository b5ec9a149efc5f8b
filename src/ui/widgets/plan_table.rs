//! The plan as a list, in the order of its weeks, where each activity can be marked as done and arranged by hand.

use super::plan_row_menu::PlanRowMenu;
use crate::engine::{Plan, PlanItem};
use crate::state::{Analysis, App, Planned};
use crate::ui::components::{Icon, IconName};
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
    planned: Arc<Planned>,
) -> impl IntoView {
    let rows = (0..planned.plan.items.len()).map(|at| row(&analysis, &planned.plan, at)).collect_view();
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

fn row(analysis: &Arc<Analysis>, plan: &Plan, at: usize) -> Option<impl IntoView + use<>> {
    let app = App::get();
    let item = plan.items.get(at)?;
    let name = name(analysis, item);
    let when = [format::day(item.starts), format::day(item.ends)].join(" – ");
    let cost = if item.cost > 0 { format::euros(item.cost) } else { String::new() };
    let load = say!(plan.of, n = item.load.to_string());
    let hours = format::hours(f64::from(item.hours));
    let detail = text::step_detail(&analysis.catalog, &item.step);
    let goes_on =
        item.followed.is_some_and(|followed| followed < plan.first_monday) && item.starts == plan.first_monday;
    let goes_on = goes_on.then(|| view! { <small>{say!(arrange.begun)}</small> });
    let lock = item
        .is_locked
        .then(|| view! { <small class="locked"><Icon name=IconName::Lock/> {say!(arrange.locked)}</small> });
    let (kept, whole) = (StoredValue::new(item.to_owned()), StoredValue::new(Arc::clone(analysis)));
    let complete = move |_| {
        whole.with_value(|analysis| kept.with_value(|item| app.complete(analysis, item, item.hours, "")));
    };
    let mark = item.is_last_part().then(|| {
        view! { <input type="checkbox" aria-label=say!(plan.mark, name = name.as_str()) on:change=complete/> }
    });
    let title = name.to_owned();
    Some(view! {
        <tr>
            <td>{mark}</td>
            <th scope="row">{title}<small>{detail}</small>{goes_on}{lock}<PlanRowMenu analysis=Arc::clone(analysis) item=kept name/></th>
            <td>{when}<small>{load}</small></td>
            <td class="n">{hours}</td>
            <td class="n">{cost}</td>
        </tr>
    })
}

/// What an activity is called, with its part where it is done in two.
fn name(analysis: &Analysis, item: &PlanItem) -> String {
    let name = text::step(&analysis.catalog, &item.step);
    match item.nth {
        [_, 1] => name,
        [nth, of] => say!(arrange.part, name = name, nth = nth.to_string(), of = of.to_string()),
    }
}
