//! Every position with its people, its seats, and what may become of it.

use super::super::names;
use super::super::routes::Route;
use super::NumberCell;
use crate::domain::PositionId;
use crate::engine::workforce::{Decline, PositionDemand};
use crate::state::{Org, fold_query};
use crate::ui::components::LongTable;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// What is known of a position's demand, handed to `show`.
fn known<T>(org: Org, id: &PositionId, show: impl FnOnce(&PositionDemand) -> T) -> Option<T> {
    org.demand.with(|demand| {
        let positions = &demand.as_ref()?.positions;
        let at = positions.binary_search_by(|known| known.position.cmp(id)).ok()?;
        positions.get(at).map(show)
    })
}

/// Why a position counts as declining.
pub(in crate::ui::organisation) fn declines(reasons: &[Decline]) -> String {
    let worded = |reason: &Decline| match reason {
        Decline::FewerSeats => say!(demand.fewer),
        Decline::Exposed => say!(demand.exposed),
    };
    reasons.iter().map(worded).collect::<Vec<_>>().join("; ")
}

/// The table, in order of the names, those that hold what is looked for.
#[component]
pub(in crate::ui::organisation) fn PositionTable() -> impl IntoView {
    let org = Org::get();
    let query = RwSignal::new(String::new());
    // Seats and holders do not enter it: the inputs keep still while these change.
    let ids = Memo::new(move |_| {
        let query = fold_query(&query.read());
        let mut named = org.now.with(|now| {
            let now = now.iter().flat_map(|now| now.positions.iter().map(move |position| (now, position)));
            let named = now.map(|(now, position)| {
                let site = names::site(now, position.site.as_ref());
                let words = fold_query(&[names::position(org, position), site].join(" "));
                (words, position.id.to_owned())
            });
            named.filter(|(words, _)| words.contains(&query)).collect::<Vec<_>>()
        });
        named.sort();
        named.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let n_rows = Signal::derive(move || ids.read().len());
    let cells = move |at: usize| ids.read().get(at).map(|id| line(org, id.to_owned())).into_any();
    let head = view! {
        <th scope="col">{say!(people.position)}</th>
        <th scope="col">{say!(people.site)}</th>
        <th scope="col" class="n">{say!(demand.holders)}</th>
        <th scope="col" class="n">{say!(demand.seats)}</th>
        <th scope="col" class="n">{say!(demand.seats_then)}</th>
        <th scope="col" class="n">{say!(demand.ratio)}</th>
        <th scope="col" class="n">{say!(demand.exposure)}</th>
        <th scope="col">{say!(demand.declining)}</th>
    };
    view! {
        <section class="card stack">
            <h2>{say!(demand.positions)}</h2>
            <p class="sub">{say!(demand.positions_text)}</p>
            <label class="field finder"><span>{say!(demand.find)}</span>
                <input type="search" prop:value=query on:input:target=move |event| query.set(event.target().value())/>
            </label>
            <p class="sub" role="status">{move || say!(demand.found, n = format::number(n_rows.get() as f64))}</p>
            <LongTable label=say!(demand.positions) head=head.into_any() n_columns=8 n_rows row=Callback::new(cells)/>
        </section>
    }
}

fn line(org: Org, id: PositionId) -> impl IntoView {
    let href = Route::Position(id.to_owned()).href();
    let id = StoredValue::new(id);
    let name =
        move || org.now.with(|now| now.as_ref()?.position(&id.read_value()).map(|found| names::position(org, found)));
    let placed = Memo::new(move |_| names::placed(org, &id.read_value()));
    let site = move || {
        org.now.with(|now| {
            let now = now.as_ref()?;
            Some(names::site(now, now.position(&id.read_value())?.site.as_ref()))
        })
    };
    let number = move |read: fn(&PositionDemand) -> u32| {
        Signal::derive(move || known(org, &id.read_value(), read).unwrap_or_default())
    };
    let shown = move |read: fn(&PositionDemand) -> String| move || known(org, &id.read_value(), read);
    let set_now = Callback::new(move |seats| org.change_position(&id.read_value(), |position| position.seats = seats));
    let set_then =
        Callback::new(move |seats| org.change_position(&id.read_value(), |position| position.seats_then = seats));
    let now_label = Signal::derive(move || say!(demand.seats_of, name = placed.get()));
    let then_label = Signal::derive(move || say!(demand.seats_then_of, name = placed.get()));
    view! {
        <th scope="row"><a href=href>{name}</a></th>
        <td>{site}</td>
        <td class="n">{shown(|found| format::number(f64::from(found.holders)))}</td>
        <td class="n"><NumberCell label=now_label value=number(|found| found.seats) on_change=set_now/></td>
        <td class="n"><NumberCell label=then_label value=number(|found| found.seats_then) on_change=set_then/></td>
        <td class="n">{shown(|found| found.ratio.map_or_else(|| "–".into(), format::fine))}</td>
        <td class="n">{shown(|found| found.exposed.map_or_else(|| "–".into(), |[exposed, _]| format::percent(exposed)))}</td>
        <td>{shown(|found| declines(&found.declines))}</td>
    }
}
