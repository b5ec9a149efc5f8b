//! One page, two modules: what most visits need comes first, and hands everything over when the whole is wanted.
//!
//! The whole announces itself by [`WHOLE_IS_HERE`], with an empty list beside it, just before it draws. The first puts
//! its documents into the list and goes. So nothing is lost even where the browser keeps nothing.

use super::App;
use super::history::History;
use crate::domain::Workspace;
use crate::store::{Aside, Backend, Loaded, Repository, Unreadable, open, seal};
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// "The whole is here; who is on the page now, hand over."
pub const WHOLE_IS_HERE: &str = "skillstead-whole-is-here";

/// What the first module leaves behind: the document, those to undo and to redo to, and the generation that it has saved, or is about to.
#[derive(Debug, Default)]
pub struct Handed(Option<(Workspace, History, u64)>);

/// What a page begins with: the document, what can be undone, whether it is kept already, and what is to be offered beside it.
type Beginning = (Workspace, History, bool, Option<Aside>);

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
        let generation = list.get(3).as_f64().unwrap_or_default() as u64;
        Self(now.into_iter().next().map(|now| (now, History::of(past, future), generation)))
    }

    /// What was handed over goes before what is kept where it goes on from that: it may not have been kept. Otherwise what is kept
    /// stays, and the other is offered beside it.
    pub(super) fn over<B: Backend>(self, loaded: &Loaded, repository: &mut Repository<B>) -> Beginning {
        let kept = loaded.workspace.clone();
        match self.0 {
            // What was read may be of before the first module's last save, or of after it.
            Some((now, history, base)) if kept.is_empty() || repository.generation() <= base => {
                let is_kept = now == kept && !loaded.is_pending && repository.generation() == base;
                repository.go_on_from(base);
                (now, history, is_kept, None)
            }
            Some((now, ..)) if !now.is_empty() && now != kept => {
                let beside = Aside { text: seal(&now, 1), why: Unreadable::Conflict };
                (kept, History::default(), !loaded.is_pending, Some(beside))
            }
            _ => (kept, History::default(), !loaded.is_pending, None),
        }
    }
}

impl App {
    /// Puts the documents into the list beside the event; nothing is written from here any more.
    pub fn hand_over(self, event: &CustomEvent) {
        // What waits is handed over.
        self.save_no_more();
        self.tab.update(|tab| tab.writes = false);
        let list: Array = event.detail().unchecked_into();
        self.workspace.with_untracked(|now| list.push(&texts([now])));
        self.undo.with_untracked(|history| {
            list.push(&texts(history.past()));
            list.push(&texts(history.future()));
        });
        // Also of the save that is on its way.
        let generation = self
            .vault
            .try_with_value(|vault| vault.repository.generation() + u64::from(vault.is_saving))
            .unwrap_or_default();
        list.push(&JsValue::from_f64(generation as f64));
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
