//! A question of one's own: what is asked, what there is to choose from, and what is right.

use crate::domain::{Level, Note, Question, SkillId};
use crate::state::Monitor;
use crate::ui::components::Field;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// Answers that a question may have.
const ANSWERS: usize = 4;

/// The form; it is empty again when the question was kept.
#[component]
pub(super) fn QuestionForm(
    /// The skill.
    id: StoredValue<SkillId>,
) -> impl IntoView {
    let monitor = Monitor::get();
    let asked = RwSignal::new(String::new());
    let answers: [RwSignal<String>; ANSWERS] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let right: [RwSignal<bool>; ANSWERS] = std::array::from_fn(|_| RwSignal::new(false));
    let level = RwSignal::new(3_u8);
    let wrong = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = Monitor::text(&asked.read_untracked());
        let told = answers
            .iter()
            .zip(right)
            .map(|(answer, right)| (Monitor::text(&answer.read_untracked()), right.get_untracked()));
        let told: Vec<(Box<str>, bool)> = told.filter(|(answer, _)| !answer.is_empty()).collect();
        let right_ones = (0..).zip(&told).filter(|(_, (_, right))| *right).map(|(nth, _): (u8, _)| nth).collect();
        wrong.set(text.is_empty() || told.len() < 2);
        if let (false, Ok(level)) = (wrong.get_untracked(), Level::whole(level.get_untracked())) {
            let kept = told.into_iter().map(|(answer, _)| answer).collect();
            monitor.note(Note::Asked(Question {
                skill: id.get_value(),
                level,
                text,
                answers: kept,
                right: right_ones,
            }));
            answers.iter().chain([&asked]).for_each(|signal| signal.set(String::new()));
            right.iter().for_each(|right| right.set(false));
        }
    };
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    let rows = answers.into_iter().zip(right).zip(1..).map(|((answer, right), nth): (_, usize)| {
        view! {
            <Field label=say!(check.nth, n = nth.to_string()) kind="text" value=answer on_change=settled(answer)/>
            <label class="check">
                <input type="checkbox" prop:checked=right on:change:target=move |event| right.set(event.target().checked())/>
                <span>{say!(check.is_right, n = nth.to_string())}</span>
            </label>
        }
    });
    let rungs = (1..=5).map(|rung: u8| {
        view! { <option value=rung.to_string() selected=rung == 3>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> }
    });
    view! {
        <form class="stack" on:submit=keep>
            <Field label=say!(check.question) kind="text" value=asked on_change=settled(asked)/>
            <div class="fields">{rows.collect_view()}</div>
            <label class="field"><span>{say!(check.level)}</span>
                <select on:change:target=move |event| level.set(event.target().value().parse().unwrap_or(3))>{rungs.collect_view()}</select>
            </label>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(check.wrong))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(check.keep_question)}</button></p>
        </form>
    }
}
