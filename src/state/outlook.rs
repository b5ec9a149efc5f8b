//! What a person sees around a role: where it leads, drawn and told.

use super::{App, Same, browser};
use crate::catalog::Catalog;
use crate::domain::{Role, RoleId, Verdict};
use crate::engine::{
    Exposure, Outlook, Path, Shape, Standing, Transition, Unlock, Way, exposure, shape, shape_of, unlock,
};
use crate::exchange::sheets::write_rows;
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;

/// How many roles are shown at first, and how many more each time.
pub const PAGE: usize = 20;
/// How many of them stand on the map.
pub const ON_MAP: usize = 16;
/// Draws of the weights begin here, so that the same answers give the same page.
const SEED: u64 = 1;

/// Which roles are to be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filter {
    /// Those of one family, by its place in the catalogue.
    pub family: Option<u16>,
    /// Those with one verdict.
    pub verdict: Option<Verdict>,
    /// Those that take no more hours.
    pub hours: Option<u32>,
    /// Those that take no more preparation.
    pub zone: Option<u8>,
    /// Those that are less exposed to automation than the role that one looks from.
    pub safer: bool,
    /// How many.
    pub limit: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Self { family: None, verdict: None, hours: None, zone: None, safer: false, limit: PAGE }
    }
}

/// What is seen from a role.
#[derive(Debug)]
pub struct Seen {
    /// The catalogue.
    pub catalog: Arc<Catalog>,
    /// The role that one looks from, by its place.
    pub current: usize,
    /// Where it leads, the most similar first.
    pub transitions: Vec<Transition>,
    /// How firmly each stands among the best three, whatever the parts of similarity count.
    pub steady: Vec<f64>,
    /// Where the first of them stand on the map.
    pub places: Vec<[f64; 2]>,
    /// The skills that would open most of them.
    pub unlocks: Vec<Unlock>,
    /// How broad and how deep the person is; none who holds nothing.
    pub shape: Option<Shape>,
    /// The same of each of the transitions' roles.
    pub shapes: Vec<Option<Shape>>,
}

impl App {
    /// What is seen from a role, or from the present one; none where no catalogue has it.
    pub fn seen_from(self, centre: Option<RoleId>, filter: RwSignal<Filter>) -> Memo<Option<Same<Seen>>> {
        Memo::new(move |_| {
            let filter = filter.get();
            let seen = self.look(centre.as_ref(), |here, catalog| seen(here, catalog, filter))?;
            Some(Same(Arc::new(seen)))
        })
    }

    /// The transitions to a few roles of the way's catalogue, in their order; those that it does not have are left out.
    pub fn compared(self, roles: &[RoleId]) -> Option<(Arc<Catalog>, Vec<Transition>)> {
        self.look(None, |here, catalog| {
            let places = roles.iter().filter_map(|id| catalog.role_place(id));
            (Arc::clone(catalog), places.filter_map(|at| here.to(at)).collect())
        })
    }

    /// The best ways from the present role to another; none where it is not of the same catalogue.
    pub fn paths(self, to: &RoleId) -> Vec<Path> {
        let paths = self.look(None, |here, catalog| {
            let to = catalog.role_place(to).filter(|to| *to != here.current)?;
            Some(here.paths(to, 3))
        });
        paths.flatten().unwrap_or_default()
    }

    /// How much of a role's work machines could do; none where its tasks are not marked.
    #[must_use]
    pub fn exposure(self, role: &Role) -> Option<Exposure> {
        exposure(role, &self.policy.read())
    }

    /// Hands the person what is seen as a file; `titles` are its columns, in the language of the page.
    pub fn export_transitions(self, seen: &Seen, titles: &[String; 8], words: impl Fn(&Transition) -> [String; 2]) {
        let mut rows: Vec<Vec<Box<str>>> = vec![titles.iter().map(|title| title.as_str().into()).collect()];
        for to in &seen.transitions {
            let [name, verdict] = words(to);
            let role = seen.catalog.roles.get(to.role);
            let share = |share: f64| format!("{share:.3}");
            let cells = [
                name,
                verdict,
                share(to.similarity),
                share(to.gap.fit.likely),
                to.gap.hours.likely.to_string(),
                to.gap.cost.to_string(),
                to.exposure.as_ref().map_or_else(String::new, |exposure| share(exposure.high)),
                role.and_then(|role| role.zone).map_or_else(String::new, |zone| zone.to_string()),
            ];
            rows.push(cells.into_iter().map(Into::into).collect());
        }
        if let Ok(bytes) = write_rows(&rows) {
            let name = format!("skillstead-roles-{}.csv", self.today);
            browser::download_bytes(&name, &Uint8Array::from(bytes.as_slice()), "text/csv");
        }
    }

    /// Looks from a role, or from the present one.
    fn look<T>(self, centre: Option<&RoleId>, look: impl FnOnce(&Outlook<'_>, &Arc<Catalog>) -> T) -> Option<T> {
        let (analysis, policy) = (self.analysis.get(), self.policy.get());
        let catalog = match centre {
            Some(id) => Arc::clone(self.library.read().with_role(id)?),
            None => Arc::clone(&analysis.as_ref()?.catalog),
        };
        let id = centre.or(analysis.as_ref().and_then(|analysis| analysis.current.as_ref()))?;
        let role = catalog.find_role(id)?;
        let way = Way { catalog: &catalog, current: Some(role), target: role };
        let of_the_way = analysis.as_ref().filter(|analysis| Arc::ptr_eq(&analysis.catalog, &catalog));
        let table = match of_the_way.and_then(|_| self.table.get()) {
            Some(Same(table)) => table,
            None => Arc::new((self.reckoning.read().table)(&catalog, &policy.similarity)),
        };
        let (standing, gates) = {
            let workspace = self.workspace.read();
            (Standing::of(&way, &workspace), workspace.gates.clone())
        };
        let current = catalog.role_place(id)?;
        let outlook =
            Outlook { catalog: &catalog, table: &table, current, standing: &standing, gates: &gates, policy: &policy };
        Some(look(&outlook, &catalog))
    }
}

fn seen(here: &Outlook<'_>, catalog: &Arc<Catalog>, filter: Filter) -> Seen {
    let exposed = |role: &Role| exposure(role, here.policy).map(|exposure| exposure.high);
    let mine = catalog.roles.get(here.current).and_then(exposed);
    let is_safer = |role: &Role| exposed(role).zip(mine).is_some_and(|(theirs, mine)| theirs < mine);
    let wanted = |role: &Role| {
        filter.family.is_none_or(|family| role.family == family)
            && filter.zone.is_none_or(|most| role.zone.is_none_or(|zone| zone <= most))
            && (!filter.safer || is_safer(role))
    };
    let keep = |to: &Transition| {
        filter.verdict.is_none_or(|verdict| to.verdict.verdict == verdict)
            && filter.hours.is_none_or(|most| to.gap.hours.likely <= f64::from(most))
    };
    let transitions = here.transitions(filter.limit, wanted, keep);
    let roles: Vec<usize> = transitions.iter().map(|to| to.role).collect();
    Seen {
        catalog: Arc::clone(catalog),
        current: here.current,
        steady: here.steadiness(&roles, SEED),
        places: here.places(&roles[..roles.len().min(ON_MAP)]),
        unlocks: unlock(&transitions, here.policy),
        shape: shape(catalog, |skill| here.standing.level(skill)),
        shapes: roles.iter().map(|at| shape_of(catalog, catalog.roles.get(*at)?)).collect(),
        transitions,
    }
}
