//! The two files, as JSON with a version. Read strictly: what is not known is refused.

use super::{Commitment, HandshakeError, Nonce, Reveal, Side, Word};
use crate::domain::{Level, map_of};
use crate::exchange::limits;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// The version of both files.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Head {
    handshake: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CommitmentV1 {
    handshake: u32,
    person: String,
    side: String,
    commits: String,
}

/// Levels in tenths.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RevealV1 {
    handshake: u32,
    person: String,
    side: String,
    on: NaiveDate,
    levels: BTreeMap<String, u8>,
    nonce: String,
    answers: String,
}

/// The first file as text.
#[must_use]
pub fn write_commitment(commitment: &Commitment) -> String {
    written(&CommitmentV1 {
        handshake: VERSION,
        person: commitment.person.to_string(),
        side: commitment.side.word().into(),
        commits: hex(&commitment.hash),
    })
}

/// What [`write_commitment`] wrote.
///
/// # Errors
/// A text that is too large, or no such file.
pub fn read_commitment(text: &str) -> Result<Commitment, HandshakeError> {
    let file: CommitmentV1 = parsed(text)?;
    let hash = unhex(&file.commits).ok_or(HandshakeError::Foreign)?;
    known(file.handshake)?;
    Ok(Commitment { person: file.person.into(), side: side(&file.side)?, hash })
}

/// The second file as text.
#[must_use]
pub fn write_reveal(reveal: &Reveal) -> String {
    let Word { person, side, on, levels } = &reveal.word;
    written(&RevealV1 {
        handshake: VERSION,
        person: person.to_string(),
        side: side.word().into(),
        on: *on,
        levels: map_of(levels.iter().map(|(skill, level)| (skill.to_string(), (*level).into()))),
        nonce: hex(&reveal.nonce),
        answers: hex(&reveal.answers),
    })
}

/// What [`write_reveal`] wrote.
///
/// # Errors
/// A text that is too large, or no such file.
pub fn read_reveal(text: &str) -> Result<Reveal, HandshakeError> {
    let file: RevealV1 = parsed(text)?;
    known(file.handshake)?;
    let level = |(skill, tenths): (String, u8)| Ok((skill.into(), Level::try_from(tenths)?));
    let levels = file.levels.into_iter().map(level).collect::<Result<_, crate::domain::LevelError>>();
    let levels = levels.map_err(|_| HandshakeError::Foreign)?;
    let word = Word { person: file.person.into(), side: side(&file.side)?, on: file.on, levels };
    let nonce: Nonce = unhex(&file.nonce).ok_or(HandshakeError::Foreign)?;
    Ok(Reveal { word, nonce, answers: unhex(&file.answers).ok_or(HandshakeError::Foreign)? })
}

fn written(file: &impl Serialize) -> String {
    serde_json::to_string(file).unwrap_or_default()
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T, HandshakeError> {
    if text.len() > limits::HANDSHAKE_BYTES {
        return Err(HandshakeError::TooLarge);
    }
    serde_json::from_str(text).map_err(|_| match serde_json::from_str(text) {
        Ok(Head { handshake }) if handshake > VERSION => HandshakeError::Newer(handshake),
        _ => HandshakeError::Foreign,
    })
}

fn known(version: u32) -> Result<(), HandshakeError> {
    match version {
        VERSION => Ok(()),
        newer if newer > VERSION => Err(HandshakeError::Newer(newer)),
        _ => Err(HandshakeError::Foreign),
    }
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
