//! The search for plans: its laws on problems of every kind, and small problems against all of their plans.
//!
//! `PROPTEST_CASES` raises the number of cases.

use proptest::prelude::*;
use skillstead::engine::{Broken, Goal, Problem, Schedule, Score, Search, Task, bound, check};

/// A thousand cases of each law, or as many as the environment asks for.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(1_000), ..ProptestConfig::default() }
}

fn task(weeks: u16, load: u16, due: u16, gains: &[(usize, u32)]) -> Task {
    Task { weeks, load, last: load, due, gains: gains.to_vec(), ..Task::default() }
}

fn goal(weight: u32, gap: u32, due: u16) -> Goal {
    Goal { weight, gap, due }
}

fn finished(mut search: Search) -> Schedule {
    while search.run(500) {}
    search.best().clone()
}

fn solved(problem: &Problem) -> Schedule {
    finished(Search::new(problem))
}

prop_compose! {
    fn tasks(n_tasks: usize, n_goals: usize, n_weeks: u16)(
        shape in (1u16..=3, 1u16..=5, 1u16..=5, 0u32..=4),
        dates in (0..=n_weeks / 2, 0..=n_weeks + 2, any::<bool>()),
        starts in prop::option::weighted(0.15, prop::collection::vec(0..=n_weeks, 0..=3)),
        needs in prop::collection::vec(prop::collection::vec(0..=n_tasks, 0..=2), 0..=2),
        is_needy in prop::bool::weighted(0.4),
        gains in prop::collection::vec((0..=n_goals, 0u32..=6), 0..=3),
        locked in prop::option::weighted(0.08, 0..=n_weeks),
        kept in prop::option::weighted(0.3, 0..=n_weeks),
        shun in prop_oneof![3 => Just(0u32), 1 => 0u32..=40],
    ) -> Task {
        let (weeks, load, last, cost) = shape;
        let (release, due, is_open) = dates;
        let due = if is_open { n_weeks } else { due };
        let needs = if is_needy { needs } else { Vec::new() };
        Task { weeks, load, last: last.min(load), cost, release, due, starts, needs, gains, locked, kept, shun }
    }
}

prop_compose! {
    /// Problems of up to so many tasks, with needs in circles, ids of nothing and sessions that are over.
    fn problems(most_tasks: usize)(
        n_tasks in 0..=most_tasks,
        n_goals in 0..=4usize,
        capacity in prop::collection::vec(prop_oneof![1 => Just(0u16), 1 => Just(2), 6 => Just(6)], 0..=10),
    )(
        tasks in prop::collection::vec(tasks(n_tasks, n_goals, capacity.len() as u16), n_tasks),
        goals in prop::collection::vec((0u32..=5, 0u32..=10, 0..=capacity.len() as u16), n_goals),
        budget in prop::option::of(0u32..=12),
        pauses in any::<bool>(),
        keep in 0u32..=20,
        capacity in Just(capacity),
    ) -> Problem {
        let goals = goals.into_iter().map(|(weight, gap, due)| goal(weight, gap, due)).collect();
        Problem { capacity, budget, goals, tasks, pauses, keep }
    }
}

fn without_locks(mut problem: Problem) -> Problem {
    problem.tasks.iter_mut().for_each(|task| task.locked = None);
    problem
}

/// What locked tasks alone break, with what they need left out.
fn is_lock_fault(problem: &Problem, starts: &[Option<u16>], broken: Broken) -> bool {
    let is_locked = |task: usize| problem.tasks[task].locked.is_some();
    let locks: Vec<Option<u16>> = problem.tasks.iter().map(|task| task.locked).collect();
    match broken {
        Broken::Capacity(_) | Broken::Budget => check(problem, &locks).is_err_and(|alone| alone.contains(&broken)),
        Broken::Release(task) | Broken::Due(task) | Broken::Starts(task) | Broken::Prerequisite(task, _) => {
            is_locked(task)
        }
        Broken::Lock(task) => starts[task] != problem.tasks[task].locked,
        Broken::Unknown => false,
    }
}

