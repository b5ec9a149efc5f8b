//! The two files, as JSON with a version. Read strictly: what is not known is refused.

use super::{Commitment, HandshakeError, Nonce, Reveal, Side, Word};
use crate::domain::{Level, map_of};
use crate::exchange::limits;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of both files.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Head {
    handshake: u32,
}

/// Either file: the first has a commitment, the second everything else. Levels in tenths.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    handshake: u32,
    person: String,
    side: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    commits: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    levels: Option<BTreeMap<String, u8>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<String>,
}

/// The first file as text.
#[must_use]
pub fn write_commitment(commitment: &Commitment) -> String {
    written(&FileV1 {
        handshake: VERSION,
        person: commitment.person.to_string(),
        side: commitment.side.word().into(),
        commits: Some(hex(&commitment.hash)),
        ..FileV1::default()
    })
}

/// What [`write_commitment`] wrote.
///
/// # Errors
/// A text that is too large, or no such file.
pub fn read_commitment(text: &str) -> Result<Commitment, HandshakeError> {
    match parsed(text)? {
        FileV1 {
            person, side: word, commits: Some(hash), on: None, levels: None, nonce: None, answers: None, ..
        } => {
            let hash = unhex(&hash).ok_or(HandshakeError::Foreign)?;
            Ok(Commitment { person: person.into(), side: side(&word)?, hash })
        }
        _ => Err(HandshakeError::Foreign),
    }
}

/// The second file as text.
#[must_use]
pub fn write_reveal(reveal: &Reveal) -> String {
    let Word { person, side, on, levels } = &reveal.word;
    written(&FileV1 {
        handshake: VERSION,
        person: person.to_string(),
        side: side.word().into(),
        on: Some(*on),
        levels: Some(map_of(levels.iter().map(|(skill, level)| (skill.to_string(), (*level).into())))),
        nonce: Some(hex(&reveal.nonce)),
        answers: Some(hex(&reveal.answers)),
        ..FileV1::default()
    })
}

/// What [`write_reveal`] wrote.
///
/// # Errors
/// A text that is too large, or no such file.
pub fn read_reveal(text: &str) -> Result<Reveal, HandshakeError> {
    let FileV1 { person, side: word, commits: None, on: Some(on), levels: Some(stored), nonce, answers, .. } =
        parsed(text)?
    else {
        return Err(HandshakeError::Foreign);
    };
    let mut levels = BTreeMap::new();
    for (skill, tenths) in stored {
        levels.insert(skill.into(), Level::try_from(tenths).map_err(|_| HandshakeError::Foreign)?);
    }
    let word = Word { person: person.into(), side: side(&word)?, on, levels };
    let nonce: Nonce = nonce.as_deref().and_then(unhex).ok_or(HandshakeError::Foreign)?;
    let answers = answers.as_deref().and_then(unhex).ok_or(HandshakeError::Foreign)?;
    Ok(Reveal { word, nonce, answers })
}

fn written(file: &FileV1) -> String {
    serde_json::to_string(file).unwrap_or_default()
}

fn parsed(text: &str) -> Result<FileV1, HandshakeError> {
    if text.len() > limits::HANDSHAKE_BYTES {
        return Err(HandshakeError::TooLarge);
    }
    match serde_json::from_str(text) {
        Ok(FileV1 { handshake, .. }) if handshake != VERSION => Err(of_version(handshake)),
        Ok(file) => Ok(file),
        Err(_) => match serde_json::from_str(text) {
            Ok(Head { handshake }) => Err(of_version(handshake)),
            Err(_) => Err(HandshakeError::Foreign),
        },
    }
}

fn of_version(version: u32) -> HandshakeError {
    if version > VERSION { HandshakeError::Newer(version) } else { HandshakeError::Foreign }
}

fn side(word: &str) -> Result<Side, HandshakeError> {
    Side::ALL.into_iter().find(|side| side.word() == word).ok_or(HandshakeError::Foreign)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes of exactly as many pairs of small hexadecimal digits.
fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |letter: u8| match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    bytes.filter(|_| rest.is_empty())?.try_into().ok()
}
