//! Which roles are to be seen.

use crate::catalog::Catalog;
use crate::domain::{Verdict, sorted};
use crate::state::Filter;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// The choices of hours.
const HOURS: [u32; 5] = [100, 300, 600, 1_000, 2_000];
const VERDICTS: [Verdict; 3] = [Verdict::UpskillMove, Verdict::Reskill, Verdict::LongReskill];

/// The filters of *Explore*, as native fields.
#[component]
pub(in crate::ui) fn ExploreFilter(
    /// The catalogue whose families are offered.
    catalog: std::sync::Arc<Catalog>,
    /// What is chosen.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let families = catalog.families.iter().enumerate().map(|(at, family)| (at, family.name.get(language()).to_owned()));
    let families = sorted(families, |a, b| a.1.cmp(&b.1));
    let chosen = filter.get_untracked();
    let has_zones = catalog.roles.iter().any(|role| role.zone.is_some());
    let has_marks = catalog.roles.iter().any(|role| role.tasks.iter().any(|task| task.marks.is_some()));
    let verdicts = VERDICTS.into_iter().enumerate().map(|(at, verdict)| (at, text::verdict(verdict).0));
    let verdict_at = VERDICTS.into_iter().position(|verdict| Some(verdict) == chosen.verdict);
    let hours =
        HOURS.into_iter().map(|hours| (hours as usize, say!(explore.up_to, hours = format::hours(f64::from(hours)))));
    let zones = (1..5).map(|zone| (zone, say!(explore.zone_up_to, zone = zone.to_string())));
    view! {
        <form class="filters" aria-label=say!(explore.filters) on:submit=|event: leptos::ev::SubmitEvent| event.prevent_default()>
            {choice(say!(explore.family), families, chosen.family.map(usize::from), move |at| filter.update(|filter| filter.family = at.map(|at| at as u16)))}
            {choice(say!(explore.verdict), verdicts.collect(), verdict_at, move |at| filter.update(|filter| filter.verdict = at.and_then(|at| VERDICTS.get(at).copied())))}
            {choice(say!(explore.most_hours), hours.collect(), chosen.hours.map(|hours| hours as usize), move |hours| filter.update(|filter| filter.hours = hours.map(|hours| hours as u32)))}
            {has_zones.then(|| choice(say!(explore.zone), zones.collect(), chosen.zone.map(usize::from), move |zone| filter.update(|filter| filter.zone = zone.map(|zone| zone as u8))))}
            {has_marks.then(|| view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=chosen.safer on:change:target=move |event| filter.update(|filter| filter.safer = event.target().checked())/>
                    " " {say!(explore.safer)}
                </label>
            })}
        </form>
    }
}

/// One choice; the first option is any.
fn choice(
    label: String,
    options: Vec<(usize, String)>,
    chosen: Option<usize>,
    choose: impl Fn(Option<usize>) + 'static,
) -> impl IntoView {
    let option = |(value, words): (usize, String)| {
        view! { <option value=value.to_string() prop:selected=chosen == Some(value)>{words}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change:target=move |event| choose(event.target().value().parse().ok())>
                <option value="">{say!(explore.any)}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
