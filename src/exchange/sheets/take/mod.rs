//! Rows as entries: every cell checked, every bad one named, and nothing taken in half.

mod activities;
mod names;
mod roles;
mod row;
mod skills;

pub(in crate::exchange) use names::slug;

use super::{Match, Scale, Sheet, SheetKind};
use crate::catalog::{Catalog, own_of};
use crate::domain::{Own, RoleId, SkillId, Text};
use crate::exchange::limits;
use row::{Bad, Row};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What came of the sheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// The entries, whole: what a row does not say stays as the base has it.
    pub own: Own,
    /// How many entries of each kind are new, and how many change one that is there. Requirements and tasks count by row.
    pub counts: Vec<(SheetKind, usize, usize)>,
    /// How many levels lost precision, because the ladder keeps tenths.
    pub rounded: usize,
}

/// A cell that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFault {
    /// The name of the sheet.
    pub sheet: String,
    /// The row as a spreadsheet counts it: the header is row 1.
    pub row: usize,
    /// The header of the column.
    pub column: String,
    /// What the cell says, or its beginning.
    pub value: String,
    /// What is wrong with it.
    pub fault: CellFault,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellFault {
    /// It is empty and may not be.
    Empty,
    /// It names a skill or role that is neither in the file nor in the catalogue, or two at once.
    Unknown,
    /// It is no number, or none of the scale.
    Number,
    /// It is none of the words that may stand here.
    Word,
    /// The same thing stands in an earlier row.
    Repeated,
    /// The activity does not lead up.
    NotUp,
}

/// Makes entries of sheets that have been matched, in whichever order they stand.
///
/// A row whose id or name the base has changes that entry; an empty cell leaves what is there. A row without an id gets one
/// from its name. Skills and roles are named by id or by name, in either language, whatever case and accents. All requirements
/// of a role that the file has any of are replaced by those, and all tasks likewise.
///
/// # Errors
/// The bad cells, at most [`limits::ROW_FAULTS`] of them; then nothing is taken.
pub fn take(sheets: &[(Sheet, Match)], scale: Scale, base: &Catalog) -> Result<Taken, Vec<RowFault>> {
    let mut taking = Taking { scale, base: own_of(base), ..Taking::default() };
    taking.know();
    for kind in SheetKind::ALL {
        for (sheet, found) in sheets.iter().filter(|(_, found)| found.kind == kind) {
            taking.sheet(sheet, found);
        }
    }
    if taking.faults.is_empty() { Ok(taking.taken) } else { Err(taking.faults) }
}

#[derive(Default)]
struct Taking {
    scale: Scale,
    base: Own,
    taken: Taken,
    skill_ids: BTreeSet<SkillId>,
    role_ids: BTreeSet<RoleId>,
    /// Ids by folded names; none where two have the same name.
    skills: BTreeMap<String, Option<SkillId>>,
    roles: BTreeMap<String, Option<RoleId>>,
    /// Requirements and tasks that were met: the first of a role puts away what was there.
    asked: BTreeSet<(RoleId, SkillId)>,
    tasked: BTreeSet<RoleId>,
    faults: Vec<RowFault>,
}

impl Taking {
    fn sheet(&mut self, sheet: &Sheet, found: &Match) {
        let (mut new, mut changed) = (0, 0);
        let rows = (1..sheet.rows.len()).filter(|at| sheet.rows[*at].iter().any(|cell| !cell.is_empty()));
        let rows: Vec<Row<'_>> = rows.map(|at| Row { sheet, found, at }).collect();
        // Skills may name each other, so all of their names are known before the first is read.
        for row in &rows {
            match found.kind {
                SheetKind::Skills => {
                    let id = self.skill_id(row);
                    self.know_skill(&id, &Text::new(row.text("name"), row.text("name_es")));
                }
                SheetKind::Roles => {
                    let id = self.role_id(row);
                    self.know_role(&id, &Text::new(row.text("name"), row.text("name_es")));
                }
                _ => {}
            }
        }
        for row in &rows {
            let is_new = match found.kind {
                SheetKind::Skills => self.skill(row),
                SheetKind::Roles => self.role(row),
                SheetKind::Requirements => self.requirement(row),
                SheetKind::Tasks => self.task(row),
                SheetKind::Activities => self.activity(row),
            };
            match is_new {
                Ok(true) => new += 1,
                Ok(false) => changed += 1,
                Err(Bad) if self.faults.len() >= limits::ROW_FAULTS => return,
                Err(Bad) => {}
            }
        }
        self.taken.counts.push((found.kind, new, changed));
    }
}
