//! How ready the organisation is, today and on the days that are remembered.

use super::super::super::routes::Route;
use crate::engine::workforce::Prospect;
use crate::state::Org;
use crate::ui::charts::StoodChart;
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Figures, the line over time, and the button that remembers a day.
#[component]
pub(super) fn ReadinessCard() -> impl IntoView {
    let org = Org::get();
    let needs_nothing =
        Memo::new(move |_| org.board.present.with(|now| now.as_ref().is_some_and(|now| now.coverage.is_empty())));
    let body = move || match needs_nothing.get() {
        true => view! { <p>{say!(board.no_needs)} " " <a href=Route::Demand.href()>{say!(org_nav.demand)}</a></p> }
            .into_any(),
        false => figures(org).into_any(),
    };
    let chart = move || {
        let stood = org.board.past.get().filter(|_| !needs_nothing.get())?;
        Some(view! { <StoodChart stood/> })
    };
    view! {
        {body}
        {chart}
        {move || whole(org)}
        <p class="sub">{say!(board.remember_text)}</p>
        <Remember/>
    }
}

fn count(n: usize) -> String {
    format::number(n as f64)
}

/// A number of how it stands today, or a dash until that is known.
fn read(org: Org, of: fn(&Prospect) -> String) -> Signal<String> {
    Signal::derive(move || org.board.present.with(|now| now.as_ref().map_or_else(|| "–".into(), |now| of(now))))
}

fn figures(org: Org) -> impl IntoView {
    let ready_why = read(org, |now| {
        let sum = |of: fn(u32, u32) -> u32| {
            format::number(now.coverage.iter().map(|row| f64::from(of(row.held, row.needed))).sum())
        };
        say!(board.ready_now_why, held = sum(u32::min), needed = sum(|_, needed| needed))
    });
    let then = Signal::derive(move || {
        let planned = |all: &Vec<Prospect>| all.first().map(|planned| format::reached(planned.readiness()));
        org.board.prospects.with(|all| planned(all.as_ref()?)).unwrap_or_else(|| "–".into())
    });
    let hanging = read(org, |now| count(now.coverage.iter().filter(|row| row.held == 1).count()));
    let short_why = read(org, |now| say!(board.short_why, all = count(now.coverage.len())));
    view! {
        <div class="figures board">
            <Figure id="board-ready" line="coverage" value=read(org, |now| format::reached(now.readiness())) label=say!(board.ready_now) why=ready_why/>
            <Figure id="board-then" line="coverage" value=then label=say!(board.ready_then) why=say!(board.ready_then_why)/>
            <Figure id="board-short" line="coverage" value=read(org, |now| count(now.short())) label=say!(board.short) why=short_why/>
            <Figure id="board-hanging" line="risk" value=hanging label=say!(board.hanging) why=say!(board.hanging_why)/>
        </div>
        <p class="no-print"><a href=Route::Map.href()>{say!(board.rows)}</a></p>
        <h3>{say!(board.over_time)}</h3>
    }
}

/// Where the line does not say the same of today as the figure above it: why.
fn whole(org: Org) -> Option<impl IntoView> {
    let chart = org.board.past.with(|past| past.as_ref()?.last().map(|today| format::reached(today.readiness)))?;
    let exact = org.board.present.with(|now| now.as_ref().map(|now| format::reached(now.readiness())))?;
    (chart != exact).then(|| view! { <p class="sub">{say!(board.whole, chart = chart, exact = exact)}</p> })
}

/// The button, and that it was done.
#[component]
fn Remember() -> impl IntoView {
    let org = Org::get();
    let is_done = Memo::new(move |_| {
        org.now.with(|now| {
            let last = now.as_ref().and_then(|now| now.snapshots.last().map(|last| last.on));
            last == Some(org.today())
        })
    });
    view! {
        <p class="actions no-print"><button class="quiet" on:click=move |_| org.remember()>{say!(board.remember)}</button></p>
        <p class="sub" role="status">{move || is_done.get().then(|| say!(board.remembered))}</p>
    }
}
