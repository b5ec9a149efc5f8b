//! A table of millions of short texts, in one string: a box for each cell would take ten times the room.

use crate::exchange::limits;
use crate::exchange::sheets::{Fill, Measure, SheetError, open_as};

/// A table: its first row is the header, and a row may be shorter than it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its name: that of the sheet, or of the file.
    pub name: Box<str>,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    /// The first cell of each row.
    rows: Vec<u32>,
}

/// Opens a file: CSV, a ZIP of CSVs, or XLSX, as [`sheets::open`](crate::exchange::sheets::open) does, with room for an organisation.
///
/// # Errors
/// A file that is too large, damaged or holds too much. Never panics, whatever the bytes.
///
/// ```
/// use skillstead::exchange::people::open;
/// let tables = open("people.csv", "id;oven;dough\np1;3;\n".as_bytes())?;
/// assert_eq!((tables[0].n_rows(), tables[0].cell(1, 1), tables[0].cell(1, 2), tables[0].cell(9, 9)), (2, "3", "", ""));
/// # Ok::<(), skillstead::exchange::sheets::SheetError>(())
/// ```
pub fn open(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    open_as::<Filling>(name, bytes, limits::PEOPLE_BYTES)
}

impl Grid {
    /// How many rows there are, the header included.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// How many cells a row has; none where there is no such row.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        self.span(row).len()
    }

    /// The text of a cell; empty where there is none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let span = self.span(row);
        if column < span.len() { self.at(span.start + column) } else { "" }
    }

    /// The cells of a row; none where there is no such row.
    pub fn row(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        self.span(row).map(|at| self.at(at))
    }

    /// The first rows, the header included: what a person has to see of a table.
    #[must_use]
    pub fn first(&self, n_rows: usize) -> Vec<Vec<Box<str>>> {
        (0..self.n_rows().min(n_rows)).map(|row| self.row(row).map(Into::into).collect()).collect()
    }

    /// The cells of a row, by their places among all cells.
    fn span(&self, row: usize) -> std::ops::Range<usize> {
        let Some(start) = self.rows.get(row) else { return 0..0 };
        let end = self.rows.get(row + 1).map_or(self.ends.len(), |end| *end as usize);
        *start as usize..end
    }

    fn at(&self, cell: usize) -> &str {
        let start = cell.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(cell).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// A table that is being filled. Cells come in order; a file in which they do not is damaged.
struct Filling {
    grid: Grid,
    /// Cells of other tables of the file.
    before: usize,
}

impl Filling {
    fn too_much(&self, row: usize, what: Measure, limit: usize) -> SheetError {
        SheetError::TooMuch { sheet: self.grid.name.to_string(), row: row + 1, what, limit }
    }

    fn push(&mut self, row: usize, cell: &str) -> Result<(), SheetError> {
        if self.n_cells() >= limits::PEOPLE_CELLS {
            return Err(self.too_much(row, Measure::Cells, limits::PEOPLE_CELLS));
        }
        if self.grid.text.len() + cell.len() > limits::PEOPLE_TEXT {
            return Err(self.too_much(row, Measure::Letters, limits::PEOPLE_TEXT));
        }
        self.grid.text.push_str(cell);
        self.grid.ends.push(self.grid.text.len() as u32);
        Ok(())
    }
}

impl Fill for Filling {
    type Table = Grid;

    fn start(name: &str, n_cells: usize) -> Self {
        Self { grid: Grid { name: name.into(), ..Grid::default() }, before: n_cells }
    }

    fn row(&self) -> usize {
        self.grid.n_rows().saturating_sub(1)
    }

    fn n_cells(&self) -> usize {
        self.before + self.grid.ends.len()
    }

    fn next_row(&mut self) -> Result<(), SheetError> {
        if self.grid.n_rows() > limits::PEOPLE_ROWS {
            return Err(self.too_much(self.grid.n_rows(), Measure::Rows, limits::PEOPLE_ROWS));
        }
        self.grid.rows.push(self.grid.ends.len() as u32);
        Ok(())
    }

    fn put(&mut self, row: usize, column: usize, cell: &str) -> Result<(), SheetError> {
        if row > limits::PEOPLE_ROWS {
            return Err(self.too_much(row, Measure::Rows, limits::PEOPLE_ROWS));
        }
        if column >= limits::PEOPLE_COLUMNS {
            return Err(self.too_much(row, Measure::Columns, limits::PEOPLE_COLUMNS));
        }
        if cell.len() > limits::SHEET_LETTERS && cell.chars().nth(limits::SHEET_LETTERS).is_some() {
            return Err(self.too_much(row, Measure::Letters, limits::SHEET_LETTERS));
        }
        while self.grid.n_rows() <= row {
            self.next_row()?;
        }
        if row < self.row() || column < self.grid.width(row) {
            return Err(SheetError::Damaged { sheet: self.grid.name.to_string() });
        }
        for _ in self.grid.width(row)..column {
            self.push(row, "")?;
        }
        self.push(row, cell.trim())
    }

    fn finish(mut self) -> (Grid, bool) {
        let grid = &mut self.grid;
        while grid.n_rows() > 0 && grid.row(grid.n_rows() - 1).all(str::is_empty) {
            let kept = grid.rows.pop().map_or(0, |start| start as usize);
            grid.ends.truncate(kept);
        }
        let has_rows = self.grid.n_rows() > 0;
        (self.grid, has_rows)
    }
}
