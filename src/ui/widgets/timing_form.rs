//! When an activity can take place, and whether somebody helps with its skill.

use crate::domain::{SkillId, Timing};
use crate::engine::PlanItem;
use crate::state::App;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// From when, until when, on which days; all of them may stay empty.
#[component]
pub(super) fn TimingForm(
    /// The activity.
    item: StoredValue<PlanItem>,
    /// The skill that it raises.
    skill: Option<SkillId>,
) -> impl IntoView {
    let app = App::get();
    let timing = item.with_value(|item| app.timing(item));
    let (from, by, begins) = (timing.from, timing.by, timing.begins.clone());
    let told = StoredValue::new(timing);
    let set = move |change: &dyn Fn(&mut Timing)| {
        let mut timing = told.get_value();
        change(&mut timing);
        item.with_value(|item| app.set_timing(item, timing));
    };
    let day = |typed: &str| typed.parse::<NaiveDate>().ok();
    let shown = |day: Option<NaiveDate>| Signal::stored(day.map_or_else(String::new, |day| day.to_string()));
    let days = begins.into_iter().map(|begins| {
        let words = say!(timing.not, day = format::day(begins));
        let forget = move |_| set(&|timing| timing.begins.retain(|day| *day != begins));
        view! { <button class="link" on:click=forget>{words}</button> }
    });
    let days = days.collect_view();
    let mentor = skill.map(|skill| {
        let helps = app.workspace.with_untracked(|workspace| workspace.arrangement.mentors.contains(&skill));
        let toggle = move |is_on: bool| app.set_mentor(skill.clone(), is_on);
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=helps on:change:target=move |event| toggle(event.target().checked())/>
                <span>{say!(timing.mentor)}</span>
            </label>
        }
    });
    view! {
        {mentor}
        <fieldset class="fields">
            <legend>{say!(timing.title)}</legend>
            <Field label=say!(timing.from) kind="date" value=shown(from)
                on_change=Callback::new(move |typed: String| set(&|timing| timing.from = day(&typed)))/>
            <Field label=say!(timing.by) kind="date" value=shown(by)
                on_change=Callback::new(move |typed: String| set(&|timing| timing.by = day(&typed)))/>
            <Field label=say!(timing.begins) kind="date" value=shown(None)
                on_change=Callback::new(move |typed: String| set(&|timing| timing.begins.extend(day(&typed))))/>
            <p class="actions">{days}</p>
        </fieldset>
    }
}
