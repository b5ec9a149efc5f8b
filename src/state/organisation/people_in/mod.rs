//! People from files: opened and matched in the worker, looked at, and taken in as one change that can be undone.

mod heard;

use super::Org;
use crate::catalog::{CatalogBuilder, pack};
use crate::domain::tells_age;
use crate::exchange::people::message::{Ask, Brought, TableLook};
use crate::exchange::people::{Choice, Choices, Matched, Proposal, Refused, TableKind, Terms, Use};
use crate::exchange::sheets::RowFault;
use crate::exchange::sheets::message::Failure;
use crate::state::worker::Helper;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::File;

/// How far files of people are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PeopleFiles {
    /// There are none.
    #[default]
    Idle,
    /// They are being opened, checked or written.
    Busy,
    /// They wait to be matched.
    Opened(Arc<Vec<TableLook>>, Arc<Vec<RowFault>>),
    /// They wait for what the names of skills mean that are not known by themselves.
    Named(Arc<Vec<Proposal>>),
    /// They can be taken in.
    Checked(Arc<Brought>),
    /// They were taken in.
    TakenIn,
    /// Nothing came of them.
    Failed(PeopleFailure),
}

/// Why nothing came of files of people.
#[derive(Clone, Debug, PartialEq)]
pub enum PeopleFailure {
    /// The worker says why.
    File(Failure),
    /// What would come of them cannot be.
    Refused(Refused),
    /// The worker broke off, or it was not there.
    Worker,
}

/// People on their way in, as one value that is cheap to pass.
#[derive(Clone, Copy, Debug)]
pub struct PeopleIn {
    org: Org,
    /// How far they are.
    pub stage: RwSignal<PeopleFiles>,
    /// What each table is; none to leave it out.
    pub matches: RwSignal<Vec<Option<Matched>>>,
    /// What each name of a skill is taken for.
    pub choices: RwSignal<Choices>,
    /// What is to be known beside the cells.
    pub terms: RwSignal<Terms>,
    looks: StoredValue<Arc<Vec<TableLook>>>,
    /// The organisation that was asked about last, and the one that can be taken in, as texts.
    base: StoredValue<Arc<str>>,
    next: StoredValue<Arc<str>>,
    helper: StoredValue<Option<Helper>, LocalStorage>,
}

impl PeopleIn {
    /// Provides it to the page below.
    pub(super) fn provide(org: Org) {
        provide_context(Self {
            org,
            stage: RwSignal::new(PeopleFiles::Idle),
            matches: RwSignal::new(Vec::new()),
            choices: RwSignal::new(Choices::new()),
            terms: RwSignal::new(Terms::default()),
            looks: StoredValue::new(Arc::default()),
            base: StoredValue::new(Arc::default()),
            next: StoredValue::new(Arc::default()),
            helper: StoredValue::new_local(None),
        });
    }

    /// The people on their way in.
    ///
    /// # Panics
    /// Outside of an organisation's pages: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the catalogue is still on its way: nothing can be read or written before.
    #[must_use]
    pub fn waits(self) -> bool {
        self.org.catalog.with(Option::is_none)
    }

    /// Whether files are on their way in: nothing is written meanwhile, since the one worker holds them.
    #[must_use]
    pub fn is_at_work(self) -> bool {
        !self.stage.with(|stage| matches!(stage, PeopleFiles::Idle | PeopleFiles::TakenIn | PeopleFiles::Failed(_)))
    }

    /// Opens files; what was opened before is let go.
    pub fn open(self, files: Vec<File>) {
        let Some(catalog) = self.packed() else { return };
        let files = files.into_iter().map(JsValue::from);
        self.start(Ask::Open, [catalog, self.organisation()].into_iter().chain(files).collect());
    }

    /// Says what the rows of a table are; its columns are then to be said anew, but for ages.
    pub fn set_kind(self, table: usize, kind: Option<TableKind>) {
        let looks = self.looks.get_value();
        let header = looks.get(table).and_then(|look| look.first.first()).map_or(&[][..], Vec::as_slice);
        let columns = header.iter().map(|title| if tells_age(title) { Use::Age } else { Use::Left }).collect();
        let matched = kind.map(|kind| Matched { kind, columns });
        self.matches.update(|matches| {
            if let Some(place) = matches.get_mut(table) {
                *place = matched;
            }
        });
    }

