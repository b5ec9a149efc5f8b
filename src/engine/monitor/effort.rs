//! Hours that went into learning, and what came of them (engine.md 9).

use crate::catalog::Catalog;
use crate::domain::{ActivityId, Answer, Kind, Level, Milestone, Note, Record, SkillId, Workspace};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// Hours of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekHours {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Hours.
    pub hours: u32,
}

/// Planned and actual, week by week, summed up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BurnUp {
    /// What the plan that was followed foresaw: hours up to the end of each week, and fit in per cent.
    pub planned: Vec<(NaiveDate, u32, u8)>,
    /// Hours that went in since that plan began, up to the end of each week that is over or runs.
    pub actual: Vec<(NaiveDate, u32)>,
}

/// What a kind of learning has brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindYield {
    /// The kind.
    pub kind: Kind,
    /// Levels that were climbed, over all skills.
    pub levels: f64,
    /// Hours.
    pub hours: u32,
}

impl KindYield {
    /// Levels for a hundred hours; 0 where no hours are known.
    #[must_use]
    pub fn per_hundred_hours(&self) -> f64 {
        if self.hours == 0 { 0.0 } else { self.levels * 100.0 / f64::from(self.hours) }
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// Hours of each week that has any, oldest first: what check-ins tell, and of a finished activity what no check-in has told, in the week
/// in which it ended. Of two check-ins on one week the later counts.
#[must_use]
pub fn hours_by_week(workspace: &Workspace, record: &Record) -> Vec<WeekHours> {
    let mut checked: BTreeMap<NaiveDate, &BTreeMap<ActivityId, u16>> = BTreeMap::new();
    for (_, entry) in record.holding() {
        if let Note::Week(week) = &entry.note {
            checked.insert(week.monday, &week.hours);
        }
    }
    let mut weeks: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut told: BTreeMap<&ActivityId, u32> = BTreeMap::new();
    for (monday, hours) in checked {
        for (activity, hours) in hours {
            *weeks.entry(monday).or_default() += u32::from(*hours);
            *told.entry(activity).or_default() += u32::from(*hours);
        }
    }
    for (activity, done) in &workspace.completions {
        let rest = u32::from(done.hours).saturating_sub(told.get(activity).copied().unwrap_or(0));
        *weeks.entry(monday(done.on)).or_default() += rest;
    }
    weeks.into_iter().filter(|(_, hours)| *hours > 0).map(|(monday, hours)| WeekHours { monday, hours }).collect()
}

/// The weeks of the plan that is followed; none where no plan was.
pub(super) fn followed(record: &Record) -> Option<&Vec<Milestone>> {
    let followed = record.holding().filter_map(|(_, entry)| match &entry.note {
        Note::Followed(weeks) => Some(weeks),
        _ => None,
    });
    followed.last()
}

/// The plan that is followed against what was done since it began. Empty where no plan was followed.
#[must_use]
pub fn burn_up(workspace: &Workspace, record: &Record, today: NaiveDate) -> BurnUp {
    let Some(weeks) = followed(record).filter(|weeks| !weeks.is_empty()) else { return BurnUp::default() };
    let first = weeks.iter().map(|week| week.monday).min().unwrap_or(today);
    let sum = |so_far: &mut u32, hours: u32| {
        *so_far += hours;
        Some(*so_far)
    };
    let planned = weeks
        .iter()
        .scan(0, |so_far, week: &Milestone| Some((week.monday, sum(so_far, u32::from(week.hours))?, week.percent)));
    let actual = hours_by_week(workspace, record);
    let of = |monday: NaiveDate| actual.iter().find(|week| week.monday == monday).map_or(0, |week| week.hours);
    let mondays = first.iter_weeks().take_while(|monday| *monday <= today).take(520);
    let actual = mondays.scan(0, |so_far, monday| Some((monday, sum(so_far, of(monday))?)));
    BurnUp { planned: planned.collect(), actual: actual.collect() }
}

/// What each kind of learning has brought: for every finished activity that the catalogue knows, the levels from where the person had said to be
/// before it to where it led, over its hours. The best for an hour comes first.
#[must_use]
pub fn by_kind(catalog: &Catalog, workspace: &Workspace) -> Vec<KindYield> {
    let mut kinds: BTreeMap<Kind, (f64, u32)> = BTreeMap::new();
    for (id, done) in &workspace.completions {
        let Some(activity) = catalog.find_activity(id) else { continue };
        let climbed = (done.to.value() - level_before(workspace, &done.skill, done.on).value()).max(0.0);
        let entry = kinds.entry(activity.kind).or_default();
        (entry.0, entry.1) = (entry.0 + climbed, entry.1 + u32::from(done.hours));
    }
    let yields = kinds.into_iter().map(|(kind, (levels, hours))| KindYield { kind, levels, hours });
    crate::domain::sorted(yields, |a, b| b.per_hundred_hours().total_cmp(&a.per_hundred_hours()))
}

/// Where the person had come to in a skill before a day, by their own word and by what they had finished.
pub(super) fn level_before(workspace: &Workspace, skill: &SkillId, day: NaiveDate) -> Level {
    let mut rated = workspace.ratings.get(skill).into_iter().flatten().filter(|rating| rating.on < day);
    let stated =
        rated.next_back().and_then(|rating| if let Answer::At(level) = rating.answer { Some(level) } else { None });
    let done = workspace.completions.values().filter(|done| done.skill == *skill && done.on < day);
    done.map(|done| done.to).chain(stated).max().unwrap_or(Level::NONE)
}
