//! Step four: whether a person can do more, how sure that is, and whether the plan still holds (engine.md 2 and 9). Nothing here changes a level.

mod alerts;
mod as_of;
mod assessment;
mod effort;
mod estimate;
mod evaluation;
mod freshness;
mod knowledge;
mod ledger;
mod reached;
mod review;

pub use alerts::{Alert, AlertKind, alerts};
pub use as_of::{as_of, noted};
pub use assessment::Assessment;
pub use effort::{BurnUp, KindYield, WeekHours, burn_up, by_kind, hours_by_week};
pub use estimate::{Estimate, Opinion, disagree, estimate, opinions};
pub use evaluation::{Finished, finished, return_on};
pub use freshness::{Recheck, half_life, recheck};
pub use knowledge::{Asked, asked, known};
pub use ledger::{Bias, Outcome, bias, brier, outcomes};
pub use reached::{Reached, reached};
pub use review::{Review, review};
