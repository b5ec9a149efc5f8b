//! Makes an archive out of the fuzzer's bytes: its checksums are right, so that what is in it is really read.

use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The bytes themselves where they begin like a ZIP; else one entry a part, parted by zeros, under the given names.
pub fn archive(data: &[u8], names: &[&str]) -> Vec<u8> {
    if data.starts_with(b"PK") {
        return data.to_vec();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in names.iter().zip(data.split(|byte| *byte == 0)) {
        zip.start_file(*name, options).expect("an entry");
        zip.write_all(part).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}
