//! What a page says of a role or skill that no catalogue has, or has not yet.

use crate::ui::routes::Route;
use crate::ui::words::say;
use leptos::prelude::*;

/// One sentence, and the way back to the catalogue.
#[component]
pub(in crate::ui) fn EntryMissing(
    /// Whether it may still come.
    is_loading: bool,
) -> impl IntoView {
    if is_loading {
        return view! { <p class="lead" role="status">{say!(start.loading)}</p> }.into_any();
    }
    view! {
        <h1>{say!(catalogue.gone)}</h1>
        <p class="lead">{say!(catalogue.gone_text)}</p>
        <p><a class="button" href=Route::Catalog.href()>{say!(nav.catalogue)}</a></p>
    }
    .into_any()
}
