//! A catalogue as bytes: the starter as a file of the site, an imported one as a record on the device.

use super::Catalog;

/// Changes whenever the layout does: other bytes are refused, and made anew from their source.
const LAYOUT: u8 = 1;

/// Why bytes are no catalogue.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The bytes were written by another version of the product.
    #[error("layout {found}, not {LAYOUT}")]
    Layout {
        /// The layout that the bytes name; 0 where there is no byte.
        found: u8,
    },
    /// The bytes are damaged.
    #[error("damaged: {0}")]
    Damaged(#[from] postcard::Error),
    /// The bytes can be read and their search index points outside of its lists.
    #[error("the search index is damaged")]
    Index,
}

/// The catalogue as bytes: one byte of layout, then its lists and its search index. The lookups are made anew on reading.
///
/// # Errors
/// None for a catalogue that fits in memory; the encoder's own error otherwise.
pub fn pack(catalog: &Catalog) -> Result<Vec<u8>, PackError> {
    Ok(postcard::to_extend(catalog, vec![LAYOUT])?)
}

/// The catalogue that [`pack`] wrote.
///
/// # Errors
/// Bytes of another layout, or damaged ones. Never panics, whatever the bytes.
///
/// ```
/// use skillstead::catalog::{CatalogBuilder, pack, unpack};
/// let bytes = pack(&CatalogBuilder::default().build())?;
/// assert!(unpack(&bytes)?.skills.is_empty());
/// assert!(unpack(b"").is_err());
/// # Ok::<(), skillstead::catalog::PackError>(())
/// ```
pub fn unpack(bytes: &[u8]) -> Result<Catalog, PackError> {
    let (&layout, rest) = bytes.split_first().ok_or(PackError::Layout { found: 0 })?;
    if layout != LAYOUT {
        return Err(PackError::Layout { found: layout });
    }
    let catalog = postcard::from_bytes::<Catalog>(rest)?;
    if !catalog.titles.fits(&catalog.roles) {
        return Err(PackError::Index);
    }
    Ok(catalog.with_places())
}
