//! A file as sheets of texts: CSV, a ZIP of CSVs, or XLSX, each within its limits.

use super::Sheet;
use crate::exchange::archive::{Archive, ArchiveError};
use crate::exchange::limits;
use calamine::{DataRef, Reader, Xlsx};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// Why a file is no sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SheetError {
    /// The ZIP or XLSX cannot be opened.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The file is larger than a sheet may be.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The most bytes.
        limit: u64,
    },
    /// The ZIP has no CSV in it.
    #[error("no sheet in it")]
    Empty,
    /// Something in the sheet cannot be read.
    #[error("{sheet} is damaged")]
    Damaged {
        /// Its name.
        sheet: String,
    },
    /// More rows, columns, cells or letters than a sheet may have.
    #[error("{sheet}, row {row}: more than {limit} {what:?}")]
    TooMuch {
        /// The name of the sheet.
        sheet: String,
        /// The row that is too much.
        row: usize,
        /// What there is too much of.
        what: Measure,
        /// The most of it.
        limit: usize,
    },
}

/// What a sheet can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Rows.
    Rows,
    /// Columns.
    Columns,
    /// Cells.
    Cells,
    /// Letters in one cell.
    Letters,
}

/// Opens a file: a workbook of several sheets, or one CSV that is called after the file.
///
/// A CSV may be UTF-8, UTF-16 with a byte order mark, or else Windows-1252; its cells may be parted by commas, semicolons or
/// tabs. In a workbook what a formula last gave is read, never the formula. Empty rows at the end are left out.
///
/// # Errors
/// A file that is too large, damaged or holds too much. Never panics, whatever the bytes.
///
/// ```
/// use skillstead::exchange::sheets::open;
/// let sheets = open("roles.csv", "name;family\nKite mender;Kites\n".as_bytes())?;
/// assert_eq!((&*sheets[0].name, &*sheets[0].rows[1][0]), ("roles", "Kite mender"));
/// # Ok::<(), skillstead::exchange::sheets::SheetError>(())
/// ```
pub fn open(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    open_as::<Filling>(name, bytes, limits::SHEET_BYTES)
}

/// A table that is being filled from a file, within its own limits.
pub(in crate::exchange) trait Fill {
    /// What it becomes.
    type Table;
    /// One without rows, of a file that already has cells in other tables.
    fn start(name: &str, n_cells: usize) -> Self;
    /// The place of the last row.
    fn row(&self) -> usize;
    /// How many cells there are, those of other tables included.
    fn n_cells(&self) -> usize;
    /// Begins a row.
    fn next_row(&mut self) -> Result<(), SheetError>;
    /// Puts a cell into the last row or a later one.
    fn put(&mut self, row: usize, column: usize, cell: &str) -> Result<(), SheetError>;
    /// The table, without empty rows at its end, and whether it has any row.
    fn finish(self) -> (Self::Table, bool);
}

/// What [`open`] does, into tables of any kind.
pub(in crate::exchange) fn open_as<F: Fill>(name: &str, bytes: &[u8], limit: u64) -> Result<Vec<F::Table>, SheetError> {
    if bytes.len() as u64 > limit {
        return Err(SheetError::TooLarge { limit });
    }
    if !bytes.starts_with(b"PK") {
        return Ok(vec![csv::<F>(stem(name), bytes, 0)?.finish().0]);
    }
    let mut archive = Archive::open(bytes)?;
    if archive.has("workbook.xml") {
        // Every entry is inflated within the limits once, before a library that knows none of them does so.
        archive.check()?;
        return xlsx::<F>(bytes);
    }
    let tables: Vec<String> = archive.names().filter(|name| name.to_lowercase().ends_with(".csv")).collect();
    let mut sheets = Vec::new();
    let mut n_cells = 0;
    for table in tables {
        let bytes = archive.table(&table)?.unwrap_or_default();
        let filling = csv::<F>(stem(&table), &bytes, n_cells)?;
        n_cells = filling.n_cells();
        sheets.push(filling.finish().0);
    }
    if sheets.is_empty() { Err(SheetError::Empty) } else { Ok(sheets) }
}

