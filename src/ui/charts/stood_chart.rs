//! How ready an organisation was on the days that are remembered.

use super::scale::Scale;
use crate::engine::workforce::Stood;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// A line from the first day to the last, and the table behind it.
#[component]
pub(in crate::ui) fn StoodChart(
    /// The days, oldest first.
    stood: Vec<Stood>,
) -> impl IntoView {
    let (first, last) = (stood.first()?.clone(), stood.last()?.clone());
    let days = |day: NaiveDate| (day - first.on).num_days() as f64;
    let x = Scale::new([0.0, days(last.on).max(1.0)], [38.0, 308.0]);
    let y = Scale::new([0.0, 1.0], [100.0, 8.0]);
    let points = || stood.iter().map(|day| (x.at(days(day.on)), y.at(day.readiness)));
    let path = points().zip(std::iter::once("M").chain(std::iter::repeat("L")));
    let path: String = path.map(|((x, y), to)| format!("{to}{x} {y}")).collect();
    let dots = points().map(|(x, y)| view! { <circle class="dot" cx=x cy=y r="3"/> }).collect_view();
    let marks = [0.0, 0.5, 1.0].map(|share| {
        view! { <text x="32" y=y.at(share) + 4.0 text-anchor="end">{format::percent(share)}</text> }
    });
    let alt = say!(
        board.chart_alt,
        first = format::day(first.on),
        last = format::day(last.on),
        from = format::reached(first.readiness),
        to = format::reached(last.readiness)
    );
    let n = |n: usize| format::number(n as f64);
    let rows = stood.iter().map(|day| {
        view! { <tr><th scope="row">{format::day(day.on)}</th><td class="n">{n(day.people as usize)}</td><td class="n">{format::reached(day.readiness)}</td><td class="n">{n(day.short)}</td></tr> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <svg class="steps" viewBox="0 0 320 120" role="img" aria-label=alt>
            <path class="grid" d="M38 100H308M38 54H308M38 8H308"/>
            <path class="line" d=path/>
            {dots}
            {marks.collect_view()}
            <text x="38" y="116">{format::day(first.on)}</text>
            {(last.on > first.on).then(|| view! { <text x="308" y="116" text-anchor="end">{format::day(last.on)}</text> })}
        </svg>
        <details>
            <summary>{say!(board.table)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=say!(board.over_time)><table>
                <thead><tr><th scope="col">{say!(board.day)}</th><th scope="col" class="n">{say!(board.people)}</th><th scope="col" class="n">{say!(board.readiness)}</th><th scope="col" class="n">{say!(board.short_column)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    })
}
