//! Which kinds of learning have earned their time.

use crate::state::Look;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// A row for each kind, the best for an hour first.
#[component]
pub(in crate::ui) fn KindTable(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let best = look.kinds.first().zip(look.kinds.last()).filter(|(best, last)| best.kind != last.kind);
    let told = best.filter(|(best, _)| best.levels > 0.0).map(|(best, last)| {
        let (best, last) = (text::activity_kind(best.kind), text::activity_kind(last.kind));
        view! { <p>{say!(kinds.told, best = best, last = last)}</p> }
    });
    let rows = look.kinds.iter().map(|kind| {
        view! {
            <tr>
                <th scope="row">{text::activity_kind(kind.kind)}</th>
                <td class="n">{format::decimal(kind.levels)}</td>
                <td class="n">{format::hours(f64::from(kind.hours))}</td>
                <td class="n">{format::decimal(kind.per_hundred_hours())}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    match look.kinds.is_empty() {
        true => view! { <p>{say!(kinds.none)}</p> }.into_any(),
        false => view! {
            {told}
            <table>
                <thead><tr>
                    <th scope="col">{say!(kinds.kind)}</th>
                    <th scope="col" class="n">{say!(kinds.levels)}</th>
                    <th scope="col" class="n">{say!(plan.hours_col)}</th>
                    <th scope="col" class="n">{say!(kinds.per_hundred)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    }
}
