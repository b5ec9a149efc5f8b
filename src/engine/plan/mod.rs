//! The plan (engine.md 7): which activities, in which weeks.
//!
//! [`Draft`] says which activities there are (`ladder`), what each is worth and what has to come before it, as a [`Problem`] in
//! whole numbers; [`Search`] looks for the best schedule; [`Plan`] is that schedule in the words of the person, and `check`
//! proves it, sharing no code with the search.

mod also;
mod draft;
mod keeping;
mod ladder;
mod mix;
mod relief;
mod sessions;

pub use also::also;
pub use draft::{Ask, Draft, Part};
pub use keeping::Moving;
pub use relief::{Relief, Variant, VariantKind, reliefs, variants};
pub use sessions::{Rhythm, Session, sessions};

use super::{Schedule, Search, Step, analyse};
use crate::domain::{ActivityId, Horizon, Mix, RoleId, sorted};
use chrono::{Days, NaiveDate};

/// An activity in its weeks, at a constant load; its last week takes what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// What is done.
    pub step: Step,
    /// The name by which it is arranged: the activity's own, unless it is a second part.
    pub id: ActivityId,
    /// Which of how many parts of the activity it is, counted from 1.
    pub nth: [u8; 2],
    /// The hours that are still to be done.
    pub hours: u16,
    /// The weeks in which it is worked on, counted from the plan's first Monday: weeks off are left out.
    pub weeks: Vec<u16>,
    /// Hours in each of its weeks but the last.
    pub load: u8,
    /// Its cost in euros.
    pub cost: u32,
    /// The Monday of its first week.
    pub starts: NaiveDate,
    /// The Sunday of its last week.
    pub ends: NaiveDate,
    /// Whether the person has locked it there.
    pub is_locked: bool,
    /// Where the plan that is followed has it; the same as `starts` where it has not moved.
    pub followed: Option<NaiveDate>,
    /// What could be done in its place.
    pub alternatives: Vec<Step>,
}

impl PlanItem {
    /// The hours that it takes in a week of the plan; 0 outside its own weeks.
    #[must_use]
    pub fn hours_in(&self, week: u16) -> u16 {
        let Some(nth) = self.weeks.iter().position(|own| *own == week) else { return 0 };
        let before = nth as u16 * u16::from(self.load);
        self.hours.saturating_sub(before).min(u16::from(self.load))
    }

    /// Whether it is the last part of its activity, the one that lifts the level.
    #[must_use]
    pub fn is_last_part(&self) -> bool {
        self.nth[0] == self.nth[1]
    }
}

/// Why an activity has no place in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It would end after the deadline, or there are not enough hours until then.
    Deadline,
    /// It costs more than is left.
    Money,
    /// What has to come before it has no place itself.
    Before,
    /// The days on which it can take place leave it none.
    Timing,
}

/// An activity that has no place, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The activity: the one of fewest hours that would close this stretch.
    pub step: Step,
    /// Why.
    pub why: Why,
}

/// Fit at the end of a week in which something is finished.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readiness {
    /// The week; 0 with `fit` of today comes first.
    pub week: u16,
    /// Likely fit from then on.
    pub fit: f64,
}

/// A plan with dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The Monday of week 0.
    pub first_monday: NaiveDate,
    /// What is done, by first week, then by place in the catalogue.
    pub items: Vec<PlanItem>,
    /// What has no place.
    pub left: Vec<Left>,
    /// Fit as it rises; the first entry is today's.
    pub readiness: Vec<Readiness>,
    /// Likely fit after the plan for each other role that it heads for.
    pub also: Vec<(RoleId, f64)>,
    /// Hours in each week from week 0 to the last.
    pub load: Vec<u16>,
    /// The hours that there are in each of these weeks.
    pub room: Vec<u16>,
    /// Euros in all.
    pub cost: u32,
}

