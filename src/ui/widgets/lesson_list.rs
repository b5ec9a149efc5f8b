//! What others could learn from what was finished: note by note, and all of it as one text.

use super::finished_list::name;
use crate::engine::Finished;
use crate::state::{App, Monitor};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// All notes, the latest first, or how the first one comes about.
#[component]
pub(in crate::ui) fn LessonList() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    move || {
        let look = monitor.look.get();
        let finished: Vec<&Finished> = look.iter().flat_map(|look| &look.finished).collect();
        let texts: Vec<String> = finished.iter().filter_map(|finished| lesson(app, finished)).collect();
        let rows = finished.into_iter().filter_map(|finished| row(app, finished)).collect_view();
        match texts.is_empty() {
            true => view! { <p>{say!(teaching.no_notes)}</p> }.into_any(),
            false => view! {
                <ul class="lines">{rows}</ul>
                <p class="actions"><button class="quiet" on:click=move |_| monitor.export_lesson(&texts.join("\n"))>{say!(teaching.take)}</button></p>
            }
            .into_any(),
        }
    }
}

fn row(app: App, finished: &Finished) -> Option<impl IntoView + use<>> {
    let (_, words) = finished.lesson.as_ref()?;
    Some(view! {
        <li><strong>{name(app, finished)}</strong><small>{facts(app, finished)}</small><p><q>{words.to_string()}</q></p></li>
    })
}

/// The note on an activity as a text that can be shared; none where nothing was noted.
pub(super) fn lesson(app: App, finished: &Finished) -> Option<String> {
    let (_, words) = finished.lesson.as_ref()?;
    Some(format!("# {}\n\n{}\n\n{words}\n", name(app, finished), facts(app, finished)))
}

/// What it was about, in a line.
pub(super) fn facts(app: App, finished: &Finished) -> String {
    let done = &finished.done;
    let levels = say!(activity.step, from = format::level(finished.before), to = format::level(done.to));
    let facts =
        [text::skill_name(app, &done.skill), levels, format::hours(f64::from(done.hours)), format::day(done.on)];
    facts.join(" · ")
}
