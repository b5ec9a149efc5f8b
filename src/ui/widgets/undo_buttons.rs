//! Back and forward through one's own changes.

use crate::state::App;
use crate::ui::components::{Icon, IconName};
use crate::ui::words::say;
use leptos::prelude::*;

/// Undo and redo; also under the keys that every editor has for them.
#[component]
pub(in crate::ui) fn UndoButtons() -> impl IntoView {
    let app = App::get();
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = document()
            .active_element()
            .is_some_and(|active| active.matches("input:not([type=radio],[type=checkbox])").unwrap_or(false));
        if typing || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match event.key().as_str() {
            "z" | "Z" if event.shift_key() => app.redo(),
            "z" => app.undo(),
            "y" => app.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <p class="undo">
            <button aria-label=say!(nav.undo) title=say!(nav.undo) on:click=move |_| app.undo() disabled=move || !app.undo.read().can_undo()>
                <Icon name=IconName::Undo/>
            </button>
            <button aria-label=say!(nav.redo) title=say!(nav.redo) on:click=move |_| app.redo() disabled=move || !app.undo.read().can_redo()>
                <Icon name=IconName::Redo/>
            </button>
        </p>
    }
}
