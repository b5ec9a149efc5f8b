//! One way in for every form of file.

use super::matching::Names;
use super::proposal::proposals_of;
use super::{Form, Proposal, Signed, europass, json_resume, jwt, open_badge, read_profile, xml};
use crate::catalog::Catalog;
use crate::exchange::limits;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why a file proposes nothing. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PassportError {
    /// More bytes than [`limits::PASSPORT_BYTES`].
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most there may be.
        limit: u64,
    },
    /// More elements than [`limits::PASSPORT_ELEMENTS`], or more to propose than [`limits::PASSPORT_PROPOSALS`].
    #[error("more than {limit} entries")]
    TooMany {
        /// The most there may be.
        limit: usize,
    },
    /// Elements inside each other beyond [`limits::PASSPORT_DEPTH`].
    #[error("too deep")]
    TooDeep,
    /// XML that defines entities, or could: no Europass file does, and files that do mostly mean harm.
    #[error("a document type")]
    DocumentType,
    /// No text in UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// None of the forms of [`Form`].
    #[error("no form that is known")]
    Unknown,
    /// It begins as a file of this form, and is none.
    #[error("not a whole {0:?}")]
    Broken(Form),
    /// A profile file that was changed, or cut, since it was written.
    #[error("the checksum does not match")]
    Damaged,
    /// A profile file of a newer version of the product.
    #[error("the newer version {0}")]
    Newer(u32),
}

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The form that the file has.
    pub form: Form,
    /// What it proposes, in the order of the file, each with the skill that it is likely to mean.
    pub proposals: Vec<Proposal>,
    /// Whether it is signed.
    pub signed: Signed,
}

/// Reads a file of any form that is known, and looks up which skills of a catalogue it means.
///
/// # Errors
/// A file that is none of these, is broken, was changed, or is beyond the [`limits`]. Never panics, and never fetches anything.
///
/// ```
/// use skillstead::catalog::CatalogBuilder;
/// use skillstead::exchange::passport::{Form, read_passport};
/// let resume = br#"{ "basics": {}, "skills": [{ "name": "Baking", "level": "3 of 5" }] }"#;
/// let found = read_passport(resume, &CatalogBuilder::default().build())?;
/// assert_eq!((found.form, &*found.proposals[0].name), (Form::JsonResume, "Baking"));
/// assert_eq!(found.proposals[0].level.map(|level| level.value()), Some(3.0));
/// # Ok::<(), skillstead::exchange::passport::PassportError>(())
/// ```
pub fn read_passport(bytes: &[u8], catalog: &Catalog) -> Result<Reading, PassportError> {
    if bytes.len() as u64 > limits::PASSPORT_BYTES {
        return Err(PassportError::TooLarge { limit: limits::PASSPORT_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PassportError::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let (form, mut proposals, signed) = match text.chars().next() {
        Some('<') => (Form::Europass, europass::read(&xml::read(text)?)?, Signed::Not),
        Some('{') => json(text)?,
        _ if jwt::is_token(text) => {
            let (payload, signed) = jwt::open(text)?;
            (Form::OpenBadge, open_badge::read(&payload)?, signed)
        }
        _ => return Err(PassportError::Unknown),
    };
    if proposals.len() > limits::PASSPORT_PROPOSALS {
        return Err(PassportError::TooMany { limit: limits::PASSPORT_PROPOSALS });
    }
    let names = Names::of(catalog);
    for proposal in &mut proposals {
        proposal.matched = names.find(proposal);
    }
    Ok(Reading { form, proposals, signed })
}

fn json(text: &str) -> Result<(Form, Vec<Proposal>, Signed), PassportError> {
    let json: Value = serde_json::from_str(text).map_err(|_| PassportError::Unknown)?;
    if !json["skillstead_profile"].is_null() {
        let profile = read_profile(text)?;
        return Ok((Form::Profile, proposals_of(&profile.passport, Form::Profile), Signed::Not));
    }
    if open_badge::is_badge(&json) {
        return Ok((Form::OpenBadge, open_badge::read(&json)?, open_badge::signed(&json)));
    }
    if ["basics", "skills", "work", "education"].iter().all(|section| json[*section].is_null()) {
        return Err(PassportError::Unknown);
    }
    let (own, others) = json_resume::read(&json);
    let proposals = proposals_of(&own, Form::JsonResume).into_iter().chain(others).collect();
    Ok((Form::JsonResume, proposals, Signed::Not))
}

/// JSON of a part of a file.
pub(super) fn json_of(bytes: &[u8], form: Form) -> Result<Value, PassportError> {
    serde_json::from_slice(bytes).map_err(|_| PassportError::Broken(form))
}
