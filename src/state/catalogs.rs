//! The catalogues that are there: the starter, fetched once the page stands, and what is on the shelf.

use super::{App, browser};
use crate::catalog::{Catalog, Hit, PackError, Unpacking};
use crate::domain::{Role, RoleId};
use crate::store::{Shelf, Shelved};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

/// How far the starter catalogue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StarterState {
    /// On its way.
    #[default]
    Loading,
    /// There.
    Ready,
    /// It could not be fetched or read.
    Failed,
}

/// The catalogues, the starter first.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Those that are there.
    pub catalogs: Vec<Arc<Catalog>>,
    /// How far the starter is.
    pub starter: StarterState,
    /// Whether the shelf has been read, so that what is missing now stays missing.
    pub shelf_read: bool,
}

impl Library {
    /// The best `limit` roles of all catalogues for a folded query; a person's own import goes before the starter on a tie.
    #[must_use]
    pub fn search(&self, folded_query: &str, limit: usize) -> Vec<(Arc<Catalog>, Hit)> {
        let hits = self.catalogs.iter().rev().flat_map(|catalog| {
            let hits = catalog.titles.search(folded_query, limit);
            hits.into_iter().map(move |hit| (Arc::clone(catalog), hit))
        });
        let mut hits: Vec<_> = hits.collect();
        hits.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
        hits.truncate(limit);
        hits
    }

    /// A role of any catalogue.
    #[must_use]
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.catalogs.iter().find_map(|catalog| catalog.find_role(id))
    }

    /// Puts a catalogue in the place of the one of the same source, or behind the others.
    pub(super) fn place(&mut self, catalog: Catalog) {
        self.remove(&catalog.source.key);
        let at = if &*catalog.source.key == "starter" { 0 } else { self.catalogs.len() };
        self.catalogs.insert(at, Arc::new(catalog));
    }

    pub(super) fn remove(&mut self, source: &str) {
        self.catalogs.retain(|catalog| &*catalog.source.key != source);
    }
}

impl App {
    /// Fetches the starter and reads the shelf, side by side.
    pub(super) fn load_catalogs(self) {
        spawn_local(async move {
            let starter = fetch_starter().await;
            self.library.update(|library| match starter {
                Some(catalog) => {
                    library.starter = StarterState::Ready;
                    library.place(catalog);
                }
                None => library.starter = StarterState::Failed,
            });
        });
        spawn_local(async move {
            let shelved = match Shelf::open().await {
                Ok(shelf) => shelf.all().await.unwrap_or_default(),
                Err(_) => Vec::new(),
            };
            for Shelved { bytes, .. } in &shelved {
                // What another version wrote is left out: the person's file makes it anew.
                if let Ok(catalog) = unpack_in_slices(bytes).await {
                    self.library.update(|library| library.place(catalog));
                }
            }
            self.library.update(|library| library.shelf_read = true);
        });
    }

    /// Takes a loaded catalogue away, from the page and from the shelf.
    pub fn remove_catalog(self, source: &str) {
        self.library.update(|library| library.remove(source));
        let source = source.to_owned();
        spawn_local(async move {
            if let Ok(shelf) = Shelf::open().await {
                // Whether it went shows at the next start; it holds nothing personal.
                shelf.remove(&source).await.ok();
            }
        });
    }

    pub(super) fn forget_shelf(self) {
        let sources: Vec<String> = self.library.with_untracked(|library| {
            let keys = library.catalogs.iter().map(|catalog| catalog.source.key.to_string());
            keys.filter(|key| key != "starter").collect()
        });
        sources.iter().for_each(|source| self.remove_catalog(source));
    }
}

/// The starter's address carries the hash of its content: it is written into the page when the site is built.
async fn fetch_starter() -> Option<Catalog> {
    let boot = document().get_element_by_id("boot")?.dyn_into::<HtmlElement>().ok()?;
    let address = boot.dataset().get("catalogue")?;
    let response = JsFuture::from(browser::window().fetch_with_str(&address)).await.ok()?;
    let response = response.dyn_into::<Response>().ok().filter(Response::ok)?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    unpack_in_slices(&js_sys::Uint8Array::new(&buffer).to_vec()).await.ok()
}

/// The catalogue in bytes. The page breathes between the slices: all at once they would take longer than a blink.
pub(super) async fn unpack_in_slices(bytes: &[u8]) -> Result<Catalog, PackError> {
    let mut unpacking = Unpacking::begin(bytes)?;
    while unpacking.step()? {
        browser::breathe().await;
    }
    browser::breathe().await;
    unpacking.finish()
}
