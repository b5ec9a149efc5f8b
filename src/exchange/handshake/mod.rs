//! Two people rate one person's skills without either's word pulling the other's: first both give out a hash of what they say,
//! then, once each has the other's hash, both give out what they have said.
//!
//! The files pass between the two as they like, and nothing else does. [`commit`] makes the first file, [`reveal`] the second;
//! [`settle`] checks that nobody has changed their word, and compares.

mod files;
mod settle;

pub use files::{read_commitment, read_reveal, write_commitment, write_reveal};
pub use settle::{Compared, Judgement, settle};

use crate::domain::{Level, PersonId, SkillId};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A number drawn by lot for one handshake, without which a hash of a few small levels could be guessed.
pub type Nonce = [u8; 16];

/// Which of the two somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The person whose skills are rated.
    Employee,
    /// Whom they report to.
    Manager,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Employee, Self::Manager];

    /// The side as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Employee => "employee",
            Self::Manager => "manager",
        }
    }
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Whose skills it is about.
    pub person: PersonId,
    /// Who says it.
    pub side: Side,
    /// When it was said.
    pub on: NaiveDate,
    /// The levels.
    pub levels: BTreeMap<SkillId, Level>,
}

/// The first file: that something was said, and not what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Whose skills it is about.
    pub person: PersonId,
    /// Who has said something.
    pub side: Side,
    /// SHA-256 of the word with its nonce.
    pub hash: [u8; 32],
}

/// The second file: what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// The word.
    pub word: Word,
    /// The nonce that its hash was made with.
    pub nonce: Nonce,
    /// The hash of the other side, which was there before this was given out.
    pub answers: [u8; 32],
}

/// Why two people's files do not make one handshake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandshakeError {
    /// A file is larger than [`limits::HANDSHAKE_BYTES`](super::limits::HANDSHAKE_BYTES).
    #[error("the file is too large")]
    TooLarge,
    /// A text is no file of a handshake, or the other of the two kinds.
    #[error("not a file of a handshake")]
    Foreign,
    /// A file is of a newer version of the product.
    #[error("the newer version {0}")]
    Newer(u32),
    /// The files are about different people.
    #[error("the files are about different people")]
    OtherPerson,
    /// Both files are of one side.
    #[error("both files are of one side")]
    OneSide,
    /// A word is not the one that was committed to.
    #[error("the {} has changed their word", .0.word())]
    Changed(Side),
    /// A word was given out in answer to another commitment.
    #[error("the {} has answered another commitment", .0.word())]
    OtherAnswer(Side),
}

/// The commitment to a word. The same word with the same nonce has the same hash.
///
/// ```
/// use skillstead::exchange::handshake::{Side, Word, commit};
/// let on = "2026-11-29".parse().unwrap();
/// let word = Word { person: "p1".into(), side: Side::Manager, on, levels: Default::default() };
/// assert_eq!(commit(&word, &[7; 16]), commit(&word, &[7; 16]));
/// assert_ne!(commit(&word, &[7; 16]).hash, commit(&word, &[8; 16]).hash);
/// ```
#[must_use]
pub fn commit(word: &Word, nonce: &Nonce) -> Commitment {
    Commitment { person: word.person.clone(), side: word.side, hash: Sha256::digest(canonical(word, nonce)).into() }
}

/// What is given out once the other side's commitment is there.
#[must_use]
pub fn reveal(word: Word, nonce: Nonce, other: &Commitment) -> Reveal {
    Reveal { word, nonce, answers: other.hash }
}

/// A word as the one text that is hashed: each part with its length before it, so that no two words have the same.
fn canonical(word: &Word, nonce: &Nonce) -> Vec<u8> {
    let mut text = b"skillstead handshake 1".to_vec();
    let mut put = |part: &[u8]| {
        text.extend((part.len() as u64).to_be_bytes());
        text.extend(part);
    };
    put(nonce);
    put(word.person.as_str().as_bytes());
    put(word.side.word().as_bytes());
    put(word.on.to_string().as_bytes());
    for (skill, level) in &word.levels {
        put(skill.as_str().as_bytes());
        put(&[u8::from(*level)]);
    }
    text
}
