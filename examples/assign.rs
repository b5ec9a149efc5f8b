//! Solves one generated assignment instance and prints its optimum, after the prices have proved it.
//!
//! `cargo run --release --no-default-features --example assign -- N SEED`
//!
//! `N` rows and columns; the cost of row `i` and column `j` is `splitmix64(SEED + i * N + j) % 10000`. One line:
//! `n<TAB>seed<TAB>optimum<TAB>milliseconds`, those of solving alone, on one core. Ends with 1 and a word on standard error
//! where the arguments are no numbers or the answer is not proved.

use skillstead::engine::{Assigning, assign, proves};
use std::process::ExitCode;

/// The next number of the generator by Steele, Lea and Flood (2014), from a state.
fn splitmix64(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[expect(clippy::disallowed_methods, reason = "a tool that measures, not the page")]
fn solve(n: usize, seed: u64) -> Result<String, String> {
    let costs = (0..(n * n) as u64).map(|at| (splitmix64(seed.wrapping_add(at)) % 10_000) as i32).collect();
    let problem = Assigning::of_most(n, vec![1; n], costs);
    let began = std::time::Instant::now();
    let found = assign(&problem);
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    if !proves(&problem, &found) {
        return Err("the answer is not proved".into());
    }
    Ok(format!("{n}\t{seed}\t{}\t{took:.1}", found.cost))
}

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse::<u32>());
    let (Some(Ok(n)), Some(Ok(seed)), None) = (numbers.next(), numbers.next(), numbers.next()) else {
        eprintln!("two numbers are wanted: N SEED");
        return ExitCode::FAILURE;
    };
    match solve(n as usize, u64::from(seed)) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{n} {seed}: {error}");
            ExitCode::FAILURE
        }
    }
}
