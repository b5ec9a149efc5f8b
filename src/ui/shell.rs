//! The frame of a person's pages.

use super::frame::{NavLink, frame};
use super::pages::Pages;
use super::routes::{self, Route};
use super::words::say;
use leptos::prelude::*;

/// Header, the page of the address, and the navigation.
#[component]
pub(super) fn Shell(
    /// The pages of this module.
    pages: Pages,
) -> impl IntoView {
    let route = routes::current();
    let link = move |to: Route, label: String, rare: bool| {
        let address = to.href();
        let is_open = Signal::derive(move || route.get().section() == to);
        view! { <NavLink to=address is_open label rare/> }
    };
    let links = view! {
        {link(Route::Skills, say!(nav.skills), false)}
        {link(Route::Gap, say!(nav.gap), false)}
        {link(Route::Plan, say!(nav.plan), false)}
        {link(Route::Progress, say!(nav.progress), false)}
        {link(Route::Explore(None), say!(nav.explore), false)}
        {link(Route::Catalog, say!(nav.catalogue), true)}
        {link(Route::Method(None), say!(nav.method), true)}
        {link(Route::Settings, say!(nav.settings), false)}
    };
    frame(Route::Start.href(), route, links.into_any(), pages)
}
