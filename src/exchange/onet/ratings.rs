//! What occupations ask for: importance and level of each skill, field of knowledge and ability.

use super::roles::Roles;
use super::table_names as names;
use crate::domain::{Level, Need, Requirement, SkillIx, Weight, map_of, sorted};
use crate::exchange::table::{Cell, Tables};
use crate::exchange::{Fault, ReadError, limits};
use std::collections::BTreeMap;

/// The importance from which O*NET itself calls an element important to an occupation.
pub(super) const IMPORTANT: f64 = 3.0;

/// "Very important" in the words of O*NET's scale: what the work cannot be done without.
pub(super) const VERY_IMPORTANT: f64 = 4.0;

const COLUMNS: [&str; 6] = ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "Not Relevant"];

/// Which table an element is from, in the order of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Skill,
    Knowledge,
    Ability,
}

impl Kind {
    /// The kind in a word, as O*NET says it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Knowledge => "knowledge",
            Self::Ability => "ability",
        }
    }
}

/// Something that occupations are rated by.
pub(super) struct Element {
    pub(super) kind: Kind,
    pub(super) id: Box<str>,
    pub(super) name: Box<str>,
}

/// The ratings as they are met: elements in the order of the tables.
#[derive(Default)]
struct Ratings {
    elements: Vec<Element>,
    places: BTreeMap<Box<str>, usize>,
    /// By places of role and element.
    found: BTreeMap<(usize, usize), Rated>,
}

/// The two rows on one element of one occupation.
#[derive(Default)]
struct Rated {
    importance: Option<f64>,
    level: Option<Level>,
    not_relevant: bool,
}

/// Fills what the roles ask for, and gives the elements in the order of the catalogue.
pub(super) fn read(tables: &mut Tables<'_>, roles: &mut Roles) -> Result<Vec<Element>, ReadError> {
    let mut ratings = Ratings::default();
    for (table, kind) in
        [(names::SKILLS, Kind::Skill), (names::KNOWLEDGE, Kind::Knowledge), (names::ABILITIES, Kind::Ability)]
    {
        ratings.read(tables, roles, table, kind)?;
    }
    if ratings.elements.is_empty() {
        return Err(ReadError::NoRatings);
    }
    Ok(ratings.finish(roles))
}

impl Ratings {
    fn read(
        &mut self,
        tables: &mut Tables<'_>,
        roles: &Roles,
        table: &'static str,
        kind: Kind,
    ) -> Result<(), ReadError> {
        tables.read(table, COLUMNS, |[code, id, name, scale, value, not_relevant]| {
            let is_importance = match scale.text()? {
                "IM" => true,
                "LV" => false,
                _ => return Ok(()),
            };
            let importance = if is_importance { Some(value.number(1.0, 5.0)?) } else { None };
            let level = if is_importance { None } else { Some(level(value)?) };
            let Some(role) = roles.place(code)? else { return Ok(()) };
            let element = self.place(kind, id, name)?;
            let rated = self.found.entry((role, element)).or_default();
            let is_repeated = if is_importance { rated.importance.is_some() } else { rated.level.is_some() };
            if is_repeated {
                return Err(id.bad(Fault::Repeated));
            }
            rated.importance = rated.importance.or(importance);
            rated.level = rated.level.or(level);
            rated.not_relevant |= not_relevant.text()? == "Y";
            Ok(())
        })?;
        Ok(())
    }

    fn place(&mut self, kind: Kind, id: Cell<'_>, name: Cell<'_>) -> Result<usize, crate::exchange::table::Bad> {
        let text = id.element()?;
        if let Some(place) = self.places.get(text) {
            return Ok(*place);
        }
        let place = self.elements.len();
        if place == limits::SKILLS {
            return Err(id.bad(Fault::TooMany));
        }
        self.elements.push(Element { kind, id: text.into(), name: name.text()?.into() });
        self.places.insert(text.into(), place);
        Ok(place)
    }

    fn finish(self, roles: &mut Roles) -> Vec<Element> {
        let order = sorted(self.elements.into_iter().enumerate(), |(_, a), (_, b)| {
            a.kind.cmp(&b.kind).then_with(|| by_parts(&a.id).cmp(by_parts(&b.id)))
        });
        let places: BTreeMap<usize, (SkillIx, Kind)> =
            map_of(order.iter().zip((0..).map(SkillIx)).map(|((met, element), ix)| (*met, (ix, element.kind))));
        for ((role, met), rated) in self.found {
            let (Some(role), Some((skill, kind))) = (roles.list.get_mut(role), places.get(&met)) else { continue };
            role.requirements.extend(rated.requirement(*skill, *kind));
        }
        for role in &mut roles.list {
            role.requirements = sorted(role.requirements.drain(..), |a, b| a.skill.cmp(&b.skill));
        }
        order.into_iter().map(|(_, element)| element).collect()
    }
}

impl Rated {
    /// `None` where one of the two rows is missing: an importance without a level asks for nothing that can be compared.
    fn requirement(&self, skill: SkillIx, kind: Kind) -> Option<Requirement> {
        let (importance, level) = (self.importance?, self.level?);
        let need = self.need(importance, kind);
        Some(Requirement { skill, level, weight: Weight::new(importance), need })
    }

    /// An ability cannot be learnt, so it never blocks a way: the most it does is count towards fit.
    fn need(&self, importance: f64, kind: Kind) -> Need {
        if self.not_relevant || importance < IMPORTANT {
            Need::Background
        } else if importance < VERY_IMPORTANT || kind == Kind::Ability {
            Need::Nice
        } else {
            Need::Must
        }
    }
}

/// O*NET's level of 0 to 7, on our ladder.
pub(super) fn level(value: Cell<'_>) -> Result<Level, crate::exchange::table::Bad> {
    Level::from_onet(value.number(0.0, 7.0)?).map_err(|_| value.bad(Fault::Number))
}

/// Orders `2.C.2` before `2.C.10`: part by part, and a longer part is a larger number.
fn by_parts(id: &str) -> impl Iterator<Item = (usize, &str)> {
    id.split('.').map(|part| (part.len(), part))
}
