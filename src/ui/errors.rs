//! Every error in the words of the page: what happened, what is safe, and what to do.

use super::format;
use super::words::say;
use crate::exchange::ReadError;
use crate::exchange::archive::ArchiveError;
use crate::exchange::handshake::{HandshakeError, Side};
use crate::exchange::message::Failure;
use crate::exchange::passport::PassportError;
use crate::exchange::plan_file::PlanFault;
use crate::exchange::sheets::message::Failure as SheetsWorkerFailure;
use crate::exchange::sheets::{Measure, SheetError};
use crate::state::{
    AmendError, HandshakeFailure, ImportFailure, LockFailure, SheetsFailure, TakingFailure, TransferError,
};
use crate::store::lock::LockError;
use crate::store::{StoreError, Unreadable};

/// Why something is not kept.
pub(super) fn store_error(error: StoreError) -> String {
    match error {
        StoreError::Blocked => say!(status.blocked),
        StoreError::Full => say!(status.full),
        StoreError::Newer(_) => say!(status.newer),
        StoreError::AnotherTab(_) => say!(status.other_tab),
        StoreError::ReadBack => say!(status.read_back),
        StoreError::Unread => say!(status.unread),
        StoreError::Shrunk => say!(status.shrunk),
        StoreError::Failing => say!(status.failing),
    }
}

/// Why a person's own file is not taken.
pub(super) fn transfer_error(error: TransferError) -> String {
    let why = match error {
        TransferError::TooLarge => say!(failure.file_large),
        TransferError::Unread => say!(failure.unreadable),
        TransferError::Document(Unreadable::Foreign | Unreadable::Conflict) => say!(failure.foreign),
        TransferError::Document(Unreadable::Damaged) => say!(failure.changed),
        TransferError::Document(Unreadable::Newer(_)) => say!(failure.newer),
        TransferError::Document(Unreadable::Locked) => say!(failure.locked),
        TransferError::Organisation => say!(failure.of_organisation),
        TransferError::Personal => say!(failure.of_person),
    };
    with_nothing_changed(&why)
}

/// Why the plan of an organisation is not taken.
pub(super) fn plan_fault(fault: PlanFault) -> String {
    let why = match fault {
        PlanFault::TooLarge => say!(failure.file_large),
        PlanFault::Other => say!(failure.foreign),
        PlanFault::Newer(_) => say!(failure.newer),
        PlanFault::Changed => say!(failure.changed),
    };
    with_nothing_changed(&why)
}

/// Why a passphrase is not set, changed or taken away.
pub(super) fn lock_failure(failure: LockFailure) -> String {
    let why = match failure {
        LockFailure::Lock(error) => lock_error(error),
        LockFailure::Store(StoreError::Unread) => say!(lock.aside_first),
        LockFailure::Store(_) => say!(lock.not_saved),
    };
    with_nothing_changed(&why)
}

