//! Weeks off, and weeks with other hours than usual.

use crate::state::App;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

/// The most hours of a week.
const MOST_HOURS: u8 = 60;

/// What is known of such weeks, and a form for more.
#[component]
pub(in crate::ui) fn WeeksForm() -> impl IntoView {
    let app = App::get();
    let [from, to] = [app.today, later(app.today, 20)].map(|day| RwSignal::new(day.to_string()));
    let (hours, wrong) = (RwSignal::new("0".to_owned()), RwSignal::new(None::<String>));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let day = |text: RwSignal<String>| text.read_untracked().parse::<NaiveDate>().ok();
        let hours = hours.read_untracked().trim().parse().ok().filter(|hours| *hours <= MOST_HOURS);
        match (day(from).zip(day(to)).filter(|(from, to)| from <= to), hours) {
            (Some((from, to)), Some(hours)) => {
                app.set_weeks(from, to, hours);
                wrong.set(None);
            }
            _ => wrong.set(Some(say!(weeks.wrong))),
        }
    };
    let field = |label: String, kind: &'static str, text: RwSignal<String>| {
        view! { <Field label kind value=text on_change=Callback::new(move |typed| text.set(typed))/> }
    };
    let n = Memo::new(move |_| app.workspace.read().arrangement.weeks.len());
    view! {
        <details class="weeks">
            <summary>{say!(weeks.title)} {move || (n.get() > 0).then(|| view! { <small>{n.get().to_string()}</small> })}</summary>
            <form class="fields" on:submit=add>
                {field(say!(weeks.from), "date", from)}
                {field(say!(weeks.to), "date", to)}
                {field(say!(weeks.hours), "number", hours)}
                <button type="submit" class="quiet">{say!(weeks.add)}</button>
            </form>
            <p class="wrong" role="alert">{wrong}</p>
            {move || known(app)}
        </details>
    }
}

/// Weeks one after the other with the same hours are one line.
fn known(app: App) -> impl IntoView {
    let workspace = app.workspace.read();
    let weeks: Vec<(NaiveDate, u8)> = workspace.arrangement.weeks.iter().map(|(week, hours)| (*week, *hours)).collect();
    let together = |a: &(NaiveDate, u8), b: &(NaiveDate, u8)| a.1 == b.1 && later(a.0, 7) == b.0;
    let usual = workspace.horizon.hours_per_week;
    let rows = weeks.chunk_by(together).map(|run| {
        let (from, to, hours) = (run[0].0, later(run[run.len() - 1].0, 6), run[0].1);
        let told = if hours == 0 { say!(weeks.off) } else { format::hours(f64::from(hours)) };
        view! {
            <li>
                <span>{[format::day(from), format::day(to)].join(" – ")}</span>
                <small>{told}</small>
                <button class="link" on:click=move |_| app.set_weeks(from, to, usual)>{say!(weeks.back)}</button>
            </li>
        }
    });
    view! { <ul class="done">{rows.collect_view()}</ul> }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
