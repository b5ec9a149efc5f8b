//! The catalogues that are there, each with its source, version, licence and attribution.

use crate::catalog::Catalog;
use crate::state::App;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// The catalogues that are there.
#[component]
pub(in crate::ui) fn CatalogList() -> impl IntoView {
    let app = App::get();
    view! {
        <ul class="catalogs">
            <For each=move || app.library.get().catalogs key=|catalog| Arc::as_ptr(catalog) as usize let:catalog>
                {entry(app, &catalog)}
            </For>
        </ul>
    }
}

fn entry(app: App, catalog: &Catalog) -> impl IntoView + use<> {
    let source = &catalog.source;
    let count = |n: usize| format::number(n as f64);
    let version = (!source.version.is_empty()).then(|| say!(settings.version, version = source.version.to_string()));
    let facts: Vec<String> = version
        .into_iter()
        .chain([
            say!(settings.licence, licence = source.licence.to_string()),
            say!(settings.catalog_counts, n_roles = count(catalog.roles.len()), n_skills = count(catalog.skills.len())),
        ])
        .collect();
    let key = source.key.to_string();
    let can_go = app.library.with_untracked(|library| !library.is_shipped(&key));
    view! {
        <li>
            <strong>{text::source_name(source)}</strong>
            <span class="sub">{facts.join(" · ")}</span>
            <small>{source.attribution.to_string()}</small>
            {can_go.then(|| view! { <button class="link" on:click=move |_| app.remove_catalog(&key)>{say!(settings.remove)}</button> })}
        </li>
    }
}
