//! Everything away, after one question.

use crate::state::App;
use crate::ui::components::{Message, Tone};
use crate::ui::words::say;
use leptos::prelude::*;

/// The button, the question, and that it was done.
#[component]
pub(in crate::ui) fn WipePanel() -> impl IntoView {
    let app = App::get();
    let asking = RwSignal::new(false);
    let wiped = RwSignal::new(false);
    let wipe = move |_| {
        asking.set(false);
        app.wipe(move || wiped.set(true));
    };
    view! {
        <p class="actions"><button class="quiet danger" on:click=move |_| asking.set(true)>{say!(settings.wipe)}</button></p>
        {move || asking.get().then(|| view! {
            <Message tone=Tone::Danger text=say!(settings.wipe_sure)>
                <button class="danger" on:click=wipe>{say!(settings.wipe_yes)}</button>
                <button class="quiet" on:click=move |_| asking.set(false)>{say!(settings.keep)}</button>
            </Message>
        })}
        {move || wiped.get().then(|| view! { <Message tone=Tone::Notice text=say!(settings.wiped)/> })}
    }
}
