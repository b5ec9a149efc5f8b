//! Rated by a person and by whom they report to, neither seeing the other's word before their own stands: an organisation's side.

use super::super::names;
use super::super::parts::LevelField;
use crate::domain::{Person, PersonId, SkillId};
use crate::exchange::handshake::Side;
use crate::state::{Handshake, Org};
use crate::ui::widgets::{HandshakeSteps, side_name, stand};
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The steps, and the files between them.
#[component]
pub(in crate::ui::organisation) fn HandshakePanel(
    /// Whose skills are rated.
    id: PersonId,
    /// The same person, as they are known.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let handshake = Handshake::of(id, org.today());
    let rating = Callback::new(move |()| view! { <Rating handshake person/> }.into_any());
    view! { <HandshakeSteps handshake name=called(org) rating on_take=Callback::new(move |()| org.take_word(handshake))/> }
}

fn called(org: Org) -> Callback<SkillId, String> {
    Callback::new(move |id: SkillId| {
        org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &id)).unwrap_or_default())
    })
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
                <input type="radio" name="handshake-side" prop:checked=move || handshake.side() == side
                    on:change=move |_| handshake.set_side(side)/>
                {side_name(handshake, side)}
            </label>
        }
    });
    let row = move |id: SkillId| {
        let id = StoredValue::new(id);
        let name = Signal::derive(move || called(org).run(id.get_value()));
        let level = Signal::derive(move || id.with_value(|id| handshake.level(id)));
        let rate = Callback::new(move |level| handshake.rate(id.get_value(), level));
        view! { <LevelField name level on_change=rate/> }
    };
    let is_nothing = Memo::new(move |_| skills.read().is_empty());
    let nothing = move || is_nothing.get().then(|| view! { <p>{say!(handshake.nothing)}</p> });
    view! {
        <fieldset class="choices"><legend>{say!(handshake.side)}</legend>{sides.collect_view()}</fieldset>
        {nothing}
        <div class="fields"><For each=move || skills.get() key=|id| id.clone() let(id)>{row(id)}</For></div>
        {stand(handshake)}
    }
}
