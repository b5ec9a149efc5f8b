//! Who takes which position, now or at the horizon, and what that costs against hiring.

mod list;
mod one;
mod prices;
mod rest;

use super::super::amounts::{count, euros};
use super::super::task_bar::{TaskBar, first_things};
use crate::engine::workforce::Moves;
use crate::engine::workforce::message::Request;
use crate::state::{Org, Outcome, Same, Totals};
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// What was found, as the parts of the page share it.
type Found = Same<Outcome<Moves>>;

/// The page.
#[component]
pub(super) fn MovesPage() -> impl IntoView {
    let org = Org::get();
    let errand = org.tasks.moves;
    let then = RwSignal::new(errand.asked.get_untracked() == Some(Request::Moves { then: true }));
    let outcome = errand.outcome();
    let seats = move |label: String, is_then: bool| {
        view! {
            <label class="choice">
                <input type="radio" name="seats" prop:checked=move || then.get() == is_then on:change=move |_| then.set(is_then)/>
                {label}
            </label>
        }
    };
    let start = Callback::new(move |()| org.find_moves(then.get_untracked()));
    let stop = Callback::new(move |()| errand.stop());
    view! {
        <h1>{say!(moves.title)}</h1>
        <p class="lead">{say!(moves.lead)}</p>
        {first_things(org, true)}
        <section class="card stack">
            <fieldset class="choices"><legend>{say!(moves.seats)}</legend>{seats(say!(moves.now), false)} {seats(say!(moves.then), true)}</fieldset>
            <TaskBar stage=org.stage(errand) label=say!(moves.find) on_start=start on_stop=stop/>
        </section>
        {move || outcome.get().map(|found| results(&found))}
        <details class="card"><summary>{say!(moves.prices)}</summary><prices::PricesForm/></details>
    }
}

/// The figures, the moves, and everybody else.
fn results(found: &Found) -> impl IntoView + use<> {
    let totals = Totals::of(&found.found);
    let n = found.found.moves.len();
    let seats = if found.asked == (Request::Moves { then: true }) { say!(moves.for_then) } else { say!(moves.for_now) };
    let cheaper = if totals.build <= totals.buy {
        say!(moves.builds, euros = euros(totals.buy - totals.build))
    } else {
        say!(moves.buys, euros = euros(totals.build - totals.buy))
    };
    view! {
        <section class="card stack">
            <p class="sub">{seats}</p>
            <div class="figures">
                <Figure id="moves-n" line="moves" value=count(n) label=say!(moves.n) why=say!(moves.n_why)/>
                <Figure id="moves-hours" line="moves" value=format::hours(totals.hours) label=say!(moves.hours) why=say!(moves.hours_why)/>
                <Figure id="moves-build" line="build-or-buy" value=euros(totals.build) label=say!(moves.build) why=say!(moves.build_why)/>
                <Figure id="moves-buy" line="build-or-buy" value=euros(totals.buy) label=say!(moves.buy) why=say!(moves.buy_why)/>
                <Figure id="moves-open" line="moves" value=count(totals.open as usize) label=say!(moves.open) why=say!(moves.open_why)/>
            </div>
            <p>{if n > 0 { cheaper } else { say!(moves.none) }}</p>
        </section>
        {(n > 0).then(|| view! { <list::MoveList found=Same::clone(found)/> })}
        <rest::Rest found=Same::clone(found)/>
    }
}
