//! Stands in for a page that this module does not have, while the whole is fetched.

use crate::ui::components::{Message, Tone};
use crate::ui::words::say;
use leptos::ev::{Custom, Event};
use leptos::prelude::*;

/// "Fetch the whole": `src/ui/boot.mjs` hears it.
const WANTED: &str = "skillstead-whole-wanted";
/// "It will be wanted soon."
const EXPECTED: &str = "skillstead-whole-expected";
/// "It could not be fetched": what `boot.mjs` answers then.
const FAILED: &str = "skillstead-whole-failed";

/// Asks for the whole, which takes over as soon as it is there.
pub(in crate::ui) fn want_whole() {
    announce(WANTED);
}

/// Says that the whole will be wanted soon, so that it is there by then.
pub(in crate::ui) fn expect_whole() {
    announce(EXPECTED);
}

fn announce(what: &str) {
    if let Ok(event) = Event::new(what) {
        window().dispatch_event(&event).ok();
    }
}

/// One line until the whole takes over, or what went wrong.
#[component]
pub(super) fn Elsewhere() -> impl IntoView {
    let failed = RwSignal::new(false);
    let listener = window_event_listener(Custom::<Event>::new(FAILED), move |_| failed.set(true));
    on_cleanup(move || listener.remove());
    let fetch = move || {
        failed.set(false);
        want_whole();
    };
    fetch();
    move || {
        if !failed.get() {
            return view! { <p class="lead" role="status">{say!(elsewhere.fetching)}</p> }.into_any();
        }
        view! {
            <Message tone=Tone::Danger text=say!(elsewhere.failed)>
                <button on:click=move |_| fetch()>{say!(elsewhere.again)}</button>
            </Message>
        }
        .into_any()
    }
}
