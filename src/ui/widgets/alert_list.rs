//! What to look at now, each with the way to it.

use crate::engine::{Alert, AlertKind};
use crate::state::{App, Look};
use crate::ui::format;
use crate::ui::routes::{Route, to_skill};
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Alerts that stand open; the rest are counted.
const MOST: usize = 8;

/// A list, or that there is nothing.
#[component]
pub(in crate::ui) fn AlertList(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let app = App::get();
    let n = look.alerts.len();
    let rows = look.alerts.iter().take(MOST).map(|alert| row(app, alert)).collect_view();
    let rest =
        (n > MOST).then(|| view! { <p class="sub">{say!(alerts.more, n = format::number((n - MOST) as f64))}</p> });
    match n {
        0 => view! { <p>{say!(alerts.none)}</p> }.into_any(),
        _ => view! { <ul class="tasks">{rows}</ul> {rest} }.into_any(),
    }
}

fn row(app: App, alert: &Alert) -> impl IntoView + use<> {
    let day = format::day(alert.day);
    let words = match &alert.kind {
        AlertKind::Expired(what) => say!(alerts.expired, what = what.to_string(), day = day),
        AlertKind::Expires(what) => say!(alerts.expires, what = what.to_string(), day = day),
        AlertKind::Behind(planned, actual) => {
            let (planned, actual) = (format::hours(f64::from(*planned)), format::hours(f64::from(*actual)));
            say!(alerts.behind, planned = planned, actual = actual)
        }
        AlertKind::Disagreement => say!(alerts.disagreement),
        AlertKind::ForecastOver(true) => say!(alerts.came_true, day = day),
        AlertKind::ForecastOver(false) => say!(alerts.did_not, day = day),
        AlertKind::Recheck => say!(alerts.recheck, day = day),
    };
    match &alert.skill {
        Some(id) => {
            let name = text::skill_name(app, id);
            view! { <li><a href=to_skill(id)>{name}</a> " " <span>{words}</span></li> }.into_any()
        }
        None => view! { <li><a href=Route::Plan.href()>{say!(nav.plan)}</a> " " <span>{words}</span></li> }.into_any(),
    }
}
