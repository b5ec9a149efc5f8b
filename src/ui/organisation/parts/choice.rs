//! One of a list that may change, or none.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlSelectElement;

/// A labelled choice. Its options may come and go: what is chosen stays.
#[component]
pub(in crate::ui::organisation) fn Choice(
    /// What it is for.
    label: String,
    /// What choosing nothing is called.
    none: String,
    /// Ids and names.
    options: Memo<Vec<(String, String)>>,
    /// The id that is chosen; empty for none.
    #[prop(into)]
    chosen: Signal<String>,
    /// What was chosen; empty for none.
    on_change: Callback<String>,
) -> impl IntoView {
    let chosen = Memo::new(move |_| chosen.get());
    let option = move |(id, name): (String, String)| {
        let id = StoredValue::new(id);
        let is_chosen = move || *chosen.read() == *id.read_value();
        view! { <option value=id.get_value() prop:selected=is_chosen>{name}</option> }
    };
    let on_select = move |event: Targeted<Event, HtmlSelectElement>| {
        on_change.run(event.target().value());
        // Where nothing came of it the old choice stands there again.
        event.target().set_value(&chosen.read_untracked());
    };
    view! {
        <label class="field"><span>{label}</span>
            <select on:change:target=on_select>
                <option value="" prop:selected=move || chosen.read().is_empty()>{none}</option>
                <For each=move || options.get() key=|(id, name)| [id.as_str(), name].join("\n") let(entry)>{option(entry)}</For>
            </select>
        </label>
    }
}
