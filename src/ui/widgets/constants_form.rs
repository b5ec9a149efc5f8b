//! The constants behind a line of the method, to be set by the person.

use crate::state::{App, Constant};
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;

/// A field for each constant of a line, and a way back to the defaults where one was set.
#[component]
pub(in crate::ui) fn ConstantsForm(
    /// The line.
    line: &'static str,
) -> impl IntoView {
    let app = App::get();
    let fields = App::constants_of(line).map(|constant| field(app, constant)).collect_view();
    let is_set = Memo::new(move |_| app.has_set(line));
    let reset = move || {
        is_set.get().then(|| {
        view! { <p class="actions"><button class="quiet" on:click=move |_| app.reset_constants(line)>{say!(constants.reset)}</button></p> }
    })
    };
    view! {
        <details>
            <summary>{say!(constants.title)}</summary>
            <div class="pair">{fields}</div>
            {reset}
        </details>
    }
}

fn field(app: App, constant: &'static Constant) -> impl IntoView {
    let value = Signal::derive(move || app.policy.read().value(constant).to_string());
    let settle = move |typed: String| {
        if let Ok(value) = typed.trim().replace(',', ".").parse() {
            app.set_constant(constant, value);
        }
    };
    view! { <Field label=name(constant.name) kind="number" value on_change=Callback::new(settle)/> }
}

fn name(constant: &str) -> String {
    match constant {
        "neighbour-share" => say!(constants.neighbour_share),
        "strength-from" => say!(constants.strength_from),
        "least-rated" => say!(constants.least_rated),
        "questions" => say!(constants.questions),
        "protects-from" => say!(constants.protects_from),
        "maintain-from" => say!(constants.maintain_from),
        "new-ground-below" => say!(constants.new_ground_below),
        "part-ratings" => say!(constants.part_ratings),
        "part-knowledge" => say!(constants.part_knowledge),
        "part-words" => say!(constants.part_words),
        "part-interests" => say!(constants.part_interests),
        "part-technology" => say!(constants.part_technology),
        "part-relations" => say!(constants.part_relations),
        "part-zone" => say!(constants.part_zone),
        "reach-from" => say!(constants.reach_from),
        "hours-1" => say!(constants.hours, from = "0", to = "1"),
        "hours-2" => say!(constants.hours, from = "1", to = "2"),
        "hours-3" => say!(constants.hours, from = "2", to = "3"),
        "hours-4" => say!(constants.hours, from = "3", to = "4"),
        "hours-5" => say!(constants.hours, from = "4", to = "5"),
        "breadth-tool" => say!(constants.breadth_tool),
        "breadth-discipline" => say!(constants.breadth_discipline),
        "adjacency-saving" => say!(constants.adjacency_saving),
        "mentor-saving" => say!(constants.mentor_saving),
        "band-low" => say!(constants.band_low),
        "band-high" => say!(constants.band_high),
        "same-group" => say!(constants.same_group),
        "bridge-from" => say!(constants.bridge_from),
        other => other.to_owned(),
    }
}
