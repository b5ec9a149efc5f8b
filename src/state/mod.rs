//! Reactive state: what the page shows, the commands that change it, and what follows from it.

mod actions;
mod advert;
mod autosave;
mod browser;
mod catalogs;
mod constants;
mod derived;
mod edit;
mod handover;
mod handshake;
mod history;
mod import;
mod keeper;
mod kept;
mod library;
mod lock;
mod monitor;
mod organisation;
mod outlook;
mod own;
mod panicked;
mod passport;
mod plan_in;
mod plan_out;
mod planning;
mod privacy;
mod proof;
mod same;
mod settings;
mod sheets;
mod tab;
mod transfer;
mod vault;
mod worker;

pub use advert::Confirmed;
pub use autosave::SaveStatus;
pub use browser::{download, fold_query};
pub use derived::Analysis;
pub use handover::{Handed, WHOLE_IS_HERE};
pub use handshake::{Handshake, HandshakeFailure, HandshakeStep};
pub use history::History;
pub use import::{Import, ImportFailure};
pub use library::{Entry, Found, Library, StarterState};
pub use lock::{Gate, Guard, LockFailure, LockStage, Strength};
pub use monitor::{Look, Monitor, SkillLook};
pub use organisation::{
    Becomes, Board, DigitalSkill, Errand, GivenFault, Groups, HandedProfile, HorizonLook, Named, Org, Outcome, Part,
    PeopleFailure, PeopleFiles, PeopleIn, ProfileFailure, ProfilesIn, SiteSkill, Stage, Task, Tasks, Totals, Urgent,
};
pub use outlook::{Filter, PAGE, Seen};
pub use own::AmendError;
pub use panicked::watch_panics;
pub use passport::{Offered, PassportDesk, Taking, TakingFailure};
pub use plan_in::PlanOffer;
pub use planning::Planned;
pub use privacy::{Footprint, PlaceSize, Privacy, Request, StandingFile};
pub use proof::{Proof, Proved};
pub use same::Same;
pub use settings::{Settings, Theme};
pub use sheets::{Checked, Matching, Sheets, SheetsFailure};
pub use tab::Tab;
pub use transfer::{Preview, TransferError};

pub use crate::engine::Constant;
pub use crate::exchange::limits;

use crate::domain::{ActivityId, Horizon, RoleId, Workspace};
use crate::engine::{Policy, Rhythm, SimilarityTable};
use crate::store::lock::Key;
use crate::store::{Aside, Change, Copy, Loaded, Lock, Space};
use chrono::NaiveDate;
use leptos::prelude::*;
use panicked::has_panicked;
use std::rc::Rc;
use std::sync::Arc;
use vault::Vault;

/// Everything the page shows, as one value that is cheap to pass. Only [`actions`] change it.
#[derive(Clone, Copy, Debug)]
pub struct App {
    /// The person's document.
    pub workspace: RwSignal<Workspace>,
    /// The catalogues that are there.
    pub library: RwSignal<Library>,
    /// What is happening to a file that is being read.
    pub import: RwSignal<Import>,
    /// What is happening to sheets of one's own.
    pub sheets: RwSignal<Sheets>,
    /// What the person says of them.
    pub matching: sheets::Matching,
    /// Whether what was entered is kept.
    pub status: RwSignal<SaveStatus>,
    /// Whether something is kept here that the first module cannot read.
    pub known: RwSignal<bool>,
    /// What this tab may do beside others.
    pub tab: RwSignal<Tab>,
    /// Copies of earlier documents, newest first.
    pub copies: RwSignal<Vec<Copy>>,
    /// Whether somebody has kept something here, and the browser has taken it away.
    pub gone: RwSignal<bool>,
    /// Language and theme.
    pub settings: RwSignal<Settings>,
    /// What could not be read at the start, to be offered for download.
    pub aside: RwSignal<Vec<Aside>>,
    /// An imported document that waits for a yes.
    pub preview: RwSignal<Option<Result<Preview, TransferError>>>,
    /// How alike the roles of the present way's catalogue are; none while no way is chosen.
    pub table: Memo<Option<Same<SimilarityTable>>>,
    /// The gap and everything around it; none while no way is chosen.
    pub analysis: Memo<Option<Arc<Analysis>>>,
    /// The plan; none while no way is chosen.
    pub plan: Memo<Option<Arc<Planned>>>,
    /// What the plan would be within the person's own horizon, while another is tried.
    pub plan_beside: Memo<Option<Arc<Planned>>>,
    /// A horizon that is tried, while the plan that is followed stays as it is.
    pub tried: RwSignal<Option<Horizon>>,
    /// How good the plan has turned out to be.
    pub proof: RwSignal<Proof>,
    /// How the person spreads the hours of a week.
    pub rhythm: RwSignal<Rhythm>,
    /// Whether other plans are to be seen beside one's own.
    pub comparing_plans: RwSignal<bool>,
    /// The activity of the plan that is being arranged.
    pub arranging: RwSignal<Option<ActivityId>>,
    /// What can be undone and redone.
    pub undo: RwSignal<History>,
    /// What is being looked for in the catalogues, so that it is still there when one comes back.
    pub query: RwSignal<String>,
    /// Which roles are to be seen around one, so that it is still there when one comes back.
    pub filter: RwSignal<Filter>,
    /// The roles that are to be compared.
    pub compare: RwSignal<Vec<RoleId>>,
    /// Today, read once.
    pub today: NaiveDate,
    /// The constants of the engine, as the person has set them.
    pub policy: Memo<Policy>,
    reckoning: RwSignal<constants::Reckoning>,
    vault: StoredValue<Vault, LocalStorage>,
    reader: StoredValue<Option<worker::Helper>, LocalStorage>,
    sheet_reader: StoredValue<Option<worker::Helper>, LocalStorage>,
    planner: StoredValue<Option<worker::Helper>, LocalStorage>,
}

