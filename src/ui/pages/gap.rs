//! The gap: the answer, its few numbers, the next step, then the detail.

use crate::state::{Analysis, App};
use crate::ui::components::{Message, Tone};
use crate::ui::routes::Route;
use crate::ui::text;
use crate::ui::widgets::{GapTable, GatesCard, NextThree, VerdictCard, WayMissing};
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// The gap of the chosen way.
#[component]
pub(super) fn Gap() -> impl IntoView {
    let app = App::get();
    move || match app.analysis.get() {
        None => view! { <WayMissing/> }.into_any(),
        Some(analysis) => found(analysis).into_any(),
    }
}

fn found(analysis: Arc<Analysis>) -> impl IntoView {
    let title = text::heading(&analysis);
    if analysis.gap.items.is_empty() {
        return view! { <h1>{title}</h1> <Message tone=Tone::Notice text=say!(gap.nothing_asked)/> }.into_any();
    }
    let (_, sentence) = text::verdict(analysis.called());
    let first_look = (!analysis.can_be_judged).then(|| {
        view! {
            <Message tone=Tone::Notice title=say!(gap.first_look) text=say!(gap.first_look_text)>
                <a class="button" href=Route::Skills.href()>{say!(gap.rate)}</a>
            </Message>
        }
    });
    let has_steps = analysis.gap.hours.likely > 0.0;
    let role = analysis.catalog.find_role(&analysis.target);
    let neighbours = role.iter().flat_map(|role| &role.estimated_from).filter_map(|id| analysis.catalog.find_role(id));
    let neighbours: Vec<&str> = neighbours.map(|role| role.name.get(language())).collect();
    let estimated = (!neighbours.is_empty())
        .then(|| view! { <Message tone=Tone::Notice text=say!(gap.estimated, roles = neighbours.join(", "))/> });
    let tasks = role
        .map(|role| role.tasks.iter().take(8).map(|task| task.name.get(language()).to_owned()).collect::<Vec<_>>())
        .unwrap_or_default();
    view! {
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        <VerdictCard analysis=Arc::clone(&analysis)/>
        <GatesCard analysis=Arc::clone(&analysis)/>
        {first_look}
        {estimated}
        <div class="columns">
            <section class="card">
                <h2>{say!(gap.asks)}</h2>
                <GapTable analysis=Arc::clone(&analysis)/>
            </section>
            <div class="stack">
                {has_steps.then(|| view! {
                    <section class="card">
                        <h2>{say!(gap.first)}</h2>
                        <p class="sub">{say!(gap.first_why)}</p>
                        <NextThree steps=analysis.first_steps() analysis=Arc::clone(&analysis)/>
                    </section>
                })}
                {(!tasks.is_empty()).then(|| view! {
                    <section class="card">
                        <h2>{say!(gap.tasks)}</h2>
                        <ul class="tasks">{tasks.into_iter().map(|task| view! { <li>{task}</li> }).collect_view()}</ul>
                    </section>
                })}
            </div>
        </div>
    }
    .into_any()
}
