//! A person's own sheets: opened and matched in the worker, looked at, and taken in as one change that can be undone.

use super::worker::{Heard, Helper};
use super::{AmendError, App, browser};
use crate::catalog::{CatalogBuilder, pack};
use crate::domain::Own;
use crate::exchange::sheets::message::{Failure, FileKind, PROTOCOL, Reply, Request, SheetLook};
use crate::exchange::sheets::{Match, RowFault, Scale, SheetKind};
use crate::store::read_own;
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::File;

/// How far sheets are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sheets {
    /// There are none.
    #[default]
    Idle,
    /// They are being opened, checked or written.
    Busy,
    /// They wait to be matched, with the faults that were found when they were checked last.
    Opened(Arc<Vec<SheetLook>>, Arc<Vec<RowFault>>),
    /// They can be taken in.
    Checked(Arc<Checked>),
    /// They were taken in.
    TakenIn,
    /// They cannot be opened, or a file cannot be written.
    Failed(SheetsFailure),
}

/// What the person says of opened sheets.
#[derive(Clone, Copy, Debug)]
pub struct Matching {
    /// What each sheet is; none to leave it out.
    pub matches: RwSignal<Vec<Option<Match>>>,
    /// The scale that levels are on.
    pub scale: RwSignal<Scale>,
    looks: StoredValue<Arc<Vec<SheetLook>>>,
}

impl Matching {
    pub(super) fn new() -> Self {
        Self {
            matches: RwSignal::new(Vec::new()),
            scale: RwSignal::new(Scale::Ladder),
            looks: StoredValue::new(Arc::default()),
        }
    }
}

/// What is in sheets that were checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// New and changed entries by kind.
    pub counts: Vec<(SheetKind, usize, usize)>,
    /// Levels that lost precision.
    pub rounded: usize,
    own: Own,
}

/// Why nothing came of sheets.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetsFailure {
    /// The worker says why.
    File(Failure),
    /// The worker itself broke off.
    Worker,
    /// There is more in them than this device can keep.
    TooMuch,
    /// What is there already cannot be read.
    Own,
}

impl App {
    /// Opens files of sheets; what was opened before is let go.
    pub fn open_sheets(self, files: Vec<File>) {
        self.sheet_request(Request::Open, files.into_iter().map(Into::into).collect());
    }

    /// Checks the opened sheets, matched as the person says.
    pub fn check_sheets(self) {
        let Some(base) = self.packed_starter() else { return };
        let (matches, scale) = (self.matching.matches.get_untracked(), self.matching.scale.get_untracked());
        let request = Request::Take { matches, scale };
        let ask = |reader: &Option<Helper>| reader.as_ref().is_some_and(|reader| reader.ask(&request, &[base]));
        let asked = self.sheet_reader.with_value(ask);
        self.sheets.set(if asked { Sheets::Busy } else { Sheets::Failed(SheetsFailure::Worker) });
    }

    /// Takes the checked sheets in, as one change.
    pub fn take_sheets(self) {
        if let Sheets::Checked(checked) = self.sheets.get_untracked() {
            self.sheet_reader.set_value(None);
            self.sheets.set(match self.amend(checked.own.clone()) {
                Ok(()) => Sheets::TakenIn,
                Err(AmendError::TooMuch) => Sheets::Failed(SheetsFailure::TooMuch),
                Err(AmendError::Unreadable) => Sheets::Failed(SheetsFailure::Own),
            });
        }
    }

    /// Lets the sheets go. Nothing has changed.
    pub fn forget_sheets(self) {
        self.sheet_reader.set_value(None);
        self.sheets.set(Sheets::Idle);
    }

    /// Hands the catalogue, own entries and all, to the person as a file.
    pub fn export_catalog(self, kind: FileKind) {
        if let Some(packed) = self.packed_starter() {
            self.sheet_request(Request::Write(kind), vec![packed]);
        }
    }

    /// Hands the person sheets with every column and no row.
    pub fn export_template(self, kind: FileKind) {
        if let Ok(bytes) = pack(&CatalogBuilder::default().build()) {
            self.sheet_request(Request::Write(kind), vec![Uint8Array::from(bytes.as_slice()).into()]);
        }
    }

    pub(super) fn packed_starter(self) -> Option<JsValue> {
        let library = self.library.read_untracked();
        let bytes = pack(library.catalogs.first()?).ok()?;
        Some(Uint8Array::from(bytes.as_slice()).into())
    }

    fn sheet_request(self, request: Request, beside: Vec<JsValue>) {
        self.sheets.set(Sheets::Busy);
        match Helper::start("sheets", move |heard| self.hear_sheets(&request, &beside, heard)) {
            Ok(reader) => self.sheet_reader.set_value(Some(reader)),
            Err(_) => self.sheets.set(Sheets::Failed(SheetsFailure::Worker)),
        }
    }

    fn hear_sheets(self, request: &Request, beside: &[JsValue], heard: Heard<Reply>) {
        let next = match heard {
            (Some(Reply::Ready { protocol }), _) if protocol != PROTOCOL => {
                Sheets::Failed(SheetsFailure::File(Failure::Protocol))
            }
            (Some(Reply::Ready { .. }), _) => {
                let ask = |reader: &Helper| reader.ask(request, beside);
                if self.sheet_reader.with_value(|reader| reader.as_ref().is_some_and(ask)) {
                    return;
                }
                Sheets::Failed(SheetsFailure::Worker)
            }
            (Some(Reply::Sheets(looks)), _) => {
                self.matching.matches.set(looks.iter().map(|look| look.guess.clone()).collect());
                self.matching.looks.set_value(Arc::new(looks));
                Sheets::Opened(self.matching.looks.get_value(), Arc::default())
            }
            (Some(Reply::Faults(faults)), _) => Sheets::Opened(self.matching.looks.get_value(), Arc::new(faults)),
            (Some(Reply::Taken { counts, rounded }), Some(sealed)) => self.checked(counts, rounded, &sealed),
            (Some(Reply::Written), Some(bytes)) => {
                let Request::Write(kind) = request else { return };
                let (end, mime) = match kind {
                    FileKind::Csv => ("zip", "application/zip"),
                    FileKind::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                };
                browser::download_bytes(&format!("skillstead-catalogue-{}.{end}", self.today), &bytes, mime);
                Sheets::Idle
            }
            (Some(Reply::Failed(failure)), _) => Sheets::Failed(SheetsFailure::File(failure)),
            _ => Sheets::Failed(SheetsFailure::Worker),
        };
        if matches!(next, Sheets::Opened(..) | Sheets::Checked(..)) {
            self.sheet_reader.with_value(|reader| reader.iter().for_each(Helper::wait));
        } else {
            self.sheet_reader.set_value(None);
        }
        self.sheets.set(next);
    }

    fn checked(self, counts: Vec<(SheetKind, usize, usize)>, rounded: usize, own: &Uint8Array) -> Sheets {
        let own = String::from_utf8(own.to_vec()).ok().and_then(|text| read_own(&text).ok());
        match own {
            Some(own) => Sheets::Checked(Arc::new(Checked { counts, rounded, own })),
            None => Sheets::Failed(SheetsFailure::Worker),
        }
    }
}
