//! The assignment solver: small problems against all of their assignments, proofs, and known optima.

use skillstead::engine::{Assigning, Assignment, NEVER, assign, proves};

/// The least cost of all assignments of the rows from one on, staying alone included.
fn least(problem: &Assigning, row: usize, left: &mut [u32]) -> i64 {
    if row == problem.alone.len() {
        return 0;
    }
    let mut found = problem.alone[row] + least(problem, row + 1, left);
    for column in 0..left.len() {
        let cost = problem.costs.get(row * left.len() + column).copied().unwrap_or(NEVER);
        if left[column] > 0 && cost != NEVER {
            left[column] -= 1;
            found = found.min(i64::from(cost) + least(problem, row + 1, left));
            left[column] += 1;
        }
    }
    found
}

fn with_alone(problem: &Assigning, found: &Assignment) -> i64 {
    let alone = found.column_of.iter().zip(&problem.alone).filter(|(column, _)| column.is_none());
    found.cost + alone.map(|(_, alone)| alone).sum::<i64>()
}

#[track_caller]
fn check(problem: &Assigning) -> Assignment {
    let found = assign(problem);
    assert!(proves(problem, &found), "{problem:?}\n{found:?}");
    assert_eq!(assign(problem), found);
    found
}

/// A problem by lot: few costs, so that many tie, or many; bans; columns without a seat; a table that ends early.
fn by_lot(rng: &mut fastrand::Rng) -> Assigning {
    let (n_rows, n_columns) = (rng.usize(0..=5), rng.usize(0..=4));
    let (spread, bans) = ([2, 9, 1_000][rng.usize(0..3)], rng.u8(0..=3));
    let seats: Vec<u32> = (0..n_columns).map(|_| [1, 1, 1, 0, 2, 3][rng.usize(0..6)]).collect();
    let mut cost = || if rng.u8(0..6) < bans { NEVER } else { rng.i32(-spread / 2..=spread) };
    let mut costs: Vec<i32> = (0..n_rows * n_columns).map(|_| cost()).collect();
    if rng.u8(0..20) == 0 {
        costs.truncate(rng.usize(0..=costs.len()));
    }
    if rng.bool() {
        return Assigning::of_most(n_rows, seats, costs);
    }
    let alone = (0..n_rows).map(|_| i64::from(rng.i32(-spread..=spread))).collect();
    Assigning { costs, seats, alone }
}

#[test]
fn nothing_is_better_than_what_is_found() {
    let mut rng = fastrand::Rng::with_seed(8);
    for _ in 0..10_000 {
        let problem = by_lot(&mut rng);
        let found = check(&problem);
        assert_eq!(with_alone(&problem, &found), least(&problem, 0, &mut problem.seats.clone()), "{problem:?}");
    }
}

#[test]
fn larger_ones_are_proved() {
    let mut rng = fastrand::Rng::with_seed(9);
    for _ in 0..200 {
        let (n_rows, n_columns) = (rng.usize(0..60), rng.usize(1..40));
        let seats = (0..n_columns).map(|_| rng.u32(0..4)).collect();
        let costs = (0..n_rows * n_columns).map(|_| if rng.u8(0..5) == 0 { NEVER } else { rng.i32(0..50) });
        check(&Assigning::of_most(n_rows, seats, costs.collect()));
    }
}

#[test]
fn long_rows_are_proved() {
    let mut rng = fastrand::Rng::with_seed(11);
    for n_rows in [1, 40, 200, 650] {
        let n_columns = 600;
        // Everybody wants the same, so that what is near is soon taken; or everybody something else; or few may take much.
        let same: Vec<i32> = (0..n_columns).map(|_| rng.i32(0..9_000)).collect();
        let alike = (0..n_rows).flat_map(|_| same.clone()).map(|cost| cost + rng.i32(0..90)).collect();
        let apart = (0..n_rows * n_columns).map(|_| rng.i32(0..10_000)).collect();
        let rare = (0..n_rows * n_columns).map(|_| if rng.u8(0..50) > 0 { NEVER } else { rng.i32(-90..90) }).collect();
        for costs in [alike, apart, rare] {
            check(&Assigning::of_most(n_rows, vec![1; n_columns], costs));
        }
        let costs = (0..n_rows * n_columns).map(|_| rng.i32(-50..50)).collect();
        check(&Assigning { costs, seats: vec![2; n_columns], alone: vec![0; n_rows] });
    }
}

#[test]
fn one_seat_more_saves_no_more_than_the_last_is_worth() {
    let mut rng = fastrand::Rng::with_seed(10);
    for _ in 0..1_000 {
        let problem = by_lot(&mut rng);
        let found = check(&problem);
        for column in 0..problem.seats.len() {
            let mut seats = problem.seats.clone();
            seats[column] += 1;
            let with_it = least(&problem, 0, &mut seats);
            assert!(with_alone(&problem, &found) - with_it <= found.worth[column], "{column} {problem:?}");
        }
    }
}

#[test]
fn a_wrong_answer_is_not_proved() {
    let problem = Assigning { costs: vec![1, 4], seats: vec![1], alone: vec![10, 10] };
    let right = assign(&problem);
    let wrong = [
        Assignment { column_of: vec![None, Some(0)], cost: 4, ..right.clone() },
        Assignment { column_of: vec![Some(0), Some(0)], cost: 5, ..right.clone() },
        Assignment { column_of: vec![None, None], cost: 0, ..right.clone() },
        Assignment { column_of: vec![Some(1), None], ..right.clone() },
        Assignment { column_of: vec![Some(0)], ..right.clone() },
        Assignment { worth: vec![0], ..right.clone() },
        Assignment { cost: 2, ..right },
    ];
    for wrong in wrong {
        assert!(!proves(&problem, &wrong), "{wrong:?}");
    }
}

/// The next number of the generator that the instances name.
fn splitmix64(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// `SKILLSTEAD_ASSIGNMENTS` names the instances; the large ones are solved where `SKILLSTEAD_LONG` is set.
#[test]
fn known_optima_are_found() {
    let Some(path) = std::env::var_os("SKILLSTEAD_ASSIGNMENTS").filter(|path| !path.is_empty()) else { return };
    let known: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("JSON");
    let most = if std::env::var_os("SKILLSTEAD_LONG").is_some() { u64::MAX } else { 500 };
    for one in known["instances"].as_array().expect("instances") {
        let n = one["n"].as_u64().expect("n");
        let seed = one["seed"].as_u64().expect("seed");
        if n <= most {
            let costs = (0..n * n).map(|at| (splitmix64(seed + at) % 10_000) as i32).collect();
            let problem = Assigning::of_most(n as usize, vec![1; n as usize], costs);
            assert_eq!(check(&problem).cost, one["optimum"].as_i64().expect("an optimum"), "{n} {seed}");
        }
    }
}
