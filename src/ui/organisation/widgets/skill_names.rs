//! Names of skills that nobody knows by themselves: what each is taken for.

use super::super::names;
use crate::domain::SkillId;
use crate::exchange::people::{Choice, Proposal};
use crate::state::{Org, PeopleIn};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// A row for each name, with its choice.
#[component]
pub(super) fn SkillNamesTable(
    /// The names that mean no skill, or nearly one.
    open: Arc<Vec<Proposal>>,
) -> impl IntoView {
    let files = PeopleIn::get();
    let n = format::number(open.len() as f64);
    let rows = open.iter().map(|proposal| {
        let found = proposal.found.as_ref().map(|(skill, _)| skill.clone());
        row(files, proposal.name.to_string(), found, proposal.rows)
    });
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
                    <tbody>{rows.collect_view()}</tbody>
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

fn row(files: PeopleIn, name: String, found: Option<SkillId>, n_rows: usize) -> impl IntoView {
    let label = say!(people_in.name_is, name = name.as_str());
    let shown = name.clone();
    let name = StoredValue::new(name);
    let chosen = move || {
        name.with_value(|name| match files.choices.read().get(name.as_str()) {
            Some(Choice::Skill(_)) => "skill",
            Some(Choice::Own) => "own",
            Some(Choice::Left) | None => "",
        })
    };
    let meant = found.as_ref().map(|skill| {
        let org = Org::get();
        let called = org.now.with_untracked(|now| now.as_ref().map(|now| untrack(|| names::skill(org, now, skill))));
        view! { <option value="skill" selected=move || chosen() == "skill">{called}</option> }
    });
    let choose = move |word: String| {
        let choice = match (word.as_str(), &found) {
            ("skill", Some(skill)) => Choice::Skill(skill.clone()),
            ("own", _) => Choice::Own,
            _ => Choice::Left,
        };
        name.with_value(|name| files.choose(name, choice));
    };
    view! {
        <tr>
            <th scope="row">{shown}</th>
            <td class="n">{format::number(n_rows as f64)}</td>
            <td>
                <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                    {meant}
                    <option value="own" selected=move || chosen() == "own">{say!(people_in.own)}</option>
                    <option value="" selected=move || chosen().is_empty()>{say!(sheets.leave_out)}</option>
                </select>
            </td>
        </tr>
    }
}
