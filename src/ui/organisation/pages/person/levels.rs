//! What a person can do, skill by skill.

use super::super::super::names;
use super::super::super::parts::{LevelField, SkillField};
use crate::domain::{OrgCommand, Person, Rater, SkillId};
use crate::state::Org;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Each skill that they are rated in, that their position asks, or that was added here, with its level.
#[component]
pub(super) fn Levels(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let added = RwSignal::new(Vec::<SkillId>::new());
    let skills = Memo::new(move |_| {
        let known = org.skills_of(person.read().as_deref());
        let more: Vec<_> = added.get().into_iter().filter(|skill| !known.contains(skill)).collect();
        [known, more].concat()
    });
    view! {
        <p class="sub">{say!(people.skills_text)}</p>
        <div class="fields"><For each=move || skills.get() key=|id| id.clone() let(id)>{row(org, person, id)}</For></div>
        <AddSkill skills on_add=Callback::new(move |skill| added.update(|added| added.push(skill)))/>
    }
}

fn row(org: Org, person: Memo<Option<Arc<Person>>>, id: SkillId) -> impl IntoView {
    let id = StoredValue::new(id);
    let level = move || {
        org.now.with(|now| {
            let column = now.as_ref()?.column(&id.read_value())?;
            person.with(|person| person.as_ref()?.level(column))
        })
    };
    let name = move || {
        org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &id.read_value()))).unwrap_or_default()
    };
    let rate = Callback::new(move |level| {
        if let Some(person) = person.get_untracked() {
            let (skill, on) = (id.get_value(), org.today());
            org.apply(OrgCommand::Rate { person: person.id.clone(), skill, level, by: Rater::Manager, on });
        }
    });
    view! { <LevelField name=Signal::derive(name) level=Signal::derive(level) on_change=rate/> }
}

/// One skill more, whatever the position asks.
#[component]
fn AddSkill(
    /// The skills that are there.
    skills: Memo<Vec<SkillId>>,
    /// What was added.
    on_add: Callback<SkillId>,
) -> impl IntoView {
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let is_new = move |id: &str| skills.with(|skills| skills.iter().all(|known| known.as_str() != id));
    let is_ready = Memo::new(move |_| chosen.read().as_deref().is_some_and(is_new));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(skill) = chosen.get_untracked().filter(|_| is_ready.get_untracked()) else { return };
        on_add.run(skill.into());
        typed.set(String::new());
        chosen.set(None);
    };
    view! {
        <form class="stack" on:submit=add>
            <SkillField id="person-skills" typed chosen/>
            <p class="actions"><button type="submit" class="quiet" disabled=move || !is_ready.get()>{say!(people.add_skill)}</button></p>
        </form>
    }
}
