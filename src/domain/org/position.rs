//! What an organisation needs: positions with their seats, and levels that a number of people should have.

use super::super::{GateId, Level, PositionId, RoleId, SiteId, SkillId, TeamId, Weight};

/// A place to work in, with as many seats as people can hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Chosen once.
    pub id: PositionId,
    /// What it is called; empty where the role's name says it.
    pub title: Box<str>,
    /// The role of the catalogue that it is.
    pub role: Option<RoleId>,
    /// Its team.
    pub team: Option<TeamId>,
    /// Its site.
    pub site: Option<SiteId>,
    /// How many people it takes now.
    pub seats: u32,
    /// How many it takes at the horizon.
    pub seats_then: u32,
    /// What it asks, in order of the skills' ids, each skill once. Where empty it asks what its role asks.
    pub requirements: Vec<Asked>,
    /// What has to be held before any skill counts, beside what the role demands; each once, in order.
    pub gates: Vec<GateId>,
}

/// What a position asks of a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The skill.
    pub skill: SkillId,
    /// The level.
    pub level: Level,
    /// How much it matters, from 1 to 5.
    pub weight: Weight,
    /// Whether the work cannot be done without it.
    pub must: bool,
}

/// "At least so many people at this level of that skill."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillTarget {
    /// The skill.
    pub skill: SkillId,
    /// The level that counts.
    pub level: Level,
    /// How many people now.
    pub now: u32,
    /// How many at the horizon.
    pub then: u32,
}

impl Position {
    /// A position of one seat that asks nothing.
    #[must_use]
    pub fn new(id: PositionId) -> Self {
        Self {
            id,
            title: Box::default(),
            role: None,
            team: None,
            site: None,
            seats: 1,
            seats_then: 1,
            requirements: Vec::new(),
            gates: Vec::new(),
        }
    }
}
