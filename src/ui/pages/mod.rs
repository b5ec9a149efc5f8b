//! One file a page.

mod advert;
mod assess;
mod catalogue;
mod compare;
mod elsewhere;
mod explore;
mod gap;
mod method;
mod passport;
mod plan;
mod privacy;
mod progress;
mod role;
mod settings;
mod skill;
mod skills;
mod start;
mod teaching;

pub(super) use elsewhere::{expect_whole, want_whole};
pub(super) use settings::{DataPanel, LookPanel};

use super::routes::Route;
use super::widgets::Findings;
use leptos::prelude::*;

/// The page of an address, as a module of the page knows it.
pub(super) type Pages = fn(Route) -> AnyView;

/// The pages of the first module: a first visit up to its answer.
pub(super) fn first(route: Route) -> AnyView {
    match route {
        Route::Start => start::Start().into_any(),
        Route::Skills => skills::Skills().into_any(),
        Route::Gap => gap::Gap().into_any(),
        _ => elsewhere::Elsewhere().into_any(),
    }
}

/// All pages.
pub(super) fn every(route: Route) -> AnyView {
    view! { <Findings/> {page(route)} }.into_any()
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Assess => assess::AssessPage().into_any(),
        Route::Plan => plan::PlanPage().into_any(),
        Route::Progress => progress::ProgressPage().into_any(),
        Route::Teaching => teaching::TeachingPage().into_any(),
        Route::Passport => passport::PassportPage().into_any(),
        Route::Catalog => catalogue::Catalogue().into_any(),
        Route::Role(id) => role::role_page(id).into_any(),
        Route::Skill(id) => skill::skill_page(id).into_any(),
        Route::Explore(centre) => explore::explore(centre).into_any(),
        Route::Compare(roles) => compare::compare(roles).into_any(),
        Route::Advert => advert::Advert().into_any(),
        Route::Method(line) => method::method(line).into_any(),
        Route::Settings => settings::SettingsPage().into_any(),
        Route::Privacy => privacy::PrivacyPage().into_any(),
        near => first(near),
    }
}
