//! Whether the plan that is seen is the one that is followed, and what has moved.

use crate::domain::ActivityId;
use crate::engine::{Broken, Plan};
use crate::state::{Analysis, App, Planned};
use crate::ui::words::say;
use crate::ui::{format, text};
use chrono::Days;
use leptos::prelude::*;
use std::sync::Arc;

/// The most activities that are named.
const NAMED: usize = 8;

/// To follow the plan, to keep the old one, or to take the new one.
#[component]
pub(in crate::ui) fn PlanStatus(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan that is seen.
    planned: Arc<Planned>,
) -> impl IntoView {
    view! {
        {broken(&planned)}
        {followed(analysis, planned)}
    }
}

/// What the person's locks break.
fn broken(planned: &Planned) -> impl IntoView + use<> {
    let words = |broken: &Broken| match broken {
        Broken::Capacity(week) => {
            let monday = planned.plan.first_monday.checked_add_days(Days::new(*week as u64 * 7));
            say!(follow.broken_hours, day = monday.map(format::day).unwrap_or_default())
        }
        Broken::Budget => say!(follow.broken_money),
        _ => say!(follow.broken_order),
    };
    let mut told: Vec<String> = planned.broken.iter().map(words).collect();
    told.dedup();
    told.truncate(NAMED);
    (!told.is_empty()).then(|| view! { <ul class="warn" role="alert">{told.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> })
}

fn followed(analysis: Arc<Analysis>, planned: Arc<Planned>) -> impl IntoView {
    let app = App::get();
    let is_followed_any = app.workspace.with(|workspace| !workspace.arrangement.followed.is_empty());
    if planned.plan.items.is_empty() {
        return ().into_any();
    }
    if !is_followed_any {
        return view! {
            <section class="card follow">
                <p>{say!(follow.why)}</p>
                <button on:click=move |_| app.follow()>{say!(follow.follow)}</button>
            </section>
        }
        .into_any();
    }
    if app.tried.get().is_some() {
        return tried(app, &analysis, &planned).into_any();
    }
    if planned.is_followed() {
        return view! {
            <p class="sub actions">
                <span>{say!(follow.followed)}</span>
                <button class="link" on:click=move |_| app.plan_anew()>{say!(follow.anew)}</button>
            </p>
        }
        .into_any();
    }
    view! {
        <section class="card follow">
            <h2>{say!(follow.changed)}</h2>
            {moves(&analysis, &planned)}
            <p class="actions">
                <button on:click=move |_| app.follow()>{say!(follow.take)}</button>
                <button class="quiet" on:click=move |_| app.plan_anew()>{say!(follow.anew)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// Two plans beside each other: the person's own, and the one within the horizon that is tried.
fn tried(app: App, analysis: &Analysis, planned: &Planned) -> impl IntoView + use<> {
    let beside = app.plan_beside.get();
    let ready = |plan: &Plan| plan.ends().map_or_else(|| "–".into(), format::day);
    let fit = |plan: &Plan| plan.readiness.last().map_or_else(String::new, |last| format::percent(last.fit));
    let row = |label: String, of: &dyn Fn(&Plan) -> String| {
        let now = beside.as_ref().map(|beside| of(&beside.plan));
        view! { <tr><th scope="row">{label}</th><td>{now}</td><td>{of(&planned.plan)}</td></tr> }
    };
    let rows = [
        row(say!(follow.ready), &ready),
        row(say!(gap.hours), &|plan| format::hours(f64::from(plan.hours()))),
        row(say!(plan.cost), &|plan| format::euros(plan.cost)),
        row(say!(explore.col_fit), &fit),
        row(say!(follow.left), &|plan| plan.left.len().to_string()),
    ];
    view! {
        <section class="card follow">
            <h2>{say!(follow.trying)}</h2>
            <table class="compare">
                <thead><tr><td></td><th scope="col">{say!(follow.today)}</th><th scope="col">{say!(follow.like_this)}</th></tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
            {moves(analysis, planned)}
            <p class="actions">
                <button on:click=move |_| app.follow()>{say!(follow.take)}</button>
                <button class="quiet" on:click=move |_| app.tried.set(None)>{say!(follow.keep)}</button>
            </p>
        </section>
    }
}

/// Which activities begin elsewhere, come in, or go.
fn moves(analysis: &Analysis, planned: &Planned) -> impl IntoView + use<> {
    let app = App::get();
    let catalog = &analysis.catalog;
    let moved = planned.moved().map(|(item, from)| {
        say!(
            follow.moves,
            name = text::step(catalog, &item.step),
            from = format::day(from),
            to = format::day(item.starts)
        )
    });
    let is_new = |id: &ActivityId| app.workspace.with(|kept| !kept.arrangement.followed.contains_key(id));
    let come = planned.plan.items.iter().filter(|item| is_new(&item.id));
    let come =
        come.map(|item| say!(follow.comes, name = text::step(catalog, &item.step), to = format::day(item.starts)));
    let told: Vec<String> = moved.chain(come).collect();
    let more = told.len().saturating_sub(NAMED);
    let lines = told.into_iter().take(NAMED).map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <ul class="tasks">{lines}</ul>
        {(more > 0).then(|| view! { <p class="sub">{say!(follow.more, n = more.to_string())}</p> })}
    }
}
