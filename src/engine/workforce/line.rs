//! Who reports to whom, over however many others.

use crate::domain::{Organisation, PersonId};
use std::collections::BTreeMap;

/// The manager of each person, by place.
#[derive(Debug)]
pub(super) struct Lines(Vec<Option<usize>>);

impl Lines {
    pub(super) fn of(organisation: &Organisation, places: &BTreeMap<&PersonId, usize>) -> Self {
        let manager = |id: &Option<PersonId>| id.as_ref().and_then(|id| places.get(id).copied());
        Self(organisation.people.iter().map(|person| manager(&person.manager)).collect())
    }

    /// Whether one of two reports to the other.
    pub(super) fn joins(&self, one: usize, other: usize) -> bool {
        self.is_below(one, other) || self.is_below(other, one)
    }

    fn is_below(&self, person: usize, above: usize) -> bool {
        let manager = |at: &usize| self.0.get(*at).copied().flatten();
        // No chain of a valid organisation is longer than its people are many.
        std::iter::successors(manager(&person), manager).take(self.0.len()).any(|at| at == above)
    }
}