/// `roles` of `roles.csv`.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn csv<F: Fill>(name: &str, bytes: &[u8], n_cells: usize) -> Result<F, SheetError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8.decode(bytes).0,
        None => WINDOWS_1252.decode(bytes).0,
    };
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(&text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut filling = F::start(name, n_cells);
    let mut record = StringRecord::new();
    let mut expected = 1;
    while reader.read_record(&mut record).map_err(|_| SheetError::Damaged { sheet: name.into() })? {
        // Empty lines are passed over by the library; a person counts them.
        let ends = |cell: &str| cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
        let lines = 1 + record.iter().map(ends).sum::<u64>();
        let after = reader.position().line();
        for _ in expected..after.saturating_sub(lines) {
            filling.next_row()?;
        }
        expected = after.max(expected + lines);
        filling.next_row()?;
        for (column, cell) in record.iter().enumerate() {
            filling.put(filling.row(), column, cell)?;
        }
    }
    Ok(filling)
}

/// Whichever of the three parts the first line into the most cells.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    [b';', b'\t']
        .into_iter()
        .filter(|other| count(*other) > count(b','))
        .max_by_key(|other| count(*other))
        .unwrap_or(b',')
}

fn xlsx<F: Fill>(bytes: &[u8]) -> Result<Vec<F::Table>, SheetError> {
    let damaged = |sheet: &str| SheetError::Damaged { sheet: sheet.into() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged(""))?;
    let mut sheets = Vec::new();
    let mut n_cells = 0;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| damaged(&name))?;
        let mut filling = F::start(&name, n_cells);
        // A cell that says it stands in the millionth row would otherwise fill the memory with empty ones.
        while let Some(cell) = cells.next_cell().map_err(|_| damaged(&name))? {
            let text = text_of(cell.get_value());
            if !text.is_empty() {
                let (row, column) = cell.get_position();
                filling.put(row as usize, column as usize, &text)?;
            }
        }
        n_cells = filling.n_cells();
        if let (sheet, true) = filling.finish() {
            sheets.push(sheet);
        }
    }
    if sheets.is_empty() { Err(SheetError::Empty) } else { Ok(sheets) }
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(date) => date.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    }
}

/// A sheet that is being filled, within its limits.
struct Filling {
    name: Box<str>,
    rows: Vec<Vec<Box<str>>>,
    n_cells: usize,
}

impl Filling {
    fn too_much(&self, row: usize, what: Measure, limit: usize) -> SheetError {
        SheetError::TooMuch { sheet: self.name.to_string(), row: row + 1, what, limit }
    }
}

impl Fill for Filling {
    type Table = Sheet;

    fn start(name: &str, n_cells: usize) -> Self {
        Self { name: name.into(), rows: Vec::new(), n_cells }
    }

    fn row(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    fn n_cells(&self) -> usize {
        self.n_cells
    }

    fn next_row(&mut self) -> Result<(), SheetError> {
        if self.rows.len() > limits::SHEET_ROWS {
            return Err(self.too_much(self.rows.len(), Measure::Rows, limits::SHEET_ROWS));
        }
        self.rows.push(Vec::new());
        Ok(())
    }

    fn put(&mut self, row: usize, column: usize, cell: &str) -> Result<(), SheetError> {
        if row > limits::SHEET_ROWS {
            return Err(self.too_much(row, Measure::Rows, limits::SHEET_ROWS));
        }
        if column >= limits::SHEET_COLUMNS {
            return Err(self.too_much(row, Measure::Columns, limits::SHEET_COLUMNS));
        }
        if cell.len() > limits::SHEET_LETTERS && cell.chars().nth(limits::SHEET_LETTERS).is_some() {
            return Err(self.too_much(row, Measure::Letters, limits::SHEET_LETTERS));
        }
        while self.rows.len() <= row {
            self.next_row()?;
        }
        let before = self.rows[row].len();
        let after = before.max(column + 1);
        self.n_cells += after - before;
        if self.n_cells > limits::SHEET_CELLS {
            return Err(self.too_much(row, Measure::Cells, limits::SHEET_CELLS));
        }
        self.rows[row].resize(after, Box::default());
        self.rows[row][column] = cell.trim().into();
        Ok(())
    }

    fn finish(mut self) -> (Sheet, bool) {
        let is_empty = |row: &Vec<Box<str>>| row.iter().all(|cell| cell.is_empty());
        while self.rows.last().is_some_and(is_empty) {
            self.rows.pop();
        }
        let has_rows = !self.rows.is_empty();
        (Sheet { name: self.name, rows: self.rows }, has_rows)
    }
}
