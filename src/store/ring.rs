//! Copies of earlier documents: before anything that replaces much, and by hour, day and week.

use std::collections::BTreeSet;
use std::fmt;

/// Where the keys of copies begin.
const PREFIX: &str = "ring/";
/// No more copies than this, whatever they are.
const MOST_COPIES: usize = 25;
/// No more letters than this in all.
const MOST_LETTERS: u64 = 10_000_000;

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// As time went by.
    Passing,
    /// Before a document took its place: an import, a restored copy, an emptying.
    Before,
    /// Before it was written in a newer schema.
    Migration,
}

impl CopyKind {
    const ALL: [Self; 3] = [Self::Passing, Self::Before, Self::Migration];

    fn word(self) -> &'static str {
        match self {
            Self::Passing => "passing",
            Self::Before => "before",
            Self::Migration => "migration",
        }
    }

    /// How many are kept of those that no time orders.
    fn most(self) -> usize {
        match self {
            Self::Passing => MOST_COPIES,
            Self::Before => 3,
            Self::Migration => 5,
        }
    }
}

/// A copy by its key: everything that is known of it without opening it. The order is that of generations; the clock only says
/// which hour it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copy {
    /// The generation that was copied.
    pub generation: u64,
    /// Why.
    pub kind: CopyKind,
    /// When, in minutes since 1970.
    pub minutes: i64,
    /// How many letters it has.
    pub letters: u64,
}

impl Copy {
    /// The copy of a key; `None` where it is none.
    ///
    /// ```
    /// use skillstead::store::{Copy, CopyKind};
    /// let copy = Copy { generation: 7, kind: CopyKind::Before, minutes: 29_000_000, letters: 812 };
    /// assert_eq!(Copy::of(&copy.to_string()), Some(copy));
    /// assert_eq!(Copy::of("a"), None);
    /// ```
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(PREFIX)?.split('/');
        let generation = parts.next()?.parse().ok()?;
        let word = parts.next()?;
        let kind = CopyKind::ALL.into_iter().find(|kind| kind.word() == word)?;
        let (minutes, letters) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { generation, kind, minutes, letters })
    }

    fn hour(self) -> i64 {
        self.minutes.div_euclid(60)
    }

    fn day(self) -> i64 {
        self.hour().div_euclid(24)
    }
}

impl fmt::Display for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{:012}/{}/{}/{}", self.generation, self.kind.word(), self.minutes, self.letters)
    }
}

/// Whether a copy of what was there before is due as time goes by: none was made yet in this hour.
#[must_use]
pub fn is_due(copies: &[Copy], minutes: i64) -> bool {
    let now = Copy { generation: 0, kind: CopyKind::Passing, minutes, letters: 0 };
    !copies.iter().any(|copy| copy.kind == CopyKind::Passing && copy.hour() == now.hour())
}

/// Which copies go: all but the newest of six hours, seven days and four weeks, three from before a replacement and five from before
/// a migration; and of those the oldest, where they are too many or too large.
///
/// ```
/// use skillstead::store::{Copy, CopyKind, surplus};
/// let hour = |nth: i64| Copy { generation: nth as u64, kind: CopyKind::Passing, minutes: nth * 60, letters: 1 };
/// // Seven hours of one day: the first is too old for the hours, and the day and the week have a newer one.
/// assert_eq!(surplus(&(0..7).map(hour).collect::<Vec<_>>()), [hour(0)]);
/// assert!(surplus(&[]).is_empty());
/// ```
#[must_use]
pub fn surplus(copies: &[Copy]) -> Vec<Copy> {
    let newest_first: Vec<Copy> = copies.iter().copied().collect::<BTreeSet<_>>().into_iter().rev().collect();
    let mut kept = BTreeSet::new();
    type Bucket = fn(Copy) -> i64;
    // The first of January 1970 was a Thursday: three days later a week begins.
    let buckets: [(usize, Bucket); 3] = [(6, Copy::hour), (7, Copy::day), (4, |copy| (copy.day() + 3).div_euclid(7))];
    for (most, bucket) in buckets {
        let mut seen = BTreeSet::new();
        let passing = newest_first.iter().filter(|copy| copy.kind == CopyKind::Passing);
        kept.extend(passing.filter(|copy| seen.insert(bucket(**copy))).take(most));
    }
    for kind in [CopyKind::Before, CopyKind::Migration] {
        kept.extend(newest_first.iter().filter(|copy| copy.kind == kind).take(kind.most()));
    }
    // What passes goes first, then what was before something.
    let mut in_order: Vec<Copy> = kept.iter().copied().collect();
    in_order.sort_by_key(|copy| (copy.kind, copy.generation));
    let mut letters: u64 = in_order.iter().map(|copy| copy.letters).sum();
    let mut n = in_order.len();
    for copy in in_order {
        if n <= MOST_COPIES && letters <= MOST_LETTERS {
            break;
        }
        kept.remove(&copy);
        (n, letters) = (n - 1, letters - copy.letters);
    }
    copies.iter().copied().filter(|copy| !kept.contains(copy)).collect()
}
