//! A panic leaves the memory of the page as nobody has planned it: from then on nothing is written any more.

use leptos::prelude::document;

/// The mark at the page's root. `src/ui/trouble.mjs` sets it too, where a module breaks off without a panic, and watches it.
const MARK: &str = "data-panicked";

/// From now on a panic marks the page.
pub fn watch_panics() {
    std::panic::set_hook(Box::new(|info| {
        if let Some(root) = document().document_element() {
            root.set_attribute(MARK, "").ok();
        }
        console_error_panic_hook::hook(info);
    }));
}

/// Whether the page has broken off, in whichever of its modules. Whatever writes asks this first.
pub(super) fn has_panicked() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(MARK))
}
