//! One level, alone or against what is asked: a bar with a tick.

use super::scale::Scale;
use crate::domain::Level;
use crate::engine::Held;
use leptos::prelude::*;

const WIDTH: f64 = 190.0;

/// A bar from 0 to 5: solid where it is rated, dashed where it is assumed, and a tick at what is asked, if anything is.
#[component]
pub(in crate::ui) fn LevelBar(
    /// What is known of the level.
    held: Held,
    /// The level asked for.
    #[prop(optional)]
    asked: Option<Level>,
    /// Whether a neighbour helps.
    #[prop(optional)]
    bridged: bool,
    /// The same in words.
    alt: String,
) -> impl IntoView {
    let scale = Scale::new([0.0, Level::TOP.value()], [0.0, WIDTH]);
    let you = scale.at(held.level().value());
    let tick = asked.map(|asked| scale.at(asked.value()).clamp(1.0, WIDTH - 1.0));
    let rung = held.level().nearest();
    let class = match held {
        Held::Rated(_) => format!("you l{rung}"),
        _ => "you assumed".to_owned(),
    };
    view! {
        <svg class="level-bar" viewBox="0 0 190 18" role="img" aria-label=alt>
            <rect class="track" y="5" width="190" height="8" rx="4"/>
            <rect class=class x="0.75" y="5" width=(you - 1.5).max(0.0) height="8" rx="4"/>
            {tick.filter(|_| bridged).map(|tick| view! { <rect class="bridge" x=you + 1.0 y="5.5" width=((tick - you) * 0.5).max(0.0) height="7" rx="2"/> })}
            {tick.map(|tick| view! { <path class="tick" d=format!("M{tick} 1v16")/> })}
        </svg>
    }
}
