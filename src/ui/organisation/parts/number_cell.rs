//! A number in a table that can be changed where it stands.

use leptos::prelude::*;

/// An input for a whole number from 0 on. What is no such number changes nothing, and the input shows the old one again.
#[component]
pub(in crate::ui::organisation) fn NumberCell(
    /// What it is, for who does not see its column.
    #[prop(into)]
    label: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<u32>,
    /// What was settled.
    on_change: Callback<u32>,
) -> impl IntoView {
    // What is being typed stays, whatever else changes meanwhile.
    let value = Memo::new(move |_| value.get());
    view! {
        <input class="number-cell" type="number" min="0" step="1" inputmode="numeric" aria-label=label prop:value=move || value.get().to_string()
            on:change:target=move |event| match event.target().value().trim().parse() {
                Ok(number) => on_change.run(number),
                Err(_) => event.target().set_value(&value.get_untracked().to_string()),
            }/>
    }
}
