//! What work, hiring and moving are taken to cost, until somebody who knows says so.

use std::collections::BTreeMap;

/// A number that stands in for the organisation's own until it is edited: never a fact about them.
#[derive(Clone, Copy, Debug)]
pub struct Placeholder {
    /// Its name, by which the organisation's policy sets it.
    pub name: &'static str,
    /// What is reckoned with while it is not set.
    pub value: f64,
    /// What it counts.
    pub unit: &'static str,
    /// Where the value is from.
    pub source: &'static str,
    /// The year that it is from.
    pub year: u16,
    /// The least and the most that it can be set to.
    pub ends: [f64; 2],
    place: fn(&mut Prices) -> &mut f64,
}

/// None of the values below was looked up: each is a round number to begin with.
const TO_BE_EDITED: &str = "placeholder, to be edited";
const YEAR: u16 = 2026;

const fn price(
    name: &'static str,
    value: f64,
    unit: &'static str,
    ends: [f64; 2],
    place: fn(&mut Prices) -> &mut f64,
) -> Placeholder {
    Placeholder { name, value, unit, source: TO_BE_EDITED, year: YEAR, ends, place }
}

/// All of them.
pub const PLACEHOLDERS: [Placeholder; 12] = [
    price("loaded-cost", 40.0, "EUR/hour", [0.0, 1_000.0], |prices| &mut prices.hour),
    price("mentor-hours-share", 0.1, "share", [0.0, 1.0], |prices| &mut prices.mentor_share),
    price("build-fails", 0.15, "probability", [0.0, 1.0], |prices| &mut prices.build_fails),
    price("cost-per-hire", 5_000.0, "EUR", [0.0, 500_000.0], |prices| &mut prices.hire),
    price("hire-premium", 4_000.0, "EUR/year", [0.0, 500_000.0], |prices| &mut prices.premium),
    price("hire-years", 3.0, "years", [0.0, 40.0], |prices| &mut prices.years),
    price("ramp-weeks", 12.0, "weeks", [0.0, 208.0], |prices| &mut prices.ramp_weeks),
    price("ramp-loss", 0.5, "share", [0.0, 1.0], |prices| &mut prices.ramp_loss),
    price("working-week", 40.0, "hours/week", [1.0, 80.0], |prices| &mut prices.week),
    price("hire-leaves", 0.15, "probability", [0.0, 1.0], |prices| &mut prices.hire_leaves),
    price("move-cost", 500.0, "EUR", [0.0, 500_000.0], |prices| &mut prices.moving),
    price("wish-worth", 1_000.0, "EUR", [0.0, 100_000.0], |prices| &mut prices.wish),
];

/// What is reckoned with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    /// An hour of somebody's work with everything that comes on top of the wage, in euros.
    pub hour: f64,
    /// Hours of a mentor for each hour of learning.
    pub mentor_share: f64,
    /// How likely somebody who learns for a position does not get there.
    pub build_fails: f64,
    /// To find and choose somebody new, in euros.
    pub hire: f64,
    /// What somebody new earns more in a year than somebody who moves, in euros.
    pub premium: f64,
    /// So many years the premium counts.
    pub years: f64,
    /// Weeks until somebody new does the whole of the work.
    pub ramp_weeks: f64,
    /// The share of the work that is not done in them.
    pub ramp_loss: f64,
    /// Hours that are worked in a week.
    pub week: f64,
    /// How likely somebody new has left again before they pay.
    pub hire_leaves: f64,
    /// What any move costs beside learning, in euros.
    pub moving: f64,
    /// What it is worth that somebody gets what they want most, in euros; half of it for the second wish, and so on.
    pub wish: f64,
}

impl Prices {
    /// The placeholders with what an organisation has set: names that are not known are passed over, values beyond the ends are
    /// brought to the nearer one.
    ///
    /// ```
    /// use skillstead::engine::workforce::{PLACEHOLDERS, Prices};
    /// let set = [("loaded-cost".into(), 55.0), ("ramp-loss".into(), 7.0), ("unheard-of".into(), 1.0)];
    /// let prices = Prices::with(&set.into());
    /// assert_eq!((prices.hour, prices.ramp_loss, prices.hire), (55.0, 1.0, 5_000.0));
    /// assert!(PLACEHOLDERS.iter().all(|one| !one.source.is_empty() && one.year >= 2020));
    /// ```
    #[must_use]
    pub fn with(set: &BTreeMap<Box<str>, f64>) -> Self {
        let mut prices = Self::default();
        for placeholder in &PLACEHOLDERS {
            if let Some(value) = set.get(placeholder.name).filter(|value| value.is_finite()) {
                *(placeholder.place)(&mut prices) = value.clamp(placeholder.ends[0], placeholder.ends[1]);
            }
        }
        prices
    }

    /// What a placeholder is now.
    #[must_use]
    pub fn value(mut self, placeholder: &Placeholder) -> f64 {
        *(placeholder.place)(&mut self)
    }
}

impl Default for Prices {
    fn default() -> Self {
        let mut prices = Self {
            hour: 0.0,
            mentor_share: 0.0,
            build_fails: 0.0,
            hire: 0.0,
            premium: 0.0,
            years: 0.0,
            ramp_weeks: 0.0,
            ramp_loss: 0.0,
            week: 0.0,
            hire_leaves: 0.0,
            moving: 0.0,
            wish: 0.0,
        };
        for placeholder in &PLACEHOLDERS {
            *(placeholder.place)(&mut prices) = placeholder.value;
        }
        prices
    }
}
