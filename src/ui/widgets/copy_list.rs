//! Copies of earlier documents on this device.

use crate::state::App;
use crate::store::{Copy, CopyKind};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Each with when and why it was made, to be restored.
#[component]
pub(in crate::ui) fn CopyList() -> impl IntoView {
    let app = App::get();
    let row = move |copy: Copy| {
        let when = format::moment(copy.minutes);
        let why = match copy.kind {
            CopyKind::Passing => say!(copies.passing),
            CopyKind::Before => say!(copies.before),
            CopyKind::Migration => say!(copies.migration),
        };
        let label = say!(copies.restore_this, when = when.as_str());
        view! {
            <li>
                <span>{when}</span><small>{why}</small>
                <button class="link" aria-label=label on:click=move |_| app.restore(copy)>{say!(copies.restore)}</button>
            </li>
        }
    };
    view! {
        <p class="sub">{say!(copies.text)}</p>
        {move || match app.copies.get() {
            copies if copies.is_empty() => view! { <p>{say!(copies.none)}</p> }.into_any(),
            copies => view! { <ul class="done">{copies.into_iter().map(row).collect_view()}</ul> }.into_any(),
        }}
    }
}
