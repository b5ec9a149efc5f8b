//! What an organisation should look at, in words, and where it is mended.

use super::names;
use super::routes::Route;
use crate::domain::Organisation;
use crate::engine::workforce::OrgAlert;
use crate::state::Org;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// An alert as a line: what it is about, as a link to the page that mends it, and what is the matter.
pub(super) fn alert_line(org: Org, now: &Organisation, alert: &OrgAlert) -> impl IntoView + use<> {
    let count = |n: u32| format::number(f64::from(n));
    let (to, name, words) = match alert {
        OrgAlert::Short(row) => {
            let (held, needed) = (count(row.held), count(row.needed));
            let words = say!(org_alerts.short, level = format::level(row.level), held = held, needed = needed);
            (Route::Map, names::skill(org, now, &row.skill), words)
        }
        OrgAlert::NoBench(id, open) => {
            let name = now.position(id).map_or_else(|| id.to_string(), |position| names::position(org, position));
            (Route::Position(id.clone()), name, say!(org_alerts.no_bench, n = count(*open)))
        }
        OrgAlert::Behind { programme, skill, due, there, people } => {
            let words = say!(
                org_alerts.behind,
                programme = programme.to_string(),
                people = format::number(*people as f64),
                there = format::number(*there as f64),
                day = format::day(*due)
            );
            (Route::Programmes, names::skill(org, now, skill), words)
        }
    };
    view! { <a href=to.href()>{name}</a> " " <span>{words}</span> }
}
