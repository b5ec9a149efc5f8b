//! What cells name: skills, positions, roles, teams and sites.

use super::{Refused, Taking, know};
use crate::catalog::Catalog;
use crate::domain::{Column, MOST_SKILLS, OrgError, Position, PositionId, RoleId, SiteId, SkillId, TeamId};
use crate::exchange::people::Choice;
use crate::exchange::sheets::{slug, tidy};
use std::collections::BTreeMap;

impl Taking<'_> {
    /// The column that a name of a skill was chosen for, `Some(None)` where it is to be left out; `None` where nothing was chosen.
    pub(super) fn column(&mut self, name: &str) -> Option<Option<Column>> {
        if let Some(column) = self.chosen.get(name) {
            return Some(*column);
        }
        let column = match self.choices.get(name)? {
            Choice::Left => None,
            Choice::Skill(skill) => self.column_of(skill),
            Choice::Own => {
                let skill = self.own_skill(name);
                self.taken.organisation.own_skills.entry(skill.clone()).or_insert_with(|| name.into());
                self.column_of(&skill)
            }
        };
        self.chosen.insert(name.into(), column);
        Some(column)
    }

    /// The id of a skill of one's own: made of its name, and not one that the catalogue has for another skill.
    fn own_skill(&self, name: &str) -> SkillId {
        let id = SkillId::from(slug(name));
        if self.catalog.find_skill(&id).is_some() { ["own:", id.as_str()].concat().into() } else { id }
    }

    fn column_of(&mut self, skill: &SkillId) -> Option<Column> {
        if let Some(column) = self.columns.get(skill) {
            return Some(*column);
        }
        let skills = &mut self.taken.organisation.skills;
        if skills.len() >= MOST_SKILLS {
            self.broken = Some(Refused::Organisation(OrgError::TooManySkills));
            return None;
        }
        let column = Column(skills.len() as u16);
        skills.push(skill.clone());
        self.columns.insert(skill.clone(), column);
        Some(column)
    }

    /// The role that is called so, by id or by any title.
    pub(super) fn role(&mut self, name: &str) -> Option<RoleId> {
        let id = RoleId::from(name);
        if self.catalog.find_role(&id).is_some() {
            return Some(id);
        }
        let catalog = self.catalog;
        let roles = self.roles.get_or_insert_with(|| titles(catalog));
        roles.get(&tidy(name)).cloned().flatten()
    }

    /// The place of the position that is called so, by id or title.
    pub(super) fn known_position(&self, name: &str) -> Option<usize> {
        let at = self.positions.get(&PositionId::from(name)).copied();
        at.or_else(|| self.titled.get(&tidy(name)).copied().flatten())
    }

    /// The place of the position that is called so; one that nobody knows is made, without a seat.
    pub(super) fn position(&mut self, name: &str) -> usize {
        if let Some(at) = self.position_cells.get(name) {
            return *at;
        }
        let at = self.known_position(name).unwrap_or_else(|| {
            let mut position = Position::new(slug(name).into());
            (position.title, position.role) = (name.into(), self.role(name));
            (position.seats, position.seats_then) = (0, 0);
            let at = self.put_position(position);
            self.made.insert(at);
            at
        });
        self.position_cells.insert(name.into(), at);
        at
    }

    /// Puts a position in its place, beside the others where its id is new.
    pub(super) fn put_position(&mut self, position: Position) -> usize {
        let positions = &mut self.taken.organisation.positions;
        let at = *self.positions.entry(position.id.clone()).or_insert(positions.len());
        know(&mut self.titled, &position.title, &at);
        match positions.get_mut(at) {
            Some(known) => *known = position,
            None => positions.push(position),
        }
        at
    }

    pub(super) fn team(&mut self, text: &str) -> Option<TeamId> {
        called(&mut self.taken.organisation.teams, &mut self.team_cells, text)
    }

    pub(super) fn site(&mut self, text: &str) -> Option<SiteId> {
        called(&mut self.taken.organisation.sites, &mut self.site_cells, text)
    }
}

/// The id of a team or a site that is called so; a new one gets an id from its name. None for an empty text.
fn called<K: Ord + Clone + From<String>>(
    names: &mut BTreeMap<K, Box<str>>,
    cells: &mut BTreeMap<Box<str>, K>,
    text: &str,
) -> Option<K> {
    if text.is_empty() {
        return None;
    }
    if let Some(known) = cells.get(text) {
        return Some(known.clone());
    }
    let word = tidy(text);
    let by_id = Some(K::from(text.to_owned())).filter(|id| names.contains_key(id));
    let by_name = || names.iter().find(|(_, name)| tidy(name) == word).map(|(id, _)| id.clone());
    let id = by_id.or_else(by_name).unwrap_or_else(|| slug(text).into());
    names.entry(id.clone()).or_insert_with(|| text.into());
    cells.insert(text.into(), id.clone());
    Some(id)
}

/// Every title of every role; a role's own name counts before other titles of others.
fn titles(catalog: &Catalog) -> BTreeMap<String, Option<RoleId>> {
    let (mut names, mut others) = (BTreeMap::new(), BTreeMap::new());
    for role in &catalog.roles {
        know(&mut names, &role.name.en, &role.id);
        know(&mut names, &role.name.es, &role.id);
        for also in &role.also {
            know(&mut others, &also.en, &role.id);
            know(&mut others, &also.es, &role.id);
        }
    }
    for (title, role) in others {
        names.entry(title).or_insert(role);
    }
    names
}
