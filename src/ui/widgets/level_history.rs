//! The levels of one skill over time.

use crate::state::{App, Look};
use crate::ui::charts::LevelSteps;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// A choice of skills, the line of the chosen one, and its table.
#[component]
pub(in crate::ui) fn LevelHistory(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let app = App::get();
    if look.skills.is_empty() {
        return view! { <p>{say!(history.none)}</p> }.into_any();
    }
    let chosen = RwSignal::new(0_usize);
    let options = look.skills.iter().enumerate().map(|(at, id)| {
        view! { <option value=at.to_string()>{text::skill_name(app, id)}</option> }
    });
    let options = options.collect_view();
    let line = move || {
        let id = look.skills.get(chosen.get())?;
        let points = look.levels(id);
        let rows = points.iter().map(|(day, level)| {
            view! { <tr><th scope="row">{format::day(*day)}</th><td class="n">{format::decimal(*level)}</td></tr> }
        });
        let rows = rows.collect_view();
        Some(view! {
            <LevelSteps points until=look.day/>
            <details>
                <summary>{say!(history.table)}</summary>
                <table><thead><tr><th scope="col">{say!(history.day)}</th><th scope="col" class="n">{say!(history.level)}</th></tr></thead><tbody>{rows}</tbody></table>
            </details>
        })
    };
    view! {
        <label class="field">
            <span>{say!(history.skill)}</span>
            <select on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or(0))>{options}</select>
        </label>
        {line}
    }
    .into_any()
}
