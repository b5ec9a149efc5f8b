//! A framework's own download, read by a worker beside the page: progress, cancel, and onto the shelf.

use super::worker::{Heard, Helper};
use super::{App, catalogs::unpack_in_slices};
use crate::exchange::message::{Failure, PROTOCOL, Reply, Request};
use crate::store::Shelf;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

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

impl App {
    /// Reads a framework's download; a file that is being read already is let go.
    pub fn import_catalog(self, file: File) {
        self.import.set(Import::Reading { share: 0.0, table: String::new() });
        match Helper::start("reader", move |heard| self.hear(&file, heard)) {
            Ok(reader) => self.reader.set_value(Some(reader)),
            Err(_) => self.import.set(Import::Failed(ImportFailure::Worker)),
        }
    }

    /// Lets the file go that is being read. Nothing has changed.
    pub fn cancel_import(self) {
        self.reader.set_value(None);
        self.import.set(Import::Idle);
    }

    fn hear(self, file: &File, heard: Heard<Reply>) {
        match heard {
            (Some(Reply::Ready { protocol }), _) if protocol != PROTOCOL => {
                self.end(ImportFailure::File(Failure::Protocol { expected: protocol, found: PROTOCOL }));
            }
            (Some(Reply::Ready { .. }), _) => {
                let asked = self.reader.with_value(|reader| {
                    reader.as_ref().is_some_and(|reader| reader.ask(&Request::Read, &[file.into()]))
                });
                if !asked {
                    self.end(ImportFailure::Worker);
                }
            }
            (Some(Reply::Progress { share, table }), _) => self.import.set(Import::Reading { share, table }),
            (Some(Reply::Done { sha256, n_roles, n_skills, n_titles }), Some(bytes)) => {
                let done = Import::Done { n_roles, n_skills, n_titles, missing: Vec::new(), kept: false };
                self.shelve(sha256, bytes, done);
            }
            (Some(Reply::Failed(failure)), _) => self.end(ImportFailure::File(failure)),
            _ => self.end(ImportFailure::Worker),
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
            let kept = Shelf::default().put(&catalog.source.key, &hash, &bytes).await.is_ok();
            let missing = catalog.source.missing.iter().map(ToString::to_string).collect();
            self.library.update(|library| library.place(catalog));
            if let Import::Done { n_roles, n_skills, n_titles, .. } = done {
                self.import.set(Import::Done { n_roles, n_skills, n_titles, missing, kept });
            }
        });
    }
}
