//! The words of `locales/*.json` as typed keys, in the language that the page is drawn in.

use crate::domain::Language;
use std::cell::Cell;

#[allow(
    unused,
    missing_debug_implementations,
    clippy::all,
    clippy::redundant_clone,
    reason = "made by the build script from the words themselves, with doors that this page does not use"
)]
mod made {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub(super) use made::i18n::Locale;

thread_local! {
    static DRAWN_IN: Cell<Language> = const { Cell::new(Language::En) };
}

/// The page is drawn anew in `language`: every word below follows.
pub(super) fn draw_in(language: Language) {
    DRAWN_IN.set(language);
}

/// The language that the page is drawn in.
pub(super) fn language() -> Language {
    DRAWN_IN.get()
}

/// The same, as the words' own type.
pub(super) fn locale() -> Locale {
    match language() {
        Language::En => Locale::en,
        Language::Es => Locale::es,
    }
}

/// A sentence by its key: `say!(plan.lead, hours = "30 h")`.
macro_rules! say {
    ($($key:tt)*) => {
        leptos_i18n::td_string!($crate::ui::words::locale(), $($key)*).to_string()
    };
}
pub(super) use say;