impl App {
    /// On a first visit: provides the state to the page below, and starts to load catalogues.
    pub fn provide_first() -> Self {
        let (app, ..) = Self::provide(Vault::first(), Handed::default());
        app.look_around();
        app.watch_tab();
        app
    }

    /// Provides the state to the page below: what was kept on this device, unless the first module hands over what goes on from it.
    pub fn provide_whole(Kept(read, key): Kept) -> Self {
        let (app, heal, is_kept) = Self::provide(read, Handed::ask());
        app.settle_in(heal, !is_kept);
        app.refresh_copies();
        app.watch_tabs();
        Guard::provide(app, key, transfer::look_into);
        Privacy::provide(app);
        Monitor::provide(app);
        PassportDesk::provide(app);
        app
    }

    /// Provides the state of an organisation's pages.
    pub fn provide_organisation(Kept(read, key): Kept) -> Self {
        let (app, heal, is_kept) = Self::provide(read, Handed::default());
        app.vault.update_value(|vault| vault.keeper = Some(keeper::keeper));
        app.settle_in(heal, !is_kept);
        app.refresh_copies();
        app.watch_tabs();
        Guard::provide(app, key, organisation::look_into);
        Privacy::provide(app);
        Org::provide(app);
        app
    }

    fn provide((mut vault, loaded): (Vault, Loaded), handed: Handed) -> (Self, Option<Change>, bool) {
        let today = browser::today();
        let status = vault.first_status(&loaded);
        let (workspace, history, is_kept, beside) = handed.over(&loaded, &mut vault.repository);
        let aside = loaded.aside.iter().cloned().chain(beside).collect::<Vec<_>>();
        let workspace = RwSignal::new(workspace);
        let library = RwSignal::new(Library::default());
        let reckoning = RwSignal::new(constants::Reckoning::default());
        let policy = Memo::new(move |_| (reckoning.read().policy)(&workspace.read().constants));
        let table = derived::table(workspace, library, policy, reckoning);
        let analysis = derived::analysis(workspace, library, table, policy);
        let tried = RwSignal::new(None);
        let none = Signal::derive(|| None);
        let app = Self {
            settings: RwSignal::new(vault.settings()),
            plan: derived::plan(workspace, analysis, tried.into(), today, reckoning),
            plan_beside: derived::plan(workspace, analysis, none, today, reckoning),
            tried,
            arranging: RwSignal::new(None),
            comparing_plans: RwSignal::new(false),
            rhythm: RwSignal::new(Rhythm::default()),
            import: RwSignal::new(Import::Idle),
            status: RwSignal::new(status),
            aside: RwSignal::new(aside),
            tab: RwSignal::new(Tab::now()),
            known: RwSignal::new(false),
            copies: RwSignal::new(Vec::new()),
            gone: RwSignal::new(loaded.is_gone),
            preview: RwSignal::new(None),
            undo: RwSignal::new(history),
            query: RwSignal::new(String::new()),
            filter: RwSignal::new(Filter::default()),
            compare: RwSignal::new(Vec::new()),
            vault: StoredValue::new_local(vault),
            reader: StoredValue::new_local(None),
            sheet_reader: StoredValue::new_local(None),
            planner: StoredValue::new_local(None),
            proof: RwSignal::new(Proof::Unasked),
            matching: sheets::Matching::new(),
            sheets: RwSignal::new(Sheets::Idle),
            workspace,
            library,
            analysis,
            table,
            today,
            policy,
            reckoning,
        };
        provide_context(app);
        app.watch_hiding();
        app.load_catalogs();
        (app, loaded.heal, is_kept)
    }

    /// The state of the page.
    ///
    /// # Panics
    /// Outside of the page: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}

/// What is kept on this device, read and not yet shown, with the key that opened it.
pub struct Kept((Vault, Loaded), Option<Rc<Key>>);

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept")
    }
}

impl Kept {
    /// Reads it; with its key where it is closed.
    pub async fn read(space: Space, key: Option<Rc<Key>>) -> Self {
        let lock = key.clone().map(|key| key as Rc<dyn Lock>);
        Self(Vault::open(space, lock).await, key)
    }
}
