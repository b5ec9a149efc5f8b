//! How much a skill that is held helps towards one that is asked for.

use super::{Policy, Standing};
use crate::catalog::Catalog;
use crate::domain::{Level, SkillIx};

/// The best neighbour of a skill, and its credit `a` of engine.md 3, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neighbour {
    /// The skill that helps.
    pub skill: SkillIx,
    /// How much: its strength, times how far it reaches towards the level that is asked.
    pub credit: f64,
}

/// The neighbour that helps most towards `skill` at level `asked`: among the neighbours of the catalogue, and where it names
/// no relation of its own in the same group too. `None` where nothing helps, or where nothing is asked. The lower place wins a tie.
#[must_use]
pub fn neighbour(
    catalog: &Catalog,
    standing: &Standing,
    skill: SkillIx,
    asked: Level,
    policy: &Policy,
) -> Option<Neighbour> {
    let here = catalog.skill(skill)?;
    if asked == Level::NONE {
        return None;
    }
    let credit = |other: SkillIx, strength: f64| {
        let reach = (standing.level(other).value() / asked.value()).min(1.0);
        Neighbour { skill: other, credit: strength * reach }
    };
    let known = catalog.neighbours.get(skill.at()).map_or(&[][..], Vec::as_slice);
    let known = known.iter().map(|link| credit(link.skill, f64::from(link.strength)));
    let group = if here.related.is_empty() { catalog.skills_in(here.group) } else { &[] };
    let can_help = |place: &SkillIx| *place != skill && catalog.skill(*place).is_some_and(|other| other.trainable);
    let in_group = group.iter().copied().filter(can_help).map(|place| credit(place, policy.same_group));
    let best = |found: Option<Neighbour>, next: Neighbour| match found {
        Some(found) if found.credit >= next.credit => Some(found),
        _ => Some(next).filter(|next| next.credit > 0.0).or(found),
    };
    in_group.chain(known).fold(None, best)
}
