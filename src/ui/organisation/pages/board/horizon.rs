//! What is coming: seats and positions at the horizon, and what might be.

use super::super::super::names;
use super::super::super::routes::Route;
use crate::domain::Organisation;
use crate::engine::workforce::{Decline, PositionDemand, Prospect};
use crate::state::{HorizonLook, Org};
use crate::ui::charts::ShareBar;
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

fn count(n: usize) -> String {
    format::number(n as f64)
}

/// The figures, the positions that change most, and the scenarios.
#[component]
pub(super) fn HorizonCard() -> impl IntoView {
    let org = Org::get();
    let look = org.board.horizon;
    let read = move |of: fn(&HorizonLook) -> String| {
        Signal::derive(move || look.with(|look| look.as_ref().map_or_else(|| "–".into(), of)))
    };
    let day = move || match org.now.with(|now| now.as_ref().and_then(|now| now.horizon)) {
        Some(day) => say!(horizon.by, day = format::day(day)),
        None => say!(horizon.no_day),
    };
    let seats = read(|look| count(look.seats[1] as usize));
    let seats_label = read(|look| say!(horizon.seats, now = count(look.seats[0] as usize)));
    view! {
        <p>{day}</p>
        <div class="figures board">
            <Figure id="horizon-seats" line="demand" value=seats label=seats_label why=say!(horizon.seats_why)/>
            <Figure id="horizon-growing" line="demand" value=read(|look| count(look.growing)) label=say!(horizon.growing) why=say!(horizon.growing_why)/>
            <Figure id="horizon-shrinking" line="demand" value=read(|look| count(look.shrinking)) label=say!(horizon.shrinking) why=say!(horizon.shrinking_why)/>
            <Figure id="horizon-exposed" line="demand" value=read(|look| count(look.exposed)) label=say!(horizon.exposed) why=say!(horizon.exposed_why)/>
        </div>
        <p class="no-print"><a href=Route::Demand.href()>{say!(horizon.rows)}</a></p>
        {move || look.with(|look| changes(org, &look.as_ref()?.changes))}
        {move || org.board.prospects.with(|all| scenarios(all.as_ref()?))}
    }
}

fn changes(org: Org, changes: &[PositionDemand]) -> Option<impl IntoView + use<>> {
    let rows = org.now.with(|now| {
        let now = now.as_ref()?;
        Some(changes.iter().map(|change| row(org, now, change)).collect_view())
    });
    (!changes.is_empty()).then(|| {
        view! {
            <h3>{say!(horizon.changes)}</h3>
            <div class="scroll-x" tabindex="0" role="region" aria-label=say!(horizon.changes)><table>
                <thead><tr><th scope="col">{say!(horizon.position)}</th><th scope="col" class="n">{say!(horizon.holders)}</th><th scope="col" class="n">{say!(horizon.now)}</th><th scope="col" class="n">{say!(horizon.then)}</th><th scope="col">{say!(horizon.why)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
    })
}

fn row(org: Org, now: &Organisation, change: &PositionDemand) -> impl IntoView + use<> {
    let id = &change.position;
    let name = now.position(id).map_or_else(|| id.to_string(), |position| names::position(org, position));
    let why = change.declines.iter().map(|why| match why {
        Decline::FewerSeats => say!(horizon.fewer),
        Decline::Exposed => say!(horizon.machines),
    });
    let why = why.collect::<Vec<_>>().join(", ");
    let [holders, seats, then] = [change.holders, change.seats, change.seats_then].map(|n| count(n as usize));
    view! { <tr><th scope="row"><a href=Route::Position(id.clone()).href()>{name}</a></th><td class="n">{holders}</td><td class="n">{seats}</td><td class="n">{then}</td><td>{why}</td></tr> }
}

fn scenarios(prospects: &[Prospect]) -> Option<impl IntoView + use<>> {
    let rows = prospects.iter().map(|prospect| {
        let name = prospect.scenario.as_ref().map_or_else(|| say!(horizon.planned), ToString::to_string);
        let percent = format::reached_percent(prospect.readiness());
        view! { <tr><th scope="row">{name}</th><td><ShareBar percent/></td><td class="n">{count(prospect.short())}</td></tr> }
    });
    let rows = rows.collect_view();
    (prospects.len() > 1).then(|| {
        view! {
            <h3>{say!(horizon.scenarios)}</h3>
            <table>
                <thead><tr><th scope="col">{say!(horizon.scenario)}</th><th scope="col">{say!(board.readiness)}</th><th scope="col" class="n">{say!(board.short_column)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}
