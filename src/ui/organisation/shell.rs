//! The frame of an organisation's pages.

use super::pages::page;
use super::routes::{self, Route};
use crate::ui::frame::{NavLink, frame};
use crate::ui::words::say;
use leptos::prelude::*;

/// Header, the page of the address, and the navigation.
#[component]
pub(in crate::ui) fn OrganisationShell() -> impl IntoView {
    let route = routes::current();
    let link = move |to: Route, label: String| {
        let address = to.href();
        let is_open = Signal::derive(move || route.get().section() == to);
        view! { <NavLink to=address is_open label/> }
    };
    let links = view! {
        {link(Route::People, say!(org_nav.people))}
        {link(Route::Demand, say!(org_nav.demand))}
        {link(Route::Map, say!(org_nav.map))}
        {link(Route::Moves, say!(org_nav.moves))}
        {link(Route::Mentoring, say!(org_nav.mentoring))}
        {link(Route::Programmes, say!(org_nav.programmes))}
        {link(Route::Board, say!(org_nav.board))}
        {link(Route::Settings, say!(nav.settings))}
    };
    frame(Route::Start.href(), route, links.into_any(), page)
}
