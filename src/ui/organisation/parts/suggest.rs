//! An input that offers what fits while one types, with the browser's own list.

use leptos::prelude::*;

/// A labelled input. What is typed counts once it reads as one of the offers.
#[component]
pub(in crate::ui::organisation) fn Suggest(
    /// The id of its list, unique on the page.
    #[prop(into)]
    id: String,
    /// What it is for.
    label: String,
    /// Ids and names for what was typed.
    offers: Callback<String, Vec<(String, String)>>,
    /// What was typed.
    typed: RwSignal<String>,
    /// The id that it reads as.
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let offered = Memo::new(move |_| offers.run(typed.get()));
    let on_input = move |text: String| {
        typed.set(text);
        let word = typed.read_untracked().trim().to_lowercase();
        let fits = |(_, name): &&(String, String)| name.to_lowercase() == word;
        chosen.set(offered.with_untracked(|offered| offered.iter().find(fits).map(|(id, _)| id.to_owned())));
    };
    view! {
        <label class="field"><span>{label}</span>
            <input type="text" autocomplete="off" spellcheck="false" list=id.to_owned() prop:value=typed on:input:target=move |event| on_input(event.target().value())/>
        </label>
        <datalist id=id>
            <For each=move || offered.get() key=|(id, name)| [id.as_str(), name].join("\n") let((_, name))><option value=name></option></For>
        </datalist>
    }
}
