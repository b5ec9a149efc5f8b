//! What was finished: whether it was worth it, and what others could learn from it.

use super::evaluation_form::EvaluationForm;
use crate::domain::{Note, Usage};
use crate::engine::Finished;
use crate::state::{App, Look, Monitor};
use crate::ui::components::Field;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// One entry for each activity, the latest first.
#[component]
pub(in crate::ui) fn FinishedList(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let app = App::get();
    let is_today = look.day == app.today;
    let rows = look.finished.iter().map(|finished| row(app, finished, is_today)).collect_view();
    match look.finished.is_empty() {
        true => view! { <p>{say!(finished.none)}</p> }.into_any(),
        false => view! { <ul class="lines">{rows}</ul> }.into_any(),
    }
}

fn row(app: App, finished: &Finished, is_today: bool) -> impl IntoView + use<> {
    let name = name(app, finished);
    let done = &finished.done;
    let levels = say!(activity.step, from = format::level(finished.before), to = format::level(done.to));
    let facts =
        [text::skill_name(app, &done.skill), levels, format::hours(f64::from(done.hours)), format::day(done.on)];
    let facts = facts.join(" · ");
    let said = finished.evaluation.as_ref().map(|said| {
        let mut words = vec![say!(finished.liked, n = said.liked.to_string()), used(said.used)];
        words.extend(finished.pays().map(|pays| say!(finished.pays, share = format::percent(pays))));
        view! { <p>{words.join(" · ")}</p> }
    });
    let lesson = finished.lesson.as_ref().map(|(at, words)| {
        let (at, words) = (*at, words.to_string());
        let file = format!("# {name}\n\n{facts}\n\n{words}\n");
        let monitor = Monitor::get();
        view! {
            <p><q>{words}</q></p>
            <p class="actions">
                <button class="link" on:click=move |_| monitor.export_lesson(&file)>{say!(finished.share)}</button>
                <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(record.withdraw)}</button>
            </p>
        }
    });
    let forms = is_today.then(|| {
        let title = say!(finished.evaluate, name = name.as_str());
        view! {
            <details>
                <summary aria-label=title>{say!(finished.evaluate_short)}</summary>
                <EvaluationForm finished=finished.to_owned()/>
                <LessonForm finished=finished.to_owned()/>
            </details>
        }
    });
    view! { <li><strong>{name}</strong><small>{facts}</small> {said} {lesson} {forms}</li> }
}

fn name(app: App, finished: &Finished) -> String {
    let library = app.library.read();
    let found = library.catalogs.iter().find_map(|catalog| catalog.find_activity(&finished.id));
    found.map_or_else(|| finished.id.to_string(), |activity| activity.name.get(language()).to_owned())
}

/// Whether what was taught is used, in words.
pub(super) fn used(used: Usage) -> String {
    match used {
        Usage::NotYet => say!(finished.not_yet),
        Usage::Sometimes => say!(finished.sometimes),
        Usage::Often => say!(finished.often),
    }
}

/// What others could learn from it.
#[component]
fn LessonForm(
    /// The activity.
    finished: Finished,
) -> impl IntoView {
    let monitor = Monitor::get();
    let words = RwSignal::new(finished.lesson.map(|(_, words)| words.to_string()).unwrap_or_default());
    let id = StoredValue::new(finished.id);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let told = Monitor::text(&words.read_untracked());
        if !told.is_empty() {
            monitor.note(Note::Learnt(id.get_value(), told));
        }
    };
    view! {
        <form class="stack" on:submit=keep>
            <Field label=say!(finished.lesson) kind="text" value=words on_change=Callback::new(move |typed| words.set(typed))/>
            <p class="actions"><button type="submit" class="quiet">{say!(finished.keep_lesson)}</button></p>
        </form>
    }
}
