//! What a page says while there is nothing to analyse: no roles chosen, or their catalogue is not there.

use crate::state::{App, StarterState};
use crate::ui::routes::Route;
use crate::ui::words::say;
use leptos::prelude::*;

/// One sentence and the next step.
#[component]
pub(in crate::ui) fn WayMissing() -> impl IntoView {
    let app = App::get();
    move || {
        let library = app.library.read();
        let loading = library.starter == StarterState::Loading || !library.shelf_read;
        let chosen = app.workspace.read().current.is_some();
        let (title, text, to) = match (chosen, loading) {
            (true, true) => return view! { <p class="lead" role="status">{say!(start.loading)}</p> }.into_any(),
            (true, false) => (say!(way.gone), say!(way.gone_text), Route::Catalog),
            (false, _) => (say!(way.none), say!(way.none_text), Route::Start),
        };
        let label = if chosen { say!(nav.catalogue) } else { say!(way.none_go) };
        view! {
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p><a class="button" href=to.href()>{label}</a></p>
        }
        .into_any()
    }
}
