//! Makes a [`Catalog`] out of its lists.

use super::{Catalog, RoleWords, SearchIndex, Source};
use crate::domain::{Activity, Family, Role, Schooling, Skill, SkillGroup, Technology};

/// The lists of a catalogue before they are indexed.
///
/// ```
/// use skillstead::catalog::CatalogBuilder;
/// let empty = CatalogBuilder::default().build();
/// assert!(empty.roles.is_empty() && empty.titles.search("anything", 5).is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct CatalogBuilder {
    /// Where it is from.
    pub source: Source,
    /// Groups of skills.
    pub groups: Vec<SkillGroup>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Families of roles.
    pub families: Vec<Family>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Tools and programs.
    pub technologies: Vec<Technology>,
    /// Kinds of schooling.
    pub schooling: Vec<Schooling>,
}

impl CatalogBuilder {
    /// Indexes the lists. What points nowhere stays in and is named by [`problems`](super::problems).
    ///
    /// Cuts and neighbours are reckoned afterwards, by `engine::prepare`, which knows what similarity is.
    #[must_use]
    pub fn build(self) -> Catalog {
        let titles = SearchIndex::build(self.roles.iter().map(|role| (&role.name, role.also.as_slice())));
        let skill_names = SearchIndex::build(self.skills.iter().map(|skill| (&skill.name, skill.also.as_slice())));
        let role_words = RoleWords::count(&self.roles);
        let neighbours = self.skills.iter().map(|skill| skill.related.clone()).collect();
        Catalog {
            source: self.source,
            groups: self.groups,
            skills: self.skills,
            families: self.families,
            roles: self.roles,
            activities: self.activities,
            technologies: self.technologies,
            schooling: self.schooling,
            neighbours,
            role_words,
            titles,
            skill_names,
            ..Catalog::default()
        }
        .with_places()
    }
}
