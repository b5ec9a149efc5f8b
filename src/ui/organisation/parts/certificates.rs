//! What a person has on paper, and for how long it holds.

use crate::domain::{Certificate, Gate, GateId, Person};
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::text::capitalised;
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// The list, and a form for one more.
#[component]
pub(in crate::ui::organisation) fn Certificates(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let held = Memo::new(move |_| person.with(|person| person.as_ref().map(|person| person.certificates.to_vec())));
    let rows = move || {
        let held = held.get().unwrap_or_default();
        if held.is_empty() {
            return view! { <p class="sub">{say!(certificates.none)}</p> }.into_any();
        }
        let rows = held.into_iter().map(|one| row(person, one)).collect_view();
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    view! {
        <p class="sub">{say!(certificates.lead)}</p>
        {rows}
        <AddCertificate person/>
    }
}

fn row(person: Memo<Option<Arc<Person>>>, one: Certificate) -> impl IntoView {
    let org = Org::get();
    let words = match one.until {
        None => say!(certificates.always),
        Some(day) if day < org.today() => say!(certificates.expired, day = format::day(day)),
        Some(day) => say!(certificates.holds_until, day = format::day(day)),
    };
    let proves = one.gate.map(|gate| {
        let name = org.gate_name(&gate).map_or_else(|| gate.to_string(), |name| name.get(language()).to_owned());
        [" · ", &say!(certificates.gate), ": ", &name].concat()
    });
    let name = one.name.to_string();
    let label = say!(certificates.remove_named, name = name.as_str());
    let remove = move |_| org.uncertify(person.get_untracked().as_deref(), &one.name);
    view! {
        <li>
            <strong>{name}</strong> " " <span>{words} {proves}</span> " "
            <button class="link" aria-label=label on:click=remove>{say!(certificates.remove)}</button>
        </li>
    }
}

#[component]
fn AddCertificate(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let (name, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let gate = RwSignal::new(None::<GateId>);
    let wrong = RwSignal::new(false);
    let gates = Memo::new(move |_| org.gates_before(person.read().as_deref()));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let called = name.with_untracked(|name| name.trim().to_owned());
        wrong.set(called.is_empty());
        if !called.is_empty() {
            let until = until.with_untracked(|until| until.parse().ok());
            // The position, and so what it demands, may have changed meanwhile.
            let is_asked = |gate: &GateId| gates.with_untracked(|gates| gates.iter().any(|known| known.id == *gate));
            let certificate = Certificate { name: called.into(), gate: gate.get_untracked().filter(is_asked), until };
            org.certify(person.get_untracked().as_deref(), certificate);
            name.set(String::new());
        }
    };
    let options = move |gates: Vec<Gate>| {
        let option = |(id, name): (GateId, String)| {
            let is_chosen = gate.with_untracked(|gate| gate.as_ref() == Some(&id));
            view! { <option value=id.to_string() prop:selected=is_chosen>{capitalised(&name)}</option> }
        };
        let named = gates.into_iter().map(|gate| (gate.id, gate.name.get(language()).to_owned()));
        named.map(option).collect_view()
    };
    let choose = move |typed: String| gate.set(Some(typed).filter(|typed| !typed.is_empty()).map(Into::into));
    let proves = move || {
        let gates = gates.get();
        (!gates.is_empty()).then(|| {
            view! {
                <label class="field"><span>{say!(certificates.gate)}</span>
                    <select on:change:target=move |event| choose(event.target().value())>
                        <option value="">{say!(certificates.no_gate)}</option>{options(gates)}
                    </select>
                </label>
            }
        })
    };
    view! {
        <form class="stack" on:submit=add>
            <div class="filters">
                <Field label=say!(certificates.name) kind="text" value=name on_change=Callback::new(move |typed| name.set(typed))/>
                <Field label=say!(certificates.until) kind="date" value=until on_change=Callback::new(move |typed| until.set(typed))/>
                {proves}
            </div>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(certificates.nameless))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(certificates.add)}</button></p>
        </form>
    }
}
