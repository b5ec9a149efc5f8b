//! Rated by the person and by their manager, neither seeing the other's word before their own stands: the person's side.

use super::handshake_steps::{HandshakeSteps, stand};
use crate::domain::SkillId;
use crate::state::{App, Handshake, Monitor, Offered, PassportDesk};
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// The steps; what is said is what the person states in their own record, of the skills that they choose.
#[component]
pub(in crate::ui) fn HandshakePanel() -> impl IntoView {
    let app = App::get();
    let (desk, monitor) = (PassportDesk::get(), Monitor::get());
    let handshake = Handshake::own(app.today);
    let name = Callback::new(move |id: SkillId| text::skill_name(app, &id));
    let rating = Callback::new(move |()| choose(desk, handshake).into_any());
    view! { <HandshakeSteps handshake name rating on_take=Callback::new(move |()| monitor.take_word(handshake))/> }
}

/// The skills with a stated level, to choose those that it is said of.
fn choose(desk: PassportDesk, handshake: Handshake) -> impl IntoView {
    let stated = desk.offered.get_untracked().into_iter().filter(|row| row.level.is_some());
    let ticks: Vec<_> = stated.map(|row| tick(handshake, row)).collect();
    let about = untrack(|| handshake.person()).map(|code| say!(handshake.about, code = code.as_str()));
    let nothing = ticks.is_empty().then(|| view! { <p>{say!(passport.nothing)}</p> });
    view! {
        <p role="status">{about}</p>
        {nothing}
        <div class="pair">{ticks}</div>
        {stand(handshake)}
    }
}

fn tick(handshake: Handshake, Offered { id, name, level, .. }: Offered) -> impl IntoView {
    let words = [name.into_string(), level.map(|level| text::level_name(level.nearest())).unwrap_or_default()];
    let id = StoredValue::new(id);
    // Another file may draw it anew: what is said already stands.
    let is_said = move || id.with_value(|id| handshake.level(id)).is_some();
    let rate = move |is_on: bool| handshake.rate(id.get_value(), level.filter(|_| is_on));
    view! {
        <label class="tick"><input type="checkbox" prop:checked=is_said on:change:target=move |event| rate(event.target().checked())/> {words.join(" · ")}</label>
    }
}
