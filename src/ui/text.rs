//! Words for the values of the core: levels, kinds, verdicts, and every error, each with what is safe and what to do.

use super::format;
use super::words::{language, say};
use crate::catalog::{Catalog, Source};
use crate::domain::{Kind, Language, SkillIx};
use crate::engine::{GapKind, Step, Verdict, Why};
use crate::exchange::ReadError;
use crate::exchange::archive::ArchiveError;
use crate::exchange::message::Failure;
use crate::state::{ImportFailure, TransferError};
use crate::store::{StoreError, Unreadable};

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

/// Why an activity has no place.
pub(super) fn why_left(why: Why) -> String {
    match why {
        Why::Deadline => say!(plan.why_deadline),
        Why::Money => say!(plan.why_money),
        Why::Before => say!(plan.why_before),
    }
}

/// Why something is not kept.
pub(super) fn store_error(error: StoreError) -> String {
    match error {
        StoreError::Blocked => say!(status.blocked),
        StoreError::Full => say!(status.full),
        StoreError::Newer(_) => say!(status.newer),
        StoreError::AnotherTab(_) => say!(status.other_tab),
        StoreError::ReadBack => say!(status.read_back),
    }
}

/// Why a person's own file is not taken.
pub(super) fn transfer_error(error: TransferError) -> String {
    let why = match error {
        TransferError::TooLarge => say!(failure.file_large),
        TransferError::Unread => say!(failure.unreadable),
        TransferError::Document(Unreadable::Foreign) => say!(failure.foreign),
        TransferError::Document(Unreadable::Damaged) => say!(failure.changed),
        TransferError::Document(Unreadable::Newer(_)) => say!(failure.newer),
    };
    with_nothing_changed(&why)
}

/// Why a framework's download is not taken.
pub(super) fn import_failure(failure: &ImportFailure) -> String {
    let why = match failure {
        ImportFailure::Worker | ImportFailure::File(Failure::NotARequest | Failure::Unpackable) => say!(failure.worker),
        ImportFailure::File(Failure::Unreadable) => say!(failure.unreadable),
        ImportFailure::File(Failure::Protocol { .. }) => say!(failure.protocol),
        ImportFailure::File(Failure::Read(error)) => read_error(error),
    };
    with_nothing_changed(&why)
}

fn with_nothing_changed(why: &str) -> String {
    [why, &say!(failure.nothing_changed)].join(" ")
}

fn read_error(error: &ReadError) -> String {
    match error.clone() {
        ReadError::Archive(error) => archive_error(error),
        ReadError::NoFramework => say!(failure.no_framework),
        ReadError::NoTable { table } => say!(failure.no_table, table = table),
        ReadError::NoRatings => say!(failure.no_ratings),
        ReadError::NoColumn { table, column } => say!(failure.no_column, table = table, column = column),
        ReadError::TooManyRows { table, limit } => {
            say!(failure.rows, table = table, limit = format::number(limit as f64))
        }
        ReadError::NotUtf8 { table, row } => say!(failure.not_utf8, table = table, row = row.to_string()),
        ReadError::FieldCount { table, row, expected, found } => say!(
            failure.cells,
            table = table,
            row = row.to_string(),
            found = found.to_string(),
            expected = expected.to_string()
        ),
        ReadError::Cell { table, row, column, value, .. } => {
            say!(failure.cell, table = table, row = row.to_string(), column = column, value = value)
        }
    }
}

fn archive_error(error: ArchiveError) -> String {
    let megabytes = |bytes: u64| format::number(bytes as f64 / f64::from(1 << 20));
    match error {
        ArchiveError::TooLarge { limit, .. } => say!(failure.too_large, limit = megabytes(limit)),
        ArchiveError::NotAZip => say!(failure.not_a_zip),
        ArchiveError::TooManyEntries { limit } => say!(failure.entries, limit = format::number(limit as f64)),
        ArchiveError::Overlapping => say!(failure.overlap),
        ArchiveError::SameName { entry } => say!(failure.same_name, entry = entry),
        ArchiveError::Encrypted { entry } => say!(failure.encrypted, entry = entry),
        ArchiveError::EntryTooLarge { entry, .. } | ArchiveError::RatioTooHigh { entry, .. } => {
            say!(failure.inflates, entry = entry)
        }
        ArchiveError::TotalTooLarge { limit } => say!(failure.total, limit = megabytes(limit)),
        ArchiveError::Damaged { entry } => say!(failure.damaged, entry = entry),
    }
}

/// A language by its own name.
pub(super) fn language_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Es => "Español",
    }
}
