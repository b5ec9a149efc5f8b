//! Fit as the plan foresaw it and as it was, with the band of what is not rated.

use super::scale::Scale;
use crate::engine::Fit;
use crate::state::Look;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// Two lines and the band round the second; its table is that of the hours.
#[component]
pub(super) fn FitBand(
    /// The day.
    look: Arc<Look>,
) -> impl IntoView {
    let planned = &look.burn_up.planned;
    let ((first, ..), (last, .., end)) = (planned.first()?, planned.last()?);
    let days = |day: NaiveDate| (day - *first).num_days() as f64;
    let until = look.reached.last().map_or(*last, |reached| reached.day.max(*last));
    let x = Scale::new([0.0, days(until) + 7.0], [4.0, 300.0]);
    let y = Scale::new([0.0, 1.0], [120.0, 14.0]);
    let point = |day: f64, fit: f64| format!("{} {}", x.at(day), y.at(fit));
    let foreseen = path(planned.iter().map(|(day, _, percent)| point(days(*day) + 6.0, f64::from(*percent) / 100.0)));
    let seen =
        |end: fn(&Fit) -> f64| look.reached.iter().map(move |reached| point(days(reached.day), end(&reached.fit)));
    let went = path(seen(|fit| fit.likely));
    let band = path(seen(|fit| fit.high).chain(seen(|fit| fit.low).rev()));
    let end = say!(burn.fit, fit = format::percent(f64::from(*end) / 100.0));
    let now = look.reached.last().map(|reached| {
        let ends = [reached.fit.low, reached.fit.likely, reached.fit.high].map(format::percent);
        let [low, fit, high] = ends;
        say!(burn.reached, fit = fit, low = low, high = high)
    });
    let told: Vec<String> = [Some(end), now].into_iter().flatten().collect();
    let told = told.join(" ");
    Some(view! {
        <h3>{say!(burn.fit_chart)}</h3>
        <svg class="burn" viewBox="0 0 320 140" role="img" aria-label=told.to_owned()>
            <path class="grid" d="M4 120H300M4 14H300"/>
            <path class="band" d=band/>
            <path class="line planned" d=foreseen/>
            <path class="line" d=went/>
            <text x="4" y="136">{format::day(*first)}</text>
            <text x="300" y="136" text-anchor="end">{format::day(until)}</text>
        </svg>
        <p class="sub">{told}</p>
    })
}

/// A fit in words, with its ends where these are apart.
pub(super) fn interval(fit: Fit) -> String {
    let [low, likely, high] = [fit.low, fit.likely, fit.high].map(format::percent);
    if low == high { likely } else { format!("{likely} ({low}–{high})") }
}

/// A line through places; nothing for none.
fn path(points: impl Iterator<Item = String>) -> String {
    let points: Vec<String> = points.collect();
    if points.is_empty() { String::new() } else { ["M", &points.join("L")].concat() }
}
