//! What needs attention now, above every page: a save that failed.

use crate::state::{App, SaveStatus};
use crate::store::StoreError;
use crate::ui::components::{Message, Tone};
use crate::ui::errors;
use crate::ui::words::say;
use leptos::prelude::*;

/// Nothing at all, as long as all is well.
#[component]
pub(in crate::ui) fn Attention() -> impl IntoView {
    let app = App::get();
    move || match app.status.get() {
        SaveStatus::NotSaved(error) => Some(view! { <NotSaved error/> }.into_any()),
        SaveStatus::Unprotected(error) => Some(view! { <Unprotected error/> }.into_any()),
        _ => None,
    }
}

#[component]
fn Unprotected(
    /// Why it is in one place alone.
    error: StoreError,
) -> impl IntoView {
    let app = App::get();
    let text = [say!(status.unprotected_text), errors::store_error(error)].join(" ");
    view! {
        <Message tone=Tone::Notice title=say!(status.unprotected) text=text>
            <button on:click=move |_| app.export()>{say!(status.download)}</button>
        </Message>
    }
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
