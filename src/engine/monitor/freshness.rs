//! How fresh a skill is, and when to look at it again (engine.md 2).

use crate::catalog::Catalog;
use crate::domain::{Breadth, Note, Record, Skill, SkillId, Workspace};
use chrono::{Days, NaiveDate};

/// Half of the gain of a training that is not used is gone after so many months: where accuracy counts, where both do, where speed
/// counts (the meta-analyses that engine.md 2 names).
const HALF_LIVES: [f64; 3] = [6.5, 11.0, 13.0];
/// A skill is looked at again when its freshness has come down to this.
const AGAIN_AT: f64 = 0.75;
/// The longest time between two looks, in months.
const LONGEST: f64 = 24.0;
/// Days in a month, on average.
const MONTH: f64 = 365.25 / 12.0;

/// How fresh a skill is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recheck {
    /// When it was last used, learnt, rated or shown.
    pub last: NaiveDate,
    /// From 1, just used, towards 0.
    pub freshness: f64,
    /// From when on another look is worth it.
    pub due: NaiveDate,
}

/// The half-life of a skill in months. Of a whole field it is knowledge that fades, so accuracy; of one tool it is speed; a skill between
/// them is both.
#[must_use]
pub fn half_life(skill: &Skill) -> f64 {
    match skill.breadth {
        Breadth::Discipline => HALF_LIVES[0],
        Breadth::Skill => HALF_LIVES[1],
        Breadth::Tool => HALF_LIVES[2],
    }
}

/// How fresh a skill is today: `2^(-months since last use / half-life)`. The next look is due when it has come down to 0.75, and twice as late
/// after each look that has confirmed the level, 24 months at most. None where nothing is known of when it was used.
///
/// It proposes; it never lowers a level.
#[must_use]
pub fn recheck(
    workspace: &Workspace,
    record: &Record,
    skill: &SkillId,
    half_life: f64,
    today: NaiveDate,
) -> Option<Recheck> {
    let rated = workspace.ratings.get(skill).into_iter().flatten().map(|rating| rating.on);
    let done = workspace.completions.values().filter(|done| done.skill == *skill).map(|done| done.on);
    let noted = record.holding().filter_map(|(_, entry)| match &entry.note {
        Note::Used(used) | Note::Confirmed(used) if used == skill => Some(entry.on),
        Note::Shown(shown) if shown.skill == *skill => Some(shown.dated),
        _ => None,
    });
    let last = rated.chain(done).chain(noted).filter(|day| *day <= today).max()?;
    let confirmed = record.holding().filter(|(_, entry)| matches!(&entry.note, Note::Confirmed(of) if of == skill));
    let doubled = 2_f64.powi(confirmed.count().min(10) as i32);
    let interval = (half_life * AGAIN_AT.recip().log2() * doubled).min(LONGEST);
    let months = (today - last).num_days() as f64 / MONTH;
    let due = last.checked_add_days(Days::new((interval * MONTH).round() as u64)).unwrap_or(NaiveDate::MAX);
    Some(Recheck { last, freshness: (-months / half_life).exp2(), due })
}

/// The half-life of a skill by its id; that of an ordinary skill where the catalogue does not have it.
#[must_use]
pub(super) fn half_life_of(catalog: &Catalog, skill: &SkillId) -> f64 {
    let known = catalog.find_skill(skill).and_then(|place| catalog.skill(place));
    known.map_or(HALF_LIVES[1], half_life)
}
