//! A number that is not known exactly: its likely value and the band around it.

use super::Policy;

/// Hours, for example: likely 640, between 450 and 960.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The least to expect.
    pub low: f64,
    /// The most likely value.
    pub likely: f64,
    /// The most to expect.
    pub high: f64,
}

impl Span {
    /// The band of hours around a likely number of them.
    #[must_use]
    pub fn hours(likely: f64, policy: &Policy) -> Self {
        let [low, high] = policy.hours_band;
        Self { low: likely * low, likely, high: likely * high }
    }
}

impl std::iter::Sum for Span {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self::default(), |all, one| Self {
            low: all.low + one.low,
            likely: all.likely + one.likely,
            high: all.high + one.high,
        })
    }
}
