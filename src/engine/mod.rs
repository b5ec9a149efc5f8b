//! The verbs, pure: where a person stands, the gap to a role, the verdict, the plan.
//!
//! No clock, no chance, no I/O. Bad data yields a result: what points nowhere is left out. The same input gives the same
//! result, to the bit. Every constant that is a choice lives in [`Policy`].
//!
//! ```
//! use skillstead::{catalog::{CatalogBuilder}, domain::Workspace, engine::{Policy, Way, analyse}};
//! let catalog = CatalogBuilder::default().build();
//! // Nothing chosen, so there is no way to analyse yet.
//! assert!(Way::find(std::iter::once(&catalog), &Workspace::default()).is_none());
//! # let _ = (Policy::default(), analyse as fn(&_, &_, &_) -> _);
//! ```

mod adjacency;
mod admission;
mod assign;
mod climb;
mod company;
mod constants;
mod exposure;
mod first_steps;
mod gap;
mod map;
mod monitor;
mod paths;
mod plan;
mod policy;
mod questions;
mod relate;
mod schedule;
mod shape;
mod similarity;
mod span;
mod standing;
mod transitions;
mod unlock;
mod verdict;
mod way;
pub mod workforce;

pub use adjacency::{Neighbour, neighbour};
pub use admission::{Admission, Passage, admission, passages};
pub use assign::{Assigning, Assignment, NEVER, assign, proves};
pub use climb::{Step, climb};
pub use company::company;
pub use constants::{CONSTANTS, Constant};
pub use exposure::{Exposure, Protection, TaskExposure, exposure, exposure_of};
pub use first_steps::first_steps;
pub use gap::{Fit, GapItem, GapKind, GapReport, analyse};
pub use monitor::{
    Alert, AlertKind, Asked, Assessment, Bias, BurnUp, Estimate, Finished, KindYield, Opinion, Outcome, Reached,
    Recheck, Review, WeekHours, alerts, as_of, asked, bias, brier, burn_up, by_kind, disagree, estimate, finished,
    half_life, hours_by_week, known, noted, opinions, outcomes, reached, recheck, return_on, review,
};
pub use paths::Path;
pub use plan::{
    Ask, Draft, Left, Moving, Part as PlanPart, Plan, PlanItem, Readiness, Relief, Rhythm, Session, Variant,
    VariantKind, Why, also, reliefs, sessions, variants,
};
pub use policy::Policy;
pub use questions::questions;
pub use relate::relate;
pub use schedule::{Broken, Goal, LongAsk, LongReply, Problem, Schedule, Score, Search, Task, bound, check};
pub use shape::{Shape, shape, shape_of};
pub use similarity::{Origin, Part, PartWeights, SimilarityTable, calibrate};
pub use span::Span;
pub use standing::{Held, Standing};
pub use transitions::{Outlook, Transition};
pub use unlock::{Unlock, unlock};
pub use verdict::{VerdictReport, judge};
pub use way::Way;

use crate::catalog::Catalog;

/// Everything that is reckoned once for a catalogue and kept in it: neighbours, and how alike its roles are. It takes a while on a large one.
pub fn prepare(catalog: &mut Catalog) {
    relate(catalog);
    catalog.calibration = calibrate(catalog, &Policy::default().similarity);
}
