//! The ways from the present role to another, by way of others where that is shorter or nearer.

use crate::catalog::Catalog;
use crate::engine::Path;
use crate::ui::routes::to_role;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// A list of them; a sentence where there is none.
#[component]
pub(in crate::ui) fn PathList(
    /// The catalogue of the roles.
    catalog: Arc<Catalog>,
    /// The ways, the fewest hours first.
    paths: Vec<Path>,
) -> impl IntoView {
    let rows: Vec<_> = paths.iter().map(|path| way(&catalog, path).into_any()).collect();
    let none = rows.is_empty().then(|| view! { <p class="sub">{say!(paths.none)}</p> });
    view! {
        <section class="card">
            <h2>{say!(paths.title)}</h2>
            <p class="sub">{say!(paths.how)}</p>
            {none}
            <ol class="tasks">{rows}</ol>
        </section>
    }
}

fn way(catalog: &Catalog, path: &Path) -> impl IntoView + use<> {
    let total = format::hours(path.total().likely);
    let steps: Vec<String> = path.hours.iter().map(|hours| format::hours(hours.likely)).collect();
    let stops = path.stops.iter().filter_map(|at| {
        let role = catalog.roles.get(*at)?;
        let name = text::capitalised(role.name.get(language()));
        Some(view! { <a href=to_role(&role.id)>{name}</a> " " })
    });
    let stops = stops.collect_view();
    let words = if path.stops.is_empty() { say!(paths.direct) } else { say!(paths.by) };
    let hours = if steps.len() > 1 { [total, [" (", &steps.join(" + "), ")"].concat()].concat() } else { total };
    view! { <li>{words} " " {stops} <small>{hours}</small></li> }
}
