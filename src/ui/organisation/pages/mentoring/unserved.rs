//! Who has no mentor in this choice, and why. Who has not agreed to be paired is counted and not named.

use super::super::super::amounts::count;
use super::super::super::routes::Route;
use super::Found;
use super::pairs::person;
use crate::engine::workforce::Unserved;
use crate::ui::components::LongTable;
use crate::ui::words::say;
use leptos::prelude::*;

fn reason(why: Unserved) -> String {
    match why {
        Unserved::NotAgreed => say!(mentoring.not_agreed),
        Unserved::Refuses => say!(mentoring.refuses),
        Unserved::HasOne => say!(mentoring.has_one),
        Unserved::NothingOpen => say!(mentoring.nothing_open),
        Unserved::NobodyLeft => say!(mentoring.nobody_left),
    }
}

const REASONS: [Unserved; 5] =
    [Unserved::NotAgreed, Unserved::Refuses, Unserved::HasOne, Unserved::NothingOpen, Unserved::NobodyLeft];

/// A closed list: how many for each reason, and by name those who have agreed.
#[component]
pub(super) fn UnservedList(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let all = &found.found.unserved;
    let sums = REASONS.into_iter().filter_map(|why| {
        let n = all.iter().filter(|(_, other)| *other == why).count();
        (n > 0).then(|| view! { <tr><th scope="row">{reason(why)}</th><td class="n">{count(n)}</td></tr> })
    });
    let sums = sums.collect_view();
    let summary = say!(mentoring.unserved, n = count(all.len()));
    let named: Vec<_> = all.iter().copied().filter(|(_, why)| *why != Unserved::NotAgreed).collect();
    let n = named.len();
    let cells = move |at: usize| {
        let row = named.get(at).and_then(|(place, why)| {
            let to = Route::Person(found.of.people.get(*place)?.id.clone()).href();
            Some(view! { <th scope="row"><a href=to>{person(&found, *place)}</a></th><td>{reason(*why)}</td> })
        });
        row.into_any()
    };
    let head =
        view! { <th scope="col">{say!(people.person)}</th><th scope="col">{say!(mentoring.why)}</th> }.into_any();
    view! {
        <details class="card"><summary>{summary}</summary>
            <table>
                <thead><tr><th scope="col">{say!(mentoring.why)}</th><th scope="col" class="n">{say!(mentoring.people)}</th></tr></thead>
                <tbody>{sums}</tbody>
            </table>
            {(n > 0).then(|| view! { <LongTable label=say!(mentoring.unserved_label) head n_columns=2 n_rows=Signal::stored(n) row=Callback::new(cells)/> })}
        </details>
    }
}
