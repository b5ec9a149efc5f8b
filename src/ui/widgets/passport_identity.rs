//! How the passport names the person, and the line about them.

use crate::domain::Identity;
use crate::state::{Monitor, PassportDesk};
use crate::ui::components::Field;
use crate::ui::words::say;
use leptos::prelude::*;

/// A way to name somebody, before it is said which name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    Nobody,
    Code,
    Name,
}

impl Naming {
    fn of(identity: &Identity) -> Self {
        match identity {
            Identity::Nobody => Self::Nobody,
            Identity::Code(_) => Self::Code,
            Identity::Name(_) => Self::Name,
        }
    }

    /// Nothing typed names nobody.
    fn with(self, typed: &str) -> Identity {
        let text = Monitor::text(typed);
        match self {
            Self::Code if !text.is_empty() => Identity::Code(text),
            Self::Name if !text.is_empty() => Identity::Name(text),
            _ => Identity::Nobody,
        }
    }
}

/// Three radios, the text that two of them need, and the line.
#[component]
pub(in crate::ui) fn PassportIdentity() -> impl IntoView {
    let desk = PassportDesk::get();
    let identity = Memo::new(move |_| {
        desk.choices.with(|choices| choices.as_ref().map(|choices| choices.identity.to_owned())).unwrap_or_default()
    });
    // Chosen, while nothing is typed yet.
    let waiting = RwSignal::new(None::<Naming>);
    let naming = Memo::new(move |_| match identity.with(Naming::of) {
        Naming::Nobody => waiting.get().unwrap_or(Naming::Nobody),
        named => named,
    });
    let choose = move |chosen: Naming| {
        waiting.set(Some(chosen));
        // A code never becomes a name by itself.
        desk.name_as(Identity::Nobody);
    };
    let radio = move |of: Naming, label: String| {
        view! {
            <label class="choice">
                <input type="radio" name="passport-identity" prop:checked=move || naming.get() == of on:change=move |_| choose(of)/>
                {label}
            </label>
        }
    };
    let named = Signal::derive(move || match identity.get() {
        Identity::Nobody => String::new(),
        Identity::Code(text) | Identity::Name(text) => text.into(),
    });
    let text = move || {
        let label = match naming.get() {
            Naming::Nobody => return None,
            Naming::Code => say!(passport.code_label),
            Naming::Name => say!(passport.name_label),
        };
        let settle = Callback::new(move |typed: String| desk.name_as(naming.get_untracked().with(&typed)));
        Some(view! { <Field label kind="text" value=named on_change=settle/> })
    };
    let headline = Signal::derive(move || {
        desk.choices.with(|choices| choices.as_ref().map(|choices| choices.headline.to_string())).unwrap_or_default()
    });
    let say_headline = Callback::new(move |typed: String| desk.set_headline(&typed));
    view! {
        <fieldset class="choices">
            <legend>{say!(passport.identity)}</legend>
            {radio(Naming::Nobody, say!(passport.nobody))}
            {radio(Naming::Code, say!(passport.code))}
            {radio(Naming::Name, say!(passport.name))}
        </fieldset>
        <div class="fields">
            {text}
            <Field label=say!(passport.headline) kind="text" value=headline hint=say!(passport.headline_hint) on_change=say_headline/>
        </div>
    }
}
