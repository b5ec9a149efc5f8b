//! Whether learning is offered alike, and numbers of several sites without anybody's row.

mod sites;

use super::super::routes::Route;
use crate::engine::workforce::{Fairness, GroupRate};
use crate::state::Org;
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use sites::SitesCard;

/// The page.
#[component]
pub(super) fn FairnessPage() -> impl IntoView {
    view! {
        <p class="crumb"><a href=Route::Board.href()>{say!(org_nav.board)}</a></p>
        <h1>{say!(fair.title)}</h1>
        <p class="lead">{say!(fair.lead)}</p>
        <section class="card stack"><h2>{say!(fair.offered)}</h2><Offered/></section>
        <section class="card stack"><h2>{say!(sites.title)}</h2><SitesCard/></section>
    }
}

/// What is offered to the groups of each kind.
#[component]
fn Offered() -> impl IntoView {
    let org = Org::get();
    let kinds = org.groups.kinds;
    let is_none = Memo::new(move |_| kinds.with(Vec::is_empty));
    let has_hours =
        Memo::new(move |_| kinds.with(|all| all.iter().any(|kind| kind.rates.iter().any(|rate| rate.hours > 0.0))));
    let count = move |is: fn(&Fairness) -> bool| {
        Signal::derive(move || format::number(kinds.with(|all| all.iter().filter(|kind| is(kind)).count()) as f64))
    };
    let k = move || org.policy.with(|policy| policy.least()).to_string();
    let from = move || format::percent(org.policy.with(|policy| policy.fair_from));
    let compared_why = Signal::derive(move || say!(fair.compared_why, k = k()));
    let flagged_why = Signal::derive(move || say!(fair.flagged_why, from = from()));
    let figures = move || {
        (!is_none.get()).then(|| {
            view! {
                <div class="figures board">
                    <Figure id="fair-compared" line="fairness" value=count(|kind| kind.ratio.is_some()) label=say!(fair.compared) why=compared_why/>
                    <Figure id="fair-flagged" line="fairness" value=count(|kind| kind.is_flagged) label=say!(fair.flagged) why=flagged_why/>
                </div>
            }
        })
    };
    let missing = move || match (is_none.get(), has_hours.get()) {
        (true, _) => Some(view! { <p>{say!(fair.none)}</p> }.into_any()),
        (_, false) => Some(
            view! { <p>{say!(fair.no_hours)} " " <a href=Route::Programmes.href()>{say!(org_nav.programmes)}</a></p> }
                .into_any(),
        ),
        _ => None,
    };
    let tables = move || kinds.with(|all| all.iter().map(|kind| part(kind, &from())).collect_view());
    view! {
        <p>{say!(fair.age)}</p>
        {missing}
        {figures}
        {tables}
        <details><summary>{say!(fair.hiding)}</summary>
            <p>{move || say!(fair.hiding_text, k = k())}</p>
        </details>
        <p class="no-print"><a href=Route::Method(Some("fairness")).href()>{say!(fair.to_method)}</a></p>
    }
}

/// One kind of group: its table, and what is to be thought of it.
fn part(kind: &Fairness, from: &str) -> impl IntoView + use<> {
    let title = kind.kind.to_string();
    let words = match kind.ratio {
        _ if kind.rates.is_empty() => say!(fair.few),
        Some(ratio) if kind.is_flagged => say!(fair.look, share = format::reached(ratio), from = from),
        Some(ratio) => say!(fair.alike, share = format::reached(ratio)),
        // Where nothing is offered at all, that is said once, above.
        None if kind.rates.iter().all(|rate| rate.hours == 0.0) => String::new(),
        None => say!(fair.one),
    };
    let rows = kind.rates.iter().map(row).collect_view();
    let table = (!kind.rates.is_empty()).then(|| {
        view! {
            <table>
                <thead><tr><th scope="col">{say!(fair.group)}</th><th scope="col" class="n">{say!(fair.people)}</th><th scope="col" class="n">{say!(fair.hours)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let is_flagged = kind.is_flagged;
    view! { <section class="stack"><h3>{title}</h3>{table}{(!words.is_empty()).then(|| view! { <p class:flagged=is_flagged>{words}</p> })}</section> }
}

fn row(rate: &GroupRate) -> impl IntoView + use<> {
    let unsaid = rate.unsaid.then(|| say!(fair.unsaid));
    let names: Vec<String> = rate.groups.iter().map(ToString::to_string).chain(unsaid).collect();
    view! { <tr><th scope="row">{names.join(", ")}</th><td class="n">{format::number(f64::from(rate.people))}</td><td class="n">{say!(unit.h, n = format::decimal((rate.hours * 10.0).round() / 10.0))}</td></tr> }
}
