//! A catalogue by its shelves: roles by family, skills by group. A shelf is filled when it is opened.

use crate::catalog::Catalog;
use crate::domain::{Text, sorted};
use crate::state::App;
use crate::ui::routes::{to_role, to_skill};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// What stands on a shelf, by its place in the catalogue: addresses and names.
type Contents = fn(&Catalog, u16) -> Vec<(String, String)>;

fn roles(catalog: &Catalog, family: u16) -> Vec<(String, String)> {
    let roles = catalog.roles.iter().filter(|role| role.family == family);
    roles.map(|role| (to_role(&role.id), role.name.get(language()).to_owned())).collect()
}

fn skills(catalog: &Catalog, group: u16) -> Vec<(String, String)> {
    let skills = catalog.skills_in(group).iter().filter_map(|place| catalog.skill(*place));
    skills.map(|skill| (to_skill(&skill.id), skill.name.get(language()).to_owned())).collect()
}

/// The shelves of one catalogue, and which one where there are several.
#[component]
pub(in crate::ui) fn Browse() -> impl IntoView {
    let app = App::get();
    let chosen = RwSignal::new(0_usize);
    let options = move || {
        let library = app.library.read();
        let option = |(at, catalog): (usize, &Arc<Catalog>)| {
            view! { <option value=at.to_string() selected=at == chosen.get()>{text::source_name(&catalog.source)}</option> }
        };
        library.catalogs.iter().enumerate().map(option).collect_view()
    };
    let has_choice = move || app.library.read().catalogs.len() > 1;
    let shelves = move || {
        let library = app.library.read();
        let catalog = library.catalogs.get(chosen.get()).or_else(|| library.catalogs.first()).cloned()?;
        let families = catalog.families.iter().map(|family| &family.name).collect();
        let groups = catalog.groups.iter().map(|group| &group.name).collect();
        Some(view! {
            <div class="columns even">
                <div><h3>{say!(catalogue.roles_by_family)}</h3>{all(&catalog, families, roles)}</div>
                <div><h3>{say!(catalogue.skills_by_group)}</h3>{all(&catalog, groups, skills)}</div>
            </div>
        })
    };
    view! {
        {move || has_choice().then(|| view! {
            <label class="field">
                <span>{say!(catalogue.which)}</span>
                <select on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or_default())>{options}</select>
            </label>
        })}
        {shelves}
    }
}

fn all(catalog: &Arc<Catalog>, names: Vec<&Text>, contents: Contents) -> impl IntoView + use<> {
    let words = names.into_iter().map(|name| name.get(language()).to_owned());
    let names = sorted((0_u16..).zip(words), |a, b| a.1.cmp(&b.1));
    let shelves = names.into_iter().filter_map(|(at, name)| shelf(catalog, at, name, contents));
    shelves.collect_view()
}

/// One shelf; none where it is empty.
fn shelf(catalog: &Arc<Catalog>, at: u16, name: String, contents: Contents) -> Option<impl IntoView + use<>> {
    let count = contents(catalog, at).len();
    let catalog = Arc::clone(catalog);
    let (open, set_open) = signal(false);
    let list = move || {
        open.get().then(|| {
            let entries = sorted(contents(&catalog, at), |a, b| a.1.cmp(&b.1));
            let entry = |(to, name): (String, String)| view! { <li><a href=to>{name}</a></li> };
            view! { <ul class="shelf">{entries.into_iter().map(entry).collect_view()}</ul> }
        })
    };
    (count > 0).then(|| {
        view! {
            <details on:toggle=move |_| set_open.set(true)>
                <summary>{name} <small>{format::number(count as f64)}</small></summary>
                {list}
            </details>
        }
    })
}
