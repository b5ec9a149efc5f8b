//! Elements as skills: their groups, their descriptions, and what their levels look like.

use super::ratings::{Element, Kind, level};
use super::table_names as names;
use crate::domain::{Breadth, Flags, Skill, SkillGroup, Text, set_of};
use crate::exchange::table::Tables;
use crate::exchange::{Fault, ReadError, limits};
use std::collections::{BTreeMap, BTreeSet};

/// Rungs of our ladder that have words: 1 to 5.
const N_RUNGS: usize = 5;

/// The words of one element's levels: for each rung, the anchor that is nearest to it, and how far it is off.
type Rungs = [Option<(f64, Box<str>)>; N_RUNGS];

/// What tables other than the ratings say of elements.
#[derive(Default)]
pub(super) struct Words {
    /// Name and description by element id.
    model: BTreeMap<Box<str>, (Box<str>, Box<str>)>,
    anchors: BTreeMap<Box<str>, Rungs>,
}

impl Words {
    pub(super) fn read(tables: &mut Tables<'_>) -> Result<Self, ReadError> {
        let mut words = Self::default();
        words.read_model(tables)?;
        words.read_anchors(tables)?;
        Ok(words)
    }

    fn read_model(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        let columns = ["Element ID", "Element Name", "Description"];
        tables.read(names::MODEL, columns, |[id, name, about]| {
            let texts = (name.text()?.into(), about.text()?.into());
            match self.model.insert(id.element()?.into(), texts) {
                Some(_) => Err(id.bad(Fault::Repeated)),
                None => Ok(()),
            }
        })?;
        Ok(())
    }

    /// Several of O*NET's eight levels fall on one of our rungs: the nearest one describes it, or else the first.
    fn read_anchors(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        let columns = ["Element ID", "Scale ID", "Anchor Value", "Anchor Description"];
        tables.read(names::ANCHORS, columns, |[id, scale, value, about]| {
            if scale.text()? != "LV" {
                return Ok(());
            }
            let (level, about) = (level(value)?, about.text()?);
            let rung = level.nearest();
            let off = (level.value() - f64::from(rung)).abs();
            let rungs = self.anchors.entry(id.element()?.into()).or_default();
            let slot = usize::from(rung).checked_sub(1).and_then(|at| rungs.get_mut(at));
            if let Some(slot) = slot.filter(|slot| slot.as_ref().is_none_or(|(best, _)| off < *best)) {
                *slot = Some((off, about.into()));
            }
            Ok(())
        })?;
        Ok(())
    }

    /// The elements as skills, and the groups in the order in which the skills meet them.
    pub(super) fn skills(&self, elements: Vec<Element>) -> (Vec<SkillGroup>, Vec<Skill>) {
        let mut groups: Vec<SkillGroup> = Vec::new();
        let mut group_places: BTreeMap<Box<str>, u16> = BTreeMap::new();
        let names = elements.iter().map(|element| element.name.clone());
        let mut seen = BTreeSet::new();
        let shared: BTreeSet<Box<str>> = set_of(names.filter(|name| !seen.insert(name.clone())));
        let skill = |mut element: Element| {
            let parent = element.id.rsplit_once('.').map_or(&*element.id, |(parent, _)| parent);
            let group = *group_places.entry(parent.into()).or_insert_with(|| {
                groups.push(SkillGroup { id: format!("onet:{parent}").into(), name: self.name(parent) });
                (groups.len() - 1) as u16
            });
            // Mathematics is a skill, and a field of knowledge: two things of one name would be taken for one.
            if shared.contains(&element.name) {
                element.name = format!("{} ({})", element.name, element.kind.word()).into();
            }
            self.skill(element, group)
        };
        let skills = elements.into_iter().map(skill).collect();
        (groups, skills)
    }

    fn skill(&self, element: Element, group: u16) -> Skill {
        let about = self.model.get(&element.id).map_or("", |(_, about)| about);
        Skill {
            id: format!("onet:{}", element.id).into(),
            group,
            name: Text::english(&element.name),
            about: Text::english(about),
            levels: self.levels(&element.id),
            breadth: if element.kind == Kind::Knowledge { Breadth::Discipline } else { Breadth::Skill },
            flags: Flags::default(),
            also: Vec::new(),
            trainable: element.kind != Kind::Ability,
            related: Vec::new(),
            prerequisites: Vec::new(),
        }
    }

    /// The name of a group, or its id where the content model is missing.
    fn name(&self, id: &str) -> Text {
        Text::english(self.model.get(id).map_or(id, |(name, _)| name))
    }

    /// A text for each rung, empty where no anchor falls on it; no texts at all where none does.
    fn levels(&self, id: &str) -> Vec<Text> {
        let words = |rung: &Option<(f64, Box<str>)>| {
            rung.as_ref().map_or_else(Text::default, |(_, about)| Text::english(about))
        };
        let rungs = self.anchors.get(id).filter(|rungs| rungs.iter().any(Option::is_some));
        rungs.map_or_else(Vec::new, |rungs| rungs.iter().map(words).collect())
    }
}

// A place in the list of groups is kept in 16 bits, and a skill brings at most one group.
const _: () = assert!(limits::SKILLS <= u16::MAX as usize);
