//! A base catalogue with what its people have made of it, and back.

use super::{Catalog, CatalogBuilder};
use crate::domain::{
    Activity, ActivityId, Family, FamilyId, GroupId, Own, OwnActivity, OwnRequirement, OwnRole, OwnSkill, Prerequisite,
    Profile, Relation, Requirement, Role, RoleId, Skill, SkillGroup, SkillId, SkillIx, Text, map_of, sorted,
};
use std::collections::BTreeMap;

/// The base with `own` laid over it; what `own` leaves out is not in it, and what points nowhere goes with it.
///
/// Entries keep their place where the base has them; new ones follow in the order of their ids. A skill or role without a
/// group or family stands in one called "Other". Cuts and neighbours are to be reckoned anew: see `engine::prepare`.
///
/// ```
/// use skillstead::catalog::{CatalogBuilder, over};
/// use skillstead::domain::{Own, OwnRole, Text};
/// let mut own = Own::default();
/// own.roles.insert("kite-mender".into(), OwnRole { name: Text::english("Kite mender"), ..OwnRole::default() });
/// let catalog = over(&CatalogBuilder::default().build(), &own);
/// assert_eq!(catalog.find_role(&"kite-mender".into()).unwrap().name.en.as_ref(), "Kite mender");
/// ```
#[must_use]
pub fn over(base: &Catalog, own: &Own) -> Catalog {
    let mut all = own_of(base);
    all.take_in(own.clone());
    for (skill, into) in &own.retired_skills {
        all.skills.remove(skill);
        if let Some(into) = into {
            all.roles.values_mut().for_each(|role| merge(role, skill, into));
        }
    }
    own.retired_roles.iter().for_each(|role| drop(all.roles.remove(role)));
    own.retired_activities.iter().for_each(|activity| drop(all.activities.remove(activity)));
    let estimates = base.roles.iter().map(|role| (&role.id, (role.profile.clone(), role.estimated_from.clone())));
    let mut indexed = Indexed::of(base, &all, map_of(estimates));
    indexed.lists.source = base.source.clone();
    indexed.lists.technologies = base.technologies.clone();
    indexed.lists.schooling = base.schooling.clone();
    indexed.lists.build()
}

/// What was asked of `skill` is asked of `into`: the higher level, the greater weight, the firmer need.
fn merge(role: &mut OwnRole, skill: &SkillId, into: &SkillId) {
    let Some(asked) = role.requirements.remove(skill) else { return };
    role.requirements
        .entry(into.clone())
        .and_modify(|other| {
            other.level = other.level.max(asked.level);
            other.weight = other.weight.max(asked.weight);
            other.need = other.need.min(asked.need);
        })
        .or_insert(asked);
}

/// Every entry of a catalogue by its ids: to be changed, or to be written into sheets.
#[must_use]
pub fn own_of(catalog: &Catalog) -> Own {
    let activities = catalog.activities.iter();
    let activities = activities.filter_map(|activity| Some((activity.id.clone(), own_activity(catalog, activity)?)));
    Own {
        groups: map_of(catalog.groups.iter().map(|group| (group.id.clone(), group.name.clone()))),
        families: map_of(catalog.families.iter().map(|family| (family.id.clone(), family.name.clone()))),
        skills: map_of(catalog.skills.iter().map(|skill| (skill.id.clone(), own_skill(catalog, skill)))),
        roles: map_of(catalog.roles.iter().map(|role| (role.id.clone(), own_role(catalog, role)))),
        activities: map_of(activities),
        ..Own::default()
    }
}

