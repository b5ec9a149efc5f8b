//! Chance from a seed: the same seed throws the same numbers.

/// One row of numbers.
pub(super) struct Dice(Box<dyn FnMut(u64) -> u64>);

impl Dice {
    pub(super) fn of(seed: u64) -> Self {
        let mut rng = fastrand::Rng::with_seed(seed);
        Self(Box::new(move |below| rng.u64(0..below.max(1))))
    }

    /// A number below another one; 0 where there is none.
    pub(super) fn below(&mut self, below: usize) -> usize {
        (self.0)(below as u64) as usize
    }

    /// A number from one to another.
    pub(super) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Something that happens in so many cases of a hundred.
    pub(super) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several things; none of none.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let at = self.below(of.len());
        of.get(at)
    }

    /// A number from -1 to 1, those in the middle more often.
    pub(super) fn noise(&mut self) -> f64 {
        const STEPS: usize = 1_000;
        (self.below(STEPS) + self.below(STEPS)) as f64 / (STEPS - 1) as f64 - 1.0
    }
}
