//! One file a page.

mod board;
mod demand;
mod fairness;
mod map;
mod mentoring;
mod method;
mod moves;
mod people;
mod person;
mod position;
mod programmes;
mod settings;
mod start;

use super::routes::Route;
use crate::state::Org;
use crate::ui::components::{Message, Tone};
use crate::ui::organisation::errors;
use crate::ui::widgets::Findings;
use crate::ui::words::say;
use leptos::prelude::*;

/// The page of an address, below what has to be said of all of them.
pub(super) fn page(route: Route) -> AnyView {
    let org = Org::get();
    let is_read = Memo::new(move |_| org.now.with(Option::is_some));
    let unread = move || (!is_read.get()).then(|| view! { <Message tone=Tone::Danger text=say!(org.unread)/> });
    let refused =
        move || org.refused.get().map(|error| view! { <Message tone=Tone::Danger text=errors::org_error(&error)/> });
    view! { <Findings/> {unread} {refused} {open(route)} }.into_any()
}

fn open(route: Route) -> AnyView {
    match route {
        Route::People => people::PeoplePage().into_any(),
        Route::Person(id) => person::person_page(id).into_any(),
        Route::Mentoring => mentoring::MentoringPage().into_any(),
        Route::Programmes => programmes::ProgrammesPage().into_any(),
        Route::Moves => moves::MovesPage().into_any(),
        Route::Board => board::BoardPage().into_any(),
        Route::Fairness => fairness::FairnessPage().into_any(),
        Route::Method(line) => method::method(line).into_any(),
        Route::Demand => demand::DemandPage().into_any(),
        Route::Position(id) => position::position_page(id).into_any(),
        Route::Map => map::MapPage().into_any(),
        Route::Settings => settings::SettingsPage().into_any(),
        _ => start::StartPage().into_any(),
    }
}
