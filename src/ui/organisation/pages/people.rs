//! Who works here: everybody, found by name, position or team, and the way in for more.

use super::super::names;
use super::super::routes::Route;
use super::super::widgets::{PeopleFilesPanel, ProfilesPanel};
use crate::domain::{OrgCommand, Organisation, Person, map_of};
use crate::state::{Org, fold_query};
use crate::ui::components::{Field, LongTable};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn PeoplePage() -> impl IntoView {
    let org = Org::get();
    let query = RwSignal::new(String::new());
    let words = Memo::new(move |_| org.now.with(|now| now.as_ref().map(|now| words(org, now)).unwrap_or_default()));
    let found = Memo::new(move |_| {
        let query = fold_query(&query.read());
        if query.is_empty() {
            return org.now.with(|now| (0..now.as_ref().map_or(0, |now| now.people.len())).collect());
        }
        words.with(|words| matching(words, &query))
    });
    let n_found = Signal::derive(move || found.read().len());
    let cells = move |at: usize| {
        let place = found.read().get(at).copied();
        org.now.with(|now| {
            let now = now.as_ref()?;
            let person = now.people.get(place?)?;
            Some(view! {
                <th scope="row"><a href=Route::Person(person.id.clone()).href()>{person.called().to_owned()}</a></th>
                <td>{names::held_position(org, now, person.position.as_ref())}</td>
                <td>{names::team(now, person.team.as_ref())}</td>
                <td>{names::site(now, person.site.as_ref())}</td>
                <td class="n">{format::number(person.ratings.len() as f64)}</td>
            })
        })
        .into_any()
    };
    let head = view! {
        <th scope="col">{say!(people.person)}</th>
        <th scope="col">{say!(people.position)}</th>
        <th scope="col">{say!(people.team)}</th>
        <th scope="col">{say!(people.site)}</th>
        <th scope="col" class="n">{say!(people.ratings)}</th>
    };
    view! {
        <h1>{say!(people.title)}</h1>
        <p class="lead">{say!(people.lead)}</p>
        <section class="card stack">
            <div class="fields">
                <label class="field"><span>{say!(people.find)}</span>
                    <input type="search" prop:value=query on:input:target=move |event| query.set(event.target().value())/>
                </label>
            </div>
            <p class="sub" role="status">{move || say!(people.found, n = format::number(n_found.get() as f64))}</p>
            <LongTable label=say!(people.title) head=head.into_any() n_columns=5 n_rows=n_found row=Callback::new(cells)/>
        </section>
        <details class="card"><summary>{say!(people.add)}</summary><AddPerson/></details>
        <details class="card" open=untrack(move || org.now.with(|now| now.as_ref().is_none_or(|now| now.people.is_empty())))><summary>{say!(people_in.title)}</summary><PeopleFilesPanel/></details>
        <details class="card"><summary>{say!(profiles_in.title)}</summary><ProfilesPanel/></details>
    }
}

/// What everybody can be found by, as a query is folded: it is made once, and what many share is folded once.
fn words(org: Org, now: &Organisation) -> Vec<String> {
    let none = fold_query(&names::held_position(org, now, None));
    let positions = map_of(now.positions.iter().map(|of| (&of.id, fold_query(&names::position(org, of)))));
    let teams = map_of(now.teams.iter().map(|(id, name)| (id, fold_query(name))));
    let sites = map_of(now.sites.iter().map(|(id, name)| (id, fold_query(name))));
    let words = |person: &Person| {
        let position = person.position.as_ref().and_then(|id| positions.get(id)).unwrap_or(&none);
        let team = person.team.as_ref().and_then(|id| teams.get(id)).map_or("", String::as_str);
        let site = person.site.as_ref().and_then(|id| sites.get(id)).map_or("", String::as_str);
        [&fold_query(person.called()), position, team, site].join(" ")
    };
    now.people.iter().map(|person| words(person)).collect()
}

/// The places of those whose name, position, team or site holds the query.
fn matching(words: &[String], query: &str) -> Vec<usize> {
    words.iter().enumerate().filter(|(_, words)| words.contains(query)).map(|(at, _)| at).collect()
}

/// One person more, by id and name.
#[component]
fn AddPerson() -> impl IntoView {
    let org = Org::get();
    let (id, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed: String| signal.set(typed));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = id.get_untracked().trim().to_owned();
        let is_new =
            org.now.with_untracked(|now| now.as_ref().is_some_and(|now| now.person(&typed.as_str().into()).is_none()));
        wrong.set(match (typed.is_empty(), is_new) {
            (true, _) => Some(say!(people.need_id)),
            (_, false) => Some(say!(people.taken_id, id = typed.as_str())),
            _ => None,
        });
        if wrong.with_untracked(Option::is_some) {
            return;
        }
        let person = Person { name: name.get_untracked().trim().into(), ..Person::new(typed.into()) };
        org.apply(OrgCommand::PutPerson(Box::new(person)));
        id.set(String::new());
        name.set(String::new());
    };
    view! {
        <form class="stack" on:submit=add>
            <div class="fields">
                <Field label=say!(people.id) kind="text" value=id on_change=settled(id)/>
                <Field label=say!(people.name) kind="text" value=name on_change=settled(name)/>
            </div>
            <p class="sub">{say!(people.code)}</p>
            <p class="wrong" role="alert">{wrong}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(people.add_button)}</button></p>
        </form>
    }
}
