//! The starter catalogue as a person writes and reviews it (`data/`), turned into a [`Catalog`].

use super::{Catalog, CatalogBuilder, GateFile, Source};
use crate::domain::{
    Activity, Breadth, Family, Flags, Kind, Level, LevelError, Marks, Need, Prerequisite, Profile, Relation,
    Requirement, Role, Skill, SkillGroup, SkillIx, Task, Text, Weight,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One file of `data/skills`: a group, its skills, their activities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkillFile {
    group: Named,
    skill: Vec<SkillText>,
    #[serde(default)]
    activity: Vec<ActivityText>,
}

/// One file of `data/roles`: a family and its roles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleFile {
    family: Named,
    role: Vec<RoleText>,
}

/// What is wrong in the text, and where.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum TextError {
    /// A name that nothing has.
    #[error("{at}: no skill is called {name}")]
    UnknownSkill {
        /// The entry that names it.
        at: String,
        /// The name.
        name: String,
    },
    /// A name that no role has.
    #[error("{at}: no role is called {name}")]
    UnknownRole {
        /// The gate that names it.
        at: String,
        /// The name.
        name: String,
    },
    /// A level outside 0 to 5.
    #[error("{at}: {error}")]
    Level {
        /// The entry that has it.
        at: String,
        /// The number.
        error: LevelError,
    },
}

#[derive(Debug, Deserialize)]
struct Named {
    id: String,
    en: String,
    es: String,
}

