//! A short assessment: each skill of the wanted role by the descriptions of its levels, one at a time.

use crate::domain::{Answer, SkillIx};
use crate::engine::Assessment;
use crate::state::{Analysis, App};
use crate::ui::routes::Route;
use crate::ui::widgets::WayMissing;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub(super) fn AssessPage() -> impl IntoView {
    let app = App::get();
    let is_there = Memo::new(move |_| app.analysis.with(Option::is_some));
    move || match is_there.get().then(|| app.analysis.get_untracked()).flatten() {
        Some(analysis) => assess(app, analysis).into_any(),
        None => view! { <WayMissing/> }.into_any(),
    }
}

/// The skills are those of the role when the page was opened, so that an answer does not move the next question.
fn assess(app: App, analysis: Arc<Analysis>) -> impl IntoView {
    let skills: Arc<[SkillIx]> = asked(&analysis).into();
    let n = skills.len();
    let at = RwSignal::new(0_usize);
    let walk = RwSignal::new(begin(&analysis, skills.first().copied()));
    let next = {
        let (analysis, skills) = (Arc::clone(&analysis), Arc::clone(&skills));
        move || {
            at.update(|at| *at += 1);
            walk.set(begin(&analysis, skills.get(at.get_untracked()).copied()));
        }
    };
    let answer = {
        let (analysis, skills, next) = (Arc::clone(&analysis), Arc::clone(&skills), next.clone());
        move |yes: bool| {
            let walked = walk.get_untracked().answered(yes);
            walk.set(walked);
            let skill = skills.get(at.get_untracked()).and_then(|place| analysis.catalog.skill(*place));
            if let (None, Some(skill)) = (walked.asks(), skill) {
                app.rate(skill.id.to_owned(), Some(Answer::At(walked.level())));
                next();
            }
        }
    };
    let (answer, next) = (StoredValue::new_local(answer), StoredValue::new_local(next));
    let asked = Memo::new(move |_| {
        let place = skills.get(at.get()).copied()?;
        let rung = walk.get().asks()?;
        let name = analysis.catalog.skill(place)?.name.get(language()).to_owned();
        Some((name, text::level_sentence(&analysis.catalog, place, rung)))
    });
    let is_open = Memo::new(move |_| asked.with(Option::is_some));
    // The buttons stay, so that whoever answers by keyboard stays on them.
    let question = move || {
        is_open.get().then(|| view! {
            <h2>{move || asked.get().map(|(name, _)| name)}</h2>
            <p class="sub">{say!(assess.ask)}</p>
            <blockquote class="lead">{move || asked.get().map(|(_, sentence)| sentence)}</blockquote>
            <p class="actions">
                <button on:click=move |_| answer.with_value(|answer| answer(true))>{say!(assess.yes)}</button>
                <button class="quiet" on:click=move |_| answer.with_value(|answer| answer(false))>{say!(assess.no)}</button>
                <button class="link" on:click=move |_| next.with_value(|next| next())>{say!(assess.skip)}</button>
            </p>
        })
    };
    let told = move || match at.get() {
        at if at < n => say!(assess.at, nth = (at + 1).to_string(), n = format::number(n as f64)),
        _ => say!(assess.done),
    };
    view! {
        <h1>{say!(assess.title)}</h1>
        <p class="lead">{say!(assess.lead)}</p>
        <section class="card loose" aria-live="polite">
            <p class="sub">{told}</p>
            {question}
            <p><a href=Route::Gap.href()>{say!(assess.gap)}</a></p>
        </section>
    }
}

/// What to ask about: what matters most first, then the rest of what the role asks.
fn asked(analysis: &Analysis) -> Vec<SkillIx> {
    let rest = analysis.gap.items.iter().map(|item| item.skill).filter(|skill| !analysis.questions.contains(skill));
    analysis.questions.iter().copied().chain(rest).collect()
}

fn begin(analysis: &Analysis, skill: Option<SkillIx>) -> Assessment {
    let held = skill.map(|skill| analysis.standing.held(skill).level());
    Assessment::from(held.filter(|level| level.rung() > 0))
}
