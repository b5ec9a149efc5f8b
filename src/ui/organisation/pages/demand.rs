//! What is needed: positions with their seats, levels that a number of people should have, and what might be.

use super::super::parts::{
    AddPosition, AddScenario, AddTarget, AdvertPosition, PositionTable, ScenarioForms, ScenarioTable, TargetTable,
};
use super::super::routes::Route;
use crate::domain::OrgCommand;
use crate::engine::workforce::PositionDemand;
use crate::state::Org;
use crate::ui::components::{Field, Figure};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn DemandPage() -> impl IntoView {
    let org = Org::get();
    let is_empty = Memo::new(move |_| org.now.with(|now| now.as_ref().is_none_or(|now| now.positions.is_empty())));
    let first = || {
        view! {
            <section class="card stack">
                <p>{say!(demand.none)}</p>
                <p class="actions"><a class="button quiet" href=Route::Start.href()>{say!(org.demo)}</a></p>
            </section>
        }
    };
    let day = Signal::derive(move || {
        org.now.with(|now| now.as_ref().and_then(|now| now.horizon)).map(|day| day.to_string()).unwrap_or_default()
    });
    // A year that is being typed begins as year 2: only a day to come counts, and none at all.
    let set_day = Callback::new(move |typed: String| {
        let day = typed.trim().parse().ok().filter(|day| *day > org.today());
        if day.is_some() || typed.trim().is_empty() {
            org.apply(OrgCommand::SetHorizon(day));
        }
    });
    view! {
        <h1>{say!(demand.title)}</h1>
        <p class="lead">{say!(demand.lead)}</p>
        <section class="card stack">
            <div class="fields"><Field label=say!(demand.horizon) kind="date" value=day on_change=set_day/></div>
            <p class="sub">{say!(demand.horizon_text)}</p>
            <Figures/>
        </section>
        <Show when=move || !is_empty.get() fallback=first><PositionTable/></Show>
        <details class="card"><summary>{say!(demand.add)}</summary><AddPosition/></details>
        <details class="card"><summary>{say!(demand.add_advert)}</summary><AdvertPosition/></details>
        <section class="card stack">
            <h2>{say!(demand.targets)}</h2>
            <p class="sub">{say!(demand.targets_text)}</p>
            <TargetTable/>
            <AddTarget/>
        </section>
        <section class="card stack">
            <h2>{say!(scenario.title)}</h2>
            <p class="sub">{say!(scenario.text)}</p>
            <ScenarioTable/>
            <ScenarioForms/>
            <AddScenario/>
        </section>
    }
}

/// Positions, seats now and then, what is open and what declines.
#[component]
fn Figures() -> impl IntoView {
    let org = Org::get();
    let sum = move |of: fn(&PositionDemand) -> u32| {
        Signal::derive(move || {
            let sum = org.demand.with(|demand| {
                demand.iter().flat_map(|demand| demand.positions.iter()).map(|position| f64::from(of(position))).sum()
            });
            format::number(sum)
        })
    };
    view! {
        <div class="figures">
            <Figure id="why-positions" line="demand" value=sum(|_| 1) label=say!(demand.n_positions) why=say!(demand.n_positions_why)/>
            <Figure id="why-seats" line="demand" value=sum(|position| position.seats) label=say!(demand.n_seats) why=say!(demand.n_seats_why)/>
            <Figure id="why-then" line="demand" value=sum(|position| position.seats_then) label=say!(demand.n_then) why=say!(demand.n_then_why)/>
            <Figure id="why-open" line="demand" value=sum(PositionDemand::open) label=say!(demand.n_open) why=say!(demand.n_open_why)/>
            <Figure id="why-declining" line="demand" value=sum(|position| u32::from(!position.declines.is_empty())) label=say!(demand.n_declining) why=say!(demand.n_declining_why)/>
        </div>
    }
}
