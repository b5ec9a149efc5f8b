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
    let known = Memo::new(move |_| org.gates_in(language()));
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let offers = move |typed: String| {
        let query = fold_query(&typed);
        let fits = |(_, name): &&(GateId, String)| !query.trim().is_empty() && fold_query(name).contains(&*query);
        let known = known.read();
        known.iter().filter(fits).map(|(id, name)| (id.to_string(), name.to_owned())).collect::<Vec<_>>()
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
    let row = move |gate: GateId| {
        let name = {
            let gate = gate.to_owned();
            Memo::new(move |_| known.with(|known| names::gate(known, &gate)))
        };
        let remove = move |_| {
            on_change.run(gates.get_untracked().into_iter().filter(|known| *known != gate).collect());
        };
        view! {
            <li class="actions"><span>{name}</span>
                <button class="link" aria-label=move || say!(position.remove_of, name = name.get()) on:click=remove>{say!(demand.remove)}</button>
            </li>
        }
    };
    view! {
        <ul class="tasks"><For each=move || gates.get() key=ToString::to_string let(gate)>{row(gate)}</For></ul>
        <form class="stack" on:submit=add>
            <Suggest id label=say!(gates.which) offers=Callback::new(offers) typed chosen/>
            <p class="actions"><button type="submit" class="quiet" disabled=move || typed.read().trim().is_empty()>{say!(gates.add)}</button></p>
        </form>
    }
}
