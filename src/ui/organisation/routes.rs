//! The addresses of an organisation's pages, behind `#` like a person's.

use crate::domain::{PersonId, PositionId};
use crate::ui::routes::{named, with_id};
use leptos::prelude::*;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Route {
    Start,
    People,
    Person(PersonId),
    Demand,
    Position(PositionId),
    Map,
    Moves,
    Mentoring,
    Programmes,
    Board,
    Fairness,
    /// At one of its lines, or at its beginning.
    Method(Option<&'static str>),
    Settings,
}

const PERSON: &str = "#/person/";
const POSITION: &str = "#/position/";
const METHOD: &str = "#/method/";
/// The lines of the method, by the ids that they have on the page.
pub(in crate::ui) const LINES: [&str; 11] = [
    "levels",
    "demand",
    "coverage",
    "risk",
    "bench",
    "person",
    "moves",
    "build-or-buy",
    "mentoring",
    "programmes",
    "fairness",
];

impl Route {
    const NAMED: [Self; 11] = [
        Self::Start,
        Self::People,
        Self::Demand,
        Self::Map,
        Self::Moves,
        Self::Mentoring,
        Self::Programmes,
        Self::Board,
        Self::Fairness,
        Self::Method(None),
        Self::Settings,
    ];

    /// The page's address.
    pub(in crate::ui) fn href(&self) -> String {
        match self {
            Self::Start => "#/".into(),
            Self::People => "#/people".into(),
            Self::Person(id) => with_id(PERSON, id.as_str()),
            Self::Demand => "#/demand".into(),
            Self::Position(id) => with_id(POSITION, id.as_str()),
            Self::Map => "#/map".into(),
            Self::Moves => "#/moves".into(),
            Self::Mentoring => "#/mentoring".into(),
            Self::Programmes => "#/programmes".into(),
            Self::Board => "#/board".into(),
            Self::Fairness => "#/fairness".into(),
            Self::Method(None) => "#/method".into(),
            Self::Method(Some(line)) => [METHOD, line].concat(),
            Self::Settings => "#/settings".into(),
        }
    }

    /// The page of an address; the start for one that is not known.
    fn of(hash: &str) -> Self {
        let id = |start: &str| js_sys::decode_uri_component(hash.strip_prefix(start)?).ok().map(String::from);
        let line = || LINES.into_iter().find(|line| hash.strip_prefix(METHOD) == Some(line));
        id(PERSON)
            .map(|id| Self::Person(id.into()))
            .or_else(|| id(POSITION).map(|id| Self::Position(id.into())))
            .or_else(|| line().map(|line| Self::Method(Some(line))))
            .or_else(|| Self::NAMED.into_iter().find(|route| route.href() == hash))
            .unwrap_or(Self::Start)
    }

    /// The entry of the navigation that the page belongs to.
    pub(in crate::ui) fn section(self) -> Self {
        match self {
            Self::Person(_) => Self::People,
            Self::Position(_) => Self::Demand,
            Self::Fairness | Self::Method(_) => Self::Board,
            section => section,
        }
    }
}

/// The page that the address names, as it changes.
pub(super) fn current() -> Signal<Route> {
    named(Route::of)
}
