//! "At least so many people at this level" as it would be in a scenario, in the place of the organisation's targets or beside them.

use super::super::names;
use super::scenario_form::read;
use super::{NumberCell, TargetForm};
use crate::domain::{Level, Scenario, SkillId, SkillTarget};
use crate::state::Org;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The targets of a scenario, and one more.
#[component]
pub(super) fn ScenarioTargets(
    /// The scenario's name.
    name: StoredValue<String>,
) -> impl IntoView {
    let org = Org::get();
    let keys = Memo::new(move |_| {
        read(org, &name.read_value(), |scenario| {
            scenario.targets.iter().map(|target| (target.skill.to_owned(), target.level)).collect::<Vec<_>>()
        })
    });
    let list = ["targets-", &name.read_value().replace(' ', "-")].concat();
    let add = Callback::new(move |target: SkillTarget| {
        org.change_scenario(&name.read_value(), |scenario| put(scenario, target));
    });
    view! {
        <ul class="tasks"><For each=move || keys.get() key=|(skill, level)| (skill.to_string(), u8::from(*level)) let((skill, level))>{line(org, name, skill, level)}</For></ul>
        <TargetForm list is_now=false on_add=add/>
    }
}

/// A target in the place of what the scenario has of the same skill and level.
fn put(scenario: &mut Scenario, target: SkillTarget) {
    scenario.targets.retain(|known| (&known.skill, known.level) != (&target.skill, target.level));
    scenario.targets.push(target);
    scenario.targets.sort_by(|a, b| (&a.skill, a.level).cmp(&(&b.skill, b.level)));
}

fn line(org: Org, name: StoredValue<String>, skill: SkillId, level: Level) -> impl IntoView {
    let skill = StoredValue::new(skill);
    let called = move || {
        let found = org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill.read_value())));
        [found.unwrap_or_default(), format::level(level)].join(" · ")
    };
    let is_it = move |target: &SkillTarget| target.level == level && target.skill == *skill.read_value();
    let then = Signal::derive(move || {
        read(org, &name.read_value(), |scenario| {
            scenario.targets.iter().find(|target| is_it(target)).map(|target| target.then).unwrap_or_default()
        })
    });
    let set = Callback::new(move |then| {
        org.change_scenario(&name.read_value(), |scenario| {
            put(scenario, SkillTarget { skill: skill.get_value(), level, now: 0, then });
        });
    });
    let remove = move |_| {
        org.change_scenario(&name.read_value(), |scenario| scenario.targets.retain(|target| !is_it(target)));
    };
    view! {
        <li class="actions"><span>{called}</span>
            <NumberCell label=Signal::derive(move || say!(demand.then_of, name = called())) value=then on_change=set/>
            <button class="link" aria-label=move || say!(scenario.leave_out, name = called()) on:click=remove>{say!(demand.remove)}</button>
        </li>
    }
}
