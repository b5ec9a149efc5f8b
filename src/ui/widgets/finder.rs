//! One search over the skills and roles of every catalogue: words in any order, slips, accents, other names.

use crate::domain::SkillIx;
use crate::state::{App, Entry, Found, fold_query};
use crate::ui::routes::{go_to, to_role, to_skill};
use crate::ui::text;
use crate::ui::words::{language, say};
use leptos::ev::{KeyboardEvent, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

const SHOWN: usize = 20;

/// What is offered for a search: where it leads, and the words.
#[derive(Clone, PartialEq)]
struct Offer {
    to: String,
    name: String,
    about: String,
}

fn offer(found: &Found) -> Option<Offer> {
    let (catalog, words) = (&found.catalog, language());
    let (to, name, also, kind) = match found.entry {
        Entry::Role(at) => {
            let role = catalog.roles.get(at)?;
            (to_role(&role.id), &role.name, &role.also, say!(catalogue.role))
        }
        Entry::Skill(SkillIx(at)) => {
            let skill = catalog.skills.get(at as usize)?;
            (to_skill(&skill.id), &skill.name, &skill.also, say!(catalogue.skill))
        }
    };
    let also = found.also.and_then(|at| also.get(at)).map(|title| say!(picker.also, title = title.get(words)));
    let about = [Some(kind), also, Some(text::source_name(&catalog.source))].into_iter().flatten().collect::<Vec<_>>();
    Some(Offer { to, name: name.get(words).to_owned(), about: about.join(" · ") })
}

/// A search field, and below it what was found.
#[component]
pub(in crate::ui) fn Finder() -> impl IntoView {
    let app = App::get();
    let offers = Memo::new(move |_| {
        let found = app.library.read().find(&fold_query(&app.query.read()), SHOWN);
        found.iter().filter_map(offer).collect::<Vec<_>>()
    });
    let told = move || {
        let count = offers.read().len();
        let asked = !app.query.read().trim().is_empty();
        asked.then(|| if count == 0 { say!(catalogue.none) } else { say!(picker.found, n = count.to_string()) })
    };
    let on_key = move |event: Targeted<KeyboardEvent, HtmlInputElement>| {
        if let ("Enter", Some(first)) = (event.key().as_str(), offers.read().first()) {
            go_to(&first.to);
        }
    };
    view! {
        <label class="field finder">
            <span>{say!(catalogue.find_label)}</span>
            <input type="search" autocomplete="off" spellcheck="false" placeholder=say!(catalogue.find_hint)
                prop:value=app.query
                on:input:target=move |event| app.query.set(event.target().value())
                on:keydown:target=on_key
            />
        </label>
        <p class="sub" role="status">{told}</p>
        <ul class="offers">
            <For each=move || offers.get() key=|offer| offer.to.clone() let:offer>
                <li><a href=offer.to>{offer.name}</a> <small>{offer.about}</small></li>
            </For>
        </ul>
    }
}
