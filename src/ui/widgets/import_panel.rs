//! Loads a framework's own download: the file, progress, cancel, and what came of it.

use crate::state::{App, Import};
use crate::ui::components::{Message, Tone};
use crate::ui::words::say;
use crate::ui::{errors, format};
use leptos::prelude::*;

/// A file input, and below it what is happening.
#[component]
pub(in crate::ui) fn ImportPanel() -> impl IntoView {
    let app = App::get();
    let choose = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        if let Some(file) = event.target().files().and_then(|files| files.get(0)) {
            app.import_catalog(file);
        }
        // The same file can be chosen again.
        event.target().set_value("");
    };
    let over = RwSignal::new(false);
    let dragged = window_event_listener(leptos::ev::dragover, move |event| {
        // Without this the browser would open the file in the place of the page.
        event.prevent_default();
        over.set(true);
    });
    let left = window_event_listener(leptos::ev::dragleave, move |_| over.set(false));
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            app.import_catalog(file);
        }
    });
    on_cleanup(move || [dragged, left, dropped].into_iter().for_each(|listener| listener.remove()));
    let happening = move || match app.import.get() {
        Import::Idle => ().into_any(),
        Import::Reading { share, table } => reading(app, share, &table).into_any(),
        Import::Done { n_roles, n_skills, n_titles, missing, kept } => {
            let count = |n: usize| format::number(n as f64);
            let mut words =
                say!(settings.read, n_roles = count(n_roles), n_skills = count(n_skills), n_titles = count(n_titles));
            if !missing.is_empty() {
                words = [words, say!(settings.missing, tables = missing.join(", "))].join(" ");
            }
            if !kept {
                words = [words, say!(settings.not_kept)].join(" ");
            }
            view! { <Message tone=Tone::Notice text=words/> }.into_any()
        }
        Import::Failed(failure) => {
            view! { <Message tone=Tone::Danger text=errors::import_failure(&failure)/> }.into_any()
        }
    };
    view! {
        <h3>{say!(settings.load)}</h3>
        <p>{say!(settings.load_text)}</p>
        <p class="actions" class:drop=over>
            <label class="button quiet">
                {say!(settings.choose_zip)}
                <input class="file" type="file" accept=".zip,application/zip" on:change:target=choose/>
            </label>
            <small>{say!(settings.drop)}</small>
        </p>
        {happening}
    }
}

fn reading(app: App, share: f32, table: &str) -> impl IntoView + use<> {
    let words = if table.is_empty() { say!(settings.starting) } else { say!(settings.reading, table = table) };
    view! {
        <div class="message notice">
            <label class="field"><span>{words}</span><progress max="1" value=share.to_string()></progress></label>
            <p class="actions"><button class="quiet" on:click=move |_| app.cancel_import()>{say!(settings.cancel)}</button></p>
        </div>
    }
}
