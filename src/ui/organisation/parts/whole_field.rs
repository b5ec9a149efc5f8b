//! A whole number with its label, or none.

use super::super::amounts::typed;
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// A labelled input for a whole number from 0 on; empty is none. What is typed is rounded, what is no number changes nothing, and
/// the input shows what came of it.
#[component]
pub(in crate::ui::organisation) fn WholeField(
    /// What it is for.
    label: String,
    /// What it shows while it is empty.
    #[prop(optional, into)]
    hint: String,
    /// The number.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// What was settled.
    on_change: Callback<Option<u32>>,
) -> impl IntoView {
    // What is being typed stays, whatever else changes meanwhile.
    let shown = Memo::new(move |_| value.get().map(|number| number.to_string()).unwrap_or_default());
    let settle = move |event: Targeted<Event, HtmlInputElement>| {
        let text = event.target().value();
        let number = typed(&text).map(|number| number.round() as u32);
        if number.is_some() || text.is_empty() {
            on_change.run(number);
        }
        event.target().set_value(&shown.get_untracked());
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="number" min="0" step="any" inputmode="decimal" placeholder=hint prop:value=shown on:change:target=settle/>
        </label>
    }
}
