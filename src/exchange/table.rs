//! The tables of a download, row by row.

use super::{Fault, Progress, ReadError, archive::Archive, limits};
use crate::catalog::Source;
use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder, Terminator};

/// Rows between two reports of progress.
const ROWS_PER_REPORT: usize = 20_000;

/// The characters of a faulty cell that an error repeats.
const SHOWN_CHARS: usize = 40;

/// How the cells of a table are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// By tabs, and a quotation mark is a letter like any other.
    Tabs,
    /// By commas, and what stands in quotation marks may hold commas and ends of lines. Empty cells at the end of a row may
    /// be left out, as ESCO's own tables do.
    Commas,
}

/// The tables of one archive, in the order in which they are read.
pub(super) struct Tables<'a> {
    archive: Archive<'a>,
    dialect: Dialect,
    progress: &'a mut dyn FnMut(Progress),
    /// Tables that were asked for and are not there.
    missing: Vec<Box<str>>,
    /// Rows read, table by table.
    rows: Vec<(Box<str>, u32)>,
    /// Bytes read so far, and in all, as far as the archive says the truth.
    bytes: (u64, u64),
}

/// A cell of a row: its text without blanks around it.
#[derive(Clone, Copy)]
pub(super) struct Cell<'r> {
    column: &'static str,
    text: &'r str,
}

/// A faulty cell, before it is known where it stands.
pub(super) struct Bad {
    column: &'static str,
    value: String,
    fault: Fault,
}

impl<'a> Tables<'a> {
    pub(super) fn new(
        archive: Archive<'a>,
        dialect: Dialect,
        names: &[&str],
        progress: &'a mut dyn FnMut(Progress),
    ) -> Self {
        let total = names.iter().map(|name| archive.declared_size(name)).fold(0, u64::saturating_add);
        Self { archive, dialect, progress, missing: Vec::new(), rows: Vec::new(), bytes: (0, total) }
    }

    /// What is to be said of the tables beside their catalogue.
    pub(super) fn describe(self, source: Source) -> Source {
        Source { missing: self.missing, rows: self.rows, ..source }
    }

