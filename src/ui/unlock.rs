//! The question for the passphrase, in the place of every page.

use super::components::{Icon, IconName, Message, PassphraseForm, Tone};
use super::errors;
use super::format;
use super::words::say;
use crate::state::Gate;
use leptos::prelude::*;

/// Asks, says why it did not open, and what can be done where the passphrase is forgotten.
#[component]
pub(super) fn Unlock(
    /// What is closed.
    gate: Gate,
    /// What to do with what was typed.
    open: Callback<String>,
) -> impl IntoView {
    let failed = move || {
        gate.failed.get().map(|(error, wait)| {
            let wait = (wait > 0).then(|| say!(lock.wait, n = format::number(f64::from(wait))));
            let text = [Some(errors::lock_error(error)), wait].into_iter().flatten().collect::<Vec<_>>().join(" ");
            view! { <Message tone=Tone::Danger text/> }
        })
    };
    let working = move || (gate.busy.get() && gate.failed.get().is_none()).then(|| say!(lock.working));
    view! {
        <header class="top">
            <span class="brand"><Icon name=IconName::Brand/><span>{say!(brand)}</span></span>
        </header>
        <main>
            <section class="start">
                <h1>{say!(lock.gate)}</h1>
                <p class="lead">{say!(lock.gate_text)}</p>
                {failed}
                <PassphraseForm action=say!(lock.open) busy=gate.busy on_submit=open/>
                <p role="status">{working}</p>
                <details>
                    <summary>{say!(lock.forgotten)}</summary>
                    <p>{say!(lock.forgotten_text)}</p>
                    <p><a href="recover.html">{say!(lock.recover)}</a></p>
                </details>
            </section>
        </main>
    }
}
