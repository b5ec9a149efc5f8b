//! Everybody who does not move, and the seats that nobody takes. Who has not agreed to be proposed is counted and not named.

use super::super::super::amounts::count;
use super::super::super::routes::Route;
use super::Found;
use super::list::{person, position};
use crate::engine::workforce::OpenSeats;
use crate::state::{Org, Same};
use crate::ui::components::LongTable;
use crate::ui::words::say;
use leptos::prelude::*;

/// Three closed lists.
#[component]
pub(super) fn Rest(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    let open: Vec<_> = found.found.open.iter().filter_map(|seats| open_row(org, &found, seats)).collect();
    let n_open = count(open.len());
    let open = if open.is_empty() {
        view! { <p>{say!(moves.open_none)}</p> }.into_any()
    } else {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=say!(moves.open)>
                <table>
                    <thead><tr><th scope="col">{say!(people.position)}</th><th scope="col" class="n">{say!(moves.open)}</th></tr></thead>
                    <tbody>{open}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <details class="card"><summary>{say!(moves.open_list, n = n_open)}</summary>{open}</details>
        <details class="card"><summary>{say!(moves.without, n = count(found.found.without.len()))}</summary>
            <p class="sub">{say!(moves.without_text)}</p>
            {people(org, &found, &found.found.without, say!(moves.without_label))}
        </details>
        <details class="card"><summary>{say!(moves.stay, n = count(found.found.stay.len()))}</summary>
            {people(org, &found, &found.found.stay, say!(moves.stay_label))}
        </details>
    }
}

fn open_row(org: Org, found: &Found, seats: &OpenSeats) -> Option<impl IntoView + use<>> {
    let known = found.of.positions.get(seats.position)?;
    let to = Route::Position(known.id.clone()).href();
    let name = position(org, found, Some(seats.position));
    Some(view! { <tr><th scope="row"><a href=to>{name}</a></th><td class="n">{count(seats.seats as usize)}</td></tr> })
}

/// Those who have agreed to be proposed by name, the others by their number.
fn people(org: Org, found: &Found, places: &[usize], label: String) -> impl IntoView + use<> {
    let agrees = |at: &usize| found.of.people.get(*at).is_some_and(|person| person.consent.proposed);
    let named: Vec<usize> = places.iter().copied().filter(agrees).collect();
    let (n, unnamed) = (named.len(), places.len() - named.len());
    let shared = StoredValue::new((Same::clone(found), named));
    let cells = move |at: usize| {
        let row = shared.with_value(|(found, named)| {
            let known = found.of.people.get(*named.get(at)?)?;
            let held = known.position.as_ref();
            let held = held.and_then(|id| found.of.positions.iter().position(|position| position.id == *id));
            Some(view! {
                <th scope="row"><a href=Route::Person(known.id.clone()).href()>{person(found, *named.get(at)?)}</a></th>
                <td>{position(org, found, held)}</td>
            })
        });
        row.into_any()
    };
    let head =
        view! { <th scope="col">{say!(people.person)}</th><th scope="col">{say!(people.position)}</th> }.into_any();
    view! {
        {(unnamed > 0).then(|| view! { <p>{say!(moves.unnamed, n = count(unnamed))}</p> })}
        {(n > 0).then(|| view! { <LongTable label head n_columns=2 n_rows=Signal::stored(n) row=Callback::new(cells)/> })}
    }
}