    /// Hands the cells of `columns` to `on_row`, row by row. A table that is not there is noted as missing: `false`.
    pub(super) fn read<const N: usize>(
        &mut self,
        table: &'static str,
        columns: [&'static str; N],
        mut on_row: impl FnMut([Cell<'_>; N]) -> Result<(), Bad>,
    ) -> Result<bool, ReadError> {
        self.report(table, 0);
        let Some(bytes) = self.archive.table(table)? else {
            self.missing.push(table.into());
            return Ok(false);
        };
        let mut rows = Rows::open(table, self.dialect, &bytes)?;
        let places = rows.places(columns)?;
        let mut n_rows = 0;
        while rows.advance()? {
            n_rows += 1;
            if n_rows > limits::ROWS {
                return Err(ReadError::TooManyRows { table: table.into(), limit: limits::ROWS });
            }
            if n_rows % ROWS_PER_REPORT == 0 {
                self.report(table, rows.reader.position().byte());
            }
            on_row(rows.cells(columns, places)).map_err(|bad| rows.place(bad))?;
        }
        self.rows.push((table.into(), n_rows as u32));
        self.bytes.0 += bytes.len() as u64;
        Ok(true)
    }

    fn report(&mut self, table: &'static str, bytes: u64) {
        let share = (self.bytes.0 + bytes) as f32 / self.bytes.1.max(1) as f32;
        (self.progress)(Progress { share: share.min(1.0), table });
    }
}

/// One table while it is read.
struct Rows<'b> {
    table: &'static str,
    bytes: &'b [u8],
    reader: Reader<&'b [u8]>,
    n_columns: u64,
    record: ByteRecord,
}

impl<'b> Rows<'b> {
    /// The whole table is checked to be UTF-8 here, so that a cell always is.
    fn open(table: &'static str, dialect: Dialect, bytes: &'b [u8]) -> Result<Self, ReadError> {
        if let Err(error) = std::str::from_utf8(bytes) {
            let row = line_at(bytes, error.valid_up_to());
            return Err(ReadError::NotUtf8 { table: table.into(), row });
        }
        // Lines end with LF alone, for the sake of exact line numbers; the CR of a CRLF goes with the blanks of a cell.
        let reader = ReaderBuilder::new()
            .delimiter(if dialect == Dialect::Tabs { b'\t' } else { b',' })
            .terminator(Terminator::Any(b'\n'))
            .quoting(dialect == Dialect::Commas)
            .flexible(dialect == Dialect::Commas)
            .from_reader(bytes);
        Ok(Self { table, bytes, reader, n_columns: 0, record: ByteRecord::new() })
    }

    fn places<const N: usize>(&mut self, columns: [&'static str; N]) -> Result<[usize; N], ReadError> {
        let header = self.reader.byte_headers().map_err(|error| faulty_row(self.table, self.bytes, 1, &error))?;
        self.n_columns = header.len() as u64;
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            let found = header.iter().position(|name| name.trim_ascii() == column.as_bytes());
            let missing = || ReadError::NoColumn { table: self.table.into(), column: column.into() };
            *place = found.ok_or_else(missing)?;
        }
        Ok(places)
    }

    fn advance(&mut self) -> Result<bool, ReadError> {
        let read = self.reader.read_byte_record(&mut self.record);
        let is_row = read.map_err(|error| faulty_row(self.table, self.bytes, self.reader.position().byte(), &error))?;
        let (expected, found) = (self.n_columns, self.record.len() as u64);
        if is_row && found > expected {
            let row = row_before(self.bytes, self.reader.position().byte());
            return Err(ReadError::FieldCount { table: self.table.into(), row, expected, found });
        }
        Ok(is_row)
    }

    fn cells<const N: usize>(&self, columns: [&'static str; N], places: [usize; N]) -> [Cell<'_>; N] {
        let mut cells = columns.map(|column| Cell { column, text: "" });
        for (cell, place) in cells.iter_mut().zip(places) {
            let bytes = self.record.get(place).unwrap_or_default();
            cell.text = std::str::from_utf8(bytes).unwrap_or_default().trim();
        }
        cells
    }

    fn place(&self, bad: Bad) -> ReadError {
        ReadError::Cell {
            table: self.table.into(),
            row: row_before(self.bytes, self.reader.position().byte()),
            column: bad.column.into(),
            value: bad.value,
            fault: bad.fault,
        }
    }
}

/// An error of the row that ends at byte `end`.
fn faulty_row(table: &str, bytes: &[u8], end: u64, error: &csv::Error) -> ReadError {
    let (table, row) = (table.into(), row_before(bytes, end));
    match *error.kind() {
        ErrorKind::UnequalLengths { expected_len: expected, len: found, .. } => {
            ReadError::FieldCount { table, row, expected, found }
        }
        _ => ReadError::NotUtf8 { table, row },
    }
}

/// The line of the row that ends at byte `end`: counted only once a row is bad, and exact despite empty lines.
fn row_before(bytes: &[u8], end: u64) -> usize {
    line_at(bytes, usize::try_from(end).unwrap_or(usize::MAX).saturating_sub(1))
}

fn line_at(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

impl<'r> Cell<'r> {
    /// The text as it is, if it is not too long.
    pub(super) fn text(self) -> Result<&'r str, Bad> {
        let is_long = self.text.len() > limits::TEXT_CHARS && self.text.chars().nth(limits::TEXT_CHARS).is_some();
        if is_long { Err(self.bad(Fault::Length)) } else { Ok(self.text) }
    }

    /// An O*NET-SOC code: `15-2051.00`.
    pub(super) fn occupation(self) -> Result<&'r str, Bad> {
        let fits = self.text.len() == 10
            && self.text.bytes().zip(b"00-0000.00").all(|(byte, pattern)| match pattern {
                b'0' => byte.is_ascii_digit(),
                _ => byte == *pattern,
            });
        if fits { Ok(self.text) } else { Err(self.bad(Fault::Code)) }
    }

    /// An id of the content model: `2.A.1.a`.
    pub(super) fn element(self) -> Result<&'r str, Bad> {
        let mut parts = self.text.split('.');
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let fits = self.text.len() <= SHOWN_CHARS && parts.all(is_part);
        if fits { Ok(self.text) } else { Err(self.bad(Fault::Code)) }
    }

    /// What stands behind the last slash of an address: `http://…/skill/0005c151` is `0005c151`.
    pub(super) fn last_part(self) -> Result<&'r str, Bad> {
        let part = self.text.rsplit('/').next().unwrap_or_default();
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        let fits = (1..=SHOWN_CHARS).contains(&part.len()) && part.bytes().all(is_allowed);
        if fits { Ok(part) } else { Err(self.bad(Fault::Code)) }
    }

    /// A number from `low` to `high`.
    pub(super) fn number(self, low: f64, high: f64) -> Result<f64, Bad> {
        let number = self.text.parse().ok().filter(|number| (low..=high).contains(number));
        number.ok_or_else(|| self.bad(Fault::Number))
    }

    /// What the cell says, with what is wrong with it.
    pub(super) fn bad(self, fault: Fault) -> Bad {
        let value = self.text.chars().take(SHOWN_CHARS).collect();
        Bad { column: self.column, value, fault }
    }
}
