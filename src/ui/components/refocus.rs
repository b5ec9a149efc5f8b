//! Keyboard focus that outlives a redraw.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, SvgElement};

/// After a change that draws a part of the page anew, puts the focus back on the element with the same id as the one that has
/// it now. An element without an id is not found again.
pub(in crate::ui) fn refocus() {
    let id = document().active_element().map(|active| active.id()).filter(|id| !id.is_empty());
    if let Some(id) = id {
        request_animation_frame(move || focus(&id));
    }
}

/// Focuses an element by its id.
pub(in crate::ui) fn focus(id: &str) {
    let Some(found) = document().get_element_by_id(id) else { return };
    if let Some(element) = found.dyn_ref::<HtmlElement>() {
        element.focus().ok();
    } else if let Some(drawn) = found.dyn_ref::<SvgElement>() {
        drawn.focus().ok();
    }
}
