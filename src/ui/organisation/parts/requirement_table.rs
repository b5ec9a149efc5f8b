//! What a position asks: its role's requirements, or its own.

use super::super::names;
use super::SkillField;
use crate::domain::{Asked, Level, Position, SkillId, Weight};
use crate::state::Org;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// The weight of a requirement that is added.
const WEIGHT: f64 = 3.0;

/// Skill, level, weight and must, each to be changed; whatever is changed makes the whole list the position's own.
#[component]
pub(in crate::ui::organisation) fn RequirementTable(
    /// The position.
    position: Memo<Option<Position>>,
) -> impl IntoView {
    let org = Org::get();
    let asked = Memo::new(move |_| {
        position.with(|position| position.as_ref().map(|position| org.asked_by(position)).unwrap_or_default())
    });
    let skills = Memo::new(move |_| asked.read().iter().map(|asked| asked.skill.to_owned()).collect::<Vec<_>>());
    let is_own = Memo::new(move |_| {
        position.with(|position| position.as_ref().is_some_and(|position| !position.requirements.is_empty()))
    });
    let has_role =
        Memo::new(move |_| position.with(|position| position.as_ref().is_some_and(|position| position.role.is_some())));
    let change = move |with: &dyn Fn(&mut Vec<Asked>)| {
        let mut own = asked.get_untracked();
        with(&mut own);
        let id = position.with_untracked(|position| position.as_ref().map(|position| position.id.to_owned()));
        if let Some(id) = id {
            org.change_position(&id, |position| position.requirements = own);
        }
    };
    let back = move |_| {
        let id = position.with_untracked(|position| position.as_ref().map(|position| position.id.to_owned()));
        if let Some(id) = id {
            org.change_position(&id, |position| position.requirements.clear());
        }
    };
    let whose = move || if is_own.get() { say!(position.own) } else { say!(position.of_role) };
    let is_last = Memo::new(move |_| is_own.get() && has_role.get() && skills.with(|skills| skills.len() == 1));
    view! {
        <p class="sub">{whose} {move || is_last.get().then(|| [" ", &say!(position.last_own)].concat())}</p>
        <div class="scroll-x">
            <table>
                <thead><tr><th scope="col">{say!(talent.skill)}</th><th scope="col">{say!(talent.level)}</th><th scope="col">{say!(position.weight)}</th><th scope="col">{say!(position.must)}</th><th scope="col">{say!(demand.change)}</th></tr></thead>
                <tbody><For each=move || skills.get() key=ToOwned::to_owned let(skill)>{line(org, asked, skill, change)}</For></tbody>
            </table>
        </div>
        {move || (is_own.get() && has_role.get()).then(|| view! { <p class="actions"><button class="quiet" on:click=back>{say!(position.back)}</button></p> })}
        <AddRequirement asked change=Callback::new(move |added: Asked| change(&|own| { own.retain(|asked| asked.skill != added.skill); own.push(added.to_owned()); }))/>
    }
}

fn line(
    org: Org,
    asked: Memo<Vec<Asked>>,
    skill: SkillId,
    change: impl Fn(&dyn Fn(&mut Vec<Asked>)) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let skill = StoredValue::new(skill);
    let name = Memo::new(move |_| {
        org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill.read_value()))).unwrap_or_default()
    });
    let read = move |of: fn(&Asked) -> f64| {
        asked.with(|asked| asked.iter().find(|asked| asked.skill == *skill.read_value()).map(of)).unwrap_or_default()
    };
    let set = move |with: &dyn Fn(&mut Asked)| {
        change(&|own| own.iter_mut().filter(|asked| asked.skill == *skill.read_value()).for_each(with));
    };
    let rung = Memo::new(move |_| read(|asked| f64::from(asked.level.nearest())) as u8);
    let set_level = move |typed: String| {
        if let Some(level) = typed.parse().ok().and_then(|rung| Level::whole(rung).ok()) {
            set(&|asked| asked.level = level);
        }
    };
    let weight = Memo::new(move |_| read(|asked| asked.weight.value()).to_string());
    let set_weight = move |typed: String| {
        if let Ok(weight) = typed.trim().parse() {
            set(&|asked| asked.weight = Weight::new(weight));
        }
    };
    let is_must = Memo::new(move |_| read(|asked| f64::from(u8::from(asked.must))) > 0.5);
    let rungs = (1..=5_u8).map(|at| {
        view! { <option value=at.to_string() prop:selected=move || rung.get() == at>{[at.to_string(), text::level_name(at)].join(" ")}</option> }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><select aria-label=move || say!(position.level_of, name = name.get()) on:change:target=move |event| set_level(event.target().value())>{rungs.collect_view()}</select></td>
            <td><input class="number-cell" type="number" min="1" max="5" step="any" aria-label=move || say!(position.weight_of, name = name.get()) prop:value=weight on:change:target=move |event| set_weight(event.target().value())/></td>
            <td><input type="checkbox" aria-label=move || say!(position.must_of, name = name.get()) prop:checked=is_must on:change:target=move |event| { let must = event.target().checked(); set(&|asked| asked.must = must); }/></td>
            <td><button class="link" aria-label=move || say!(position.remove_of, name = name.get()) on:click=move |_| change(&|own| own.retain(|asked| asked.skill != *skill.read_value()))>{say!(demand.remove)}</button></td>
        </tr>
    }
}

/// One requirement more.
#[component]
fn AddRequirement(
    /// What is asked already.
    asked: Memo<Vec<Asked>>,
    /// What was added.
    change: Callback<Asked>,
) -> impl IntoView {
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let is_new = move |id: &str| asked.with(|asked| asked.iter().all(|asked| asked.skill.as_str() != id));
    let is_ready = Memo::new(move |_| chosen.read().as_deref().is_some_and(is_new));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(skill) = chosen.get_untracked().filter(|_| is_ready.get_untracked()) else { return };
        let level = Level::whole(3).unwrap_or_default();
        change.run(Asked { skill: skill.into(), level, weight: Weight::new(WEIGHT), must: false });
        typed.set(String::new());
        chosen.set(None);
    };
    view! {
        <form class="stack" on:submit=add>
            <SkillField id="position-skills" typed chosen/>
            <p class="actions"><button type="submit" class="quiet" disabled=move || !is_ready.get()>{say!(position.add)}</button></p>
        </form>
    }
}
