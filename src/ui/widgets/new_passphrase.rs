//! A form for a passphrase that is to be.

use crate::state::{Guard, Strength};
use crate::ui::words::say;
use leptos::prelude::*;

/// The new passphrase, twice, with how strong it is; the present one before it where there is one. What was typed is forgotten once it is sent.
#[component]
pub(in crate::ui) fn NewPassphrase(
    /// Whether there is one now.
    #[prop(optional)]
    asks_present: bool,
    /// What the button says.
    action: String,
    /// Whether nothing can be sent now.
    #[prop(into)]
    busy: Signal<bool>,
    /// The present one, empty where there is none, and the new one.
    on_submit: Callback<(String, String)>,
) -> impl IntoView {
    let [present, new, again] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let made_up = RwSignal::new(None::<String>);
    let is_known = RwSignal::new(false);
    let strength = Memo::new(move |_| new.with(|new| (!new.is_empty()).then(|| Guard::strength(new))));
    let is_ready = Memo::new(move |_| {
        strength.get() > Some(Strength::Weak) && *new.read() == *again.read() && is_known.get() && !busy.get()
    });
    let make_up = move |_| {
        made_up.set(Guard::made_up());
        let made = made_up.get_untracked().unwrap_or_default();
        again.set(made.clone());
        new.set(made);
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_ready.get_untracked() {
            let take = |typed: RwSignal<String>| typed.try_update(std::mem::take).unwrap_or_default();
            let (present, new) = (take(present), take(new));
            take(again);
            made_up.set(None);
            on_submit.run((present, new));
        }
    };
    let field = |label: String, of: RwSignal<String>, autocomplete: &'static str| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="password" autocomplete=autocomplete autocapitalize="off" spellcheck="false"
                    prop:value=of on:input:target=move |event| of.set(event.target().value())/>
            </label>
        }
    };
    let verdict = move || {
        let differs = !again.read().is_empty() && *new.read() != *again.read();
        strength.get().map(|strength| match strength {
            Strength::Weak => say!(lock.weak),
            _ if differs => say!(lock.differs),
            Strength::Fair => say!(lock.fair),
            Strength::Strong => say!(lock.strong),
        })
    };
    view! {
        <form class="passphrase" on:submit=submit>
            {asks_present.then(|| field(say!(lock.present), present, "current-password"))}
            {field(say!(lock.new), new, "new-password")}
            {field(say!(lock.again), again, "new-password")}
            <p role="status">{verdict}</p>
            {move || made_up.get().map(|words| view! { <p translate="no">{say!(lock.made_up, words = words.as_str())}</p> })}
            <label class="choice">
                <input type="checkbox" prop:checked=is_known on:change:target=move |event| is_known.set(event.target().checked())/>
                {say!(lock.known)}
            </label>
            <p class="actions">
                <button disabled=move || !is_ready.get()>{action}</button>
                <button type="button" class="quiet" on:click=make_up>{say!(lock.make_up)}</button>
            </p>
        </form>
    }
}
