//! Each person's part as a plan of their own: a file for one, or a ZIP for all.

use super::super::super::amounts::count;
use super::Found;
use crate::state::{Org, Stage};
use crate::ui::components::LongTable;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The table with a button a person.
#[component]
pub(super) fn HandBack(
    /// What was planned.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    // What is old is not handed to anybody.
    let stage = org.stage(org.tasks.programme);
    let is_old = move || stage.get() != Stage::Done;
    let people = Org::taking_part(&found.found);
    let n = people.len();
    let found = StoredValue::new(found);
    let cells = move |at: usize| {
        let row = found.with_value(|found_now| {
            let place = *people.get(at)?;
            let person = found_now.of.people.get(place)?;
            let steps = Org::steps_of(&found_now.found, place);
            let hours: u32 = steps.iter().map(|step| step.hours).sum();
            let label = say!(programme.give_one, name = person.called());
            let give = move |_| found.with_value(|found| org.give_plan(found, place));
            let button = if org.can_give(found_now, place) {
                view! { <button class="link" aria-label=label disabled=is_old on:click=give>{say!(programme.give)}</button> }.into_any()
            } else {
                view! { <span>{say!(programme.no_role)}</span> }.into_any()
            };
            Some(view! {
                <th scope="row">{person.called().to_owned()}</th>
                <td class="n">{count(steps.len())}</td>
                <td class="n">{format::hours(hours.into())}</td>
                <td>{button}</td>
            })
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(people.person)}</th>
        <th scope="col" class="n">{say!(programme.steps)}</th>
        <th scope="col" class="n">{say!(moves.col_hours)}</th>
        <th scope="col">{say!(programme.plan_file)}</th>
    };
    view! {
        <details class="card"><summary>{say!(programme.hand_back)}</summary>
            <p class="sub">{say!(programme.hand_back_text)}</p>
            <p class="actions"><button disabled=is_old on:click=move |_| found.with_value(|found| org.give_plans(found))>{say!(programme.give_all)}</button></p>
            <LongTable label=say!(programme.hand_back) head=head.into_any() n_columns=4 n_rows=Signal::stored(n) row=Callback::new(cells)/>
        </details>
    }
}
