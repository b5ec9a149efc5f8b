//! The addresses of the pages. They stand behind `#`, so that the site works on any static host, in any folder, with no
//! rule for its server.

use leptos::prelude::*;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Start,
    Skills,
    Gap,
    Plan,
    Method,
    Settings,
}

impl Route {
    const ALL: [Self; 6] = [Self::Start, Self::Skills, Self::Gap, Self::Plan, Self::Method, Self::Settings];

    /// The page's address.
    pub(super) fn href(self) -> &'static str {
        match self {
            Self::Start => "#/",
            Self::Skills => "#/skills",
            Self::Gap => "#/gap",
            Self::Plan => "#/plan",
            Self::Method => "#/method",
            Self::Settings => "#/settings",
        }
    }

    /// The page of an address; the start for one that is not known.
    fn of(hash: &str) -> Self {
        Self::ALL.into_iter().find(|route| route.href() == hash).unwrap_or(Self::Start)
    }

    /// Goes to the page.
    pub(super) fn go(self) {
        window().location().set_hash(self.href()).ok();
    }
}

/// The page that the address names, as it changes.
pub(super) fn current() -> Signal<Route> {
    let now = || Route::of(&window().location().hash().unwrap_or_default());
    let (route, set_route) = signal(now());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(now()));
    on_cleanup(move || listener.remove());
    route.into()
}
