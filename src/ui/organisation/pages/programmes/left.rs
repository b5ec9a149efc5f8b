//! What does not fit, and what it was left out for. Levels are shown by name of those alone who have agreed to it.

use super::super::super::amounts::count;
use super::super::super::names;
use super::Found;
use crate::engine::workforce::{LeftOver, Shortage};
use crate::state::Org;
use crate::ui::components::LongTable;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

fn shortage(why: Shortage) -> String {
    match why {
        Shortage::Weeks => say!(programme.no_weeks),
        Shortage::Hours => say!(programme.no_hours),
        Shortage::First => say!(programme.no_first),
    }
}

/// A closed list: how many for each reason, and each of them.
#[component]
pub(super) fn Left(
    /// What was planned.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    let all = &found.found.left;
    let sums = [Shortage::Weeks, Shortage::Hours, Shortage::First].into_iter().filter_map(|why| {
        let n = all.iter().filter(|left| left.shortage == why).count();
        (n > 0).then(|| view! { <tr><th scope="row">{shortage(why)}</th><td class="n">{count(n)}</td></tr> })
    });
    let sums = sums.collect_view();
    let n = all.len();
    let is_seen = |left: &&LeftOver| found.of.people.get(left.person).is_some_and(|person| person.consent.seen);
    let seen: Vec<LeftOver> = all.iter().filter(is_seen).cloned().collect();
    let n_seen = seen.len();
    let cells = move |at: usize| {
        let row = seen.get(at).and_then(|left| {
            let person = found.of.people.get(left.person)?;
            Some(view! {
                <th scope="row">{person.called().to_owned()}</th>
                <td>{names::skill(org, &found.of, &left.skill)}</td>
                <td class="n">{say!(activity.step, from = format::level(left.at), to = format::level(left.asked))}</td>
                <td>{shortage(left.shortage)}</td>
            })
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(people.person)}</th>
        <th scope="col">{say!(moves.skill)}</th>
        <th scope="col" class="n">{say!(programme.left_levels)}</th>
        <th scope="col">{say!(mentoring.why)}</th>
    };
    (n > 0).then(|| view! {
        <details class="card"><summary>{say!(programme.left, n = count(n))}</summary>
            <table>
                <thead><tr><th scope="col">{say!(mentoring.why)}</th><th scope="col" class="n">{say!(programme.ways)}</th></tr></thead>
                <tbody>{sums}</tbody>
            </table>
            {(n > n_seen).then(|| view! { <p>{say!(programme.left_unseen, n = count(n - n_seen))}</p> })}
            {(n_seen > 0).then(|| view! { <LongTable label=say!(programme.left_label) head=head.into_any() n_columns=4 n_rows=Signal::stored(n_seen) row=Callback::new(cells)/> })}
        </details>
    })
}
