//! The organisation's readiness over time (engine.md 9).

use super::{SkillNeed, scenarios};
use crate::domain::{Level, Organisation, Snapshot};
use chrono::NaiveDate;

/// How the organisation stood on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Stood {
    /// The day.
    pub on: NaiveDate,
    /// People of that day.
    pub people: u32,
    /// Of all that is needed, the share that was covered.
    pub readiness: f64,
    /// Needs that were short of people.
    pub short: usize,
}

/// How the organisation stood on each day that a snapshot is kept of, oldest first, and today: what was held then, against what is needed as
/// these needs say, so that days can be compared. Where it fell it is shown as fallen.
///
/// A snapshot knows whole rungs: a level between two is needed as the upper one.
#[must_use]
pub fn history(organisation: &Organisation, needs: &[SkillNeed], today: NaiveDate) -> Vec<Stood> {
    let now = Snapshot::of(organisation, today);
    let past = organisation.snapshots.iter().filter(|snapshot| snapshot.on < today);
    past.chain([&now]).map(|snapshot| stood(snapshot, needs)).collect()
}

fn stood(snapshot: &Snapshot, needs: &[SkillNeed]) -> Stood {
    let held = |need: &SkillNeed| {
        let rungs = snapshot.rungs.get(&need.skill);
        rungs.map_or(0, |rungs| rungs.iter().skip(rung_above(need.level)).sum())
    };
    let rows = || needs.iter().map(|need| (need.people(), held(need)));
    Stood {
        on: snapshot.on,
        people: snapshot.people,
        readiness: scenarios::readiness(rows()),
        short: rows().filter(|(needed, held)| held < needed).count(),
    }
}

fn rung_above(level: Level) -> usize {
    usize::from(u8::from(level).div_ceil(10))
}
