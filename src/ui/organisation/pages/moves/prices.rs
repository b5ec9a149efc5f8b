//! The numbers that stand in for the organisation's own, each to be edited.

use super::super::super::amounts::typed;
use crate::engine::workforce::Placeholder;
use crate::state::Org;
use crate::ui::format;
use crate::ui::words::say;
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Letters of what is written beside a number, at most.
const LETTERS: u16 = 80;

/// All of them, with unit, source and year.
#[component]
pub(super) fn PricesForm() -> impl IntoView {
    let org = Org::get();
    let rows = Org::placeholders().iter().map(|placeholder| row(org, placeholder)).collect_view();
    view! {
        <p class="sub">{say!(prices.text)}</p>
        <div class="scroll-x">
            <table class="prices">
                <thead><tr><th scope="col">{say!(prices.what)}</th><th scope="col">{say!(prices.value)}</th><th scope="col">{say!(prices.unit)}</th><th scope="col">{say!(prices.source)}</th><th scope="col">{say!(prices.year)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(org: Org, placeholder: &'static Placeholder) -> impl IntoView {
    let value = Memo::new(move |_| org.prices().value(placeholder));
    let is_own = Memo::new(move |_| org.is_own_price(placeholder));
    let beside = Memo::new(move |_| org.provenance(placeholder));
    let set = move |event: Targeted<Event, HtmlInputElement>| {
        let text = event.target().value();
        match typed(&text) {
            Some(value) => org.set_price(placeholder, value),
            None if text.is_empty() => org.reset_price(placeholder),
            None => {}
        }
        // What came of it stands there.
        event.target().set_value(&value.get_untracked().to_string());
    };
    let id = ["price-", placeholder.name].concat();
    let of = id.clone();
    let what = name(placeholder.name);
    // What the placeholder itself says is not written down.
    let written =
        move |text: String, usual: String| Some(text.trim()).filter(|text| *text != usual).unwrap_or_default().into();
    let usual_source = move || if is_own.get() { say!(prices.own) } else { say!(prices.placeholder) };
    let source =
        move || Some(beside.read().source.to_string()).filter(|own| !own.is_empty()).unwrap_or_else(usual_source);
    let counts = move || {
        Some(beside.read().unit.to_string()).filter(|own| !own.is_empty()).unwrap_or_else(|| unit(placeholder.unit))
    };
    let year = move || beside.read().year.or((!is_own.get()).then_some(placeholder.year)).map(|year| year.to_string());
    let set_unit =
        move |text: String| org.set_provenance(placeholder, |of| of.unit = written(text, unit(placeholder.unit)));
    let set_source = move |text: String| {
        let usual = untrack(usual_source);
        org.set_provenance(placeholder, |of| of.source = written(text, usual));
    };
    let set_year = move |text: String| {
        org.set_provenance(placeholder, |of| of.year = typed(&text).map(|year| year.round() as u16))
    };
    let back = move || {
        let words = say!(prices.back, value = format::decimal(placeholder.value));
        is_own
            .get()
            .then(|| view! { <button class="link" on:click=move |_| org.reset_price(placeholder)>{words}</button> })
    };
    let label = |part: String| [what.as_str(), &part].join(": ");
    view! {
        <tr>
            <th scope="row"><label for=of>{what.to_owned()}</label> {back}</th>
            <td><input id=id type="number" step="any" inputmode="decimal" min=placeholder.ends[0] max=placeholder.ends[1] prop:value=move || value.get().to_string() on:change:target=set/></td>
            <td><input type="text" maxlength=LETTERS aria-label=label(say!(prices.unit)) prop:value=counts on:change:target=move |event| set_unit(event.target().value())/></td>
            <td><input type="text" maxlength=LETTERS aria-label=label(say!(prices.source)) prop:value=source on:change:target=move |event| set_source(event.target().value())/></td>
            <td><input class="number-cell" type="number" step="1" min="1900" max="2200" aria-label=label(say!(prices.year)) prop:value=move || year().unwrap_or_default() on:change:target=move |event| set_year(event.target().value())/></td>
        </tr>
    }
}

fn unit(unit: &str) -> String {
    match unit {
        "EUR/hour" => say!(prices.per_hour),
        "EUR" => say!(prices.eur),
        "EUR/year" => say!(prices.per_year),
        "years" => say!(prices.years),
        "weeks" => say!(prices.weeks),
        "hours/week" => say!(prices.per_week),
        "probability" => say!(prices.probability),
        _ => say!(prices.share),
    }
}

fn name(placeholder: &str) -> String {
    match placeholder {
        "loaded-cost" => say!(prices.loaded_cost),
        "mentor-hours-share" => say!(prices.mentor_share),
        "build-fails" => say!(prices.build_fails),
        "cost-per-hire" => say!(prices.hire),
        "hire-premium" => say!(prices.premium),
        "hire-years" => say!(prices.premium_years),
        "ramp-weeks" => say!(prices.ramp_weeks),
        "ramp-loss" => say!(prices.ramp_loss),
        "working-week" => say!(prices.working_week),
        "hire-leaves" => say!(prices.hire_leaves),
        "move-cost" => say!(prices.moving),
        _ => say!(prices.wish),
    }
}
