//! What cells name: skills, positions, roles, teams and sites.

use super::{Refused, Taking, know};
use crate::catalog::Catalog;
use crate::domain::{Column, MOST_SKILLS, OrgError, Person, Position, PositionId, RoleId, SiteId, SkillId, TeamId};
use crate::exchange::people::Choice;
use crate::exchange::sheets::{slug, tidy};
use std::collections::BTreeMap;

/// A team and a site, as far as they are said.
pub(super) type Place<'a> = (&'a Option<TeamId>, &'a Option<SiteId>);

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

    /// The places of the positions that are called so: the one with that id, else all of that title.
    pub(super) fn known_positions(&self, name: &str) -> &[usize] {
        match self.positions.get(&PositionId::from(name)) {
            Some(at) => std::slice::from_ref(at),
            None => self.titled.get(&tidy(name)).map_or(&[], Vec::as_slice),
        }
    }

    /// The place of the one position that is called so.
    pub(super) fn known_position(&self, name: &str) -> Option<usize> {
        if let [at] = self.known_positions(name) { Some(*at) } else { None }
    }

    /// The place of the position that is called so; of several, the first of those nearest, and none where all are elsewhere.
    pub(super) fn position_at(&self, name: &str, place: Place<'_>) -> Option<usize> {
        let near = |at: &usize| self.taken.organisation.positions.get(*at).map(|position| nearness(position, place));
        match self.known_positions(name) {
            [at] => Some(*at),
            places => {
                let there = places.iter().filter(|at| near(at).is_some_and(|near| !near.contains(&-1)));
                there.rev().max_by_key(|at| near(at).map(|near| near.iter().sum::<i8>())).copied()
            }
        }
    }

    /// The place of the position of somebody that is called so; one that nobody knows is made, without a seat. Of several, the one where the
    /// person is counts, or the one that they hold unless they have moved; else the first.
    pub(super) fn position(&mut self, name: &str, person: &Person, has_moved: bool) -> usize {
        if !self.position_cells.contains_key(name) {
            let known = self.known_positions(name).to_vec();
            let known = if known.is_empty() { vec![self.make_position(name)] } else { known };
            self.position_cells.insert(name.into(), known);
        }
        let places = self.position_cells.get(name).map_or(&[][..], Vec::as_slice);
        let fit = |at: &&usize| {
            let position = self.taken.organisation.positions.get(**at);
            let holds = position.is_some_and(|position| person.position.as_ref() == Some(&position.id));
            let near =
                position.map_or(0, |position| nearness(position, (&person.team, &person.site)).iter().sum::<i8>());
            (holds && !has_moved, near, holds)
        };
        places.iter().rev().max_by_key(fit).copied().unwrap_or_default()
    }

    fn make_position(&mut self, name: &str) -> usize {
        let mut position = Position::new(self.free_position(name));
        (position.title, position.role) = (name.into(), self.role(name));
        (position.seats, position.seats_then) = (0, 0);
        let at = self.put_position(position);
        self.made.insert(at);
        at
    }

    /// An id made of a name that no position has.
    pub(super) fn free_position(&self, name: &str) -> PositionId {
        let slug = slug(name);
        let numbered = (2..).map(|n: u32| format!("{slug}-{n}").into());
        let mut ids = std::iter::once(PositionId::from(slug.as_str())).chain(numbered);
        ids.find(|id| !self.positions.contains_key(id)).unwrap_or_else(|| slug.as_str().into())
    }

    /// Notes what a position is called: its title, or what a page shows where it has none: the name of its role, or its id.
    pub(super) fn know_position(&mut self, position: &Position, at: usize) {
        let role = position.role.as_ref().and_then(|role| self.catalog.find_role(role));
        let names = match role {
            _ if !position.title.is_empty() => [&*position.title; 2],
            Some(role) => [&role.name.en, &role.name.es].map(|name| &**name),
            None => [position.id.as_str(); 2],
        };
        for word in names.map(tidy).into_iter().filter(|word| !word.is_empty()) {
            let places = self.titled.entry(word).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
    }

    /// Puts a position in its place, beside the others where its id is new.
    pub(super) fn put_position(&mut self, position: Position) -> usize {
        let n_positions = self.taken.organisation.positions.len();
        let at = *self.positions.entry(position.id.clone()).or_insert(n_positions);
        self.know_position(&position, at);
        let positions = &mut self.taken.organisation.positions;
        match positions.get_mut(at) {
            Some(known) => *known = position,
            None => positions.push(position),
        }
        at
    }

    pub(super) fn team(&mut self, text: &str) -> Option<TeamId> {
        self.teams.called(text, &mut self.taken.organisation.teams)
    }

    pub(super) fn site(&mut self, text: &str) -> Option<SiteId> {
        self.sites.called(text, &mut self.taken.organisation.sites)
    }
}

/// Whether a position is in a team and at a site: 1 where it is, -1 where it is elsewhere, 0 where one of both says nothing.
fn nearness(position: &Position, (team, site): Place<'_>) -> [i8; 2] {
    fn near<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> i8 {
        a.zip(b).map_or(0, |(a, b)| if a == b { 1 } else { -1 })
    }
    [near(position.team.as_ref(), team.as_ref()), near(position.site.as_ref(), site.as_ref())]
}

/// What cells say of teams, or of sites: each text is tidied once.
pub(super) struct Called<K> {
    cells: BTreeMap<Box<str>, K>,
    /// By tidied name; none where two have the same.
    names: BTreeMap<String, Option<K>>,
}

impl<K: Ord + Clone + From<String>> Called<K> {
    pub(super) fn of(names: &BTreeMap<K, Box<str>>) -> Self {
        let mut called = Self { cells: BTreeMap::new(), names: BTreeMap::new() };
        for (id, name) in names {
            know(&mut called.names, name, id);
        }
        called
    }

    /// The id of the one that is called so; a new one gets an id from its name. None for an empty text.
    fn called(&mut self, text: &str, names: &mut BTreeMap<K, Box<str>>) -> Option<K> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.cells.get(text) {
            return Some(known.clone());
        }
        let by_id = Some(K::from(text.to_owned())).filter(|id| names.contains_key(id));
        let by_name = || self.names.get(&tidy(text)).cloned().flatten();
        let id = by_id.or_else(by_name).unwrap_or_else(|| slug(text).into());
        let name = names.entry(id.clone()).or_insert_with(|| text.into());
        know(&mut self.names, name, &id);
        self.cells.insert(text.into(), id.clone());
        Some(id)
    }
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
