//! Maps, sets and sorted lists, gathered with little code.
//!
//! `collect` into a map and `sort_by` bring a sort of their own for every type of entry: together they were a fifth of the
//! page's program. Where a list is short, or is sorted once, these do the same with one.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The map of these entries; of two with one key the later stays.
#[must_use]
pub fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// The set of these.
#[must_use]
pub fn set_of<T: Ord>(entries: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(entries);
    set
}

/// These in order; those that are equal stay as they came.
///
/// ```
/// use skillstead::domain::sorted;
/// assert_eq!(sorted(["bb", "a", "cc"], |a, b| b.len().cmp(&a.len())), ["bb", "cc", "a"]);
/// ```
#[must_use]
pub fn sorted<T>(items: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let items: Vec<T> = items.into_iter().collect();
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items[at].take()).collect()
}

fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}
