//! What an organisation should look at, in words, and where it is mended.

use super::names;
use super::routes::Route;
use crate::domain::Organisation;
use crate::engine::workforce::OrgAlert;
use crate::state::Org;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// People who are named beside one certificate.
const MOST_NAMED: usize = 5;

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
        OrgAlert::Expiring { certificate, people: [expired, soon], demanded, first, .. } => {
            let (expired, soon) = (format::number(*expired as f64), format::number(*soon as f64));
            let day = format::day(*first);
            let words = say!(org_alerts.expiring, expired = expired, soon = soon, day = day);
            let demanded = (*demanded > 0).then(|| say!(org_alerts.demanded, n = format::number(*demanded as f64)));
            let words = [Some(words), demanded].into_iter().flatten().collect::<Vec<_>>().join("; ");
            (Route::People, certificate.to_string(), words)
        }
    };
    view! { <a href=to.href()>{name}</a> " " <span>{words}</span> {of_people(now, alert)} }
}

/// The first of those whose certificate it is, as far as they have agreed to be named, and how many more there are.
fn of_people(now: &Organisation, alert: &OrgAlert) -> Option<impl IntoView + use<>> {
    let OrgAlert::Expiring { people: [expired, soon], named, .. } = alert else { return None };
    let shown = named.iter().take(MOST_NAMED).filter_map(|id| now.person(id));
    let links = shown.enumerate().map(|(at, person)| {
        let gap = if at > 0 { ", " } else { " · " };
        view! { {gap} <a href=Route::Person(person.id.clone()).href()>{person.called().to_owned()}</a> }
    });
    let n_others = (expired + soon).saturating_sub(named.len().min(MOST_NAMED));
    let others = (n_others > 0).then(|| [" · ", &say!(divide.others, n = format::number(n_others as f64))].concat());
    Some(view! { {links.collect_view()} {others} })
}
