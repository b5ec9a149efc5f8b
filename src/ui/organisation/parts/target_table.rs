//! "At least so many people at this level of that skill", now and at the horizon.

use super::super::names;
use super::{NumberCell, Suggest};
use crate::domain::{Level, SkillId, SkillTarget};
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// A picker of skills.
#[component]
pub(in crate::ui::organisation) fn SkillField(
    /// The id of its list, unique on the page.
    #[prop(into)]
    id: String,
    /// What was typed.
    typed: RwSignal<String>,
    /// The skill that it reads as.
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let org = Org::get();
    let offers = move |typed: String| {
        let found = org.find_skills(&typed);
        let name = |id: SkillId| {
            let name = org.now.with_untracked(|now| now.as_ref().map(|now| names::skill(org, now, &id)));
            (id.to_string(), name.unwrap_or_default())
        };
        found.into_iter().map(name).collect::<Vec<_>>()
    };
    view! { <Suggest id label=say!(talent.skill) offers=Callback::new(offers) typed chosen/> }
}

/// The targets that there are.
#[component]
pub(in crate::ui::organisation) fn TargetTable() -> impl IntoView {
    let org = Org::get();
    let keys = Memo::new(move |_| {
        org.now.with(|now| {
            let targets = now.iter().flat_map(|now| &now.targets);
            targets.map(|target| (target.skill.to_owned(), target.level)).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| keys.read().is_empty());
    view! {
        <Show when=move || !is_empty.get() fallback=|| view! { <p class="sub">{say!(demand.no_targets)}</p> }>
            <table>
                <thead><tr><th scope="col">{say!(talent.skill)}</th><th scope="col" class="n">{say!(talent.level)}</th><th scope="col" class="n">{say!(demand.now)}</th><th scope="col" class="n">{say!(demand.then)}</th><th scope="col">{say!(demand.change)}</th></tr></thead>
                <tbody><For each=move || keys.get() key=|key| (key.0.to_string(), u8::from(key.1)) let((skill, level))>{line(org, skill, level)}</For></tbody>
            </table>
        </Show>
    }
}

fn line(org: Org, skill: SkillId, level: Level) -> impl IntoView {
    let skill = StoredValue::new(skill);
    let name = move || {
        org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill.read_value()))).unwrap_or_default()
    };
    let wanted = move || {
        org.now.with(|now| {
            let mut targets = now.iter().flat_map(|now| &now.targets);
            let found = targets.find(|target| target.level == level && target.skill == *skill.read_value());
            found.map_or([0, 0], |found| [found.now, found.then])
        })
    };
    let set_now = Callback::new(move |now| org.set_target(skill.get_value(), level, [now, untrack(wanted)[1]]));
    let set_then = Callback::new(move |then| org.set_target(skill.get_value(), level, [untrack(wanted)[0], then]));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="n">{format::level(level)}</td>
            <td class="n"><NumberCell label=Signal::derive(move || say!(demand.now_of, name = name())) value=Signal::derive(move || wanted()[0]) on_change=set_now/></td>
            <td class="n"><NumberCell label=Signal::derive(move || say!(demand.then_of, name = name())) value=Signal::derive(move || wanted()[1]) on_change=set_then/></td>
            <td><button class="link" aria-label=move || say!(demand.remove_target, name = name()) on:click=move |_| org.set_target(skill.get_value(), level, [0, 0])>{say!(demand.remove)}</button></td>
        </tr>
    }
}

/// One target more of the organisation.
#[component]
pub(in crate::ui::organisation) fn AddTarget() -> impl IntoView {
    let org = Org::get();
    let add = move |target: SkillTarget| org.set_target(target.skill, target.level, [target.now, target.then]);
    view! { <TargetForm list="target-skills" is_now=true on_add=Callback::new(add)/> }
}

/// Skill, level and people of a target that is added.
#[component]
pub(in crate::ui::organisation) fn TargetForm(
    /// The id of its list of skills, unique on the page.
    #[prop(into)]
    list: String,
    /// Whether it says how many are needed now, too.
    is_now: bool,
    /// What was added.
    on_add: Callback<SkillTarget>,
) -> impl IntoView {
    let (typed, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let rung = RwSignal::new(3_u8);
    let (now, then) = (RwSignal::new(String::from("1")), RwSignal::new(String::from("1")));
    let wrong = RwSignal::new(false);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let people = |signal: RwSignal<String>| signal.read_untracked().trim().parse::<u32>().ok();
        let now = if is_now { people(now) } else { Some(0) };
        let level = Level::whole(rung.get_untracked()).ok();
        let Some((((skill, level), now), then)) = chosen.get_untracked().zip(level).zip(now).zip(people(then)) else {
            return wrong.set(true);
        };
        wrong.set(false);
        on_add.run(SkillTarget { skill: skill.into(), level, now, then });
        typed.set(String::new());
        chosen.set(None);
    };
    let rungs = (1..=5_u8).map(|at| {
        view! { <option value=at.to_string() prop:selected=move || rung.get() == at>{[at.to_string(), text::level_name(at)].join(" ")}</option> }
    });
    let now = is_now.then(|| {
        view! { <Field label=say!(demand.people_now) kind="number" value=now on_change=Callback::new(move |typed| now.set(typed))/> }
    });
    view! {
        <form class="stack" on:submit=add>
            <div class="filters">
                <div><SkillField id=list typed chosen/></div>
                <label class="field"><span>{say!(talent.level)}</span>
                    <select on:change:target=move |event| rung.set(event.target().value().parse().unwrap_or(3))>{rungs.collect_view()}</select>
                </label>
                {now}
                <Field label=say!(demand.people_then) kind="number" value=then on_change=Callback::new(move |typed| then.set(typed))/>
            </div>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(demand.bad_target))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(demand.add_target)}</button></p>
        </form>
    }
}
