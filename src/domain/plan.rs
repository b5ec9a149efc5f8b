//! What a person can give to a plan: hours, money, and the dates between which it runs.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// The room a plan has. Checked: a horizon that exists is one that a plan can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Horizon {
    /// Hours for learning in an ordinary week, 1 to 40.
    pub hours_per_week: u8,
    /// The day from which there is time; `None` is the Monday that follows today.
    pub start: Option<NaiveDate>,
    /// The day by which what is learnt should be there; `None` is "as long as it takes".
    pub deadline: Option<NaiveDate>,
    /// The most money there is, in whole euros; `None` is no limit.
    pub budget: Option<u32>,
}

/// Why a horizon cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HorizonError {
    /// Hours a week outside 1 to 40.
    #[error("{0} hours a week is outside 1 to 40")]
    Hours(u8),
    /// A deadline on or before the start.
    #[error("the deadline {deadline} is not after the start {start}")]
    DeadlineBeforeStart {
        /// The start as given.
        start: NaiveDate,
        /// The deadline as given.
        deadline: NaiveDate,
    },
}

impl Default for Horizon {
    fn default() -> Self {
        Self { hours_per_week: 6, start: None, deadline: None, budget: None }
    }
}

impl Horizon {
    /// The same horizon, if it is one that can be.
    ///
    /// # Errors
    /// Hours outside 1 to 40, or a deadline that is not after the start.
    pub fn checked(self) -> Result<Self, HorizonError> {
        if !(1..=40).contains(&self.hours_per_week) {
            return Err(HorizonError::Hours(self.hours_per_week));
        }
        match (self.start, self.deadline) {
            (Some(start), Some(deadline)) if deadline <= start => {
                Err(HorizonError::DeadlineBeforeStart { start, deadline })
            }
            _ => Ok(self),
        }
    }

    /// The Monday on which week 0 of a plan begins: of the start's own week, or of today's where that is later; without a start,
    /// the one that follows `today`.
    ///
    /// ```
    /// use skillstead::domain::Horizon;
    /// let today = "2026-11-23".parse().unwrap();          // a Monday
    /// assert_eq!(Horizon::default().first_monday(today).to_string(), "2026-11-30");
    /// let begun = Horizon { start: "2026-10-01".parse().ok(), ..Horizon::default() };
    /// assert_eq!(begun.first_monday(today), today);
    /// ```
    #[must_use]
    pub fn first_monday(&self, today: NaiveDate) -> NaiveDate {
        let day =
            self.start.map(|start| start.max(today)).or_else(|| today.checked_add_days(Days::new(7))).unwrap_or(today);
        let since_monday = u64::from(day.weekday().num_days_from_monday());
        day.checked_sub_days(Days::new(since_monday)).unwrap_or(day)
    }
}
