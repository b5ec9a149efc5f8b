//! The page as a whole: puts the first paint away, draws everything, and draws it anew in another language.

use super::shell::Shell;
use super::words;
use crate::state::{App as State, Theme};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Takes the place of the static first paint in `#app`.
pub fn mount() {
    console_error_panic_hook::set_once();
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(place) = place {
        place.set_text_content(None);
        mount_to(place, App).forget();
    }
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let state = State::provide();
    let language = Memo::new(move |_| state.settings.read().language());
    Effect::new(move |_| follow_settings(state));
    // A change of language redraws the page; everything that was entered lives above, in the state.
    move || {
        words::draw_in(language.get());
        view! { <Shell/> }
    }
}

/// The document's own language and theme, for the browser, the stylesheet and a reader's voice.
fn follow_settings(state: State) {
    let settings = state.settings.get();
    let Some(root) = document().document_element() else { return };
    let lang = match settings.language() {
        crate::domain::Language::En => "en",
        crate::domain::Language::Es => "es",
    };
    root.set_attribute("lang", lang).ok();
    match settings.theme {
        Theme::System => root.remove_attribute("data-theme").ok(),
        theme => root.set_attribute("data-theme", theme.word()).ok(),
    };
}
