//! How a level rises and falls over time.

use super::scale::Scale;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Steps from the first day to the last.
#[component]
pub(in crate::ui) fn LevelSteps(
    /// Days and levels, oldest first.
    points: Vec<(NaiveDate, f64)>,
    /// The last day that is shown.
    until: NaiveDate,
) -> impl IntoView {
    let (first, last) = (points.first().copied()?, points.last().copied()?);
    let days = |day: NaiveDate| (day - first.0).num_days() as f64;
    let x = Scale::new([0.0, days(until).max(1.0)], [14.0, 300.0]);
    let y = Scale::new([0.0, 5.0], [100.0, 8.0]);
    let mut path = format!("M{} {}", x.at(0.0), y.at(first.1));
    for (day, level) in &points {
        path += &format!("H{}V{}", x.at(days(*day)), y.at(*level));
    }
    path += &format!("H{}", x.at(days(until)));
    let alt = say!(
        history.alt,
        from = format::decimal(first.1),
        first = format::day(first.0),
        to = format::decimal(last.1),
        last = format::day(last.0)
    );
    let dots =
        points.iter().map(|(day, level)| view! { <circle class="dot" cx=x.at(days(*day)) cy=y.at(*level) r="3"/> });
    let dots = dots.collect_view();
    let rungs = (0..=5).map(|rung: u8| view! { <text x="0" y=y.at(f64::from(rung)) + 3.0>{rung.to_string()}</text> });
    Some(view! {
        <svg class="steps" viewBox="0 0 320 120" role="img" aria-label=alt>
            <path class="grid" d="M14 100H300M14 8H300"/>
            <path class="line" d=path/>
            {dots}
            {rungs.collect_view()}
            <text x="14" y="116">{format::day(first.0)}</text>
            <text x="300" y="116" text-anchor="end">{format::day(until)}</text>
        </svg>
    })
}