#[derive(Debug, Deserialize)]
struct Words {
    en: String,
    es: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillText {
    id: String,
    breadth: Breadth,
    #[serde(default)]
    flags: BTreeSet<Flag>,
    en: String,
    es: String,
    #[serde(default)]
    also_en: Vec<String>,
    #[serde(default)]
    also_es: Vec<String>,
    about: Words,
    levels_en: [String; 5],
    levels_es: [String; 5],
    related: Vec<(String, f32)>,
    prerequisites: Vec<(u8, String, u8)>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Flag {
    Transferable,
    Digital,
    Green,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskText {
    share: u8,
    marks: Marks,
    en: String,
    es: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivityText {
    id: String,
    skill: String,
    from: u8,
    to: u8,
    kind: Kind,
    hours: u16,
    weekly: u8,
    cost: u32,
    en: String,
    es: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleText {
    id: String,
    zone: u8,
    en: String,
    es: String,
    about: Words,
    also_en: Vec<String>,
    also_es: Vec<String>,
    onet: Option<String>,
    isco: Option<String>,
    requirements: Vec<(String, u8, f64, Need)>,
    task: Vec<TaskText>,
}

/// The catalogue that the files describe, in the order of the files.
///
/// # Errors
/// A skill or a role that is named and not there, or a number that is no level, with the entry that has it.
pub fn from_text(skills: Vec<SkillFile>, roles: Vec<RoleFile>, gates: GateFile) -> Result<Catalog, TextError> {
    let ids = skills.iter().flat_map(|file| &file.skill).map(|skill| skill.id.clone());
    let reader = Reader { places: ids.zip((0..).map(SkillIx)).collect() };
    let mut lists = CatalogBuilder { source: starter_source(), ..CatalogBuilder::default() };
    for (file, group) in skills.into_iter().zip(0..) {
        lists.groups.push(SkillGroup { id: file.group.id.into(), name: Text::new(&file.group.en, &file.group.es) });
        for skill in file.skill {
            lists.skills.push(reader.skill(skill, group)?);
        }
        for activity in file.activity {
            lists.activities.push(reader.activity(activity)?);
        }
    }
    for (file, family) in roles.into_iter().zip(0..) {
        lists.families.push(Family { id: file.family.id.into(), name: Text::new(&file.family.en, &file.family.es) });
        for role in file.role {
            lists.roles.push(reader.role(role, family)?);
        }
    }
    gates.place(&mut lists.roles)?;
    Ok(lists.build())
}

fn starter_source() -> Source {
    Source {
        key: "starter".into(),
        name: "Skillstead starter catalogue".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        licence: "MIT OR Apache-2.0".into(),
        ..Source::default()
    }
}

struct Reader {
    places: BTreeMap<String, SkillIx>,
}

impl Reader {
    fn place(&self, name: &str, at: &str) -> Result<SkillIx, TextError> {
        let unknown = || TextError::UnknownSkill { at: at.into(), name: name.into() };
        self.places.get(name).copied().ok_or_else(unknown)
    }

    fn skill(&self, skill: SkillText, group: u16) -> Result<Skill, TextError> {
        let at = &skill.id;
        let related = skill
            .related
            .iter()
            .map(|(name, strength)| Ok(Relation { skill: self.place(name, at)?, strength: *strength }));
        let prerequisites = skill.prerequisites.iter().map(|(to_level, name, at_least)| {
            Ok(Prerequisite {
                level: level(*to_level, at)?,
                skill: self.place(name, at)?,
                at_least: level(*at_least, at)?,
            })
        });
        Ok(Skill {
            related: related.collect::<Result<_, _>>()?,
            prerequisites: prerequisites.collect::<Result<_, _>>()?,
            id: skill.id.as_str().into(),
            group,
            name: Text::new(&skill.en, &skill.es),
            about: Text::new(&skill.about.en, &skill.about.es),
            levels: pairs(&skill.levels_en, &skill.levels_es),
            breadth: skill.breadth,
            flags: Flags {
                transferable: skill.flags.contains(&Flag::Transferable),
                digital: skill.flags.contains(&Flag::Digital),
                green: skill.flags.contains(&Flag::Green),
                digcomp: false,
            },
            also: titles(&skill.also_en, &skill.also_es),
            trainable: true,
        })
    }

    fn activity(&self, activity: ActivityText) -> Result<Activity, TextError> {
        Ok(Activity {
            skill: self.place(&activity.skill, &activity.id)?,
            from: level(activity.from, &activity.id)?,
            to: level(activity.to, &activity.id)?,
            kind: activity.kind,
            hours: activity.hours,
            weekly: activity.weekly,
            cost: activity.cost,
            name: Text::new(&activity.en, &activity.es),
            id: activity.id.into(),
        })
    }

    fn role(&self, role: RoleText, family: u16) -> Result<Role, TextError> {
        let requirements = role.requirements.iter().map(|(name, asked, weight, need)| {
            Ok(Requirement {
                skill: self.place(name, &role.id)?,
                level: level(*asked, &role.id)?,
                weight: Weight::new(*weight),
                need: *need,
            })
        });
        let mut requirements: Vec<_> = requirements.collect::<Result<_, TextError>>()?;
        requirements.sort_by_key(|requirement| requirement.skill);
        Ok(Role {
            requirements,
            estimated_from: Vec::new(),
            profile: Profile::default(),
            id: role.id.into(),
            family,
            name: Text::new(&role.en, &role.es),
            about: Text::new(&role.about.en, &role.about.es),
            zone: Some(role.zone),
            onet_code: role.onet.map(Into::into),
            isco_code: role.isco.map(Into::into),
            also: titles(&role.also_en, &role.also_es),
            tasks: role.task.iter().map(task).collect(),
        })
    }
}

fn level(level: u8, at: &str) -> Result<Level, TextError> {
    Level::whole(level).map_err(|error| TextError::Level { at: at.into(), error })
}

fn task(task: &TaskText) -> Task {
    Task { name: Text::new(&task.en, &task.es), share: task.share, marks: Some(task.marks) }
}

fn pairs(en: &[String], es: &[String]) -> Vec<Text> {
    en.iter().zip(es).map(|(en, es)| Text::new(en, es)).collect()
}

/// Other titles are not translations of each other: each stands alone in its language, and is shown as it is.
fn titles(en: &[String], es: &[String]) -> Vec<Text> {
    en.iter().chain(es).map(|title| Text::english(title)).collect()
}
