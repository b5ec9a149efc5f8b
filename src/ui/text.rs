//! Words for the values of the core: levels, kinds, verdicts.

use super::format;
use super::words::{language, say};
use crate::catalog::{Catalog, Source};
use crate::domain::{EvidenceKind, Kind, Language, Rater, SkillId, SkillIx, Verdict};
use crate::engine::{GapKind, Step, Why};
use crate::exchange::sheets::{CellFault, Scale, SheetKind};
use crate::state::{Analysis, App};
use leptos::prelude::Read;

/// A skill's name.
pub(super) fn skill(catalog: &Catalog, skill: SkillIx) -> String {
    catalog.skill(skill).map(|skill| skill.name.get(language()).to_owned()).unwrap_or_default()
}

/// A catalogue's name: its own, or ours in the language of the page.
pub(super) fn source_name(source: &Source) -> String {
    if &*source.key == "starter" { say!(catalogue.starter) } else { source.name.to_string() }
}

/// A name inside a sentence: "Databases and SQL" becomes "databases and SQL", but "HR manager" and "Data Scientists" stay.
pub(super) fn in_sentence(name: &str) -> String {
    let is_capital = |letters: &[char]| matches!(letters, [a, b, ..] if a.is_uppercase() && b.is_lowercase());
    let letters: Vec<char> = name.chars().collect();
    let mut words = letters.split(|letter| *letter == ' ');
    if !words.next().is_some_and(is_capital) || words.any(is_capital) {
        return name.to_owned();
    }
    letters[0].to_lowercase().chain(letters[1..].iter().copied()).collect()
}

/// The same with a capital at its beginning.
pub(super) fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What a level is called.
pub(super) fn level_name(rung: u8) -> String {
    match rung {
        0 => say!(level.n0),
        1 => say!(level.n1),
        2 => say!(level.n2),
        3 => say!(level.n3),
        4 => say!(level.n4),
        _ => say!(level.n5),
    }
}

/// What a level looks like in a skill: the catalogue's own words, else those of the ladder.
pub(super) fn level_sentence(catalog: &Catalog, skill: SkillIx, rung: u8) -> String {
    let words = catalog.skill(skill).and_then(|skill| skill.levels.get(usize::from(rung).checked_sub(1)?));
    match (words.map(|words| words.get(language())).filter(|words| !words.is_empty()), rung) {
        (Some(words), _) => words.to_owned(),
        (None, 0) => say!(level.d0),
        (None, 1) => say!(level.d1),
        (None, 2) => say!(level.d2),
        (None, 3) => say!(level.d3),
        (None, 4) => say!(level.d4),
        (None, _) => say!(level.d5),
    }
}

/// What a requirement is to the person.
pub(super) fn gap_kind(kind: GapKind) -> String {
    match kind {
        GapKind::New => say!(kind.new),
        GapKind::Bridge => say!(kind.bridge),
        GapKind::Deepen => say!(kind.deepen),
        GapKind::Unverified => say!(kind.unverified),
        GapKind::Met => say!(kind.met),
        GapKind::Strength => say!(kind.strength),
        GapKind::NotApplicable => say!(kind.not_applicable),
    }
}

/// A verdict's name and its sentence.
pub(super) fn verdict(verdict: Verdict) -> (String, String) {
    match verdict {
        Verdict::Maintain => (say!(verdict.maintain), say!(verdict.maintain_text)),
        Verdict::Upskill => (say!(verdict.upskill), say!(verdict.upskill_text)),
        Verdict::UpskillMove => (say!(verdict.upskill_move), say!(verdict.upskill_move_text)),
        Verdict::Reskill => (say!(verdict.reskill), say!(verdict.reskill_text)),
        Verdict::LongReskill => (say!(verdict.long_reskill), say!(verdict.long_reskill_text)),
    }
}

/// A kind of learning.
pub(super) fn activity_kind(kind: Kind) -> String {
    match kind {
        Kind::Course => say!(activity.course),
        Kind::Certificate => say!(activity.certificate),
        Kind::Reading => say!(activity.reading),
        Kind::Project => say!(activity.project),
        Kind::Stretch => say!(activity.stretch),
        Kind::Shadowing => say!(activity.shadowing),
        Kind::Mentoring => say!(activity.mentoring),
        Kind::ReverseMentoring => say!(activity.reverse_mentoring),
        Kind::Community => say!(activity.community),
        Kind::Teaching => say!(activity.teaching),
    }
}

