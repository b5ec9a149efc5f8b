//! One person: where they work, what they can do, what they want and have agreed to.

use super::super::names;
use super::super::parts::{Certificates, JudgedCard};
use super::super::routes::Route;
use super::super::widgets::HandshakePanel;
use crate::domain::{Consent, Level, OrgCommand, Organisation, Person, PersonId, Rater, SkillId, Willing, Wishes};
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

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

/// Name, position, team, manager.
#[component]
fn Work(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let read = move |of: fn(&Person) -> String| {
        Signal::derive(move || person.with(|person| person.as_ref().map(|person| of(person)).unwrap_or_default()))
    };
    let name = read(|person| person.name.to_string());
    let hours = read(|person| person.hours.map(|hours| hours.to_string()).unwrap_or_default());
    let rename = Callback::new(move |typed: String| change(org, person, |person| person.name = typed.trim().into()));
    let set_hours =
        Callback::new(move |typed: String| change(org, person, |person| person.hours = typed.trim().parse().ok()));
    let choices = move |of: fn(Org, &Organisation) -> Vec<(String, String)>, chosen: fn(&Person) -> Option<String>| {
        let known = org.now.with(|now| now.as_ref().map(|now| of(org, now)).unwrap_or_default());
        let is_chosen = move |id: &str| {
            person.with(|person| person.as_ref().and_then(|person| chosen(person)).as_deref() == Some(id))
        };
        known
            .into_iter()
            .map(|(id, name)| view! { <option value=id.clone() selected=is_chosen(&id)>{name}</option> })
            .collect_view()
    };
    let positions = move || {
        let of = |org: Org, now: &Organisation| {
            now.positions.iter().map(|position| (position.id.to_string(), names::position(org, position))).collect()
        };
        choices(of, |person| person.position.as_ref().map(ToString::to_string))
    };
    let teams = move || {
        let of = |_: Org, now: &Organisation| {
            now.teams.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect()
        };
        choices(of, |person| person.team.as_ref().map(ToString::to_string))
    };
    let some = |id: String| Some(id).filter(|id| !id.is_empty());
    let place = move |typed: String| {
        if let Some(known) = person.get_untracked() {
            org.apply(OrgCommand::Place(known.id.clone(), some(typed).map(Into::into)));
        }
    };
    let manager = move || {
        let id = person.with(|person| person.as_ref()?.manager.clone())?;
        let name = org.now.with(|now| now.as_ref()?.person(&id).map(|boss| boss.called().to_owned()))?;
        Some(view! { <p>{say!(people.reports_to)} " " <a href=Route::Person(id).href()>{name}</a></p> })
    };
    view! {
        <Field label=say!(people.name) kind="text" value=name on_change=rename/>
        <label class="field"><span>{say!(people.position)}</span>
            <select on:change:target=move |event| place(event.target().value())>
                <option value="">{say!(people.no_position)}</option>{positions}
            </select>
        </label>
        <label class="field"><span>{say!(people.team)}</span>
            <select on:change:target=move |event| { let typed = event.target().value(); change(org, person, |person| person.team = some(typed).map(Into::into)) }>
                <option value="">{say!(people.no_team)}</option>{teams}
            </select>
        </label>
        <Field label=say!(people.hours) kind="number" value=hours on_change=set_hours/>
        {manager}
    }
}

/// What they want, and what they have agreed to.
#[component]
fn Wants(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let wishes =
        move || person.with(|person| person.as_ref().and_then(|person| person.wishes.clone()).unwrap_or_default());
    let wish = move |with: &dyn Fn(&mut Wishes)| {
        let mut wished = untrack(wishes);
        with(&mut wished);
        if let Some(person) = person.get_untracked() {
            org.apply(OrgCommand::Wish(person.id.clone(), wished));
        }
    };
    let willing = move |label: String, read: fn(&Wishes) -> Willing, write: fn(&mut Wishes, Willing)| {
        let options = Willing::ALL.map(|answer| {
            let words = match answer {
                Willing::Unsaid => say!(willing.unsaid),
                Willing::No => say!(willing.no),
                Willing::Yes => say!(willing.yes),
                Willing::Gladly => say!(willing.gladly),
            };
            view! { <option value=answer.word() selected=move || read(&wishes()) == answer>{words}</option> }
        });
        let choose = move |word: String| {
            let answer = Willing::ALL.into_iter().find(|answer| answer.word() == word).unwrap_or_default();
            wish(&|wishes: &mut Wishes| write(wishes, answer));
        };
        view! {
            <label class="field"><span>{label}</span>
                <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
            </label>
        }
    };
    let agrees = move |label: String, read: fn(&Consent) -> bool, write: fn(&mut Consent, bool)| {
        let consent = move || person.with(|person| person.as_ref().map(|person| person.consent).unwrap_or_default());
        let set = move |is_on: bool| {
            let mut consent = untrack(consent);
            write(&mut consent, is_on);
            if let Some(person) = person.get_untracked() {
                org.apply(OrgCommand::Agree(person.id.clone(), consent));
            }
        };
        view! {
            <label class="check"><input type="checkbox" prop:checked=move || read(&consent()) on:change:target=move |event| set(event.target().checked())/><span>{label}</span></label>
        }
    };
    view! {
        {willing(say!(people.mentor), |wishes| wishes.mentor, |wishes, answer| wishes.mentor = answer)}
        {willing(say!(people.mentee), |wishes| wishes.mentee, |wishes, answer| wishes.mentee = answer)}
        <fieldset class="stack"><legend>{say!(people.agreed)}</legend>
            {agrees(say!(people.agreed_seen), |consent| consent.seen, |consent, is_on| consent.seen = is_on)}
            {agrees(say!(people.agreed_proposed), |consent| consent.proposed, |consent, is_on| consent.proposed = is_on)}
            {agrees(say!(people.agreed_paired), |consent| consent.paired, |consent, is_on| consent.paired = is_on)}
        </fieldset>
    }
}

/// Each skill that they are rated in, or that their position asks, with its level.
#[component]
fn Levels(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let skills = Memo::new(move |_| org.skills_of(person.read().as_deref()));
    let row = move |id: SkillId| {
        let id = StoredValue::new(id);
        let level = move || {
            org.now.with(|now| {
                let column = now.as_ref()?.column(&id.read_value())?;
                person.with(|person| person.as_ref()?.level(column))
            })
        };
        let name = move || org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &id.read_value())));
        let rate = move |typed: String| {
            let level = typed.parse().ok().and_then(|rung| Level::whole(rung).ok());
            if let Some(person) = person.get_untracked() {
                let (skill, on) = (id.get_value(), org.today());
                org.apply(OrgCommand::Rate { person: person.id.clone(), skill, level, by: Rater::Manager, on });
            }
        };
        let options = (0..=5).map(|rung: u8| {
            let is_chosen = move || level().is_some_and(|level| level.nearest() == rung);
            view! { <option value=rung.to_string() selected=is_chosen>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> }
        });
        view! {
            <label class="field"><span>{name}</span>
                <select on:change:target=move |event| rate(event.target().value())>
                    <option value="" selected=move || level().is_none()>{say!(people.unrated)}</option>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <p class="sub">{say!(people.skills_text)}</p>
        <div class="fields"><For each=move || skills.get() key=|id| id.clone() let(id)>{row(id)}</For></div>
    }
}
