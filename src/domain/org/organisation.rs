//! The one document of an organisation.

use super::super::{PersonId, PositionId, SiteId, SkillId, TeamId};
use super::{
    Column, Contract, Contribution, Person, PersonOverrule, Position, Programme, Provenance, Scenario, SkillTarget,
    Snapshot,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most skills that an organisation has ratings in.
pub const MOST_SKILLS: usize = u16::MAX as usize;

/// Everything that is kept of an organisation. It is saved, exported and undone as a whole.
///
/// People are shared between versions of the document, so that a step that can be undone does not copy all of them.
/// 200,000 people with 22 ratings each, their wishes and their groups take about 165 MB on 64 bits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// Its name.
    pub name: Box<str>,
    /// Its people, in order of their ids.
    pub people: Vec<Arc<Person>>,
    /// Its positions, in order of their ids.
    pub positions: Vec<Position>,
    /// What its teams are called.
    pub teams: BTreeMap<TeamId, Box<str>>,
    /// What its sites are called.
    pub sites: BTreeMap<SiteId, Box<str>>,
    /// The skills that people are rated in, each once: ratings name them by their [`Column`]. The list only grows.
    pub skills: Vec<SkillId>,
    /// What skills are called that no catalogue has.
    pub own_skills: BTreeMap<SkillId, Box<str>>,
    /// How many people should be at which level, by skill and level.
    pub targets: Vec<SkillTarget>,
    /// The day that "then" means in seats and targets.
    pub horizon: Option<NaiveDate>,
    /// What might be, by name.
    pub scenarios: Vec<Scenario>,
    /// Who mentors whom, by mentor and mentee.
    pub contracts: Vec<Contract>,
    /// Programmes that were kept, by name.
    pub programmes: Vec<Programme>,
    /// What people, or those who answer for them, have said of their verdicts, oldest first.
    pub overrules: BTreeMap<PersonId, Vec<PersonOverrule>>,
    /// How it stood on past days, oldest first.
    pub snapshots: Vec<Snapshot>,
    /// What sites have given of themselves, by site and day.
    pub contributions: Vec<Contribution>,
    /// The constants that were set, by name.
    pub policy: BTreeMap<Box<str>, f64>,
    /// What was written beside numbers of its own, by the names of the constants.
    pub provenances: BTreeMap<Box<str>, Provenance>,
}

impl Organisation {
    /// Whether nothing has been entered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        let at = self.people.binary_search_by(|person| person.id.cmp(id)).ok()?;
        self.people.get(at).map(Arc::as_ref)
    }

    /// The position with this id.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        let at = self.positions.binary_search_by(|position| position.id.cmp(id)).ok()?;
        self.positions.get(at)
    }

    /// The column of a skill; none where nobody is rated in it. It looks through all columns: for many, see [`Self::columns`].
    #[must_use]
    pub fn column(&self, skill: &SkillId) -> Option<Column> {
        let at = self.skills.iter().position(|known| known == skill)?;
        u16::try_from(at).ok().map(Column)
    }

    /// The column of every skill.
    ///
    /// ```
    /// use skillstead::domain::{Column, Organisation, SkillId};
    /// let bakery = Organisation { skills: vec!["oven".into(), "dough".into()], ..Organisation::default() };
    /// assert_eq!(bakery.columns()[&SkillId::from("dough")], Column(1));
    /// assert_eq!(bakery.column(&"till".into()), None);
    /// ```
    #[must_use]
    pub fn columns(&self) -> BTreeMap<&SkillId, Column> {
        self.skills.iter().zip(0..=u16::MAX).map(|(skill, at)| (skill, Column(at))).collect()
    }
}
