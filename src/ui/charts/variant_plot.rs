//! Plans beside each other: how soon, for how many hours a week, for how much money.

use super::scale::Scale;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// A point for each plan: soon to the left, many hours a week to the top, the larger the dearer. The table of the same card holds
/// the same in words.
#[component]
pub(in crate::ui) fn VariantPlot(
    /// Name, last day, hours a week and euros.
    points: Vec<(String, Option<NaiveDate>, u8, u32)>,
) -> impl IntoView {
    let days: Vec<NaiveDate> = points.iter().filter_map(|point| point.1).collect();
    let (first, last) = (days.iter().min().copied()?, days.iter().max().copied()?);
    let hours = points.iter().map(|point| f64::from(point.2));
    let (most, dearest) = (hours.fold(1.0, f64::max), points.iter().map(|point| point.3).max()?.max(1));
    let x = Scale::new([0.0, (last - first).num_days() as f64], [60.0, 470.0]);
    let y = Scale::new([0.0, most], [120.0, 24.0]);
    let size = Scale::new([0.0, f64::from(dearest)], [6.0, 12.0]);
    let dots = points.iter().enumerate().filter_map(|(at, (name, day, hours, euros))| {
        let (cx, cy) = (x.at((day.as_ref()?.to_owned() - first).num_days() as f64), y.at(f64::from(*hours)));
        let class = if at == 0 { "own" } else { "dot" };
        let anchor = if cx > 380.0 { "end" } else { "start" };
        let dx = if cx > 380.0 { -16.0 } else { 16.0 };
        Some(view! {
            <circle class=class cx=cx cy=cy r=size.at(f64::from(*euros))/>
            <text x=cx + dx y=cy + 4.0 text-anchor=anchor class="end">{name.to_owned()}</text>
        })
    });
    let dots = dots.collect_view();
    Some(view! {
        <svg class="shape" viewBox="0 0 540 150" role="img" aria-label=say!(variant.alt)>
            <path class="grid" d="M40 12V130H520"/>
            {dots}
            <text x="40" y="146">{format::month(first)}</text>
            <text x="520" y="146" text-anchor="end">{format::month(last)}</text>
            <text x="4" y="24">{format::hours(most)}</text>
        </svg>
    })
}
