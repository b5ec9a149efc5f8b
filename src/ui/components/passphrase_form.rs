//! A form for a passphrase that is there.

use crate::ui::words::say;
use leptos::html::Input;
use leptos::prelude::*;

/// One input that hides what is typed, and forgets it once it is sent.
#[component]
pub(in crate::ui) fn PassphraseForm(
    /// What the button says.
    action: String,
    /// Whether nothing can be sent now.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What was typed.
    on_submit: Callback<String>,
    /// Other buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let typed = input.value();
        if !busy.get_untracked() && !typed.is_empty() {
            input.set_value("");
            on_submit.run(typed);
        }
    };
    view! {
        <form class="passphrase" on:submit=submit>
            <label class="field">
                <span>{say!(lock.present)}</span>
                <input type="password" autocomplete="current-password" autocapitalize="off" spellcheck="false" node_ref=input/>
            </label>
            <p class="actions">
                <button disabled=busy>{action}</button>
                {children.map(|children| children())}
            </p>
        </form>
    }
}