/// What is done in a step: the catalogue's own words, else its kind and its skill.
pub(super) fn step(catalog: &Catalog, step: &Step) -> String {
    match catalog.find_activity(&step.activity) {
        Some(activity) => activity.name.get(language()).to_owned(),
        None => say!(activity.generic, kind = activity_kind(step.kind), skill = skill(catalog, step.skill)),
    }
}

/// What stands small below a step: its levels, with skill and kind where the name does not say them already.
pub(super) fn step_detail(catalog: &Catalog, step: &Step) -> String {
    let levels = say!(activity.step, from = format::level(step.from), to = format::level(step.to));
    match catalog.find_activity(&step.activity) {
        Some(_) => [skill(catalog, step.skill), levels, activity_kind(step.kind)].join(" · "),
        None => levels,
    }
}

/// "Customer service representative to data scientist", or "Growing as …".
pub(super) fn heading(analysis: &Analysis) -> String {
    let name = |id| analysis.catalog.find_role(id).map(|role| role.name.get(language()).to_owned());
    let to = name(&analysis.target).unwrap_or_default();
    match analysis.current.as_ref().filter(|current| **current != analysis.target).and_then(name) {
        Some(from) => capitalised(&say!(way.both, from = in_sentence(&from), to = in_sentence(&to))),
        None => say!(way.own, to = in_sentence(&to)),
    }
}

/// Why an activity has no place.
pub(super) fn why_left(why: Why) -> String {
    match why {
        Why::Deadline => say!(plan.why_deadline),
        Why::Money => say!(plan.why_money),
        Why::Before => say!(plan.why_before),
        Why::Timing => say!(plan.why_timing),
    }
}

/// What is wrong with a cell of a person's own sheet.
pub(super) fn cell_fault(fault: CellFault) -> String {
    match fault {
        CellFault::Empty => say!(sheets.fault_empty),
        CellFault::Unknown => say!(sheets.fault_unknown),
        CellFault::Number => say!(sheets.fault_number),
        CellFault::Word => say!(sheets.fault_word),
        CellFault::Repeated => say!(sheets.fault_repeated),
        CellFault::NotUp => say!(sheets.fault_not_up),
    }
}

/// What the rows of a sheet are.
pub(super) fn sheet_kind(kind: SheetKind) -> String {
    match kind {
        SheetKind::Skills => say!(sheets.skills),
        SheetKind::Roles => say!(sheets.roles),
        SheetKind::Requirements => say!(sheets.requirements),
        SheetKind::Tasks => say!(sheets.tasks),
        SheetKind::Activities => say!(sheets.activities),
    }
}

/// A scale of levels.
pub(super) fn scale(scale: Scale) -> String {
    match scale {
        Scale::Ladder => say!(sheets.ladder),
        Scale::Sfia => say!(sheets.sfia),
        Scale::DigComp => say!(sheets.digcomp),
        Scale::Dreyfus => say!(sheets.dreyfus),
        Scale::Onet => say!(sheets.onet),
    }
}

/// A language by its own name.
pub(super) fn language_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Es => "Español",
    }
}

/// A skill's name by its id, in whichever catalogue knows it; else the id itself.
pub(super) fn skill_name(app: App, id: &SkillId) -> String {
    let library = app.library.read();
    let found = library.with_skill(id).and_then(|catalog| catalog.skill(catalog.find_skill(id)?));
    found.map_or_else(|| id.to_string(), |skill| skill.name.get(language()).to_owned())
}

/// Who says where a person is.
pub(super) fn rater(rater: Rater) -> String {
    match rater {
        Rater::Own => say!(record.own),
        Rater::Peer => say!(record.peer),
        Rater::Manager => say!(record.manager),
        Rater::Evidence => say!(record.shown),
    }
}

/// What kind of thing shows a skill.
pub(super) fn evidence_kind(kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Work => say!(record.work),
        EvidenceKind::Project => say!(record.project),
        EvidenceKind::Portfolio => say!(record.portfolio),
        EvidenceKind::Course => say!(record.course),
        EvidenceKind::Certificate => say!(record.certificate),
        EvidenceKind::Test => say!(record.test),
        EvidenceKind::Recognition => say!(record.recognition),
    }
}
