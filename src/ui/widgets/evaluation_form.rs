//! Kirkpatrick's levels of a finished activity: liked, used, and what it cost and brought. What was learnt is read from the levels.

use super::finished_list::used;
use crate::domain::{Evaluation, Note, Usage};
use crate::engine::Finished;
use crate::state::Monitor;
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;

/// The form, with what was said before.
#[component]
pub(super) fn EvaluationForm(
    /// The activity.
    finished: Finished,
) -> impl IntoView {
    let monitor = Monitor::get();
    let activity = finished.id;
    let said = finished.evaluation.unwrap_or(Evaluation {
        activity,
        liked: 3,
        used: Usage::default(),
        cost: 0,
        benefit: None,
    });
    let euros = |euros: Option<u32>| RwSignal::new(euros.map_or_else(String::new, |euros| euros.to_string()));
    let (cost, benefit) = (euros(Some(said.cost)), euros(said.benefit));
    let (liked, usage) = (RwSignal::new(said.liked), RwSignal::new(said.used));
    let said = StoredValue::new(said);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let figure = |typed: &RwSignal<String>| typed.read_untracked().trim().parse::<u32>().ok();
        let (liked, used) = (liked.get_untracked(), usage.get_untracked());
        let (cost, benefit) = (figure(&cost).unwrap_or(0), figure(&benefit));
        monitor.note(Note::Evaluated(Evaluation { liked, used, cost, benefit, ..said.get_value() }));
    };
    let name = said.with_value(|said| ["liked-", said.activity.as_str()].concat());
    let stars = (1..=5).map(|stars: u8| {
        view! {
            <label class="choice">
                <input type="radio" name=name.to_owned() prop:checked=move || liked.get() == stars on:change=move |_| liked.set(stars)/>
                {stars.to_string()}
            </label>
        }
    });
    let options = Usage::ALL.map(|answer| {
        view! { <option value=answer.word() prop:selected=move || usage.get() == answer>{used(answer)}</option> }
    });
    let choose =
        move |word: String| usage.set(Usage::ALL.into_iter().find(|answer| answer.word() == word).unwrap_or_default());
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    view! {
        <form class="stack" on:submit=keep>
            <fieldset class="choices"><legend>{say!(finished.how)}</legend>{stars.collect_view()}</fieldset>
            <div class="fields">
                <label class="field"><span>{say!(finished.usage)}</span>
                    <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
                </label>
                <Field label=say!(finished.cost) kind="number" value=cost on_change=settled(cost)/>
                <Field label=say!(finished.benefit) kind="number" value=benefit on_change=settled(benefit)/>
            </div>
            <p class="actions"><button type="submit" class="quiet">{say!(finished.keep)}</button></p>
        </form>
    }
}