impl Plan {
    /// The day on which the last activity ends; `None` where there is nothing to do.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDate> {
        self.items.iter().map(|item| item.ends).max()
    }

    /// The last day if every hour of the plan turns out to take so many, at the least and at the most (the band of engine.md 7);
    /// `None` where there is nothing to do.
    #[must_use]
    pub fn band(&self, times: [f64; 2]) -> Option<[NaiveDate; 2]> {
        let days = (self.ends()? - self.first_monday).num_days() as f64;
        let after = |times: f64| self.first_monday.checked_add_days(Days::new((days * times).round() as u64));
        Some([after(times[0])?, after(times[1])?])
    }

    /// Hours in all.
    #[must_use]
    pub fn hours(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.hours)).sum()
    }

    /// How its hours are spread over the parts of a [`Mix`], in shares of 1; nothing where it has none.
    #[must_use]
    pub fn mix(&self) -> [f64; 3] {
        let mut hours = [0.0; 3];
        for item in &self.items {
            hours[Mix::part_of(item.step.kind)] += f64::from(item.hours);
        }
        let all = f64::from(self.hours()).max(1.0);
        hours.map(|hours| hours / all)
    }

    /// The plan that a schedule of the draft's problem is. `starts` has one entry for each task; what is missing is not taken.
    #[must_use]
    pub fn of(ask: &Ask<'_>, draft: &Draft, starts: &[Option<u16>]) -> Self {
        let taken = starts.iter().enumerate().filter_map(|(at, start)| Some((at, (*start)?)));
        let items = taken.filter_map(|(at, start)| item(draft, at, start));
        let items = sorted(items, |a, b| a.starts.cmp(&b.starts));
        let n_weeks = items.iter().flat_map(|item| &item.weeks).max().map_or(0, |last| last + 1);
        Self {
            load: (0..n_weeks).map(|week| items.iter().map(|item| item.hours_in(week)).sum()).collect(),
            room: draft.problem.capacity.iter().take(usize::from(n_weeks)).copied().collect(),
            readiness: readiness(ask, &items),
            also: also::after(ask, &items),
            cost: items.iter().map(|item| item.cost).sum(),
            left: left(draft, starts),
            first_monday: draft.first_monday,
            items,
        }
    }
}

impl Ask<'_> {
    /// The plan that is found with so many steps of search after a first answer, and the schedule behind it. The same question
    /// has the same answer.
    #[must_use]
    pub fn plan(&self, effort: u32) -> (Draft, Schedule, Plan) {
        let draft = Draft::of(self);
        let schedule = draft.solve(effort);
        let plan = Plan::of(self, &draft, &schedule.starts);
        (draft, schedule, plan)
    }

    /// The same within another horizon, planned anew.
    #[must_use]
    pub fn within(self, horizon: Horizon) -> Self {
        Self { horizon, moving: Moving::Free, ..self }
    }
}

impl Draft {
    /// The best schedule that so many steps of search find, from the plan that is followed where one is.
    #[must_use]
    pub fn solve(&self, effort: u32) -> Schedule {
        let kept: Vec<Option<u16>> = self.problem.tasks.iter().map(|task| task.locked.or(task.kept)).collect();
        let is_followed = self.problem.keep > 0 && kept.iter().any(Option::is_some);
        let mut search = if is_followed { Search::from(&self.problem, &kept) } else { Search::new(&self.problem) };
        search.run(effort);
        search.best().clone()
    }

    /// The value of closing everything.
    #[must_use]
    pub fn whole(&self) -> u64 {
        self.problem.goals.iter().map(|goal| u64::from(goal.weight)).sum()
    }
}

