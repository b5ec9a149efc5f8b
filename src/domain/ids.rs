//! Typed ids. An id is a string chosen once, never a position, so stored data survives every change of a catalogue.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

macro_rules! define_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        ///
        /// Cheap to clone; ordered by its text.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as its text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<Arc<str>>> From<T> for $name {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

define_ids! {
    /// Names a skill, for example `statistics` or `onet:2.A.1.b`.
    SkillId,
    /// Names a group of skills.
    GroupId,
    /// Names a gate.
    GateId,
    /// Names a role, for example `data-scientist` or `onet:15-2051.00`.
    RoleId,
    /// Names a family of roles.
    FamilyId,
    /// Names a learning activity, for example `statistics-first-course`.
    ActivityId,
    /// Names a person of an organisation: a code or a staff number, never shown where a name is.
    PersonId,
    /// Names a position of an organisation.
    PositionId,
    /// Names a team of an organisation.
    TeamId,
    /// Names a site of an organisation.
    SiteId,
}

/// A skill's place inside one loaded catalogue: for arithmetic within a run, never stored with a person's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SkillIx(pub u32);

impl SkillIx {
    /// The place as an index into the catalogue's list of skills.
    #[must_use]
    pub fn at(self) -> usize {
        self.0 as usize
    }
}
