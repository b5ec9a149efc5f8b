//! From values to places.

/// A straight scale from a range of values to a range of places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: [f64; 2],
    to: [f64; 2],
}

impl Scale {
    /// A scale; a range of values without extent puts everything at the first place.
    pub(super) fn new(from: [f64; 2], to: [f64; 2]) -> Self {
        Self { from, to }
    }

    /// The place of a value, to a tenth.
    pub(super) fn at(self, value: f64) -> f64 {
        let extent = self.from[1] - self.from[0];
        let share = if extent > 0.0 { (value - self.from[0]) / extent } else { 0.0 };
        ((self.to[0] + share * (self.to[1] - self.to[0])) * 10.0).round() / 10.0
    }
}
