//! Entries as sheets: the way back of `take`.

use super::list::join;
use super::{Sheet, SheetKind};
use crate::domain::{Breadth, Level, Need, Own, OwnActivity, OwnRole, OwnSkill, RoleId, SkillId, Text};

/// The five sheets of a catalogue by ids, with every column; of an empty one their headers alone, which is a template.
#[must_use]
pub fn give(own: &Own) -> Vec<Sheet> {
    SheetKind::ALL.into_iter().map(|kind| sheet(own, kind)).collect()
}

fn sheet(own: &Own, kind: SheetKind) -> Sheet {
    let header = kind.columns().iter().map(|column| column.key.into()).collect();
    let mut rows = vec![header];
    match kind {
        SheetKind::Skills => rows.extend(own.skills.iter().map(|(id, skill)| skill_row(own, id, skill))),
        SheetKind::Roles => rows.extend(own.roles.iter().map(|(id, role)| role_row(own, id, role))),
        SheetKind::Requirements => rows.extend(own.roles.iter().flat_map(|(id, role)| requirement_rows(id, role))),
        SheetKind::Tasks => rows.extend(own.roles.iter().flat_map(|(id, role)| task_rows(id, role))),
        SheetKind::Activities => {
            rows.extend(own.activities.iter().map(|(id, activity)| activity_row(id.as_str(), activity)));
        }
    }
    Sheet { name: kind.word().into(), rows }
}

fn level(level: Level) -> Box<str> {
    level.value().to_string().into()
}

fn list(parts: impl Iterator<Item = String>) -> Box<str> {
    join(parts).into()
}

fn skill_row(own: &Own, id: &SkillId, skill: &OwnSkill) -> Vec<Box<str>> {
    let group_id = skill.group.as_ref().map_or("", |group| group.as_str()).into();
    let group = skill.group.as_ref().and_then(|group| own.groups.get(group)).cloned().unwrap_or_default();
    let flags = [
        (skill.flags.transferable, "transferable"),
        (skill.flags.digital, "digital"),
        (skill.flags.green, "green"),
        (skill.flags.digcomp, "digcomp"),
        (skill.untrainable, "untrainable"),
    ];
    let flags = list(flags.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned()));
    let related =
        list(skill.related.iter().map(|(helper, strength)| format!("{helper}: {}", f32::from(*strength) / 100.0)));
    let first = skill.prerequisites.iter();
    let first = list(first.map(|(at, skill, least)| format!("{}: {skill}: {}", at.value(), least.value())));
    let Text { en, es } = skill.name.clone();
    let mut row =
        vec![id.as_str().into(), en, es, group.en, group.es, group_id, skill.about.en.clone(), skill.about.es.clone()];
    row.extend(skill.levels.iter().map(|level| level.en.clone()));
    row.extend(skill.levels.iter().map(|level| level.es.clone()));
    let breadth = match skill.breadth {
        Breadth::Tool => "tool",
        Breadth::Skill => "skill",
        Breadth::Discipline => "discipline",
    };
    row.extend([list(skill.also.iter().map(ToString::to_string)), breadth.into(), flags, related, first]);
    row
}

fn role_row(own: &Own, id: &RoleId, role: &OwnRole) -> Vec<Box<str>> {
    let family = role.family.as_ref().and_then(|family| own.families.get(family)).cloned().unwrap_or_default();
    let Text { en, es } = role.name.clone();
    vec![
        id.as_str().into(),
        en,
        es,
        family.en,
        family.es,
        role.family.as_ref().map_or("", |family| family.as_str()).into(),
        role.about.en.clone(),
        role.about.es.clone(),
        role.zone.map(|zone| zone.to_string()).unwrap_or_default().into(),
        role.onet_code.clone().unwrap_or_default(),
        role.isco_code.clone().unwrap_or_default(),
        list(role.also.iter().map(ToString::to_string)),
    ]
}

fn requirement_rows(id: &RoleId, role: &OwnRole) -> impl Iterator<Item = Vec<Box<str>>> {
    role.requirements.iter().map(move |(skill, asked)| {
        let need = match asked.need {
            Need::Must => "must",
            Need::Nice => "nice",
            Need::Background => "background",
        };
        let weight = asked.weight.value().to_string();
        vec![id.as_str().into(), skill.as_str().into(), level(asked.level), weight.into(), need.into()]
    })
}

fn task_rows(id: &RoleId, role: &OwnRole) -> impl Iterator<Item = Vec<Box<str>>> {
    role.tasks.iter().map(move |task| {
        let marks = task.marks.map(|marks| <[u8; 7]>::from(marks).map(|mark| mark.to_string()).join(" "));
        let Text { en, es } = task.name.clone();
        vec![id.as_str().into(), en, es, task.share.to_string().into(), marks.unwrap_or_default().into()]
    })
}

fn activity_row(id: &str, activity: &OwnActivity) -> Vec<Box<str>> {
    let Text { en, es } = activity.name.clone();
    vec![
        id.into(),
        activity.skill.as_str().into(),
        en,
        es,
        activity.kind.word().into(),
        level(activity.from),
        level(activity.to),
        activity.hours.to_string().into(),
        activity.weekly.to_string().into(),
        activity.cost.to_string().into(),
    ]
}
