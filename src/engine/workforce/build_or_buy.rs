//! Whether to fill a seat from within or from outside (engine.md 8).

use super::Prices;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One part of a price, with the numbers that it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PricePart {
    /// What it is: the stable word of the part.
    pub name: Cow<'static, str>,
    /// Euros.
    pub euros: f64,
    /// The factors whose product it is.
    pub factors: Vec<f64>,
}

/// Both ways to fill a seat. Placeholders are in it: see [`PLACEHOLDERS`](super::PLACEHOLDERS).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BuildOrBuy {
    /// What somebody costs who learns for it: hours, fees, the mentor's hours, and the risk that it fails.
    pub build: Vec<PricePart>,
    /// What somebody new costs: hiring, premium, ramp, and the risk that they leave.
    pub buy: Vec<PricePart>,
}

impl BuildOrBuy {
    /// Euros to build.
    #[must_use]
    pub fn to_build(&self) -> f64 {
        self.build.iter().map(|part| part.euros).sum()
    }

    /// Euros to buy.
    #[must_use]
    pub fn to_buy(&self) -> f64 {
        self.buy.iter().map(|part| part.euros).sum()
    }

    /// Whether to build is no dearer.
    #[must_use]
    pub fn builds(&self) -> bool {
        self.to_build() <= self.to_buy()
    }
}

fn part(name: &'static str, factors: &[f64]) -> PricePart {
    PricePart { name: name.into(), euros: factors.iter().product(), factors: factors.to_vec() }
}

/// What both ways cost for somebody who would have to learn so many hours at so many euros of fees; negative numbers and what is
/// no number count as none.
///
/// `build = hours * loaded cost + fees + mentor hours * loaded cost`, and `p * build` on top for those that fail;
/// `buy = cost per hire + premium * years + ramp`, and `p * buy` on top for those who leave (engine.md 8).
///
/// ```
/// use skillstead::engine::workforce::{Prices, build_or_buy};
/// let both = build_or_buy(100.0, 500.0, &Prices::default());
/// // 100 hours at 40 euros, 500 of fees, 10 hours of a mentor at 40, and 15 % of it all.
/// assert!((both.to_build() - 4_900.0 * 1.15).abs() < 1e-9 && both.builds());
/// assert!(!build_or_buy(5_000.0, 0.0, &Prices::default()).builds());
/// ```
#[must_use]
pub fn build_or_buy(hours: f64, fees: f64, prices: &Prices) -> BuildOrBuy {
    let (hours, fees) = (hours.max(0.0), fees.max(0.0));
    let mut build = vec![
        part("hours", &[hours, prices.hour]),
        part("fees", &[fees]),
        part("mentor", &[hours, prices.mentor_share, prices.hour]),
    ];
    let mut buy = vec![
        part("hire", &[prices.hire]),
        part("premium", &[prices.premium, prices.years]),
        part("ramp", &[prices.ramp_weeks, prices.week, prices.ramp_loss, prices.hour]),
    ];
    let sum = |parts: &[PricePart]| parts.iter().map(|part| part.euros).sum::<f64>();
    build.push(part("fails", &[prices.build_fails, sum(&build)]));
    buy.push(part("leaves", &[prices.hire_leaves, sum(&buy)]));
    BuildOrBuy { build, buy }
}
