//! What a person types to unlock, in one form whatever the keyboard.

use zeroize::{Zeroize, Zeroizing};

/// A passphrase as the profile OpaqueString (RFC 8265) has it: letters with accents are one character, however they were typed, and every
/// space is the plain one. It is wiped when it is let go.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

impl Passphrase {
    /// What was typed, in the form NFC, of which the browser has the tables. It is wiped.
    ///
    /// ```
    /// use skillstead::store::lock::Passphrase;
    /// assert_eq!(Passphrase::typed("caf\u{e9}\u{a0}au lait".into()).bytes(), "café au lait".as_bytes());
    /// ```
    #[must_use]
    pub fn typed(mut typed: String) -> Self {
        let is_space = |c: char| c.is_whitespace() && !c.is_control();
        // Room for all of it at once: what is outgrown is left behind unwiped.
        let mut text = Zeroizing::new(String::with_capacity(typed.len()));
        text.extend(typed.chars().map(|c| if is_space(c) { ' ' } else { c }));
        typed.zeroize();
        Self(text)
    }

    /// What is derived from.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A passphrase drawn by lot: five made-up words of 16 bits each, which can be said in any language.
///
/// ```
/// use skillstead::store::lock::made_up;
/// assert_eq!(made_up([0, 0, 0, 1, 255, 255, 18, 52, 171, 205]), "babab babad zuzuz damuh pozat");
/// ```
#[must_use]
pub fn made_up(lots: [u8; 10]) -> String {
    const HARD: [char; 16] = ['b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
    const SOFT: [char; 4] = ['a', 'i', 'o', 'u'];
    let letter = |bits: u16, of: &[char]| of.get(usize::from(bits) % of.len()).copied().unwrap_or_default();
    let word = |pair: &[u8]| {
        let bits = pair.iter().fold(0_u16, |bits, byte| bits << 8 | u16::from(*byte));
        let letters = [(12, true), (10, false), (6, true), (4, false), (0, true)];
        let word = letters.map(|(shift, is_hard)| letter(bits >> shift, if is_hard { &HARD } else { &SOFT }));
        word.iter().collect::<String>()
    };
    lots.chunks(2).map(word).collect::<Vec<_>>().join(" ")
}
