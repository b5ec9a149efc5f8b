//! One opened table of people: what its rows are, and what each of its columns is.

use super::people_in::kind_name;
use crate::exchange::people::message::TableLook;
use crate::exchange::people::{TableKind, Use};
use crate::state::PeopleIn;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The value of the choice of a column that is left out, one of skills and one of groups; a field's is its place.
const LEFT: &str = "";
const SKILL: &str = "skill";
const GROUP: &str = "group";

fn word(what: Use) -> String {
    match what {
        Use::Left | Use::Age => LEFT.into(),
        Use::Skill => SKILL.into(),
        Use::Group => GROUP.into(),
        Use::Field(at) => at.to_string(),
    }
}

fn meant(word: &str) -> Use {
    match word {
        SKILL => Use::Skill,
        GROUP => Use::Group,
        word => word.parse().map_or(Use::Left, Use::Field),
    }
}

/// The name of a table, what it is taken for, and its columns with the cells of the first rows.
#[component]
pub(super) fn TableMatch(
    /// Its place among the opened tables.
    at: usize,
    /// What can be seen of all of them.
    looks: Arc<Vec<TableLook>>,
) -> impl IntoView {
    let files = PeopleIn::get();
    let kind =
        Memo::new(move |_| files.matches.read().get(at).and_then(|found| found.as_ref().map(|found| found.kind)));
    let look = looks.get(at)?;
    let legend = say!(sheets.sheet, name = &*look.name, n = format::number(look.n_rows as f64));
    let choose = move |word: String| {
        files.set_kind(at, TableKind::ALL.into_iter().find(|kind| kind.word() == word));
    };
    let options = TableKind::ALL.map(|of| {
        view! { <option value=of.word() prop:selected=move || kind.get() == Some(of)>{kind_name(of)}</option> }
    });
    Some(view! {
        <fieldset class="sheet stack">
            <legend>{legend}</legend>
            <label class="field">
                <span>{say!(sheets.kind)}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="" prop:selected=move || kind.get().is_none()>{say!(sheets.leave_out)}</option>
                    {options.collect_view()}
                </select>
            </label>
            {move || kind.get().map(|kind| columns(files, at, kind, &looks))}
        </fieldset>
    })
}

/// The columns; those that were guessed to be skills, mostly very many, behind a line of their own.
fn columns(files: PeopleIn, at: usize, kind: TableKind, looks: &Arc<Vec<TableLook>>) -> impl IntoView + use<> {
    let now = files.matches.with_untracked(|matches| matches.get(at).cloned().flatten());
    let uses = now.map(|now| now.columns).unwrap_or_default();
    let places = |is_skill: bool| -> Vec<usize> {
        (0..uses.len()).filter(|column| (uses.get(*column) == Some(&Use::Skill)) == is_skill).collect()
    };
    let (skills, others) = (places(true), places(false));
    let table = move |places: &[usize], looks: &[TableLook]| {
        let look = looks.get(at);
        let rows = places.iter().filter_map(|column| Some(row(files, (at, *column), kind, look?)));
        view! {
            <div class="scroll"><table class="asked">
                <thead><tr><th scope="col">{say!(sheets.column)}</th><th scope="col">{say!(sheets.is)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
    };
    let is_open = RwSignal::new(false);
    let of_skills = (!skills.is_empty()).then(|| {
        let (n, looks) = (format::number(skills.len() as f64), Arc::clone(looks));
        // They are drawn when somebody wants to see them.
        let inside = move || is_open.get().then(|| table(&skills, &looks));
        view! {
            <details on:toggle=move |_| is_open.set(true)>
                <summary>{say!(people_in.skill_columns, n = n)}</summary>
                {inside}
            </details>
        }
    });
    view! { {table(&others, looks)} {of_skills} }
}

/// One column: its header, what stands in it, and what it is.
fn row(files: PeopleIn, (at, column): (usize, usize), kind: TableKind, look: &TableLook) -> AnyView {
    let name = look.first.first().and_then(|header| header.get(column)).map(ToString::to_string).unwrap_or_default();
    let cells = look.first.iter().skip(1).filter_map(|row| row.get(column)).map(|cell| &**cell);
    let sample = cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ");
    let now = move || {
        let matches = files.matches.read();
        matches.get(at).and_then(|found| found.as_ref()?.columns.get(column).copied()).unwrap_or(Use::Left)
    };
    if untrack(now) == Use::Age {
        return view! { <tr><th scope="row">{name}</th><td>{say!(people_in.age)}</td></tr> }.into_any();
    }
    let chosen = Memo::new(move |_| now());
    let label = say!(sheets.column_is, name = name.as_str());
    let option = move |what: Use, label: String| {
        view! { <option value=word(what) prop:selected=move || chosen.get() == what>{label}</option> }
    };
    let fields =
        kind.columns().iter().enumerate().map(|(place, field)| option(Use::Field(place), field.key.to_owned()));
    let of_people = (kind == TableKind::People)
        .then(|| [option(Use::Skill, say!(people_in.a_skill)), option(Use::Group, say!(people_in.a_group))]);
    view! {
        <tr>
            <th scope="row">{name} <small>{sample}</small></th>
            <td>
                <select aria-label=label on:change:target=move |event| files.set_use(at, column, meant(&event.target().value()))>
                    {option(Use::Left, say!(sheets.leave_out))}
                    {of_people.map(Vec::from)}
                    {fields.collect_view()}
                </select>
            </td>
        </tr>
    }
    .into_any()
}
