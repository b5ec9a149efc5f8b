//! What has been done, and the way to take it back.

use crate::domain::{ActivityId, Completion};
use crate::state::{Analysis, App};
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing, as long as nothing is done.
#[component]
pub(in crate::ui) fn DoneList(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    let app = App::get();
    move || {
        let workspace = app.workspace.read();
        let rows = workspace.completions.iter().map(|(id, done)| row(&analysis, id, done)).collect_view();
        let n = workspace.completions.len();
        (n > 0).then(|| {
            view! {
                <details class="card">
                    <summary>{say!(plan.done, n = n.to_string())}</summary>
                    <ul class="done">{rows}</ul>
                </details>
            }
        })
    }
}

fn row(analysis: &Analysis, id: &ActivityId, done: &Completion) -> impl IntoView + use<> {
    let app = App::get();
    let catalog = &analysis.catalog;
    let skill = catalog.find_skill(&done.skill).and_then(|place| catalog.skill(place));
    let named = catalog.find_activity(id).map(|activity| &activity.name).or_else(|| skill.map(|skill| &skill.name));
    let name = named.map_or_else(|| done.skill.to_string(), |name| name.get(language()).to_owned());
    let id = StoredValue::new(id.clone());
    view! {
        <li>
            <span>{name}</span>
            <small>{format::hours(f64::from(done.hours))} " · " {say!(plan.done_on, day = format::day(done.on))}</small>
            <button class="link" on:click=move |_| app.reopen(id.get_value())>{say!(plan.reopen)}</button>
        </li>
    }
}
