//! The look back each quarter, and reminders for it.

use crate::domain::Note;
use crate::state::{App, Look, Monitor};
use crate::ui::components::Field;
use crate::ui::routes::Route;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// What has changed since the last look, and a form to close it.
#[component]
pub(in crate::ui) fn ReviewCard() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let words = RwSignal::new(String::new());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        monitor.note(Note::Reviewed(Monitor::text(&words.read_untracked())));
    };
    let remind = move |_| {
        let week = [say!(review.week), say!(review.week_text)];
        let quarter = [say!(review.quarter), say!(review.quarter_text)];
        monitor.export_reminders(&say!(review.calendar), [week, quarter]);
    };
    let can_close =
        Memo::new(move |_| monitor.look.get().is_some_and(|look| look.day == app.today && look.review.due.is_some()));
    let form = move || {
        can_close.get().then(|| {
        view! {
            <form class="stack" on:submit=keep>
                <p><a href=Route::Assess.href()>{say!(review.rate)}</a> " · " <a href=Route::Plan.href()>{say!(review.adjust)}</a></p>
                <Field label=say!(review.conclude) kind="text" value=words on_change=Callback::new(move |typed| words.set(typed))/>
                <p class="actions"><button type="submit" class="quiet">{say!(review.keep)}</button></p>
            </form>
        }
    })
    };
    view! {
        {move || monitor.look.get().map(|look| told(app, &look))}
        {form}
        <p class="actions"><button class="quiet" on:click=remind>{say!(review.remind)}</button></p>
    }
}

fn told(app: App, look: &Look) -> impl IntoView + use<> {
    let told = match look.review.due {
        None => say!(review.none),
        Some(day) if day <= look.day => say!(review.due, day = format::day(day)),
        Some(day) => say!(review.later, day = format::day(day)),
    };
    let rows = look.review.skills.iter().map(|(id, then, now)| {
        let (then, now) = (format::level(*then), format::level(*now));
        view! { <li>{text::skill_name(app, id)} " " <small>{say!(activity.step, from = then, to = now)}</small></li> }
    });
    let rows = rows.collect_view();
    let changed =
        (!look.review.skills.is_empty()).then(|| view! { <p>{say!(review.changed)}</p><ul class="tasks">{rows}</ul> });
    view! { <p>{told}</p> {changed} }
}
