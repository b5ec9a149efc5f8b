//! A workbook of unknown origin.
#![no_main]

mod archive;

use libfuzzer_sys::fuzz_target;
use skillstead::exchange::sheets::{guess, open};

const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
    "xl/styles.xml",
];

fuzz_target!(|data: &[u8]| {
    if let Ok(sheets) = open("book.xlsx", &archive::archive(data, &PARTS)) {
        sheets.iter().for_each(|sheet| drop(guess(sheet)));
    }
});
