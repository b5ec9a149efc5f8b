//! Occupations that O*NET names but has not rated yet ask for what their closest rated neighbours ask for, on average.

use crate::domain::{Level, Need, Requirement, Role, RoleId, SkillIx, Weight};
use std::collections::BTreeMap;

/// How much of a code two neighbours share, closest first: the same occupation in detail, broad occupation, minor group.
const SHARED: [usize; 3] = ["15-2051".len(), "15-205".len(), "15-20".len()];

#[derive(Default)]
struct Sum {
    importance: f64,
    level: f64,
    is_must: bool,
}

/// Fills roles that ask for nothing, and names in `estimated_from` whose mean it is. One without rated neighbours stays
/// as it is.
pub(super) fn fill(roles: &mut [Role]) {
    let estimates: Vec<_> = (roles.iter().enumerate())
        .filter(|(_, role)| role.requirements.is_empty())
        .map(|(place, role)| (place, neighbours(roles, role)))
        .filter(|(_, neighbours)| !neighbours.is_empty())
        .map(|(place, neighbours)| (place, mean(&neighbours), ids(&neighbours)))
        .collect();
    for (place, requirements, estimated_from) in estimates {
        if let Some(role) = roles.get_mut(place) {
            role.requirements = requirements;
            role.estimated_from = estimated_from;
        }
    }
}

fn neighbours<'a>(roles: &'a [Role], role: &Role) -> Vec<&'a Role> {
    let code = role.onet_code.as_deref().unwrap_or_default();
    let sharing = |shared: usize| -> Vec<&'a Role> {
        let Some(start) = code.get(..shared) else { return Vec::new() };
        let is_near = |other: &&Role| other.onet_code.as_deref().is_some_and(|code| code.starts_with(start));
        roles.iter().filter(is_near).filter(|other| !other.requirements.is_empty()).collect()
    };
    SHARED.into_iter().map(sharing).find(|found| !found.is_empty()).unwrap_or_default()
}

fn ids(roles: &[&Role]) -> Vec<RoleId> {
    roles.iter().map(|role| role.id.clone()).collect()
}

/// The mean importance and level of each skill over the neighbours that rate it.
fn mean(neighbours: &[&Role]) -> Vec<Requirement> {
    let mut sums: BTreeMap<SkillIx, (f64, Sum)> = BTreeMap::new();
    for asked in neighbours.iter().flat_map(|role| &role.requirements) {
        let (n, sum) = sums.entry(asked.skill).or_default();
        *n += 1.0;
        sum.importance += asked.weight.value();
        sum.level += f64::from(u8::from(asked.level));
        sum.is_must |= asked.need == Need::Must;
    }
    let requirement = |(skill, (n, sum)): (SkillIx, (f64, Sum))| {
        let importance = sum.importance / n;
        let level = Level::try_from((sum.level / n).round() as u8).ok()?;
        let need = if importance < super::ratings::IMPORTANT {
            Need::Background
        } else if importance < super::ratings::VERY_IMPORTANT || !sum.is_must {
            Need::Nice
        } else {
            Need::Must
        };
        Some(Requirement { skill, level, weight: Weight::new(importance), need })
    };
    sums.into_iter().filter_map(requirement).collect()
}
