//! Rated by two without either's word pulling the other's: a first file each, then a second, then both side by side.

use super::super::names;
use super::chosen_files;
use crate::domain::{Level, Person, PersonId, SkillId};
use crate::exchange::handshake::{Compared, HandshakeError, Judgement, Side};
use crate::state::{Handshake, HandshakeStep, Org};
use crate::ui::components::{Message, Tone};
use crate::ui::organisation::errors;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlInputElement;

fn side_name(side: Side) -> String {
    match side {
        Side::Employee => say!(handshake.employee),
        Side::Manager => say!(handshake.manager),
    }
}

/// The steps, and the files between them.
#[component]
pub(in crate::ui::organisation) fn HandshakePanel(
    /// Whose skills are rated.
    id: PersonId,
    /// The same person, as they are known.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let handshake = Handshake::of(Org::get(), id);
    let take = move |event: Targeted<Event, HtmlInputElement>| handshake.take_in(chosen_files(&event));
    let failed = move || {
        let failure = handshake.failed.get();
        failure.map(|failure| view! { <Message tone=Tone::Danger text=errors::handshake_failure(failure)/> })
    };
    view! {
        <p class="sub">{say!(handshake.lead)}</p>
        {move || match handshake.step.get() {
            HandshakeStep::Rating => view! { <Rating handshake person/> }.into_any(),
            HandshakeStep::Waiting => given(handshake, say!(handshake.waiting), false).into_any(),
            HandshakeStep::Showing => given(handshake, say!(handshake.showing), true).into_any(),
            HandshakeStep::Compared => both(handshake).into_any(),
        }}
        {failed}
        <p class="actions">
            <label class="button quiet">
                {say!(handshake.take_in)}
                <input class="file" type="file" multiple accept=".json,application/json" on:change:target=take/>
            </label>
        </p>
    }
}

/// Which side rates here, and its levels. What is known already is not told: it would pull the answers towards itself.
#[component]
fn Rating(
    /// The handshake.
    handshake: Handshake,
    /// Whose skills are rated.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let skills = Memo::new(move |_| org.skills_of(person.read().as_deref()));
    let sides = [Side::Manager, Side::Employee].map(|side| {
        view! {
            <label class="choice">
                <input type="radio" name="handshake-side" prop:checked=move || handshake.side.get() == side
                    on:change=move |_| handshake.side.set(side)/>
                {side_name(side)}
            </label>
        }
    });
    let row = move |id: SkillId| {
        let id = StoredValue::new(id);
        let name = move || org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &id.read_value())));
        let said = move || id.with_value(|id| handshake.levels.read().get(id).copied());
        let options = (0..=5).map(|rung: u8| {
            let is_said = move || said().is_some_and(|level| level.nearest() == rung);
            view! { <option value=rung.to_string() selected=is_said>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> }
        });
        let rate = move |typed: String| {
            handshake.rate(id.get_value(), typed.parse().ok().and_then(|rung| Level::whole(rung).ok()));
        };
        view! {
            <label class="field"><span>{name}</span>
                <select on:change:target=move |event| rate(event.target().value())>
                    <option value="" selected=move || said().is_none()>{say!(people.unrated)}</option>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    let is_nothing = Memo::new(move |_| skills.read().is_empty());
    let nothing = move || is_nothing.get().then(|| view! { <p>{say!(handshake.nothing)}</p> });
    let is_silent = move || handshake.levels.read().is_empty();
    view! {
        <fieldset class="choices"><legend>{say!(handshake.side)}</legend>{sides.collect_view()}</fieldset>
        {nothing}
        <div class="fields"><For each=move || skills.get() key=|id| id.clone() let(id)>{row(id)}</For></div>
        <p class="actions"><button disabled=is_silent on:click=move |_| handshake.stand()>{say!(handshake.stand)}</button></p>
    }
}

