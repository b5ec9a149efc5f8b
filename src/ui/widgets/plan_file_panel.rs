//! A plan that an organisation hands back: what it holds, and the word on it.

use crate::exchange::plan_file::PlanFile;
use crate::state::{App, Guard};
use crate::ui::components::{Message, Tone};
use crate::ui::words::{language, say};
use crate::ui::{errors, format};
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing, until a file is a plan.
#[component]
pub(in crate::ui) fn PlanFilePanel() -> impl IntoView {
    let guard = Guard::get();
    move || {
        guard.plan.get().map(|offer| match offer {
            Ok(plan) => offered(guard, plan).into_any(),
            Err(fault) => view! { <Message tone=Tone::Danger text=errors::plan_fault(fault)/> }.into_any(),
        })
    }
}

fn offered(guard: Guard, plan: Arc<PlanFile>) -> impl IntoView {
    let app = App::get();
    let with_ratings = RwSignal::new(false);
    let (held, of_ratings) = (Arc::clone(&plan), Arc::clone(&plan));
    let n_new = Memo::new(move |_| app.new_ratings(&of_ratings));
    let is_known = app.knows_roles_of(&plan);
    let title = match &*plan.organisation {
        "" => say!(plan_file.untitled),
        organisation => say!(plan_file.title, organisation = organisation),
    };
    let take = move |_| {
        app.take_plan(&held, with_ratings.get_untracked());
        guard.leave_file();
    };
    let ratings = move || {
        let n = n_new.get();
        (n > 0).then(|| view! {
            <label class="check">
                <input type="checkbox" prop:checked=with_ratings on:change:target=move |event| with_ratings.set(event.target().checked())/>
                <span>{say!(plan_file.ratings, n = format::number(n as f64))}</span>
            </label>
        })
    };
    view! {
        <section class="message notice" role="status">
            <p><strong>{title}</strong></p>
            <p>{words(app, &plan)}</p>
            {if is_known { view! {
                {ratings}
                <p>{say!(plan_file.replaces)}</p>
                <p class="actions">
                    <button on:click=take>{say!(plan_file.take)}</button>
                    <button class="quiet" on:click=move |_| guard.leave_file()>{say!(settings.keep)}</button>
                </p>
            }.into_any() } else { view! {
                <p>{say!(plan_file.unknown)}</p>
                <p class="actions"><button class="quiet" on:click=move |_| guard.leave_file()>{say!(settings.keep)}</button></p>
            }.into_any() }}
        </section>
    }
}

/// What the plan holds, in two sentences.
fn words(app: App, plan: &PlanFile) -> String {
    let library = app.library.read();
    let name = |id| library.role(id).map_or_else(|| id.to_string(), |role| role.name.get(language()).to_owned());
    let whose = if plan.name.is_empty() { plan.person.as_str() } else { &plan.name };
    let holds = say!(
        plan_file.holds,
        name = whose,
        day = format::day(plan.on),
        from = name(&plan.current),
        to = name(&plan.target),
        hours = format::hours(plan.hours.into()),
        n = format::number(plan.activities.len() as f64)
    );
    let n_unknown = plan.activities.len() - app.known_activities(plan);
    if n_unknown == 0 {
        return holds;
    }
    [holds, say!(plan_file.unknown_activities, n = format::number(n_unknown as f64))].join(" ")
}
