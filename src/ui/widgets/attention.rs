//! What needs attention now, above every page: a save that failed, data that could not be read.

use crate::state::{App, SaveStatus, download};
use crate::store::StoreError;
use crate::ui::components::{Message, Tone};
use crate::ui::errors;
use crate::ui::words::say;
use leptos::prelude::*;

/// Nothing at all, as long as all is well.
#[component]
pub(in crate::ui) fn Attention() -> impl IntoView {
    let app = App::get();
    let unsaved = move || match app.status.get() {
        SaveStatus::NotSaved(error) => Some(view! { <NotSaved error/> }),
        _ => None,
    };
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
    view! { {unsaved} {set_aside} }
}

#[component]
fn NotSaved(
    /// Why.
    error: StoreError,
) -> impl IntoView {
    let app = App::get();
    let reload = matches!(error, StoreError::AnotherTab(_) | StoreError::Newer(_));
    view! {
        <Message tone=Tone::Danger title=say!(status.not_saved) text=errors::store_error(error)>
            <button on:click=move |_| app.export()>{say!(status.download)}</button>
            {reload.then(|| view! {
                <button class="quiet" on:click=move |_| { window().location().reload().ok(); }>{say!(status.reload)}</button>
            })}
        </Message>
    }
}
