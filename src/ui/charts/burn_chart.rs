//! Hours planned and hours done, summed up week by week.

use super::fit_band::{FitBand, interval};
use super::scale::Scale;
use crate::state::Look;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// Two lines from the week in which the plan began, and the table behind them.
#[component]
pub(in crate::ui) fn BurnChart(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let (planned, actual) = (&look.burn_up.planned, &look.burn_up.actual);
    let Some((first, ..)) = planned.first() else { return view! { <p>{say!(burn.none)}</p> }.into_any() };
    let days = |day: NaiveDate| (day - *first).num_days() as f64 + 7.0;
    let last = planned.last().map(|(day, ..)| *day).max(actual.last().map(|(day, _)| *day)).unwrap_or(*first);
    let all = planned.last().map_or(0, |(_, hours, _)| *hours);
    let done = actual.last().map_or(0, |(_, hours)| *hours);
    let x = Scale::new([0.0, days(last)], [4.0, 300.0]);
    let y = Scale::new([0.0, f64::from(all.max(done).max(1))], [120.0, 14.0]);
    let line = |points: &mut dyn Iterator<Item = (NaiveDate, u32)>| {
        let mut path = format!("M{} {}", x.at(0.0), y.at(0.0));
        for (day, hours) in points {
            path += &format!("L{} {}", x.at(days(day)), y.at(f64::from(hours)));
        }
        path
    };
    let foreseen = line(&mut planned.iter().map(|(day, hours, _)| (*day, *hours)));
    let went = line(&mut actual.iter().copied());
    let by_now = planned.iter().rfind(|(day, ..)| days(*day) <= (look.day - *first).num_days() as f64 + 1.0);
    let by_now = by_now.map_or(0, |(_, hours, _)| *hours);
    let hours = |hours: u32| format::hours(f64::from(hours));
    let told = say!(burn.told, done = hours(done), planned = hours(by_now), all = hours(all));
    let rows = planned.iter().map(|(day, planned, percent)| {
        let went = actual.iter().find(|(week, _)| week == day).map(|(_, done)| hours(*done));
        let foreseen = format::percent(f64::from(*percent) / 100.0);
        let was = look.reached.iter().find(|reached| (0..7).contains(&(reached.day - *day).num_days()));
        let was = was.map(|reached| interval(reached.fit));
        view! { <tr><th scope="row">{format::day(*day)}</th><td class="n">{hours(*planned)}</td><td class="n">{went}</td><td class="n">{foreseen}</td><td class="n">{was}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <svg class="burn" viewBox="0 0 320 140" role="img" aria-label=told.to_owned()>
            <path class="grid" d="M4 120H300"/>
            <path class="line planned" d=foreseen/>
            <path class="line" d=went/>
            <text x="4" y="136">{format::day(*first)}</text>
            <text x="300" y="136" text-anchor="end">{format::day(last)}</text>
        </svg>
        <p>{told}</p>
        <FitBand look=Arc::clone(&look)/>
        <details>
            <summary>{say!(burn.table)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=say!(burn.title)><table>
                <thead><tr><th scope="col">{say!(burn.week)}</th><th scope="col" class="n">{say!(burn.planned)}</th><th scope="col" class="n">{say!(burn.actual)}</th><th scope="col" class="n">{say!(burn.fit_column)}</th><th scope="col" class="n">{say!(burn.was_column)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    }
    .into_any()
}
