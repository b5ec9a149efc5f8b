//! Whether a schedule keeps the rules of its problem, and how good it is. Shares nothing with the search.

use super::problem::{MOST, Problem, Score, Task};

/// A rule that a schedule breaks, and where. Tasks are named by their place in the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Broken {
    /// More hours are taken in this week than there are, or a task runs beyond the last week.
    Capacity(usize),
    /// More money is spent than there is.
    Budget,
    /// The task begins before its release.
    Release(usize),
    /// The task ends after it is due.
    Due(usize),
    /// The task does not begin with one of its fixed sessions.
    Starts(usize),
    /// Nothing of this task's group (its second number) has ended when it begins.
    Prerequisite(usize, usize),
    /// The task is locked, and is not taken or begins elsewhere.
    Lock(usize),
    /// The schedule is not about as many tasks as the problem has.
    Unknown,
}

/// The score of a schedule, or everything that it breaks. Nothing taken is a schedule too, unless a task is locked.
///
/// # Errors
/// Every rule that is broken, in the order of the tasks, then of the weeks, then the budget.
///
/// ```
/// use skillstead::engine::{Broken, Problem, Task, check};
/// let task = Task { weeks: 1, load: 5, last: 5, due: 1, ..Task::default() };
/// let problem = Problem { capacity: vec![4], tasks: vec![task], ..Problem::default() };
/// assert!(check(&problem, &[None]).is_ok());
/// assert_eq!(check(&problem, &[Some(0)]), Err(vec![Broken::Capacity(0)]));
/// ```
pub fn check(problem: &Problem, starts: &[Option<u16>]) -> Result<Score, Vec<Broken>> {
    if starts.len() != problem.tasks.len() {
        return Err(vec![Broken::Unknown]);
    }
    let mut broken = Vec::new();
    let mut taken_hours = vec![0u64; problem.capacity.len()];
    for (at, task) in problem.tasks.iter().enumerate() {
        if task.locked.is_some() && task.locked != starts[at] {
            broken.push(Broken::Lock(at));
        }
        let Some(start) = starts[at] else { continue };
        let weeks = weeks_of(problem, task, start);
        let end = weeks.last().map_or(0, |week| week + 1);
        if start < task.release {
            broken.push(Broken::Release(at));
        }
        if end > usize::from(task.due) {
            broken.push(Broken::Due(at));
        }
        if task.starts.as_ref().is_some_and(|starts| !starts.contains(&start)) {
            broken.push(Broken::Starts(at));
        }
        for (group, any_of) in task.needs.iter().enumerate() {
            let has_ended = |need: &usize| end_of(problem, starts, *need).is_some_and(|end| end <= usize::from(start));
            if !any_of.iter().any(has_ended) {
                broken.push(Broken::Prerequisite(at, group));
            }
        }
        for (nth, week) in weeks.iter().enumerate() {
            let hours = if nth + 1 == weeks.len() { task.last.min(task.load) } else { task.load };
            match taken_hours.get_mut(*week) {
                Some(taken) => *taken += u64::from(hours),
                None => broken.push(Broken::Capacity(*week)),
            }
        }
    }
    let over = |week: &usize| taken_hours[*week] > u64::from(problem.capacity[*week]);
    broken.extend((0..problem.capacity.len()).filter(over).map(Broken::Capacity));
    let cost = cost(problem, starts);
    if problem.budget.is_some_and(|budget| cost > u64::from(budget)) {
        broken.push(Broken::Budget);
    }
    if broken.is_empty() { Ok(score(problem, starts)) } else { Err(broken) }
}

/// The weeks in which a task works that begins at `start`. Beyond the last week there are no pauses.
fn weeks_of(problem: &Problem, task: &Task, start: u16) -> Vec<usize> {
    let is_pause = |week: &usize| problem.pauses && problem.capacity.get(*week).is_some_and(|hours| *hours < task.load);
    (usize::from(start)..).filter(|week| !is_pause(week)).take(usize::from(task.weeks.max(1))).collect()
}

fn end_of(problem: &Problem, starts: &[Option<u16>], at: usize) -> Option<usize> {
    let start = (*starts.get(at)?)?;
    weeks_of(problem, &problem.tasks[at], start).last().map(|week| week + 1)
}

fn cost(problem: &Problem, starts: &[Option<u16>]) -> u64 {
    let taken = problem.tasks.iter().zip(starts).filter(|(_, start)| start.is_some());
    taken.map(|(task, _)| u64::from(task.cost)).sum()
}

fn score(problem: &Problem, starts: &[Option<u16>]) -> Score {
    let mut score = Score { cost: u32::try_from(cost(problem, starts)).unwrap_or(u32::MAX), ..Score::default() };
    for (goal_at, goal) in problem.goals.iter().enumerate() {
        let mut ends: Vec<(usize, u64)> = Vec::new();
        for (at, task) in problem.tasks.iter().enumerate() {
            let Some(end) = end_of(problem, starts, at).filter(|end| *end <= usize::from(goal.due)) else { continue };
            let gains = task.gains.iter().filter(|(to, _)| *to == goal_at);
            ends.extend(gains.map(|(_, points)| (end, u64::from(*points.min(&MOST)))));
        }
        ends.sort_unstable();
        let weight = u64::from(goal.weight.min(MOST));
        let mut open = u64::from(goal.gap.min(MOST));
        for (end, points) in ends {
            let closed = points.min(open);
            open -= closed;
            score.value += weight * closed;
            score.later = score.later.saturating_add(weight * closed * end as u64);
        }
    }
    let moved = problem.tasks.iter().zip(starts).filter(|(task, start)| task.kept.is_some() && task.kept != **start);
    score.later = score.later.saturating_add(u64::from(problem.keep) * moved.count() as u64);
    let taken = problem.tasks.iter().zip(starts).filter(|(_, start)| start.is_some());
    score.later = taken.fold(score.later, |later, (task, _)| later.saturating_add(u64::from(task.shun)));
    score
}
