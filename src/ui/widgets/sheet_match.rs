//! One opened sheet: what its rows are, and which column is which.

use crate::exchange::sheets::message::SheetLook;
use crate::exchange::sheets::{Match, SheetKind};
use crate::state::App;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// The name of a sheet, what it is taken for, and its columns with the cells of the first rows.
#[component]
pub(in crate::ui) fn SheetMatch(
    /// Its place among the opened sheets.
    at: usize,
    /// What can be seen of it.
    look: SheetLook,
) -> impl IntoView {
    let matches = App::get().matching.matches;
    let kind = Memo::new(move |_| matches.read().get(at).and_then(|found| found.as_ref().map(|found| found.kind)));
    let width = look.first.first().map_or(0, Vec::len);
    let choose = move |value: String| {
        let kind = value.parse::<usize>().ok().and_then(|kind| SheetKind::ALL.get(kind).copied());
        matches.update(|matches| {
            if let Some(found) = matches.get_mut(at) {
                *found = kind.map(|kind| Match { kind, columns: vec![None; width] });
            }
        });
    };
    let options = move || {
        let kinds = SheetKind::ALL.into_iter().enumerate().map(move |(place, of)| {
            view! { <option value=place.to_string() selected=kind.get() == Some(of)>{text::sheet_kind(of)}</option> }
        });
        kinds.collect_view()
    };
    let n_rows = format::number(look.n_rows as f64);
    view! {
        <fieldset class="sheet">
            <legend>{say!(sheets.sheet, name = look.name.as_str(), n = n_rows)}</legend>
            <label class="field">
                <span>{say!(sheets.kind)}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="" prop:selected=move || kind.get().is_none()>{say!(sheets.leave_out)}</option>
                    {options}
                </select>
            </label>
            {move || kind.get().map(|kind| columns(at, kind, &look, matches))}
        </fieldset>
    }
}

/// One row a column: its header, what it is, and what stands in it.
fn columns(
    at: usize,
    kind: SheetKind,
    look: &SheetLook,
    matches: RwSignal<Vec<Option<Match>>>,
) -> impl IntoView + use<> {
    let header = look.first.first().map_or(&[][..], Vec::as_slice);
    let rows = header.iter().enumerate().map(|(column, name)| {
        let cells = look.first.iter().skip(1).filter_map(|row| row.get(column)).map(|cell| &**cell);
        let sample = cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ");
        let chosen = move || {
            let matches = matches.read();
            matches.get(at).and_then(|found| found.as_ref()?.columns.get(column).copied().flatten())
        };
        let choose = move |value: String| {
            let place = value.parse::<usize>().ok();
            matches.update(|matches| {
                let Some(Some(found)) = matches.get_mut(at) else { return };
                // A place is given to one column alone: the newest choice has it.
                for other in found.columns.iter_mut().filter(|other| **other == place) {
                    *other = None;
                }
                if let Some(mine) = found.columns.get_mut(column) {
                    *mine = place;
                }
            });
        };
        let options = kind.columns().iter().enumerate().map(|(place, column)| {
            view! { <option value=place.to_string() prop:selected=move || chosen() == Some(place)>{column.key}</option> }
        });
        let label = say!(sheets.column_is, name = &**name);
        view! {
            <tr>
                <th scope="row">{name.to_string()} <small>{sample}</small></th>
                <td>
                    <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                        <option value="" prop:selected=move || chosen().is_none()>{say!(sheets.leave_out)}</option>
                        {options.collect_view()}
                    </select>
                </td>
            </tr>
        }
    });
    view! {
        <table class="asked">
            <thead><tr><th scope="col">{say!(sheets.column)}</th><th scope="col">{say!(sheets.is)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
