//! The passport itself, as it leaves and as it is printed.

use super::skill_record::what;
use crate::domain::Identity;
use crate::engine::Held;
use crate::exchange::passport::{Passport, ShownEvidence, ShownSkill};
use crate::state::{App, PassportDesk};
use crate::ui::charts::LevelBar;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// A clean sheet: who, and what they show. It follows each choice at once.
#[component]
pub(in crate::ui) fn PassportSheet() -> impl IntoView {
    let (app, desk) = (App::get(), PassportDesk::get());
    view! {
        <article class="card passport" aria-label=say!(passport.preview)>
            {move || desk.shown.with(|shown| shown.as_ref().map(|passport| sheet(app, passport)))}
        </article>
    }
}

fn sheet(app: App, passport: &Passport) -> impl IntoView + use<> {
    let title = match &passport.identity {
        Identity::Nobody => say!(passport.sheet),
        Identity::Code(named) | Identity::Name(named) => named.to_string(),
    };
    let is_named = passport.identity != Identity::Nobody;
    let headline =
        (!passport.headline.is_empty()).then(|| view! { <p class="lead">{passport.headline.to_string()}</p> });
    let skills = match passport.skills.is_empty() {
        true => view! { <p>{say!(passport.empty)}</p> }.into_any(),
        false => view! { <ul class="shown">{passport.skills.iter().map(skill).collect_view()}</ul> }.into_any(),
    };
    view! {
        <h2>{title}</h2>
        {is_named.then(|| view! { <p class="over">{say!(passport.sheet)}</p> })}
        {headline}
        {skills}
        <p class="sub">{say!(passport.ladder)} " " {say!(passport.made, day = format::day(app.today))}</p>
    }
}

fn skill(shown: &ShownSkill) -> impl IntoView + use<> {
    let level = shown.level.map(|(level, on)| {
        let (number, name) = (format::level(level), text::level_name(level.nearest()));
        let alt = say!(passport.level_alt, level = number.as_str());
        let words = say!(passport.level_is, level = number.as_str(), name = name, day = format::day(on));
        view! { <div class="level-of"><LevelBar held=Held::Rated(level) alt/> <span>{words}</span></div> }
    });
    let before: Vec<String> = shown
        .history
        .iter()
        .map(|(on, level)| say!(passport.at, level = format::level(*level), day = format::day(*on)))
        .collect();
    let before =
        (!before.is_empty()).then(|| view! { <p class="sub">{say!(passport.before, levels = before.join(", "))}</p> });
    let evidence = (!shown.evidence.is_empty())
        .then(|| view! { <ul class="proofs">{shown.evidence.iter().map(evidence).collect_view()}</ul> });
    view! { <li><h3>{shown.name.to_string()}</h3> {level} {before} {evidence}</li> }
}

fn evidence(shown: &ShownEvidence) -> impl IntoView + use<> {
    let level = shown.level.map(|level| say!(passport.shows, level = format::level(level)));
    let until = shown.expires.map(|day| say!(record.until, day = format::day(day)));
    let facts: Vec<String> =
        [text::evidence_kind(shown.kind), format::day(shown.dated)].into_iter().chain(until).chain(level).collect();
    view! { <li>{what(&shown.what)} " " <small>{facts.join(" · ")}</small></li> }
}
