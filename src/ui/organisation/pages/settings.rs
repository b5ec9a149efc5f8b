//! The organisation's data: out, in, closed, and away.

use super::super::routes::Route;
use crate::ui::pages::{DataPanel, LookPanel};
use crate::ui::widgets::{CopyList, LockPanel};
use crate::ui::words::say;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn SettingsPage() -> impl IntoView {
    view! {
        <h1>{say!(settings.title)}</h1>
        <p class="lead">{say!(org.settings_lead)}</p>
        <div class="stack">
            <section class="card"><h2>{say!(settings.data)}</h2><DataPanel/></section>
            <section class="card"><h2>{say!(lock.title)}</h2><LockPanel/></section>
            <section class="card"><h2>{say!(copies.title)}</h2><CopyList/></section>
            <section class="card"><h2>{say!(settings.look)}</h2><LookPanel/></section>
            <section class="card"><h2>{say!(settings.privacy)}</h2><p>{say!(org.privacy_text)}</p><p><a href="./#/privacy">{say!(privacy.title)}</a> " · " <a href=Route::Method(None).href()>{say!(method.title)}</a></p></section>
        </div>
    }
}
