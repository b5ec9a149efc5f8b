//! What should be looked at, and how much of each kind there is.

use super::super::super::alerts::alert_line;
use crate::engine::workforce::OrgAlert;
use crate::state::Org;
use crate::ui::components::later;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Alerts that stand open; the rest is folded.
const MOST: usize = 6;
/// Alerts that are listed at all.
const MOST_FOLDED: usize = 200;

/// The list, or that there is nothing.
#[component]
pub(super) fn AlertsCard() -> impl IntoView {
    let org = Org::get();
    let is_due = later();
    move || {
        let alerts = is_due.get().then(|| org.board.alerts.get()).flatten()?;
        if alerts.is_empty() {
            return Some(view! { <p>{say!(org_alerts.none)}</p> }.into_any());
        }
        let rest = alerts.len().saturating_sub(MOST);
        let folded = (rest > 0).then(|| {
            view! {
                <details class="no-print"><summary>{say!(org_alerts.more, n = format::number(rest as f64))}</summary>
                    {rows(org, &alerts[MOST..alerts.len().min(MOST_FOLDED)])}
                </details>
            }
        });
        Some(view! { <p>{counts(&alerts)}</p> {rows(org, &alerts[..alerts.len().min(MOST)])} {folded} }.into_any())
    }
}

fn rows(org: Org, alerts: &[OrgAlert]) -> impl IntoView + use<> {
    let rows = org.now.with(|now| {
        let now = now.as_ref()?;
        Some(alerts.iter().map(|alert| view! { <li>{alert_line(org, now, alert)}</li> }).collect_view().into_any())
    });
    view! { <ul class="tasks">{rows}</ul> }
}

/// How many of each kind there are, as one sentence.
fn counts(alerts: &[OrgAlert]) -> String {
    let count = |is: fn(&OrgAlert) -> bool| alerts.iter().filter(|alert| is(alert)).count();
    let kinds = [
        (
            count(|alert| matches!(alert, OrgAlert::Short(_))),
            (|n| say!(org_alerts.n_short, n = n)) as fn(String) -> String,
        ),
        (count(|alert| matches!(alert, OrgAlert::NoBench(..))), |n| say!(org_alerts.n_bench, n = n)),
        (count(|alert| matches!(alert, OrgAlert::Behind { .. })), |n| say!(org_alerts.n_behind, n = n)),
        (count(|alert| matches!(alert, OrgAlert::Expiring { .. })), |n| say!(org_alerts.n_expiring, n = n)),
    ];
    let told = kinds.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(format::number(n as f64)));
    let told: Vec<String> = told.collect();
    [&crate::ui::text::capitalised(&told.join("; ")), "."].concat()
}
