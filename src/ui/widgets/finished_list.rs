//! What was finished: whether it was worth it, and what others could learn from it.

use super::evaluation_form::EvaluationForm;
use super::lesson_list::{facts, lesson};
use crate::domain::{ActivityId, Note, Usage};
use crate::engine::Finished;
use crate::state::{App, Monitor};
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// One entry for each activity, the latest first.
#[component]
pub(in crate::ui) fn FinishedList() -> impl IntoView {
    let monitor = Monitor::get();
    let ids = Memo::new(move |_| {
        let look = monitor.look.get();
        let finished = look.iter().flat_map(|look| &look.finished);
        finished.map(|finished| finished.id.to_owned()).collect::<Vec<ActivityId>>()
    });
    view! {
        {move || ids.read().is_empty().then(|| view! { <p>{say!(finished.none)}</p> })}
        <ul class="lines">
            <For each=move || ids.get() key=ToOwned::to_owned let(id)><Row id/></For>
        </ul>
    }
}

/// What is known of it follows what is told; the forms stand still.
#[component]
fn Row(
    /// The activity.
    id: ActivityId,
) -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let finished = Memo::new(move |_| {
        let look = monitor.look.get()?;
        look.finished.iter().find(|finished| finished.id == id).map(ToOwned::to_owned)
    });
    let forms = move |finished: Finished| {
        let title = say!(finished.evaluate, name = name(app, &finished));
        view! {
            <details>
                <summary aria-label=title>{say!(finished.evaluate_short)}</summary>
                <EvaluationForm finished=finished.to_owned()/>
                <LessonForm finished/>
            </details>
        }
    };
    let is_today = Memo::new(move |_| monitor.past.get().is_none());
    view! {
        <li>
            {move || finished.get().map(|finished| told(app, monitor, &finished))}
            {move || is_today.get().then(|| finished.get_untracked().map(forms))}
        </li>
    }
}

fn told(app: App, monitor: Monitor, finished: &Finished) -> impl IntoView + use<> {
    let facts = facts(app, finished);
    let said = finished.evaluation.as_ref().map(|said| {
        let mut words = vec![say!(finished.liked, n = said.liked.to_string()), used(said.used)];
        words.extend(finished.pays().map(|pays| say!(finished.pays, share = format::percent(pays))));
        view! { <p>{words.join(" · ")}</p> }
    });
    let noted = finished.lesson.as_ref().zip(lesson(app, finished)).map(|((at, words), file)| {
        let (at, words) = (*at, words.to_string());
        view! {
            <p><q>{words}</q></p>
            <p class="actions">
                <button class="link" on:click=move |_| monitor.export_lesson(&file)>{say!(finished.share)}</button>
                <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(record.withdraw)}</button>
            </p>
        }
    });
    view! { <strong>{name(app, finished)}</strong><small>{facts}</small> {said} {noted} }
}

/// The activity's name; its id where no catalogue has it any more.
pub(super) fn name(app: App, finished: &Finished) -> String {
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
