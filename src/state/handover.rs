//! One page, two modules: what most visits need comes first, and hands everything over when the whole is wanted.
//!
//! The whole announces itself by [`WHOLE_IS_HERE`], with an empty list beside it, just before it draws. The first puts
//! its documents into the list and goes. So nothing is lost even where the browser keeps nothing.

use super::history::History;
use super::{App, SaveStatus};
use crate::domain::Workspace;
use crate::store::{open, seal};
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// "The whole is here; who is on the page now, hand over."
pub const WHOLE_IS_HERE: &str = "skillstead-whole-is-here";

/// What the first module leaves behind: the document, and those to undo and to redo to.
#[derive(Debug, Default)]
pub struct Handed(Option<(Workspace, History)>);

impl Handed {
    /// Asks whoever is on the page to hand over. Nothing where this module is the first.
    #[must_use]
    pub fn ask() -> Self {
        let (list, details) = (Array::new(), CustomEventInit::new());
        details.set_detail(&list);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(WHOLE_IS_HERE, &details) {
            window().dispatch_event(&event).ok();
        }
        let [now, past, future] = [0, 1, 2].map(|at| documents(&list.get(at)));
        let now = now.into_iter().next();
        Self(now.map(|now| (now, History::of(past, future))))
    }

    pub(super) fn into_parts(self) -> Option<(Workspace, History)> {
        self.0
    }
}

impl App {
    /// Puts the documents into the list beside the event, after a last save.
    pub fn hand_over(self, event: &CustomEvent) {
        if self.status.get_untracked() == SaveStatus::Saving {
            self.save_now();
        }
        self.save_no_more();
        let list: Array = event.detail().unchecked_into();
        self.workspace.with_untracked(|now| list.push(&texts([now])));
        self.undo.with_untracked(|history| {
            list.push(&texts(history.past()));
            list.push(&texts(history.future()));
        });
    }
}

fn texts<'a>(documents: impl IntoIterator<Item = &'a Workspace>) -> Array {
    documents.into_iter().map(|document| JsValue::from(seal(document, 1))).collect()
}

fn documents(texts: &JsValue) -> Vec<Workspace> {
    let texts = texts.dyn_ref::<Array>().map(|texts| texts.iter().collect::<Vec<_>>()).unwrap_or_default();
    let opened = texts.into_iter().filter_map(|text| open(&text.as_string()?).ok());
    opened.map(|opened| opened.workspace).collect()
}
