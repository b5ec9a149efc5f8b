//! One certificate of a person a row.

use super::Taking;
use super::row::{Bad, Row, Table};
use crate::domain::Certificate;
use crate::exchange::sheets::CellFault;
use std::sync::Arc;

impl Taking<'_> {
    /// Certificates, and how many of them are new and how many take the place of another.
    pub(super) fn certificates(&mut self, table: &Table<'_>) -> (usize, usize) {
        let (mut new, mut changed) = (0, 0);
        for row in table.rows() {
            match self.certificate(row) {
                Ok(true) => new += 1,
                Ok(false) => changed += 1,
                Err(Bad) if self.is_over() => break,
                Err(Bad) => {}
            }
        }
        (new, changed)
    }

    fn certificate(&mut self, row: Row<'_, '_>) -> Result<bool, Bad> {
        let text = self.needed(row, "person")?;
        let at = self.known_person(text).ok_or_else(|| self.bad(row, "person", CellFault::Unknown))?;
        let name = self.needed(row, "certificate")?;
        let until = self.day(row, "until")?;
        let Some(person) = self.taken.organisation.people.get_mut(at) else { return Ok(false) };
        let known = person.certificates.iter().find(|known| *known.name == *name);
        let gate = Some(row.text("gate")).filter(|gate| !gate.is_empty()).map(Into::into);
        let certificate = Certificate {
            name: name.into(),
            gate: gate.or_else(|| known?.gate.clone()),
            // A file that tells of renewals names one certificate several times.
            until: until.max(known.and_then(|known| known.until)),
        };
        let is_new = known.is_none();
        Arc::make_mut(person).certify(certificate);
        Ok(is_new)
    }
}
