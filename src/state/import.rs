//! A framework's own download, read by a worker beside the page: progress, cancel, and onto the shelf.

use super::{App, catalogs::unpack_in_slices};
use crate::exchange::message::{Failure, PROTOCOL, Reply, Request, decode, encode};
use crate::store::Shelf;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What is happening to a file that is being read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Import {
    /// Nothing.
    #[default]
    Idle,
    /// It is being read.
    Reading {
        /// The share that is done, 0 to 1.
        share: f32,
        /// The table that is read now; empty before the first.
        table: String,
    },
    /// It is there.
    Done {
        /// Roles of the catalogue.
        n_roles: usize,
        /// Skills of the catalogue.
        n_skills: usize,
        /// Titles of its roles.
        n_titles: usize,
        /// Tables that the file did not have.
        missing: Vec<String>,
        /// Whether it is on the shelf; else it is gone with the page.
        kept: bool,
    },
    /// It cannot be taken, and nothing has changed.
    Failed(ImportFailure),
}

/// Why a file cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportFailure {
    /// The worker says why.
    File(Failure),
    /// The worker itself broke off.
    Worker,
}

/// A worker at work, with what it calls.
pub(super) struct Reader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl App {
    /// Reads a framework's download; a file that is being read already is let go.
    pub fn import_catalog(self, file: File) {
        self.import.set(Import::Reading { share: 0.0, table: String::new() });
        match start(self, file) {
            Ok(reader) => self.reader.set_value(Some(reader)),
            Err(_) => self.import.set(Import::Failed(ImportFailure::Worker)),
        }
    }

    /// Lets the file go that is being read. Nothing has changed.
    pub fn cancel_import(self) {
        self.reader.set_value(None);
        self.import.set(Import::Idle);
    }

    fn hear(self, file: &File, message: &MessageEvent) {
        let parts: Array = message.data().unchecked_into();
        let reply = parts.get(0).dyn_into::<Uint8Array>().ok().and_then(|bytes| decode(&bytes.to_vec()));
        match reply {
            Some(Reply::Ready { protocol }) if protocol == PROTOCOL => self.ask(file),
            Some(Reply::Ready { protocol }) => {
                self.end(ImportFailure::File(Failure::Protocol { expected: protocol, found: PROTOCOL }));
            }
            Some(Reply::Progress { share, table }) => self.import.set(Import::Reading { share, table }),
            Some(Reply::Done { sha256, n_roles, n_skills, n_titles }) => {
                let done = Import::Done { n_roles, n_skills, n_titles, missing: Vec::new(), kept: false };
                self.shelve(sha256, parts.get(1).unchecked_into(), done);
            }
            Some(Reply::Failed(failure)) => self.end(ImportFailure::File(failure)),
            None => self.end(ImportFailure::Worker),
        }
    }

    fn ask(self, file: &File) {
        let request = encode(&Request::Read { protocol: PROTOCOL });
        let message = Array::of2(&Uint8Array::from(request.as_slice()), file);
        let asked =
            self.reader.try_update_value(|reader| reader.as_ref().map(|reader| reader.worker.post_message(&message)));
        if !matches!(asked, Some(Some(Ok(())))) {
            self.end(ImportFailure::Worker);
        }
    }

    fn end(self, failure: ImportFailure) {
        self.reader.set_value(None);
        self.import.set(Import::Failed(failure));
    }

    /// Onto the shelf first, then into the library: what is shown is what the next visit will find.
    fn shelve(self, hash: String, bytes: Uint8Array, done: Import) {
        self.reader.set_value(None);
        spawn_local(async move {
            let Ok(catalog) = unpack_in_slices(&bytes.to_vec()).await else {
                return self.import.set(Import::Failed(ImportFailure::Worker));
            };
            let kept = match Shelf::open().await {
                Ok(shelf) => shelf.put(&catalog.source.key, &hash, &bytes).await.is_ok(),
                Err(_) => false,
            };
            let missing = catalog.source.missing.iter().map(ToString::to_string).collect();
            self.library.update(|library| library.place(catalog));
            if let Import::Done { n_roles, n_skills, n_titles, .. } = done {
                self.import.set(Import::Done { n_roles, n_skills, n_titles, missing, kept });
            }
        });
    }
}

fn start(app: App, file: File) -> Result<Reader, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    // The worker's file keeps its name from build to build, so the build's own name goes with it.
    let build = document().get_element_by_id("boot").and_then(|boot| boot.get_attribute("data-build"));
    let address = format!("reader_loader.js?v={}", build.unwrap_or_default());
    let worker = Worker::new_with_options(&address, &options)?;
    let on_message = Closure::new(move |message: MessageEvent| app.hear(&file, &message));
    let on_error = Closure::new(move |_: ErrorEvent| app.end(ImportFailure::Worker));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Ok(Reader { worker, _on_message: on_message, _on_error: on_error })
}
