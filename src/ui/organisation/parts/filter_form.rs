//! Whom the talent map is about.

use super::super::names;
use super::Choice;
use crate::domain::{Level, Organisation, SkillId};
use crate::engine::workforce::Filter;
use crate::state::Org;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// Names by their letters, whatever language they are in.
fn by_name(mut named: Vec<(String, String)>) -> Vec<(String, String)> {
    named.sort_by_cached_key(|(_, name)| name.to_lowercase());
    named
}

/// Team, site, position, a skill from a level on, and the name.
#[component]
pub(in crate::ui::organisation) fn FilterForm(
    /// What is said.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let org = Org::get();
    let known = move |of: fn(Org, &Organisation) -> Vec<(String, String)>| {
        Memo::new(move |_| org.now.with(|now| by_name(now.as_ref().map(|now| of(org, now)).unwrap_or_default())))
    };
    let teams = known(|_, now| now.teams.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect());
    let sites = known(|_, now| now.sites.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect());
    let positions = known(|org, now| {
        now.positions
            .iter()
            .map(|position| (position.id.to_string(), names::placed_position(org, now, position)))
            .collect()
    });
    let skills =
        known(|org, now| now.skills.iter().map(|skill| (skill.to_string(), names::skill(org, now, skill))).collect());
    let some = |id: String| Some(id).filter(|id| !id.is_empty());
    let held = filter.with_untracked(|filter| filter.skills.first().map(|(_, level)| level.nearest()));
    let rung = RwSignal::new(held.unwrap_or(3));
    let read = move |of: fn(&Filter) -> Option<String>| Signal::derive(move || filter.with(of).unwrap_or_default());
    let set_team = Callback::new(move |id| filter.update(|filter| filter.team = some(id).map(Into::into)));
    let set_site = Callback::new(move |id| filter.update(|filter| filter.site = some(id).map(Into::into)));
    let set_position = Callback::new(move |id| filter.update(|filter| filter.position = some(id).map(Into::into)));
    let hold = move |skill: Option<SkillId>| {
        let level = Level::whole(rung.get_untracked()).unwrap_or_default();
        filter.update(|filter| filter.skills = skill.map(|skill| (skill, level)).into_iter().collect());
    };
    let set_skill = Callback::new(move |id| hold(some(id).map(Into::into)));
    let set_rung = move |typed: String| {
        rung.set(typed.parse().unwrap_or(3));
        hold(filter.with_untracked(|filter| filter.skills.first().map(|(skill, _)| skill.to_owned())));
    };
    let is_any = Memo::new(move |_| filter.with(|filter| filter.skills.is_empty()));
    let rungs = (1..=5_u8).map(|at| {
        view! { <option value=at.to_string() prop:selected=move || rung.get() == at>{[at.to_string(), text::level_name(at)].join(" ")}</option> }
    });
    view! {
        <div class="filters">
            <label class="field"><span>{say!(talent.called)}</span>
                <input type="search" prop:value=move || filter.with(|filter| filter.called.to_string())
                    on:input:target=move |event| filter.update(|filter| filter.called = event.target().value().into())/>
            </label>
            <Choice label=say!(people.team) none=say!(talent.every) options=teams chosen=read(|filter| filter.team.as_ref().map(ToString::to_string)) on_change=set_team/>
            <Choice label=say!(people.site) none=say!(talent.every) options=sites chosen=read(|filter| filter.site.as_ref().map(ToString::to_string)) on_change=set_site/>
            <Choice label=say!(people.position) none=say!(talent.every) options=positions chosen=read(|filter| filter.position.as_ref().map(ToString::to_string)) on_change=set_position/>
            <Choice label=say!(talent.with_skill) none=say!(talent.every) options=skills chosen=read(|filter| filter.skills.first().map(|(skill, _)| skill.to_string())) on_change=set_skill/>
            <label class="field"><span>{say!(talent.at_level)}</span>
                <select disabled=is_any on:change:target=move |event| set_rung(event.target().value())>{rungs.collect_view()}</select>
            </label>
        </div>
    }
}
