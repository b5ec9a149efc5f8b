//! What a programme may take: weeks or a deadline, euros, hours.

use super::super::super::parts::WholeField;
use super::super::super::task_bar::TaskBar;
use crate::engine::workforce::message::{Budget, Request};
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Where nothing else is said: half a year.
const USUAL: Budget = Budget { weeks: 26, money: None, hours: None };
/// Fifty years: a programme never runs longer.
const MOST_WEEKS: u16 = 2_600;

/// The form with the button. It begins with what was asked last.
#[component]
pub(super) fn BudgetForm() -> impl IntoView {
    let org = Org::get();
    let errand = org.tasks.programme;
    let asked = match errand.asked.get_untracked() {
        Some(Request::Programme(budget)) => budget,
        _ => USUAL,
    };
    let budget = RwSignal::new(asked);
    let end = move |weeks: u16| org.monday(weeks).pred_opt().unwrap_or(org.today());
    let deadline = RwSignal::new(end(asked.weeks).to_string());
    let set_weeks = Callback::new(move |weeks: Option<u32>| {
        let weeks = weeks.map_or(USUAL.weeks, |weeks| weeks.clamp(1, MOST_WEEKS.into()) as u16);
        budget.update(|budget| budget.weeks = weeks);
        deadline.set(end(weeks).to_string());
    });
    // A year that is being typed begins as year 2: only a day to come counts, and what is typed is left as it is.
    let set_deadline = Callback::new(move |text: String| {
        if let Some(day) = text.parse::<NaiveDate>().ok().filter(|day| *day > org.today()) {
            budget.update(|budget| budget.weeks = org.weeks_until(day).min(MOST_WEEKS));
            deadline.set(text);
        }
    });
    let read = move |of: fn(&Budget) -> Option<u32>| Signal::derive(move || budget.with(of));
    let set_money = Callback::new(move |money| budget.update(|budget| budget.money = money));
    let set_hours = Callback::new(move |hours| budget.update(|budget| budget.hours = hours));
    let runs = move || {
        let (from, to) = (format::day(org.first_monday()), format::day(end(budget.read().weeks)));
        say!(programme.runs, from = from, to = to)
    };
    let start = Callback::new(move |()| org.plan_programme(budget.get_untracked()));
    let stop = Callback::new(move |()| errand.stop());
    view! {
        <section class="card stack">
            <h2>{say!(programme.budget)}</h2>
            <div class="fields">
                <WholeField label=say!(programme.weeks) value=read(|budget| Some(budget.weeks.into())) on_change=set_weeks/>
                <Field label=say!(programme.deadline) kind="date" value=deadline on_change=set_deadline/>
                <WholeField label=say!(programme.money) hint=say!(programme.no_limit) value=read(|budget| budget.money) on_change=set_money/>
                <WholeField label=say!(programme.all_hours) hint=say!(programme.no_limit) value=read(|budget| budget.hours) on_change=set_hours/>
            </div>
            <p class="sub">{runs}</p>
            <TaskBar stage=org.stage(errand) label=say!(programme.plan) on_start=start on_stop=stop/>
        </section>
    }
}
