//! How much of a role's work machines could do, from its tasks (engine.md 6). A range, and never a chance of losing a job.

use super::Policy;
use crate::domain::{Marks, Role, Task};

/// What keeps a task with people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// It is done with people.
    Contact,
    /// It takes skilled hands.
    Dexterity,
    /// What is right shows only after a long time.
    Judgement,
}

/// One task of a role, and what its marks say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskExposure {
    /// Its place in the role's list.
    pub task: usize,
    /// Its share of the time, 0 to 1.
    pub share: f64,
    /// How repetitive, rule-based, digital and forgiving it is, 0 to 1.
    pub exposed: f64,
    /// What protects it most, where something does.
    pub protected: Option<Protection>,
}

/// The exposure of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// The exposed share where nothing protects, 0 to 1: what could be done by machines soonest.
    pub low: f64,
    /// The exposed share of all tasks, 0 to 1, as if nothing protected them.
    pub high: f64,
    /// The share of time in tasks that something protects, 0 to 1.
    pub protected: f64,
    /// The tasks that it comes from, in the order of the role.
    pub tasks: Vec<TaskExposure>,
}

/// The exposure of a role; `None` where no task of it is marked. Tasks without a share of time count alike.
///
/// ```
/// use skillstead::{domain::{Marks, Task, Text}, engine::{Policy, exposure_of}};
/// let task = |share, marks: [u8; 7]| Task { share, marks: Marks::try_from(marks).ok(), ..Task::named(Text::default()) };
/// // Half of the time spent on forms, half with patients.
/// let tasks = [task(50, [5, 5, 5, 5, 1, 1, 1]), task(50, [3, 3, 3, 3, 5, 1, 1])];
/// let exposure = exposure_of(&tasks, &Policy::default()).unwrap();
/// assert_eq!((exposure.low, exposure.high, exposure.protected), (0.5, 0.75, 0.5));
/// assert!(exposure_of(&[], &Policy::default()).is_none());
/// ```
#[must_use]
pub fn exposure_of(tasks: &[Task], policy: &Policy) -> Option<Exposure> {
    let marked = || tasks.iter().enumerate().filter_map(|(at, task)| Some((at, task.share, task.marks?)));
    let all: f64 = marked().map(|(_, share, _)| f64::from(share)).sum();
    let n = marked().count() as f64;
    let share = |share: u8| if all > 0.0 { f64::from(share) / all } else { 1.0 / n };
    let tasks = marked().map(|(task, time, marks)| TaskExposure {
        task,
        share: share(time),
        exposed: exposed(marks),
        protected: protection(marks, policy),
    });
    let tasks: Vec<TaskExposure> = tasks.collect();
    let sum = |part: fn(&TaskExposure) -> f64| tasks.iter().map(part).sum::<f64>();
    let (low, high) = (
        sum(|task| if task.protected.is_none() { task.share * task.exposed } else { 0.0 }),
        sum(|task| task.share * task.exposed),
    );
    let protected = sum(|task| if task.protected.is_some() { task.share } else { 0.0 });
    (!tasks.is_empty()).then_some(Exposure { low, high, protected, tasks })
}

/// The exposure of a role; see [`exposure_of`].
#[must_use]
pub fn exposure(role: &Role, policy: &Policy) -> Option<Exposure> {
    exposure_of(&role.tasks, policy)
}

/// Marks of 1 to 5 as 0 to 1, and their mean.
fn exposed(marks: Marks) -> f64 {
    let four = [marks.repetitive, marks.rule_based, marks.digital_input, marks.error_tolerance];
    four.into_iter().map(|mark| (f64::from(mark) - 1.0) / 4.0).sum::<f64>() / 4.0
}

/// The highest of the protecting marks; the first among equals.
fn protection(marks: Marks, policy: &Policy) -> Option<Protection> {
    let known = [
        (marks.human_contact, Protection::Contact),
        (marks.dexterity, Protection::Dexterity),
        (marks.long_judgement, Protection::Judgement),
    ];
    let strongest = known.into_iter().rev().max_by_key(|(mark, _)| *mark);
    strongest.filter(|(mark, _)| f64::from(*mark) >= policy.protects_from).map(|(_, kind)| kind)
}