/// A skill by ids.
#[must_use]
pub fn own_skill(catalog: &Catalog, skill: &Skill) -> OwnSkill {
    let id = |place: SkillIx| catalog.skill(place).map(|skill| skill.id.clone());
    let mut levels: [Text; 5] = Default::default();
    levels.iter_mut().zip(&skill.levels).for_each(|(level, text)| *level = text.clone());
    OwnSkill {
        group: catalog.groups.get(usize::from(skill.group)).map(|group| group.id.clone()),
        name: skill.name.clone(),
        also: skill.also.iter().map(|name| name.en.clone()).collect(),
        about: skill.about.clone(),
        levels,
        breadth: skill.breadth,
        flags: skill.flags,
        untrainable: !skill.trainable,
        related: skill.related.iter().filter_map(|link| Some((id(link.skill)?, percent(link.strength)))).collect(),
        prerequisites: (skill.prerequisites.iter())
            .filter_map(|first| Some((first.level, id(first.skill)?, first.at_least)))
            .collect(),
    }
}

fn percent(strength: f32) -> u8 {
    (strength * 100.0).round().clamp(0.0, 100.0) as u8
}

/// A role by ids.
#[must_use]
pub fn own_role(catalog: &Catalog, role: &Role) -> OwnRole {
    let asked = role.requirements.iter().filter_map(|asked| {
        let Requirement { level, weight, need, .. } = *asked;
        Some((catalog.skill(asked.skill)?.id.clone(), OwnRequirement { level, weight, need }))
    });
    OwnRole {
        family: catalog.families.get(usize::from(role.family)).map(|family| family.id.clone()),
        name: role.name.clone(),
        also: role.also.iter().map(|title| title.en.clone()).collect(),
        about: role.about.clone(),
        zone: role.zone,
        onet_code: role.onet_code.clone(),
        isco_code: role.isco_code.clone(),
        tasks: role.tasks.clone(),
        requirements: map_of(asked),
    }
}

fn own_activity(catalog: &Catalog, activity: &Activity) -> Option<OwnActivity> {
    let Activity { from, to, kind, hours, weekly, cost, .. } = *activity;
    let skill = catalog.skill(activity.skill)?.id.clone();
    Some(OwnActivity { skill, from, to, kind, hours, weekly, cost, name: activity.name.clone() })
}

/// What a role of the base has beside what can be changed.
type Estimates<'a> = BTreeMap<&'a RoleId, (Profile, Vec<RoleId>)>;

/// Entries that get their places.
struct Indexed {
    lists: CatalogBuilder,
    skill_places: BTreeMap<SkillId, SkillIx>,
    group_places: BTreeMap<GroupId, u16>,
    family_places: BTreeMap<FamilyId, u16>,
}

impl Indexed {
    fn of(base: &Catalog, all: &Own, mut estimates: Estimates<'_>) -> Self {
        let skills = in_order(base.skills.iter().map(|skill| &skill.id), &all.skills);
        let roles = in_order(base.roles.iter().map(|role| &role.id), &all.roles);
        let activities = in_order(base.activities.iter().map(|activity| &activity.id), &all.activities);
        let groups = in_order(base.groups.iter().map(|group| &group.id), &all.groups);
        let families = in_order(base.families.iter().map(|family| &family.id), &all.families);
        let mut indexed = Self {
            skill_places: map_of(skills.iter().zip(0..).map(|((id, _), at)| ((*id).clone(), SkillIx(at)))),
            group_places: map_of(groups.iter().zip(0..).map(|((id, _), at)| ((*id).clone(), at))),
            family_places: map_of(families.iter().zip(0..).map(|((id, _), at)| ((*id).clone(), at))),
            lists: CatalogBuilder::default(),
        };
        let group = |(id, name): (&GroupId, &Text)| SkillGroup { id: id.clone(), name: name.clone() };
        let family = |(id, name): (&FamilyId, &Text)| Family { id: id.clone(), name: name.clone() };
        indexed.lists.groups = groups.into_iter().map(group).collect();
        indexed.lists.families = families.into_iter().map(family).collect();
        for (id, skill) in skills {
            let skill = indexed.skill(id, skill);
            indexed.lists.skills.push(skill);
        }
        for (id, role) in roles {
            let (profile, estimated_from) = estimates.remove(id).unwrap_or_default();
            let role = Role { profile, estimated_from, ..indexed.role(id, role) };
            indexed.lists.roles.push(role);
        }
        let activities = activities.into_iter().filter_map(|(id, activity)| indexed.activity(id, activity));
        indexed.lists.activities = activities.collect();
        indexed
    }

