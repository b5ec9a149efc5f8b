//! Sheets as a file: a ZIP of CSVs, or one XLSX.

use super::Sheet;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Sheets that cannot be written, which only a lack of memory or a row beyond a spreadsheet's own limits explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sheets cannot be written")]
pub struct WriteError;

/// What a spreadsheet would take for the beginning of a formula.
const DANGEROUS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell as it is written: one that a spreadsheet would reckon gets an apostrophe before it, as spreadsheets do themselves.
pub(in crate::exchange) fn guarded(cell: &str) -> String {
    let begins = cell.trim_start_matches('\'').starts_with(DANGEROUS);
    if begins { ["'", cell].concat() } else { cell.to_owned() }
}

/// The cell as it was before [`guarded`].
pub(in crate::exchange) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(DANGEROUS) => rest,
        _ => cell,
    }
}

/// A ZIP with one CSV a sheet.
///
/// # Errors
/// [`WriteError`].
pub fn write_csv(sheets: &[Sheet]) -> Result<Vec<u8>, WriteError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for sheet in sheets {
        zip.start_file(format!("{}.csv", sheet.name), options).map_err(|_| WriteError)?;
        zip.write_all(&write_rows(&sheet.rows)?).map_err(|_| WriteError)?;
    }
    Ok(zip.finish().map_err(|_| WriteError)?.into_inner())
}

/// One CSV: UTF-8 with a byte order mark, so that spreadsheets read accents as they are. What a spreadsheet would reckon is
/// written so that it does not.
///
/// # Errors
/// [`WriteError`].
///
/// ```
/// use skillstead::exchange::sheets::write_rows;
/// let rows = [vec!["name".into(), "=1+1".into()]];
/// assert_eq!(write_rows(&rows)?, "\u{feff}name,'=1+1\n".as_bytes());
/// # Ok::<(), skillstead::exchange::sheets::WriteError>(())
/// ```
pub fn write_rows(rows: &[Vec<Box<str>>]) -> Result<Vec<u8>, WriteError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut bytes);
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(|_| WriteError)?;
    }
    writer.flush().map_err(|_| WriteError)?;
    drop(writer);
    Ok(bytes)
}

/// An XLSX with its headers in bold and held in place.
///
/// # Errors
/// [`WriteError`].
pub fn write_xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    // No clock is asked: the same catalogue gives the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|_| WriteError)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let bold = Format::new().set_bold();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&*sheet.name).map_err(|_| WriteError)?;
        page.set_freeze_panes(1, 0).map_err(|_| WriteError)?;
        for (row, cells) in sheet.rows.iter().zip(0u32..).map(|(cells, row)| (row, cells)) {
            for (cell, column) in cells.iter().zip(0u16..).filter(|(cell, _)| !cell.is_empty()) {
                let number = cell.parse::<f64>().ok().filter(|number| number.to_string() == **cell);
                match (row, number) {
                    (0, _) => page.write_string_with_format(row, column, guarded(cell), &bold),
                    (_, Some(number)) => page.write_number(row, column, number),
                    (_, None) => page.write_string(row, column, guarded(cell)),
                }
                .map_err(|_| WriteError)?;
            }
        }
        for column in 0..sheet.rows.first().map_or(0, |header| header.len() as u16) {
            page.set_column_width(column, 24).map_err(|_| WriteError)?;
        }
    }
    book.save_to_buffer().map_err(|_| WriteError)
}
