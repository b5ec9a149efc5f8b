//! One tab writes, the others follow it and can take over. Who writes is settled by `src/ui/tabs.mjs`, once for both modules of a tab; that
//! nobody's work is lost is the journal's fence alone.

use super::{App, History, SaveStatus, browser};
use crate::domain::Workspace;
use crate::store::{Aside, Change, Loaded, LocalBackend, Repository, StoreError, Unreadable, seal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Event};

/// "Who writes has changed": the answer is in `data-tab` of the page's root.
const CHANGED: &str = "skillstead-tab";
/// "Another tab has saved."
const ELSEWHERE: &str = "skillstead-elsewhere";
/// "Another tab wants to write: save, and let go."
const YIELD: &str = "skillstead-yield";
/// "I have."
const YIELDED: &str = "skillstead-yielded";
/// "I want to write."
const TAKE_OVER: &str = "skillstead-take-over";
/// "I have saved this generation", or wiped everything.
const SAVED: &str = "skillstead-saved";

/// What is on the device now.
type Found = (Repository<LocalBackend>, Loaded);

/// Why a tab reads what there is once more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It follows, and another tab has saved.
    Follows,
    /// It is its turn to write.
    Begins,
    /// Another tab has saved although this one was to write.
    Refused,
}

/// What this tab may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Whether it is the one that writes.
    pub writes: bool,
    /// How many changes were refused because it is not.
    pub n_refused: u32,
}

impl Tab {
    pub(super) fn now() -> Self {
        let role = document().document_element().and_then(|root| root.get_attribute("data-tab"));
        Self { writes: role.as_deref() != Some("follower"), n_refused: 0 }
    }
}

impl App {
    /// Learns who writes. To follow another tab is the whole's.
    pub(super) fn watch_tab(self) {
        self.on(CHANGED, move || self.tab.set(Tab::now()));
    }

    /// Listens to the other tabs for as long as the page is there.
    pub(super) fn watch_tabs(self) {
        self.on(CHANGED, move || {
            let tab = Tab::now();
            let before = self.tab.get_untracked().writes;
            if !tab.writes && before {
                self.keep_beside_what_waits();
            }
            if tab.writes && !before {
                // What the other tab has saved or left comes first; only then can this one write.
                self.catch_up(Why::Begins);
            } else {
                self.tab.set(tab);
            }
        });
        self.on(ELSEWHERE, move || self.catch_up(Why::Follows));
        self.on(YIELD, move || {
            self.vault.update_value(|vault| vault.yields = true);
            self.save_now();
            self.yield_if_saved();
        });
    }

    fn on(self, name: &'static str, does: impl Fn() + 'static) {
        let listener = window_event_listener(leptos::ev::Custom::<Event>::new(name), move |_| does());
        on_cleanup(move || listener.remove());
    }

    /// Lets go for another tab that wants to write, once nothing waits any more.
    pub(super) fn yield_if_saved(self) {
        let is_kept = self.is_kept();
        let yields = self.vault.try_update_value(|vault| {
            let yields = vault.yields && is_kept;
            vault.yields &= !yields;
            yields
        });
        if yields == Some(true) {
            tell(YIELDED, &JsValue::NULL);
        }
    }

    /// The right to write was taken away: what was not saved by then is offered beside what the other tab has.
    fn keep_beside_what_waits(self) {
        let waits = self.vault.try_with_value(|vault| vault.is_dirty).unwrap_or(false);
        if waits {
            self.workspace.with_untracked(|mine| self.keep_beside(mine));
        }
    }

    /// A document is offered beside what another tab has saved, also when the page is opened anew.
    pub(super) fn keep_beside(self, workspace: &Workspace) {
        let text = seal(workspace, 1);
        if self.aside.with_untracked(|aside| aside.iter().any(|known| known.text == text)) {
            return;
        }
        // Where there is no room for it, it is there for as long as the page is.
        self.vault.update_value(|vault| {
            vault.repository.set_aside(&text).ok();
        });
        self.aside.update(|aside| aside.push(Aside { text, why: Unreadable::Conflict }));
    }

    /// Becomes the tab that writes.
    pub fn take_over(self) {
        tell(TAKE_OVER, &JsValue::NULL);
    }

    pub(super) fn announce(self, generation: u64) {
        tell(SAVED, &JsValue::from_f64(generation as f64));
    }

    /// A change is refused while another tab writes; whether it was.
    pub(super) fn refuses(self) -> bool {
        let refuses = !self.tab.get_untracked().writes;
        if refuses {
            self.tab.update(|tab| tab.n_refused += 1);
        }
        refuses
    }

    /// Reads what there is, and goes on from it. Where a save was refused, what is here is offered beside it, unless both are the same.
    pub(super) fn catch_up(self, why: Why) {
        spawn_local(async move {
            let found = self.read_again(why == Why::Refused).await;
            let taken = match found {
                None if why == Why::Refused => return self.status.set(SaveStatus::NotSaved(StoreError::Failing)),
                // Whoever has begun to write meanwhile has read it already, and may have changed it since.
                Some(_) if why == Why::Follows && self.tab.get_untracked().writes => None,
                found => found.map(|found| {
                    self.workspace.with_untracked(|mine| {
                        if why == Why::Refused && *mine != found.1.workspace {
                            self.keep_beside(mine);
                        }
                    });
                    self.take(found)
                }),
            };
            if why == Why::Begins {
                // It may be another's turn again.
                self.tab.set(Tab::now());
            }
            if let Some((heal, is_unsaved)) = taken {
                self.settle_in(heal, is_unsaved);
            }
        });
    }

    /// What there is on the device, read as at the start; none where nothing of it can be read, or a place does not answer that has what is newer.
    /// A save that is on its way comes to its end before.
    async fn read_again(self, is_refused: bool) -> Option<Found> {
        while self.vault.try_with_value(|vault| vault.is_saving) == Some(true) {
            browser::pause(30).await;
        }
        let reading = self.vault.try_with_value(|vault| vault.repository.again(vault.journal.clone(), is_refused))?;
        let (repository, loaded) = reading.await;
        if repository.is_locked_anew() {
            // The passphrase is another one now: this page begins anew.
            window().location().reload().ok();
            return None;
        }
        let here = self.vault.try_with_value(|vault| vault.repository.generation())?;
        let is_any = repository.text().is_some() || loaded.is_pending;
        let is_all = loaded.trouble.is_none() || repository.generation() >= here;
        (is_any && is_all).then_some((repository, loaded))
    }

    /// From now on that is the document; what is to be done about it by the tab that writes, see [`Self::settle_in`].
    fn take(self, (repository, loaded): Found) -> (Option<Change>, bool) {
        self.save_no_more();
        let status = self.vault.try_update_value(|vault| {
            (vault.repository, vault.replaces, vault.travels) = (repository, false, false);
            vault.first_status(&loaded)
        });
        if self.workspace.with_untracked(|now| *now != loaded.workspace) {
            self.workspace.set(loaded.workspace);
            self.undo.set(History::default());
        }
        self.aside.update(|aside| {
            let new = loaded.aside.into_iter().filter(|found| aside.iter().all(|known| known.text != found.text));
            let new: Vec<Aside> = new.collect();
            aside.extend(new);
        });
        self.refresh_copies();
        if let Some(status) = status {
            self.status.set(status);
        }
        (loaded.heal, loaded.is_pending)
    }
}

pub(super) fn tell(name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        window().dispatch_event(&event).ok();
    }
}
