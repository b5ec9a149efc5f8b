//! What a board looks at, on two sheets of paper.

mod alerts;
mod divide;
mod horizon;
mod outcome_form;
mod programmes;
mod readiness;

use super::super::routes::Route;
use crate::state::Org;
use crate::ui::components::{Message, Tone};
use crate::ui::format;
use crate::ui::words::say;
use alerts::AlertsCard;
use divide::DivideCard;
use horizon::HorizonCard;
use leptos::prelude::*;
use programmes::ProgrammesCard;
use readiness::ReadinessCard;

/// The page.
#[component]
pub(super) fn BoardPage() -> impl IntoView {
    let org = Org::get();
    let is_empty = Memo::new(move |_| org.now.with(|now| now.as_ref().is_none_or(|now| now.is_empty())));
    move || if is_empty.get() { nothing().into_any() } else { board(org).into_any() }
}

fn nothing() -> impl IntoView {
    view! {
        <h1>{say!(board.title)}</h1>
        <Message tone=Tone::Notice text=say!(board.empty)><a class="button quiet" href=Route::Start.href()>{say!(board.to_start)}</a></Message>
    }
}

fn board(org: Org) -> impl IntoView {
    let is_there = Memo::new(move |_| org.board.present.with(Option::is_some));
    let name = move || org.now.with(|now| now.as_ref().map(|now| now.name.to_string()));
    view! {
        <p class="over">{name}</p>
        <h1>{say!(board.title)}</h1>
        <p class="lead">{say!(board.lead, day = format::day(org.today()))}</p>
        <p class="actions no-print">
            <button class="quiet" on:click=move |_| { window().print().ok(); }>{say!(board.print)}</button>
            <a href=Route::Fairness.href()>{say!(fair.title)}</a>
            <a href=Route::Method(None).href()>{say!(method.title)}</a>
        </p>
        {move || (!is_there.get()).then(|| view! { <p role="status">{say!(board.waiting)}</p> })}
        <div class="columns even">
            <section class="card stack"><h2>{say!(board.ready)}</h2><ReadinessCard/></section>
            <section class="card stack"><h2>{say!(org_alerts.title)}</h2><AlertsCard/></section>
        </div>
        <section class="card stack"><h2>{say!(horizon.title)}</h2><HorizonCard/></section>
        <section class="card stack"><h2>{say!(worth.title)}</h2><ProgrammesCard/></section>
        <section class="card stack"><h2>{say!(divide.title)}</h2><DivideCard/></section>
    }
}
