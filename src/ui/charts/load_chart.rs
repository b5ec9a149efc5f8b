//! Hours taken in each week, against the hours there are.

use super::scale::Scale;
use crate::engine::Plan;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// A bar for each week under the line of what there is. Long plans take the mean of a few weeks for each bar.
#[component]
pub(in crate::ui) fn LoadChart(
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let every = plan.load.len().div_ceil(BARS).max(1);
    let mean = |weeks: &[u16]| weeks.iter().map(|hours| f64::from(*hours)).sum::<f64>() / weeks.len().max(1) as f64;
    let most = plan.room.iter().copied().max().unwrap_or(1).max(1);
    let n = plan.load.len().div_ceil(every).max(1);
    let x = Scale::new([0.0, n as f64], [30.0, 316.0]);
    let y = Scale::new([0.0, f64::from(most)], [80.0, 10.0]);
    let width = (x.at(1.0) - x.at(0.0) - 1.0).max(1.0);
    let bars = plan.load.chunks(every).enumerate().map(|(at, weeks)| {
        let top = y.at(mean(weeks));
        view! { <rect class="part" x=x.at(at as f64) y=top width=width height=80.0 - top/> }
    });
    let mut line = String::new();
    for (at, weeks) in plan.room.chunks(every).enumerate() {
        let mark = if at == 0 { "M" } else { "L" };
        line += &format!("{mark}{} {}H{}", x.at(at as f64), y.at(mean(weeks)), x.at(at as f64 + 1.0));
    }
    let total = f64::from(plan.hours());
    let alt = say!(
        load.alt,
        n = plan.load.len().to_string(),
        hours = format::hours(total),
        most = format::hours(f64::from(most))
    );
    view! {
        <svg class="load" viewBox="0 0 320 96" role="img" aria-label=alt>
            {bars.collect_view()}
            <path class="line" d=line/>
            <text x="0" y="16">{format::hours(f64::from(most))}</text>
            <text x="30" y="94">{format::month(plan.first_monday)}</text>
            <text x="316" y="94" text-anchor="end">{plan.ends().map(format::month)}</text>
        </svg>
    }
}

/// The most bars.
const BARS: usize = 80;
