//! What is shown of groups: an attacker who reasons over everything that is published never comes near a few people.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use proptest::prelude::*;
use skillstead::engine::workforce::{Class, Release, classes, line, release};

const K: u32 = 5;

fn times(each: usize, long: usize) -> usize {
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { long } else { each }
}

/// The end of a program that has a solution, since what is shown is true of somebody.
fn objective(problem: &Problem) -> f64 {
    match problem.solve() {
        Ok(SolveOutcome::Solution(solution)) => solution.objective(),
        other => panic!("{other:?}"),
    }
}

/// What an attacker knows of a table: the sums of its rows and columns, and the cells that are shown.
struct Seen<'a> {
    rows: Vec<u32>,
    columns: Vec<u32>,
    cells: &'a [Vec<Option<u32>>],
}

/// The least and the most of a cell in any table that agrees with what is seen, by a linear program that shares nothing with the
/// code that hides.
fn interval(seen: &Seen<'_>, row: usize, column: usize) -> (f64, f64) {
    let end = |direction| {
        let mut problem = Problem::new(direction);
        let cell = |problem: &mut Problem, at: (usize, usize)| {
            let bounds = seen.cells[at.0][at.1].map_or((0.0, f64::INFINITY), |n| (f64::from(n), f64::from(n)));
            problem.add_var(if at == (row, column) { 1.0 } else { 0.0 }, bounds)
        };
        let cells: Vec<Vec<Variable>> = (0..seen.rows.len())
            .map(|row| (0..seen.columns.len()).map(|column| cell(&mut problem, (row, column))).collect())
            .collect();
        for (row, sum) in cells.iter().zip(&seen.rows) {
            let all: Vec<_> = row.iter().map(|cell| (*cell, 1.0)).collect();
            problem.add_constraint(&all, ComparisonOp::Eq, f64::from(*sum));
        }
        for (column, sum) in seen.columns.iter().enumerate() {
            let all: Vec<_> = cells.iter().map(|row| (row[column], 1.0)).collect();
            problem.add_constraint(&all, ComparisonOp::Eq, f64::from(*sum));
        }
        objective(&problem)
    };
    (end(OptimizationDirection::Minimize), end(OptimizationDirection::Maximize))
}

/// The true table by classes.
fn truth(answers: &[Vec<usize>], release: &Release, questions: [usize; 2]) -> Vec<Vec<u32>> {
    let [rows, columns] = questions.map(|question| &release.classes[question]);
    let count = |row: &Class, column: &Class| {
        let is_in = |person: &&Vec<usize>| {
            row.categories.contains(&person[questions[0]]) && column.categories.contains(&person[questions[1]])
        };
        answers.iter().filter(is_in).count() as u32
    };
    rows.iter().map(|row| columns.iter().map(|column| count(row, column)).collect()).collect()
}

/// Small cells that an attacker comes nearer to than `K`; and how many there are.
fn attack(truth: &[Vec<u32>], cells: &[Vec<Option<u32>>]) -> (usize, usize) {
    let rows = truth.iter().map(|row| row.iter().sum()).collect();
    let columns = (0..truth[0].len()).map(|column| truth.iter().map(|row| row[column]).sum()).collect();
    let seen = Seen { rows, columns, cells };
    let (mut found, mut small) = (0, 0);
    for (row, counts) in truth.iter().enumerate() {
        for (column, count) in counts.iter().enumerate().filter(|(_, count)| **count < K) {
            small += 1;
            let (least, most) = interval(&seen, row, column);
            assert!(least <= f64::from(*count) + 1e-6 && most >= f64::from(*count) - 1e-6);
            found += usize::from(most - least < f64::from(K) - 1e-6);
        }
    }
    (found, small)
}

/// People with answers to questions, most of them alike, so that many cells are small.
fn people(rng: &mut fastrand::Rng, n_answers: &[usize]) -> Vec<Vec<usize>> {
    let skew = rng.usize(1..4);
    let answer = |rng: &mut fastrand::Rng, n: usize| (0..skew).map(|_| rng.usize(0..n)).min().unwrap_or(0);
    let n = rng.usize(0..90);
    (0..n).map(|_| n_answers.iter().map(|n| answer(rng, *n)).collect()).collect()
}

#[test]
fn no_small_cell_is_found_in_thousands_of_tables() {
    let seed = 8;
    let mut rng = fastrand::Rng::with_seed(seed);
    let (mut tables, mut small, mut shown) = (0, 0, 0);
    for _ in 0..times(2_500, 50_000) {
        let n_answers = [rng.usize(1..7), rng.usize(1..6)];
        let answers = people(&mut rng, &n_answers);
        let release = release(&answers, &n_answers, &[[0, 1]], K);
        for table in &release.tables {
            let truth = truth(&answers, &release, table.questions);
            let (found, n) = attack(&truth, &table.cells);
            assert_eq!(found, 0, "{truth:?} shown as {:?}", table.cells);
            for (row, counts) in table.cells.iter().zip(&truth) {
                assert!(
                    row.iter().zip(counts).all(|(cell, count)| cell.is_none_or(|cell| cell == *count && cell >= K))
                );
            }
            (tables, small) = (tables + 1, small + n);
            shown += table.cells.iter().flatten().flatten().count();
        }
    }
    assert!(tables > 1_000 && small > 1_000 && shown > 500, "{tables} tables, {small} small cells, {shown} shown");
}

