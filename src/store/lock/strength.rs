//! How hard a passphrase is to guess, roughly and rather too low.

/// Shorter ones are not taken.
pub const LEAST_LETTERS: usize = 12;

/// How hard it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Too short, or little but repetition: not taken.
    Weak,
    /// Enough for a device that is not looked for.
    Fair,
    /// Beyond who guesses with many machines.
    Strong,
}

/// How hard a passphrase is to guess. What repeats, or goes on as the alphabet or the digits do, counts little; nothing is known of words, so
/// that a saying of many words counts as strong as it looks.
///
/// ```
/// use skillstead::store::lock::{Strength, strength};
/// assert_eq!(strength("short"), Strength::Weak);
/// assert_eq!(strength("aaaaaaaaaaaaaaaaaaaaaaaa"), Strength::Weak);
/// assert_eq!(strength("123456789012345"), Strength::Weak);
/// assert_eq!(strength("tea with my aunt"), Strength::Fair);
/// assert_eq!(strength("babab vofid zuzuz damuh ponot"), Strength::Strong);
/// ```
#[must_use]
pub fn strength(typed: &str) -> Strength {
    let letters: Vec<char> = typed.chars().collect();
    if letters.len() < LEAST_LETTERS {
        return Strength::Weak;
    }
    let has = |of: fn(&char) -> bool| letters.iter().any(of);
    let kinds: [(bool, f64); 4] = [
        (has(|c| c.is_lowercase()), 26.0),
        (has(|c| c.is_uppercase()), 26.0),
        (has(|c| c.is_numeric()), 10.0),
        (has(|c| !c.is_alphanumeric() && *c != ' '), 20.0),
    ];
    let of: f64 = kinds.iter().filter(|(is, _)| *is).map(|(_, n)| n).sum();
    // A letter of a text tells less than one drawn by lot: words have their ways.
    let bits = of.max(2.0).log2() * 0.6;
    let counts = (0..letters.len()).filter(|at| is_new(&letters, *at)).count() as f64;
    match counts * bits {
        few if few < 28.0 => Strength::Weak,
        some if some < 50.0 => Strength::Fair,
        _ => Strength::Strong,
    }
}

/// Whether a letter is more than a step from the one before it, or a repetition of three.
fn is_new(letters: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| letters.get(before)) else { return true };
    let Some(letter) = letters.get(at) else { return false };
    let is_step = u32::from(*letter).abs_diff(u32::from(*before)) <= 1;
    let three = letters.get(at.saturating_sub(2)..=at).unwrap_or_default();
    let is_heard = at >= 3 && letters.get(..at).is_some_and(|past| past.windows(3).any(|heard| heard == three));
    !is_step && !is_heard
}
