//! What a person wishes of their plan beside time and money: ways of learning, and other roles to head for.

use crate::domain::{MOST_ALSO, Mix, RoleId};
use crate::state::{App, Planned};
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::widgets::RolePicker;
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// Wishes, folded away until they are looked for.
#[component]
pub(in crate::ui) fn WishesForm() -> impl IntoView {
    let app = App::get();
    let has_wishes = Memo::new(move |_| {
        let arrangement = &app.workspace.read().arrangement;
        arrangement.mix.is_some() || !arrangement.also.is_empty()
    });
    view! {
        <details class="weeks" open=has_wishes.get_untracked()>
            <summary>{say!(wishes.title)}</summary>
            <div class="columns">
                <div class="stack">
                    <h3>{say!(wishes.mix)}</h3>
                    {move || mix(app)}
                </div>
                <div class="stack">
                    <h3>{say!(wishes.also)}</h3>
                    {move || also(app)}
                    <AnotherRole/>
                </div>
            </div>
        </details>
    }
}

/// What is wished, what the plan has, and how to say it.
fn mix(app: App) -> impl IntoView {
    let mix = app.workspace.read().arrangement.mix;
    let now = app.plan.get().map(|planned| shares(&planned));
    let Some(wished) = mix else {
        return view! {
            <p class="sub">{say!(wishes.mix_why)} " " {now}</p>
            <p class="actions"><button class="quiet" on:click=move |_| app.set_mix(Some(Mix::default()))>{say!(wishes.mix_usual)}</button></p>
        }
        .into_any();
    };
    let wrong = RwSignal::new(None::<String>);
    let set = move |work: Option<u8>, people: Option<u8>| match work
        .zip(people)
        .and_then(|(work, people)| Mix::of(work, people))
    {
        Some(mix) => app.set_mix(Some(mix)),
        None => wrong.set(Some(say!(wishes.mix_wrong))),
    };
    let percent = |typed: &str| typed.trim().parse().ok();
    view! {
        <div class="fields">
            <Field label=say!(wishes.work) kind="number" value=Signal::stored(wished.work.to_string())
                on_change=Callback::new(move |typed: String| set(percent(&typed), Some(wished.people)))/>
            <Field label=say!(wishes.people) kind="number" value=Signal::stored(wished.people.to_string())
                on_change=Callback::new(move |typed: String| set(Some(wished.work), percent(&typed)))/>
            <p class="sub">{say!(wishes.courses, share = format::percent(f64::from(wished.courses) / 100.0))}</p>
        </div>
        <p class="wrong" role="alert">{wrong}</p>
        <p class="sub">{now}</p>
        <p class="actions"><button class="link" on:click=move |_| app.set_mix(None)>{say!(wishes.mix_none)}</button></p>
    }
    .into_any()
}

fn shares(planned: &Arc<Planned>) -> String {
    let [work, people, courses] = planned.plan.mix().map(format::percent);
    say!(wishes.now, work = work, people = people, courses = courses)
}

/// The other roles, each with how ready the plan makes for it.
fn also(app: App) -> impl IntoView {
    let (workspace, library) = (app.workspace.read(), app.library.read());
    let planned = app.plan.get();
    let after = |id: &RoleId| planned.as_ref()?.plan.also.iter().find(|(role, _)| role == id).map(|(_, fit)| *fit);
    let row = |id: &RoleId| {
        let name = library.role(id).map_or_else(|| id.to_string(), |role| role.name.get(language()).to_owned());
        let told =
            after(id).map_or_else(|| say!(wishes.elsewhere), |fit| say!(wishes.ready, fit = format::percent(fit)));
        let id = id.to_owned();
        view! { <li><span>{name}</span><small>{told}</small> <button class="link" on:click=move |_| app.head_no_more(&id)>{say!(wishes.drop)}</button></li> }
    };
    let rows = workspace.arrangement.also.iter().map(row).collect_view();
    view! { <ul class="done">{rows}</ul> }
}

/// To choose one more, while there may be one.
#[component]
fn AnotherRole() -> impl IntoView {
    let app = App::get();
    let chosen = RwSignal::new(None::<RoleId>);
    Effect::new(move |_| {
        if let Some(role) = chosen.get() {
            app.head_also(role);
        }
    });
    let may = Memo::new(move |_| app.workspace.read().arrangement.also.len() < MOST_ALSO);
    move || {
        may.get().then(|| {
            chosen.set(None);
            view! { <RolePicker id="also" label=say!(wishes.another) hint=say!(wishes.hint) chosen/> }
        })
    }
}
