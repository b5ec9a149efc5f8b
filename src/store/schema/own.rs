//! Schema 1 of a person's own catalogue. Frozen like the document that it is part of.

use crate::domain::{
    Breadth, Flags, Kind, Level, LevelError, MarkError, Marks, Need, Own, OwnActivity, OwnRequirement, OwnRole,
    OwnSkill, Task, Text, Weight, map_of, set_of,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// English and Spanish.
type Pair = (String, String);

#[derive(Serialize, Deserialize)]
pub(super) struct OwnV1 {
    #[serde(default)]
    groups: BTreeMap<String, Pair>,
    #[serde(default)]
    families: BTreeMap<String, Pair>,
    #[serde(default)]
    skills: BTreeMap<String, SkillV1>,
    #[serde(default)]
    roles: BTreeMap<String, RoleV1>,
    #[serde(default)]
    activities: BTreeMap<String, ActivityV1>,
    #[serde(default)]
    retired_skills: BTreeMap<String, Option<String>>,
    #[serde(default)]
    retired_roles: BTreeSet<String>,
    #[serde(default)]
    retired_activities: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct SkillV1 {
    group: Option<String>,
    name: Pair,
    also: Vec<String>,
    about: Pair,
    levels: [Pair; 5],
    breadth: Breadth,
    /// The words of its flags.
    flags: BTreeSet<String>,
    /// Skill and per cent.
    related: Vec<(String, u8)>,
    /// Tenths of a level, skill, tenths of a level.
    prerequisites: Vec<(u8, String, u8)>,
}

#[derive(Serialize, Deserialize)]
struct RoleV1 {
    family: Option<String>,
    name: Pair,
    also: Vec<String>,
    about: Pair,
    zone: Option<u8>,
    onet: Option<String>,
    isco: Option<String>,
    tasks: Vec<TaskV1>,
    /// Tenths of a level, hundredths of a weight, need.
    requirements: BTreeMap<String, (u8, u16, Need)>,
}

#[derive(Serialize, Deserialize)]
struct TaskV1 {
    name: Pair,
    share: u8,
    marks: Option<[u8; 7]>,
}

#[derive(Serialize, Deserialize)]
struct ActivityV1 {
    skill: String,
    from: u8,
    to: u8,
    kind: Kind,
    hours: u16,
    weekly: u8,
    cost: u32,
    name: Pair,
}

/// A number in an own catalogue that the domain does not allow.
#[derive(Debug, thiserror::Error)]
pub(super) enum InvalidOwn {
    #[error(transparent)]
    Level(#[from] LevelError),
    #[error(transparent)]
    Mark(#[from] MarkError),
}

/// The words of the flags, in the order in which they are read and written.
const FLAGS: [&str; 5] = ["transferable", "digital", "green", "digcomp", "untrainable"];

fn pair(text: &Text) -> Pair {
    (text.en.to_string(), text.es.to_string())
}

fn text((en, es): Pair) -> Text {
    Text { en: en.into(), es: es.into() }
}

fn words(list: &[Box<str>]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

fn named<K: ToString, V, W>(map: &BTreeMap<K, V>, form: impl Fn(&V) -> W) -> BTreeMap<String, W> {
    map_of(map.iter().map(|(id, value)| (id.to_string(), form(value))))
}

fn read<K: Ord + From<String>, V, W>(
    map: BTreeMap<String, V>,
    form: impl Fn(V) -> Result<W, InvalidOwn>,
) -> Result<BTreeMap<K, W>, InvalidOwn> {
    let mut read = BTreeMap::new();
    for (id, value) in map {
        read.insert(id.into(), form(value)?);
    }
    Ok(read)
}

impl From<&Own> for OwnV1 {
    fn from(own: &Own) -> Self {
        Self {
            groups: named(&own.groups, pair),
            families: named(&own.families, pair),
            skills: named(&own.skills, |entry| SkillV1::from(entry)),
            roles: named(&own.roles, |entry| RoleV1::from(entry)),
            activities: named(&own.activities, |entry| ActivityV1::from(entry)),
            retired_skills: named(&own.retired_skills, |into| into.as_ref().map(ToString::to_string)),
            retired_roles: set_of(own.retired_roles.iter().map(ToString::to_string)),
            retired_activities: set_of(own.retired_activities.iter().map(ToString::to_string)),
        }
    }
}

impl TryFrom<OwnV1> for Own {
    type Error = InvalidOwn;

    fn try_from(own: OwnV1) -> Result<Self, InvalidOwn> {
        Ok(Self {
            groups: read(own.groups, |name| Ok(text(name)))?,
            families: read(own.families, |name| Ok(text(name)))?,
            skills: read(own.skills, OwnSkill::try_from)?,
            roles: read(own.roles, OwnRole::try_from)?,
            activities: read(own.activities, OwnActivity::try_from)?,
            retired_skills: read(own.retired_skills, |into| Ok(into.map(Into::into)))?,
            retired_roles: set_of(own.retired_roles.into_iter().map(Into::into)),
            retired_activities: set_of(own.retired_activities.into_iter().map(Into::into)),
        })
    }
}

impl From<&OwnSkill> for SkillV1 {
    fn from(skill: &OwnSkill) -> Self {
        let Flags { transferable, digital, green, digcomp } = skill.flags;
        let set = [transferable, digital, green, digcomp, skill.untrainable];
        let flags = FLAGS.into_iter().zip(set).filter(|(_, is)| *is).map(|(word, _)| word.to_owned());
        let first = skill.prerequisites.iter();
        Self {
            group: skill.group.as_ref().map(ToString::to_string),
            name: pair(&skill.name),
            also: words(&skill.also),
            about: pair(&skill.about),
            levels: std::array::from_fn(|at| pair(&skill.levels[at])),
            breadth: skill.breadth,
            flags: set_of(flags),
            related: skill.related.iter().map(|(id, percent)| (id.to_string(), *percent)).collect(),
            prerequisites: first.map(|(at, id, least)| ((*at).into(), id.to_string(), (*least).into())).collect(),
        }
    }
}

impl TryFrom<SkillV1> for OwnSkill {
    type Error = InvalidOwn;

    fn try_from(skill: SkillV1) -> Result<Self, InvalidOwn> {
        let [transferable, digital, green, digcomp, untrainable] = FLAGS.map(|word| skill.flags.contains(word));
        let first = skill.prerequisites.into_iter();
        let first = first.map(|(at, id, least)| Ok((Level::try_from(at)?, id.into(), Level::try_from(least)?)));
        Ok(Self {
            group: skill.group.map(Into::into),
            name: text(skill.name),
            also: skill.also.into_iter().map(Into::into).collect(),
            about: text(skill.about),
            levels: skill.levels.map(text),
            breadth: skill.breadth,
            flags: Flags { transferable, digital, green, digcomp },
            untrainable,
            related: skill.related.into_iter().map(|(id, percent)| (id.into(), percent.min(100))).collect(),
            prerequisites: first.collect::<Result<_, InvalidOwn>>()?,
        })
    }
}

impl From<&OwnRole> for RoleV1 {
    fn from(role: &OwnRole) -> Self {
        let task =
            |task: &Task| TaskV1 { name: pair(&task.name), share: task.share, marks: task.marks.map(Into::into) };
        let asked = |asked: &OwnRequirement| (asked.level.into(), asked.weight.hundredths(), asked.need);
        Self {
            family: role.family.as_ref().map(ToString::to_string),
            name: pair(&role.name),
            also: words(&role.also),
            about: pair(&role.about),
            zone: role.zone,
            onet: role.onet_code.as_ref().map(ToString::to_string),
            isco: role.isco_code.as_ref().map(ToString::to_string),
            tasks: role.tasks.iter().map(task).collect(),
            requirements: named(&role.requirements, asked),
        }
    }
}

impl TryFrom<RoleV1> for OwnRole {
    type Error = InvalidOwn;

    fn try_from(role: RoleV1) -> Result<Self, InvalidOwn> {
        let task = |task: TaskV1| {
            let marks = task.marks.map(Marks::try_from).transpose()?;
            Ok(Task { name: text(task.name), share: task.share.min(100), marks })
        };
        let asked = |(level, weight, need): (u8, u16, Need)| {
            let weight = Weight::new(f64::from(weight) / 100.0);
            Ok(OwnRequirement { level: Level::try_from(level)?, weight, need })
        };
        Ok(Self {
            family: role.family.map(Into::into),
            name: text(role.name),
            also: role.also.into_iter().map(Into::into).collect(),
            about: text(role.about),
            zone: role.zone,
            onet_code: role.onet.map(Into::into),
            isco_code: role.isco.map(Into::into),
            tasks: role.tasks.into_iter().map(task).collect::<Result<_, InvalidOwn>>()?,
            requirements: read(role.requirements, asked)?,
        })
    }
}

impl From<&OwnActivity> for ActivityV1 {
    fn from(activity: &OwnActivity) -> Self {
        let OwnActivity { kind, hours, weekly, cost, .. } = *activity;
        let (from, to) = (activity.from.into(), activity.to.into());
        Self { skill: activity.skill.to_string(), from, to, kind, hours, weekly, cost, name: pair(&activity.name) }
    }
}

impl TryFrom<ActivityV1> for OwnActivity {
    type Error = InvalidOwn;

    fn try_from(activity: ActivityV1) -> Result<Self, InvalidOwn> {
        let ActivityV1 { kind, hours, weekly, cost, .. } = activity;
        let (from, to) = (Level::try_from(activity.from)?, Level::try_from(activity.to)?);
        Ok(Self { skill: activity.skill.into(), from, to, kind, hours, weekly, cost, name: text(activity.name) })
    }
}
