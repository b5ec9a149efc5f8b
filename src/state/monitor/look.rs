//! Everything that the page *Progress* shows of a day.

use crate::catalog::Catalog;
use crate::domain::{Answer, Completion, Level, Note, Record, SkillId, Week, Workspace, set_of, sorted};
use crate::engine::{
    Alert, Bias, BurnUp, Finished, KindYield, Outcome, Reached, Review, WeekHours, alerts, as_of, bias, brier, burn_up,
    by_kind, finished, hours_by_week, outcomes, reached, review,
};
use crate::state::App;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// A day.
#[derive(Debug)]
pub struct Look {
    /// Which.
    pub day: NaiveDate,
    /// The document as it was.
    pub workspace: Workspace,
    /// What to look at.
    pub alerts: Vec<Alert>,
    /// Hours of each week.
    pub hours: Vec<WeekHours>,
    /// Planned and actual.
    pub burn_up: BurnUp,
    /// Fit as it was, week by week.
    pub reached: Vec<Reached>,
    /// What each kind of learning has brought.
    pub kinds: Vec<KindYield>,
    /// The person's own bias.
    pub bias: Option<Bias>,
    /// Forecasts and what became of them.
    pub outcomes: Vec<Outcome>,
    /// How good they were.
    pub brier: Option<f64>,
    /// Check-ins with their places in the record, newest first.
    pub weeks: Vec<(usize, Week)>,
    /// What was finished.
    pub finished: Vec<Finished>,
    /// The look back each quarter.
    pub review: Review,
    /// Skills that have a history.
    pub skills: Vec<SkillId>,
}

impl Look {
    pub(super) fn of(app: App, record: Arc<Record>, past: Option<NaiveDate>) -> Self {
        let day = past.unwrap_or(app.today);
        let (workspace, record) = app.workspace.with(|workspace| as_of(workspace, &record, day));
        let catalog = app.analysis.with(|analysis| analysis.as_ref().map(|analysis| Arc::clone(&analysis.catalog)));
        let over = |of: &dyn Fn(&Catalog) -> Vec<KindYield>| catalog.as_deref().map(of).unwrap_or_default();
        let fits = |catalog: &Catalog| reached(catalog, &workspace, &record, &app.policy.read(), day);
        let outcomes = outcomes(&workspace, &record, day);
        let weeks = record.holding().filter_map(|(at, entry)| match &entry.note {
            Note::Week(week) => Some((at, week.clone())),
            _ => None,
        });
        let mut weeks: Vec<(usize, Week)> = weeks.collect();
        weeks.reverse();
        let done = workspace.completions.values().map(|done: &Completion| &done.skill);
        let skills = set_of(workspace.ratings.keys().chain(done));
        Self {
            day,
            alerts: catalog.as_deref().map(|catalog| alerts(catalog, &workspace, &record, day)).unwrap_or_default(),
            hours: hours_by_week(&workspace, &record),
            finished: finished(&workspace, &record),
            review: review(&workspace, &record, day),
            burn_up: burn_up(&workspace, &record, day),
            reached: catalog.as_deref().map(fits).unwrap_or_default(),
            kinds: over(&|catalog| by_kind(catalog, &workspace)),
            bias: bias(&workspace, &record, day),
            brier: brier(&outcomes),
            outcomes,
            weeks,
            skills: skills.into_iter().cloned().collect(),
            workspace,
        }
    }

    /// What the person could teach: the skills that they rate at the mentor line or above, the highest first.
    #[must_use]
    pub fn teaches(&self) -> Vec<(&SkillId, Level)> {
        let at = |id: &SkillId| match self.workspace.answer(id) {
            Some(Answer::At(level)) => Some(level),
            _ => None,
        };
        let skills = self.skills.iter().filter_map(|id| Some((id, at(id).filter(|level| *level >= Level::LEADS)?)));
        sorted(skills, |(_, a), (_, b)| b.cmp(a))
    }

    /// The levels of a skill day by day: the person's own word, and what finished activities led to.
    #[must_use]
    pub fn levels(&self, skill: &SkillId) -> Vec<(NaiveDate, f64)> {
        let rated = self.workspace.ratings.get(skill).into_iter().flatten().filter_map(|rating| match rating.answer {
            Answer::At(level) => Some((rating.on, level.value())),
            Answer::NotApplicable => None,
        });
        let done = self.workspace.completions.values().filter(|done| done.skill == *skill);
        sorted(rated.chain(done.map(|done| (done.on, done.to.value()))), |(a, _), (b, _)| a.cmp(b))
    }
}
