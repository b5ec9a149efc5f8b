//! Where an organisation stands in the four steps, or how it begins.

use super::super::alerts::alert_line;
use super::super::names;
use super::super::routes::Route;
use crate::domain::{OrgCommand, Organisation};
use crate::state::{Org, Urgent};
use crate::ui::components::{Field, later};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn StartPage() -> impl IntoView {
    let org = Org::get();
    let is_empty = Memo::new(move |_| org.now.with(|now| now.as_ref().is_none_or(|now| now.is_empty())));
    move || if is_empty.get() { begin(org).into_any() } else { steps(org).into_any() }
}

fn begin(org: Org) -> impl IntoView {
    let is_ready = Memo::new(move |_| org.catalog.with(Option::is_some));
    view! {
        <section class="start">
            <h1>{say!(org.title)}</h1>
            <p class="lead">{say!(org.lead)}</p>
            <p class="actions">
                <button disabled=move || !is_ready.get() on:click=move |_| org.load_demo()>{say!(org.demo)}</button>
                <a class="button quiet" href=Route::People.href()>{say!(org.people_in)}</a>
                <a class="button quiet" href=Route::Settings.href()>{say!(org.file_in)}</a>
            </p>
            <p class="sub">{say!(org.demo_text)}</p>
            <p class="sub"><a href="./">{say!(org.personal)}</a></p>
        </section>
    }
}

fn steps(org: Org) -> impl IntoView {
    let count = move |of: fn(&Organisation) -> usize| {
        let n = org.now.with(|now| now.as_ref().map_or(0, |now| of(now)));
        format::number(n as f64)
    };
    let name =
        Signal::derive(move || org.now.with(|now| now.as_ref().map(|now| now.name.to_string()).unwrap_or_default()));
    let rename = Callback::new(move |typed: String| org.apply(OrgCommand::Name(typed.trim().into())));
    let seats = |now: &Organisation| now.positions.iter().map(|position| position.seats as usize).sum();
    let then = |now: &Organisation| now.positions.iter().map(|position| position.seats_then as usize).sum();
    view! {
        <h1>{move || if name.get().is_empty() { say!(org.title) } else { name.get() }}</h1>
        <p class="lead">{say!(org.steps_lead)}</p>
        <div class="steps-of-four">
            <section class="card"><h2>{say!(org.step1)}</h2>
                <p>{move || say!(org.step1_text, n = count(|now| now.positions.len()), seats = count(seats), then = count(then))}</p>
                {urgent(org, open_seats)}
                <p><a href=Route::Demand.href()>{say!(org_nav.demand)}</a></p>
            </section>
            <section class="card"><h2>{say!(org.step2)}</h2>
                <p>{move || say!(org.step2_text, n = count(|now| now.people.len()), skills = count(|now| now.skills.len()))}</p>
                {urgent(org, worst_covered)}
                <p><a href=Route::People.href()>{say!(org_nav.people)}</a> " · " <a href=Route::Map.href()>{say!(org_nav.map)}</a></p>
            </section>
            <section class="card"><h2>{say!(org.step3)}</h2>
                <p>{say!(org.step3_text)}</p>
                {urgent(org, in_training)}
                <p><a href=Route::Moves.href()>{say!(org_nav.moves)}</a> " · " <a href=Route::Mentoring.href()>{say!(org_nav.mentoring)}</a> " · " <a href=Route::Programmes.href()>{say!(org_nav.programmes)}</a></p>
            </section>
            <section class="card"><h2>{say!(org.step4)}</h2>
                <p>{say!(org.step4_text)}</p>
                {urgent(org, to_look_at)}
                <p><a href=Route::Board.href()>{say!(org_nav.board)}</a> " · " <a href=Route::Fairness.href()>{say!(fair.title)}</a> " · " <a href=Route::Method(None).href()>{say!(method.title)}</a></p>
            </section>
        </div>
        <section class="card stack">
            <div class="fields"><Field label=say!(org.name) kind="text" value=name on_change=rename/></div>
            <p class="actions"><button class="quiet danger" on:click=move |_| org.apply(OrgCommand::Replace(Box::default()))>{say!(org.throw_away)}</button></p>
            <p class="sub">{say!(org.throw_away_text)}</p>
        </section>
    }
}

/// The most urgent thing of a step, as soon as it is known.
fn urgent(org: Org, of: fn(Org, &Organisation, &Urgent) -> AnyView) -> impl IntoView {
    let is_due = later();
    let words = move || {
        org.now.with(|now| {
            let now = now.as_ref().filter(|_| is_due.get())?;
            org.board.urgent.with(|urgent| urgent.as_ref().map(|urgent| of(org, now, urgent)))
        })
    };
    view! { <p class="urgent">{words}</p> }
}

fn open_seats(org: Org, now: &Organisation, urgent: &Urgent) -> AnyView {
    let Some(most) = &urgent.most_open else { return say!(org.urgent_filled).into_any() };
    let name = now.position(&most.position).map(|position| names::position(org, position));
    let href = Route::Position(most.position.clone()).href();
    let count = |n: u32| format::number(f64::from(n));
    let words = say!(org.urgent_open, n = count(most.open()), all = count(urgent.open));
    view! { <a href=href>{name}</a> " " <span>{words}</span> }.into_any()
}

fn worst_covered(org: Org, now: &Organisation, urgent: &Urgent) -> AnyView {
    let Some(worst) = &urgent.worst else { return say!(org.urgent_covered).into_any() };
    let [held, needed] = [worst.held, worst.needed].map(|n| format::number(f64::from(n)));
    let words = say!(org.urgent_worst, level = format::level(worst.level), held = held, needed = needed);
    view! { <a href=Route::Map.href()>{names::skill(org, now, &worst.skill)}</a> " " <span>{words}</span> }.into_any()
}

fn in_training(org: Org, now: &Organisation, urgent: &Urgent) -> AnyView {
    match &urgent.training {
        Some(alert) => alert_line(org, now, alert).into_any(),
        None => say!(org.urgent_calm).into_any(),
    }
}

fn to_look_at(org: Org, now: &Organisation, urgent: &Urgent) -> AnyView {
    let ready = org.board.present.with(|now| now.as_ref().map(|now| format::reached(now.readiness())));
    let words = say!(org.urgent_ready, share = ready.unwrap_or_default(), n = format::number(urgent.n_alerts as f64));
    let first = urgent.first.as_ref().map(|alert| alert_line(org, now, alert));
    view! { <span>{words}</span> " " {first} }.into_any()
}
