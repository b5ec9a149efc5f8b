//! The cells that cannot be right, each with its place.

use crate::exchange::sheets::RowFault;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// A table of them; nothing where there are none.
#[component]
pub(in crate::ui) fn RowFaults(
    /// The faults.
    faults: Arc<Vec<RowFault>>,
) -> impl IntoView {
    let row = |bad: &RowFault| {
        view! {
            <tr>
                <th scope="row">{bad.sheet.as_str()}</th>
                <td class="n">{format::number(bad.row as f64)}</td>
                <td>{bad.column.as_str()}</td>
                <td>{bad.value.as_str()}</td>
                <td>{text::cell_fault(bad.fault)}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = faults.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="message danger" role="alert">
                <p><strong>{say!(sheets.faults, n = format::number(rows.len() as f64))}</strong></p>
                <div class="scroll" tabindex="0" role="region" aria-label=say!(sheets.faults_label)>
                    <table class="faults">
                        <thead>
                            <tr>
                                <th scope="col">{say!(sheets.at_sheet)}</th>
                                <th scope="col" class="n">{say!(sheets.at_row)}</th>
                                <th scope="col">{say!(sheets.column)}</th>
                                <th scope="col">{say!(sheets.cell)}</th>
                                <th scope="col">{say!(sheets.why)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </div>
        }
    })
}
