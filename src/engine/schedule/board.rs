//! A problem laid out flat for the search: every list in one array, every limit already drawn as tight as it can be.

use super::problem::{Goal, MOST, Problem, Task};
use crate::domain::sorted;
use std::collections::BTreeMap;

/// Not taken, or nowhere.
pub(super) const NONE: u32 = u32::MAX;

/// Part of a flat array.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Range {
    from: u32,
    to: u32,
}

impl Range {
    /// The part as places.
    #[inline]
    pub(super) fn places(self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// A task without lists of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) weeks: u32,
    pub(super) load: i32,
    pub(super) last: i32,
    pub(super) cost: u32,
    pub(super) shun: u32,
    pub(super) release: u32,
    pub(super) due: u32,
    /// The week by which it can have ended at the earliest, were it alone with what it needs.
    pub(super) first_end: u32,
    /// Tasks of the same weeks and hours have the same shape.
    pub(super) shape: u32,
    pub(super) gains: Range,
    /// The goals it gains for, a bit for each; see `goal_bit`.
    pub(super) goals: u64,
    pub(super) groups: Range,
    /// Its fixed sessions, where it has any.
    pub(super) sessions: Option<Range>,
}

/// A goal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    pub(super) weight: u64,
    pub(super) gap: u64,
    pub(super) due: u32,
    /// Where the ends of what closes it are noted.
    pub(super) notes: u32,
}

/// The bit of a goal. Beyond the first 63 all share one, which is never cleared.
#[inline]
pub(super) fn goal_bit(goal: usize) -> u64 {
    1 << goal.min(63)
}

/// The whole problem.
#[derive(Clone, Debug)]
pub(super) struct Board {
    pub(super) items: Box<[Item]>,
    pub(super) aims: Box<[Aim]>,
    pub(super) gains: Box<[(u32, u32)]>,
    pub(super) groups: Box<[Range]>,
    pub(super) alternatives: Box<[u32]>,
    pub(super) sessions: Box<[u32]>,
    pub(super) capacity: Box<[i32]>,
    /// Task and week, by week.
    pub(super) locks: Box<[(u32, u32)]>,
    pub(super) kept: Box<[u32]>,
    pub(super) keep: u64,
    pub(super) budget: u64,
    pub(super) pauses: bool,
    pub(super) n_shapes: usize,
    /// Whether any need can be met in more than one way.
    pub(super) has_choices: bool,
}

/// The lists of all tasks as they come in.
#[derive(Default)]
struct Lists {
    gains: Vec<(u32, u32)>,
    groups: Vec<Range>,
    alternatives: Vec<u32>,
    sessions: Vec<u32>,
}

impl Board {
    /// Lays out a problem. What points nowhere is left out; a group of nothing stays, and is never met.
    pub(super) fn new(problem: &Problem) -> Self {
        let mut lists = Lists::default();
        let mut shapes: BTreeMap<(u32, i32, i32), u32> = BTreeMap::new();
        let mut items: Vec<Item> = problem.tasks.iter().map(|task| lists.item(problem, task)).collect();
        for item in &mut items {
            let n_shapes = shapes.len() as u32;
            item.shape = *shapes.entry((item.weeks, item.load, item.last)).or_insert(n_shapes);
        }
        let locked = |(task, at): (&Task, u32)| task.locked.map(|week| (at, u32::from(week)));
        let locks = problem.tasks.iter().zip(0..).filter_map(locked);
        let locks = sorted(locks, |(a, from), (b, until)| (from, a).cmp(&(until, b)));
        Self {
            items: items.into(),
            aims: aims(problem),
            gains: lists.gains.into(),
            groups: lists.groups.into(),
            alternatives: lists.alternatives.into(),
            sessions: lists.sessions.into(),
            capacity: problem.capacity.iter().map(|hours| i32::from(*hours)).collect(),
            locks: locks.into(),
            kept: problem.tasks.iter().map(|task| task.kept.map_or(NONE, u32::from)).collect(),
            keep: u64::from(problem.keep),
            budget: problem.budget.map_or(u64::MAX, u64::from),
            pauses: problem.pauses,
            n_shapes: shapes.len(),
            has_choices: problem.tasks.iter().any(|task| task.needs.iter().any(|group| group.len() > 1)),
        }
    }

