//! Who is meant by a name, and ids for those that have none.

use super::row::{Bad, Row};
use super::{CellFault, Taking};
use crate::domain::{FamilyId, GroupId, RoleId, SkillId, Text};
use crate::exchange::sheets::guess::tidy;
use std::collections::BTreeMap;

impl Taking {
    /// The names of the base.
    pub(super) fn know(&mut self) {
        let skills: Vec<_> = self.base.skills.iter().map(|(id, skill)| (id.clone(), skill.name.clone())).collect();
        skills.into_iter().for_each(|(id, name)| self.know_skill(&id, &name));
        let roles: Vec<_> = self.base.roles.iter().map(|(id, role)| (id.clone(), role.name.clone())).collect();
        roles.into_iter().for_each(|(id, name)| self.know_role(&id, &name));
    }

    pub(super) fn know_skill(&mut self, id: &SkillId, name: &Text) {
        self.skill_ids.insert(id.clone());
        for word in [tidy(id.as_str()), tidy(&name.en), tidy(&name.es)] {
            know(&mut self.skills, word, id);
        }
    }

    pub(super) fn know_role(&mut self, id: &RoleId, name: &Text) {
        self.role_ids.insert(id.clone());
        for word in [tidy(id.as_str()), tidy(&name.en), tidy(&name.es)] {
            know(&mut self.roles, word, id);
        }
    }

    pub(super) fn named_skill(&mut self, row: &Row<'_>, key: &str, text: &str) -> Result<SkillId, Bad> {
        let id = SkillId::from(text);
        if self.skill_ids.contains(&id) {
            return Ok(id);
        }
        let found = self.skills.get(&tidy(text)).cloned().flatten();
        found.ok_or_else(|| self.bad(row, key, CellFault::Unknown))
    }

    pub(super) fn named_role(&mut self, row: &Row<'_>) -> Result<RoleId, Bad> {
        let text = self.needed(row, "role")?.to_owned();
        let id = RoleId::from(text.as_str());
        if self.role_ids.contains(&id) {
            return Ok(id);
        }
        let found = self.roles.get(&tidy(&text)).cloned().flatten();
        found.ok_or_else(|| self.bad(row, "role", CellFault::Unknown))
    }

    /// The id of a row: what it says, else that of the entry with its name, else one made of the name.
    pub(super) fn skill_id(&self, row: &Row<'_>) -> SkillId {
        match row.text("id") {
            "" => self
                .skills
                .get(&tidy(row.text("name")))
                .cloned()
                .flatten()
                .unwrap_or_else(|| slug(row.text("name")).into()),
            id => id.into(),
        }
    }

    pub(super) fn role_id(&self, row: &Row<'_>) -> RoleId {
        match row.text("id") {
            "" => self
                .roles
                .get(&tidy(row.text("name")))
                .cloned()
                .flatten()
                .unwrap_or_else(|| slug(row.text("name")).into()),
            id => id.into(),
        }
    }
}

/// Notes a name; one that two entries have names neither.
pub(super) fn know<K: Clone + PartialEq>(names: &mut BTreeMap<String, Option<K>>, word: String, id: &K) {
    if !word.is_empty() {
        let known = names.entry(word).or_insert_with(|| Some(id.clone()));
        if known.as_ref() != Some(id) {
            *known = None;
        }
    }
}

/// The group that a row names, by id or name; a new one where there is none of that name.
pub(super) fn named_group(
    row: &Row<'_>,
    base: &BTreeMap<GroupId, Text>,
    own: &mut BTreeMap<GroupId, Text>,
) -> Option<GroupId> {
    shelf(["group", "group_es", "group_id"].map(|key| row.text(key)), base, own)
}

/// The family that a row names, likewise.
pub(super) fn named_family(
    row: &Row<'_>,
    base: &BTreeMap<FamilyId, Text>,
    own: &mut BTreeMap<FamilyId, Text>,
) -> Option<FamilyId> {
    shelf(["family", "family_es", "family_id"].map(|key| row.text(key)), base, own)
}

pub(super) fn shelf<K>([en, es, id]: [&str; 3], base: &BTreeMap<K, Text>, own: &mut BTreeMap<K, Text>) -> Option<K>
where
    K: Clone + Ord + ToString + From<String>,
{
    let (name, word) = (Text::new(en, es), tidy(en));
    let is_called =
        |(id, other): &(&K, &Text)| [tidy(&id.to_string()), tidy(&other.en), tidy(&other.es)].contains(&word);
    let found = match (id, word.is_empty()) {
        ("", true) => return None,
        ("", false) => base.iter().chain(own.iter()).find(is_called).map(|(id, _)| id.clone()),
        (id, _) => Some(K::from(id.to_owned())),
    };
    let id = found.unwrap_or_else(|| slug(en).into());
    if !base.contains_key(&id) {
        own.entry(id.clone()).or_insert(name);
    }
    Some(id)
}

/// An id from a name: "Kite mending" is "kite-mending".
pub(in crate::exchange) fn slug(name: &str) -> String {
    let words = tidy(name).replace(' ', "-");
    if words.is_empty() { name.to_owned() } else { words }
}
