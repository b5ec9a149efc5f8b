//! Broad or deep: a person among the roles in sight.

use super::scale::Scale;
use crate::engine::Shape;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// A dot for each role by its name, and a larger one for the person: broad to the right, deep to the top.
#[component]
pub(in crate::ui) fn ShapePlot(
    /// The person's own.
    own: Shape,
    /// The roles'.
    roles: Vec<(String, Shape)>,
) -> impl IntoView {
    let widest = roles.iter().map(|(_, shape)| shape.versatility).fold(own.versatility, f64::max);
    let x = Scale::new([1.0, widest.max(2.0)], [34.0, 308.0]);
    let y = Scale::new([0.0, 5.0], [150.0, 12.0]);
    let dots = roles.into_iter().map(|(name, shape)| {
        let (cx, cy) = (x.at(shape.versatility), y.at(shape.specialisation));
        view! { <circle class="dot" cx=cx cy=cy r="4"><title>{text::capitalised(&name)}</title></circle> }
    });
    let (cx, cy) = (x.at(own.versatility), y.at(own.specialisation));
    let label_x = cx.clamp(60.0, 280.0);
    let alt =
        say!(explore.shape_alt, broad = format::decimal(own.versatility), deep = format::decimal(own.specialisation));
    view! {
        <svg class="shape" viewBox="0 0 320 182" role="img" aria-label=alt>
            <path class="grid" d="M34 12V150H308"/>
            {dots.collect_view()}
            <circle class="own" cx=cx cy=cy r="7"/>
            <text x=label_x y=cy - 12.0 text-anchor="middle" class="end">{say!(explore.you)}</text>
            <text x="308" y="172" text-anchor="end">{say!(explore.broad)}</text>
            <text x="4" y="172">{say!(explore.deep)}</text>
        </svg>
    }
}
