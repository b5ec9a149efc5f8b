//! The weeks of a year, each as dark as it has hours.

use crate::state::Look;
use crate::ui::format;
use crate::ui::words::say;
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;

/// Weeks that are shown.
const WEEKS: u64 = 53;
/// Weeks in a row: a quarter.
const ROW: u64 = 14;
/// Shades beside none.
const SHADES: f64 = 4.0;

/// A square for each week up to the day, and the table behind it.
#[component]
pub(in crate::ui) fn HoursMap(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let day = look.day;
    let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day);
    let first = monday.checked_sub_days(Days::new((WEEKS - 1) * 7)).unwrap_or(monday);
    let seen: Vec<_> = look.hours.iter().filter(|week| week.monday >= first && week.monday <= monday).collect();
    let most = seen.iter().map(|week| week.hours).max().unwrap_or(0);
    let of = |monday: NaiveDate| seen.iter().find(|week| week.monday == monday).map_or(0, |week| week.hours);
    let square = |nth: u64| {
        let week = first.checked_add_days(Days::new(nth * 7)).unwrap_or(first);
        let shade = (f64::from(of(week)) / f64::from(most.max(1)) * SHADES).ceil() as u8;
        let title = [format::day(week), format::hours(f64::from(of(week)))].join(": ");
        view! { <rect class=["shade s", &shade.to_string()].concat() x=nth % ROW * 22 y=nth / ROW * 22 + 2 width="18" height="18" rx="3"><title>{title}</title></rect> }
    };
    let all: u32 = seen.iter().map(|week| week.hours).sum();
    let told = say!(effort.told, hours = format::hours(f64::from(all)), n = seen.len().to_string());
    let rows = seen.iter().map(|week| {
        view! { <tr><th scope="row">{format::day(week.monday)}</th><td class="n">{format::hours(f64::from(week.hours))}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <svg class="hours" viewBox="0 0 310 92" role="img" aria-label=told.to_owned()>{(0..WEEKS).map(square).collect_view()}</svg>
        <p>{told}</p>
        <details>
            <summary>{say!(effort.table)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=say!(effort.title)><table>
                <thead><tr><th scope="col">{say!(burn.week)}</th><th scope="col" class="n">{say!(plan.hours_col)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    }
}
