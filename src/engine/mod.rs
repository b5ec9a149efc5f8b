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
mod climb;
mod gap;
mod plan;
mod policy;
mod questions;
mod relate;
mod similarity;
mod span;
mod standing;
mod verdict;
mod way;

pub use adjacency::{Neighbour, neighbour};
pub use climb::{Step, climb};
pub use gap::{Fit, GapItem, GapKind, GapReport, analyse};
pub use plan::{Left, Plan, PlanItem, Readiness, Why, make_plan};
pub use policy::Policy;
pub use questions::questions;
pub use relate::relate;
pub use similarity::{calibrate, similarity};
pub use span::Span;
pub use standing::{Held, Standing};
pub use verdict::{Verdict, VerdictReport, judge};
pub use way::Way;

use crate::catalog::Catalog;

/// Everything that is reckoned once for a catalogue and kept in it: cuts and neighbours. It takes a while on a large one.
pub fn prepare(catalog: &mut Catalog) {
    calibrate(catalog);
    relate(catalog);
}
