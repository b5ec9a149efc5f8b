//! An organisation for its pages: the document, the commands that change it, and what follows from it.

mod belonging;
mod board;
mod constants;
mod contracts;
mod demand;
mod fairness;
mod handshake;
mod judging;
mod map;
mod moving;
mod outcomes;
mod people;
mod people_in;
mod profiles_in;
mod programmes;
mod tasks;

pub use board::{Board, DigitalSkill, HorizonLook, Named, Urgent};
pub use fairness::{GivenFault, Groups, SiteSkill};
pub use map::Part;
pub use moving::Totals;
pub use people_in::{PeopleFailure, PeopleFiles, PeopleIn};
pub use profiles_in::{Becomes, HandedProfile, ProfileFailure, ProfilesIn};
pub use tasks::{Errand, Outcome, Stage, Task, Tasks};

use super::same::Same;
use super::{App, TransferError, browser};
use crate::catalog::Catalog;
use crate::domain::{Command, OrgCommand, OrgError, Organisation, Workspace};
use crate::engine::SimilarityTable;
use crate::engine::workforce::{Demand, Filter, OrgPolicy};
use crate::store::{OrgReading, Unreadable, read_org, write_org, write_org_after};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::VecDeque;
use std::sync::Arc;

/// Organisations whose texts are kept beside them, so that a change is taken back at once.
const MOST_WRITTEN: usize = 8;
/// Milliseconds after which a page that reads lets the browser answer.
const SLICE_MS: f64 = 12.0;

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
    /// What it needs; none while the catalogue is on its way.
    pub demand: Memo<Option<Same<Demand>>>,
    /// Whom the talent map is about, so that it is still there when one comes back.
    pub filter: RwSignal<Filter>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<OrgError>>,
    /// What takes its time.
    pub tasks: Tasks,
    /// How alike the roles of the catalogue are.
    table: Memo<Option<Same<SimilarityTable>>>,
    /// What was written or read of late, with its text: it need not be read again where a change is taken back.
    written: StoredValue<VecDeque<(Arc<str>, Arc<Organisation>)>>,
}

impl Org {
    /// Provides it to the page below.
    pub(super) fn provide(app: App) {
        let written = StoredValue::new(VecDeque::<(Arc<str>, Arc<Organisation>)>::new());
        let text = Memo::new(move |_| Arc::clone(&app.workspace.read().organisation));
        let now = Memo::new(move |_| {
            let text = text.get();
            let is_it = |(of, _): &&(Arc<str>, Arc<Organisation>)| Arc::ptr_eq(of, &text);
            let known = written.with_value(|known| known.iter().find(is_it).map(|(_, known)| Arc::clone(known)));
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
        let demand = Memo::new(move |_| {
            let (now, catalog) = (now.get()?, catalog.get()?);
            Some(demand::reckoned(&now, &catalog, &app.policy.read(), &policy.read()))
        });
        let org = Self {
            app,
            now,
            catalog,
            policy,
            demand,
            board: Board::of(app, now, catalog, policy, demand),
            groups: Groups::of(app, now, catalog, policy),
            filter: RwSignal::new(Filter::default()),
            refused: RwSignal::new(None),
            tasks: Tasks::new(),
            table: Self::table_of(catalog),
            written,
        };
        org.watch_tasks();
        provide_context(org);
        PeopleIn::provide(org);
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
        let replaces = matches!(command, OrgCommand::Replace(_));
        match now.apply(command) {
            Ok(None) => {}
            Ok(Some(next)) => self.keep(self.text_after(&next), next, replaces),
            Err(error) => self.refused.set(Some(error)),
        }
    }

    /// Changes it by several commands, as one change that can be undone; whether all of them could be done.
    fn apply_all(self, commands: impl IntoIterator<Item = OrgCommand>) -> bool {
        self.refused.set(None);
        let Some(Same(now)) = self.now.get_untracked() else { return false };
        let mut next = None;
        for command in commands {
            match next.as_ref().unwrap_or(&*now).apply(command) {
                Ok(changed) => next = changed.or(next),
                Err(error) => {
                    self.refused.set(Some(error));
                    return false;
                }
            }
        }
        if let Some(next) = next {
            self.keep(self.text_after(&next), next, false);
        }
        true
    }

    /// The text of what follows on the organisation as it is.
    fn text_after(self, next: &Organisation) -> Arc<str> {
        let text = self.app.workspace.with_untracked(|workspace| Arc::clone(&workspace.organisation));
        self.now
            .with_untracked(|now| match now {
                Some(now) => write_org_after(next, now, &text),
                None => write_org(next),
            })
            .into()
    }

    /// Puts an organisation that the worker has made and checked in the place of this one, as one change that can be undone; whether it can
    /// be read, and `is_still` wanted once it is: however large it is, the page stays awake meanwhile. It is not written anew.
    async fn put(self, text: Arc<str>, is_still: impl Fn() -> bool) -> Option<bool> {
        self.refused.set(None);
        let next = read_awake(&text).await.ok()?;
        let is_still = is_still();
        if is_still {
            self.keep(text, next, true);
        }
        Some(is_still)
    }

    fn keep(self, text: Arc<str>, next: Organisation, replaces: bool) {
        self.written.update_value(|written| {
            written.truncate(MOST_WRITTEN - 1);
            written.push_front((Arc::clone(&text), Arc::new(next)));
        });
        self.app.apply(Command::SetOrganisation(text));
        // What is put in the place of an organisation may be much smaller, and that is meant.
        self.app.vault.update_value(|vault| vault.replaces |= replaces);
    }
}

/// Reads an organisation line by line, and lets the page answer in between.
async fn read_awake(text: &str) -> Result<Organisation, Unreadable> {
    let mut reading = OrgReading::of(text)?;
    let mut begun = js_sys::Date::now();
    while reading.step()? {
        if js_sys::Date::now() - begun > SLICE_MS {
            browser::pause(0).await;
            begun = js_sys::Date::now();
        }
    }
    browser::pause(0).await;
    let organisation = reading.end();
    browser::pause(0).await;
    organisation
}

/// What a file would put in the place of an organisation: how many people and positions.
///
/// # Errors
/// A person's own file, and an organisation that cannot be read.
pub(super) fn look_into(workspace: &Workspace) -> Result<Option<(usize, usize)>, TransferError> {
    if workspace.organisation.is_empty() && !workspace.is_empty() {
        return Err(TransferError::Personal);
    }
    let organisation = read_org(&workspace.organisation).map_err(TransferError::Document)?;
    Ok(Some((organisation.people.len(), organisation.positions.len())))
}
