//! An input with its label.

use leptos::prelude::*;

/// A labelled input that speaks when its value is settled.
#[component]
pub(in crate::ui) fn Field(
    /// What it is for.
    label: String,
    /// The native type: `date`, `number`, `text`.
    kind: &'static str,
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// What it shows while it is empty.
    #[prop(optional, into)]
    hint: String,
    /// What was settled.
    on_change: Callback<String>,
) -> impl IntoView {
    // What is being typed stays, whatever else changes meanwhile: the input is only written to when its own value is another.
    let value = Memo::new(move |_| value.get());
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type=kind
                min=(kind == "number").then_some("0")
                step=(kind == "number").then_some("any")
                inputmode=(kind == "number").then_some("decimal")
                placeholder=hint
                prop:value=value
                on:change:target=move |event| on_change.run(event.target().value())
            />
        </label>
    }
}
