//! The addresses of the pages. They stand behind `#`, so that the site works on any static host, in any folder, with no
//! rule for its server.

use crate::domain::{RoleId, SkillId};
use leptos::prelude::*;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Start,
    Skills,
    Assess,
    Gap,
    Plan,
    Progress,
    Teaching,
    Passport,
    Catalog,
    /// From a role, or from the present one.
    Explore(Option<RoleId>),
    Compare(Vec<RoleId>),
    Role(RoleId),
    Skill(SkillId),
    Advert,
    /// At one of its lines, or at its beginning.
    Method(Option<&'static str>),
    Settings,
    Privacy,
}

/// What stands before the id of a role.
const ROLE: &str = "#/role/";
/// What stands before the id of a skill.
const SKILL: &str = "#/skill/";
/// What stands before the id of a role that one looks from.
const EXPLORE: &str = "#/explore/";
/// What stands before the ids of roles that are compared.
const COMPARE: &str = "#/compare/";
/// What stands before a line of the method.
const METHOD: &str = "#/method/";
/// Its lines, by the ids that they have on the page.
pub(super) const LINES: [&str; 12] = [
    "levels",
    "fit",
    "assumed",
    "verdict",
    "similarity",
    "exposure",
    "hours",
    "plan",
    "monitor",
    "adjacency",
    "files",
    "limits",
];
/// What stands between them; an id never holds it unencoded.
const BETWEEN: char = '|';

impl Route {
    const NAMED: [Self; 14] = [
        Self::Start,
        Self::Skills,
        Self::Assess,
        Self::Gap,
        Self::Plan,
        Self::Progress,
        Self::Teaching,
        Self::Passport,
        Self::Explore(None),
        Self::Catalog,
        Self::Advert,
        Self::Method(None),
        Self::Settings,
        Self::Privacy,
    ];

    /// The page's address.
    pub(super) fn href(&self) -> String {
        match self {
            Self::Start => "#/".into(),
            Self::Skills => "#/skills".into(),
            Self::Assess => "#/assess".into(),
            Self::Gap => "#/gap".into(),
            Self::Plan => "#/plan".into(),
            Self::Progress => "#/progress".into(),
            Self::Teaching => "#/teaching".into(),
            Self::Passport => "#/passport".into(),
            Self::Catalog => "#/catalogue".into(),
            Self::Explore(None) => "#/explore".into(),
            Self::Explore(Some(id)) => to_explore(id),
            Self::Compare(roles) => {
                let ids: Vec<String> = roles.iter().map(|id| with_id("", id.as_str())).collect();
                [COMPARE, &ids.join(&BETWEEN.to_string())].concat()
            }
            Self::Role(id) => to_role(id),
            Self::Skill(id) => to_skill(id),
            Self::Advert => "#/advert".into(),
            Self::Method(None) => "#/method".into(),
            Self::Method(Some(line)) => [METHOD, line].concat(),
            Self::Settings => "#/settings".into(),
            Self::Privacy => "#/privacy".into(),
        }
    }

    /// The page of an address; the start for one that is not known.
    fn of(hash: &str) -> Self {
        let decoded = |id: &str| js_sys::decode_uri_component(id).ok().map(String::from);
        let id = |start: &str| decoded(hash.strip_prefix(start)?);
        let compared = || {
            // A browser may write the mark between two ids its own way.
            let ids = hash.strip_prefix(COMPARE)?.replace("%7C", &BETWEEN.to_string());
            Some(Self::Compare(ids.split(BETWEEN).filter_map(decoded).map(RoleId::from).collect()))
        };
        let line = || {
            LINES.into_iter().find(|line| hash.strip_prefix(METHOD) == Some(line)).map(|line| Self::Method(Some(line)))
        };
        let named = || Self::NAMED.into_iter().find(|route| route.href() == hash);
        let role = id(ROLE).map(|id| Self::Role(id.into()));
        let role = role.or_else(|| id(EXPLORE).map(|id| Self::Explore(Some(id.into()))));
        role.or_else(|| id(SKILL).map(|id| Self::Skill(id.into())))
            .or_else(compared)
            .or_else(line)
            .or_else(named)
            .unwrap_or(Self::Start)
    }

    /// The entry of the navigation that the page belongs to.
    pub(super) fn section(self) -> Self {
        match self {
            Self::Role(_) | Self::Skill(_) | Self::Advert => Self::Catalog,
            Self::Explore(_) | Self::Compare(_) => Self::Explore(None),
            Self::Method(_) => Self::Method(None),
            Self::Privacy => Self::Settings,
            Self::Assess => Self::Skills,
            Self::Teaching | Self::Passport => Self::Progress,
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

/// The address of *Explore* from a role.
pub(super) fn to_explore(id: &RoleId) -> String {
    with_id(EXPLORE, id.as_str())
}

/// The address of a skill's page.
pub(super) fn to_skill(id: &SkillId) -> String {
    with_id(SKILL, id.as_str())
}

/// An address that ends with an id.
pub(super) fn with_id(start: &str, id: &str) -> String {
    [start, &String::from(js_sys::encode_uri_component(id))].concat()
}

/// Goes to the page of an address.
pub(super) fn go_to(address: &str) {
    window().location().set_hash(address).ok();
}

/// The page that the address names, as it changes.
pub(super) fn current() -> Signal<Route> {
    named(Route::of)
}

/// What the address names, as it changes, by whoever reads addresses of their own.
pub(super) fn named<R: Clone + Send + Sync + 'static>(of: fn(&str) -> R) -> Signal<R> {
    let now = move || of(&window().location().hash().unwrap_or_default());
    let (route, set_route) = signal(now());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(now()));
    on_cleanup(move || listener.remove());
    route.into()
}
