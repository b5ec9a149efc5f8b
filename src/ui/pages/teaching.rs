//! Teaching others: what one could teach, and what was written down for them.

use crate::state::{App, Monitor};
use crate::ui::routes::{Route, to_skill};
use crate::ui::widgets::LessonList;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn TeachingPage() -> impl IntoView {
    view! {
        <p class="crumb"><a href=Route::Progress.href()>{say!(nav.progress)}</a></p>
        <h1>{say!(teaching.title)}</h1>
        <p class="lead">{say!(teaching.lead)}</p>
        <div class="columns">
            <section class="card"><h2>{say!(teaching.notes)}</h2><LessonList/></section>
            <section class="card"><h2>{say!(teaching.could)}</h2>{could()}</section>
        </div>
    }
}

/// Skills from the mentor line on.
fn could() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    move || {
        let look = monitor.look.get();
        let skills = look.iter().flat_map(|look| look.teaches()).map(|(id, level)| {
            let level = say!(catalogue.at_level, level = format::level(level));
            view! { <li><a href=to_skill(id)>{text::skill_name(app, id)}</a> <small>{level}</small></li> }
        });
        let skills: Vec<_> = skills.collect();
        match skills.is_empty() {
            true => view! { <p>{say!(teaching.none)}</p> }.into_any(),
            false => view! { <ul class="tasks">{skills}</ul> <p class="sub">{say!(teaching.how)}</p> }.into_any(),
        }
    }
}
