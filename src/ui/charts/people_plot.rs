//! Broad or deep: everybody, and perhaps one person among them.

use super::scale::Scale;
use crate::engine::Shape;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Into how many places each side is divided: whoever falls into one is drawn as one dot.
const PLACES: f64 = 24.0;

/// A dot for all who are alike, the larger the more of them; nobody is named. Broad is to the right, deep to the top.
#[component]
pub(in crate::ui) fn PeoplePlot(
    /// Everybody's shape.
    people: Vec<Shape>,
    /// The one that is marked, by name.
    own: Option<(String, Shape)>,
) -> impl IntoView {
    let widest = people.iter().map(|shape| shape.versatility).fold(2.0, f64::max);
    let x = Scale::new([1.0, widest], [34.0, 308.0]);
    let y = Scale::new([0.0, 5.0], [150.0, 12.0]);
    let mut dots: BTreeMap<[u32; 2], u32> = BTreeMap::new();
    for shape in &people {
        let broad = (shape.versatility - 1.0) / (widest - 1.0);
        let place = [broad, shape.specialisation / 5.0].map(|share| (share * PLACES).round() as u32);
        *dots.entry(place).or_default() += 1;
    }
    let most = f64::from(dots.values().copied().max().unwrap_or(1)).sqrt();
    let dots = dots.into_iter().map(|([broad, deep], n)| {
        let cx = x.at(1.0 + f64::from(broad) / PLACES * (widest - 1.0));
        let cy = y.at(f64::from(deep) / PLACES * 5.0);
        let r = 2.0 + 4.0 * f64::from(n).sqrt() / most;
        view! { <circle class="dot" cx=cx cy=cy r=r><title>{say!(judged.plot_dot, n = format::number(f64::from(n)))}</title></circle> }
    });
    let mean = |of: fn(&Shape) -> f64| people.iter().map(of).sum::<f64>() / people.len().max(1) as f64;
    let alt = say!(
        judged.plot_alt,
        n = format::number(people.len() as f64),
        broad = format::decimal(mean(|shape| shape.versatility)),
        deep = format::decimal(mean(|shape| shape.specialisation))
    );
    let own = own.map(|(name, shape)| {
        let (cx, cy) = (x.at(shape.versatility), y.at(shape.specialisation));
        view! {
            <circle class="own" cx=cx cy=cy r="6"/>
            <text x=cx.clamp(70.0, 270.0) y=(cy - 11.0).max(11.0) text-anchor="middle" class="end">{name}</text>
        }
    });
    view! {
        <svg class="shape" viewBox="0 0 320 182" role="img" aria-label=alt>
            <path class="grid" d="M34 12V150H308"/>
            {dots.collect_view()}
            {own}
            <text x="308" y="172" text-anchor="end">{say!(explore.broad)}</text>
            <text x="4" y="172">{say!(explore.deep)}</text>
        </svg>
        {table(&people)}
    }
}

/// The same in numbers: how many stand on which rung of depth, and how broad they are on average.
fn table(people: &[Shape]) -> impl IntoView + use<> {
    let rows = (0..=5_u8).rev().filter_map(|rung| {
        let on = people.iter().filter(|shape| shape.specialisation.floor() as u8 == rung).map(|shape| shape.versatility);
        let broad: Vec<f64> = on.collect();
        let n = broad.len() as f64;
        let mean = format::decimal(broad.iter().sum::<f64>() / n.max(1.0));
        (n > 0.0).then(|| {
            let name = [rung.to_string(), text::level_name(rung)].join(" ");
            view! { <tr><th scope="row">{name}</th><td class="n">{format::number(n)}</td><td class="n">{mean}</td></tr> }
        })
    });
    view! {
        <table>
            <thead><tr><th scope="col">{say!(judged.depth)}</th><th scope="col" class="n">{say!(org_nav.people)}</th><th scope="col" class="n">{say!(judged.mean_broad)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
