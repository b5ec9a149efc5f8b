//! Ask little: the few requirements whose rating would tell most (engine.md 3).

use super::{GapItem, GapReport, Policy};
use crate::domain::{SkillIx, sorted};

/// The skills to ask about first, the most telling first: at most `policy.questions` of those that can be answered.
///
/// A requirement tells by its weight, times how far an answer could move its part of fit, plus how much of the hours hang
/// on it. Pass the report *before any rating*, so that the list does not jump while it is being answered.
#[must_use]
pub fn questions(report: &GapReport, policy: &Policy) -> Vec<SkillIx> {
    let most_hours = report.items.iter().map(|item| item.hours.likely).fold(1.0, f64::max);
    let tells = |item: &GapItem| {
        let could_move = item.fit.max(1.0 - item.fit);
        item.weight * (could_move + item.hours.likely / most_hours)
    };
    let asked = report.items.iter().filter(|item| item.trainable);
    let asked = sorted(asked, |a, b| tells(b).total_cmp(&tells(a)).then(a.skill.cmp(&b.skill)));
    asked.iter().take(policy.questions as usize).map(|item| item.skill).collect()
}
