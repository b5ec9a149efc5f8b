//! A person's own catalogue as sheets: CSV or XLSX in, matched to columns, checked row by row; and out again.
//!
//! `open` turns a file into [`Sheet`]s of plain texts, `guess` says what each holds, `take` makes entries of them, and
//! `give` and `write` are the way back. Nothing is taken in half: one bad row and there are no entries at all.

mod columns;
mod give;
mod guess;
mod list;
pub mod message;
mod open;
mod scale;
mod take;
mod write;

pub(super) use columns::column;
pub use columns::{Column, SheetKind};
pub use give::give;
pub use guess::{Match, guess};
pub(super) use guess::{match_columns, tidy};
pub(super) use list::{join, split};
pub(super) use open::{Fill, open_as};
pub use open::{Measure, SheetError, open};
pub use scale::Scale;
pub(super) use take::slug;
pub use take::{CellFault, RowFault, Taken, take};
pub use write::{WriteError, write_csv, write_rows, write_xlsx};
pub(super) use write::{guarded, unguarded};

use serde::{Deserialize, Serialize};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: that of the sheet, or of the file.
    pub name: Box<str>,
    /// Its rows, the first one being the header. A row may be shorter than the header.
    pub rows: Vec<Vec<Box<str>>>,
}
