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
    let stated = Memo::new(move |_| {
        let offered = desk.offered.read();
        offered.iter().filter(|row| row.level.is_some()).cloned().collect::<Vec<_>>()
    });
    let about = move || handshake.person.get().map(|code| say!(handshake.about, code = code.as_str()));
    let every = move |_| {
        let stated = stated.get_untracked().into_iter();
        handshake.levels.set(stated.filter_map(|row| Some((row.id, row.level?))).collect());
    };
    let is_empty = Memo::new(move |_| stated.read().is_empty());
    view! {
        <p role="status">{about}</p>
        {move || is_empty.get().then(|| view! { <p>{say!(passport.nothing)}</p> })}
        <p class="actions">
            <button class="quiet" on:click=every>{say!(handshake.every)}</button>
            <button class="quiet" on:click=move |_| handshake.levels.update(|levels| levels.clear())>{say!(handshake.no_skill)}</button>
        </p>
        <div class="pair"><For each=move || stated.get() key=|row| (row.id.to_owned(), row.level) let(row)>{tick(handshake, row)}</For></div>
        {stand(handshake)}
    }
}

fn tick(handshake: Handshake, row: Offered) -> impl IntoView {
    let id = StoredValue::new(row.id);
    let level = row.level;
    let words = [row.name.into_string(), level.map(|level| text::level_name(level.nearest())).unwrap_or_default()];
    let is_on = move || id.with_value(|id| handshake.levels.read().contains_key(id));
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_on on:change:target=move |event| handshake.rate(id.get_value(), level.filter(|_| event.target().checked()))/>
            {words.join(" · ")}
        </label>
    }
}
