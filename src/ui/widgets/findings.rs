//! What was found when the page opened, above every page of the whole: data that cannot be read, that is gone, that another tab writes,
//! or that is in this browser alone.

use crate::state::{App, Privacy, SaveStatus, download};
use crate::store::StoreError;
use crate::ui::components::{Message, Tone};
use crate::ui::routes::Route;
use crate::ui::words::say;
use leptos::prelude::*;

/// Nothing at all, as long as all is well.
#[component]
pub(in crate::ui) fn Findings() -> impl IntoView {
    let app = App::get();
    let privacy = Privacy::get();
    let set_aside = move || {
        let texts = move || {
            app.aside.with(|aside| aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>().join("\n"))
        };
        let save = move |_| download("skillstead-set-aside.json", &texts());
        (!app.aside.read().is_empty()).then(|| {
            view! {
                <Message tone=Tone::Danger title=say!(aside.title) text=say!(aside.text)>
                    <button on:click=save>{say!(aside.download)}</button>
                    <button class="quiet" on:click=move |_| app.forget_aside()>{say!(aside.forget)}</button>
                </Message>
            }
        })
    };
    let follows = move || {
        let tab = app.tab.get();
        // The more it matters the louder: a change that was refused is said at once.
        let (tone, words) = match tab.n_refused {
            0 => (Tone::Notice, say!(tab.follows)),
            _ => (Tone::Danger, say!(tab.refused)),
        };
        (!tab.writes).then(|| {
            view! {
                <Message tone title=say!(tab.title) text=words>
                    <button on:click=move |_| app.take_over()>{say!(tab.take_over)}</button>
                </Message>
            }
        })
    };
    let gone = move || {
        app.gone.get().then(|| {
            view! {
                <Message tone=Tone::Danger title=say!(gone.title) text=say!(gone.text)>
                    <a class="button" href=Route::Settings.href()>{say!(gone.restore)}</a>
                    <button class="quiet" on:click=move |_| app.begin_anew()>{say!(gone.anew)}</button>
                </Message>
            }
        })
    };
    let unread = move || {
        (app.status.get() == SaveStatus::NotSaved(StoreError::Unread)).then(|| {
            view! {
                <p class="actions">
                    <a class="button quiet" href="recover.html">{say!(status.recover)}</a>
                    <button class="quiet" on:click=move |_| app.begin_anew()>{say!(gone.anew)}</button>
                </p>
            }
        })
    };
    let due = move || {
        privacy.is_backup_due.get().then(|| {
            view! {
                <Message tone=Tone::Notice title=say!(privacy.due) text=say!(privacy.due_text)>
                    <button on:click=move |_| privacy.export()>{say!(settings.export)}</button>
                    <button class="quiet" on:click=move |_| privacy.remind_later()>{say!(privacy.later)}</button>
                </Message>
            }
        })
    };
    view! { {follows} {unread} {gone} {set_aside} {due} }
}
