//! Who learns together: the same step, from the same Monday on.

use super::super::super::amounts::count;
use super::super::super::names;
use super::super::super::routes::Route;
use super::Found;
use crate::domain::{ActivityId, Person};
use crate::state::{Org, Same};
use crate::ui::components::{LongTable, focus};
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// What is done, by the catalogue's own words; else that it is learnt freely.
fn activity(org: Org, id: Option<&ActivityId>) -> String {
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
    let shared = Same::clone(&found);
    let chosen = RwSignal::new(None::<usize>);
    let look = move |at: usize| {
        chosen.set(Some(at));
        request_animation_frame(|| focus("cohort"));
    };
    let cells = move |at: usize| {
        let row = found.found.cohorts.get(at).map(|cohort| {
            let label = say!(programme.who_in, skill = names::skill(org, &found.of, &cohort.skill));
            view! {
                <th scope="row">{names::skill(org, &found.of, &cohort.skill)}</th>
                <td class="n">{format::level(cohort.to)}</td>
                <td>{activity(org, cohort.activity.as_ref())}</td>
                <td>{format::day(org.monday(cohort.week))}</td>
                <td class="n">{count(usize::from(cohort.weeks))}</td>
                <td class="n">{count(cohort.people.len())}</td>
                <td><button class="link" aria-label=label on:click=move |_| look(at)>{say!(programme.who)}</button></td>
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
        <th scope="col">{say!(programme.who)}</th>
    };
    view! {
        <section class="card stack">
            <h2>{say!(programme.together)}</h2>
            {if n == 0 { view! { <p>{say!(programme.alone)}</p> }.into_any() } else { view! {
                <LongTable label=say!(programme.together) head=head.into_any() n_columns=7 n_rows=Signal::stored(n) row=Callback::new(cells)/>
            }.into_any() }}
            {move || chosen.get().map(|at| who(org, &shared, at))}
        </section>
    }
}

/// Who they are: by name those who have agreed that their levels are seen, since a step tells of one.
fn who(org: Org, found: &Found, at: usize) -> Option<impl IntoView + use<>> {
    let cohort = found.found.cohorts.get(at)?;
    let people = cohort.people.iter().filter_map(|place| found.of.people.get(*place));
    let named: Vec<_> = people.filter(|person| person.consent.seen).collect();
    let unnamed = cohort.people.len() - named.len();
    let row = |person: &&std::sync::Arc<Person>| {
        let to = Route::Person(person.id.clone()).href();
        view! { <li><a href=to>{person.called().to_owned()}</a></li> }
    };
    let rows = named.iter().map(row).collect_view();
    let title = say!(programme.who_in, skill = names::skill(org, &found.of, &cohort.skill));
    Some(view! {
        <div id="cohort" tabindex="-1">
            <h3>{title}</h3>
            <ul class="tasks">{rows}</ul>
            {(unnamed > 0).then(|| view! { <p>{say!(programme.left_unseen, n = count(unnamed))}</p> })}
        </div>
    })
}
