//! A skill a row.

use super::names::named_group;
use super::row::{Bad, Row, fill};
use super::{CellFault, Taking};
use crate::domain::{Breadth, OwnSkill};
use crate::exchange::sheets::guess::tidy;

impl Taking {
    pub(super) fn skill(&mut self, row: &Row<'_>) -> Result<bool, Bad> {
        let id = self.skill_id(row);
        let before = self.base.skills.get(&id).cloned();
        let is_new = before.is_none();
        if is_new {
            self.needed(row, "name")?;
        }
        if self.taken.own.skills.contains_key(&id) {
            return Err(self.bad(row, if row.text("id").is_empty() { "name" } else { "id" }, CellFault::Repeated));
        }
        let mut skill: OwnSkill = before.unwrap_or_default();
        fill(&mut skill.name.en, row.text("name"));
        fill(&mut skill.name.es, row.text("name_es"));
        fill(&mut skill.about.en, row.text("about"));
        fill(&mut skill.about.es, row.text("about_es"));
        for (at, level) in skill.levels.iter_mut().enumerate() {
            fill(&mut level.en, row.text(&format!("level_{}", at + 1)));
            fill(&mut level.es, row.text(&format!("level_{}_es", at + 1)));
        }
        if let Some(names) = row.list("other_names") {
            skill.also = names.into_iter().map(Into::into).collect();
        }
        if let Some(group) = named_group(row, &self.base.groups, &mut self.taken.own.groups) {
            skill.group = Some(group);
        }
        match tidy(row.text("breadth")).as_str() {
            "" => {}
            "tool" | "herramienta" => skill.breadth = Breadth::Tool,
            "skill" | "competencia" => skill.breadth = Breadth::Skill,
            "discipline" | "disciplina" => skill.breadth = Breadth::Discipline,
            _ => return Err(self.bad(row, "breadth", CellFault::Word)),
        }
        self.flags(row, &mut skill)?;
        self.links(row, &mut skill)?;
        self.taken.own.skills.insert(id, skill);
        Ok(is_new)
    }

    pub(super) fn flags(&mut self, row: &Row<'_>, skill: &mut OwnSkill) -> Result<(), Bad> {
        let Some(words) = row.list("flags") else { return Ok(()) };
        (skill.flags, skill.untrainable) = Default::default();
        for word in words {
            match tidy(&word).as_str() {
                "transferable" | "transferible" | "transversal" => skill.flags.transferable = true,
                "digital" => skill.flags.digital = true,
                "green" | "verde" => skill.flags.green = true,
                "digcomp" => skill.flags.digcomp = true,
                "untrainable" | "no entrenable" => skill.untrainable = true,
                _ => return Err(self.bad(row, "flags", CellFault::Word)),
            }
        }
        Ok(())
    }

    /// "statistics: 0.6; reporting: 0.4" and "2: spreadsheets: 1".
    pub(super) fn links(&mut self, row: &Row<'_>, skill: &mut OwnSkill) -> Result<(), Bad> {
        if let Some(parts) = row.list("related") {
            skill.related.clear();
            for part in parts {
                let (name, strength) = part.rsplit_once(':').unwrap_or((&part, "0.5"));
                let helper = self.named_skill(row, "related", name.trim())?;
                let strength = strength.trim().replace(',', ".").parse().ok().filter(|s: &f32| (0.0..=1.0).contains(s));
                let strength = strength.ok_or_else(|| self.bad(row, "related", CellFault::Number))?;
                skill.related.push((helper, (strength * 100.0).round() as u8));
            }
        }
        if let Some(parts) = row.list("prerequisites") {
            skill.prerequisites.clear();
            for part in parts {
                let cells = part.split_once(':').and_then(|(level, rest)| Some((level, rest.rsplit_once(':')?)));
                let (level, (name, at_least)) = cells.ok_or_else(|| self.bad(row, "prerequisites", CellFault::Word))?;
                let level = self.level(row, "prerequisites", level.trim())?;
                let first = self.named_skill(row, "prerequisites", name.trim())?;
                let at_least = self.level(row, "prerequisites", at_least.trim())?;
                skill.prerequisites.push((level, first, at_least));
            }
        }
        Ok(())
    }
}
