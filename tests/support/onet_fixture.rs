//! Small downloads made by hand. Occupations, skills and words are invented; only the columns are O*NET's own.

use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const RATINGS: &str = "\
O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tScale Name\tData Value\tRecommend Suppress\tNot Relevant\n";

/// A download whose tables can be changed before it is zipped.
pub struct Fixture {
    folder: &'static str,
    tables: Vec<(&'static str, Vec<u8>)>,
}

impl Fixture {
    /// Two occupations, four skills, every table.
    pub fn whole() -> Self {
        let text = |table, text: &str| (table, text.as_bytes().to_vec());
        let ratings = |table, rows: &str| text(table, &format!("{RATINGS}{rows}"));
        Self {
            folder: "db_30_0_text/",
            tables: vec![
                text(
                    "Occupation Data.txt",
                    "\
O*NET-SOC Code\tTitle\tDescription\n\
51-9901.00\tKite Menders\tMend \"kites\".\n\
15-9901.01\tCloud Counters\tCount clouds.\n",
                ),
                text(
                    "Job Zones.txt",
                    "\
O*NET-SOC Code\tJob Zone\tDate\n\
51-9901.00\t2\t01/2020\n",
                ),
                text(
                    "Task Statements.txt",
                    "\
O*NET-SOC Code\tTask ID\tTask\n\
51-9901.00\t1\tPatch the sail.\n\
51-9901.00\t2\tTie the tail.\n\
99-9999.00\t3\tBelong to nobody.\n",
                ),
                text(
                    "Alternate Titles.txt",
                    "\
O*NET-SOC Code\tAlternate Title\tShort Title\n\
51-9901.00\tKite Doctor\tn/a\n\
51-9901.00\tTail Tier\tn/a\n",
                ),
                text(
                    "Sample of Reported Titles.txt",
                    "\
O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n\
51-9901.00\tkite doctor\tY\n\
51-9901.00\tString Hand\tY\n\
51-9901.00\tKite Menders\tN\n",
                ),
                text(
                    "Technology Skills.txt",
                    "\
O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n\
51-9901.00\tGusty\t1\tWind software\tY\tN\n\
15-9901.01\tLofty\t2\tCloud software\tN\tN\n\
15-9901.01\tGusty\t1\tWind software\tY\tN\n\
15-9901.01\tGusty\t1\tWind software\tY\tN\n",
                ),
                text(
                    "Interests.txt",
                    "\
O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n\
51-9901.00\t1.B.1.a\tRealistic\tOI\t6.5\n51-9901.00\t1.B.1.b\tInvestigative\tOI\t2\n\
51-9901.00\t1.B.1.c\tArtistic\tOI\t3.25\n51-9901.00\t1.B.1.d\tSocial\tOI\t1\n\
51-9901.00\t1.B.1.e\tEnterprising\tOI\t1.5\n51-9901.00\t1.B.1.f\tConventional\tOI\t4\n\
51-9901.00\t1.B.1.g\tFirst\tIH\t1\n15-9901.01\t1.B.1.a\tRealistic\tOI\t3\n",
                ),
                text(
                    "Education, Training, and Experience Categories.txt",
                    "\
Element ID\tElement Name\tScale ID\tCategory\tCategory Description\n\
2.D.1\tRequired Level of Education\tRL\t2\tKite school\n2.D.1\tRequired Level of Education\tRL\t1\tNone\n\
3.A.1\tRelated Work Experience\tRW\t1\tNever\n",
                ),
                text(
                    "Education, Training, and Experience.txt",
                    "\
O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\n\
51-9901.00\t2.D.1\tRequired Level of Education\tRL\t2\t74.6\n51-9901.00\t2.D.1\tRequired Level of Education\tRL\t1\t25.4\n\
15-9901.01\t2.D.1\tRequired Level of Education\tRL\t1\t0.00\n51-9901.00\t3.A.1\tRelated Work Experience\tRW\t1\t9\n",
                ),
                ratings(
                    "Skills.txt",
                    "\
51-9901.00\t2.Z.10\tKnotting\tIM\tImportance\t4.00\tN\t\n\
51-9901.00\t2.Z.10\tKnotting\tLV\tLevel\t3.50\tN\tN\n\
51-9901.00\t2.Z.2\tPatching\tIM\tImportance\t3.00\tN\t\n\
51-9901.00\t2.Z.2\tPatching\tLV\tLevel\t7\tN\tN\n\
15-9901.01\t2.Z.2\tPatching\tIM\tImportance\t4.50\tN\t\n\
15-9901.01\t2.Z.2\tPatching\tLV\tLevel\t0.00\tN\tY\n\
15-9901.01\t2.Z.10\tKnotting\tIM\tImportance\t2.00\tN\t\n\
99-9999.00\t2.Z.77\tNothing\tIM\tImportance\t2.00\tN\t\n",
                ),
                ratings(
                    "Knowledge.txt",
                    "\
15-9901.01\t2.Y.1.a\tWeather Lore\tIM\tImportance\t2.99\tN\t\n\
15-9901.01\t2.Y.1.a\tWeather Lore\tLV\tLevel\t2.10\tN\tN\n",
                ),
                ratings(
                    "Abilities.txt",
                    "\
15-9901.01\t1.Z.1.a\tFar Sight\tIM\tImportance\t5.00\tN\t\n\
15-9901.01\t1.Z.1.a\tFar Sight\tLV\tLevel\t5.00\tN\tN\n",
                ),
                text(
                    "Content Model Reference.txt",
                    "\
Element ID\tElement Name\tDescription\n\
2.Z\tHandiwork\tWhat hands do.\n\
2.Z.10\tKnotting\tMaking knots that hold.\n",
                ),
                text(
                    "Level Scale Anchors.txt",
                    "\
Element ID\tElement Name\tScale ID\tAnchor Value\tAnchor Description\n\
2.Z.10\tKnotting\tLV\t2\tTie two strings\n\
2.Z.10\tKnotting\tLV\t1\tTie a shoe\n\
2.Z.10\tKnotting\tLV\t6\tTie a net\n\
2.Z.10\tKnotting\tIM\t3\tNo level at all\n",
                ),
            ],
        }
    }

