//! Questions on a skill, answered here and scored here, and the level that the answers show.

use crate::domain::{Evidence, EvidenceKind, Level, Note, SkillId};
use crate::engine::Asked;
use crate::state::{App, Monitor, SkillLook};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One question after the other, as they were written, and what they show.
#[component]
pub(super) fn KnowledgeCheck(
    /// The skill.
    id: StoredValue<SkillId>,
    /// What is known of it.
    look: Memo<Option<SkillLook>>,
) -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    // A question never changes; only what became of it does.
    let places = Memo::new(move |_| {
        let look = look.read();
        look.iter().flat_map(|look| &look.asked).map(|asked| asked.at).collect::<Vec<usize>>()
    });
    let asked = move |at: usize| {
        let look = look.read();
        look.iter().flat_map(|look| &look.asked).find(|asked| asked.at == at).map(ToOwned::to_owned)
    };
    let question = move |at: usize| {
        let right = Memo::new(move |_| asked(at).and_then(|asked| asked.is_right));
        untrack(|| asked(at)).map(|asked| question(monitor, asked, right))
    };
    let known = Memo::new(move |_| look.read().as_ref().and_then(|look| look.known));
    let keep = move |level: Level| {
        let what = say!(check.evidence).into();
        let shown = Evidence {
            skill: id.get_value(),
            kind: EvidenceKind::Test,
            what,
            dated: app.today,
            expires: None,
            level: Some(level),
        };
        monitor.note(Note::Shown(shown));
    };
    let shown =
        move || {
            known.get().map(|level| view! {
            <p>{say!(check.shows, level = format::level(level))}</p>
            <p class="actions"><button class="quiet" on:click=move |_| keep(level)>{say!(check.keep)}</button></p>
        })
        };
    view! {
        <p class="sub">{say!(check.lead)}</p>
        <For each=move || places.get() key=|at| *at let(at)>{question(at)}</For>
        <div aria-live="polite">{shown}</div>
    }
}

fn question(monitor: Monitor, asked: Asked, right: Memo<Option<bool>>) -> impl IntoView {
    let (at, question) = (asked.at, asked.question);
    let chosen = RwSignal::new(BTreeSet::<u8>::new());
    let choose = move |nth: u8, is_on: bool| {
        chosen.update(|chosen| {
            if is_on {
                chosen.insert(nth)
            } else {
                chosen.remove(&nth)
            };
        });
    };
    let answers = question.answers.iter().zip(0..).map(|(answer, nth): (_, u8)| {
        view! {
            <label class="check">
                <input type="checkbox" on:change:target=move |event| choose(nth, event.target().checked())/>
                <span>{answer.to_string()}</span>
            </label>
        }
    });
    let told = move || match right.get() {
        None => String::new(),
        Some(true) => say!(check.right),
        Some(false) => say!(check.not_right),
    };
    view! {
        <fieldset class="question">
            <legend>{question.text.to_string()} <small>{say!(catalogue.at_level, level = format::level(question.level))}</small></legend>
            {answers.collect_view()}
            <p class="actions">
                <button class="quiet" on:click=move |_| monitor.note(Note::Answered(at, chosen.get_untracked()))>{say!(check.answer)}</button>
                <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(record.withdraw)}</button>
                <span role="status">{told}</span>
            </p>
        </fieldset>
    }
}
