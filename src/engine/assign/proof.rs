//! The proof that no assignment costs less: prices at which everybody has their best.

use super::problem::{Assigning, Assignment, NEVER};

/// Whether the assignment keeps every rule and its prices prove that none is better: seats are not overfull, no pair is
/// banned, a seat that is left is worth nothing, and at these prices nobody would rather sit elsewhere or stay alone (the
/// duality of linear programs).
#[must_use]
pub fn proves(problem: &Assigning, found: &Assignment) -> bool {
    let n_columns = problem.seats.len();
    let mut left: Vec<i64> = problem.seats.iter().map(|seats| i64::from(*seats)).collect();
    if found.column_of.len() != problem.alone.len() || found.worth.len() != n_columns {
        return false;
    }
    let everybody_is_content = found.column_of.iter().enumerate().all(|(row, column)| {
        let costs = problem.row(row);
        let at_price = |column: usize| {
            let cost = costs.get(column).filter(|cost| **cost != NEVER)?;
            Some(i64::from(*cost) + found.worth[column])
        };
        let alone = problem.alone(row);
        let pays = match column {
            Some(column) if *column < n_columns => {
                left[*column] -= 1;
                at_price(*column)
            }
            Some(_) => None,
            None => Some(alone),
        };
        let best = (0..n_columns).filter_map(at_price).fold(alone, i64::min);
        pays == Some(best)
    });
    let is_fair = |(left, worth): (&i64, &i64)| *left >= 0 && *worth >= 0 && (*left == 0 || *worth == 0);
    everybody_is_content && left.iter().zip(&found.worth).all(is_fair) && found.cost == problem.cost(&found.column_of)
}
