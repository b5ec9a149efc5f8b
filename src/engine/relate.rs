//! Which skills are a head start on which: reckoned once for a catalogue, and kept in it.

use crate::catalog::Catalog;
use crate::domain::{Need, Relation, SkillIx, sorted};

/// The most neighbours that a skill keeps.
const KEPT: usize = 12;
/// What a full overlap of the roles that ask for two skills is worth: less than what a catalogue says itself. *Default.*
const SHARED_ROLES: f32 = 0.5;
/// A head start below this one is not worth a line.
const LEAST: f32 = 0.15;
/// A skill of fewer roles overlaps by chance.
const LEAST_ROLES: usize = 3;

/// Fills `Catalog::neighbours` (engine.md 3): for each skill those that help towards it, the strongest first, the lower
/// place first among equals.
///
/// What the catalogue says goes before what its roles show. Roles show that two skills are used side by side: the cosine
/// of the two lists of roles that ask for them, times 0.5. A skill that cannot be trained helps nowhere.
/// Skills in no role, or in fewer than three, have the neighbours that the catalogue names.
pub fn relate(catalog: &mut Catalog) {
    let by_skill = roles_by_skill(catalog);
    let mut shared = vec![0u32; catalog.skills.len()];
    let neighbours = (0..catalog.skills.len()).map(|at| neighbours(catalog, &by_skill, &mut shared, at)).collect();
    catalog.neighbours = neighbours;
}

/// For each skill, the places of the roles that ask for it.
fn roles_by_skill(catalog: &Catalog) -> Vec<Vec<u32>> {
    let mut found = vec![Vec::new(); catalog.skills.len()];
    for (role, place) in catalog.roles.iter().zip(0..).filter(|(role, _)| role.estimated_from.is_empty()) {
        for asked in role.requirements.iter().filter(|asked| asked.need != Need::Background) {
            if let Some(roles) = found.get_mut(asked.skill.at()) {
                roles.push(place);
            }
        }
    }
    found
}

/// `shared` is all zeros before and after.
fn neighbours(catalog: &Catalog, by_skill: &[Vec<u32>], shared: &mut [u32], at: usize) -> Vec<Relation> {
    let Some(skill) = catalog.skills.get(at) else { return Vec::new() };
    let mut found = skill.related.clone();
    let mine = by_skill.get(at).map_or(&[][..], Vec::as_slice);
    if mine.len() >= LEAST_ROLES {
        let beside = |role: &u32| catalog.roles.get(*role as usize).map_or(&[][..], |role| &role.requirements);
        let asked = || mine.iter().flat_map(beside).filter(|asked| asked.need != Need::Background);
        let mut touched: Vec<SkillIx> = Vec::new();
        for other in asked().map(|asked| asked.skill) {
            let Some(count) = shared.get_mut(other.at()) else { continue };
            if *count == 0 {
                touched.push(other);
            }
            *count += 1;
        }
        for other in touched {
            let common = std::mem::take(&mut shared[other.at()]) as f32;
            let theirs = by_skill[other.at()].len();
            let strength = SHARED_ROLES * common / ((mine.len() * theirs) as f32).sqrt();
            let is_known = skill.related.iter().any(|known| known.skill == other);
            let can_help = catalog.skill(other).is_some_and(|other| other.trainable);
            if other.at() != at && !is_known && can_help && theirs >= LEAST_ROLES && strength >= LEAST {
                found.push(Relation { skill: other, strength });
            }
        }
    }
    let mut found = sorted(found, |a, b| b.strength.total_cmp(&a.strength).then(a.skill.cmp(&b.skill)));
    found.truncate(KEPT);
    found
}