    /// With its tables under another folder.
    pub fn in_folder(self, folder: &'static str) -> Self {
        Self { folder, ..self }
    }

    /// Without a table.
    pub fn without(mut self, table: &str) -> Self {
        self.tables.retain(|(name, _)| *name != table);
        self
    }

    /// With `new` where a table says `old`, which it has to.
    pub fn edit(self, table: &str, old: &str, new: impl AsRef<[u8]>) -> Self {
        let text = self.tables.iter().find(|(name, _)| *name == table).expect("a known table").1.clone();
        let at = text.windows(old.len()).position(|part| part == old.as_bytes()).expect("a text of the table");
        let whole = [&text[..at], new.as_ref(), &text[at + old.len()..]].concat();
        self.with(table, whole)
    }

    /// With other bytes as a table.
    pub fn with(mut self, table: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.tables.iter_mut().find(|(name, _)| *name == table).expect("a known table").1 = bytes.into();
        self
    }

    /// With every table changed.
    pub fn map(mut self, change: impl Fn(&str) -> String) -> Self {
        for (_, bytes) in &mut self.tables {
            *bytes = change(std::str::from_utf8(bytes).expect("text")).into_bytes();
        }
        self
    }

    /// The download as a file.
    pub fn zip(&self) -> Vec<u8> {
        let entries = self.tables.iter().map(|(name, bytes)| (format!("{}{name}", self.folder), bytes.clone()));
        zip_of(entries, CompressionMethod::Deflated)
    }
}

/// A zip of entries.
pub fn zip_of(entries: impl IntoIterator<Item = (impl Into<Box<str>>, Vec<u8>)>, method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        writer.start_file(String::from(name.into()), options).expect("an entry");
        writer.write_all(&bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// The same zip with `change` applied to the bytes that follow each mark, as a directory or a header begins with one.
pub fn patched(mut zip: Vec<u8>, mark: &[u8], change: impl Fn(&mut [u8])) -> Vec<u8> {
    let starts: Vec<usize> =
        zip.windows(mark.len()).enumerate().filter(|(_, part)| *part == mark).map(|(at, _)| at).collect();
    for start in starts {
        change(&mut zip[start..]);
    }
    zip
}
