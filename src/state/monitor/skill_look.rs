//! What is known of one skill: who says what, what shows it, and how fresh it is.

use super::Monitor;
use crate::catalog::Catalog;
use crate::domain::{Evidence, Level, Note, Said, SkillId};
use crate::engine::{
    Asked, Estimate, Opinion, Recheck, asked, disagree, estimate, half_life, known, opinions, recheck,
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// One skill.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillLook {
    /// What is said of it now.
    pub opinions: Vec<Opinion>,
    /// The estimate from that.
    pub estimate: Option<Estimate>,
    /// Whether two of them are two levels or more apart.
    pub disagree: bool,
    /// How fresh it is, and when another look is due.
    pub recheck: Option<Recheck>,
    /// What shows it, with its place in the record.
    pub evidence: Vec<(usize, Evidence)>,
    /// What others have said, with its place in the record and its day.
    pub said: Vec<(usize, NaiveDate, Said)>,
    /// Questions on it, and what became of them.
    pub asked: Vec<Asked>,
    /// The level that the answers show.
    pub known: Option<Level>,
}

impl Monitor {
    /// What is known of a skill today; none where the record cannot be read.
    #[must_use]
    pub fn skill(self, catalog: &Catalog, id: &SkillId) -> Option<SkillLook> {
        let record = self.record.get()?;
        let today = self.app.today;
        let half_life = catalog.find_skill(id).and_then(|place| catalog.skill(place)).map(half_life)?;
        let workspace = self.app.workspace.read();
        let opinions = opinions(&workspace, &record, id, today);
        let recheck = recheck(&workspace, &record, id, half_life, today);
        let freshness = recheck.map_or(1.0, |check| check.freshness);
        let asked = asked(&record, id);
        let mut look = SkillLook {
            estimate: estimate(&opinions, freshness),
            disagree: disagree(&opinions),
            opinions,
            recheck,
            evidence: Vec::new(),
            said: Vec::new(),
            known: known(&asked),
            asked,
        };
        for (at, entry) in record.holding() {
            match &entry.note {
                Note::Shown(shown) if shown.skill == *id => look.evidence.push((at, shown.clone())),
                Note::Said(said) if said.skill == *id => look.said.push((at, entry.on, said.clone())),
                _ => {}
            }
        }
        Some(look)
    }
}
