//! How many people are on the bench of each skill, for all of them in one pass over the people.

use super::{OrgPolicy, asking, hours_up};
use crate::catalog::{Catalog, fold};
use crate::domain::{Column, Level, Organisation, Person, PositionId, RoleId, SkillId};
use crate::engine::Policy;
use std::collections::BTreeMap;

/// The length of the [`bench`](super::bench) of each of these skills and levels, in their order.
#[must_use]
pub fn bench_counts<'a>(
    organisation: &Organisation,
    catalog: &Catalog,
    needs: impl IntoIterator<Item = (&'a SkillId, Level)>,
    policy: &Policy,
    own: &OrgPolicy,
) -> Vec<usize> {
    let wishes = Wishing::of(organisation, catalog);
    let mut counts = Vec::new();
    let mut needed: BTreeMap<Column, Vec<(usize, &SkillId, Level)>> = BTreeMap::new();
    for (at, (skill, level)) in needs.into_iter().enumerate() {
        counts.push(0);
        if let Some(column) = wishes.columns.get(skill) {
            needed.entry(*column).or_default().push((at, skill, level));
        }
    }
    // Whether there is a way up from a level to what is needed: asked once, however many people stand there.
    let mut ways: BTreeMap<(usize, Level), bool> = BTreeMap::new();
    for person in organisation.people.iter().filter(|person| person.consent.proposed) {
        for (column, most) in wishes.by(person) {
            let Some(held) = person.level(column) else { continue };
            for (at, skill, level) in needed.get(&column).into_iter().flatten() {
                let is_near = held < *level && *level <= most && *level - held <= own.bench_step + 1e-9;
                let has_way = || hours_up(catalog, skill, held, *level, policy).is_some();
                if is_near && *ways.entry((*at, held)).or_insert_with(has_way) {
                    counts[*at] += 1;
                }
            }
        }
    }
    counts
}

/// What each wish is a wish for.
struct Wishing<'a> {
    organisation: &'a Organisation,
    columns: BTreeMap<&'a SkillId, Column>,
    /// What each position asks, in the order of the positions.
    positions: Vec<Vec<(Column, Level)>>,
    roles: BTreeMap<&'a RoleId, Vec<(Column, Level)>>,
    /// Columns by the names of their skills.
    words: BTreeMap<String, Vec<Column>>,
}

impl<'a> Wishing<'a> {
    fn of(organisation: &'a Organisation, catalog: &'a Catalog) -> Self {
        let columns = organisation.columns();
        let asked = asking(organisation, catalog);
        let asked = asked.iter().map(|asked| asked.iter().filter_map(|one| Some((one.column?, one.level))).collect());
        let roles = catalog.roles.iter().map(|role| {
            let asked = role.requirements.iter();
            let asked = asked.filter_map(|asked| Some((*columns.get(&catalog.skill(asked.skill)?.id)?, asked.level)));
            (&role.id, asked.collect())
        });
        let mut words: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        for (skill, column) in &columns {
            let known = catalog.find_skill(skill).and_then(|place| catalog.skill(place));
            let names = known.into_iter().flat_map(|skill| [&skill.name.en, &skill.name.es]).map(AsRef::as_ref);
            let own = organisation.own_skills.get(*skill).map(AsRef::as_ref);
            for name in names.chain(own).chain([skill.as_str()]).map(fold).filter(|name| !name.is_empty()) {
                words.entry(name).or_default().push(*column);
            }
        }
        Self { organisation, positions: asked.collect(), roles: roles.collect(), words, columns }
    }

    /// The skills that a person wishes for, each with the highest level that one of their wishes asks.
    fn by(&self, person: &Person) -> BTreeMap<Column, Level> {
        let place = |id: &PositionId| self.organisation.positions.binary_search_by(|known| known.id.cmp(id)).ok();
        let wishes = person.wishes.as_deref();
        let positions = wishes.into_iter().flat_map(|wishes| &wishes.positions);
        let positions = positions.filter_map(|id| self.positions.get(place(id)?)).flatten().copied();
        let roles = wishes.into_iter().flat_map(|wishes| &wishes.roles);
        let roles = roles.filter_map(|id| self.roles.get(id)).flatten().copied();
        let named = person.interests.iter().filter_map(|interest| self.words.get(&fold(interest))).flatten();
        let mut most: BTreeMap<Column, Level> = BTreeMap::new();
        for (column, level) in positions.chain(roles).chain(named.map(|column| (*column, Level::TOP))) {
            let known = most.entry(column).or_default();
            *known = level.max(*known);
        }
        most
    }
}
