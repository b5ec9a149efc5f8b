//! Brings the catalogues: the starter, fetched once the page stands, and what is on the shelf.

use super::library::StarterState;
use super::{App, browser};
use crate::catalog::{Catalog, PackError, Unpacking};
use crate::store::{Shelf, Shelved};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

impl App {
    /// Fetches the starter and reads the shelf, side by side; then what the site ships beside the starter.
    pub(super) fn load_catalogs(self) {
        spawn_local(async move {
            let addresses = shipped();
            let starter = match addresses.first() {
                Some(address) => fetch(address).await,
                None => None,
            };
            self.library.update(|library| match starter {
                Some(catalog) => library.place_starter(catalog),
                None => library.starter = StarterState::Failed,
            });
            for address in addresses.iter().skip(1) {
                // One that does not come is not there: the person can load the same framework.
                if let Some(catalog) = fetch(address).await {
                    self.library.update(|library| library.place_shipped(catalog));
                }
            }
        });
        spawn_local(async move {
            let shelved = Shelf::default().all().await.unwrap_or_default();
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
            // Whether it went shows at the next start; it holds nothing personal.
            Shelf::default().remove(&source).await.ok();
        });
    }

    pub(super) fn forget_shelf(self) {
        let sources: Vec<String> = self.library.with_untracked(|library| {
            let keys = library.catalogs.iter().map(|catalog| catalog.source.key.to_string());
            keys.filter(|key| !library.is_shipped(key)).collect()
        });
        sources.iter().for_each(|source| self.remove_catalog(source));
    }
}

/// The addresses of the catalogues that the site ships, the starter first. Each carries the hash of its content: they are
/// written into the page when the site is built.
fn shipped() -> Vec<String> {
    let boot = document().get_element_by_id("boot").and_then(|boot| boot.dyn_into::<HtmlElement>().ok());
    let list = boot.and_then(|boot| boot.dataset().get("catalogues")).unwrap_or_default();
    list.split_whitespace().map(ToOwned::to_owned).collect()
}

async fn fetch(address: &str) -> Option<Catalog> {
    let response = JsFuture::from(browser::window().fetch_with_str(address)).await.ok()?;
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
