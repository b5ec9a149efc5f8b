//! What else a catalogue may know of a role: tools, interests, schooling and gates.

use super::{Gate, Text};
use serde::{Deserialize, Serialize};

/// What a role is like, and what it demands, beside its skills. Empty where the catalogue does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The tools and programs that are used in it, by their places in the catalogue's list, in order.
    pub technologies: Vec<u16>,
    /// What kind of interests it suits.
    pub interests: Option<Interests>,
    /// Which schooling people in it have.
    pub schooling: Vec<SchoolingShare>,
    /// What it demands before any skill counts.
    pub gates: Vec<Gate>,
}

/// A tool or program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Technology {
    /// Its own name.
    pub name: Box<str>,
    /// What kind of tool it is.
    pub group: Box<str>,
    /// Whether many job adverts of the time ask for it.
    pub hot: bool,
}

/// How much a role suits each of Holland's six kinds of interests, from 1.0 to 7.0, kept in hundredths: realistic,
/// investigative, artistic, social, enterprising, conventional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Interests([u16; 6]);

impl Interests {
    /// From six numbers; those outside 1 to 7 are brought to the nearer end, and what is no number is 1.
    ///
    /// ```
    /// use skillstead::domain::Interests;
    /// let interests = Interests::new([1.3, 3.24, 9.0, f64::NAN, 2.0, 7.0]);
    /// assert_eq!(interests.values(), [1.3, 3.24, 7.0, 1.0, 2.0, 7.0]);
    /// ```
    #[must_use]
    pub fn new(values: [f64; 6]) -> Self {
        let known = |value: f64| if value.is_nan() { 1.0 } else { value.clamp(1.0, 7.0) };
        Self(values.map(|value| (known(value) * 100.0).round() as u16))
    }

    /// The six numbers.
    #[must_use]
    pub fn values(self) -> [f64; 6] {
        self.0.map(|value| f64::from(value) / 100.0)
    }
}

/// "So many per cent of the people in this role have this schooling."
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolingShare {
    /// The place in the catalogue's list of schooling.
    pub schooling: u8,
    /// Whole per cent.
    pub percent: u8,
}

/// A kind of schooling, from the least to the most.
pub type Schooling = Text;