/// The files to give out, once this side's word stands.
fn given(handshake: Handshake, words: String, is_answered: bool) -> impl IntoView {
    let answer = is_answered.then(|| {
        view! { <button on:click=move |_| handshake.give_reveal()>{say!(handshake.give_second)}</button> }
    });
    view! {
        <p role="status">{words}</p>
        <p class="actions">
            {answer}
            <button class:quiet=is_answered on:click=move |_| handshake.give_commitment()>{say!(handshake.give_first)}</button>
            <button class="quiet" on:click=move |_| handshake.give_kept()>{say!(handshake.give_kept)}</button>
        </p>
        <p class="sub">{say!(handshake.kept_text)}</p>
    }
}

/// Both words side by side, or why they make no handshake.
fn both(handshake: Handshake) -> impl IntoView {
    let told = move || match handshake.compared.get() {
        None => ().into_any(),
        Some(Err(error)) => refused(error).into_any(),
        Some(Ok(compared)) => table(handshake, compared).into_any(),
    };
    let done =
        move || handshake.is_done.get().then(|| view! { <Message tone=Tone::Notice text=say!(handshake.done)/> });
    view! {
        {told} {done}
        <p class="actions">
            <button on:click=move |_| handshake.settle()>{say!(handshake.settle)}</button>
            <button class="quiet" on:click=move |_| handshake.give_reveal()>{say!(handshake.give_second)}</button>
        </p>
    }
}

fn refused(error: HandshakeError) -> impl IntoView {
    view! { <Message tone=Tone::Danger text=errors::handshake_error(error)/> }
}

fn table(handshake: Handshake, compared: Vec<Compared>) -> impl IntoView {
    let count = |judgement: Judgement| {
        format::number(compared.iter().filter(|compared| compared.judgement == judgement).count() as f64)
    };
    let words = say!(handshake.compared, agreed = count(Judgement::Agreed), apart = count(Judgement::Apart));
    let rows: Vec<_> = compared.into_iter().map(|compared| row(handshake, compared)).collect();
    view! {
        <p role="status"><strong>{words}</strong></p>
        <p class="sub">{say!(handshake.no_right)}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=say!(handshake.table)><table>
            <thead><tr>
                <th scope="col">{say!(handshake.skill)}</th>
                <th scope="col">{say!(handshake.employee)}</th>
                <th scope="col">{say!(handshake.manager)}</th>
                <th scope="col">{say!(handshake.judgement)}</th>
                <th scope="col">{say!(handshake.counts)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}

fn row(handshake: Handshake, compared: Compared) -> impl IntoView {
    let org = Org::get();
    let Compared { skill, employee, manager, judgement } = compared;
    let name =
        untrack(|| org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill)).unwrap_or_default()));
    let label = say!(handshake.counts_for, skill = name.as_str());
    let judgement = match judgement {
        Judgement::Agreed => say!(handshake.agreed),
        Judgement::Near => say!(handshake.near),
        Judgement::Apart => say!(handshake.apart),
        Judgement::OneSided => say!(handshake.one_sided),
    };
    let told = |level: Option<Level>| {
        level.map(|level| [format::level(level), text::level_name(level.rung())].join(" ")).unwrap_or_default()
    };
    let skill = StoredValue::new(skill);
    let counts = move || skill.with_value(|skill| handshake.chosen.read().get(skill).copied());
    let option = move |side: Side| {
        view! { <option value=side.word() selected=move || counts() == Some(side)>{side_name(side)}</option> }
    };
    let choose = move |word: String| {
        handshake.choose(skill.get_value(), Side::ALL.into_iter().find(|side| side.word() == word));
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{told(employee)}</td>
            <td>{told(manager)}</td>
            <td>{judgement}</td>
            <td>
                <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                    <option value="" selected=move || counts().is_none()>{say!(handshake.as_it_is)}</option>
                    {employee.map(|_| option(Side::Employee))}
                    {manager.map(|_| option(Side::Manager))}
                </select>
            </td>
        </tr>
    }
}
