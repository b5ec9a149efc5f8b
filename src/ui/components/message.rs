//! A block of a few sentences that stands out from the page.

use leptos::prelude::*;

/// What a message is about; the words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Tone {
    Notice,
    Danger,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Notice => "message notice",
            Self::Danger => "message danger",
        }
    }

    fn role(self) -> &'static str {
        match self {
            Self::Notice => "status",
            Self::Danger => "alert",
        }
    }
}

/// A message with what can be done about it.
#[component]
pub(in crate::ui) fn Message(
    /// What it is about.
    tone: Tone,
    /// Its first line, in bold; none for a message of one sentence.
    #[prop(optional)]
    title: Option<String>,
    /// The sentences.
    text: String,
    /// Buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=tone.class() role=tone.role()>
            {title.map(|title| view! { <p><strong>{title}</strong></p> })}
            <p>{text}</p>
            {children.map(|children| view! { <p class="actions">{children()}</p> })}
        </div>
    }
}
