//! From what several people say, and what shows, to one estimate (engine.md 2). The stated level is never overwritten by it.

use crate::domain::{Answer, Level, Note, Rater, Record, SkillId, Workspace};
use chrono::NaiveDate;

/// How far what each kind of rater says lies from the truth: variances, in levels squared.
const VARIANCES: [(Rater, f64); 4] =
    [(Rater::Own, 1.2), (Rater::Peer, 0.9), (Rater::Manager, 0.8), (Rater::Evidence, 0.4)];
/// From so many levels apart two opinions ask for another look at the descriptions.
const APART: f64 = 2.0;

/// What one rater says now.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// Who.
    pub by: Rater,
    /// Their name or initials, or what shows it; empty for the person.
    pub who: Box<str>,
    /// Where they see the person.
    pub level: Level,
    /// Since when.
    pub on: NaiveDate,
}

/// A level with how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean of the opinions, weighted by their precision.
    pub level: f64,
    /// One standard deviation around it.
    pub band: f64,
}

/// What is said of a skill now: the person's newest answer, the newest of each peer and manager, and all evidence that shows a level and has not
/// expired. Empty where nobody has said anything.
#[must_use]
pub fn opinions(workspace: &Workspace, record: &Record, skill: &SkillId, today: NaiveDate) -> Vec<Opinion> {
    let mut found: Vec<Opinion> = Vec::new();
    if let Some(rating) = workspace.ratings.get(skill).and_then(|history| history.last())
        && let Answer::At(level) = rating.answer
    {
        found.push(Opinion { by: Rater::Own, who: "".into(), level, on: rating.on });
    }
    for (_, entry) in record.holding() {
        match &entry.note {
            Note::Said(said) if said.skill == *skill => {
                // A later word of the same person takes the place of an earlier one.
                found.retain(|opinion| (opinion.by, &opinion.who) != (said.by, &said.who));
                found.push(Opinion { by: said.by, who: said.who.clone(), level: said.level, on: entry.on });
            }
            Note::Shown(shown) if shown.skill == *skill && shown.expires.is_none_or(|last| last >= today) => {
                let opinion = |level| Opinion { by: Rater::Evidence, who: shown.what.clone(), level, on: shown.dated };
                found.extend(shown.level.map(opinion));
            }
            _ => {}
        }
    }
    found
}

/// The estimate from these opinions: their mean weighted by precision, `band = 1/sqrt(sum of precisions)`. A skill that was not used for long is
/// less sure: with `freshness` (0 to 1) the precisions shrink as that does. None where nobody has said anything.
///
/// ```
/// use skillstead::domain::{Level, Rater};
/// use skillstead::engine::{Opinion, estimate};
/// let on = "2026-11-23".parse().unwrap();
/// let says = |by, level| Opinion { by, who: "".into(), level: Level::whole(level).unwrap(), on };
/// let found = estimate(&[says(Rater::Own, 4), says(Rater::Evidence, 3)], 1.0).unwrap();
/// assert!((found.level - 3.25).abs() < 1e-9);               // (4/1.2 + 3/0.4) / (1/1.2 + 1/0.4)
/// assert!((found.band - (1.0_f64 / (1.0 / 1.2 + 1.0 / 0.4)).sqrt()).abs() < 1e-9);
/// ```
#[must_use]
pub fn estimate(opinions: &[Opinion], freshness: f64) -> Option<Estimate> {
    let precision =
        |by: Rater| VARIANCES.iter().find(|(rater, _)| *rater == by).map_or(0.0, |(_, variance)| 1.0 / variance);
    let sum: f64 = opinions.iter().map(|opinion| precision(opinion.by)).sum();
    let weighted: f64 = opinions.iter().map(|opinion| precision(opinion.by) * opinion.level.value()).sum();
    (sum > 0.0).then(|| Estimate { level: weighted / sum, band: (sum * freshness.clamp(0.05, 1.0)).sqrt().recip() })
}

/// Whether two opinions are so far apart that the descriptions should be read again, together.
#[must_use]
pub fn disagree(opinions: &[Opinion]) -> bool {
    let levels = || opinions.iter().map(|opinion| opinion.level.value());
    let (least, most) = (levels().fold(f64::MAX, f64::min), levels().fold(f64::MIN, f64::max));
    most - least >= APART
}
