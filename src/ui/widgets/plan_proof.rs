//! How good the plan is: looked for on demand, beside the page, with what no plan can exceed.

use crate::engine::Plan;
use crate::state::{App, Planned, Proof, Proved};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this share of the gap nothing is worth a word.
const NOTHING: f64 = 0.000_5;

/// One line, with the button that asks for more.
#[component]
pub(in crate::ui) fn PlanProof(
    /// The plan that is seen.
    planned: Arc<Planned>,
) -> impl IntoView {
    let app = App::get();
    let closes_all = planned.score.value >= planned.whole;
    let plan = Arc::clone(&planned.plan);
    let line = move || match app.proof.get() {
        Proof::Running(tries) => running(app, tries).into_any(),
        Proof::Done(proved) if proved.is_about(&plan) => done(app, &plan, &proved).into_any(),
        Proof::Failed => asked(app, say!(proof.failed)).into_any(),
        Proof::Done(_) | Proof::Unasked if closes_all => asked(app, say!(proof.all)).into_any(),
        Proof::Done(_) | Proof::Unasked => asked(app, say!(proof.unknown)).into_any(),
    };
    view! { <div class="proof no-print" role="status">{line}</div> }
}

fn asked(app: App, words: String) -> impl IntoView {
    view! { <p class="sub actions"><span>{words}</span> <button class="link" on:click=move |_| app.prove()>{say!(proof.ask)}</button></p> }
}

fn running(app: App, tries: u32) -> impl IntoView {
    let words = say!(proof.running, tries = format::number(f64::from(tries)));
    view! {
        <p class="sub actions">
            <progress aria-label=say!(proof.ask)></progress> <span>{words}</span>
            <button class="link" on:click=move |_| app.prove_no_more()>{say!(proof.cancel)}</button>
        </p>
    }
}

fn done(app: App, plan: &Plan, proved: &Proved) -> impl IntoView + use<> {
    let sure = match proved.short {
        short if short < NOTHING => say!(proof.best),
        short => say!(proof.within, share = format::fine_percent(short)),
    };
    let better = proved.better.clone().map(|better| {
        let words = gains(plan, &better.plan);
        view! {
            <span>{words}</span>
            <button class="quiet" on:click=move |_| app.follow_this(&better)>{say!(proof.take)}</button>
        }
    });
    let none = proved.better.is_none().then(|| say!(proof.none));
    view! { <p class="sub actions"><span>{none} " " {sure}</span> {better}</p> }
}

/// What a better plan is better at.
fn gains(plan: &Plan, better: &Plan) -> String {
    let fit = |plan: &Plan| plan.readiness.last().map_or(0.0, |last| last.fit);
    if fit(better) - fit(plan) > NOTHING {
        return say!(proof.closes_more, from = format::fine_percent(fit(plan)), to = format::fine_percent(fit(better)));
    }
    match better.ends() {
        Some(ends) if plan.ends() != Some(ends) => say!(proof.ends, day = format::day(ends)),
        _ => say!(proof.earlier),
    }
}
