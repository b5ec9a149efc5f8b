//! The plan: when one is ready, what if, the next three things, then every week.

use crate::engine::Plan;
use crate::state::{Analysis, App, Planned};
use crate::ui::charts::{LoadChart, ReadinessLine, Timeline};
use crate::ui::format;
use crate::ui::text;
use crate::ui::widgets::{
    DoneList, HorizonForm, LeftList, NextThree, PlanExport, PlanProof, PlanStatus, PlanTable, VariantTable, WayMissing,
    WeeksForm, WishesForm,
};
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The plan for the chosen way.
#[component]
pub(super) fn PlanPage() -> impl IntoView {
    let app = App::get();
    let is_there = Memo::new(move |_| app.analysis.with(Option::is_some));
    move || if is_there.get() { planned(app).into_any() } else { view! { <WayMissing/> }.into_any() }
}

/// Heading and lead say what is true now; the fields stand still while the rest follows them.
fn planned(app: App) -> impl IntoView {
    let both = move || Some((app.analysis.get()?, app.plan.get()?));
    let head = move || both().map(|(analysis, planned)| head(app, &analysis, &planned.plan));
    let status = move || both().map(|(analysis, planned)| view! { <PlanStatus analysis planned/> });
    let body = move || both().map(|(analysis, planned)| body(analysis, planned));
    view! {
        {head}
        <HorizonForm/>
        <WeeksForm/>
        <WishesForm/>
        {status}
        {body}
    }
}

fn head(app: App, analysis: &Analysis, plan: &Plan) -> impl IntoView + use<> {
    let title = match plan.ends() {
        Some(day) => say!(plan.title, month = format::month(day)),
        None if plan.left.is_empty() => say!(plan.title_empty),
        None => say!(plan.title_none),
    };
    let weekly = f64::from(app.horizon().hours_per_week);
    let hours = f64::from(plan.hours());
    let ends = plan.readiness.first().zip(plan.readiness.last());
    let lead = match (ends, plan.items.is_empty()) {
        (Some((first, last)), false) => [
            say!(
                plan.lead,
                hours = format::hours(hours),
                start = format::day(plan.first_monday),
                weekly = format::hours(weekly)
            ),
            say!(plan.lead_fit, from = format::percent(first.fit), to = format::percent(last.fit)),
            band(analysis, plan).unwrap_or_default(),
            if plan.left.is_empty() { say!(plan.all_fits) } else { String::new() },
        ]
        .join(" "),
        _ if plan.left.is_empty() => say!(plan.empty_text),
        _ => say!(plan.left_text),
    };
    view! {
        <p class="over">{text::heading(analysis)}</p>
        <h1>{title}</h1>
        <p class="lead" role="status">{lead}</p>
    }
}

/// The day on which it ends if hours turn out to be the fewest, or the most.
fn band(analysis: &Analysis, plan: &Plan) -> Option<String> {
    let [best, late] = plan.band(analysis.policy().hours_band)?;
    Some(say!(plan.band, best = format::month(best), late = format::month(late)))
}

fn body(analysis: Arc<Analysis>, planned: Arc<Planned>) -> impl IntoView {
    let plan = Arc::clone(&planned.plan);
    let next = plan.items.iter().take(3).map(|item| item.step.to_owned()).collect();
    let charts = (!plan.items.is_empty()).then(|| view! {
        <div class="columns top-of-plan">
            <section class="card">
                <h2>{say!(plan.next)}</h2>
                <NextThree analysis=Arc::clone(&analysis) steps=next/>
            </section>
            <div class="stack">
                <section class="card">
                    <h2>{say!(plan.readiness)}</h2>
                    <ReadinessLine plan=Arc::clone(&plan)/>
                </section>
                <section class="card no-print">
                    <h2>{say!(load.title)}</h2>
                    <LoadChart plan=Arc::clone(&plan)/>
                </section>
            </div>
        </div>
        <section class="card wide">
            <h2>{say!(plan.timeline)}</h2>
            <Timeline analysis=Arc::clone(&analysis) plan=Arc::clone(&plan)/>
        </section>
        <section class="card">
            <h2>{say!(plan.list)} <button class="quiet print" on:click=move |_| { window().print().ok(); }>{say!(plan.print)}</button></h2>
            <PlanTable analysis=Arc::clone(&analysis) planned=Arc::clone(&planned)/>
        </section>
        <PlanExport analysis=Arc::clone(&analysis) planned=Arc::clone(&planned)/>
        <VariantTable planned=Arc::clone(&planned)/>
    });
    view! {
        <LeftList analysis=Arc::clone(&analysis) planned=Arc::clone(&planned)/>
        {(!planned.plan.items.is_empty()).then(|| view! { <PlanProof planned/> })}
        {charts}
        <DoneList analysis/>
    }
}
