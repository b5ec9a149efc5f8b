//! The passphrase: set, change, take away, lock now.

use super::NewPassphrase;
use crate::state::{Guard, LockStage};
use crate::ui::components::{Message, PassphraseForm, Tone};
use crate::ui::errors;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Whether there is a passphrase, and what can be done about it.
#[component]
pub(in crate::ui) fn LockPanel() -> impl IntoView {
    let guard = Guard::get();
    let busy = Memo::new(move |_| guard.stage.get() == LockStage::Working);
    let set = Callback::new(move |(present, new)| guard.set(present, new));
    let remove = Callback::new(move |present| guard.set(present, String::new()));
    view! {
        {move || if guard.is_on() {
            view! {
                <p>{say!(lock.is_on)}</p>
                <div class="actions">
                    <button on:click=move |_| guard.lock()>{say!(lock.now)}</button>
                    <Minutes guard/>
                </div>
                <details>
                    <summary>{say!(lock.change)}</summary>
                    <NewPassphrase asks_present=true action=say!(lock.change) busy on_submit=set/>
                </details>
                <details>
                    <summary>{say!(lock.remove)}</summary>
                    <PassphraseForm action=say!(lock.remove) busy on_submit=remove/>
                </details>
            }.into_any()
        } else {
            view! {
                <p>{say!(lock.text)}</p>
                <NewPassphrase action=say!(lock.set) busy on_submit=set/>
            }.into_any()
        }}
        {move || match guard.stage.get() {
            LockStage::Idle => ().into_any(),
            LockStage::Working => view! { <p role="status">{say!(lock.working)}</p> }.into_any(),
            LockStage::Done => view! { <Message tone=Tone::Notice text=say!(lock.done)/> }.into_any(),
            LockStage::Failed(why) => view! { <Message tone=Tone::Danger text=errors::lock_failure(why)/> }.into_any(),
        }}
    }
}

/// After how long without anybody the lock falls.
#[component]
fn Minutes(guard: Guard) -> impl IntoView {
    let choose = move |word: String| {
        if let Ok(minutes) = word.parse() {
            guard.set_minutes(minutes);
        }
    };
    let option = move |minutes: u8| {
        view! {
            <option value=minutes.to_string() prop:selected=move || guard.minutes() == minutes>
                {say!(lock.n_minutes, n = format::number(f64::from(minutes)))}
            </option>
        }
    };
    view! {
        <label class="field">
            <span>{say!(lock.minutes)}</span>
            <select on:change:target=move |event| choose(event.target().value())>{Guard::MINUTES.map(option)}</select>
        </label>
    }
}
