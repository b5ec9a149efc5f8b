//! The proposed pairs, one line each, and the one that is looked at.

use super::super::super::amounts::count;
use super::Found;
use super::pair::PairCard;
use crate::state::Same;
use crate::ui::components::{LongTable, focus};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The name of the place of a person.
pub(super) fn person(found: &Found, at: usize) -> String {
    found.of.people.get(at).map(|person| person.called().to_owned()).unwrap_or_default()
}

/// The table, and the card of the chosen pair.
#[component]
pub(super) fn PairList(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let n = found.found.pairs.len();
    let found = StoredValue::new(found);
    let chosen = RwSignal::new(None::<usize>);
    let look = move |at: usize| {
        chosen.set(Some(at));
        request_animation_frame(|| focus("pair"));
    };
    let cells = move |at: usize| {
        let row = found.with_value(|found| {
            let pair = found.found.pairs.get(at)?;
            let (mentor, mentee) = (person(found, pair.mentor), person(found, pair.mentee));
            let label = say!(mentoring.look_at, mentor = mentor.as_str(), mentee = mentee.as_str());
            let back = if pair.returned.is_empty() { say!(mentoring.one_way) } else { count(pair.returned.len()) };
            Some(view! {
                <th scope="row">{mentee}</th>
                <td>{mentor}</td>
                <td class="n">{count(pair.taught.len())}</td>
                <td class="n">{back}</td>
                <td class="n">{format::fine(f64::from(pair.worth()) / 1_000.0)}</td>
                <td><button class="link" aria-label=label on:click=move |_| look(at)>{say!(moves.look)}</button></td>
            })
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(mentoring.mentee)}</th>
        <th scope="col">{say!(mentoring.mentor)}</th>
        <th scope="col" class="n">{say!(mentoring.taught)}</th>
        <th scope="col" class="n">{say!(mentoring.returned)}</th>
        <th scope="col" class="n">{say!(mentoring.worth)}</th>
        <th scope="col">{say!(moves.col_look)}</th>
    };
    (n > 0).then(|| view! {
        <section class="card stack">
            <h2>{say!(mentoring.proposed)}</h2>
            <LongTable label=say!(mentoring.proposed) head=head.into_any() n_columns=6 n_rows=Signal::stored(n) row=Callback::new(cells)/>
        </section>
        {move || chosen.get().map(|at| view! { <PairCard found=found.with_value(Same::clone) at/> })}
    })
}
