//! A learning activity a row.

use super::names::slug;
use super::row::{Bad, Row};
use super::{CellFault, Taking};
use crate::domain::{ActivityId, Kind, OwnActivity, Text};
use crate::exchange::sheets::guess::tidy;

impl Taking {
    pub(super) fn activity(&mut self, row: &Row<'_>) -> Result<bool, Bad> {
        let skill = self.needed(row, "skill")?.to_owned();
        let skill = self.named_skill(row, "skill", &skill)?;
        let name = Text::new(self.needed(row, "name")?, row.text("name_es"));
        let (from, to) = (self.needed(row, "from")?.to_owned(), self.needed(row, "to")?.to_owned());
        let (from, to) = (self.level(row, "from", &from)?, self.level(row, "to", &to)?);
        if from >= to {
            return Err(self.bad(row, "to", CellFault::NotUp));
        }
        let kind = tidy(row.text("kind"));
        let kind = match kind.as_str() {
            "" => Kind::Course,
            word => *Kind::ALL
                .iter()
                .find(|kind| is_kind(**kind, word))
                .ok_or_else(|| self.bad(row, "kind", CellFault::Word))?,
        };
        let hours = self.number(row, "hours", 1.0, 10_000.0)?;
        let hours = hours.ok_or_else(|| self.bad(row, "hours", CellFault::Empty))?.round() as u16;
        let weekly = self.number(row, "weekly", 1.0, 40.0)?.unwrap_or(5.0).round() as u8;
        let cost = self.number(row, "cost", 0.0, 10_000_000.0)?.unwrap_or(0.0).round() as u32;
        let id: ActivityId = match row.text("id") {
            "" => [skill.as_str(), "-", &slug(&name.en)].concat().into(),
            id => id.into(),
        };
        let is_new = !self.base.activities.contains_key(&id);
        let activity = OwnActivity { skill, from, to, kind, hours, weekly, cost, name };
        match self.taken.own.activities.insert(id, activity) {
            Some(_) => Err(self.bad(row, "name", CellFault::Repeated)),
            None => Ok(is_new),
        }
    }
}

/// "Reverse mentoring", "reverse-mentoring", and the Spanish words.
pub(super) fn is_kind(kind: Kind, word: &str) -> bool {
    let spanish = match kind {
        Kind::Course => "curso",
        Kind::Certificate => "certificado",
        Kind::Reading => "lectura",
        Kind::Project => "proyecto",
        Kind::Stretch => "reto",
        Kind::Shadowing => "observacion",
        Kind::Mentoring => "mentoria",
        Kind::ReverseMentoring => "mentoria inversa",
        Kind::Community => "comunidad",
        Kind::Teaching => "ensenanza",
    };
    word == spanish || word == kind.word().replace('-', " ")
}
