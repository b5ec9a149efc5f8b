//! Whether what was entered is kept, always in sight.

use crate::state::{App, SaveStatus};
use crate::ui::words::say;
use leptos::prelude::*;

/// One dot and one short phrase.
#[component]
pub(in crate::ui) fn SaveBadge() -> impl IntoView {
    let status = App::get().status;
    let class = move || match status.get() {
        SaveStatus::NotSaved(_) => "saved not",
        SaveStatus::Unprotected(_) => "saved half",
        SaveStatus::Saving => "saved now",
        SaveStatus::Saved | SaveStatus::Empty => "saved",
    };
    let words = move || match status.get() {
        SaveStatus::Empty => say!(status.empty),
        SaveStatus::Saved => say!(status.saved),
        SaveStatus::Saving => say!(status.saving),
        SaveStatus::Unprotected(_) => say!(status.unprotected),
        SaveStatus::NotSaved(_) => say!(status.not_saved),
    };
    view! { <p class=class role="status" translate="no"><span class="dot"></span>{words}</p> }
}
