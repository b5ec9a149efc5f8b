//! The frozen forms of a document. A form that was once released is read for ever and only ever gains fields.

mod v1;

use super::Unreadable;
use crate::domain::Workspace;
use serde_json::value::RawValue;

/// The schema that is written.
pub const CURRENT: u32 = 1;

/// A document in the current form.
pub(super) fn write(workspace: &Workspace) -> Box<RawValue> {
    serde_json::value::to_raw_value(&v1::Document::from(workspace)).unwrap_or_default()
}

/// A document in any form that was ever released.
pub(super) fn read(schema: u32, document: &RawValue) -> Result<Workspace, Unreadable> {
    match schema {
        1 => {
            let document: v1::Document = serde_json::from_str(document.get()).map_err(|_| Unreadable::Foreign)?;
            Workspace::try_from(document).map_err(|_| Unreadable::Foreign)
        }
        newer if newer > CURRENT => Err(Unreadable::Newer(newer)),
        _ => Err(Unreadable::Foreign),
    }
}
