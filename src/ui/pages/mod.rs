//! One file a page.

mod gap;
mod method;
mod plan;
mod settings;
mod skills;
mod start;

use super::routes::Route;
use leptos::prelude::*;

/// The page of an address.
pub(super) fn page(route: Route) -> AnyView {
    match route {
        Route::Start => start::Start().into_any(),
        Route::Skills => skills::Skills().into_any(),
        Route::Gap => gap::Gap().into_any(),
        Route::Plan => plan::PlanPage().into_any(),
        Route::Method => method::Method().into_any(),
        Route::Settings => settings::SettingsPage().into_any(),
    }
}
