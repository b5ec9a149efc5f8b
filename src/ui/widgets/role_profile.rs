//! What else a catalogue knows of a role: what it demands, its tools, the interests that it suits, the schooling of the people in it.

use crate::catalog::Catalog;
use crate::domain::{Role, sorted};
use crate::ui::charts::ShareBar;
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// Tools that are shown before the rest is folded.
const TOOLS: usize = 12;

/// One card for each; nothing of what is not known.
#[component]
pub(in crate::ui) fn RoleProfile(
    /// The catalogue of the role.
    catalog: Arc<Catalog>,
    /// The role.
    role: Role,
) -> impl IntoView {
    view! {
        {gates(&role)}
        {tools(&catalog, &role)}
        {interests(&role)}
        {schooling(&catalog, &role)}
    }
}

fn gates(role: &Role) -> Option<impl IntoView + use<>> {
    let gates = &role.profile.gates;
    let items = gates.iter().map(|gate| view! { <li>{gate.name.get(language()).to_owned()}</li> }).collect_view();
    (!gates.is_empty()).then(
        || view! { <section class="card"><h2>{say!(admission.title)}</h2><ul class="tasks">{items}</ul></section> },
    )
}

fn tools(catalog: &Catalog, role: &Role) -> Option<impl IntoView + use<>> {
    let tools = role.profile.technologies.iter().filter_map(|place| catalog.technologies.get(usize::from(*place)));
    let (hot, other): (Vec<_>, Vec<_>) = tools.partition(|tool| tool.hot);
    let names: Vec<&str> = hot.into_iter().chain(other).map(|tool| &*tool.name).collect();
    let (first, rest) = names.split_at(names.len().min(TOOLS));
    (!names.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{say!(catalogue.tools)}</h2>
                <p>{first.join(", ")}</p>
                {(!rest.is_empty()).then(|| view! {
                    <details><summary>{say!(catalogue.more, n = format::number(rest.len() as f64))}</summary><p>{rest.join(", ")}</p></details>
                })}
            </section>
        }
    })
}

fn interests(role: &Role) -> Option<impl IntoView + use<>> {
    let values = role.profile.interests?.values();
    let names = [
        say!(interest.realistic),
        say!(interest.investigative),
        say!(interest.artistic),
        say!(interest.social),
        say!(interest.enterprising),
        say!(interest.conventional),
    ];
    let pairs = sorted(names.into_iter().zip(values), |a, b| b.1.total_cmp(&a.1));
    let rows = pairs.into_iter().map(|(name, value)| {
        view! { <li>{name} <small>{say!(interest.of_seven, n = format::decimal(value))}</small></li> }
    });
    Some(
        view! { <section class="card"><h2>{say!(interest.title)}</h2><ul class="tasks">{rows.collect_view()}</ul></section> },
    )
}

fn schooling(catalog: &Catalog, role: &Role) -> Option<impl IntoView + use<>> {
    let shares = sorted(&role.profile.schooling, |a, b| (b.percent, a.schooling).cmp(&(a.percent, b.schooling)));
    let rows: Vec<_> = shares
        .into_iter()
        .filter_map(|share| {
            let name = catalog.schooling.get(usize::from(share.schooling))?.get(language()).to_owned();
            Some(view! { <li>{name} <ShareBar percent=share.percent/></li> })
        })
        .collect();
    (!rows.is_empty()).then(
        || view! { <section class="card"><h2>{say!(catalogue.schooling)}</h2><ul class="tasks">{rows}</ul></section> },
    )
}
