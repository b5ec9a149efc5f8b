//! Everything that the catalogues know: found by words, browsed by family and group, and loaded.

use crate::ui::routes::Route;
use crate::ui::widgets::{Browse, CatalogList, Finder, ImportPanel, OwnPanel};
use crate::ui::words::say;
use leptos::prelude::*;

/// The catalogues.
#[component]
pub(super) fn Catalogue() -> impl IntoView {
    view! {
        <h1>{say!(catalogue.title)}</h1>
        <p class="lead">{say!(catalogue.lead)}</p>
        <div class="stack">
            <section class="card"><h2>{say!(catalogue.find)}</h2><Finder/></section>
            <section class="card"><h2>{say!(catalogue.browse)}</h2><Browse/></section>
            <section class="card">
                <h2>{say!(advert.title)}</h2>
                <p>{say!(advert.invite)}</p>
                <p class="actions"><a class="button quiet" href=Route::Advert.href()>{say!(advert.open)}</a></p>
            </section>
            <section class="card"><h2>{say!(sheets.title)}</h2><OwnPanel/></section>
            <section class="card"><h2>{say!(catalogue.here)}</h2><CatalogList/><ImportPanel/></section>
        </div>
    }
}
