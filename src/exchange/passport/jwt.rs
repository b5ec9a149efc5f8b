//! A signed badge as its three parts, ready for the browser to check the signature. Nothing is checked here, and nothing fetched.
//!
//! What can be said after a check is "the signature is valid for the key that came with it": who has the key is not known.

use super::Form;
use super::PassportError;
use super::read::json_of;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How a badge is signed, by the names of RFC 7518 and RFC 8037.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// ECDSA over P-256 with SHA-256; the signature is both numbers side by side, as the browser takes it.
    Es256,
    /// Ed25519.
    EdDsa,
}

/// What the browser needs to check a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// How it was made.
    pub algorithm: Algorithm,
    /// The public key that came with it, as a JWK in JSON, of members that are public and nothing else.
    pub key: Box<str>,
    /// What was signed.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
}

/// Whether a badge is signed, and whether that can be checked here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signed {
    /// It carries no signature: anybody can have written it.
    Not,
    /// The browser can check it.
    ToCheck(Box<Signature>),
    /// It is signed, but that cannot be checked here.
    CannotBeChecked(Unverifiable),
}

/// Why a signature cannot be checked without a network or another library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unverifiable {
    /// The proof is inside of the badge, over a form of it that has to be made first.
    Proof,
    /// An algorithm that is none of [`Algorithm`].
    Algorithm,
    /// The key is elsewhere, or is no key for the algorithm.
    Key,
}

/// What came of a check, for the page to say. Whose the key is was not checked in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verification {
    /// The signature fits the badge and the key that came with it.
    Valid,
    /// It does not: the badge was changed, or the key is another's.
    NotValid,
    /// The browser does not know the algorithm, or refuses the key.
    CannotBeChecked,
}

/// Whether a text has the form of a signed badge: three parts of base64url with dots between them.
pub(super) fn is_token(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    text.split('.').count() == 3 && text.split('.').all(is_part)
}

/// The payload of a signed badge, and its signature.
pub(super) fn open(token: &str) -> Result<(Value, Signed), PassportError> {
    let broken = PassportError::Broken(Form::OpenBadge);
    let Some((signed, signature)) = token.rsplit_once('.') else { return Err(broken) };
    let Some((header, payload)) = signed.split_once('.') else { return Err(broken) };
    let decode = |part: &str| Base64UrlUnpadded::decode_vec(part).map_err(|_| PassportError::Broken(Form::OpenBadge));
    let header = json_of(&decode(header)?, Form::OpenBadge)?;
    let payload = json_of(&decode(payload)?, Form::OpenBadge)?;
    let signature = decode(signature)?;
    let part = |algorithm, key| Signature { algorithm, key, signed: signed.as_bytes().to_vec(), signature };
    let signed = match algorithm(&header) {
        None => Signed::CannotBeChecked(Unverifiable::Algorithm),
        Some(algorithm) => match public_key(&header["jwk"], algorithm) {
            None => Signed::CannotBeChecked(Unverifiable::Key),
            Some(key) => Signed::ToCheck(Box::new(part(algorithm, key))),
        },
    };
    Ok((payload, signed))
}

fn algorithm(header: &Value) -> Option<Algorithm> {
    match header["alg"].as_str()? {
        "RS256" => Some(Algorithm::Rs256),
        "ES256" => Some(Algorithm::Es256),
        "EdDSA" | "Ed25519" => Some(Algorithm::EdDsa),
        _ => None,
    }
}

/// The public members of a key that fits the algorithm, so that nothing else of the file gets to the browser's cryptography.
fn public_key(key: &Value, algorithm: Algorithm) -> Option<Box<str>> {
    let (kind, curve, numbers): (_, _, &[&str]) = match algorithm {
        Algorithm::Rs256 => ("RSA", None, &["n", "e"]),
        Algorithm::Es256 => ("EC", Some("P-256"), &["x", "y"]),
        Algorithm::EdDsa => ("OKP", Some("Ed25519"), &["x"]),
    };
    if key["kty"].as_str() != Some(kind) || key["crv"].as_str() != curve {
        return None;
    }
    let mut public = Map::new();
    for name in ["kty", "crv"].iter().chain(numbers) {
        if let Some(value) = key[*name].as_str() {
            public.insert((*name).to_owned(), value.into());
        } else if numbers.contains(name) {
            return None;
        }
    }
    Some(Value::Object(public).to_string().into())
}