/// The best of all plans of a small problem.
fn best_of_all(problem: &Problem, starts: &mut Vec<Option<u16>>) -> Option<Score> {
    if starts.len() == problem.tasks.len() {
        return check(problem, starts).ok();
    }
    let weeks = (0..problem.capacity.len() as u16).map(Some);
    let mut best = None;
    for start in weeks.chain([None]) {
        starts.push(start);
        best = best.max(best_of_all(problem, starts));
        starts.pop();
    }
    best
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_rule_is_broken_but_by_locks(problem in problems(10)) {
        let mut search = Search::new(&problem);
        loop {
            let Schedule { starts, score } = search.best().clone();
            match check(&problem, &starts) {
                Ok(checked) => prop_assert_eq!(checked, score),
                Err(broken) => {
                    let own: Vec<_> = broken.iter().filter(|one| !is_lock_fault(&problem, &starts, **one)).collect();
                    prop_assert!(own.is_empty(), "{:?}", own);
                }
            }
            if !search.run(150) {
                break;
            }
        }
    }

    #[test]
    fn without_locks_there_is_always_a_plan(problem in problems(10)) {
        let problem = without_locks(problem);
        let mut search = Search::new(&problem);
        let first = search.best().clone();
        prop_assert_eq!(check(&problem, &first.starts), Ok(first.score));
        search.run(200);
        prop_assert_eq!(check(&problem, &search.best().starts), Ok(search.best().score));
        prop_assert!(search.best().score >= first.score);
    }

    #[test]
    fn more_hours_or_money_is_never_worse(problem in problems(8), hours in 0u16..=4, money in 0u32..=9) {
        let problem = Problem { pauses: false, ..without_locks(problem) };
        let plan = solved(&problem);
        let mut more = problem.clone();
        more.capacity.iter_mut().for_each(|there| *there += hours);
        more.budget = problem.budget.map(|budget| budget + money);
        let mut search = Search::from(&more, &plan.starts);
        prop_assert!(search.best().score >= plan.score);
        search.run(300);
        prop_assert!(search.best().score >= plan.score);
    }

    #[test]
    fn a_finished_plan_stays(problem in problems(8), keep in 1u32..=9) {
        let mut problem = Problem { keep, ..without_locks(problem) };
        problem.tasks.iter_mut().for_each(|task| task.kept = None);
        let plan = solved(&problem);
        for (task, start) in problem.tasks.iter_mut().zip(&plan.starts) {
            task.kept = *start;
        }
        let again = finished(Search::from(&problem, &plan.starts));
        prop_assert_eq!(again, plan);
    }

    #[test]
    fn any_plan_can_be_gone_on_from(problem in problems(8), starts in prop::collection::vec(prop::option::of(0u16..=12), 0..=10)) {
        let mut search = Search::from(&problem, &starts);
        if let Ok(score) = check(&problem, &starts) {
            prop_assert!(search.best().score >= score);
        }
        search.run(200);
        if let Ok(score) = check(&problem, &search.best().starts) {
            prop_assert_eq!(score, search.best().score);
        }
    }

    #[test]
    fn the_same_problem_gives_the_same_plan_in_any_pieces(problem in problems(8), piece in 1u32..200) {
        let (mut one, mut other) = (Search::new(&problem), Search::new(&problem));
        one.run(600);
        let mut left = 600;
        while left > 0 {
            other.run(piece.min(left));
            left -= piece.min(left);
        }
        prop_assert_eq!(one.best(), other.best());
    }

    #[test]
    fn tiny_problems_are_solved(problem in problems(4)) {
        let mut problem = problem;
        problem.capacity.truncate(6);
        let best = best_of_all(&problem, &mut Vec::new());
        let plan = solved(&problem);
        let checked = check(&problem, &plan.starts).ok();
        prop_assert_eq!(checked.map(|score| score.value), best.map(|score| score.value));
        prop_assert!(bound(&problem, 0, 20) >= plan.score.value);
    }

    #[test]
    fn no_plan_is_worth_more_than_the_bound(problem in problems(10), n_nodes in 0u64..30) {
        let value = solved(&problem).score.value;
        prop_assert!(bound(&problem, 0, n_nodes) >= value);
        prop_assert!(bound(&problem, value, n_nodes) >= value);
    }
}

