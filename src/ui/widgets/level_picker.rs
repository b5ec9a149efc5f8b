//! Says where one is in a skill: native radios, each beside the sentence of its level.

use crate::domain::{Answer, Level, SkillIx};
use crate::engine::Held;
use crate::state::{Analysis, App};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// What each radio stands for.
const CHOICES: [Option<u8>; 7] = [Some(0), Some(1), Some(2), Some(3), Some(4), Some(5), None];

fn answer_of(choice: Option<u8>) -> Answer {
    match choice.map(Level::whole) {
        Some(Ok(level)) => Answer::At(level),
        _ => Answer::NotApplicable,
    }
}

/// One skill, its levels, and the answer. What the role asks is not told here: it would pull the answer towards itself.
#[component]
pub(in crate::ui) fn LevelPicker(
    /// The way that the skill is asked on.
    analysis: Arc<Analysis>,
    /// The skill.
    skill: SkillIx,
) -> impl IntoView {
    let app = App::get();
    let catalog = &analysis.catalog;
    let found = catalog.skill(skill)?;
    let id = StoredValue::new(found.id.clone());
    let assumed = match analysis.standing.held(skill) {
        Held::Assumed(level) => Some(level),
        _ => None,
    };
    let said = app.workspace.with_untracked(|kept| kept.mentions.get(&found.id).map(ToString::to_string));
    let answer = Memo::new(move |_| id.with_value(|id| app.workspace.read().answer(id)));
    let is_open = move || answer.get().is_none();
    let unrated =
        assumed.map_or_else(|| say!(level.unrated), |level| say!(level.assumed, level = format::level(level)));
    let radios = CHOICES.map(|choice| {
        let word = answer_of(choice);
        let (rung, name, sentence) = match choice {
            Some(rung) => (rung.to_string(), text::level_name(rung), text::level_sentence(catalog, skill, rung)),
            None => ("–".into(), say!(level.not_applicable), say!(level.na_text)),
        };
        let class = choice.map_or_else(|| "level na".to_owned(), |rung| ["level l", &rung.to_string()].concat());
        let is_assumed = choice.is_some() && choice == assumed.map(Level::nearest);
        view! {
            <label class=class class:assumed=move || is_assumed && is_open()>
                <input
                    type="radio"
                    name=id.with_value(|id| id.to_string())
                    prop:checked=move || answer.get() == Some(word)
                    on:change=move |_| app.rate(id.get_value(), Some(word))
                />
                <span class="rung">{rung}</span>
                <span><strong>{name}</strong> " " {sentence}</span>
            </label>
        }
    });
    Some(view! {
        <fieldset class="rate">
            <legend>{found.name.get(language()).to_owned()}</legend>
            <p class="about">{found.about.get(language()).to_owned()}</p>
            {said.map(|words| view! { <p class="said"><small>{say!(level.said)}</small> <q>{words}</q></p> })}
            <div class="levels">{radios.collect_view()}</div>
            <p class="foot">
                <span hidden=move || !is_open()>{unrated}</span>
                <button class="link" on:click=move |_| app.rate(id.get_value(), None) hidden=is_open>{say!(level.clear)}</button>
            </p>
        </fieldset>
    })
}