    fn place(&self, skill: &SkillId) -> Option<SkillIx> {
        self.skill_places.get(skill).copied()
    }

    fn skill(&mut self, id: &SkillId, skill: &OwnSkill) -> Skill {
        let related = skill.related.iter();
        let related = related.filter_map(|(id, strength)| {
            Some(Relation { skill: self.place(id)?, strength: f32::from(*strength) / 100.0 })
        });
        let first = skill.prerequisites.iter().filter_map(|(level, id, at_least)| {
            Some(Prerequisite { level: *level, skill: self.place(id)?, at_least: *at_least })
        });
        let has_levels = skill.levels.iter().any(|level| *level != Text::default());
        let made = Skill {
            id: id.clone(),
            group: 0,
            name: skill.name.clone(),
            also: skill.also.iter().map(|name| Text::english(name)).collect(),
            about: skill.about.clone(),
            levels: if has_levels { skill.levels.to_vec() } else { Vec::new() },
            breadth: skill.breadth,
            flags: skill.flags,
            trainable: !skill.untrainable,
            related: related.collect(),
            prerequisites: first.collect(),
        };
        Skill { group: self.group(skill.group.as_ref()), ..made }
    }

    /// The place of a group; that of "Other" where there is no such group.
    fn group(&mut self, id: Option<&GroupId>) -> u16 {
        if let Some(place) = id.and_then(|id| self.group_places.get(id)) {
            return *place;
        }
        *self.group_places.entry("other".into()).or_insert_with_key(|id| {
            self.lists.groups.push(SkillGroup { id: id.clone(), name: other() });
            (self.lists.groups.len() - 1) as u16
        })
    }

    fn family(&mut self, id: Option<&FamilyId>) -> u16 {
        if let Some(place) = id.and_then(|id| self.family_places.get(id)) {
            return *place;
        }
        *self.family_places.entry("other".into()).or_insert_with_key(|id| {
            self.lists.families.push(Family { id: id.clone(), name: other() });
            (self.lists.families.len() - 1) as u16
        })
    }

    fn role(&mut self, id: &RoleId, role: &OwnRole) -> Role {
        let asked = role.requirements.iter().filter_map(|(id, asked)| {
            let OwnRequirement { level, weight, need } = *asked;
            Some(Requirement { skill: self.place(id)?, level, weight, need })
        });
        let requirements = sorted(asked, |a, b| a.skill.cmp(&b.skill));
        Role {
            id: id.clone(),
            family: self.family(role.family.as_ref()),
            name: role.name.clone(),
            about: role.about.clone(),
            zone: role.zone,
            onet_code: role.onet_code.clone(),
            isco_code: role.isco_code.clone(),
            also: role.also.iter().map(|title| Text::english(title)).collect(),
            tasks: role.tasks.clone(),
            requirements,
            estimated_from: Vec::new(),
            profile: Profile::default(),
        }
    }

    fn activity(&self, id: &ActivityId, activity: &OwnActivity) -> Option<Activity> {
        let OwnActivity { from, to, kind, hours, weekly, cost, .. } = *activity;
        let skill = self.place(&activity.skill)?;
        Some(Activity { id: id.clone(), skill, from, to, kind, hours, weekly, cost, name: activity.name.clone() })
    }
}

fn other() -> Text {
    Text::new("Other", "Otras")
}

/// The entries that are there, those of the base first and in its order, then the others in the order of their ids.
fn in_order<'a, K: Ord, V>(base: impl Iterator<Item = &'a K>, all: &'a BTreeMap<K, V>) -> Vec<(&'a K, &'a V)> {
    let ranks: BTreeMap<&K, usize> = map_of(base.zip(0..));
    let rank = |id: &K| ranks.get(id).copied().unwrap_or(usize::MAX);
    sorted(all, |a, b| rank(a.0).cmp(&rank(b.0)))
}
