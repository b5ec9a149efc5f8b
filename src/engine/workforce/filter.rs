//! Which people a map is about.

use crate::catalog::fold;
use crate::domain::{Column, Level, Organisation, Person, Position, PositionId, SiteId, SkillId, TeamId};
use std::collections::BTreeMap;

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
    /// With these letters in their name or code, whatever their case and accents; empty is anything. Who has not agreed to be seen is not
    /// found by them: numbers of one person are no numbers of many.
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
                && (called.is_empty() || person.consent.seen && fold(person.called()).contains(&*called))
        }
    }

    /// The organisation with what the people of a part of it are asked for: the seats of the positions that are there. Where a position belongs
    /// to no team or site, or people are chosen by what they can do or are called, only the seats that they hold count. Targets of the whole
    /// say nothing of a part.
    #[must_use]
    pub fn needing(&self, part: &Organisation) -> Organisation {
        if *self == Self::default() {
            return part.clone();
        }
        let is_of_people = !self.skills.is_empty() || !self.called.is_empty();
        let is_there = |position: &&Position| {
            self.position.as_ref().is_none_or(|id| *id == position.id)
                && (self.site.is_none() || position.site.is_none() || self.site == position.site)
                && (self.team.is_none() || position.team.is_none() || self.team == position.team)
        };
        let mut positions: Vec<_> = part.positions.iter().filter(is_there).cloned().collect();
        let mut holders: BTreeMap<&PositionId, u32> = BTreeMap::new();
        for id in part.people.iter().filter_map(|person| person.position.as_ref()) {
            *holders.entry(id).or_default() += 1;
        }
        let is_nowhere = |position: &Position| {
            (self.team.is_some() && position.team.is_none()) || (self.site.is_some() && position.site.is_none())
        };
        for position in positions.iter_mut().filter(|position| is_of_people || is_nowhere(position)) {
            position.seats = holders.get(&position.id).copied().unwrap_or_default();
            position.seats_then = position.seats_then.min(position.seats);
        }
        Organisation { positions, targets: Vec::new(), ..part.clone() }
    }
}
