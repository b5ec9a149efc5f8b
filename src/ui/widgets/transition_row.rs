//! One role that one can go to: its verdict, its few numbers, what carries it and what it costs.

use super::Barrier;
use super::verdict_card::Tag;
use crate::domain::SkillIx;
use crate::engine::Transition;
use crate::state::{App, Same, Seen};
use crate::ui::routes::{to_explore, to_role};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// The most roles that are compared at once.
const COMPARED: usize = 3;

/// One row of the list.
#[component]
pub(in crate::ui) fn TransitionRow(
    /// What is seen.
    seen: Same<Seen>,
    /// Which of the transitions.
    at: usize,
) -> impl IntoView {
    let app = App::get();
    let to = seen.transitions.get(at)?;
    let role = seen.catalog.roles.get(to.role)?;
    let name = text::capitalised(role.name.get(language()));
    let id = StoredValue::new(role.id.clone());
    let chosen = move || id.with_value(|id| app.compare.read().contains(id));
    let full = move || app.compare.read().len() >= COMPARED && !chosen();
    let choose = move |_| {
        let id = id.get_value();
        app.compare.update(|compare| match compare.iter().position(|known| *known == id) {
            Some(at) => drop(compare.remove(at)),
            None => compare.push(id),
        });
    };
    let label = say!(explore.compare_this, role = name.as_str());
    let steady = seen.steady.get(at).copied().unwrap_or(0.0);
    let around = to_explore(&role.id);
    Some(view! {
        <li class="transition">
            <h3><a href=to_role(&role.id)>{name}</a></h3>
            <div class="tags"><Tag verdict=to.verdict.verdict/><Barrier admission=to.admission/></div>
            <p class="facts">{facts(to).join(" · ")}</p>
            {skills(&seen, say!(explore.carried), to.carried_by())}
            {skills(&seen, say!(explore.costs), to.costs_most())}
            <p class="sub">
                <label class="tick"><input type="checkbox" aria-label=label prop:checked=chosen disabled=full on:change=choose/> {say!(explore.compare)}</label>
                " " <a href=around>{say!(explore.from_there)}</a>
                {(steady > 0.0).then(|| view! { " " <span>{say!(explore.steady, share = format::percent(steady))}</span> })}
            </p>
        </li>
    })
}

/// The numbers of a transition, each with its word.
fn facts(to: &Transition) -> Vec<String> {
    let hours = to.gap.hours;
    let exposure = to.exposure_change.map(|change| match change {
        change if change < -0.005 => say!(explore.less_exposed, share = format::percent(-change)),
        change if change > 0.005 => say!(explore.more_exposed, share = format::percent(change)),
        _ => say!(explore.as_exposed),
    });
    let zones = to.zones_up.filter(|zones| *zones > 1).map(|zones| say!(explore.zones_up, n = zones.to_string()));
    let numbers = [
        say!(explore.alike, share = format::alike(to.similarity)),
        say!(explore.fit, share = format::percent(to.gap.fit.likely)),
        say!(explore.hours, hours = format::hours(hours.likely)),
    ];
    numbers.into_iter().chain(exposure).chain(zones).collect()
}

fn skills(seen: &Seen, label: String, skills: Vec<SkillIx>) -> Option<impl IntoView + use<>> {
    let names: Vec<String> =
        skills.into_iter().map(|skill| text::in_sentence(&text::skill(&seen.catalog, skill))).collect();
    (!names.is_empty()).then(|| view! { <p class="sub">{label} " " {names.join(", ")}</p> })
}
