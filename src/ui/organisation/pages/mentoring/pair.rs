//! One pair as one contract: what the mentor teaches, what the mentee gives back, what speaks for it, and the word of both.

use super::super::super::amounts::typed;
use super::super::super::names;
use super::Found;
use super::pairs::person;
use crate::engine::workforce::{PairScore, Teaching};
use crate::state::{Org, Same};
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Hours in a month for each of the two where nothing else is said.
const USUAL_HOURS: u8 = 2;

/// The card of a pair.
#[component]
pub(super) fn PairCard(
    /// What was found.
    found: Found,
    /// Which of the pairs.
    at: usize,
) -> impl IntoView {
    let org = Org::get();
    let pair = found.found.pairs.get(at)?;
    let (mentor, mentee) = (person(&found, pair.mentor), person(&found, pair.mentee));
    let title = say!(mentoring.pair, mentor = mentor.as_str(), mentee = mentee.as_str());
    let forth = say!(mentoring.teaches, one = mentor.as_str(), other = mentee.as_str());
    let back = say!(mentoring.gives_back, one = mentee.as_str(), other = mentor.as_str());
    let returned = if pair.returned.is_empty() {
        view! { <p>{say!(mentoring.nothing_back)}</p> }.into_any()
    } else {
        view! { <p class="sub">{say!(mentoring.reverse)}</p> {skills(org, &found, &pair.returned)} }.into_any()
    };
    Some(view! {
        <section class="card stack" id="pair" tabindex="-1">
            <h2>{title}</h2>
            <div class="columns even">
                <div><h3>{forth}</h3>{skills(org, &found, &pair.taught)}</div>
                <div><h3>{back}</h3>{returned}</div>
            </div>
            <h3>{say!(mentoring.speaks)}</h3>
            {score(&pair.score, pair.back.as_ref(), pair.reciprocity(), f64::from(pair.worth()) / 1_000.0)}
            <Agree found=Same::clone(&found) at/>
        </section>
    })
}

/// What is taught, from which level to which, by somebody at which.
fn skills(org: Org, found: &Found, taught: &[Teaching]) -> impl IntoView + use<> {
    let damping = org.policy.with_untracked(|policy| format::percent(policy.damping));
    let row = |one: &Teaching| {
        let damped = one.is_damped.then(|| view! { <small>{say!(mentoring.damped, share = damping.as_str())}</small> });
        view! {
            <tr>
                <th scope="row">{names::skill(org, &found.of, &one.skill)} " " {damped}</th>
                <td class="n">{say!(activity.step, from = format::level(one.from), to = format::level(one.to))}</td>
                <td class="n">{format::level(one.by)}</td>
                <td class="n">{format::percent(one.weight)}</td>
                <td class="n">{format::fine(one.score)}</td>
            </tr>
        }
    };
    let rows = taught.iter().map(row).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">{say!(moves.skill)}</th><th scope="col" class="n">{say!(mentoring.levels)}</th><th scope="col" class="n">{say!(mentoring.by)}</th><th scope="col" class="n">{say!(mentoring.weight)}</th><th scope="col" class="n">{say!(mentoring.score)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The parts of the score in both directions.
fn score(forth: &PairScore, back: Option<&PairScore>, reciprocity: f64, worth: f64) -> impl IntoView + use<> {
    let back = back.copied();
    let row = |label: String, of: fn(&PairScore) -> f64| {
        let other = back.as_ref().map(|back| format::fine(of(back)));
        view! { <tr><th scope="row">{label}</th><td class="n">{format::fine(of(forth))}</td><td class="n">{other}</td></tr> }
    };
    view! {
        <table>
            <thead><tr><th scope="col">{say!(moves.part)}</th><th scope="col" class="n">{say!(mentoring.forth)}</th><th scope="col" class="n">{say!(mentoring.back)}</th></tr></thead>
            <tbody>
                {row(say!(mentoring.part_teaching), |score| score.teaching)}
                {row(say!(mentoring.part_team), |score| score.other_team)}
                {row(say!(mentoring.part_interest), |score| score.interest)}
                {row(say!(mentoring.part_load), |score| -score.load)}
                {row(say!(moves.total), PairScore::total)}
            </tbody>
        </table>
        <p class="sub">{say!(mentoring.worth_is, reciprocity = format::fine(reciprocity), worth = format::fine(worth))}</p>
    }
}

/// The word of both: until when, and how many hours a month.
#[component]
fn Agree(
    /// What was found.
    found: Found,
    /// Which of the pairs.
    at: usize,
) -> impl IntoView {
    let org = Org::get();
    let until = RwSignal::new(org.usual_end().to_string());
    let hours = RwSignal::new(USUAL_HOURS.to_string());
    let found = StoredValue::new(found);
    let is_agreed = Memo::new(move |_| {
        found.with_value(|found| {
            let pair = found.found.pairs.get(at);
            let id = |at: usize| found.of.people.get(at).map(|person| &person.id);
            let both = pair.and_then(|pair| id(pair.mentor).zip(id(pair.mentee)));
            both.is_some_and(|(mentor, mentee)| org.is_agreed(mentor, mentee))
        })
    });
    let may = Memo::new(move |_| {
        found.with_value(|found| {
            let pair = found.found.pairs.get(at);
            pair.is_some_and(|pair| org.still_holds(found, &[pair.mentor, pair.mentee]))
        })
    });
    let told = move || match (is_agreed.get(), may.get()) {
        (true, _) => Some(say!(mentoring.agreed)),
        (_, true) => None,
        _ => Some(say!(task.changed)),
    };
    let agree = move |_| {
        let until = until.get_untracked().parse::<NaiveDate>().unwrap_or(org.usual_end());
        let hours = typed(&hours.get_untracked()).map_or(USUAL_HOURS, |hours| hours.round() as u8);
        found.with_value(|found| {
            found.found.pairs.get(at).into_iter().for_each(|pair| org.agree(found, pair, until, hours));
        });
    };
    view! {
        <div class="fields">
            <Field label=say!(mentoring.until) kind="date" value=until on_change=Callback::new(move |typed| until.set(typed))/>
            <Field label=say!(mentoring.hours) kind="number" value=hours on_change=Callback::new(move |typed| hours.set(typed))/>
        </div>
        <p class="sub">{say!(mentoring.agree_text)}</p>
        <p class="actions">
            <button disabled=move || is_agreed.get() || !may.get() on:click=agree>{say!(mentoring.agree)}</button>
            <span role="status">{told}</span>
        </p>
    }
}
