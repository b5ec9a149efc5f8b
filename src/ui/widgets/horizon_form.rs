//! What if: hours, dates and money, answered at once.

use crate::domain::{Horizon, HorizonError};
use crate::state::App;
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;

fn worded(error: HorizonError) -> String {
    match error {
        HorizonError::Hours(_) => say!(plan.bad_hours),
        HorizonError::DeadlineBeforeStart { .. } => say!(plan.bad_dates),
    }
}

/// An empty text is "none"; anything else has to be what it should.
fn parsed<T: std::str::FromStr>(text: &str) -> Result<Option<T>, T::Err> {
    if text.trim().is_empty() { Ok(None) } else { text.trim().parse().map(Some) }
}

/// The room that the plan has. What cannot be is said beside the fields, and the plan stays as it was.
#[component]
pub(in crate::ui) fn HorizonForm() -> impl IntoView {
    let app = App::get();
    let wrong = RwSignal::new(None::<String>);
    let horizon = move || app.horizon();
    let set = move |horizon: Horizon| wrong.set(app.try_horizon(horizon).err().map(worded));
    let set_hours = move |text: String| match text.parse() {
        Ok(hours_per_week) => set(Horizon { hours_per_week, ..horizon() }),
        Err(_) => wrong.set(Some(say!(plan.bad_hours))),
    };
    let set_start = Callback::new(move |text: String| match parsed(&text) {
        Ok(start) => set(Horizon { start, ..horizon() }),
        Err(_) => wrong.set(Some(say!(plan.bad_dates))),
    });
    let set_deadline = Callback::new(move |text: String| match parsed(&text) {
        Ok(deadline) => set(Horizon { deadline, ..horizon() }),
        Err(_) => wrong.set(Some(say!(plan.bad_dates))),
    });
    let set_budget = Callback::new(move |text: String| match parsed(&text) {
        Ok(budget) => set(Horizon { budget, ..horizon() }),
        Err(_) => wrong.set(Some(say!(plan.bad_budget))),
    });
    let shown = |value: Option<String>| value.unwrap_or_default();
    let start = Signal::derive(move || shown(horizon().start.map(|day| day.to_string())));
    let deadline = Signal::derive(move || shown(horizon().deadline.map(|day| day.to_string())));
    let budget = Signal::derive(move || shown(horizon().budget.map(|euros| euros.to_string())));
    view! {
        <section class="card what-if">
            <h2>{say!(plan.what_if)}</h2>
            <label class="field">
                <span>{say!(plan.hours)} " " <output>{move || horizon().hours_per_week}</output></span>
                <input type="range" min="1" max="40" prop:value=move || horizon().hours_per_week.to_string() on:input:target=move |event| set_hours(event.target().value())/>
            </label>
            <Field label=say!(plan.start) kind="date" value=start on_change=set_start/>
            <Field label=say!(plan.deadline) kind="date" value=deadline on_change=set_deadline/>
            <Field label=say!(plan.budget) kind="number" value=budget hint=say!(plan.none) on_change=set_budget/>
            <p class="wrong" role="alert">{wrong}</p>
        </section>
    }
}
