//! What a person can do with one activity of their plan.

use super::timing_form::TimingForm;
use crate::engine::{PlanItem, Step};
use crate::state::{Analysis, App};
use crate::ui::charts::menu_id;
use crate::ui::components::{Field, refocus};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// To move and to lock it, to do something else instead, to split it, to say how far it is, and that it is done.
#[component]
pub(super) fn PlanRowMenu(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The activity.
    item: StoredValue<PlanItem>,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let title = say!(arrange.title, name = name);
    // The menu that is open stays open when a change draws the list anew.
    let arranging = App::get().arranging;
    let is_this = move || item.with_value(|item| arranging.with_untracked(|open| open.as_ref() == Some(&item.id)));
    let toggle = move |event: leptos::ev::Event| match event_target::<web_sys::Element>(&event).has_attribute("open") {
        true => arranging.set(Some(item.with_value(|item| item.id.to_owned()))),
        false if is_this() => arranging.set(None),
        false => {}
    };
    let (is_whole, is_last) = item.with_value(|item| (item.nth[1] == 1, item.is_last_part()));
    let skill = item.with_value(|item| Some(analysis.catalog.skill(item.step.skill)?.id.to_owned()));
    view! {
        <details class="menu" open=is_this() on:toggle=toggle>
            <summary id=item.with_value(|item| menu_id(&item.id)) aria-label=title>{say!(arrange.menu)}</summary>
            <div class="stack">
                {place(item)}
                {is_whole.then(|| instead(&analysis, item))}
                <TimingForm item skill/>
                {parts(item)}
                {is_last.then(|| done(analysis, item))}
            </div>
        </details>
    }
}

/// Earlier, later, locked or free.
fn place(item: StoredValue<PlanItem>) -> impl IntoView {
    let app = App::get();
    let is_locked = item.with_value(|item| item.is_locked);
    let lock = move |weeks: i64| {
        item.with_value(|item| app.lock(item, weeks));
        refocus();
    };
    let toggle = move |_| {
        if !is_locked {
            return lock(0);
        }
        item.with_value(|item| app.unlock(&item.id));
        refocus();
    };
    let own = |what: &str| item.with_value(|item| [what, "-", item.id.as_str()].concat());
    let words = if is_locked { say!(arrange.unlock) } else { say!(arrange.lock) };
    view! {
        <p class="actions">
            <button id=own("earlier") class="quiet" on:click=move |_| lock(-1)>{say!(arrange.earlier)}</button>
            <button id=own("later") class="quiet" on:click=move |_| lock(1)>{say!(arrange.later)}</button>
            <button id=own("lock") class="quiet" aria-pressed=is_locked.to_string() on:click=toggle>{words}</button>
        </p>
    }
}

/// Something else that leads to the same.
fn instead(analysis: &Analysis, item: StoredValue<PlanItem>) -> Option<impl IntoView + use<>> {
    let app = App::get();
    let option = |step: &Step| {
        let hours = format::hours(f64::from(step.hours));
        let cost = if step.cost > 0 { format::euros(step.cost) } else { say!(arrange.free) };
        let told = [text::step(&analysis.catalog, step), text::activity_kind(step.kind), hours, cost].join(" · ");
        view! { <option value=step.activity.to_string()>{told}</option> }
    };
    let options: Vec<_> = item.with_value(|item| item.alternatives.iter().map(option).collect());
    let swap = move |chosen: String| {
        if !chosen.is_empty() {
            item.with_value(|item| app.swap(item, chosen.into()));
        }
    };
    (!options.is_empty()).then(|| {
        view! {
            <label class="field">
                <span>{say!(arrange.instead)}</span>
                <select on:change:target=move |event| swap(event.target().value())>
                    <option value="">{say!(arrange.as_it_is)}</option>
                    {options}
                </select>
            </label>
        }
    })
}

/// In two parts, and how many hours have gone into it.
fn parts(item: StoredValue<PlanItem>) -> impl IntoView {
    let app = App::get();
    let (hours, in_two) = item.with_value(|item| (item.hours, item.nth[1] == 2));
    let split = move |_| item.with_value(|item| app.split(item, if in_two { 0 } else { hours.div_ceil(2) }));
    let spent = item.with_value(|item| app.spent(item));
    let spend = move |typed: String| {
        if let Ok(hours) = typed.trim().parse() {
            item.with_value(|item| app.spend(item, hours));
        }
    };
    let value = move || spent.map_or_else(String::new, |hours| hours.to_string());
    let words = if in_two { say!(arrange.whole) } else { say!(arrange.split) };
    view! {
        {(hours > 1 || in_two).then(|| view! { <p class="actions"><button class="quiet" on:click=split>{words}</button></p> })}
        <Field label=say!(arrange.spent) kind="number" value=Signal::derive(value) on_change=Callback::new(spend)/>
    }
}

/// Done, with the hours that it took and what shows it.
fn done(analysis: Arc<Analysis>, item: StoredValue<PlanItem>) -> impl IntoView {
    let app = App::get();
    let usual = item.with_value(|item| item.hours);
    let (hours, evidence) = (RwSignal::new(usual.to_string()), RwSignal::new(String::new()));
    let complete = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let hours = hours.read_untracked().trim().parse().unwrap_or(usual);
        item.with_value(|item| app.complete(&analysis, item, hours, &evidence.read_untracked()));
    };
    view! {
        <form class="stack" on:submit=complete>
            <Field label=say!(arrange.took) kind="number" value=hours on_change=Callback::new(move |typed| hours.set(typed))/>
            <Field label=say!(arrange.evidence) kind="text" value=evidence on_change=Callback::new(move |typed| evidence.set(typed))/>
            <p class="actions"><button type="submit">{say!(arrange.done)}</button></p>
        </form>
    }
}
