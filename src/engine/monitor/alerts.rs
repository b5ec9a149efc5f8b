//! What a person should look at, the most pressing first.

use super::effort::burn_up;
use super::estimate::{disagree, opinions};
use super::freshness::{half_life_of, recheck};
use super::ledger::outcomes;
use crate::catalog::Catalog;
use crate::domain::{Note, Record, SkillId, Workspace, sorted};
use chrono::{Months, NaiveDate};

/// So long before it expires a paper is spoken of.
const AHEAD: Months = Months::new(3);
/// Hours behind the plan, as a share of those that were planned by now, from which it is said.
const BEHIND: f64 = 0.25;

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// The skill that it is about, if one.
    pub skill: Option<SkillId>,
    /// Since when, or by when.
    pub day: NaiveDate,
    /// What it is.
    pub kind: AlertKind,
}

/// Kinds of what to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum AlertKind {
    /// What shows the skill holds no more.
    Expired(Box<str>),
    /// It will not hold for long.
    Expires(Box<str>),
    /// Fewer hours went in than the plan that is followed foresaw: planned and actual.
    Behind(u32, u32),
    /// Raters are two levels or more apart.
    Disagreement,
    /// The day of a forecast is over, and whether it came true.
    ForecastOver(bool),
    /// The skill was not used for long: another look at its levels is worth it.
    Recheck,
}

/// Everything to look at today: of each kind what is most pressing first, in the order of the kinds. A forecast is told of for a month.
#[must_use]
pub fn alerts(catalog: &Catalog, workspace: &Workspace, record: &Record, today: NaiveDate) -> Vec<Alert> {
    let soon = today.checked_add_months(AHEAD).unwrap_or(today);
    let expiring = record.holding().filter_map(|(_, entry)| match &entry.note {
        Note::Shown(shown) => {
            let day = shown.expires.filter(|day| *day <= soon)?;
            let what = shown.what.clone();
            let kind = if day < today { AlertKind::Expired(what) } else { AlertKind::Expires(what) };
            Some(Alert { skill: Some(shown.skill.clone()), day, kind })
        }
        _ => None,
    });
    let mut found: Vec<Alert> = sorted(expiring, |a, b| a.day.cmp(&b.day));
    let burn = burn_up(workspace, record, today);
    let planned = burn.planned.iter().rfind(|(monday, ..)| *monday + chrono::Days::new(7) <= today);
    if let Some((day, planned, _)) = planned {
        let actual = burn.actual.iter().find(|(monday, _)| monday == day).map_or(0, |(_, hours)| *hours);
        if f64::from(actual) < f64::from(*planned) * (1.0 - BEHIND) {
            found.push(Alert { skill: None, day: *day, kind: AlertKind::Behind(*planned, actual) });
        }
    }
    let skills: Vec<&SkillId> = workspace.ratings.keys().collect();
    for skill in &skills {
        let said = opinions(workspace, record, skill, today);
        if let Some(day) = said.iter().map(|opinion| opinion.on).max().filter(|_| disagree(&said)) {
            found.push(Alert { skill: Some((*skill).clone()), day, kind: AlertKind::Disagreement });
        }
    }
    let over = outcomes(workspace, record, today).into_iter().filter_map(|outcome| {
        let is_new = outcome.forecast.by.checked_add_months(Months::new(1)).is_some_and(|end| end >= today);
        let kind = AlertKind::ForecastOver(outcome.came_true.filter(|_| is_new)?);
        Some(Alert { skill: Some(outcome.forecast.skill), day: outcome.forecast.by, kind })
    });
    found.extend(over);
    let due = skills.iter().filter_map(|skill| {
        let check = recheck(workspace, record, skill, half_life_of(catalog, skill), today)?;
        let alert = Alert { skill: Some((*skill).clone()), day: check.due, kind: AlertKind::Recheck };
        (check.due <= today && workspace.answer(skill).is_some()).then_some(alert)
    });
    found.extend(sorted(due, |a, b| a.day.cmp(&b.day)));
    found
}
