//! A name that may be known already.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// A labelled input that offers names while one types, with the browser's own list, and speaks when its value is settled. Then it
/// shows what came of it.
#[component]
pub(in crate::ui::organisation) fn NameField(
    /// The id of its list, unique on the page.
    #[prop(into)]
    id: String,
    /// What it is for.
    label: String,
    /// Names for what was typed.
    offers: Callback<String, Vec<String>>,
    /// The name that it shows.
    #[prop(into)]
    value: Signal<String>,
    /// What was settled.
    on_change: Callback<String>,
) -> impl IntoView {
    let value = Memo::new(move |_| value.get());
    let typed = RwSignal::new(String::new());
    let offered = Memo::new(move |_| offers.run(typed.get()));
    let settle = move |event: Targeted<Event, HtmlInputElement>| {
        on_change.run(event.target().value());
        event.target().set_value(&value.get_untracked());
    };
    view! {
        <label class="field"><span>{label}</span>
            <input type="text" autocomplete="off" spellcheck="false" list=id.to_owned() prop:value=value
                on:input:target=move |event| typed.set(event.target().value()) on:change:target=settle/>
        </label>
        <datalist id=id><For each=move || offered.get() key=ToOwned::to_owned let(name)><option value=name></option></For></datalist>
    }
}
