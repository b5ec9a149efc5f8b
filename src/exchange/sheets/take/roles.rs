//! A role, a requirement or a task of one a row.

use super::names::named_family;
use super::row::{Bad, Row, fill};
use super::{CellFault, Taking};
use crate::domain::{Marks, Need, OwnRequirement, OwnRole, RoleId, SkillId, Task, Text, Weight};
use crate::exchange::sheets::guess::tidy;

impl Taking {
    pub(super) fn role(&mut self, row: &Row<'_>) -> Result<bool, Bad> {
        let id = self.role_id(row);
        let before = self.base.roles.get(&id).cloned();
        let is_new = before.is_none();
        if is_new {
            self.needed(row, "name")?;
        }
        if self.taken.own.roles.contains_key(&id) {
            return Err(self.bad(row, if row.text("id").is_empty() { "name" } else { "id" }, CellFault::Repeated));
        }
        let mut role: OwnRole = before.unwrap_or_default();
        fill(&mut role.name.en, row.text("name"));
        fill(&mut role.name.es, row.text("name_es"));
        fill(&mut role.about.en, row.text("about"));
        fill(&mut role.about.es, row.text("about_es"));
        if let Some(family) = named_family(row, &self.base.families, &mut self.taken.own.families) {
            role.family = Some(family);
        }
        if let Some(zone) = self.number(row, "zone", 1.0, 5.0)? {
            role.zone = Some(zone as u8);
        }
        for (code, key) in [(&mut role.onet_code, "onet"), (&mut role.isco_code, "isco")] {
            if !row.text(key).is_empty() {
                *code = Some(row.text(key).into());
            }
        }
        if let Some(titles) = row.list("other_titles") {
            role.also = titles.into_iter().map(Into::into).collect();
        }
        self.taken.own.roles.insert(id, role);
        Ok(is_new)
    }

    /// The role of a row, ready to be changed.
    pub(super) fn role_mut(&mut self, id: &RoleId) -> &mut OwnRole {
        let before = self.base.roles.get(id);
        self.taken.own.roles.entry(id.clone()).or_insert_with(|| before.cloned().unwrap_or_default())
    }

    pub(super) fn requirement(&mut self, row: &Row<'_>) -> Result<bool, Bad> {
        let role = self.named_role(row)?;
        let skill = self.needed(row, "skill")?.to_owned();
        let skill = self.named_skill(row, "skill", &skill)?;
        let level = self.needed(row, "level")?.to_owned();
        let level = self.level(row, "level", &level)?;
        let weight = Weight::new(self.number(row, "weight", 1.0, 5.0)?.unwrap_or(3.0));
        let need = match tidy(row.text("need")).as_str() {
            "must" | "yes" | "si" | "x" | "true" | "essential" | "esencial" | "imprescindible" | "obligatorio" => {
                Need::Must
            }
            "" | "nice" | "no" | "false" | "optional" | "opcional" | "deseable" => Need::Nice,
            "background" | "fondo" => Need::Background,
            _ => return Err(self.bad(row, "need", CellFault::Word)),
        };
        let is_first =
            self.asked.range((role.clone(), SkillId::from(""))..).next().is_none_or(|(other, _)| *other != role);
        if !self.asked.insert((role.clone(), skill.clone())) {
            return Err(self.bad(row, "skill", CellFault::Repeated));
        }
        let asked = &mut self.role_mut(&role).requirements;
        if is_first {
            asked.clear();
        }
        asked.insert(skill, OwnRequirement { level, weight, need });
        Ok(true)
    }

    pub(super) fn task(&mut self, row: &Row<'_>) -> Result<bool, Bad> {
        let role = self.named_role(row)?;
        let name = Text::new(self.needed(row, "name")?, row.text("name_es"));
        let share = self.number(row, "share", 0.0, 100.0)?.unwrap_or(0.0).round() as u8;
        let marks = match row.text("marks") {
            "" => None,
            cell => {
                let numbers: Vec<u8> = cell.split([' ', ';']).filter_map(|mark| mark.parse().ok()).collect();
                let marks = <[u8; 7]>::try_from(numbers).ok().and_then(|marks| Marks::try_from(marks).ok());
                Some(marks.ok_or_else(|| self.bad(row, "marks", CellFault::Number))?)
            }
        };
        let is_first = self.tasked.insert(role.clone());
        let tasks = &mut self.role_mut(&role).tasks;
        if is_first {
            tasks.clear();
        }
        tasks.push(Task { name, share, marks });
        Ok(true)
    }
}
