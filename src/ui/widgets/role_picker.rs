//! Finds a role by any of its titles: a combobox after the ARIA practices, tolerant of typos.

use crate::domain::RoleId;
use crate::state::{App, fold_query};
use crate::ui::text;
use crate::ui::words::{language, say};
use leptos::prelude::*;

const SHOWN: usize = 8;

/// A role that is offered.
#[derive(Clone, PartialEq)]
struct Offer {
    id: RoleId,
    name: String,
    also: Option<String>,
    source: String,
}

fn offers(app: App, typed: &str) -> Vec<Offer> {
    let library = app.library.read();
    let hits = library.search(&fold_query(typed), SHOWN);
    let offers = hits.into_iter().filter_map(|(catalog, hit)| {
        let role = catalog.roles.get(hit.place)?;
        let also = hit.also.and_then(|also| Some(role.also.get(also)?.get(language()).to_owned()));
        let name = role.name.get(language()).to_owned();
        Some(Offer { id: role.id.clone(), name, also, source: text::source_name(&catalog.source) })
    });
    offers.collect()
}

/// A labelled input that offers roles while one types.
#[component]
pub(in crate::ui) fn RolePicker(
    /// The id of the input, unique on the page.
    id: &'static str,
    /// What the role is for.
    label: String,
    /// What the input shows while it is empty.
    hint: String,
    /// The role that is chosen.
    chosen: RwSignal<Option<RoleId>>,
) -> impl IntoView {
    let app = App::get();
    let id_of = move |part: &str| [id, "-", part].concat();
    let name_of = move |role: &RoleId| {
        let library = app.library.read();
        library.role(role).map(|role| role.name.get(language()).to_owned())
    };
    let typed = RwSignal::new(String::new());
    let (open, set_open) = signal(false);
    let (active, set_active) = signal(0_usize);
    // A role that is chosen elsewhere, or whose catalogue has just come, is shown by its name.
    Effect::new(move |_| {
        if let Some(name) = chosen.get().as_ref().and_then(name_of) {
            typed.set(name);
        }
    });
    let offered = Memo::new(move |_| if open.get() { offers(app, &typed.read()) } else { Vec::new() });
    let choose = move |at: usize| {
        if let Some(offer) = offered.with_untracked(|offers| offers.get(at).cloned()) {
            typed.set(offer.name);
            chosen.set(Some(offer.id));
            set_open.set(false);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let count = offered.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if !open.get() => set_open.set(true),
            "ArrowDown" if count > 0 => set_active.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => set_active.update(|at| *at = (*at + count - 1) % count),
            "Enter" if open.get() && count > 0 => choose(active.get()),
            "Escape" => set_open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |text: String| {
        typed.set(text);
        chosen.set(None);
        set_active.set(0);
        set_open.set(true);
    };
    let is_open = move || open.get() && !typed.read().trim().is_empty();
    let told = move || {
        let count = offered.with(Vec::len);
        is_open().then(|| if count == 0 { say!(picker.none) } else { say!(picker.found, n = count.to_string()) })
    };
    view! {
        <div class="picker">
            <label for=id id=id_of("label")>{label}</label>
            <input
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=hint
                aria-autocomplete="list"
                aria-controls=id_of("list")
                aria-expanded=move || (is_open() && !offered.read().is_empty()).to_string()
                aria-activedescendant=move || (is_open() && !offered.read().is_empty()).then(|| id_of(&active.get().to_string()))
                prop:value=typed
                on:input:target=move |event| on_input(event.target().value())
                on:keydown=on_key
                on:blur=move |_| set_open.set(false)
            />
            <ul id=id_of("list") role="listbox" aria-labelledby=id_of("label") class:open=move || is_open() && !offered.read().is_empty()>
                <ForEnumerate each=move || offered.get() key=|offer| offer.id.clone() let(at, offer)>
                    <li
                        id=move || id_of(&at.get().to_string())
                        role="option"
                        aria-selected=move || (active.get() == at.get()).to_string()
                        // The press comes before the blur, which would close the list under the pointer.
                        on:mousedown=move |event| { event.prevent_default(); choose(at.get_untracked()); }
                    >
                        <span>{offer.name}</span>
                        <small>{offer.also.map_or(offer.source, |title| say!(picker.also, title = title.as_str()))}</small>
                    </li>
                </ForEnumerate>
            </ul>
            <p class="told" role="status">{told}</p>
        </div>
    }
}
