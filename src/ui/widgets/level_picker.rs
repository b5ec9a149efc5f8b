//! Says where one is in a skill: native radios, with the sentence of the level that is looked at.

use crate::domain::{Answer, Level, SkillIx};
use crate::engine::Held;
use crate::state::{Analysis, App};
use crate::ui::words::say;
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

/// One skill, its levels, and the answer.
#[component]
pub(in crate::ui) fn LevelPicker(
    /// The way that the skill is asked on.
    analysis: Arc<Analysis>,
    /// The skill.
    skill: SkillIx,
) -> impl IntoView {
    let app = App::get();
    let catalog = Arc::clone(&analysis.catalog);
    let id = StoredValue::new(catalog.skill(skill)?.id.clone());
    let asked = analysis.gap.items.iter().find(|item| item.skill == skill).map(|item| item.asked);
    let assumed = match analysis.standing.held(skill) {
        Held::Assumed(level) => Some(level),
        _ => None,
    };
    let name = text::skill(&catalog, skill);
    let about = catalog.skill(skill).map(|skill| skill.about.get(crate::ui::words::language()).to_owned());
    let answer = Memo::new(move |_| id.with_value(|id| app.workspace.read().answer(id)));
    let looked_at = RwSignal::new(None::<Option<u8>>);
    let sentence = move || {
        let choice = looked_at.get().or_else(|| {
            answer.get().map(|answer| match answer {
                Answer::At(level) => Some(level.nearest()),
                Answer::NotApplicable => None,
            })
        });
        match (choice, assumed) {
            (Some(Some(0)), _) => say!(level.d0),
            (Some(Some(rung)), _) => [text::level_name(rung), text::level_sentence(&catalog, skill, rung)].join(": "),
            (Some(None), _) => say!(level.na_text),
            (None, Some(level)) => say!(level.assumed, level = format::level(level)),
            (None, None) => say!(level.unrated),
        }
    };
    let radios = CHOICES.map(|choice| {
        let word = answer_of(choice);
        let label = choice.map_or_else(|| say!(level.not_applicable), |rung| rung.to_string());
        let spoken = choice.map_or_else(|| say!(level.not_applicable), |rung| [rung.to_string(), text::level_name(rung)].join(", "));
        let class = choice.map_or_else(|| "level na".to_owned(), |rung| ["level l", &rung.to_string()].concat());
        view! {
            <label class=class on:mouseenter=move |_| looked_at.set(Some(choice)) on:mouseleave=move |_| looked_at.set(None)>
                <input
                    type="radio"
                    name=id.with_value(|id| id.to_string())
                    aria-label=spoken
                    prop:checked=move || answer.get() == Some(word)
                    on:change=move |_| { looked_at.set(None); app.rate(id.get_value(), Some(word)); }
                />
                <span aria-hidden="true">{label}</span>
            </label>
        }
    });
    Some(view! {
        <fieldset class="rate" class:rated=move || answer.get().is_some()>
            <legend>{name}</legend>
            <p class="about">{about}</p>
            <div class="levels">{radios.collect_view()}</div>
            <p class="sentence" role="status">{sentence}</p>
            <p class="foot">
                {asked.map(|asked| say!(level.asked, level = format::level(asked)))}
                <button class="link" on:click=move |_| app.rate(id.get_value(), None) hidden=move || answer.get().is_none()>{say!(level.clear)}</button>
            </p>
        </fieldset>
    })
}
