//! Tables about groups of people that can be shown, or given away, without telling of a few (engine.md 8).
//!
//! What holds, for whoever adds, subtracts and reasons over everything in one [`Release`], with counts that are never negative:
//!
//! - every category of every question has `k` people or more, or is shown together with others only ([`classes`]);
//! - every cell of a table below `k`, nobody included, is hidden, and may be anything within an interval of `k` or more; therefore
//!   hidden cells that are known as a sum have `k` people or more together;
//! - several tables tell no more than each of them does: they share nothing but sums that are shown, and never close a ring. With a
//!   ring of three questions, bounds of one table follow from the two others; such a table is withheld.
//!
//! What does not hold: two releases about the same people may close a ring together, so everything that is shown of them has to be asked
//! for at once; who is compared on two days can be found by difference if one person came or went between them; and who knows the order in
//! which cells are hidden may guess that a hidden one is more likely small.

use super::classes::{Class, classes};
use super::cover::cover;

/// Tables that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// How many people it is about.
    pub people: u32,
    /// Of each question the classes of its answers; empty where there are too few people.
    pub classes: Vec<Vec<Class>>,
    /// One table for each pair of questions that was asked for and can be shown.
    pub tables: Vec<Table>,
    /// The pairs that cannot be shown beside the others.
    pub withheld: Vec<[usize; 2]>,
}

/// A table of two questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The questions of its rows and columns.
    pub questions: [usize; 2],
    /// People by class of the rows and class of the columns; none is hidden.
    pub cells: Vec<Vec<Option<u32>>>,
}

/// Tables of pairs of questions, about people of whom each has one answer to each question: `answers[person][question]`, below
/// `n_answers[question]`. People with an answer that is none are left out. No table where there are fewer than `k` people.
///
/// ```
/// use skillstead::engine::workforce::release;
/// // Twenty people: language by whether they were offered a course. Two of the second language were not.
/// let people = |language, offered, n| std::iter::repeat_n(vec![language, offered], n);
/// let answers: Vec<_> = people(0, 0, 6).chain(people(0, 1, 5)).chain(people(1, 0, 2)).chain(people(1, 1, 7)).collect();
/// let shown = release(&answers, &[2, 2], &[[0, 1]], 5);
/// assert_eq!(shown.classes[0].iter().map(|class| class.people).collect::<Vec<_>>(), [11, 9]);
/// assert!(shown.tables[0].cells.iter().flatten().all(Option::is_none));
/// ```
#[must_use]
pub fn release(answers: &[Vec<usize>], n_answers: &[usize], pairs: &[[usize; 2]], k: u32) -> Release {
    let k = k.max(1);
    let is_known = |person: &&Vec<usize>| {
        person.len() == n_answers.len() && person.iter().zip(n_answers).all(|(answer, n)| answer < n)
    };
    let known: Vec<&Vec<usize>> = answers.iter().filter(is_known).collect();
    let sizes = n_answers.iter().enumerate().map(|(question, n)| {
        let mut people = vec![0; *n];
        known.iter().for_each(|person| people[person[question]] += 1);
        people
    });
    let classes: Vec<Vec<Class>> = sizes.map(|people: Vec<u32>| classes(&people, k)).collect();
    let mut found = Release { people: known.len() as u32, classes, tables: Vec::new(), withheld: Vec::new() };
    // The questions that are joined by tables have one mark.
    let mut marks: Vec<usize> = (0..n_answers.len()).collect();
    for pair in pairs {
        let [rows, columns] = *pair;
        let (Some(&a), Some(&b)) = (marks.get(rows), marks.get(columns)) else {
            found.withheld.push(*pair);
            continue;
        };
        let is_empty = found.classes[rows].is_empty() || found.classes[columns].is_empty();
        if a == b || is_empty {
            found.withheld.push(*pair);
        } else {
            marks.iter_mut().filter(|mark| **mark == b).for_each(|mark| *mark = a);
            found.tables.push(table(&known, *pair, n_answers, &found.classes, k));
        }
    }
    found
}

fn table(known: &[&Vec<usize>], questions: [usize; 2], n: &[usize], classes: &[Vec<Class>], k: u32) -> Table {
    let class_of = |question: usize| {
        let mut of = vec![0; n[question]];
        for (class, at) in classes[question].iter().zip(0..) {
            class.categories.iter().for_each(|category| of[*category] = at);
        }
        of
    };
    let (rows, columns) = (class_of(questions[0]), class_of(questions[1]));
    let n_columns = classes[questions[1]].len();
    let mut cells = vec![0; classes[questions[0]].len() * n_columns];
    for person in known {
        cells[rows[person[questions[0]]] * n_columns + columns[person[questions[1]]]] += 1;
    }
    Table { questions, cells: cover(&cells, n_columns, k).chunks(n_columns).map(<[_]>::to_vec).collect() }
}