#[test]
fn the_validator_names_what_is_broken() {
    let first = task(2, 4, 6, &[(0, 5)]);
    let second = Task { needs: vec![vec![0]], release: 1, cost: 9, ..task(1, 4, 4, &[(0, 5)]) };
    let third = Task { starts: Some(vec![3]), locked: Some(3), ..task(1, 2, 6, &[]) };
    let problem = Problem {
        capacity: vec![4, 4, 4, 6, 4, 4],
        budget: Some(8),
        goals: vec![goal(1, 10, 6)],
        tasks: vec![first, second, third],
        ..Problem::default()
    };
    let broken = |starts: [Option<u16>; 3]| check(&problem, &starts).err().unwrap_or_default();
    assert_eq!(broken([Some(1), None, Some(3)]), []);
    assert_eq!(broken([None, None, None]), [Broken::Lock(2)]);
    assert_eq!(broken([None, None, Some(2)]), [Broken::Lock(2), Broken::Starts(2)]);
    assert_eq!(broken([Some(2), None, Some(3)]), []);
    assert_eq!(broken([Some(5), None, Some(3)]), [Broken::Due(0), Broken::Capacity(6)]);
    let all = [Broken::Release(1), Broken::Prerequisite(1, 0), Broken::Capacity(0), Broken::Budget];
    assert_eq!(broken([Some(0), Some(0), Some(3)]), all);
    assert_eq!(check(&problem, &[None]), Err(vec![Broken::Unknown]));
}

#[test]
fn points_count_in_the_order_in_which_tasks_end() {
    let tasks = vec![task(2, 1, 9, &[(0, 6)]), task(1, 1, 9, &[(0, 6)])];
    let problem = Problem { capacity: vec![2; 9], goals: vec![goal(3, 10, 5)], tasks, ..Problem::default() };
    let score = |first, second| check(&problem, &[first, second]).unwrap();
    // Six points at the end of week 1, the four that are left at the end of week 2.
    assert_eq!(score(Some(0), Some(0)), Score { value: 30, later: 3 * (6 + 2 * 4), cost: 0 });
    assert_eq!(score(Some(4), Some(0)), Score { value: 18, later: 18, cost: 0 });
    assert_eq!(solved(&problem).score, score(Some(0), Some(0)));
}

#[test]
fn a_pause_is_passed_over_only_where_tasks_pause() {
    let tasks = vec![Task { last: 1, ..task(3, 4, 9, &[(0, 1)]) }];
    let mut problem =
        Problem { capacity: vec![4, 0, 4, 3, 4], goals: vec![goal(1, 1, 9)], tasks, ..Problem::default() };
    assert_eq!(solved(&problem).starts, [None]);
    problem.pauses = true;
    assert_eq!(solved(&problem).starts, [Some(0)]);
    assert_eq!(solved(&problem).score.later, 5);
    problem.capacity[4] = 1;
    assert_eq!(solved(&problem).starts, [None]);
    // The last week needs no more than it takes.
    problem.pauses = false;
    problem.capacity = vec![0, 4, 4, 1, 0];
    assert_eq!(solved(&problem).starts, [Some(1)]);
}

#[test]
fn what_a_locked_task_needs_is_done_before_it() {
    let locked = Task { needs: vec![vec![0, 1]], locked: Some(2), ..task(1, 3, 5, &[(0, 1)]) };
    let tasks = vec![task(3, 3, 5, &[(1, 9)]), task(2, 3, 5, &[]), locked];
    let goals = vec![goal(1, 1, 5), goal(1, 9, 5)];
    let problem = Problem { capacity: vec![3; 5], goals, tasks, ..Problem::default() };
    assert_eq!(solved(&problem).starts, [None, Some(0), Some(2)]);
}

#[test]
fn locks_are_taken_even_where_there_is_no_room() {
    let lock = |week| Task { locked: Some(week), ..task(1, 3, 3, &[(0, 1)]) };
    let tasks = vec![lock(0), lock(0), lock(9), task(1, 2, 3, &[(0, 1)])];
    let problem = Problem { capacity: vec![3; 3], goals: vec![goal(1, 9, 9)], tasks, ..Problem::default() };
    let plan = solved(&problem);
    assert_eq!(plan.starts, [Some(0), Some(0), Some(9), Some(1)]);
    let broken = check(&problem, &plan.starts).unwrap_err();
    assert_eq!(broken, [Broken::Due(2), Broken::Capacity(9), Broken::Capacity(0)]);
}

