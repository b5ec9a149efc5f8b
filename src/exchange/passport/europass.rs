//! Europass XML, as people have it from the portal: the form of today (root `Candidate`), and the one until 2020 (root `SkillsPassport`).
//!
//! What is read is what can show a skill: employment, education, certificates, projects, and skills and languages by name. Who the person is,
//! where they live and what they look like is left in the file.

use super::date::day;
use super::words::{clip, level_of, plain};
use super::xml::Element;
use super::{Form, PassportError, Proposal};
use crate::domain::{EvidenceKind, Level};
use chrono::NaiveDate;

/// What the file proposes.
///
/// # Errors
/// XML with another root.
pub(super) fn read(root: &Element) -> Result<Vec<Proposal>, PassportError> {
    match root.name.as_str() {
        "Candidate" => Ok(root.all("CandidateProfile").flat_map(profile).collect()),
        "SkillsPassport" => Ok(root.all("LearnerInfo").flat_map(learner).collect()),
        _ => Err(PassportError::Unknown),
    }
}

fn named(name: &str) -> Proposal {
    Proposal::named(&plain(name), Form::Europass)
}

/// A thing that may show a skill: its name, who gave it, when, and what the file says of it.
fn thing(kind: EvidenceKind, name: &str, giver: &str, dated: Option<NaiveDate>, detail: &str) -> Proposal {
    Proposal { detail: plain(detail), ..named(name).shown_by(kind, &plain(giver), dated) }
}

fn every<'a>(element: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    element.below(name, &mut found);
    found
}

/// The first text that is not empty.
fn first<'a>(element: &'a Element, paths: &[&[&str]]) -> &'a str {
    paths.iter().map(|path| element.text(path)).find(|text| !text.is_empty()).unwrap_or_default()
}

// ---- today's form

fn profile(profile: &Element) -> Vec<Proposal> {
    let mut found = Vec::new();
    for employer in every(profile, "EmployerHistory") {
        let giver = first(employer, &[&["OrganizationName"], &["EmployerName"]]);
        found.extend(every(employer, "PositionHistory").into_iter().map(|position| {
            let name = first(position, &[&["PositionTitle"], &["JobTitle"]]);
            // Older files have the period beside the positions.
            let dated = ended(position, "EmploymentPeriod").or_else(|| ended(employer, "EmploymentPeriod"));
            thing(EvidenceKind::Work, name, giver, dated, position.text(&["Description"]))
        }));
    }
    for school in every(profile, "EducationOrganizationAttendance") {
        let name = first(school, &[&["ProgramName"], &["EducationDegree", "DegreeName"]]);
        let giver = first(school, &[&["OrganizationName"], &["SchoolName"]]);
        let detail = school.text(&["EducationDegree", "OccupationalSkillsCovered"]);
        found.push(thing(EvidenceKind::Course, name, giver, ended(school, "AttendancePeriod"), detail));
    }
    for paper in ["Certification", "CourseCertification"].iter().flat_map(|name| every(profile, name)) {
        let name = first(paper, &[&["CertificationName"], &["Title"], &["Name"]]);
        let giver = first(paper, &[&["IssuingAuthority"], &["IssuingAuthority", "Name"], &["OrganizationName"]]);
        let dates: [&[&str]; 3] = [&["CertificationDate"], &["FirstIssuedDate"], &["StartDate"]];
        let dated = dates.iter().find_map(|path| when(paper.at(path)?)).or_else(|| ended(paper, "EffectivePeriod"));
        found.push(thing(EvidenceKind::Certificate, name, giver, dated, paper.text(&["Description"])));
    }
    for project in every(profile, "Project") {
        let dated = ended(project, "Period").or_else(|| ended(project, "ProjectPeriod"));
        let name = first(project, &[&["Title"], &["ProjectName"]]);
        found.push(thing(EvidenceKind::Project, name, "", dated, project.text(&["Description"])));
    }
    found.extend(every(profile, "PersonCompetency").into_iter().map(competency));
    found.extend(every(profile, "DigitalSkill").into_iter().map(|skill| named(skill.text(&[]))));
    tidy(found)
}

