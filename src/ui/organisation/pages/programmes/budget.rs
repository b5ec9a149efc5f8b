//! What a programme may take: weeks or a deadline, euros, hours.

use super::super::super::amounts::typed;
use super::super::super::task_bar::TaskBar;
use crate::engine::workforce::message::Budget;
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Weeks where nothing else is said: half a year.
const USUAL_WEEKS: u16 = 26;
/// Fifty years: a programme never runs longer.
const MOST_WEEKS: f64 = 2_600.0;

/// The form with the button.
#[component]
pub(super) fn BudgetForm() -> impl IntoView {
    let org = Org::get();
    let errand = org.tasks.programme;
    let weeks = RwSignal::new(USUAL_WEEKS);
    let money = RwSignal::new(None::<u32>);
    let hours = RwSignal::new(None::<u32>);
    let set_weeks = Callback::new(move |text: String| {
        weeks.set(typed(&text).map_or(USUAL_WEEKS, |n| n.round().clamp(1.0, MOST_WEEKS) as u16));
    });
    let set_deadline = Callback::new(move |text: String| {
        text.parse::<NaiveDate>().into_iter().for_each(|day| weeks.set(org.weeks_until(day)));
    });
    let whole = |text: &str| typed(text).map(|amount| amount.round() as u32);
    let shown = |amount: Option<u32>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let ends = Signal::derive(move || org.monday(weeks.get()).pred_opt().unwrap_or(org.today()));
    let start = Callback::new(move |()| {
        let (weeks, money, hours) = (weeks.get_untracked(), money.get_untracked(), hours.get_untracked());
        org.plan_programme(Budget { weeks, money, hours });
    });
    let stop = Callback::new(move |()| errand.stop());
    view! {
        <section class="card stack">
            <h2>{say!(programme.budget)}</h2>
            <div class="fields">
                <Field label=say!(programme.weeks) kind="number" value=Signal::derive(move || weeks.get().to_string()) on_change=set_weeks/>
                <Field label=say!(programme.deadline) kind="date" value=Signal::derive(move || ends.get().to_string()) on_change=set_deadline/>
                <Field label=say!(programme.money) kind="number" hint=say!(programme.no_limit) value=Signal::derive(move || shown(money.get()))
                    on_change=Callback::new(move |text: String| money.set(whole(&text)))/>
                <Field label=say!(programme.all_hours) kind="number" hint=say!(programme.no_limit) value=Signal::derive(move || shown(hours.get()))
                    on_change=Callback::new(move |text: String| hours.set(whole(&text)))/>
            </div>
            <p class="sub">{move || say!(programme.runs, from = format::day(org.first_monday()), to = format::day(ends.get()))}</p>
            <TaskBar stage=org.stage(errand) label=say!(programme.plan) on_start=start on_stop=stop/>
        </section>
    }
}
