//! One move: what it is called, what it costs part by part, what has to be learnt, and what hiring would cost instead.

use super::super::super::amounts::euros;
use super::super::super::names;
use super::Found;
use super::list::{person, position};
use crate::engine::workforce::{BuildOrBuy, Fare, Move, PricePart};
use crate::state::{Org, Same};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// The card of a move.
#[component]
pub(super) fn MoveCard(
    /// What was found.
    found: Found,
    /// Which of the moves.
    at: usize,
) -> impl IntoView {
    let org = Org::get();
    let moved = found.found.moves.get(at)?;
    let title = say!(
        moves.one,
        name = person(&found, moved.person),
        from = position(org, &found, moved.from),
        to = position(org, &found, Some(moved.to))
    );
    let verdict = org.verdict_of(&found, moved).map(|verdict| {
        let (name, sentence) = text::verdict(verdict);
        view! { <p><strong>{name}</strong> " · " {sentence}</p> }
    });
    let ids = StoredValue::new(
        found
            .of
            .people
            .get(moved.person)
            .zip(found.of.positions.get(moved.to))
            .map(|(person, position)| (person.id.clone(), position.id.clone())),
    );
    let is_taken =
        Memo::new(move |_| ids.with_value(|ids| ids.as_ref().is_some_and(|(who, what)| org.holds(who, what))));
    let shared = Same::clone(&found);
    let may = Memo::new(move |_| shared.found.moves.get(at).is_some_and(|moved| org.can_take(&shared, moved)));
    let told = move || match (is_taken.get(), may.get()) {
        (true, _) => Some(say!(moves.taken)),
        (_, true) => None,
        _ => Some(say!(task.changed)),
    };
    let take = move |_| ids.with_value(|ids| ids.iter().for_each(|(who, what)| org.place(who, what)));
    Some(view! {
        <section class="card stack" id="move" tabindex="-1">
            <h2>{title}</h2>
            {verdict}
            <p class="actions">
                <button disabled=move || is_taken.get() || !may.get() on:click=take>{say!(moves.take)}</button>
                <span role="status">{told}</span>
            </p>
            <div class="columns even">
                <div><h3>{say!(moves.parts)}</h3>{parts(&moved.fare)}</div>
                <div><h3>{say!(moves.missing)}</h3>{missing(org, &found, moved)}</div>
            </div>
            <h3>{say!(moves.build_or_buy)}</h3>
            {both(&moved.instead)}
        </section>
    })
}

/// What the assignment reckons with.
fn parts(fare: &Fare) -> impl IntoView + use<> {
    let line =
        |label: String, amount: f64| view! { <tr><th scope="row">{label}</th><td class="n">{euros(amount)}</td></tr> };
    let wish =
        fare.wish_place.map(|place| line(say!(moves.wish, place = format::number(place as f64 + 1.0)), -fare.wish));
    view! {
        <table>
            <tbody>
                {line(say!(moves.learning, hours = format::hours(fare.hours.into())), fare.learning)}
                {line(say!(moves.fees), fare.fees)}
                {line(say!(moves.moving), fare.moving)}
                {wish}
            </tbody>
            <tfoot>{line(say!(moves.total), fare.total())}</tfoot>
        </table>
    }
}

/// What has to be learnt.
fn missing(org: Org, found: &Found, moved: &Move) -> impl IntoView + use<> {
    if moved.missing.is_empty() {
        return view! { <p>{say!(moves.nothing_missing)}</p> }.into_any();
    }
    let row = |one: &crate::engine::workforce::Missing| {
        let from = one.from.map_or_else(|| say!(people.unrated), format::level);
        view! {
            <tr>
                <th scope="row">{names::skill(org, &found.of, &one.skill)}</th>
                <td class="n">{from}</td>
                <td class="n">{format::level(one.to)}</td>
                <td class="n">{format::hours(one.hours.into())}</td>
            </tr>
        }
    };
    let rows = moved.missing.iter().map(row).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">{say!(moves.skill)}</th><th scope="col" class="n">{say!(moves.level_now)}</th><th scope="col" class="n">{say!(moves.level_asked)}</th><th scope="col" class="n">{say!(moves.col_hours)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Both ways to fill the seat, side by side.
fn both(instead: &BuildOrBuy) -> impl IntoView + use<> {
    let verdict = if instead.builds() { say!(moves.build_is) } else { say!(moves.buy_is) };
    view! {
        <p>{verdict}</p>
        <div class="columns even">
            {way(say!(moves.to_build), &instead.build, instead.to_build())}
            {way(say!(moves.to_buy), &instead.buy, instead.to_buy())}
        </div>
    }
}

fn way(title: String, parts: &[PricePart], total: f64) -> impl IntoView + use<> {
    let row = |part: &PricePart| {
        // The numbers whose product it is.
        let factors = part.factors.iter().map(|factor| format::fine(*factor)).collect::<Vec<_>>().join(" × ");
        view! { <tr><th scope="row">{part_name(&part.name)}</th><td class="n">{factors}</td><td class="n">{euros(part.euros)}</td></tr> }
    };
    let rows = parts.iter().map(row).collect_view();
    view! {
        <table>
            <caption>{title}</caption>
            <thead><tr><th scope="col">{say!(moves.part)}</th><th scope="col" class="n">{say!(moves.factors)}</th><th scope="col" class="n">{say!(moves.euros)}</th></tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row" colspan="2">{say!(moves.total)}</th><td class="n">{euros(total)}</td></tr></tfoot>
        </table>
    }
}

fn part_name(part: &str) -> String {
    match part {
        "hours" => say!(moves.part_hours),
        "fees" => say!(moves.fees),
        "mentor" => say!(moves.part_mentor),
        "fails" => say!(moves.part_fails),
        "hire" => say!(moves.part_hire),
        "premium" => say!(moves.part_premium),
        "ramp" => say!(moves.part_ramp),
        _ => say!(moves.part_leaves),
    }
}
