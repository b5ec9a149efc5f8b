//! How well a person knows themselves: their own bias, and what became of what they foretold (engine.md 2 and 9).

use super::effort::level_before;
use super::estimate::opinions;
use crate::domain::{Forecast, Note, Rater, Record, SkillId, Workspace};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A bias from few skills is drawn towards none as if so many had shown none.
const SHRINKS_BY: f64 = 4.0;

/// How far a person's own word lies above what shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bias {
    /// Levels: above 0 they rate themselves higher than what shows.
    pub levels: f64,
    /// Skills that have both.
    pub n_skills: usize,
}

/// A forecast and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its place in the record.
    pub at: usize,
    /// What was foretold.
    pub forecast: Forecast,
    /// Whether it came true; none while its day is not over.
    pub came_true: Option<bool>,
}

/// The person's own bias: the mean of their word less what shows, over the skills that have both, shrunk by `n / (n + 4)`. It is shown, never
/// applied. None where no skill has both.
#[must_use]
pub fn bias(workspace: &Workspace, record: &Record, today: NaiveDate) -> Option<Bias> {
    let skills: BTreeSet<&SkillId> = (record.holding())
        .filter_map(|(_, entry)| if let Note::Shown(shown) = &entry.note { Some(&shown.skill) } else { None })
        .collect();
    let differences: Vec<f64> = skills
        .into_iter()
        .filter_map(|skill| {
            let said = opinions(workspace, record, skill, today);
            let own = said.iter().find(|opinion| opinion.by == Rater::Own)?.level.value();
            let shown: Vec<f64> = said
                .iter()
                .filter(|opinion| opinion.by == Rater::Evidence)
                .map(|opinion| opinion.level.value())
                .collect();
            (!shown.is_empty()).then(|| own - shown.iter().sum::<f64>() / shown.len() as f64)
        })
        .collect();
    let n = differences.len() as f64;
    let levels = differences.iter().sum::<f64>() / n * (n / (n + SHRINKS_BY));
    (n > 0.0).then_some(Bias { levels, n_skills: differences.len() })
}

/// Every forecast, oldest first, with what became of it: true where the person had come to the level by its day.
#[must_use]
pub fn outcomes(workspace: &Workspace, record: &Record, today: NaiveDate) -> Vec<Outcome> {
    let outcome = |(at, forecast): (usize, &Forecast)| {
        let over = forecast.by < today;
        let came_true =
            || level_before(workspace, &forecast.skill, forecast.by.succ_opt().unwrap_or(today)) >= forecast.level;
        Outcome { at, forecast: forecast.clone(), came_true: over.then(came_true) }
    };
    let foretold = record.holding().filter_map(|(at, entry)| match &entry.note {
        Note::Foretold(forecast) => Some((at, forecast)),
        _ => None,
    });
    foretold.map(outcome).collect()
}

/// The Brier score of the forecasts whose day is over: the mean of (per cent / 100 less what happened) squared. 0 is perfect, 0.25 is what always
/// saying 50 % brings. None where no day is over.
///
/// ```
/// use skillstead::domain::Forecast;
/// use skillstead::engine::{Outcome, brier};
/// let says = |percent, came_true| {
///     let forecast = Forecast { skill: "oven".into(), level: Default::default(), by: Default::default(), percent };
///     Outcome { at: 0, forecast, came_true: Some(came_true) }
/// };
/// let score = brier(&[says(70, true), says(30, true)]).unwrap();
/// assert!((score - (0.09 + 0.49) / 2.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn brier(outcomes: &[Outcome]) -> Option<f64> {
    let error = |outcome: &Outcome| {
        let happened = if outcome.came_true? { 1.0 } else { 0.0 };
        Some((f64::from(outcome.forecast.percent) / 100.0 - happened).powi(2))
    };
    let errors: Vec<f64> = outcomes.iter().filter_map(error).collect();
    (!errors.is_empty()).then(|| errors.iter().sum::<f64>() / errors.len() as f64)
}