fn item(draft: &Draft, at: usize, start: u16) -> Option<PlanItem> {
    let (part, task) = (draft.parts.get(at)?, draft.problem.tasks.get(at)?);
    let works = |week: &u16| draft.problem.capacity.get(usize::from(*week)).is_none_or(|hours| *hours >= task.load);
    let weeks: Vec<u16> = (start..u16::MAX).filter(works).take(usize::from(task.weeks)).collect();
    let last = weeks.last().copied().unwrap_or(start);
    let same = |other: &&Part| {
        let shares = draft.problem.tasks[at].gains.iter().any(|gain| covers(draft, other, gain.0));
        shares && other.step.activity != part.step.activity && other.nth[0] == 1
    };
    Some(PlanItem {
        step: part.step.clone(),
        id: part.id.clone(),
        nth: part.nth,
        hours: part.hours,
        load: task.load as u8,
        cost: task.cost,
        starts: draft.monday(usize::from(start)),
        ends: draft.monday(usize::from(last)).checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX),
        is_locked: task.locked.is_some(),
        followed: part.followed,
        alternatives: draft.parts.iter().filter(same).map(|other| other.step.clone()).collect(),
        weeks,
    })
}

fn covers(draft: &Draft, part: &Part, goal: usize) -> bool {
    let known = draft.stretches.get(goal);
    known.is_some_and(|(skill, stretch)| *skill == part.step.skill && ladder::Ladder::covers(&part.step, stretch))
}

/// Of every stretch that is worth something and that nothing of the schedule covers, the activity of fewest hours, once each; and
/// what it waits for.
fn left(draft: &Draft, starts: &[Option<u16>]) -> Vec<Left> {
    let problem = &draft.problem;
    let is_taken = |at: usize| starts.get(at).is_some_and(Option::is_some);
    let taken = problem.tasks.iter().enumerate().filter(|(at, _)| is_taken(*at));
    let spent: u32 = taken.map(|(_, task)| task.cost).sum();
    let money = problem.budget.map(|budget| budget.saturating_sub(spent));
    let shortest = |ways: &mut dyn Iterator<Item = usize>| ways.min_by_key(|at| draft.parts[*at].step.hours);
    let lacking = (0..draft.stretches.len()).filter(|goal| problem.goals[*goal].weight > 0).filter_map(|goal| {
        let ways = || (0..draft.parts.len()).filter(move |at| covers(draft, &draft.parts[*at], goal));
        if ways().any(is_taken) { None } else { shortest(&mut ways()) }
    });
    let mut todo: Vec<usize> = lacking.collect();
    let mut left: Vec<Left> = Vec::new();
    let mut at = 0;
    while let Some(place) = todo.get(at).copied() {
        at += 1;
        let (step, task) = (&draft.parts[place].step, &problem.tasks[place]);
        if left.iter().any(|known| known.step.activity == step.activity) {
            continue;
        }
        let waits: Vec<&Vec<usize>> =
            task.needs.iter().filter(|group| !group.iter().any(|need| is_taken(*need))).collect();
        todo.extend(waits.iter().filter_map(|group| shortest(&mut group.iter().copied())));
        let why = match () {
            () if !waits.is_empty() => Why::Before,
            () if money.is_some_and(|money| money < task.cost) => Why::Money,
            () if task.release > 0 || task.starts.is_some() || usize::from(task.due) < problem.capacity.len() => {
                Why::Timing
            }
            () => Why::Deadline,
        };
        left.push(Left { step: step.clone(), why });
    }
    left
}

fn readiness(ask: &Ask<'_>, items: &[PlanItem]) -> Vec<Readiness> {
    let mut standing = ask.standing.clone();
    let by_end = sorted(items.iter().filter(|item| item.is_last_part()), |a, b| a.ends.cmp(&b.ends));
    let mut rising = vec![Readiness { week: 0, fit: ask.gap.fit.likely }];
    for ending in by_end.chunk_by(|a, b| a.ends == b.ends) {
        for item in ending {
            standing.raise(item.step.skill, item.step.to);
        }
        let week = ending[0].weeks.last().map_or(0, |last| last + 1);
        rising.push(Readiness { week, fit: analyse(&ask.way, &standing, ask.policy).fit.likely });
    }
    rising
}
