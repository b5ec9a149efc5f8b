//! The skills passport for the pages: what it shows, what leaves with it, and what files of others propose for it.

mod choices;
mod giving;
mod signature;
mod taking;

pub use choices::Offered;
pub use taking::{Taking, TakingFailure};

use super::App;
use super::monitor::Monitor;
use super::same::Same;
use super::worker::Helper;
use crate::domain::{PassportChoices, Record};
use crate::exchange::passport::{Passport, Pick, Verification};
use crate::store::read_choices;
use leptos::prelude::*;
use std::sync::Arc;

/// All of it, as one value that is cheap to pass. Only the whole has it.
#[derive(Clone, Copy, Debug)]
pub struct PassportDesk {
    pub(super) app: App,
    record: Memo<Option<Same<Record>>>,
    /// What the person has chosen to show; none where what is there cannot be read, and is not written over.
    pub choices: Memo<Option<PassportChoices>>,
    /// The skills that can be shown, by name.
    pub offered: Memo<Vec<Offered>>,
    /// The passport as it leaves, in the language of the page; none where choices or record cannot be read.
    pub shown: Memo<Option<Passport>>,
    /// How far a file of somebody else's is.
    pub taking: RwSignal<Taking>,
    /// What the person wants of its proposals, one for each.
    pub picks: RwSignal<Vec<Pick>>,
    /// What came of the check of its signature; none while there is none.
    pub verification: RwSignal<Option<Verification>>,
    reader: StoredValue<Option<Helper>, LocalStorage>,
}

impl PassportDesk {
    /// Provides it to the page below, after the record.
    pub(super) fn provide(app: App) {
        let record = Monitor::get().record;
        let text = Memo::new(move |_| Arc::clone(&app.workspace.read().passport));
        let choices = Memo::new(move |_| read_choices(&text.read()).ok());
        let offered = Memo::new(move |_| choices::offered(app, record.get().as_deref()));
        let shown = Memo::new(move |_| {
            let (record, choices, library) = (record.get()?, choices.get()?, app.library.read());
            let catalogs: Vec<_> = library.catalogs.iter().map(AsRef::as_ref).collect();
            let language = app.settings.read().language();
            Some(Passport::of(&app.workspace.read(), &record, &choices, &catalogs, language))
        });
        provide_context(Self {
            app,
            record,
            choices,
            offered,
            shown,
            taking: RwSignal::new(Taking::Idle),
            picks: RwSignal::new(Vec::new()),
            verification: RwSignal::new(None),
            reader: StoredValue::new_local(None),
        });
    }

    /// The passport's state.
    ///
    /// # Panics
    /// Outside of the page: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}
