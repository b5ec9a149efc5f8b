//! Reference data: skills, roles and activities, with the lookups and the search over them. No user data.

mod builder;
mod calibration;
mod gates;
mod own;
mod pack;
mod problems;
mod role_words;
mod search;
mod text;

pub use builder::CatalogBuilder;
pub use calibration::{Calibration, Cuts, PARTS, Scale};
pub use gates::GateFile;
pub use own::{over, own_of, own_role, own_skill};
pub use pack::{PackError, Unpacking, pack, unpack};
pub use problems::{Problem, problems};
pub use role_words::RoleWords;
pub use search::{Hit, SearchIndex, fold, fold_decomposed, fold_plain};
pub use text::{RoleFile, SkillFile, TextError, from_text};

use crate::domain::{
    Activity, ActivityId, Family, Relation, Role, RoleId, Schooling, Skill, SkillGroup, SkillId, SkillIx, Technology,
    map_of, sorted,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One catalogue: the starter, or an official framework that a person has loaded.
///
/// Made by a [`CatalogBuilder`] or by [`unpack`]; immutable from then on, and shared by reference.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// Where it is from.
    pub source: Source,
    /// Groups of skills.
    pub groups: Vec<SkillGroup>,
    /// Skills; a [`SkillIx`] is a place in this list.
    pub skills: Vec<Skill>,
    /// Families of roles.
    pub families: Vec<Family>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Activities, in the order of their skills.
    pub activities: Vec<Activity>,
    /// The tools and programs that roles name.
    pub technologies: Vec<Technology>,
    /// The kinds of schooling that roles name, from the least to the most.
    pub schooling: Vec<Schooling>,
    /// How alike its roles are, as measured on themselves.
    pub calibration: Calibration,
    /// For each skill, those that are a head start on it; what the catalogue names, until `engine::relate` adds to it.
    pub neighbours: Vec<Vec<Relation>>,
    /// The words that each role is written with.
    pub role_words: RoleWords,
    /// The search over every title of the roles.
    pub titles: SearchIndex,
    /// The search over every name of the skills.
    pub skill_names: SearchIndex,
    skill_places: BTreeMap<SkillId, SkillIx>,
    role_places: BTreeMap<RoleId, usize>,
    activity_places: BTreeMap<ActivityId, usize>,
    /// The skills of each group, by the group's place.
    group_members: Vec<Vec<SkillIx>>,
}

/// Where a catalogue is from, to be shown beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A short word that also begins the ids of an imported catalogue, for example `onet`.
    pub key: Box<str>,
    /// Its own name.
    pub name: Box<str>,
    /// Its version, as it says itself.
    pub version: Box<str>,
    /// Its licence.
    pub licence: Box<str>,
    /// The words that its licence asks to be shown.
    pub attribution: Box<str>,
    /// Tables that a full download has and this one had not.
    pub missing: Vec<Box<str>>,
    /// How many rows were read of each table.
    pub rows: Vec<(Box<str>, u32)>,
}

impl Catalog {
    /// The skill at a place of this catalogue, or `None` where the place is another catalogue's.
    #[must_use]
    pub fn skill(&self, place: SkillIx) -> Option<&Skill> {
        self.skills.get(place.at())
    }

    /// The place of the skill with this id, or `None` where the catalogue does not have it.
    #[must_use]
    pub fn find_skill(&self, id: &SkillId) -> Option<SkillIx> {
        self.skill_places.get(id).copied()
    }

    /// The place of the role with this id, or `None` where the catalogue does not have it.
    #[must_use]
    pub fn role_place(&self, id: &RoleId) -> Option<usize> {
        self.role_places.get(id).copied()
    }

    /// The role with this id, or `None` where the catalogue does not have it.
    #[must_use]
    pub fn find_role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.get(self.role_place(id)?)
    }

    /// The activity with this id, or `None` where the catalogue does not have it.
    #[must_use]
    pub fn find_activity(&self, id: &ActivityId) -> Option<&Activity> {
        self.activities.get(*self.activity_places.get(id)?)
    }

    /// The role that stands for the same work under this O*NET-SOC code: it joins catalogues.
    #[must_use]
    pub fn find_role_by_onet_code(&self, code: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.onet_code.as_deref() == Some(code))
    }

    /// The skills of a group, by its place, in the order of the catalogue; none where there is no such group.
    #[must_use]
    pub fn skills_in(&self, group: u16) -> &[SkillIx] {
        self.group_members.get(usize::from(group)).map_or(&[], Vec::as_slice)
    }

    /// The activities that raise a skill, in the order of the catalogue.
    pub fn activities_for(&self, skill: SkillIx) -> impl Iterator<Item = &Activity> {
        let start = self.activities.partition_point(|activity| activity.skill < skill);
        self.activities[start..].iter().take_while(move |activity| activity.skill == skill)
    }

    /// Fills the lookups from the lists.
    fn with_places(mut self) -> Self {
        self.activities = sorted(self.activities, |a, b| (a.skill, a.from, &a.id).cmp(&(b.skill, b.from, &b.id)));
        self.group_members = vec![Vec::new(); self.groups.len()];
        for (place, skill) in (0..).map(SkillIx).zip(&self.skills) {
            if let Some(members) = self.group_members.get_mut(usize::from(skill.group)) {
                members.push(place);
            }
        }
        let places = (0..).map(SkillIx);
        self.skill_places = map_of(self.skills.iter().map(|skill| skill.id.clone()).zip(places));
        self.role_places = map_of(self.roles.iter().map(|role| role.id.clone()).zip(0..));
        self.activity_places = map_of(self.activities.iter().map(|activity| activity.id.clone()).zip(0..));
        self
    }
}
