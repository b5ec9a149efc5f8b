//! Where a person works: name, position, team, site, and whom they report to.

use super::super::super::names;
use super::super::super::parts::{Choice, NameField, WholeField};
use super::super::super::routes::Route;
use super::change;
use crate::domain::{OrgCommand, Organisation, Person};
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields.
#[component]
pub(super) fn Work(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let read = move |of: fn(&Person) -> String| {
        Signal::derive(move || person.with(|person| person.as_ref().map(|person| of(person)).unwrap_or_default()))
    };
    let name = read(|person| person.name.to_string());
    let rename = Callback::new(move |typed: String| change(org, person, |person| person.name = typed.trim().into()));
    let hours = Signal::derive(move || person.with(|person| person.as_ref()?.hours.map(u32::from)));
    let set_hours = Callback::new(move |hours: Option<u32>| {
        change(org, person, |person| person.hours = hours.map(|hours| hours.min(u8::MAX.into()) as u8));
    });
    let positions = Memo::new(move |_| {
        let of = |now: &Organisation| {
            let named = now.positions.iter();
            named.map(|position| (position.id.to_string(), names::placed_position(org, now, position))).collect()
        };
        org.now.with(|now| now.as_ref().map(|now| of(now)).unwrap_or_else(Vec::new))
    });
    let position = read(|person| person.position.as_ref().map(ToString::to_string).unwrap_or_default());
    let place = Callback::new(move |id: String| {
        if let Some(known) = person.get_untracked() {
            org.apply(OrgCommand::Place(known.id.clone(), Some(id).filter(|id| !id.is_empty()).map(Into::into)));
        }
    });
    view! {
        <Field label=say!(people.name) kind="text" value=name on_change=rename/>
        <Choice label=say!(people.position) none=say!(people.no_position) options=positions chosen=position on_change=place/>
        <Belongs person/>
        <WholeField label=say!(people.hours) value=hours on_change=set_hours/>
    }
}

/// Team, site and manager, by their names. A team or a site that is new is made.
#[component]
fn Belongs(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let read = move |of: fn(Org, &Organisation, &Person) -> String| {
        Signal::derive(move || {
            let both = |person: &Person| org.now.with(|now| now.as_ref().map(|now| of(org, now, person)));
            person.with(|person| both(person.as_ref()?)).unwrap_or_default()
        })
    };
    let settle = move |with: fn(Org, &Person, &str)| {
        Callback::new(move |typed: String| {
            person.get_untracked().into_iter().for_each(|person| with(org, &person, &typed))
        })
    };
    let team = read(|_, now, person| names::team(now, person.team.as_ref()));
    let site = read(|_, now, person| names::site(now, person.site.as_ref()));
    let manager = read(|org, _, person| person.manager.as_ref().map(|id| org.known_as(id)).unwrap_or_default());
    let link = move || {
        let id = person.with(|person| person.as_ref()?.manager.clone())?;
        let name = org.now.with(|now| now.as_ref()?.person(&id).map(|boss| boss.called().to_owned()))?;
        Some(view! { <p>{say!(people.reports_to)} " " <a href=Route::Person(id).href()>{name}</a></p> })
    };
    let offers = move |of: fn(Org, &str) -> Vec<String>| Callback::new(move |typed: String| of(org, &typed));
    view! {
        <NameField id="person-team" label=say!(people.team) offers=offers(Org::find_teams) value=team on_change=settle(Org::join_team)/>
        <NameField id="person-site" label=say!(people.site) offers=offers(Org::find_sites) value=site on_change=settle(Org::join_site)/>
        <NameField id="person-manager" label=say!(people.reports_to) offers=offers(Org::find_people) value=manager on_change=settle(Org::report_to)/>
        {link}
        <p class="sub">{say!(people.belongs_text)}</p>
    }
}