#[test]
fn what_closes_nothing_is_dropped() {
    let tasks = vec![task(1, 1, 9, &[(0, 4)]), Task { cost: 5, ..task(1, 1, 9, &[(0, 4)]) }, task(1, 1, 9, &[])];
    let problem = Problem { capacity: vec![1; 9], goals: vec![goal(1, 4, 9)], tasks, ..Problem::default() };
    assert_eq!(solved(&problem).starts, [Some(0), None, None]);
}

#[test]
fn a_plan_stays_where_moving_it_is_worth_little() {
    let kept = Task { kept: Some(2), ..task(1, 1, 9, &[(0, 1)]) };
    let mut problem =
        Problem { capacity: vec![1; 9], goals: vec![goal(1, 1, 9)], tasks: vec![kept], keep: 3, ..Problem::default() };
    assert_eq!(finished(Search::from(&problem, &[Some(2)])).starts, [Some(2)]);
    problem.keep = 1;
    assert_eq!(finished(Search::from(&problem, &[Some(2)])).starts, [Some(0)]);
}

#[test]
fn nothing_to_do_is_a_plan() {
    assert_eq!(solved(&Problem::default()), Schedule::default());
    let problem = Problem { tasks: vec![task(0, 0, 0, &[(7, 7)])], ..Problem::default() };
    assert_eq!(solved(&problem).starts, [None]);
    assert_eq!(bound(&problem, 0, 5), 0);
}

#[test]
fn numbers_without_sense_are_borne() {
    let most = Task {
        cost: u32::MAX,
        kept: Some(u16::MAX),
        release: 0,
        ..task(u16::MAX, u16::MAX, u16::MAX, &[(0, u32::MAX), (0, u32::MAX)])
    };
    let small = task(1, u16::MAX, u16::MAX, &[(0, u32::MAX), (usize::MAX, 1)]);
    let locked = Task { locked: Some(u16::MAX), needs: vec![vec![0], vec![2], vec![usize::MAX]], ..most.clone() };
    let problem = Problem {
        capacity: vec![u16::MAX; 40],
        budget: Some(u32::MAX),
        goals: vec![goal(u32::MAX, u32::MAX, u16::MAX)],
        tasks: vec![most, small, locked],
        pauses: true,
        keep: u32::MAX,
    };
    let plan = solved(&problem);
    assert_eq!(plan.starts, [None, Some(0), Some(u16::MAX)]);
    assert!(bound(&problem, 0, 5) >= plan.score.value);
    let problem = without_locks(problem);
    let plan = solved(&problem);
    assert_eq!(check(&problem, &plan.starts), Ok(plan.score));
}

/// Every step of every skill in turn, one or two ways for each, over up to fifty years.
#[test]
fn a_long_plan_closes_everything() {
    let mut problem = Problem { capacity: vec![6; 2_600], pauses: true, ..Problem::default() };
    for skill in 0..40usize {
        let mut below: Vec<usize> = Vec::new();
        for step in 0..3usize {
            let goal_at = problem.goals.len();
            problem.goals.push(goal(1 + (skill as u32 * 7) % 9, 1, 2_600));
            let first = problem.tasks.len();
            for way in 0..1 + (skill + step) % 2 {
                let weeks = 4 + ((skill * 5 + step * 11 + way * 3) % 30) as u16;
                let needs = if below.is_empty() { vec![] } else { vec![below.clone()] };
                problem.tasks.push(Task { needs, ..task(weeks, 3, 2_600, &[(goal_at, 1)]) });
            }
            below = (first..problem.tasks.len()).collect();
        }
    }
    for week in (20..2_600).step_by(26) {
        problem.capacity[week] = 0;
    }
    let mut search = Search::new(&problem);
    let first = search.best().score;
    search.run(300);
    assert_eq!(check(&problem, &search.best().starts), Ok(search.best().score));
    assert_eq!(first.value, problem.goals.iter().map(|goal| u64::from(goal.weight)).sum::<u64>());
    assert!(search.best().score >= first);
    assert_eq!(bound(&problem, first.value, 0), first.value);
}
