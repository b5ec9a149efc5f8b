//! What takes its time: asked for, watched, let go, and said to be old where the organisation has changed.

use super::routes::Route;
use crate::state::{Org, Stage};
use crate::ui::components::{Message, Tone};
use crate::ui::words::say;
use leptos::prelude::*;

/// One button that begins, breaks off or begins anew, with how far it is.
#[component]
pub(super) fn TaskBar(
    /// How far it is.
    stage: Memo<Stage>,
    /// What the button says while nobody has asked.
    label: String,
    /// Begins.
    on_start: Callback<()>,
    /// Breaks off.
    on_stop: Callback<()>,
) -> impl IntoView {
    let org = Org::get();
    let is_ready = Memo::new(move |_| org.catalog.with(Option::is_some));
    let is_working = Memo::new(move |_| matches!(stage.get(), Stage::Working(_)));
    // The button stays the same element, so that whoever is on it with the keyboard stays there.
    let press = move |_| if is_working.get_untracked() { on_stop.run(()) } else { on_start.run(()) };
    let named = label.clone();
    let action = move || match stage.get() {
        Stage::Idle => named.clone(),
        Stage::Working(_) => say!(task.cancel),
        Stage::Done | Stage::Stale | Stage::Failed => say!(task.again),
    };
    let share = move || match stage.get() {
        Stage::Working(share) if share > 0.0 => Some(share),
        _ => None,
    };
    let bar = move || {
        let label = label.clone();
        is_working.get().then(|| view! { <progress max="1" value=share aria-label=label></progress> })
    };
    let told = Memo::new(move |_| match stage.get() {
        Stage::Idle | Stage::Done => None,
        Stage::Working(_) => Some((false, say!(task.working))),
        Stage::Stale => Some((false, say!(task.stale))),
        Stage::Failed => Some((true, say!(task.failed))),
    });
    let words = move || {
        told.get().map(|(is_bad, words)| {
            if is_bad {
                view! { <Message tone=Tone::Danger text=words/> }.into_any()
            } else {
                view! { <p class="sub">{words}</p> }.into_any()
            }
        })
    };
    view! {
        <p class="actions"><button disabled=move || !is_ready.get() on:click=press>{action}</button> {bar}</p>
        <div role="status">{words}</div>
    }
}

/// What an organisation lacks before anything can be reckoned, with where to begin; none where nothing is.
pub(super) fn first_things(org: Org, needs_positions: bool) -> impl IntoView {
    let lacks = Memo::new(move |_| {
        org.now.with(|now| {
            let now = now.as_ref()?;
            match (now.people.is_empty(), needs_positions && now.positions.is_empty()) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            }
        })
    });
    move || {
        lacks.get().map(|people| {
            let (text, label, to) = if people {
                (say!(task.no_people), say!(org_nav.people), Route::People)
            } else {
                (say!(task.no_positions), say!(org_nav.demand), Route::Demand)
            };
            view! { <Message tone=Tone::Notice text><a class="button quiet" href=to.href()>{label}</a></Message> }
        })
    }
}
