//! A scenario: other seats and targets at the horizon, people who will have left, and what else is assumed.

use super::super::names;
use super::scenario_constants::ScenarioConstants;
use super::scenario_targets::ScenarioTargets;
use super::{Choice, NumberCell, Suggest};
use crate::domain::{Organisation, PersonId, Position, PositionId, Scenario};
use crate::state::{Org, Same, fold_query};
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;

/// People that are offered for what was typed.
const OFFERED: usize = 12;

/// Begins a scenario, by its name.
#[component]
pub(in crate::ui::organisation) fn AddScenario() -> impl IntoView {
    let org = Org::get();
    let name = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let named = name.get_untracked().trim().to_owned();
        if !named.is_empty() {
            org.change_scenario(&named, |_| ());
            name.set(String::new());
        }
    };
    view! {
        <form class="stack" on:submit=add>
            <Field label=say!(scenario.name) kind="text" value=name on_change=Callback::new(move |typed| name.set(typed))/>
            <p class="actions"><button type="submit" class="quiet">{say!(scenario.add)}</button></p>
        </form>
    }
}

/// Every scenario, to be opened and changed.
#[component]
pub(in crate::ui::organisation) fn ScenarioForms() -> impl IntoView {
    let org = Org::get();
    let all = Memo::new(move |_| {
        org.now.with(|now| {
            now.iter()
                .flat_map(|now| now.scenarios.iter().map(|scenario| scenario.name.to_string()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <For each=move || all.get() key=ToOwned::to_owned let(name)>
            <details><summary>{say!(scenario.change, name = name.as_str())}</summary><ScenarioForm name/></details>
        </For>
    }
}

/// What a scenario changes.
#[component]
fn ScenarioForm(
    /// Its name.
    name: String,
) -> impl IntoView {
    let org = Org::get();
    let name = StoredValue::new(name);
    let seats = Memo::new(move |_| {
        read(org, &name.read_value(), |scenario| scenario.seats.keys().cloned().collect::<Vec<_>>())
    });
    let leavers = Memo::new(move |_| {
        read(org, &name.read_value(), |scenario| scenario.leavers.iter().cloned().collect::<Vec<_>>())
    });
    let positions = Memo::new(move |_| {
        let mut known = org.now.with(|now| {
            let all = now.iter().flat_map(|now| now.positions.iter().map(move |position| (now, position)));
            let named = |(now, position): (&Same<Organisation>, &Position)| {
                (position.id.to_string(), names::placed_position(org, now, position))
            };
            all.map(named).collect::<Vec<_>>()
        });
        known.sort_by_cached_key(|(_, name)| name.to_lowercase());
        known
    });
    let add_seats = Callback::new(move |id: String| {
        let id = PositionId::from(id);
        let then = org.now.with_untracked(|now| now.as_ref()?.position(&id).map(|position| position.seats_then));
        if let Some(then) = then {
            org.change_scenario(&name.read_value(), |scenario| {
                scenario.seats.entry(id).or_insert(then);
            });
        }
    });
    view! {
        <div class="columns even">
            <div class="stack">
                <h3>{say!(scenario.seats)}</h3>
                <ul class="tasks"><For each=move || seats.get() key=ToOwned::to_owned let(id)>{seat(org, name, id)}</For></ul>
                <Choice label=say!(scenario.add_seats) none=say!(scenario.choose) options=positions chosen=Signal::stored(String::new()) on_change=add_seats/>
            </div>
            <div class="stack">
                <h3>{say!(scenario.leavers)}</h3>
                <ul class="tasks"><For each=move || leavers.get() key=ToOwned::to_owned let(id)>{leaver(org, name, id)}</For></ul>
                <AddLeaver name/>
            </div>
            <div class="stack"><h3>{say!(scenario.targets)}</h3><ScenarioTargets name/></div>
            <div class="stack"><h3>{say!(scenario.constants)}</h3><ScenarioConstants name/></div>
        </div>
    }
}

/// Something of a scenario; nothing of one that is gone.
pub(super) fn read<T: Default>(org: Org, name: &str, of: impl FnOnce(&Scenario) -> T) -> T {
    org.now.with(|now| {
        let found = now.iter().flat_map(|now| &now.scenarios).find(|scenario| &*scenario.name == name);
        found.map(of).unwrap_or_default()
    })
}

fn seat(org: Org, name: StoredValue<String>, id: PositionId) -> impl IntoView {
    let id = StoredValue::new(id);
    let called = move || names::placed(org, &id.read_value());
    let value = Signal::derive(move || {
        read(org, &name.read_value(), |scenario| scenario.seats.get(&*id.read_value()).copied().unwrap_or_default())
    });
    let set = Callback::new(move |n| {
        org.change_scenario(&name.read_value(), |scenario| {
            scenario.seats.insert(id.get_value(), n);
        });
    });
    let remove = move |_| {
        org.change_scenario(&name.read_value(), |scenario| {
            scenario.seats.remove(&*id.read_value());
        });
    };
    view! {
        <li class="actions"><span>{called}</span>
            <NumberCell label=Signal::derive(move || say!(demand.seats_then_of, name = called())) value on_change=set/>
            <button class="link" aria-label=move || say!(scenario.leave_out, name = called()) on:click=remove>{say!(demand.remove)}</button>
        </li>
    }
}

fn leaver(org: Org, name: StoredValue<String>, id: PersonId) -> impl IntoView {
    let id = StoredValue::new(id);
    let called = move || {
        org.now
            .with(|now| now.as_ref()?.person(&id.read_value()).map(|found| found.called().to_owned()))
            .unwrap_or_default()
    };
    let remove = move |_| {
        org.change_scenario(&name.read_value(), |scenario| {
            scenario.leavers.remove(&*id.read_value());
        });
    };
    view! {
        <li class="actions"><span>{called}</span>
            <button class="link" aria-label=move || say!(scenario.leave_out, name = called()) on:click=remove>{say!(demand.remove)}</button>
        </li>
    }
}

/// Somebody more who will have left: by name, with the id where two could have one.
#[component]
fn AddLeaver(
    /// The scenario's name.
    name: StoredValue<String>,
) -> impl IntoView {
    let org = Org::get();
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let list = ["leavers-", &name.read_value().replace(' ', "-")].concat();
    let fitting = move |now: &Organisation, query: &str| {
        let words =
            now.people.iter().map(|person| (person.id.to_string(), [person.called(), person.id.as_str()].join(" · ")));
        words.filter(|(_, words)| fold_query(words).contains(query)).take(OFFERED).collect::<Vec<_>>()
    };
    let offers = move |typed: String| {
        let query = fold_query(&typed);
        if query.trim().is_empty() {
            return Vec::new();
        }
        org.now.with_untracked(|now| now.as_ref().map(|now| fitting(now, &query)).unwrap_or_default())
    };
    let add = move |_| {
        if let Some(id) = chosen.get_untracked() {
            org.change_scenario(&name.read_value(), |scenario| {
                scenario.leavers.insert(id.into());
            });
            typed.set(String::new());
            chosen.set(None);
        }
    };
    view! {
        <Suggest id=list label=say!(scenario.who) offers=Callback::new(offers) typed chosen/>
        <p class="actions"><button class="quiet" disabled=move || chosen.read().is_none() on:click=add>{say!(scenario.add_leaver)}</button></p>
    }
}
