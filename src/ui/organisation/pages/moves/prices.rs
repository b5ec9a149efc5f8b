//! The numbers that stand in for the organisation's own, each to be edited.

use super::super::super::amounts::typed;
use crate::engine::workforce::Placeholder;
use crate::state::Org;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// All of them, with unit, source and year.
#[component]
pub(super) fn PricesForm() -> impl IntoView {
    let org = Org::get();
    let rows = Org::placeholders().iter().map(|placeholder| row(org, placeholder)).collect_view();
    view! {
        <p class="sub">{say!(prices.text)}</p>
        <div class="scroll-x">
            <table>
                <thead><tr><th scope="col">{say!(prices.what)}</th><th scope="col">{say!(prices.value)}</th><th scope="col">{say!(prices.unit)}</th><th scope="col">{say!(prices.source)}</th><th scope="col" class="n">{say!(prices.year)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(org: Org, placeholder: &'static Placeholder) -> impl IntoView {
    let value = Memo::new(move |_| org.prices().value(placeholder));
    let is_own = Memo::new(move |_| org.is_own_price(placeholder));
    let set = move |text: String| org.set_price(placeholder, typed(&text));
    let id = ["price-", placeholder.name].concat();
    let of = id.clone();
    let source = move || if is_own.get() { say!(prices.own) } else { say!(prices.placeholder) };
    view! {
        <tr>
            <th scope="row"><label for=of>{name(placeholder.name)}</label></th>
            <td><input id=id type="number" step="any" inputmode="decimal" min=placeholder.ends[0] max=placeholder.ends[1] prop:value=move || value.get().to_string() on:change:target=move |event| set(event.target().value())/></td>
            <td>{unit(placeholder.unit)}</td>
            <td>{source} " " {move || is_own.get().then(|| view! { <button class="link" on:click=move |_| org.set_price(placeholder, None)>{say!(prices.back, value = format::decimal(placeholder.value))}</button> })}</td>
            <td class="n">{move || if is_own.get() { String::new() } else { placeholder.year.to_string() }}</td>
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
        "hours" => say!(prices.hours),
        "levels" => say!(prices.levels),
        "people" => say!(prices.people),
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
        "wish-worth" => say!(prices.wish),
        "must-reach" => say!(prices.must_reach),
        "learning-week" => say!(prices.learning_week),
        "session-hours" => say!(prices.session),
        _ => say!(prices.cohort),
    }
}
