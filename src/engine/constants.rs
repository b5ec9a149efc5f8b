//! The constants that a person can set, by name.

use super::{Part, Policy};
use std::collections::BTreeMap;

/// A constant of the [`Policy`] by its name, with the line of the method that it belongs to, and the ends between which it can
/// be set.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// Its name, by which it is stored.
    pub name: &'static str,
    /// The line of the page *Method* that explains it.
    pub line: &'static str,
    /// The least and the most.
    pub ends: [f64; 2],
    place: fn(&mut Policy) -> &mut f64,
}

const fn constant(
    name: &'static str,
    line: &'static str,
    ends: [f64; 2],
    place: fn(&mut Policy) -> &mut f64,
) -> Constant {
    Constant { name, line, ends, place }
}

/// All of them, line by line.
pub const CONSTANTS: [Constant; 28] = [
    constant("neighbour-share", "fit", [0.0, 1.0], |policy| &mut policy.neighbour_share),
    constant("strength-from", "fit", [0.1, 5.0], |policy| &mut policy.strength_from),
    constant("least-rated", "assumed", [1.0, 20.0], |policy| &mut policy.least_rated),
    constant("questions", "assumed", [4.0, 40.0], |policy| &mut policy.questions),
    constant("maintain-from", "verdict", [0.5, 1.0], |policy| &mut policy.maintain_from),
    constant("new-ground-below", "verdict", [0.0, 1.0], |policy| &mut policy.new_ground_below),
    constant("part-ratings", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Ratings as usize]),
    constant("part-knowledge", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Knowledge as usize]),
    constant("part-words", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Words as usize]),
    constant("part-interests", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Interests as usize]),
    constant("part-technology", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Technology as usize]),
    constant("part-relations", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Relations as usize]),
    constant("part-zone", "similarity", [0.0, 20.0], |policy| &mut policy.similarity[Part::Zone as usize]),
    constant("reach-from", "similarity", [0.3, 1.0], |policy| &mut policy.reach_from),
    constant("protects-from", "exposure", [1.0, 5.0], |policy| &mut policy.protects_from),
    constant("hours-1", "hours", [1.0, 2_000.0], |policy| &mut policy.hours[0]),
    constant("hours-2", "hours", [1.0, 2_000.0], |policy| &mut policy.hours[1]),
    constant("hours-3", "hours", [1.0, 2_000.0], |policy| &mut policy.hours[2]),
    constant("hours-4", "hours", [1.0, 2_000.0], |policy| &mut policy.hours[3]),
    constant("hours-5", "hours", [1.0, 2_000.0], |policy| &mut policy.hours[4]),
    constant("breadth-tool", "hours", [0.05, 5.0], |policy| &mut policy.breadth[0]),
    constant("breadth-discipline", "hours", [0.05, 5.0], |policy| &mut policy.breadth[2]),
    constant("adjacency-saving", "hours", [0.0, 0.9], |policy| &mut policy.adjacency_saving),
    constant("mentor-saving", "hours", [0.0, 0.9], |policy| &mut policy.mentor_saving),
    constant("band-low", "hours", [0.1, 1.0], |policy| &mut policy.hours_band[0]),
    constant("band-high", "hours", [1.0, 5.0], |policy| &mut policy.hours_band[1]),
    constant("same-group", "adjacency", [0.0, 1.0], |policy| &mut policy.same_group),
    constant("bridge-from", "adjacency", [0.05, 1.0], |policy| &mut policy.bridge_from),
];

impl Policy {
    /// The defaults with what a person has set: names that are not known are passed over, values beyond the ends are brought to
    /// the nearer one.
    ///
    /// ```
    /// use skillstead::engine::{CONSTANTS, Policy};
    /// let set = [("maintain-from".into(), 0.9), ("hours-1".into(), -5.0), ("unheard-of".into(), 1.0)];
    /// let policy = Policy::with(&set.into());
    /// assert_eq!((policy.maintain_from, policy.hours[0]), (0.9, 1.0));
    /// assert!(CONSTANTS.iter().all(|constant| (constant.ends[0]..=constant.ends[1]).contains(&Policy::default().value(constant))));
    /// ```
    #[must_use]
    pub fn with(set: &BTreeMap<Box<str>, f64>) -> Self {
        let mut policy = Self::default();
        for constant in &CONSTANTS {
            if let Some(value) = set.get(constant.name).filter(|value| value.is_finite()) {
                *(constant.place)(&mut policy) = value.clamp(constant.ends[0], constant.ends[1]);
            }
        }
        policy
    }

    /// What a constant is now.
    #[must_use]
    pub fn value(mut self, constant: &Constant) -> f64 {
        *(constant.place)(&mut self)
    }
}
