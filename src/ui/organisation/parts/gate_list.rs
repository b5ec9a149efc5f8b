//! Licences, degrees and clearances: what somebody holds, or a position asks before any skill counts.

use super::super::names;
use super::Suggest;
use crate::domain::GateId;
use crate::state::{Org, fold_query};
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// The gates, each to be taken out, and one more: one that is known, or whatever is typed.
#[component]
pub(in crate::ui::organisation) fn GateList(
    /// The id of its list, unique on the page.
    id: &'static str,
    /// The gates, in order.
    gates: Memo<Vec<GateId>>,
    /// What they are from now on.
    on_change: Callback<Vec<GateId>>,
) -> impl IntoView {
    let org = Org::get();
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let offers = move |typed: String| {
        let query = fold_query(&typed);
        let fits = |(_, name): &(GateId, String)| !query.trim().is_empty() && fold_query(name).contains(&*query);
        let known = org.gates_in(language()).into_iter().filter(fits);
        known.map(|(id, name)| (id.to_string(), name)).collect::<Vec<_>>()
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let own = typed.get_untracked().trim().to_owned();
        if !own.is_empty() {
            let gate = GateId::from(chosen.get_untracked().unwrap_or(own));
            on_change.run(
                gates.get_untracked().into_iter().filter(|known| *known != gate).chain([gate.to_owned()]).collect(),
            );
            typed.set(String::new());
            chosen.set(None);
        }
    };
    let row = move |known: &[(GateId, String)], gate: GateId| {
        let name = names::gate(known, &gate);
        let label = say!(position.remove_of, name = name.as_str());
        let remove = move |_| {
            on_change.run(gates.get_untracked().into_iter().filter(|known| *known != gate).collect());
        };
        view! {
            <li class="actions"><span>{name}</span>
                <button class="link" aria-label=label on:click=remove>{say!(demand.remove)}</button>
            </li>
        }
    };
    let rows = move || {
        let known = org.gates_in(language());
        gates.get().into_iter().map(|gate| row(&known, gate)).collect_view()
    };
    view! {
        <ul class="tasks">{rows}</ul>
        <form class="stack" on:submit=add>
            <Suggest id label=say!(gates.which) offers=Callback::new(offers) typed chosen/>
            <p class="actions"><button type="submit" class="quiet" disabled=move || typed.read().trim().is_empty()>{say!(gates.add)}</button></p>
        </form>
    }
}
