//! When to remind a person that all they have entered is in this one browser.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where it is kept, beside the document.
pub const BACKUP: &str = "skillstead.backup";

/// Saves before the first reminder.
const FIRST: u64 = 20;
/// Days from a backup to the next reminder, and from one reminder to the next.
const DAYS: i64 = 7;

/// The last time that the document left this browser as a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The generation of the document that was in the file.
    pub generation: u64,
    /// When; none for never.
    pub on: Option<NaiveDate>,
    /// When the reminder was last put off.
    #[serde(default)]
    pub later: Option<NaiveDate>,
}

impl Backup {
    /// Whether to remind of it, with the document at this generation: after twenty saves without any backup, and then when the last one is
    /// older than a week and something has changed since. Whoever puts it off has a week.
    ///
    /// ```
    /// use skillstead::store::Backup;
    /// let today = "2026-11-23".parse()?;
    /// assert!(!Backup::default().is_due(19, today));
    /// assert!(Backup::default().is_due(20, today));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_due(&self, generation: u64, today: NaiveDate) -> bool {
        let is_over = |day: NaiveDate| (today - day).num_days() > DAYS;
        let is_old = match self.on {
            None => generation >= FIRST,
            Some(day) => generation > self.generation && is_over(day),
        };
        is_old && self.later.is_none_or(is_over)
    }

    /// Changes that no file has yet.
    #[must_use]
    pub fn n_since(&self, generation: u64) -> u64 {
        generation.saturating_sub(self.generation)
    }
}
