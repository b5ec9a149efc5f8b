//! The contracts that run: what is covered is marked and rated, and what is over is ended.

use super::super::super::amounts::count;
use super::super::super::names;
use crate::domain::{Contract, PersonId, Taught};
use crate::state::Org;
use crate::ui::components::{LongTable, focus};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// A contract by its two people.
type Pair = (PersonId, PersonId);

/// The table, and the contract that is looked at.
#[component]
pub(super) fn Running() -> impl IntoView {
    let org = Org::get();
    let running = Memo::new(move |_| org.running());
    let n = Signal::derive(move || running.read().len());
    let chosen = RwSignal::new(None::<Pair>);
    let cells = move |at: usize| {
        let place = running.read().get(at).copied();
        let row = org.now.with(|now| {
            let now = now.as_ref()?;
            let contract = now.contracts.get(place?)?;
            let name = |id: &PersonId| now.person(id).map(|person| person.called().to_owned()).unwrap_or_default();
            let (mentor, mentee) = (name(&contract.mentor), name(&contract.mentee));
            let label = say!(mentoring.look_at, mentor = mentor.as_str(), mentee = mentee.as_str());
            let pair = StoredValue::new((contract.mentor.clone(), contract.mentee.clone()));
            let look = move |_| {
                chosen.set(Some(pair.get_value()));
                request_animation_frame(|| focus("contract"));
            };
            Some(view! {
                <th scope="row">{mentee}</th>
                <td>{mentor}</td>
                <td>{format::day(contract.until)}</td>
                <td class="n">{format::hours(contract.hours.into())}</td>
                <td><button class="link" aria-label=label on:click=look>{say!(moves.look)}</button></td>
            })
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(mentoring.mentee)}</th>
        <th scope="col">{say!(mentoring.mentor)}</th>
        <th scope="col">{say!(mentoring.until)}</th>
        <th scope="col" class="n">{say!(mentoring.hours)}</th>
        <th scope="col">{say!(moves.col_look)}</th>
    };
    let is_seen = Memo::new(move |_| n.get() > 0);
    view! {
        <section class="card stack">
            <h2>{say!(mentoring.running)}</h2>
            <p class="sub" role="status">{move || if is_seen.get() { say!(mentoring.n_running, n = count(n.get())) } else { say!(mentoring.none_running) }}</p>
            <div hidden=move || !is_seen.get()>
                <LongTable label=say!(mentoring.running) head=head.into_any() n_columns=5 n_rows=n row=Callback::new(cells)/>
            </div>
        </section>
        {move || chosen.get().map(|pair| card(org, pair, chosen))}
    }
}

/// One contract, in both directions.
fn card(org: Org, (mentor, mentee): Pair, chosen: RwSignal<Option<Pair>>) -> Option<impl IntoView + use<>> {
    let is_it = |one: &&Contract| one.mentor == mentor && one.mentee == mentee;
    let contract = org.now.with_untracked(|now| now.as_ref()?.contracts.iter().find(is_it).cloned())?;
    let name = |id: &PersonId| {
        let of = |now: &crate::domain::Organisation| now.person(id).map(|person| person.called().to_owned());
        org.now.with_untracked(|now| now.as_ref().and_then(|now| of(now))).unwrap_or_default()
    };
    let (one, other) = (name(&mentor), name(&mentee));
    let forth = say!(mentoring.teaches, one = one.as_str(), other = other.as_str());
    let back = say!(mentoring.gives_back, one = other.as_str(), other = one.as_str());
    let title = say!(mentoring.pair, mentor = one.as_str(), mentee = other.as_str());
    let taught = lessons(org, &mentee, contract.taught);
    let returned = lessons(org, &mentor, contract.returned);
    let both = StoredValue::new((mentor, mentee));
    let end = move |_| {
        both.with_value(|(mentor, mentee)| org.end_contract(mentor, mentee));
        chosen.set(None);
    };
    Some(view! {
        <section class="card stack" id="contract" tabindex="-1">
            <h2>{title}</h2>
            <p class="sub">{say!(mentoring.covered_text)}</p>
            <div class="columns even">
                <div><h3>{forth}</h3>{taught}</div>
                <div><h3>{back}</h3>{returned}</div>
            </div>
            <p class="actions"><button class="quiet" on:click=end>{say!(mentoring.end)}</button></p>
        </section>
    })
}

/// What is taught, each to be marked as covered.
fn lessons(org: Org, learner: &PersonId, taught: Vec<Taught>) -> impl IntoView + use<> {
    if taught.is_empty() {
        return view! { <p>{say!(mentoring.nothing_back)}</p> }.into_any();
    }
    let row = |taught: Taught| {
        let name = org.now.with_untracked(|now| now.as_ref().map(|now| names::skill(org, now, &taught.skill)));
        let name = name.unwrap_or_default();
        let label = say!(mentoring.covered_of, skill = name.as_str());
        let level = say!(mentoring.up_to, level = format::level(taught.to));
        let lesson = StoredValue::new((learner.clone(), taught));
        let is_covered = Memo::new(move |_| lesson.with_value(|(learner, taught)| org.is_covered(learner, taught)));
        let cover = move |_| lesson.with_value(|(learner, taught)| org.covered(learner, taught));
        view! {
            <li>
                <span>{name} " · " {level}</span>
                <span class="actions">
                    <button class="quiet" aria-label=label disabled=is_covered on:click=cover>{say!(mentoring.covered)}</button>
                    <span role="status">{move || is_covered.get().then(|| say!(mentoring.is_covered))}</span>
                </span>
            </li>
        }
    };
    view! { <ul class="lines">{taught.into_iter().map(row).collect_view()}</ul> }.into_any()
}
