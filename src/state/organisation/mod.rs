//! An organisation for its pages: the document, the commands that change it, and what follows from it.

mod board;
mod constants;
mod fairness;
mod outcomes;
mod people;

pub use board::{Board, DigitalSkill, HorizonLook, Named, Urgent};
pub use fairness::{GivenFault, Groups, SiteSkill};

use super::App;
use super::same::Same;
use crate::catalog::Catalog;
use crate::domain::{Command, OrgCommand, OrgError, Organisation};
use crate::engine::workforce::OrgPolicy;
use crate::store::{read_org, write_org};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// All of it, as one value that is cheap to pass. Only an organisation's pages have it.
#[derive(Clone, Copy, Debug)]
pub struct Org {
    pub(super) app: App,
    /// The organisation; none where what is there cannot be read, and is not written over.
    pub now: Memo<Option<Same<Organisation>>>,
    /// The catalogue that it speaks of; none until it is there.
    pub catalog: Memo<Option<Same<Catalog>>>,
    /// The constants of the organisation, as it has set them.
    pub policy: Memo<OrgPolicy>,
    /// How it stands.
    pub board: Board,
    /// Numbers about groups and sites.
    pub groups: Groups,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<OrgError>>,
    /// What was written last, with its text: it need not be read again.
    written: StoredValue<(Arc<str>, Arc<Organisation>)>,
}

impl Org {
    /// Provides it to the page below.
    pub(super) fn provide(app: App) {
        let written = StoredValue::new((Arc::default(), Arc::default()));
        let text = Memo::new(move |_| Arc::clone(&app.workspace.read().organisation));
        let now = Memo::new(move |_| {
            let text = text.get();
            let known =
                written.with_value(|(of, organisation)| Arc::ptr_eq(of, &text).then(|| Arc::clone(organisation)));
            known.or_else(|| read_org(&text).ok().map(Arc::new)).map(Same)
        });
        let catalog = Memo::new(move |_| {
            let library = app.library.read();
            let role = now.with(|now| now.as_ref()?.positions.iter().find_map(|position| position.role.clone()));
            let with_role = role.and_then(|role| library.with_role(&role).map(Arc::clone));
            // One that a position speaks of may still be on its way.
            let fallback = || library.catalogs.first().filter(|_| !library.is_loading()).map(Arc::clone);
            with_role.or_else(fallback).map(Same)
        });
        let set = move |now: &Same<Organisation>| OrgPolicy::with(&now.policy);
        let policy = Memo::new(move |_| now.with(|now| now.as_ref().map(set).unwrap_or_default()));
        let board = Board::of(app, now, catalog, policy);
        let groups = Groups::of(app, now, catalog, policy);
        provide_context(Self { app, now, catalog, policy, board, groups, refused: RwSignal::new(None), written });
    }

    /// The organisation of the page.
    ///
    /// # Panics
    /// Outside of an organisation's pages: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Today, read once.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.app.today
    }

    /// Changes the organisation, as one change that can be undone; or says why not.
    pub fn apply(self, command: OrgCommand) {
        self.refused.set(None);
        // Where it cannot be read nothing is written over it.
        let Some(Same(now)) = self.now.get_untracked() else { return };
        match now.apply(command) {
            Ok(None) => {}
            Ok(Some(next)) => {
                let text: Arc<str> = write_org(&next).into();
                self.written.set_value((Arc::clone(&text), Arc::new(next)));
                self.app.apply(Command::SetOrganisation(text));
            }
            Err(error) => self.refused.set(Some(error)),
        }
    }
}
