//! How likely it is that too few are there (engine.md 8).

/// Terms this much smaller than the largest are left out.
const SMALL: f64 = 1e-20;

/// `1 - P(Q' >= N)`: how likely it is that of `held` people fewer than `needed` are there, where each is away with probability
/// `absence`, independently of the others. 0 where nobody is needed, 1 where there are too few in any case.
///
/// The terms of the binomial are reckoned from the most likely one outwards, so that large numbers neither overflow nor take long.
///
/// ```
/// use skillstead::engine::workforce::risk;
/// // Of two people both are needed: 1 - 0.9 * 0.9.
/// assert!((risk(2, 2, 0.1) - 0.19).abs() < 1e-12);
/// // Of three, two are needed: all three there, or exactly one away.
/// assert!((risk(3, 2, 0.1) - (1.0 - 0.729 - 3.0 * 0.081)).abs() < 1e-12);
/// assert_eq!((risk(1, 2, 0.1), risk(9, 0, 0.1), risk(9, 9, 0.0)), (1.0, 0.0, 0.0));
/// ```
#[must_use]
pub fn risk(held: u32, needed: u32, absence: f64) -> f64 {
    let there = 1.0 - absence.clamp(0.0, 1.0);
    if needed == 0 {
        return 0.0;
    }
    if held < needed || there <= 0.0 {
        return 1.0;
    }
    if there >= 1.0 {
        return 0.0;
    }
    let (n, odds) = (f64::from(held), there / (1.0 - there));
    let mode = ((n + 1.0) * there).floor().min(n) as u32;
    let counts = |x: u32| if x < needed { 1.0 } else { 0.0 };
    let (mut all, mut below) = (1.0, counts(mode));
    let mut term = 1.0;
    for x in mode..held {
        term *= (n - f64::from(x)) / f64::from(x + 1) * odds;
        if term < SMALL {
            break;
        }
        (all, below) = (all + term, below + term * counts(x + 1));
    }
    term = 1.0;
    for x in (0..mode).rev() {
        term *= f64::from(x + 1) / (n - f64::from(x)) / odds;
        if term < SMALL {
            break;
        }
        (all, below) = (all + term, below + term * counts(x));
    }
    below / all
}
