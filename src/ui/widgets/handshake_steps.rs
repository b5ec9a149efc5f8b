//! Rated by two without either's word pulling the other's: a first file each, then a second, then both side by side.

use crate::domain::{Level, SkillId};
use crate::exchange::handshake::{Compared, Judgement, Side};
use crate::state::{App, Handshake, HandshakeStep};
use crate::ui::components::{Message, Tone, chosen_files};
use crate::ui::words::say;
use crate::ui::{errors, format, text};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// What a side is called, by whoever is at the page.
pub(in crate::ui) fn side_name(handshake: Handshake, side: Side) -> String {
    match side {
        Side::Employee if handshake.is_own => say!(handshake.you),
        Side::Employee => say!(handshake.employee),
        Side::Manager if handshake.is_own => say!(handshake.your_manager),
        Side::Manager => say!(handshake.manager),
    }
}

/// The steps, and the files between them.
#[component]
pub(in crate::ui) fn HandshakeSteps(
    /// The handshake.
    handshake: Handshake,
    /// What a skill is called.
    name: Callback<SkillId, String>,
    /// Where this side says its levels.
    rating: Callback<(), AnyView>,
    /// Takes in what is chosen of both words.
    on_take: Callback<()>,
) -> impl IntoView {
    let take = move |event: Targeted<Event, HtmlInputElement>| handshake.take_in(chosen_files(&event));
    let failed = move || {
        let failure = handshake.failed();
        failure.map(|failure| view! { <Message tone=Tone::Danger text=errors::handshake_failure(failure)/> })
    };
    view! {
        <p class="sub">{say!(handshake.lead)}</p>
        {move || match handshake.step.get().0 {
            HandshakeStep::Unknown => view! { <p role="status">{say!(handshake.unknown)}</p> }.into_any(),
            HandshakeStep::Rating => rating.run(()),
            HandshakeStep::Waiting => given(handshake, say!(handshake.waiting), false).into_any(),
            HandshakeStep::Showing => given(handshake, say!(handshake.showing), true).into_any(),
            HandshakeStep::Compared => both(handshake, name, on_take).into_any(),
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

/// The button by which one's levels stand.
pub(in crate::ui) fn stand(handshake: Handshake) -> impl IntoView {
    view! { <p class="actions"><button disabled=move || handshake.is_silent() on:click=move |_| handshake.stand()>{say!(handshake.stand)}</button></p> }
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
fn both(handshake: Handshake, name: Callback<SkillId, String>, on_take: Callback<()>) -> impl IntoView {
    // It is drawn anew with each file, and stands while whose word counts is chosen.
    let told = match untrack(|| handshake.compared()) {
        None => ().into_any(),
        Some(Err(error)) => view! { <Message tone=Tone::Danger text=errors::handshake_error(error)/> }.into_any(),
        Some(Ok(compared)) => table(handshake, name, compared).into_any(),
    };
    let [settle, done] = match handshake.is_own {
        true => [say!(handshake.note), say!(handshake.noted)],
        false => [say!(handshake.settle), say!(handshake.done)],
    };
    view! {
        {told}
        <p role="status">{move || handshake.is_done().then(|| done.to_owned())}</p>
        <p class="actions">
            <button on:click=move |_| on_take.run(())>{settle}</button>
            <button class="quiet" on:click=move |_| handshake.give_reveal()>{say!(handshake.give_second)}</button>
        </p>
    }
}

fn table(handshake: Handshake, name: Callback<SkillId, String>, compared: Vec<Compared>) -> impl IntoView {
    let count = |judgement: Judgement| {
        format::number(compared.iter().filter(|compared| compared.judgement == judgement).count() as f64)
    };
    let words = say!(handshake.compared, agreed = count(Judgement::Agreed), apart = count(Judgement::Apart));
    let name = |compared: &Compared| untrack(|| name.run(compared.skill.clone()));
    let rows = compared.iter().map(|compared| row(handshake, &name(compared), compared)).collect_view();
    let meanings = compared.iter().map(|compared| meanings(handshake, name(compared), compared)).collect_view();
    let counts = if handshake.is_own { say!(handshake.into_record) } else { say!(handshake.counts) };
    view! {
        <p role="status"><strong>{words}</strong></p>
        <p class="sub">{say!(handshake.no_right)}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=say!(handshake.table)><table>
            <thead><tr>
                <th scope="col">{say!(handshake.skill)}</th>
                <th scope="col">{side_name(handshake, Side::Employee)}</th>
                <th scope="col">{side_name(handshake, Side::Manager)}</th>
                <th scope="col">{say!(handshake.judgement)}</th>
                <th scope="col">{counts}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
        {meanings}
    }
}

fn row(handshake: Handshake, name: &str, compared: &Compared) -> impl IntoView + use<> {
    let Compared { skill, employee, manager, judgement } = compared;
    let label = say!(handshake.counts_for, skill = name);
    let judgement = match judgement {
        Judgement::Agreed => say!(handshake.agreed),
        Judgement::Near => say!(handshake.near),
        Judgement::Apart => say!(handshake.apart),
        Judgement::OneSided => say!(handshake.one_sided),
    };
    let told = |level: &Option<Level>| {
        level.map(|level| [format::level(level), text::level_name(level.rung())].join(" ")).unwrap_or_default()
    };
    let skill = StoredValue::new(skill.clone());
    let counts = move || skill.with_value(|skill| handshake.chosen(skill));
    let option = move |side: Side| {
        view! { <option value=side.word() prop:selected=move || counts() == Some(side)>{side_name(handshake, side)}</option> }
    };
    let choose = move |word: String| {
        let side = Side::ALL.into_iter().find(|side| side.word() == word);
        skill.with_value(|skill| handshake.choose(skill, side));
    };
    // One's own level is in one's record already.
    let own = employee.filter(|_| !handshake.is_own).map(|_| option(Side::Employee));
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            <td>{told(employee)}</td>
            <td>{told(manager)}</td>
            <td>{judgement}</td>
            <td>
                <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                    <option value="" prop:selected=move || counts().is_none()>{say!(handshake.as_it_is)}</option>
                    {own}
                    {manager.map(|_| option(Side::Manager))}
                </select>
            </td>
        </tr>
    }
}

/// What the two levels of a skill mean, where they are not the same one.
fn meanings(handshake: Handshake, name: String, compared: &Compared) -> Option<impl IntoView + use<>> {
    let Compared { skill, employee: Some(employee), manager: Some(manager), judgement } = compared else { return None };
    let catalog = untrack(|| App::get().catalog_of(skill)).filter(|_| *judgement != Judgement::Agreed)?;
    let place = catalog.find_skill(skill)?;
    let side = |side: Side, level: &Level| {
        let rung = level.nearest();
        view! { <div><strong>{side_name(handshake, side)} " · " {text::level_name(rung)}</strong><p>{text::level_sentence(&catalog, place, rung)}</p></div> }
    };
    let sides = view! { <div class="pair">{side(Side::Employee, employee)} {side(Side::Manager, manager)}</div> };
    let is_apart = *judgement == Judgement::Apart;
    Some(view! { <details open=is_apart><summary>{say!(handshake.means, skill = name)}</summary>{sides}</details> })
}
