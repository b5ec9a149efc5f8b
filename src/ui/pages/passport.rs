//! The skills passport: what it shows, how it looks, how it leaves, what files of others bring to it, and what a manager says apart.

use crate::state::PassportDesk;
use crate::ui::components::{Message, Tone};
use crate::ui::routes::Route;
use crate::ui::widgets::{
    HandshakePanel, PassportChoicesTable, PassportGiving, PassportIdentity, PassportSheet, PassportTaking,
};
use crate::ui::words::say;
use leptos::prelude::*;

/// The page. On paper only the passport itself is seen (`style/print.css`).
#[component]
pub(super) fn PassportPage() -> impl IntoView {
    let desk = PassportDesk::get();
    let is_read = Memo::new(move |_| desk.shown.with(Option::is_some));
    view! {
        <p class="crumb"><a href=Route::Progress.href()>{say!(progress.title)}</a></p>
        <h1>{say!(passport.title)}</h1>
        <p class="lead">{say!(passport.lead)}</p>
        {move || match is_read.get() {
            true => whole().into_any(),
            false => view! { <Message tone=Tone::Danger text=say!(passport.unread)/> }.into_any(),
        }}
    }
}

fn whole() -> impl IntoView {
    view! {
        <div class="columns even passport-desk">
            <div class="stack">
                <section class="card loose"><h2>{say!(passport.who)}</h2><PassportIdentity/></section>
                <section class="card loose"><h2>{say!(passport.what)}</h2><PassportChoicesTable/></section>
            </div>
            <PassportSheet/>
        </div>
        <div class="columns even">
            <section class="card loose"><h2>{say!(passport.give)}</h2><PassportGiving/></section>
            <section class="card loose"><h2>{say!(passport.bring)}</h2><PassportTaking/></section>
        </div>
        <details class="card"><summary>{say!(handshake.title_own)}</summary><div class="stack"><HandshakePanel/></div></details>
    }
}
