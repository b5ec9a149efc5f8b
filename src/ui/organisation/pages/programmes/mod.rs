//! Everybody's plan under one budget: who learns together, what it costs each team, what does not fit, and the plans to hand back.

mod budget;
mod cohorts;
mod hand_back;
mod keep;
mod left;
mod teams;

use super::super::amounts::{count, euros};
use super::super::task_bar::first_things;
use crate::engine::workforce::ProgrammePlan;
use crate::state::{Org, Outcome, Same};
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// What was planned, as the parts of the page share it.
type Found = Same<Outcome<ProgrammePlan>>;

/// The page.
#[component]
pub(super) fn ProgrammesPage() -> impl IntoView {
    let org = Org::get();
    let outcome = org.tasks.programme.outcome();
    view! {
        <h1>{say!(programme.title)}</h1>
        <p class="lead">{say!(programme.lead)}</p>
        {first_things(org, false)}
        <budget::BudgetForm/>
        {move || outcome.get().map(|found| results(&found))}
        <keep::Kept/>
    }
}

fn results(found: &Found) -> impl IntoView + use<> {
    let total = found.found.total();
    let n_together = found.found.cohorts.len();
    let is_empty = found.found.steps.is_empty();
    let share = |found: &Found| Same::clone(found);
    let possible = format::reached(found.found.share());
    let possible_why =
        say!(programme.possible_why, closed = format::decimal(total.value), most = format::decimal(found.found.most));
    view! {
        <section class="card stack">
            <div class="figures">
                <Figure id="programme-people" line="programmes" value=count(total.people as usize) label=say!(programme.people) why=say!(programme.people_why)/>
                <Figure id="programme-hours" line="programmes" value=format::hours(total.hours as f64) label=say!(programme.hours) why=say!(programme.hours_why)/>
                <Figure id="programme-fees" line="programmes" value=euros(total.fees as f64) label=say!(programme.fees) why=say!(programme.fees_why)/>
                <Figure id="programme-steps" line="programmes" value=count(found.found.steps.len()) label=say!(programme.steps) why=say!(programme.steps_why)/>
                <Figure id="programme-cohorts" line="programmes" value=count(n_together) label=say!(programme.cohorts) why=say!(programme.cohorts_why)/>
                <Figure id="programme-possible" line="programmes" value=possible label=say!(programme.possible) why=possible_why/>
            </div>
            {is_empty.then(|| view! { <p>{say!(programme.none)}</p> })}
        </section>
        {(!is_empty).then(|| view! {
            <teams::Teams found=share(found)/>
            <cohorts::Cohorts found=share(found)/>
            <keep::KeepForm found=share(found)/>
            <hand_back::HandBack found=share(found)/>
        })}
        <left::Left found=share(found)/>
    }
}