    /// Says what a column is. A field is given to one column alone: the newest choice has it.
    pub fn set_use(self, table: usize, column: usize, what: Use) {
        self.matches.update(|matches| {
            let Some(Some(matched)) = matches.get_mut(table) else { return };
            for other in matched.columns.iter_mut().filter(|other| **other == what && matches!(what, Use::Field(_))) {
                *other = Use::Left;
            }
            if let Some(mine) = matched.columns.get_mut(column) {
                *mine = what;
            }
        });
    }

    /// Asks which names of skills are in the tables.
    pub fn find_names(self) {
        self.ask(&Ask::Names(self.matches.get_untracked()));
    }

    /// Takes a name for the skill that was found, for one of the organisation's own, or leaves it out.
    pub fn choose(self, proposal: &Proposal, is_found: bool, is_own: bool) {
        let choice = match &proposal.found {
            Some((skill, _)) if is_found => Choice::Skill(skill.clone()),
            _ if is_own => Choice::Own,
            _ => Choice::Left,
        };
        self.choices.update(|choices| drop(choices.insert(proposal.name.clone(), choice)));
    }

    /// Makes every name that means no skill one of the organisation's own.
    pub fn own_all(self) {
        self.choices.update(|choices| {
            choices.values_mut().filter(|choice| **choice == Choice::Left).for_each(|choice| *choice = Choice::Own);
        });
    }

    /// Checks the tables, matched as the person says.
    pub fn check(self) {
        let (matches, choices) = (self.matches.get_untracked(), self.choices.get_untracked());
        self.ask(&Ask::Take { matches, choices, terms: self.terms.get_untracked() });
    }

    /// Goes back to the columns.
    pub fn back(self) {
        self.stage.set(PeopleFiles::Opened(self.looks.get_value(), Arc::default()));
    }

    /// Takes in what was checked, as one change. Where the organisation has changed meanwhile it is checked anew.
    pub fn take(self) {
        let is_still = move || Arc::ptr_eq(&self.base.get_value(), &self.text());
        if !is_still() {
            return self.check();
        }
        let next = self.next.get_value();
        self.stage.set(PeopleFiles::Busy);
        spawn_local(async move {
            let taken = self.org.put(next, is_still).await;
            match taken {
                Some(false) => self.check(),
                Some(true) => self.end(PeopleFiles::TakenIn),
                None => self.end(PeopleFiles::Failed(PeopleFailure::Worker)),
            }
        });
    }

    fn end(self, stage: PeopleFiles) {
        self.helper.set_value(None);
        self.next.set_value(Arc::default());
        self.stage.set(stage);
    }

    /// Lets the files go. Nothing has changed.
    pub fn forget(self) {
        self.end(PeopleFiles::Idle);
    }

    /// Hands the organisation to the person as tables.
    pub fn export(self) {
        let Some(catalog) = self.packed() else { return };
        self.start(Ask::Give, vec![catalog, self.organisation()]);
    }

    /// Hands the person tables with every column and no row.
    pub fn template(self) {
        if let Ok(bytes) = pack(&CatalogBuilder::default().build()) {
            self.start(Ask::Give, vec![bytes_of(&bytes), bytes_of(&[])]);
        }
    }

    fn text(self) -> Arc<str> {
        self.org.app.workspace.with_untracked(|workspace| Arc::clone(&workspace.organisation))
    }

    /// The organisation beside a request; from now on it is what was asked about.
    fn organisation(self) -> JsValue {
        let text = self.text();
        let bytes = bytes_of(text.as_bytes());
        self.base.set_value(text);
        bytes
    }

    fn packed(self) -> Option<JsValue> {
        let catalog = self.org.catalog.get_untracked()?;
        pack(&catalog).ok().map(|bytes| bytes_of(&bytes))
    }
}

fn bytes_of(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}
