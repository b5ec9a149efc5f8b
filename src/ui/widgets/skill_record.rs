//! What is known of one skill of the person: the estimate and who says what, what shows it, how fresh it is.

use super::evidence_form::EvidenceForm;
use super::knowledge_check::KnowledgeCheck;
use super::opinion_form::OpinionForm;
use super::question_form::QuestionForm;
use crate::catalog::Catalog;
use crate::domain::{Note, Rater, SafeUrl, SkillId};
use crate::engine::Opinion;
use crate::state::{Monitor, SkillLook};
use crate::ui::components::{Message, Tone};
use crate::ui::routes::Route;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// All of it, with the forms for more.
#[component]
pub(in crate::ui) fn SkillRecord(
    /// The catalogue that has the skill.
    catalog: Arc<Catalog>,
    /// The skill.
    id: SkillId,
) -> impl IntoView {
    let monitor = Monitor::get();
    let id = StoredValue::new(id);
    let known = {
        let catalog = Arc::clone(&catalog);
        Memo::new(move |_| id.with_value(|id| monitor.skill(&catalog, id)))
    };
    let seen = move || known.get().map(|look| seen(monitor, &catalog, id, &look));
    view! {
        {seen}
        <details><summary>{say!(record.add_evidence)}</summary><EvidenceForm id/></details>
        <details><summary>{say!(record.add_opinion)}</summary><OpinionForm id/></details>
        <details><summary>{say!(check.title)}</summary><KnowledgeCheck id look=known/></details>
        <details><summary>{say!(check.add)}</summary><QuestionForm id/></details>
    }
}

fn seen(monitor: Monitor, catalog: &Catalog, id: StoredValue<SkillId>, look: &SkillLook) -> impl IntoView + use<> {
    let estimate = look.estimate.filter(|_| look.opinions.len() > 1).map(|found| {
        let words = say!(record.estimate, level = format::fine(found.level), band = format::fine(found.band));
        view! { <p>{words} " " <a href=Route::Method(Some("monitor")).href()>{say!(fig.more)}</a></p> }
    });
    let opinions = look.opinions.iter().map(|opinion| view! { <li>{who(opinion)} <small>{says(opinion)}</small></li> });
    let opinions = match look.opinions.is_empty() {
        true => view! { <p>{say!(record.none)}</p> }.into_any(),
        false => view! { <ul class="tasks">{opinions.collect_view()}</ul> }.into_any(),
    };
    let apart = look.disagree.then(|| apart(catalog, id, look));
    let evidence = look.evidence.iter().map(|(at, shown)| {
        let at = *at;
        let held = shown.expires.map(|day| say!(record.until, day = format::day(day)));
        let level = shown.level.map(|level| say!(catalogue.at_level, level = format::level(level)));
        let facts: Vec<String> =
            [text::evidence_kind(shown.kind), format::day(shown.dated)].into_iter().chain(level).chain(held).collect();
        view! {
            <li>
                <span>{what(&shown.what)}</span><small>{facts.join(" · ")}</small>
                <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(record.withdraw)}</button>
            </li>
        }
    });
    let evidence = (!look.evidence.is_empty())
        .then(|| view! { <h3>{say!(record.evidence)}</h3><ul class="done">{evidence.collect_view()}</ul> });
    let said = look.said.iter().map(|(at, day, said)| {
        let at = *at;
        let words = [&said.who, &said.words].into_iter().filter(|words| !words.is_empty());
        let words = words.map(ToString::to_string).collect::<Vec<_>>().join(": ");
        view! {
            <li>
                <span>{words}</span><small>{text::rater(said.by)} " · " {say!(catalogue.at_level, level = format::level(said.level))} " · " {format::day(*day)}</small>
                <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(record.withdraw)}</button>
            </li>
        }
    });
    let said = (!look.said.is_empty())
        .then(|| view! { <h3>{say!(record.said)}</h3><ul class="done">{said.collect_view()}</ul> });
    let fresh = look.recheck.map(|check| {
        let share = format::percent(check.freshness);
        let words = say!(record.fresh, share = share, last = format::day(check.last), due = format::day(check.due));
        view! {
            <p>{words}</p>
            <p class="actions">
                <button class="quiet" on:click=move |_| monitor.note(Note::Used(id.get_value()))>{say!(record.used)}</button>
                <button class="quiet" on:click=move |_| monitor.note(Note::Confirmed(id.get_value()))>{say!(record.confirm)}</button>
            </p>
        }
    });
    view! { {estimate} {opinions} {apart} {evidence} {said} {fresh} }
}

/// A text, or the link that it is as a whole.
pub(super) fn what(text: &str) -> AnyView {
    let text = text.to_owned();
    match SafeUrl::of(&text) {
        Some(url) => {
            view! { <a href=url.to_string() target="_blank" rel="external noopener noreferrer">{text}</a> }.into_any()
        }
        None => text.into_any(),
    }
}

fn who(opinion: &Opinion) -> String {
    match (opinion.by, opinion.who.is_empty()) {
        (Rater::Own, _) | (_, true) => text::rater(opinion.by),
        (Rater::Evidence, false) => opinion.who.to_string(),
        (by, false) => [opinion.who.to_string(), text::rater(by)].join(", "),
    }
}

fn says(opinion: &Opinion) -> String {
    [say!(catalogue.at_level, level = format::level(opinion.level)), format::day(opinion.on)].join(" · ")
}

/// The two descriptions that are furthest apart, side by side.
fn apart(catalog: &Catalog, id: StoredValue<SkillId>, look: &SkillLook) -> Option<impl IntoView + use<>> {
    let place = id.with_value(|id| catalog.find_skill(id))?;
    let low = look.opinions.iter().min_by_key(|opinion| opinion.level)?;
    let high = look.opinions.iter().max_by_key(|opinion| opinion.level)?;
    let side = |opinion: &Opinion| {
        let rung = opinion.level.nearest();
        view! { <div><strong>{who(opinion)} " · " {text::level_name(rung)}</strong><p>{text::level_sentence(catalog, place, rung)}</p></div> }
    };
    Some(view! {
        <Message tone=Tone::Notice title=say!(record.apart) text=say!(record.apart_text)/>
        <div class="pair">{side(low)} {side(high)}</div>
    })
}
