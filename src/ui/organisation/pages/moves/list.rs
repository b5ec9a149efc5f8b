//! The moves, one line each, and the one that is looked at.

use super::super::super::amounts::euros;
use super::super::super::names;
use super::super::super::routes::Route;
use super::Found;
use super::one::MoveCard;
use crate::domain::Position;
use crate::engine::workforce::Move;
use crate::state::{Org, Same};
use crate::ui::components::{LongTable, focus};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The name of the place of a position.
pub(super) fn position(org: Org, found: &Found, at: Option<usize>) -> String {
    let known: Option<&Position> = at.and_then(|at| found.of.positions.get(at));
    known.map_or_else(|| say!(people.no_position), |known| names::position(org, known))
}

/// The name of the place of a person.
pub(super) fn person(found: &Found, at: usize) -> String {
    found.of.people.get(at).map(|person| person.called().to_owned()).unwrap_or_default()
}

/// The table, and the card of the chosen move.
#[component]
pub(super) fn MoveList(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    let n = found.found.moves.len();
    let found = StoredValue::new(found);
    let chosen = RwSignal::new(None::<usize>);
    let look = move |at: usize| {
        chosen.set(Some(at));
        request_animation_frame(|| focus("move"));
    };
    let cells = move |at: usize| {
        let row = found.with_value(|found| {
            let moved = found.found.moves.get(at)?;
            let who = person(found, moved.person);
            let label = say!(moves.look_at, name = who.as_str());
            let id = found.of.people.get(moved.person).map(|person| Route::Person(person.id.clone()).href());
            Some(view! {
                <th scope="row"><a href=id>{who}</a></th>
                <td>{position(org, found, moved.from)}</td>
                <td>{position(org, found, Some(moved.to))}</td>
                <td class="n">{format::hours(moved.fare.hours.into())}</td>
                <td class="n">{euros(moved.instead.to_build())}</td>
                <td class="n">{euros(moved.instead.to_buy())}</td>
                <td><button class="link" aria-label=label on:click=move |_| look(at)>{say!(moves.look)}</button></td>
            })
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(people.person)}</th>
        <th scope="col">{say!(moves.from)}</th>
        <th scope="col">{say!(moves.to)}</th>
        <th scope="col" class="n">{say!(moves.col_hours)}</th>
        <th scope="col" class="n">{say!(moves.col_build)}</th>
        <th scope="col" class="n">{say!(moves.col_buy)}</th>
        <th scope="col">{say!(moves.col_look)}</th>
    };
    let give = move |_| found.with_value(|found| org.give_rows("moves", &rows(org, found)));
    view! {
        <section class="card stack">
            <h2>{say!(moves.list)}</h2>
            <LongTable label=say!(moves.list) head=head.into_any() n_columns=7 n_rows=Signal::stored(n) row=Callback::new(cells)/>
            <p class="actions"><button class="quiet" on:click=give>{say!(moves.csv)}</button></p>
        </section>
        {move || chosen.get().map(|at| view! { <MoveCard found=found.with_value(Same::clone) at/> })}
    }
}

/// The table as a file has it.
fn rows(org: Org, found: &Found) -> Vec<Vec<Box<str>>> {
    let head = [
        say!(people.person),
        say!(moves.from),
        say!(moves.to),
        say!(moves.col_hours),
        say!(moves.col_build),
        say!(moves.col_buy),
    ];
    let row = |moved: &Move| {
        let cells = [
            person(found, moved.person),
            position(org, found, moved.from),
            position(org, found, Some(moved.to)),
            moved.fare.hours.to_string(),
            moved.instead.to_build().round().to_string(),
            moved.instead.to_buy().round().to_string(),
        ];
        cells.map(Into::into).into()
    };
    std::iter::once(head.map(Into::into).into()).chain(found.found.moves.iter().map(row)).collect()
}
