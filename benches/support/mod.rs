//! What the benchmarks share: the clock, and the memory that was held.
#![allow(dead_code, reason = "each benchmark uses its own part")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::Instant;

/// Runs `work` so many times, once at least, prints the median, best and worst time, and gives what the last round made.
pub fn measure<T>(what: &str, rounds: usize, mut work: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut round = || {
        let begun = Instant::now();
        let made = black_box(work());
        times.push(begun.elapsed());
        made
    };
    let mut made = round();
    for _ in 1..rounds {
        made = round();
    }
    times.sort_unstable();
    let at = |place: usize| times.get(place).map_or(0.0, |time| time.as_secs_f64() * 1_000.0);
    let [best, median, worst] = [0, times.len() / 2, times.len() - 1].map(at);
    println!("  {what:<52} {median:>9.3} ms   best {best:>9.3} ms   worst {worst:>9.3} ms");
    made
}

/// The most memory that this process has held so far, in megabytes, where the system tells it.
pub fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    number.unwrap_or(0.0) / 1_024.0
}
