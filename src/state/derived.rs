//! What follows from the document and the catalogues. Each compares with what it was, so work follows what changed.

use super::Library;
use super::constants::Reckoning;
use super::planning::{Planned, Room};
use super::same::Same;
use crate::catalog::Catalog;
use crate::domain::{Gate, Horizon, Overrule, RoleId, SkillIx, Verdict, Workspace};
use crate::engine::{
    Admission, GapReport, Moving, Passage, Policy, SimilarityTable, Standing, Step, VerdictReport, Way, admission,
    analyse, first_steps, judge, passages, questions,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// A way, analysed: everything the pages show of it.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The catalogue that both roles are seen in.
    pub catalog: Arc<Catalog>,
    /// The role that is wanted.
    pub target: RoleId,
    /// The present role as this catalogue knows it.
    pub current: Option<RoleId>,
    /// Where the person stands.
    pub standing: Standing,
    /// The gap.
    pub gap: GapReport,
    /// The verdict.
    pub verdict: VerdictReport,
    /// The person's own word on it.
    pub overrule: Option<Overrule>,
    /// What its gates let one decide.
    pub admission: Admission,
    /// What the role demands before any skill counts, and what is known of it.
    pub gates: Vec<(Gate, Passage)>,
    /// The skills to ask about first.
    pub questions: Vec<SkillIx>,
    /// The constants that it was reckoned with.
    policy: Policy,
    /// Whether enough is rated for a score to be more than a first guess.
    pub can_be_judged: bool,
}

impl Analysis {
    /// What the way is called: by the person, where they have said so.
    #[must_use]
    pub fn called(&self) -> Verdict {
        self.overrule.as_ref().and_then(|overrule| overrule.verdict).unwrap_or(self.verdict.verdict)
    }
}

impl Analysis {
    /// The way that was analysed.
    #[must_use]
    pub fn way(&self) -> Option<Way<'_>> {
        let current = self.current.as_ref().and_then(|id| self.catalog.find_role(id));
        Some(Way { catalog: &self.catalog, current, target: self.catalog.find_role(&self.target)? })
    }
}

impl Analysis {
    /// The constants that it was reckoned with.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What to learn first, three at most.
    #[must_use]
    pub fn first_steps(&self) -> Vec<Step> {
        let way = self.way();
        let mut steps = way.map(|way| first_steps(&way, &self.standing, &self.gap, &self.policy)).unwrap_or_default();
        steps.truncate(3);
        steps
    }
}

impl PartialEq for Analysis {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.catalog, &other.catalog)
            && self.target == other.target
            && self.current == other.current
            && self.standing == other.standing
            && self.verdict == other.verdict
            && self.overrule == other.overrule
            && self.gates == other.gates
            && self.policy == other.policy
    }
}

/// The present way of a workspace, with the catalogue that holds it.
fn find<'a>(library: &'a Library, workspace: &Workspace) -> Option<(&'a Arc<Catalog>, Way<'a>)> {
    let way = Way::find(library.catalogs.iter().map(AsRef::as_ref), workspace)?;
    let catalog = library.catalogs.iter().find(|catalog| std::ptr::eq(catalog.as_ref(), way.catalog))?;
    Some((catalog, way))
}

/// How alike the roles of the present way's catalogue are: made once for each catalogue, when it is first asked for.
pub(super) fn table(
    workspace: RwSignal<Workspace>,
    library: RwSignal<Library>,
    policy: Memo<Policy>,
    reckoning: RwSignal<Reckoning>,
) -> Memo<Option<Same<SimilarityTable>>> {
    let catalog = Memo::new(move |_| {
        let (library, workspace) = (library.read(), workspace.read());
        find(&library, &workspace).map(|(catalog, _)| Same(Arc::clone(catalog)))
    });
    let weights = Memo::new(move |_| policy.read().similarity);
    Memo::new(move |_| Some(Same(Arc::new((reckoning.read().table)(catalog.read().as_ref()?, &weights.read())))))
}

pub(super) fn analysis(
    workspace: RwSignal<Workspace>,
    library: RwSignal<Library>,
    table: Memo<Option<Same<SimilarityTable>>>,
    policy: Memo<Policy>,
) -> Memo<Option<Arc<Analysis>>> {
    // By itself, since a rating does not change how alike two roles are.
    let compared = Memo::new(move |_| {
        let (library, workspace, table) = (library.read(), workspace.read(), table.read());
        let (table, (_, way)) = (table.as_ref()?, find(&library, &workspace)?);
        Some((way.similarity(table, &policy.read()), table.calibration().cuts))
    });
    Memo::new(move |_| {
        let (library, workspace, policy) = (library.read(), workspace.read(), policy.read());
        let (catalog, way) = find(&library, &workspace)?;
        let standing = Standing::of(&way, &workspace);
        let gap = analyse(&way, &standing, &policy);
        let unasked = Standing::of(&way, &Workspace::default());
        let (similarity, cuts) = compared.get().unwrap_or_default();
        Some(Arc::new(Analysis {
            catalog: Arc::clone(catalog),
            target: way.target.id.clone(),
            current: way.current.map(|role| role.id.clone()),
            overrule: workspace.overrule(&way.target.id).cloned(),
            admission: admission(&way, &workspace.gates),
            gates: passages(way.target, way.current, &workspace.gates)
                .map(|(gate, passage)| (gate.clone(), passage))
                .collect(),
            verdict: judge(&way, &gap, similarity, cuts, &policy),
            questions: questions(&analyse(&way, &unasked, &policy), &policy),
            can_be_judged: gap.can_be_judged(&policy),
            policy: *policy,
            standing,
            gap,
        }))
    })
}

/// The plan within a horizon, or within the one that is being tried; none in the first module, which cannot plan.
pub(super) fn plan(
    workspace: RwSignal<Workspace>,
    analysis: Memo<Option<Arc<Analysis>>>,
    tried: Signal<Option<Horizon>>,
    today: NaiveDate,
    reckoning: RwSignal<Reckoning>,
) -> Memo<Option<Arc<Planned>>> {
    // A plan follows what it is made of, not every change of the document.
    let room = Memo::new(move |_| {
        let workspace = workspace.read();
        (workspace.horizon, workspace.arrangement.clone())
    });
    Memo::new(move |_| {
        let (analysis, tried, room) = (analysis.get()?, tried.get(), room.read());
        let (horizon, arrangement) = &*room;
        let moving = Moving::when(!arrangement.followed.is_empty(), tried.is_some());
        let room = Room { horizon: tried.unwrap_or(*horizon), arrangement, moving, today };
        (reckoning.read().plan)(&analysis, room).map(Arc::new)
    })
}
