//! The page as a whole: puts the first paint away, draws everything, and draws it anew in another language.

use super::organisation::OrganisationShell;
use super::pages::{self, Pages};
use super::shell::Shell;
use super::unlock::Unlock;
use super::words;
use crate::domain::Language;
use crate::state::{App as State, Gate, Kept, Settings, Theme, WHOLE_IS_HERE, watch_panics};
use crate::store::Space;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AddEventListenerOptions, CustomEvent, HtmlElement};

/// Takes the place of the static first paint with what most visits need: start, skills and gap.
///
/// For any other page the whole is fetched, which then takes this one's place. Whoever has been here before begins with the whole
/// (`boot.mjs`): so nothing that is kept is ever read here.
pub fn mount_first() {
    watch_panics();
    let Some(drawn) = mount(personal(pages::first), || {
        let state = State::provide_first();
        // To follow another tab, and to read what it has saved, is the whole's.
        Effect::new(move |_| {
            if state.known.get() || !state.tab.read().writes {
                pages::want_whole();
            }
        });
        // Whoever has an answer goes on to the plan.
        Effect::new(move |_| {
            if state.analysis.with(Option::is_some) {
                pages::expect_whole()
            }
        });
        state
    }) else {
        return;
    };
    let leave = Closure::once_into_js(move || drop(drawn));
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    let window = window();
    let listener = leave.unchecked_ref();
    // Where nobody can listen nobody hands over: the whole then starts from what is kept.
    window.add_event_listener_with_callback_and_add_event_listener_options(WHOLE_IS_HERE, listener, &once).ok();
}

/// Takes the place of whatever is on the page with every page there is.
///
/// Where what is kept is closed, it is asked for the passphrase before.
pub fn mount_whole() {
    mount_kept(Space::Personal, begin_whole);
}

/// Takes the place of the static first paint with an organisation's pages.
pub fn mount_organisation() {
    mount_kept(Space::Organisation, begin_organisation);
}

/// Reads what is kept, asks for the passphrase where it is closed, and begins.
fn mount_kept(space: Space, begin: fn(Kept)) {
    watch_panics();
    // Not by Leptos, which can only once something is mounted.
    spawn_local(async move {
        match Gate::find(space).await {
            None => begin(Kept::read(space, None).await),
            Some(gate) => ask(gate, begin),
        }
    });
}

fn begin_organisation(kept: Kept) {
    let begin = move || State::provide_organisation(kept);
    if let Some(drawn) = mount(|| view! { <OrganisationShell/> }.into_any(), begin) {
        drawn.forget();
    }
}

fn begin_whole(kept: Kept) {
    let begin = move || {
        let state = State::provide_whole(kept);
        state.watch_own();
        state.reckon_wholly();
        state
    };
    if let Some(drawn) = mount(personal(pages::every), begin) {
        drawn.forget();
    }
}

/// Puts the question for the passphrase in the place of everything, until it is answered.
fn ask(gate: Gate, begin: fn(Kept)) {
    let Some(place) = place() else { return };
    place.set_text_content(None);
    follow_settings(gate.settings);
    words::draw_in(gate.settings.language());
    let open = Callback::new(move |passphrase| {
        spawn_local(async move {
            if let Some(kept) = gate.open(passphrase).await {
                begin(kept);
            }
        });
    });
    // The page takes its place; nothing that was typed is in it.
    mount_to(place, move || view! { <Unlock gate open/> }).forget();
}

fn place() -> Option<HtmlElement> {
    document().get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok())
}

/// A person's pages, in their frame.
fn personal(pages: Pages) -> impl Fn() -> AnyView + Copy + Send + 'static {
    move || view! { <Shell pages/> }.into_any()
}

fn mount(
    draw: impl Fn() -> AnyView + Copy + Send + 'static,
    begin: impl FnOnce() -> State + 'static,
) -> Option<UnmountHandle<impl Mountable>> {
    let place = place()?;
    Some(mount_to(place.clone(), move || {
        let state = begin();
        // What was there may have handed over just now.
        place.set_text_content(None);
        app(draw, state)
    }))
}

/// The whole page.
fn app(draw: impl Fn() -> AnyView + Copy + Send + 'static, state: State) -> impl IntoView {
    let hand_over = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(WHOLE_IS_HERE), move |event| {
        state.hand_over(&event);
    });
    on_cleanup(move || hand_over.remove());
    let language = Memo::new(move |_| state.settings.read().language());
    Effect::new(move |_| follow_settings(state.settings.get()));
    // A change of language redraws the page; everything that was entered lives above, in the state.
    move || {
        words::draw_in(language.get());
        draw()
    }
}

/// The document's own language and theme, for the browser, the stylesheet and a reader's voice.
fn follow_settings(settings: Settings) {
    let Some(root) = document().document_element() else { return };
    let lang = match settings.language() {
        Language::En => "en",
        Language::Es => "es",
    };
    root.set_attribute("lang", lang).ok();
    match settings.theme {
        Theme::System => root.remove_attribute("data-theme").ok(),
        theme => root.set_attribute("data-theme", theme.word()).ok(),
    };
}