/// Why a lock does not open.
pub(super) fn lock_error(error: LockError) -> String {
    match error {
        LockError::Wrong => say!(lock.wrong),
        LockError::Unknown => say!(lock.unknown),
        LockError::NoMemory => say!(lock.no_memory),
        LockError::NoRandom => say!(lock.no_random),
    }
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

/// Why an entry of the catalogue is not changed.
pub(super) fn amend_error(error: AmendError) -> String {
    let why = match error {
        AmendError::TooMuch => say!(failure.too_much),
        AmendError::Unreadable => say!(failure.own),
    };
    with_nothing_changed(&why)
}

/// Why nothing came of a person's own sheets.
pub(super) fn sheets_failure(failure: &SheetsFailure) -> String {
    let why = match failure {
        SheetsFailure::TooMuch => say!(failure.too_much),
        SheetsFailure::Own => say!(failure.own),
        SheetsFailure::File(SheetsWorkerFailure::Sheet(error)) => sheet_error(error),
        SheetsFailure::File(SheetsWorkerFailure::Unreadable) => say!(failure.unreadable),
        SheetsFailure::File(SheetsWorkerFailure::Protocol) => say!(failure.protocol),
        SheetsFailure::Worker | SheetsFailure::File(_) => say!(failure.worker),
    };
    with_nothing_changed(&why)
}

/// Why nothing comes of a file for the passport.
pub(super) fn taking_failure(failure: &TakingFailure) -> String {
    match failure {
        TakingFailure::File(error) => with_nothing_changed(&passport_error(error)),
        TakingFailure::Worker(failure) => sheets_failure(failure),
        TakingFailure::Record => say!(passport.unread),
    }
}

fn passport_error(error: &PassportError) -> String {
    match error {
        PassportError::TooLarge { limit } => say!(failure.passport_large, limit = megabytes(*limit)),
        PassportError::TooMany { limit } => say!(failure.passport_many, limit = format::number(*limit as f64)),
        PassportError::TooDeep => say!(failure.passport_deep),
        PassportError::DocumentType => say!(failure.passport_type),
        PassportError::NotText => say!(failure.passport_text),
        PassportError::Unknown => say!(failure.passport_unknown),
        PassportError::Broken(_) => say!(failure.passport_broken),
        PassportError::Damaged => say!(failure.changed),
        PassportError::Newer(_) => say!(failure.newer),
    }
}

/// With the word that nothing has changed.
pub(super) fn with_nothing_changed(why: &str) -> String {
    [why, &say!(failure.nothing_changed)].join(" ")
}

fn sheet_error(error: &SheetError) -> String {
    match error.clone() {
        SheetError::Archive(error) => archive_error(error),
        SheetError::TooLarge { limit } => say!(failure.sheet_large, limit = megabytes(limit)),
        SheetError::Empty => say!(failure.sheet_empty),
        SheetError::Damaged { sheet } => say!(failure.damaged, entry = sheet),
        SheetError::TooMuch { sheet, row, what, limit } => {
            let what = match what {
                Measure::Rows => say!(failure.of_rows),
                Measure::Columns => say!(failure.of_columns),
                Measure::Cells => say!(failure.of_cells),
                Measure::Letters => say!(failure.of_letters),
            };
            let limit = format::number(limit as f64);
            say!(failure.sheet_too_much, sheet = sheet, row = row.to_string(), limit = limit, what = what)
        }
    }
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

fn megabytes(bytes: u64) -> String {
    format::number(bytes as f64 / f64::from(1 << 20))
}

fn archive_error(error: ArchiveError) -> String {
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

/// Why a file of a handshake is not taken.
pub(super) fn handshake_failure(failure: HandshakeFailure) -> String {
    match failure {
        HandshakeFailure::File(error) => transfer_error(error),
        HandshakeFailure::Handshake(error) => with_nothing_changed(&handshake_error(error)),
        HandshakeFailure::AnotherFirst => with_nothing_changed(&say!(handshake.another_first)),
        HandshakeFailure::OthersCopy => with_nothing_changed(&say!(handshake.others_copy)),
        HandshakeFailure::NoRandom => with_nothing_changed(&say!(lock.no_random)),
    }
}

/// Why two people's files make no handshake.
pub(super) fn handshake_error(error: HandshakeError) -> String {
    match error {
        HandshakeError::TooLarge => say!(failure.file_large),
        HandshakeError::Foreign => say!(handshake.foreign),
        HandshakeError::Newer(_) => say!(failure.newer),
        HandshakeError::OtherPerson => say!(handshake.other_person),
        HandshakeError::OneSide => say!(handshake.one_side),
        HandshakeError::Changed(Side::Employee) => say!(handshake.changed_employee),
        HandshakeError::Changed(Side::Manager) => say!(handshake.changed_manager),
        HandshakeError::OtherAnswer(_) => say!(handshake.other_answer),
    }
}