    /// Points that a task closes if all were open: each with its weight.
    pub(super) fn worth(&self, task: usize) -> u64 {
        let gains = self.gains[self.items[task].gains.places()].iter();
        let worth = |(goal, points): &(u32, u32)| {
            let aim = &self.aims[*goal as usize];
            if self.items[task].first_end > aim.due { 0 } else { aim.weight * u64::from(*points).min(aim.gap) }
        };
        gains.map(worth).sum()
    }

    /// What a goal is worth if everything that can end in time does.
    pub(super) fn most(&self, goal: usize) -> u64 {
        let aim = &self.aims[goal];
        let in_time = self.items.iter().filter(|item| item.first_end <= aim.due);
        let gains = in_time.flat_map(|item| &self.gains[item.gains.places()]).filter(|(to, _)| *to as usize == goal);
        let points = gains.map(|(_, points)| u64::from(*points)).sum::<u64>();
        aim.weight * points.min(aim.gap)
    }

    /// Hours of a task.
    pub(super) fn hours(&self, task: usize) -> u64 {
        let item = &self.items[task];
        u64::from(item.weeks - 1) * item.load as u64 + item.last as u64
    }
}

impl Lists {
    fn item(&mut self, problem: &Problem, task: &Task) -> Item {
        let n_weeks = problem.capacity.len() as u32;
        let gains = task.gains.iter().filter(|(goal, _)| *goal < problem.goals.len());
        let goals = gains.clone().map(|(goal, _)| goal_bit(*goal)).fold(0, |all, bit| all | bit);
        let gains = append(&mut self.gains, gains.map(|(goal, points)| (*goal as u32, (*points).min(MOST))));
        let mut groups = Vec::new();
        for group in &task.needs {
            let known = group.iter().filter(|need| **need < problem.tasks.len());
            groups.push(append(&mut self.alternatives, known.map(|need| *need as u32)));
        }
        let mut weeks = sorted(task.starts.iter().flatten().map(|week| u32::from(*week)), Ord::cmp);
        weeks.retain(|week| *week >= u32::from(task.release) && *week < n_weeks);
        let sessions = append(&mut self.sessions, weeks.into_iter());
        Item {
            weeks: u32::from(task.weeks.max(1)),
            load: i32::from(task.load),
            last: i32::from(task.last.min(task.load)),
            cost: task.cost,
            shun: task.shun,
            release: u32::from(task.release),
            due: u32::from(task.due).min(n_weeks),
            first_end: 0,
            shape: 0,
            gains,
            goals,
            groups: append(&mut self.groups, groups.into_iter()),
            sessions: task.starts.is_some().then_some(sessions),
        }
    }
}

fn aims(problem: &Problem) -> Box<[Aim]> {
    let mut n_gains = vec![0; problem.goals.len()];
    for (goal, _) in problem.tasks.iter().flat_map(|task| &task.gains) {
        n_gains.get_mut(*goal).into_iter().for_each(|n| *n += 1);
    }
    let mut notes = 0;
    let aim = |(goal, n_gains): (&Goal, u32)| {
        let weight = u64::from(goal.weight.min(MOST));
        // What is worth nothing is closed already.
        let gap = if weight == 0 { 0 } else { u64::from(goal.gap.min(MOST)) };
        notes += n_gains;
        Aim { weight, gap, due: u32::from(goal.due), notes: notes - n_gains }
    };
    problem.goals.iter().zip(n_gains).map(aim).collect()
}

fn append<T>(all: &mut Vec<T>, part: impl Iterator<Item = T>) -> Range {
    let from = all.len() as u32;
    all.extend(part);
    Range { from, to: all.len() as u32 }
}