/// A skill or a language; the level is the lowest of those of its dimensions, which nobody can hold against the person.
fn competency(competency: &Element) -> Proposal {
    let name = first(competency, &[&["CompetencyName"], &["CompetencyID"]]);
    let scores = every(competency, "ScoreText").into_iter().map(|score| score.text(&[]));
    let scored = scores.filter_map(|words| Some((level_of(words)?, words)));
    with_level(named(name), scored.min_by_key(|(level, _)| *level))
}

fn with_level(proposal: Proposal, scored: Option<(Level, &str)>) -> Proposal {
    let Some((level, words)) = scored else { return proposal };
    Proposal { level: Some(level), level_words: clip(words), ..proposal }
}

/// The last day of a period, or its first where it goes on.
fn ended(element: &Element, period: &str) -> Option<NaiveDate> {
    let period = every(element, period).into_iter().next()?;
    ["EndDate", "StartDate"].iter().find_map(|name| when(period.at(&[name])?))
}

fn when(date: &Element) -> Option<NaiveDate> {
    day(first(date, &[&["FormattedDateTime"], &[]]))
}

// ---- the form until 2020

fn learner(learner: &Element) -> Vec<Proposal> {
    let mut found = Vec::new();
    for work in every(learner, "WorkExperience") {
        let (name, giver) = (work.text(&["Position", "Label"]), work.text(&["Employer", "Name"]));
        found.push(thing(EvidenceKind::Work, name, giver, old_period(work), work.text(&["Activities"])));
    }
    for school in every(learner, "Education") {
        let (name, giver) = (school.text(&["Title"]), school.text(&["Organisation", "Name"]));
        found.push(thing(EvidenceKind::Course, name, giver, old_period(school), school.text(&["Activities"])));
    }
    for achievement in every(learner, "Achievement") {
        let kind = match achievement.text(&["Title", "Code"]) {
            "certifications" => EvidenceKind::Certificate,
            "projects" => EvidenceKind::Project,
            "publications" | "presentations" => EvidenceKind::Portfolio,
            _ => EvidenceKind::Recognition,
        };
        let name = first(achievement, &[&["Description"], &["Title", "Label"]]);
        found.push(thing(kind, name, "", None, ""));
    }
    for language in every(learner, "ForeignLanguage") {
        let scores = language.at(&["ProficiencyLevel"]).map_or(&[][..], |levels| &levels.children[..]);
        let scored = scores.iter().filter_map(|score| Some((level_of(score.text(&[]))?, score.text(&[]))));
        let name = first(language, &[&["Description", "Label"], &["Description", "Code"]]);
        found.push(with_level(named(name), scored.min_by_key(|(level, _)| *level)));
    }
    for language in every(learner, "MotherTongue") {
        let name = first(language, &[&["Description", "Label"], &["Description", "Code"]]);
        found.push(with_level(named(name), Some((Level::TOP, "native"))));
    }
    for skills in every(learner, "Skills") {
        for area in ["Communication", "Organisational", "JobRelated", "Computer", "Other"] {
            found.extend(listed(skills.text(&[area, "Description"])));
        }
    }
    tidy(found)
}

/// The skills of a description, which are the items of its list or its sentences.
fn listed(html: &str) -> Vec<Proposal> {
    let broken = ["</li>", "</p>", "<br>", "<br/>"].iter().fold(html.to_owned(), |text, end| text.replace(end, "\n"));
    broken.split(['\n', ';']).map(named).collect()
}

/// `<From year="2010" month="--03" day="---01"/>`, as that form has it.
fn old_period(element: &Element) -> Option<NaiveDate> {
    let period = element.at(&["Period"])?;
    ["To", "From"].iter().find_map(|name| {
        let date = period.at(&[name])?;
        let part = |name| date.attribute(name).trim_start_matches('-').parse::<u32>().ok();
        let year = date.attribute("year").parse().ok().filter(|year| (1000..3000).contains(year))?;
        NaiveDate::from_ymd_opt(year, part("month").unwrap_or(1), part("day").unwrap_or(1))
    })
}

fn tidy(found: Vec<Proposal>) -> Vec<Proposal> {
    found.into_iter().filter(|proposal| !proposal.name.is_empty()).collect()
}
