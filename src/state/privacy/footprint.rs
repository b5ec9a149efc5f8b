//! What this site keeps in the browser, as the recovery page reads it: code that knows nothing of the vault (`src/ui/recover/kept.mjs`).

use super::Privacy;
use crate::state::{browser, tab::tell};
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, StorageManager};

/// "Look at what is kept." The answer is another event.
const LOOK: &str = "skillstead-look";
/// "This is what is kept."
const LOOKED: &str = "skillstead-looked";

/// One place that the browser has for this site.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceSize {
    /// The browser's own name for it.
    pub name: String,
    /// How many records it holds.
    pub n_records: usize,
    /// How large they are together, in bytes.
    pub bytes: f64,
}

/// What this site keeps here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footprint {
    /// Every place that holds anything.
    pub places: Vec<PlaceSize>,
    /// How many places could not be read.
    pub n_faults: u32,
    /// Bytes that this site takes, its offline copy among them, and may take, where the browser tells.
    pub room: Option<[f64; 2]>,
    /// Whether the browser has promised to take nothing away by itself, where it tells.
    pub persists: Option<bool>,
}

impl Privacy {
    /// Looks anew.
    pub fn look(self) {
        tell(LOOK, &JsValue::NULL);
    }

    /// Asks the browser to take nothing away by itself.
    pub fn ask_to_persist(self) {
        spawn_local(async move {
            let asked = storage().and_then(|storage| storage.persist().ok());
            if let Some(asked) = asked {
                // Whatever it answers is looked up below.
                JsFuture::from(asked).await.ok();
            }
            self.look();
        });
    }

    pub(super) fn watch_footprint(self) {
        let event = leptos::ev::Custom::<CustomEvent>::new(LOOKED);
        let listener = window_event_listener(event, move |event| {
            let detail = event.detail();
            spawn_local(async move {
                let found = Footprint { room: room().await, persists: persists().await, ..read(&detail) };
                self.footprint.set(Some(found));
            });
        });
        on_cleanup(move || listener.remove());
    }
}

fn storage() -> Option<StorageManager> {
    // Only in a secure context is there one.
    let navigator = browser::window().navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    storage.dyn_into().ok()
}

async fn room() -> Option<[f64; 2]> {
    let estimate = JsFuture::from(storage()?.estimate().ok()?).await.ok()?;
    let number = |key: &str| Reflect::get(&estimate, &key.into()).ok()?.as_f64();
    Some([number("usage")?, number("quota")?])
}

async fn persists() -> Option<bool> {
    JsFuture::from(storage()?.persisted().ok()?).await.ok()?.as_bool()
}

fn read(found: &JsValue) -> Footprint {
    let list = |key: &str| Reflect::get(found, &key.into()).map(|list| Array::from(&list)).unwrap_or_default();
    let mut footprint = Footprint { n_faults: list("faults").length(), ..Footprint::default() };
    for record in list("records").iter() {
        let part = |key: &str| Reflect::get(&record, &key.into()).unwrap_or_default();
        let (name, bytes) = (part("place").as_string().unwrap_or_default(), part("size").as_f64().unwrap_or(0.0));
        match footprint.places.iter_mut().find(|place| place.name == name) {
            Some(place) => (place.n_records, place.bytes) = (place.n_records + 1, place.bytes + bytes),
            None => footprint.places.push(PlaceSize { name, n_records: 1, bytes }),
        }
    }
    footprint
}
