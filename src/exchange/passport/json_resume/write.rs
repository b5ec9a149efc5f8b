//! A passport as a JSON Resume.

use super::super::words::level_text;
use super::super::{Passport, ShownEvidence, ShownSkill, wire::LevelV1};
use super::{BasicsV1, EvidenceV1, OWN, SkillV1};
use crate::domain::{EvidenceKind, Identity, SafeUrl, SkillId};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

/// The schema of the format.
const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// A passport as a JSON Resume, for people and for programs that know the format.
///
/// A code stands in the place of a name. Certificates and tests go to `certificates`, courses to `education`, recognition to `awards`, work,
/// projects and portfolios to `projects`; what is an address is also their `url`.
///
/// ```
/// use skillstead::exchange::passport::{Passport, write_json_resume};
/// assert!(write_json_resume(&Passport::default()).contains("\"skills\": []"));
/// ```
#[must_use]
pub fn write_json_resume(passport: &Passport) -> String {
    let mut sections =
        [("certificates", Vec::new()), ("education", Vec::new()), ("awards", Vec::new()), ("projects", Vec::new())];
    for skill in &passport.skills {
        for shown in &skill.evidence {
            let (section, item) = evidence(&skill.id, shown);
            if let Some((_, items)) = sections.iter_mut().find(|(name, _)| *name == section) {
                items.push(item);
            }
        }
    }
    let mut resume = Map::new();
    resume.insert("$schema".into(), SCHEMA.into());
    resume.insert("basics".into(), basics(passport));
    resume.insert("skills".into(), passport.skills.iter().map(skill).collect());
    let filled = sections.into_iter().filter(|(_, items)| !items.is_empty());
    resume.extend(filled.map(|(name, items)| (name.to_owned(), items.into())));
    resume.insert("meta".into(), json!({ "version": "v1.0.0" }));
    serde_json::to_string_pretty(&Value::Object(resume)).unwrap_or_default()
}

fn basics(passport: &Passport) -> Value {
    let mut basics = Map::new();
    if let Identity::Code(name) | Identity::Name(name) = &passport.identity {
        basics.insert("name".into(), (&**name).into());
    }
    if !passport.headline.is_empty() {
        basics.insert("label".into(), (&*passport.headline).into());
    }
    own(basics, &BasicsV1 { version: 1, person: (&passport.identity).into() })
}

fn skill(skill: &ShownSkill) -> Value {
    let mut item = Map::new();
    item.insert("name".into(), (&*skill.name).into());
    if let Some((level, _)) = skill.level {
        item.insert("level".into(), level_text(level).into());
    }
    let level = skill.level.map(|(level, on)| LevelV1::new(level, on));
    let history = skill.history.iter().map(|(on, level)| LevelV1::new(*level, *on)).collect();
    own(item, &SkillV1 { id: skill.id.to_string(), level, history })
}

/// The section that evidence belongs to, and its item there.
fn evidence(skill: &SkillId, shown: &ShownEvidence) -> (&'static str, Value) {
    let mut item = Map::new();
    let (section, name, date) = match shown.kind {
        EvidenceKind::Certificate | EvidenceKind::Test => ("certificates", "name", "date"),
        EvidenceKind::Course => ("education", "area", "endDate"),
        EvidenceKind::Recognition => ("awards", "title", "date"),
        EvidenceKind::Work | EvidenceKind::Project | EvidenceKind::Portfolio => ("projects", "name", "endDate"),
    };
    item.insert(name.into(), (&*shown.what).into());
    if let Some(day) = plain(shown.dated) {
        item.insert(date.into(), day.into());
    }
    if section != "awards" && is_uri(&shown.what) {
        item.insert("url".into(), (&*shown.what).into());
    }
    let word = match section {
        "education" => Some("studyType"),
        "projects" => Some("type"),
        _ => None,
    };
    item.extend(word.map(|word| (word.to_owned(), shown.kind.word().into())));
    let own_part = EvidenceV1 {
        skill: skill.to_string(),
        kind: shown.kind.word().to_owned(),
        dated: shown.dated,
        expires: shown.expires,
        level: shown.level.map(u8::from),
    };
    (section, own(item, &own_part))
}

fn own<T: serde::Serialize>(mut item: Map<String, Value>, part: &T) -> Value {
    item.insert(OWN.into(), serde_json::to_value(part).unwrap_or_default());
    Value::Object(item)
}

/// A day as the format has it, which knows the years from 1000 to 2999.
fn plain(day: NaiveDate) -> Option<String> {
    (1000..3000).contains(&day.year()).then(|| day.to_string())
}

/// Whether a text is an address by the letter of RFC 3986, which the format asks for: no letters beyond ASCII, every mark in its place.
fn is_uri(text: &str) -> bool {
    let Some(host) = SafeUrl::of(text).and_then(|_| text.split("//").nth(1)?.split(['/', '?', '#']).next()) else {
        return false;
    };
    let port = host.split_once(':').map_or("", |(_, port)| port);
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let escapes = text.split('%').skip(1);
    let is_escape = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    text.bytes().all(is_allowed)
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && escapes.into_iter().all(is_escape)
        && text.matches('#').count() <= 1
}
