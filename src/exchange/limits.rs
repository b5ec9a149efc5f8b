//! How much a file from outside may hold: one table for the code, its tests and the help page.

/// Bytes of a whole catalogue file: 100 MiB. O*NET 30.0 has 4 MiB.
pub const CATALOGUE_BYTES: u64 = 100 * MIB;

/// Entries of an archive. O*NET 30.0 has 24.
pub const ENTRIES: usize = 2_000;

/// Bytes of one inflated entry: 32 MiB. O*NET's largest table has 8.3 MiB, ESCO's 26.1.
pub const ENTRY_BYTES: u64 = 32 * MIB;

/// Bytes of all entries that are inflated from one archive: 128 MiB.
pub const TOTAL_BYTES: u64 = 128 * MIB;

/// The most inflated bytes for one packed byte, once an entry is beyond [`RATIO_FREE_BYTES`]. Tables reach 25.
pub const RATIO: u64 = 200;

/// Inflated bytes of an entry for which no ratio is asked: 1 MiB, because tiny files may well pack better than 200:1.
pub const RATIO_FREE_BYTES: u64 = MIB;

/// Archives inside archives that are opened: none.
pub const ARCHIVE_DEPTH: usize = 0;

/// Characters of one cell. O*NET's longest has 811.
pub const TEXT_CHARS: usize = 10_000;

/// Rows of one table, without its header. O*NET's longest table has 92,976, ESCO's 129,004.
pub const ROWS: usize = 400_000;

/// Roles of a catalogue: every one is compared with every other. O*NET has 1,016, ESCO 3,039.
pub const ROLES: usize = 5_000;

/// Skills of a catalogue. O*NET has 120, ESCO 13,936.
pub const SKILLS: usize = 30_000;

/// Tools and programs of a catalogue, whose places are kept in 16 bits. O*NET has 8,749.
pub const TECHNOLOGIES: usize = 60_000;

/// Groups of skills of a catalogue, whose places are kept in 16 bits. ESCO has 190.
pub const GROUPS: usize = 5_000;

/// Other titles of one role. O*NET's "Production Workers, All Other" have 2,750.
pub const TITLES_PER_ROLE: usize = 5_000;

/// Bytes of a person's own file of sheets: 25 MiB.
pub const SHEET_BYTES: u64 = 25 * MIB;

/// Rows of one sheet, without its header.
pub const SHEET_ROWS: usize = 200_000;

/// Columns of one sheet.
pub const SHEET_COLUMNS: usize = 256;

/// Cells of all sheets of a file.
pub const SHEET_CELLS: usize = 2_000_000;

/// Letters of one cell, as many as a spreadsheet can hold itself.
pub const SHEET_LETTERS: usize = 32_767;

/// Bytes of a file of people: 128 MiB. 200,000 people in 300 columns of skills, 20 of them filled, have 70 as CSV.
pub const PEOPLE_BYTES: u64 = 128 * MIB;

/// Rows of one table of people, without its header: 200,000 people with 20 ratings each.
pub const PEOPLE_ROWS: usize = 4_000_000;

/// Columns of one table of people.
pub const PEOPLE_COLUMNS: usize = 2_000;

/// Cells of all tables of a file of people: 200,000 people in 320 columns. A workbook ends at [`ENTRY_BYTES`] before, at about
/// a million.
pub const PEOPLE_CELLS: usize = 64_000_000;

/// Bytes of the texts of all cells of one table of people: 256 MiB.
pub const PEOPLE_TEXT: usize = 256 << 20;

/// People of an organisation.
pub const PEOPLE: usize = 200_000;

/// Bytes of a file of the handshake: 64 KiB.
pub const HANDSHAKE_BYTES: usize = 64 << 10;
/// Bytes of a site's contribution: 4 MiB. One of 300 skills has 15 KiB.
pub const CONTRIBUTION_BYTES: u64 = 4 * MIB;

/// Skills of a contribution.
pub const CONTRIBUTION_SKILLS: usize = 30_000;

/// Letters of a name in a contribution.
pub const CONTRIBUTION_LETTERS: usize = 200;

/// Seconds that a worker may stay silent before it is let go.
pub const SILENT_SECONDS: u64 = 20;

/// Letters of a pasted advert or CV.
pub const ADVERT_LETTERS: usize = 100_000;

/// Bytes of a file that is read into a passport: 5 MiB. Europass files with a picture have 1.
pub const PASSPORT_BYTES: u64 = 5 * MIB;

/// Elements inside each other in such a file. Europass has 12.
pub const PASSPORT_DEPTH: usize = 32;

/// Elements of such a file. A long Europass CV has 2,000.
pub const PASSPORT_ELEMENTS: usize = 50_000;

/// What one such file can propose.
pub const PASSPORT_PROPOSALS: usize = 2_000;

/// Letters of a name or a text of a proposal; the rest is left out.
pub const PASSPORT_LETTERS: usize = 600;

/// Bad rows that are named; the others are only counted.
pub const ROW_FAULTS: usize = 200;

const MIB: u64 = 1 << 20;
