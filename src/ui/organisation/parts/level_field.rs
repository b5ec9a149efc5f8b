//! A level of a skill, or none.

use crate::domain::Level;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// A labelled choice among the rungs and *not rated*.
#[component]
pub(in crate::ui::organisation) fn LevelField(
    /// What the skill is called.
    #[prop(into)]
    name: Signal<String>,
    /// The level that it shows.
    #[prop(into)]
    level: Signal<Option<Level>>,
    /// What was chosen.
    on_change: Callback<Option<Level>>,
) -> impl IntoView {
    let choose = move |typed: String| on_change.run(typed.parse().ok().and_then(|rung| Level::whole(rung).ok()));
    // The attribute alone says nothing to a choice that somebody has made: after Undo it stood there still.
    let options = (0..=5).map(|rung: u8| {
        let is_chosen = move || level.get().is_some_and(|level| level.nearest() == rung);
        view! { <option value=rung.to_string() prop:selected=is_chosen>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> }
    });
    view! {
        <label class="field"><span>{name}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || level.get().is_none()>{say!(people.unrated)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}
