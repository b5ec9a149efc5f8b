//! Categories of people, put together until no class of them is small.

/// Categories that are shown as one, and how many people they have together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The categories, by their places.
    pub categories: Vec<usize>,
    /// People in them, never fewer than `k`.
    pub people: u32,
}

/// The classes of categories with these numbers of people: each of `k` people or more stands alone, in order; the others are put
/// together into a last class. Where that is still small, the smallest that stands alone joins it, the later of equals, so that
/// nobody can take the others from the total. Empty where there are fewer than `k` people.
///
/// Of a category in the last class one learns that it has between none and all of that class's people, at least `k`.
///
/// ```
/// use skillstead::engine::workforce::classes;
/// let sizes = |people: &[u32]| classes(people, 5).iter().map(|class| class.people).collect::<Vec<_>>();
/// assert_eq!(sizes(&[9, 3, 7, 4]), [9, 7, 7]);
/// assert_eq!(sizes(&[9, 3, 7]), [9, 10]);
/// assert!(sizes(&[4]).is_empty());
/// ```
#[must_use]
pub fn classes(people: &[u32], k: u32) -> Vec<Class> {
    let mut alone: Vec<usize> = (0..people.len()).filter(|at| people[*at] >= k).collect();
    let mut together: Vec<usize> = (0..people.len()).filter(|at| people[*at] < k).collect();
    let sum = |of: &[usize]| of.iter().map(|at| people[*at]).sum::<u32>();
    while !together.is_empty() && sum(&together) < k {
        let Some(smallest) = (0..alone.len()).rev().min_by_key(|at| people[alone[*at]]) else { return Vec::new() };
        together.push(alone.remove(smallest));
    }
    together.sort_unstable();
    let single = alone.into_iter().map(|at| Class { categories: vec![at], people: people[at] });
    let rest = Class { people: sum(&together), categories: together };
    single.chain((!rest.categories.is_empty()).then_some(rest)).collect()
}

/// A line of counts whose sum is known: those that stand alone in [`classes`]. The others are hidden, and have `k` people or more
/// together.
///
/// ```
/// use skillstead::engine::workforce::line;
/// assert_eq!(line(&[9, 3, 7, 4], 5), [Some(9), None, Some(7), None]);
/// assert_eq!(line(&[9, 0], 5), [None, None]);
/// ```
#[must_use]
pub fn line(counts: &[u32], k: u32) -> Vec<Option<u32>> {
    let mut shown = vec![None; counts.len()];
    for class in classes(counts, k) {
        if let [at] = class.categories[..] {
            shown[at] = Some(class.people);
        }
    }
    shown
}
