//! A person's plan as a planning problem, and a schedule of it as their plan again.

use super::keeping::Moving;
use super::ladder::{Ladder, Ladders, Stretch};
use crate::domain::{ActivityId, Arrangement, Horizon, SkillIx};
use crate::engine::{GapReport, Goal, Policy, Problem, Standing, Step, Task, Way};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// A plan never runs longer than this: fifty years.
const LAST_WEEK: usize = 2_600;
/// Points of value for a whole requirement of weight 1.
const POINTS: f64 = 1_000.0;

/// An activity, or one of the two parts of it, as a task of the problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is done.
    pub step: Step,
    /// The name by which the part is arranged: the activity's own, unless it is a second part.
    pub id: ActivityId,
    /// Which of how many parts it is, counted from 1.
    pub nth: [u8; 2],
    /// The hours that are still to be done in it.
    pub hours: u16,
    /// The Monday on which the plan that is followed has it.
    pub followed: Option<NaiveDate>,
}

/// What a plan is made for, and everything needed to read a schedule.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the search is given.
    pub problem: Problem,
    /// The Monday of week 0.
    pub first_monday: NaiveDate,
    /// What each task of the problem is.
    pub parts: Vec<Part>,
    /// The stretch that each goal of the problem is, with its skill.
    pub(super) stretches: Vec<(SkillIx, Stretch)>,
}

/// What a plan is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// From which role to which.
    pub way: Way<'a>,
    /// What the person holds.
    pub standing: &'a Standing,
    /// What is missing.
    pub gap: &'a GapReport,
    /// The other roles that the plan heads for, and what is missing for them.
    pub also: &'a [(Way<'a>, GapReport)],
    /// The room there is.
    pub horizon: Horizon,
    /// What the person has arranged.
    pub arrangement: &'a Arrangement,
    /// How much it takes to move what is followed.
    pub moving: Moving,
    /// The day from which it is counted.
    pub today: NaiveDate,
    /// The constants.
    pub policy: &'a Policy,
}

impl Draft {
    /// The problem that is asked. Empty where nothing is open.
    #[must_use]
    pub fn of(ask: &Ask<'_>) -> Self {
        let Ask { way, standing, gap, also, horizon, arrangement, moving, today, policy } = *ask;
        let ladders = Ladders { catalog: way.catalog, standing, arrangement, policy };
        let mut draft = Self {
            problem: Problem { budget: horizon.budget, pauses: true, ..Problem::default() },
            first_monday: horizon.first_monday(today),
            parts: Vec::new(),
            stretches: Vec::new(),
        };
        let found = ladders.of([gap].into_iter().chain(also.iter().map(|(_, gap)| gap)).flat_map(|gap| &gap.items));
        for (skill, ladder) in &found {
            draft.add(*skill, ladder, &horizon, arrangement);
        }
        draft.order(&found, &ladders);
        draft.set_weeks(&horizon, arrangement);
        draft.set_timings(arrangement);
        if let Some(mix) = arrangement.mix {
            draft.prefer(&found, mix);
        }
        draft.keep(arrangement, moving);
        draft
    }

    /// The tasks and the goals of a skill.
    fn add(&mut self, skill: SkillIx, ladder: &Ladder, horizon: &Horizon, arrangement: &Arrangement) {
        let first_goal = self.stretches.len();
        for stretch in &ladder.stretches {
            let weight = (stretch.worth * POINTS).round() as u32;
            self.problem.goals.push(Goal { weight, gap: 1, due: 0 });
            self.stretches.push((skill, *stretch));
        }
        for step in &ladder.steps {
            let covered = ladder.stretches.iter().zip(first_goal..);
            let covered = covered.filter(|(stretch, _)| Ladder::covers(step, stretch)).map(|(_, goal)| (goal, 1));
            let gains: Vec<(usize, u32)> = covered.collect();
            let spent = arrangement.spent.get(&step.activity).copied().unwrap_or(0);
            let left = step.hours.saturating_sub(spent).max(1);
            let split = arrangement.splits.get(&step.activity).copied().filter(|hours| *hours < left);
            let cost = if spent > 0 { 0 } else { step.cost };
            let task = |hours: u16| task(hours, step.weekly.min(horizon.hours_per_week).max(1));
            match split {
                None => self.push(step, [1, 1], left, Task { cost, gains, ..task(left) }),
                Some(first) => {
                    self.push(step, [1, 2], first, Task { cost, ..task(first) });
                    let needs = vec![vec![self.parts.len() - 1]];
                    self.push(step, [2, 2], left - first, Task { gains, needs, ..task(left - first) });
                }
            }
        }
    }

    fn push(&mut self, step: &Step, nth: [u8; 2], hours: u16, task: Task) {
        let own = &step.activity;
        let id = if nth[0] == 2 { Arrangement::second_part(own) } else { own.clone() };
        self.parts.push(Part { step: step.clone(), id, nth, hours, followed: None });
        self.problem.tasks.push(task);
    }

