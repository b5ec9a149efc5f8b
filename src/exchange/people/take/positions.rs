//! A position, or a requirement of one, a row.

use super::Taking;
use super::row::{Bad, Row, Table};
use crate::domain::{Asked, Position, PositionId, Weight};
use crate::exchange::sheets::CellFault;

/// More people than this hold no position.
const MOST_SEATS: f64 = 1e6;

/// How firmly something is asked.
const MUSTS: [(&str, bool); 14] = [
    ("must", true),
    ("yes", true),
    ("true", true),
    ("x", true),
    ("1", true),
    ("si", true),
    ("obligatorio", true),
    ("imprescindible", true),
    ("nice", false),
    ("no", false),
    ("false", false),
    ("0", false),
    ("deseable", false),
    ("opcional", false),
];

impl Taking<'_> {
    /// Positions, and how many of them are new and how many were there.
    pub(super) fn positions(&mut self, table: &Table<'_>) -> (usize, usize) {
        let (mut new, mut changed) = (0, 0);
        for row in table.rows() {
            match self.position_row(row) {
                Ok(true) => new += 1,
                Ok(false) => changed += 1,
                Err(Bad) if self.is_over() => break,
                Err(Bad) => {}
            }
        }
        (new, changed)
    }

    fn position_row(&mut self, row: Row<'_, '_>) -> Result<bool, Bad> {
        let (id, title) = (row.text("id"), row.text("title"));
        let key = if id.is_empty() { "title" } else { "id" };
        let name = self.needed(row, key)?;
        let place = (self.team(row.text("team")), self.site(row.text("site")));
        let known = match key {
            "id" => self.positions.get(&PositionId::from(name)).copied(),
            _ => self.position_at(name, (&place.0, &place.1)),
        };
        if known.is_some_and(|at| !self.told_positions.insert(at)) {
            return Err(self.bad(row, key, CellFault::Repeated));
        }
        let before = known.and_then(|at| self.taken.organisation.positions.get(at).cloned());
        let is_new = before.is_none();
        let new_id = || if id.is_empty() { self.free_position(title) } else { id.into() };
        let mut position = before.unwrap_or_else(|| Position::new(new_id()));
        if !title.is_empty() {
            position.title = title.into();
        }
        match row.text("role") {
            "" if is_new => position.role = self.role(title),
            "" => {}
            role => position.role = Some(self.role(role).ok_or_else(|| self.bad(row, "role", CellFault::Unknown))?),
        }
        position.team = place.0.or(position.team);
        position.site = place.1.or(position.site);
        let seats = self.number(row, "seats", 0.0, MOST_SEATS)?.map(|seats| seats.round() as u32);
        let then = self.number(row, "seats_then", 0.0, MOST_SEATS)?.map(|seats| seats.round() as u32);
        position.seats = seats.unwrap_or(position.seats);
        position.seats_then = then.or(seats.filter(|_| is_new)).unwrap_or(position.seats_then);
        if let Some(gates) = row.list("gates") {
            position.gates = gates.into_iter().map(Into::into).collect();
        }
        let at = self.put_position(position);
        self.told_positions.insert(at);
        Ok(is_new)
    }

    /// Requirements, and how many there are.
    pub(super) fn requirements(&mut self, table: &Table<'_>) -> (usize, usize) {
        let mut new = 0;
        for row in table.rows() {
            match self.requirement(row) {
                Ok(()) => new += 1,
                Err(Bad) if self.is_over() => break,
                Err(Bad) => {}
            }
        }
        for position in &mut self.taken.organisation.positions {
            position.requirements.sort_by(|a, b| a.skill.cmp(&b.skill));
        }
        (new, 0)
    }

    fn requirement(&mut self, row: Row<'_, '_>) -> Result<(), Bad> {
        let position = self.needed(row, "position")?;
        let at = self.known_position(position).ok_or_else(|| self.bad(row, "position", CellFault::Unknown))?;
        let skill = self.needed(row, "skill")?;
        let column = self.column(skill).ok_or_else(|| self.bad(row, "skill", CellFault::Unknown))?;
        let level = self.needed(row, "level")?;
        let level = self.level(level).ok_or_else(|| self.bad(row, "level", CellFault::Number))?;
        let weight = Weight::new(self.number(row, "weight", 1.0, 5.0)?.unwrap_or(3.0));
        let must = self.word(row, "must", &MUSTS)?.unwrap_or(false);
        let Some(skill) = column.and_then(|column| self.taken.organisation.skills.get(column.at()).cloned()) else {
            return Ok(());
        };
        let is_first = self.asked.range((at, "".into())..).next().is_none_or(|(other, _)| *other != at);
        if !self.asked.insert((at, skill.clone())) {
            return Err(self.bad(row, "skill", CellFault::Repeated));
        }
        if let Some(position) = self.taken.organisation.positions.get_mut(at) {
            if is_first {
                position.requirements.clear();
            }
            position.requirements.push(Asked { skill, level, weight, must });
        }
        Ok(())
    }
}
