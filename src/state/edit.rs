//! Changes to single entries of the starter catalogue: new, changed, copied from a framework, merged, left out.

use super::{AmendError, App};
use crate::catalog::{Catalog, fold, own_role, own_skill};
use crate::domain::{ActivityId, Need, Own, OwnActivity, OwnRole, OwnSkill, RoleId, SkillId, Text, map_of, set_of};
use leptos::prelude::*;
use std::sync::Arc;

impl App {
    /// The starter catalogue with what the person has made of it; none while it is loading.
    #[must_use]
    pub fn starter(self) -> Option<Arc<Catalog>> {
        self.library.with(|library| library.catalogs.first().filter(|first| &*first.source.key == "starter").cloned())
    }

    /// A role of the starter, to be changed.
    #[must_use]
    pub fn role_draft(self, id: &RoleId) -> Option<OwnRole> {
        let starter = self.starter()?;
        Some(own_role(&starter, starter.find_role(id)?))
    }

    /// A skill of the starter, to be changed.
    #[must_use]
    pub fn skill_draft(self, id: &SkillId) -> Option<OwnSkill> {
        let starter = self.starter()?;
        Some(own_skill(&starter, starter.skill(starter.find_skill(id)?)?))
    }

    /// Puts a role into the place of the one with this id.
    ///
    /// # Errors
    /// More than can be kept, or an own catalogue that cannot be read. The same for all below.
    pub fn save_role(self, id: RoleId, role: OwnRole) -> Result<(), AmendError> {
        self.amend(Own { roles: map_of([(id, role)]), ..Own::default() })
    }

    /// Puts a skill into the place of the one with this id.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn save_skill(self, id: SkillId, skill: OwnSkill) -> Result<(), AmendError> {
        self.amend(Own { skills: map_of([(id, skill)]), ..Own::default() })
    }

    /// Makes an empty role of this name; its id.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn new_role(self, name: &str) -> Result<RoleId, AmendError> {
        let is_taken = |id: &str| self.library.with_untracked(|library| library.with_role(&id.into()).is_some());
        let id = RoleId::from(free_id(name, is_taken));
        self.save_role(id.clone(), OwnRole { name: Text::english(name), ..OwnRole::default() })?;
        Ok(id)
    }

    /// Makes an empty skill of this name; its id.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn new_skill(self, name: &str) -> Result<SkillId, AmendError> {
        let is_taken = |id: &str| self.library.with_untracked(|library| library.with_skill(&id.into()).is_some());
        let id = SkillId::from(free_id(name, is_taken));
        self.save_skill(id.clone(), OwnSkill { name: Text::english(name), ..OwnSkill::default() })?;
        Ok(id)
    }

    /// Adds a way to learn a skill.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn add_activity(self, activity: OwnActivity) -> Result<(), AmendError> {
        let name = [activity.skill.as_str(), " ", &activity.name.en].concat();
        let starter = self.starter();
        let is_taken = |id: &str| starter.as_ref().is_some_and(|starter| starter.find_activity(&id.into()).is_some());
        let id = ActivityId::from(free_id(&name, is_taken));
        self.amend(Own { activities: map_of([(id, activity)]), ..Own::default() })
    }

    /// Leaves an activity out of the starter.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn retire_activity(self, id: ActivityId) -> Result<(), AmendError> {
        self.amend(Own { retired_activities: set_of([id]), ..Own::default() })
    }

    /// Copies a framework's role, with the skills that it asks for, into the starter: there it can be changed.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn copy_role(self, catalog: &Catalog, id: &RoleId) -> Result<(), AmendError> {
        let Some(role) = catalog.find_role(id) else { return Ok(()) };
        let mut copy = own_role(catalog, role);
        copy.requirements.retain(|_, asked| asked.need != Need::Background);
        let group = |skill: &OwnSkill| {
            let id = skill.group.clone()?;
            Some((id.clone(), catalog.groups.iter().find(|group| group.id == id)?.name.clone()))
        };
        let skills = copy.requirements.keys().filter_map(|id| {
            let skill = catalog.skill(catalog.find_skill(id)?)?;
            let mut copy = own_skill(catalog, skill);
            // What leans on skills that are not copied would point nowhere.
            (copy.related, copy.prerequisites) = Default::default();
            Some((id.clone(), copy))
        });
        let mut own = Own { skills: map_of(skills), ..Own::default() };
        own.groups = map_of(own.skills.values().filter_map(group));
        let family = catalog.families.get(usize::from(role.family));
        own.families = map_of(family.map(|family| (family.id.clone(), family.name.clone())));
        own.roles.insert(id.clone(), copy);
        self.amend(own)
    }

    /// Leaves a role out of the starter.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn retire_role(self, id: RoleId) -> Result<(), AmendError> {
        self.amend(Own { retired_roles: set_of([id]), ..Own::default() })
    }

    /// Leaves a skill out of the starter; what was asked of it is asked of `into`, where there is one.
    ///
    /// # Errors
    /// See [`Self::save_role`].
    pub fn retire_skill(self, id: SkillId, into: Option<SkillId>) -> Result<(), AmendError> {
        self.amend(Own { retired_skills: map_of([(id, into)]), ..Own::default() })
    }
}

/// An id made of a name, with a number behind it where the plain one is taken.
pub(super) fn free_id(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let words = fold(name);
    let slug = words.split_whitespace().collect::<Vec<_>>().join("-");
    let mut ids = std::iter::once(slug.clone()).chain((2..).map(|n: u32| format!("{slug}-{n}")));
    ids.find(|id| !id.is_empty() && !is_taken(id)).unwrap_or(slug)
}
