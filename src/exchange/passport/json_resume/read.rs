//! A JSON Resume of anybody: our own items whole, all others as far as their words go.

use super::super::wire::kind_of;
use super::super::words::{clip, level_of};
use super::super::{Form, Passport, Proposal, ShownEvidence, ShownSkill, date::day};
use super::{BasicsV1, EvidenceV1, OWN, SkillV1};
use crate::domain::{EvidenceKind, Level, SkillId, sorted};
use crate::exchange::limits;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// The passport that is in a resume as far as it is ours, and what its other items propose.
pub(in crate::exchange::passport) fn read(resume: &Value) -> (Passport, Vec<Proposal>) {
    let mut passport = Passport::default();
    let basics = &resume["basics"];
    if let Some(own) = own::<BasicsV1>(basics) {
        passport.identity = own.person.into();
        passport.headline = text(basics, "label").into();
    }
    let (mut others, mut shown) = (Vec::new(), BTreeMap::<SkillId, Vec<ShownEvidence>>::new());
    for item in items(resume, "skills") {
        match own_skill(item) {
            Some(skill) => passport.skills.push(skill),
            None => add(&mut others, skills(item)),
        }
    }
    for (section, names) in SECTIONS {
        for item in items(resume, section) {
            let name = names.iter().map(|name| text(item, name)).find(|name| !name.is_empty()).unwrap_or_default();
            match own_evidence(item, names.first().map_or("", |name| text(item, name))) {
                Some((skill, evidence)) => shown.entry(skill).or_default().push(evidence),
                None => add(&mut others, evidence(section, item, name)),
            }
        }
    }
    add(&mut others, items(resume, "languages").map(language));
    for skill in &mut passport.skills {
        skill.evidence = sorted(shown.remove(&skill.id).unwrap_or_default(), Ord::cmp);
    }
    // Somebody has taken the skill out of the file: its id is all that is left of its name.
    passport.skills.extend(shown.into_iter().map(|(id, evidence)| {
        let (name, evidence) = (id.as_str().into(), sorted(evidence, Ord::cmp));
        ShownSkill { id, name, level: None, evidence, history: Vec::new() }
    }));
    (passport, others.into_iter().filter(|proposal| !proposal.name.is_empty()).collect())
}

/// Sections with things that may show a skill, and the members that may name them, the best first.
const SECTIONS: [(&str, &[&str]); 8] = [
    ("certificates", &["name"]),
    ("education", &["area", "studyType", "institution"]),
    ("awards", &["title"]),
    ("projects", &["name", "description"]),
    ("work", &["position", "name"]),
    ("volunteer", &["position", "organization"]),
    ("publications", &["name"]),
    ("references", &["name"]),
];

/// Adds proposals, no further than to the first that is too much: a short file can name very many.
fn add(others: &mut Vec<Proposal>, more: impl IntoIterator<Item = Proposal>) {
    let n_free = (limits::PASSPORT_PROPOSALS + 1).saturating_sub(others.len());
    others.extend(more.into_iter().take(n_free));
}

fn items<'a>(resume: &'a Value, section: &str) -> impl Iterator<Item = &'a Value> {
    resume[section].as_array().into_iter().flatten()
}

fn text<'a>(item: &'a Value, name: &str) -> &'a str {
    item[name].as_str().unwrap_or_default()
}

fn own<T: DeserializeOwned>(item: &Value) -> Option<T> {
    serde_json::from_value(item.get(OWN)?.clone()).ok()
}

fn own_skill(item: &Value) -> Option<ShownSkill> {
    let own: SkillV1 = own(item)?;
    let history = own.history.iter().map(|stated| stated.read().map(|(level, on)| (on, level)));
    Some(ShownSkill {
        id: own.id.into(),
        name: text(item, "name").into(),
        level: own.level.map(|stated| stated.read()).transpose().ok()?,
        evidence: Vec::new(),
        history: history.collect::<Result<_, _>>().ok()?,
    })
}

fn own_evidence(item: &Value, what: &str) -> Option<(SkillId, ShownEvidence)> {
    let own: EvidenceV1 = own(item)?;
    let kind = kind_of(&own.kind).ok()?;
    let level = own.level.map(Level::try_from).transpose().ok()?;
    Some((own.skill.into(), ShownEvidence { dated: own.dated, kind, what: what.into(), expires: own.expires, level }))
}

/// A skill, and each of its keywords as one.
fn skills(item: &Value) -> impl Iterator<Item = Proposal> {
    let words = text(item, "level");
    let named = Proposal {
        level: level_of(words),
        level_words: clip(words),
        ..Proposal::named(&clip(text(item, "name")), Form::JsonResume)
    };
    let keywords = item["keywords"].as_array().into_iter().flatten().filter_map(Value::as_str);
    std::iter::once(named).chain(keywords.map(|word| Proposal::named(&clip(word), Form::JsonResume)))
}

fn language(item: &Value) -> Proposal {
    let words = text(item, "fluency");
    Proposal {
        level: level_of(words),
        level_words: clip(words),
        ..Proposal::named(&clip(text(item, "language")), Form::JsonResume)
    }
}

fn evidence(section: &str, item: &Value, name: &str) -> Option<Proposal> {
    let kind = match section {
        "certificates" => EvidenceKind::Certificate,
        "education" => EvidenceKind::Course,
        "awards" | "references" => EvidenceKind::Recognition,
        "projects" => EvidenceKind::Project,
        "publications" => EvidenceKind::Portfolio,
        _ => EvidenceKind::Work,
    };
    let givers = ["issuer", "institution", "awarder", "organization", "entity", "publisher", "name"];
    let giver = givers.iter().map(|giver| text(item, giver)).find(|giver| !giver.is_empty() && *giver != name);
    let dates = ["date", "endDate", "releaseDate", "startDate"];
    let dated = dates.iter().find_map(|date| day(text(item, date)));
    let details = ["summary", "description", "reference"];
    let detail = details.iter().map(|detail| text(item, detail)).find(|detail| !detail.is_empty() && *detail != name);
    (!name.is_empty()).then(|| Proposal {
        detail: clip(detail.unwrap_or_default()),
        ..Proposal::named(&clip(name), Form::JsonResume)
            .shown_by(kind, &clip(giver.unwrap_or_default()), dated)
            .linked(text(item, "url"))
    })
}
