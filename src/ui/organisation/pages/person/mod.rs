//! One person: where they work, what they can do, what they want and have agreed to.

mod levels;
mod wants;
mod work;

use super::super::parts::{Certificates, JudgedCard};
use super::super::routes::Route;
use super::super::widgets::HandshakePanel;
use crate::domain::{OrgCommand, Person, PersonId};
use crate::state::Org;
use crate::ui::words::say;
use leptos::prelude::*;
use levels::Levels;
use std::sync::Arc;
use wants::Wants;
use work::Work;

/// The page of a person.
pub(super) fn person_page(id: PersonId) -> impl IntoView {
    let org = Org::get();
    let id = StoredValue::new(id);
    let person = Memo::new(move |_| {
        let now = org.now.get()?;
        let at = now.people.iter().find(|person| id.with_value(|id| person.id == *id))?;
        Some(Arc::clone(at))
    });
    let is_there = Memo::new(move |_| person.with(Option::is_some));
    let name = move || person.with(|person| person.as_ref().map(|person| person.called().to_owned()));
    view! {
        <p class="crumb"><a href=Route::People.href()>{say!(org_nav.people)}</a></p>
        <h1>{name}</h1>
        {move || if is_there.get() { card(org, person).into_any() } else { view! { <p>{say!(people.missing)}</p> }.into_any() }}
    }
}

/// Changes what is known of somebody.
fn change(org: Org, person: Memo<Option<Arc<Person>>>, with: impl FnOnce(&mut Person)) {
    if let Some(known) = person.get_untracked() {
        let mut changed = (*known).clone();
        with(&mut changed);
        org.apply(OrgCommand::PutPerson(Box::new(changed)));
    }
}

fn card(org: Org, person: Memo<Option<Arc<Person>>>) -> impl IntoView {
    let id = person.with_untracked(|person| person.as_ref().map(|person| person.id.clone()));
    let apart = id.map(|id| view! { <div class="stack"><HandshakePanel id person/></div> });
    view! {
        <div class="columns">
            <section class="card stack"><h2>{say!(people.work)}</h2><Work person/></section>
            <section class="card stack"><h2>{say!(people.wants)}</h2><Wants person/></section>
        </div>
        <JudgedCard person/>
        <section class="card stack"><h2>{say!(people.skills)}</h2><Levels person/></section>
        <section class="card stack"><h2>{say!(certificates.title)}</h2><Certificates person/></section>
        <details class="card"><summary>{say!(handshake.title)}</summary>{apart}</details>
        <p class="actions"><button class="quiet danger" on:click=move |_| {
            if let Some(person) = person.get_untracked() {
                org.apply(OrgCommand::RemovePerson(person.id.clone()));
            }
        }>{say!(people.remove)}</button></p>
    }
}
