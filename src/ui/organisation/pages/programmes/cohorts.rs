//! Who learns together: the same step, from the same Monday on.

use super::super::super::amounts::count;
use super::super::super::names;
use super::Found;
use crate::domain::ActivityId;
use crate::state::Org;
use crate::ui::components::LongTable;
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// What is done, by the catalogue's own words; else that it is learnt freely.
pub(super) fn activity(org: Org, id: Option<&ActivityId>) -> String {
    let known = || {
        let catalog = org.catalog.get_untracked()?;
        catalog.find_activity(id?).map(|activity| activity.name.get(language()).to_owned())
    };
    known().unwrap_or_else(|| say!(programme.free))
}

/// The table.
#[component]
pub(super) fn Cohorts(
    /// What was planned.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    let n = found.found.cohorts.len();
    let cells = move |at: usize| {
        let row = found.found.cohorts.get(at).map(|cohort| {
            view! {
                <th scope="row">{names::skill(org, &found.of, &cohort.skill)}</th>
                <td class="n">{format::level(cohort.to)}</td>
                <td>{activity(org, cohort.activity.as_ref())}</td>
                <td>{format::day(org.monday(cohort.week))}</td>
                <td class="n">{count(usize::from(cohort.weeks))}</td>
                <td class="n">{count(cohort.people.len())}</td>
            }
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(moves.skill)}</th>
        <th scope="col" class="n">{say!(programme.to_level)}</th>
        <th scope="col">{say!(programme.activity)}</th>
        <th scope="col">{say!(programme.begins)}</th>
        <th scope="col" class="n">{say!(programme.weeks)}</th>
        <th scope="col" class="n">{say!(programme.col_people)}</th>
    };
    view! {
        <section class="card stack">
            <h2>{say!(programme.together)}</h2>
            {if n == 0 { view! { <p>{say!(programme.alone)}</p> }.into_any() } else { view! {
                <LongTable label=say!(programme.together) head=head.into_any() n_columns=6 n_rows=Signal::stored(n) row=Callback::new(cells)/>
            }.into_any() }}
        </section>
    }
}
