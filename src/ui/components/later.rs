//! What may wait until the page has been drawn.

use leptos::prelude::*;
use std::time::Duration;

/// False now, and true in a task of its own: what is reckoned then does not keep the page from answering.
pub(in crate::ui) fn later() -> ReadSignal<bool> {
    let (is_due, set_due) = signal(false);
    set_timeout(move || set_due.set(true), Duration::ZERO);
    is_due
}