#[test]
fn the_attacker_breaks_what_is_hidden_by_simpler_rules() {
    let seed = 9;
    let mut rng = fastrand::Rng::with_seed(seed);
    let (mut bare, mut paired) = (0, 0);
    for _ in 0..400 {
        let n_answers = [rng.usize(2..6), rng.usize(2..6)];
        let answers = people(&mut rng, &n_answers);
        let release = release(&answers, &n_answers, &[[0, 1]], K);
        let Some(table) = release.tables.first() else { continue };
        let truth = truth(&answers, &release, table.questions);
        let hide = |n: &u32| (*n >= K).then_some(*n);
        let mut cells: Vec<Vec<Option<u32>>> = truth.iter().map(|row| row.iter().map(hide).collect()).collect();
        bare += attack(&truth, &cells).0;
        // Two hidden cells in each row that has one.
        for row in &mut cells {
            if row.iter().filter(|cell| cell.is_none()).count() == 1
                && let Some(smallest) = row.iter_mut().filter(|cell| cell.is_some()).min()
            {
                *smallest = None;
            }
        }
        paired += attack(&truth, &cells).0;
    }
    assert!(bare > 100 && paired > 50, "{bare} and {paired} found");
}

/// The least and the most of a cell of one table, over all ways in which people could have answered all questions.
fn joint(answers: &[Vec<usize>], release: &Release, n_answers: &[usize], of: (usize, usize, usize)) -> (f64, f64) {
    let n: usize = n_answers.iter().product();
    let decode = |mut at: usize| -> Vec<usize> {
        n_answers
            .iter()
            .map(|n| {
                let answer = at % n;
                at /= n;
                answer
            })
            .collect()
    };
    let kinds: Vec<Vec<usize>> = (0..n).map(decode).collect();
    let is_in = |kind: &[usize], table: usize, row: usize, column: usize| {
        let [a, b] = release.tables[table].questions;
        release.classes[a][row].categories.contains(&kind[a])
            && release.classes[b][column].categories.contains(&kind[b])
    };
    let end = |direction| {
        let mut problem = Problem::new(direction);
        let weigh = |kind: &Vec<usize>| if is_in(kind, of.0, of.1, of.2) { 1.0 } else { 0.0 };
        let vars: Vec<Variable> = kinds.iter().map(|kind| problem.add_var(weigh(kind), (0.0, f64::INFINITY))).collect();
        let mut say = |is_in: &dyn Fn(&[usize]) -> bool, count: u32| {
            let all: Vec<_> =
                kinds.iter().zip(&vars).filter(|(kind, _)| is_in(kind)).map(|(_, var)| (*var, 1.0)).collect();
            problem.add_constraint(&all, ComparisonOp::Eq, f64::from(count));
        };
        say(&|_| true, answers.len() as u32);
        for (question, classes) in release.classes.iter().enumerate() {
            for class in classes {
                say(&|kind| class.categories.contains(&kind[question]), class.people);
            }
        }
        for (at, table) in release.tables.iter().enumerate() {
            for (row, cells) in table.cells.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    if let Some(count) = cell {
                        say(&|kind| is_in(kind, at, row, column), *count);
                    }
                }
            }
        }
        objective(&problem)
    };
    (end(OptimizationDirection::Minimize), end(OptimizationDirection::Maximize))
}

#[test]
fn several_tables_of_the_same_people_tell_no_more_than_each() {
    let seed = 10;
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut small = 0;
    for _ in 0..times(120, 3_000) {
        let n_answers = [rng.usize(2..4), rng.usize(2..4), rng.usize(2..4)];
        let answers = people(&mut rng, &n_answers);
        let release = release(&answers, &n_answers, &[[0, 1], [1, 2], [0, 2]], K);
        assert!(release.tables.len() <= 2 && release.withheld.contains(&[0, 2]));
        for (at, table) in release.tables.iter().enumerate() {
            for (row, counts) in truth(&answers, &release, table.questions).iter().enumerate() {
                for (column, _) in counts.iter().enumerate().filter(|(_, count)| **count < K) {
                    let (least, most) = joint(&answers, &release, &n_answers, (at, row, column));
                    assert!(most - least >= f64::from(K) - 1e-6, "{least} to {most} in {release:?}");
                    small += 1;
                }
            }
        }
    }
    assert!(small > 50, "{small}");
}

#[test]
fn a_table_that_cannot_be_shown_is_withheld() {
    let few: Vec<Vec<usize>> = (0..4).map(|_| vec![0, 1]).collect();
    let shown = release(&few, &[2, 2], &[[0, 1]], K);
    assert!(shown.tables.is_empty() && shown.classes.iter().all(Vec::is_empty) && shown.withheld == [[0, 1]]);
    let none = release(&[], &[], &[[0, 1]], K);
    assert_eq!((none.people, none.withheld), (0, vec![[0, 1]]));
    // Somebody with an answer that is none is not in it.
    let many: Vec<Vec<usize>> = (0..12).map(|at| vec![at % 2, 0]).chain([vec![7, 0]]).collect();
    assert_eq!(release(&many, &[2, 1], &[[0, 1]], K).people, 12);
}

proptest! {
    #[test]
    fn every_class_is_large_and_every_category_in_one(people in prop::collection::vec(0u32..12, 0..9), k in 1u32..8) {
        let found = classes(&people, k);
        let all: u32 = people.iter().sum();
        prop_assert_eq!(found.is_empty(), all < k || people.is_empty());
        prop_assert!(found.iter().all(|class| class.people >= k));
        let mut places: Vec<usize> = found.iter().flat_map(|class| class.categories.clone()).collect();
        places.sort_unstable();
        prop_assert!(found.is_empty() || places == (0..people.len()).collect::<Vec<_>>());
        let shown = line(&people, k);
        let hidden: u32 = people.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).map(|(n, _)| n).sum();
        prop_assert!(shown.iter().all(Option::is_some) || hidden >= k || all < k);
        prop_assert!(shown.iter().flatten().all(|n| *n >= k));
    }
}
