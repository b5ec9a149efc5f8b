//! What an organisation needs, now and at its horizon (engine.md 8).

use super::{Asking, Decline, ExposureCuts, OrgPolicy, asking};
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, PositionId, Scenario, SkillId, SkillTarget};
use crate::engine::{Policy, exposure};
use std::collections::BTreeMap;

/// "So many people at this level of that skill", and where the number is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillNeed {
    /// The skill.
    pub skill: SkillId,
    /// The level.
    pub level: Level,
    /// Seats of positions that ask it at this level or above.
    pub seats: u32,
    /// What a target says; 0 where none does.
    pub target: u32,
}

impl SkillNeed {
    /// How many people there should be: the larger of the two numbers, since one person can answer to both.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.seats.max(self.target)
    }
}

/// How much a position is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionDemand {
    /// The position.
    pub position: PositionId,
    /// People who hold it.
    pub holders: u32,
    /// Seats now.
    pub seats: u32,
    /// Seats at the horizon.
    pub seats_then: u32,
    /// Seats at the horizon for each of its people: below 1 not all of them will be needed. None where nobody holds it.
    pub ratio: Option<f64>,
    /// How much of its role's work machines could do: the exposed and the protected share. None where the role has no marked tasks.
    pub exposed: Option<[f64; 2]>,
    /// Why it counts as declining, where it does.
    pub declines: Vec<Decline>,
}

impl PositionDemand {
    /// Seats that nobody holds now.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.seats.saturating_sub(self.holders)
    }
}

/// Everything that an organisation needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demand {
    /// Its positions, in their order.
    pub positions: Vec<PositionDemand>,
    /// Skills now, by skill and level.
    pub now: Vec<SkillNeed>,
    /// Skills at the horizon.
    pub then: Vec<SkillNeed>,
}

/// What an organisation needs. A scenario changes what is at the horizon alone: seats, targets, and who is still there; what it does
/// not name stays as it is. Who holds a position that is not there counts nowhere.
#[must_use]
pub fn demand(
    organisation: &Organisation,
    catalog: &Catalog,
    scenario: Option<&Scenario>,
    policy: &Policy,
    own: &OrgPolicy,
) -> Demand {
    let asked = asking(organisation, catalog);
    let cuts = ExposureCuts::of(catalog, policy, own);
    let mut holders = vec![0; organisation.positions.len()];
    let stays = |id| scenario.is_none_or(|scenario| !scenario.leavers.contains(id));
    for person in organisation.people.iter().filter(|person| stays(&person.id)) {
        let Some(position) = &person.position else { continue };
        if let Ok(at) = organisation.positions.binary_search_by(|known| known.id.cmp(position)) {
            holders[at] += 1;
        }
    }
    let positions = organisation.positions.iter().zip(holders).map(|(position, holders)| {
        let changed = scenario.and_then(|scenario| scenario.seats.get(&position.id).copied());
        let seats_then = changed.unwrap_or(position.seats_then);
        let ratio = (holders > 0).then(|| f64::from(seats_then) / f64::from(holders));
        let exposed = position.role.as_ref().and_then(|role| exposure(catalog.find_role(role)?, policy));
        let exposed = exposed.map(|exposed| [exposed.high, exposed.protected]);
        let fewer = ratio.filter(|ratio| *ratio < 1.0).map(|_| Decline::FewerSeats);
        let machines = cuts.filter(|cuts| exposed.is_some_and(|exposed| cuts.decline(exposed)));
        PositionDemand {
            position: position.id.clone(),
            holders,
            seats: position.seats,
            seats_then,
            ratio,
            exposed,
            declines: fewer.into_iter().chain(machines.map(|_| Decline::Exposed)).collect(),
        }
    });
    let positions: Vec<PositionDemand> = positions.collect();
    let now = |target: &SkillTarget| target.now;
    let then = |target: &SkillTarget| target.then;
    let seats = |of: fn(&PositionDemand) -> u32| positions.iter().map(of).zip(&asked);
    Demand {
        now: needs(seats(|position| position.seats), &organisation.targets, now),
        then: needs(seats(|position| position.seats_then), &targets_of(organisation, scenario), then),
        positions,
    }
}

/// The targets of an organisation with those of a scenario in their place, or beside them.
fn targets_of(organisation: &Organisation, scenario: Option<&Scenario>) -> Vec<SkillTarget> {
    let changed = scenario.map_or(&[][..], |scenario| &scenario.targets);
    let is_kept = |target: &&SkillTarget| {
        changed.iter().all(|other| (&other.skill, other.level) != (&target.skill, target.level))
    };
    organisation.targets.iter().filter(is_kept).chain(changed).cloned().collect()
}

/// For each skill and each level that is asked or aimed at: the seats that ask as much or more, and the target.
fn needs<'a>(
    seats: impl Iterator<Item = (u32, &'a Vec<Asking>)>,
    targets: &[SkillTarget],
    people: impl Fn(&SkillTarget) -> u32,
) -> Vec<SkillNeed> {
    let mut found: BTreeMap<(&SkillId, Level), (u32, u32)> = BTreeMap::new();
    for (seats, asked) in seats.filter(|(seats, _)| *seats > 0) {
        for asked in asked.iter().filter(|asked| asked.level > Level::NONE) {
            found.entry((&asked.skill, asked.level)).or_default().0 += seats;
        }
    }
    for target in targets.iter().filter(|target| people(target) > 0 && target.level > Level::NONE) {
        found.entry((&target.skill, target.level)).or_default().1 = people(target);
    }
    let mut needs: Vec<SkillNeed> = Vec::with_capacity(found.len());
    // From the highest level of a skill downwards: who is needed above is needed here too.
    for ((skill, level), (seats, target)) in found.into_iter().rev() {
        let above = needs.last().filter(|above| above.skill == *skill).map_or(0, |above| above.seats);
        needs.push(SkillNeed { skill: skill.clone(), level, seats: seats + above, target });
    }
    needs.reverse();
    needs
}
