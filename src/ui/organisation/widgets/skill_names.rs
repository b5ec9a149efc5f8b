//! Names of skills that nobody knows by themselves: what each is taken for.

use super::super::names;
use crate::exchange::people::{Choice, Proposal};
use crate::state::{Org, PeopleIn};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The values of the choice of a name that means the skill that was found, and of one of our own.
const FOUND: &str = "skill";
const OWN: &str = "own";

/// A row for each name, with its choice.
#[component]
pub(super) fn SkillNamesTable(
    /// The names that mean no skill, or nearly one.
    open: Arc<Vec<Proposal>>,
) -> impl IntoView {
    let files = PeopleIn::get();
    let n = format::number(open.len() as f64);
    let rows: Vec<_> = (0..open.len()).filter_map(|at| row(files, &open, at)).collect();
    view! {
        <div class="stack sheets">
            <p><strong>{say!(people_in.names, n = n)}</strong></p>
            <p class="sub">{say!(people_in.names_text)}</p>
            <p class="actions"><button class="link" on:click=move |_| files.own_all()>{say!(people_in.own_all)}</button></p>
            <div class="scroll" tabindex="0" role="region" aria-label=say!(people_in.names_label)>
                <table class="asked">
                    <thead><tr>
                        <th scope="col">{say!(people_in.name)}</th>
                        <th scope="col" class="n">{say!(people_in.rows)}</th>
                        <th scope="col">{say!(people_in.taken_for)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="actions">
                <button on:click=move |_| files.check()>{say!(people_in.go_on)}</button>
                <button class="quiet" on:click=move |_| files.back()>{say!(people_in.back)}</button>
                <button class="quiet" on:click=move |_| files.forget()>{say!(settings.cancel)}</button>
            </p>
        </div>
    }
}

fn row(files: PeopleIn, open: &Arc<Vec<Proposal>>, at: usize) -> Option<impl IntoView + use<>> {
    let proposal = open.get(at)?;
    let name = proposal.name.to_string();
    let label = say!(people_in.name_is, name = name.as_str());
    let open = StoredValue::new(Arc::clone(open));
    let chosen = Memo::new(move |_| {
        open.with_value(|open| match files.choices.read().get(&open.get(at)?.name)? {
            Choice::Skill(_) => Some(true),
            Choice::Own => Some(false),
            Choice::Left => None,
        })
    });
    let meant = proposal.found.as_ref().map(|(skill, _)| {
        let org = Org::get();
        let called = untrack(|| org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, skill))));
        view! { <option value=FOUND prop:selected=move || chosen.get() == Some(true)>{called}</option> }
    });
    let choose = move |word: String| {
        open.with_value(|open| {
            if let Some(proposal) = open.get(at) {
                files.choose(proposal, word == FOUND, word == OWN);
            }
        });
    };
    Some(view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="n">{format::number(proposal.rows as f64)}</td>
            <td>
                <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                    {meant}
                    <option value=OWN prop:selected=move || chosen.get() == Some(false)>{say!(people_in.own)}</option>
                    <option value="" prop:selected=move || chosen.get().is_none()>{say!(sheets.leave_out)}</option>
                </select>
            </td>
        </tr>
    })
}
