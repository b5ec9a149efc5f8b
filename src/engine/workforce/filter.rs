//! Which people a map is about.

use crate::catalog::fold;
use crate::domain::{Column, Level, Organisation, Person, PositionId, SiteId, SkillId, TeamId};

/// What people have to be to be counted: all of what is said. By default everybody is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// In this team.
    pub team: Option<TeamId>,
    /// At this site.
    pub site: Option<SiteId>,
    /// In this position.
    pub position: Option<PositionId>,
    /// With these skills, each at its level or above.
    pub skills: Vec<(SkillId, Level)>,
    /// With these letters in their name or code, whatever their case and accents; empty is anything.
    pub called: Box<str>,
}

impl Filter {
    /// The test that a person has to pass. Nobody has a skill that the organisation does not know.
    pub fn test<'a>(&'a self, organisation: &Organisation) -> impl Fn(&Person) -> bool + use<'a> {
        let columns: Option<Vec<(Column, Level)>> =
            self.skills.iter().map(|(skill, level)| Some((organisation.column(skill)?, *level))).collect();
        let called = fold(&self.called);
        move |person| {
            let holds = |(column, level): &(Column, Level)| person.level(*column).is_some_and(|held| held >= *level);
            (self.team.is_none() || self.team == person.team)
                && (self.site.is_none() || self.site == person.site)
                && (self.position.is_none() || self.position == person.position)
                && columns.as_ref().is_some_and(|columns| columns.iter().all(holds))
                && (called.is_empty() || fold(person.called()).contains(&*called))
        }
    }
}