    /// What has to end before what: the stretch below, and what a step needs of other skills.
    fn order(&mut self, ladders: &BTreeMap<SkillIx, Ladder>, from: &Ladders<'_>) {
        for at in 0..self.parts.len() {
            let part = &self.parts[at];
            // A second part waits for the first alone.
            if part.nth[0] == 2 {
                continue;
            }
            let below = ladders.get(&part.step.skill).and_then(|ladder| {
                ladder
                    .stretches
                    .iter()
                    .find(|stretch| stretch.to == part.step.from)
                    .map(|below| (part.step.skill, *below))
            });
            let first = from.lacking(&part.step).filter_map(|first| {
                let ladder = ladders.get(&first.skill)?;
                let reaches = |stretch: &&Stretch| stretch.to >= first.at_least;
                ladder.stretches.iter().find(reaches).map(|stretch| (first.skill, *stretch))
            });
            let groups = below.into_iter().chain(first).map(|(skill, stretch)| self.covering(skill, &stretch));
            // What nothing leads to, since it cannot be trained, is not waited for.
            let needs: Vec<Vec<usize>> = groups.filter(|group| !group.is_empty()).collect();
            self.problem.tasks[at].needs.extend(needs);
        }
    }

    /// The tasks after which a stretch is covered.
    fn covering(&self, skill: SkillIx, stretch: &Stretch) -> Vec<usize> {
        let ends = self.parts.iter().enumerate().filter(|(_, part)| part.nth[0] == part.nth[1]);
        let covers = |part: &Part| part.step.skill == skill && Ladder::covers(&part.step, stretch);
        ends.filter(|(_, part)| covers(part)).map(|(at, _)| at).collect()
    }

    /// The hours of each week to the deadline; without one, for as long as everything takes one after the other.
    fn set_weeks(&mut self, horizon: &Horizon, arrangement: &Arrangement) {
        let to_deadline =
            horizon.deadline.map(|deadline| (((deadline - self.first_monday).num_days() + 1) / 7).max(0) as usize);
        let in_a_row: usize = self.problem.tasks.iter().map(|task| usize::from(task.weeks)).sum();
        let fixed = arrangement.pins.values().flatten().chain(arrangement.followed.values());
        let timings = arrangement.timings.values().flat_map(|timing| timing.from.iter().chain(&timing.begins));
        let fixed = fixed.chain(timings);
        let latest = fixed.filter_map(|monday| self.week(*monday)).max().map_or(0, usize::from);
        let n_weeks = to_deadline.unwrap_or(latest + in_a_row + arrangement.weeks.len()).min(LAST_WEEK);
        let usual = u16::from(horizon.hours_per_week);
        self.problem.capacity = (0..n_weeks)
            .map(|week| arrangement.weeks.get(&self.monday(week)).map_or(usual, |hours| u16::from(*hours)))
            .collect();
        for goal in &mut self.problem.goals {
            goal.due = n_weeks as u16;
        }
        for task in &mut self.problem.tasks {
            task.due = n_weeks as u16;
        }
    }

    /// The weeks in which an activity can take place, where it cannot in any.
    fn set_timings(&mut self, arrangement: &Arrangement) {
        for at in 0..self.parts.len() {
            let part = &self.parts[at];
            let Some(timing) = arrangement.timings.get(&part.step.activity) else { continue };
            let week = |day: NaiveDate| self.week(day);
            // A week that is not all after the first day would begin too early.
            let from = timing.from.and_then(|day| day.checked_add_days(Days::new(6)));
            let release = from.and_then(week).unwrap_or(0);
            let by = timing.by.and_then(|day| day.succ_opt());
            let due =
                by.map_or(u16::MAX, |day| if day < self.first_monday { 0 } else { week(day).unwrap_or(u16::MAX) });
            let begins = (part.nth[0] == 1 && !timing.begins.is_empty()).then(|| {
                timing.begins.iter().filter(|day| **day >= self.first_monday).filter_map(|day| week(*day)).collect()
            });
            let task = &mut self.problem.tasks[at];
            (task.release, task.due, task.starts) = (release, task.due.min(due), begins);
        }
    }

    /// The Monday of a week.
    #[must_use]
    pub fn monday(&self, week: usize) -> NaiveDate {
        self.first_monday.checked_add_days(Days::new(week as u64 * 7)).unwrap_or(NaiveDate::MAX)
    }

    /// The week of a day; none before the first.
    pub(super) fn week(&self, day: NaiveDate) -> Option<u16> {
        let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day);
        u16::try_from((monday - self.first_monday).num_days() / 7).ok()
    }
}

fn task(hours: u16, load: u8) -> Task {
    let (weeks, last) = weeks_of(hours, load);
    Task { weeks, load: u16::from(load), last, ..Task::default() }
}

/// How many weeks so many hours take, and how many of them are left for the last.
pub(super) fn weeks_of(hours: u16, load: u8) -> (u16, u16) {
    let load = u16::from(load);
    let weeks = hours.div_ceil(load).max(1);
    (weeks, hours - (weeks - 1) * load)
}
