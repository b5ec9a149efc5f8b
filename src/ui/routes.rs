//! The addresses of the pages. They stand behind `#`, so that the site works on any static host, in any folder, with no
//! rule for its server.

use crate::domain::{RoleId, SkillId};
use leptos::prelude::*;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Start,
    Skills,
    Gap,
    Plan,
    Catalog,
    Role(RoleId),
    Skill(SkillId),
    Advert,
    Method,
    Settings,
}

/// What stands before the id of a role.
const ROLE: &str = "#/role/";
/// What stands before the id of a skill.
const SKILL: &str = "#/skill/";

impl Route {
    const NAMED: [Self; 8] =
        [Self::Start, Self::Skills, Self::Gap, Self::Plan, Self::Catalog, Self::Advert, Self::Method, Self::Settings];

    /// The page's address.
    pub(super) fn href(&self) -> String {
        match self {
            Self::Start => "#/".into(),
            Self::Skills => "#/skills".into(),
            Self::Gap => "#/gap".into(),
            Self::Plan => "#/plan".into(),
            Self::Catalog => "#/catalogue".into(),
            Self::Role(id) => to_role(id),
            Self::Skill(id) => to_skill(id),
            Self::Advert => "#/advert".into(),
            Self::Method => "#/method".into(),
            Self::Settings => "#/settings".into(),
        }
    }

    /// The page of an address; the start for one that is not known.
    fn of(hash: &str) -> Self {
        let id = |start: &str| {
            let decoded = js_sys::decode_uri_component(hash.strip_prefix(start)?);
            Some(String::from(decoded.ok()?))
        };
        let role = id(ROLE).map(|id| Self::Role(id.into()));
        let named = || Self::NAMED.into_iter().find(|route| route.href() == hash);
        role.or_else(|| id(SKILL).map(|id| Self::Skill(id.into()))).or_else(named).unwrap_or(Self::Start)
    }

    /// The entry of the navigation that the page belongs to.
    pub(super) fn section(self) -> Self {
        match self {
            Self::Role(_) | Self::Skill(_) | Self::Advert => Self::Catalog,
            section => section,
        }
    }

    /// Goes to the page.
    pub(super) fn go(&self) {
        go_to(&self.href());
    }
}

/// The address of a role's page.
pub(super) fn to_role(id: &RoleId) -> String {
    with_id(ROLE, id.as_str())
}

/// The address of a skill's page.
pub(super) fn to_skill(id: &SkillId) -> String {
    with_id(SKILL, id.as_str())
}

fn with_id(start: &str, id: &str) -> String {
    [start, &String::from(js_sys::encode_uri_component(id))].concat()
}

/// Goes to the page of an address.
pub(super) fn go_to(address: &str) {
    window().location().set_hash(address).ok();
}

/// The page that the address names, as it changes.
pub(super) fn current() -> Signal<Route> {
    let now = || Route::of(&window().location().hash().unwrap_or_default());
    let (route, set_route) = signal(now());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(now()));
    on_cleanup(move || listener.remove());
    route.into()
}
