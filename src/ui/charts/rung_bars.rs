//! How many people stand on each rung of a skill.

use super::scale::Scale;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// A bar for each rung from 0 to 5, with its number. The table beside it says the same.
#[component]
pub(in crate::ui) fn RungBars(
    /// The skill's name.
    skill: String,
    /// People by rung.
    rungs: [u32; 6],
) -> impl IntoView {
    let most = rungs.into_iter().max().unwrap_or_default().max(1);
    let high = Scale::new([0.0, f64::from(most)], [0.0, 84.0]);
    let bars = rungs.into_iter().zip(0_u8..).map(|(n, rung)| {
        let (x, height) = (8.0 + f64::from(rung) * 50.0, high.at(f64::from(n)));
        let class = ["rung-bar r", &rung.to_string()].concat();
        view! {
            <rect class=class x=x y=104.0 - height width="40" height=height rx="2"/>
            <text x=x + 20.0 y=99.0 - height text-anchor="middle" class="end">{format::number(f64::from(n))}</text>
            <text x=x + 20.0 y="119" text-anchor="middle">{rung.to_string()}</text>
        }
    });
    view! {
        <svg class="shape" viewBox="0 0 320 124" role="img" aria-label=say!(talent.rungs_alt, skill = skill.as_str())>
            <path class="grid" d="M4 104H312"/>
            {bars.collect_view()}
        </svg>
    }
}
