//! The envelope round a document: schema, generation and checksum. The same text is a slot and an exported file.

use super::schema;
use crate::domain::Workspace;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    /// The schema of the document; its name says whose file this is.
    skillstead: u32,
    generation: u64,
    sha256: String,
    #[serde(borrow)]
    document: &'a RawValue,
}

/// A document and its place in the order of saves.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The document.
    pub workspace: Workspace,
    /// The schema that it was written in.
    pub schema: u32,
    /// Rises by one with every save.
    pub generation: u64,
}

/// Why a text is no document that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not of this product, or its form is broken.
    #[error("not a Skillstead document")]
    Foreign,
    /// It was changed, or cut, since it was written.
    #[error("the checksum does not match")]
    Damaged,
    /// It is of a newer version of the product.
    #[error("the newer schema {0}")]
    Newer(u32),
    /// It can be read, and is not the document: another tab has saved that.
    #[error("saved beside the document")]
    Conflict,
    /// Another passphrase closes it.
    #[error("closed by another passphrase")]
    Locked,
}

/// A document as text.
///
/// ```
/// use skillstead::{domain::Workspace, store::{open, seal}};
/// let text = seal(&Workspace::default(), 7);
/// assert_eq!(open(&text)?.generation, 7);
/// assert!(open(&text.replace("7", "8")).is_err());
/// # Ok::<(), skillstead::store::Unreadable>(())
/// ```
#[must_use]
pub fn seal(workspace: &Workspace, generation: u64) -> String {
    let document = schema::write(workspace);
    let sha256 = checksum(schema::CURRENT, generation, document.get());
    let envelope = Envelope { skillstead: schema::CURRENT, generation, sha256, document: &document };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// No device ever comes to this generation: a text that names it is damaged.
const LAST: u64 = 1 << 53;

/// The schema and the generation that a text names, whatever else is in it; `None` where it does not begin as an envelope does.
#[must_use]
pub fn head(text: &str) -> Option<(u32, u64)> {
    let (schema, rest) = text.strip_prefix("{\"skillstead\":")?.split_once(",\"generation\":")?;
    let generation = rest.split_once(',')?.0.parse().ok().filter(|generation| *generation < LAST)?;
    Some((schema.parse().ok()?, generation))
}

/// The document in a text.
///
/// # Errors
/// A text that is no envelope, one that was changed, or one of a newer schema. Never panics.
pub fn open(text: &str) -> Result<Opened, Unreadable> {
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
    let (schema, generation) = (envelope.skillstead, envelope.generation);
    if checksum(schema, generation, envelope.document.get()) != envelope.sha256 {
        return Err(Unreadable::Damaged);
    }
    let workspace = schema::read(schema, envelope.document)?;
    Ok(Opened { workspace, schema, generation })
}

fn checksum(schema: u32, generation: u64, document: &str) -> String {
    let digest = Sha256::new().chain_update(format!("{schema} {generation} ")).chain_update(document).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
