//! A set of few things, in as little room as they take.

use super::sorted;
use std::ops::Deref;

/// A set of few things, each once and in order: a box with room for these alone, since an organisation has hundreds of thousands of
/// such sets. It is read as a slice; a change copies it.
///
/// ```
/// use skillstead::domain::Few;
/// let mut interests: Few<&str> = ["rye", "oats", "rye"].into();
/// assert_eq!(*interests, ["oats", "rye"]);
/// assert!(interests.insert("spelt") && !interests.insert("rye"));
/// interests.retain(|interest| *interest != "oats");
/// assert_eq!(*interests, ["rye", "spelt"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T>(Box<[T]>);

impl<T: Ord> Few<T> {
    /// Takes one in; whether it was not there yet.
    pub fn insert(&mut self, thing: T) -> bool {
        let place = self.0.binary_search(&thing);
        if let Err(at) = place {
            self.change(|all| all.insert(at, thing));
        }
        place.is_err()
    }

    /// Leaves those that are to be kept.
    pub fn retain(&mut self, keeps: impl FnMut(&T) -> bool) {
        self.change(|all| all.retain(keeps));
    }

    fn change(&mut self, with: impl FnOnce(&mut Vec<T>)) {
        let mut all = std::mem::take(&mut self.0).into_vec();
        with(&mut all);
        self.0 = all.into();
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut few = Self::default();
        few.extend(things);
        few
    }
}

impl<T: Ord> Extend<T> for Few<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        self.change(|all| {
            all.extend(things);
            // Mostly they come from one of these.
            if !all.is_sorted_by(|a, b| a < b) {
                *all = sorted(std::mem::take(all), Ord::cmp);
                all.dedup();
            }
        });
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Few<T> {
    fn from(things: [T; N]) -> Self {
        things.into_iter().collect()
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
