//! Files that somebody hands to the page.

use leptos::ev::{Event, Targeted};
use web_sys::{File, HtmlInputElement};

/// The files that were chosen in an input. They can be chosen again.
pub(in crate::ui) fn chosen_files(event: &Targeted<Event, HtmlInputElement>) -> Vec<File> {
    let files = event.target().files();
    let files = files.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
    event.target().set_value("");
    files
}
