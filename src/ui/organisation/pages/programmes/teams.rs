//! What a programme takes of each team: a chart of hours, and the table behind it.

use super::super::super::amounts::{count, euros};
use super::super::super::names;
use super::Found;
use crate::domain::TeamId;
use crate::engine::workforce::TeamShare;
use crate::state::Org;
use crate::ui::charts::BarChart;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn Teams(
    /// What was planned.
    found: Found,
) -> impl IntoView {
    let hour = Org::get().prices().hour;
    let name = |team: &Option<TeamId>| match team {
        Some(_) => names::team(&found.of, team.as_ref()),
        None => say!(people.no_team),
    };
    let mut teams: Vec<(String, TeamShare)> =
        found.found.teams.iter().map(|(team, share)| (name(team), *share)).collect();
    teams.sort_by(|a, b| b.1.hours.cmp(&a.1.hours).then_with(|| a.0.cmp(&b.0)));
    let row = |(name, share): &(String, TeamShare)| {
        view! {
            <tr>
                <th scope="row">{name.to_owned()}</th>
                <td class="n">{count(share.people as usize)}</td>
                <td class="n">{format::hours(share.hours as f64)}</td>
                <td class="n">{euros(share.fees as f64)}</td>
                <td class="n">{euros(share.fees as f64 + share.hours as f64 * hour)}</td>
                <td class="n">{format::fine(share.value)}</td>
            </tr>
        }
    };
    let rows = teams.iter().map(row).collect_view();
    let n = count(teams.len());
    let bars = teams.into_iter().map(|(name, share)| (name, share.hours as f64, format::hours(share.hours as f64)));
    view! {
        <section class="card stack">
            <h2>{say!(programme.by_team)}</h2>
            <p class="sub">{say!(programme.cost_text, hour = euros(hour))}</p>
            <BarChart bars=bars.collect() alt=say!(programme.teams_alt, n = n)/>
            <div class="scroll" tabindex="0" role="region" aria-label=say!(programme.by_team)>
                <table>
                    <thead><tr><th scope="col">{say!(people.team)}</th><th scope="col" class="n">{say!(programme.col_people)}</th><th scope="col" class="n">{say!(moves.col_hours)}</th><th scope="col" class="n">{say!(moves.fees)}</th><th scope="col" class="n">{say!(programme.all_cost)}</th><th scope="col" class="n">{say!(programme.value)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
