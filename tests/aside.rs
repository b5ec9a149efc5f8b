//! What lies beside the document on a device: texts set aside, conflicts, newer ones, copies, and when a backup is due.

mod support;

use skillstead::domain::Workspace;
use skillstead::store::{
    Backup, Copy, CopyKind, Journal, Kept, Loaded, MemoryBackend, MemoryJournal, Occasion, Repository, StoreError,
    Unreadable, open, seal, surplus,
};
use support::device::at_once;
use support::hostile::sealed_as;
use support::town::{answered, day};

/// The keys of a place and what they hold.
type Texts<'a> = &'a [(&'a str, &'a str)];

fn found(local: Texts<'_>, journal: Texts<'_>) -> (Repository<MemoryBackend>, Loaded, MemoryJournal) {
    let owned = |texts: Texts<'_>| texts.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect();
    let journal = MemoryJournal::of(owned(journal));
    let backend = MemoryBackend { texts: owned(local), fails: None };
    let (repository, loaded) = at_once(Repository::load(Some(backend), Some(&journal), "t", open, None));
    (repository, loaded, journal)
}

fn save(
    repository: &mut Repository<MemoryBackend>,
    journal: &MemoryJournal,
    next: &Workspace,
) -> Result<Kept, StoreError> {
    let commit = repository.prepare(next, Occasion::default())?;
    let done = at_once(journal.commit(&commit.change));
    repository.settle(commit, done, next)
}

#[test]
fn what_is_set_aside_goes_when_the_person_says_so() {
    let (mut repository, loaded, journal) =
        found(&[("skillstead.a", "broken"), ("skillstead.aside.2", "old")], &[("b", "torn"), ("aside/a-3", "older")]);
    assert_eq!(loaded.aside.len(), 4);
    assert_eq!(repository.stopped(), Some(StoreError::Unread));
    assert_eq!(save(&mut repository, &journal, &answered(1)), Err(StoreError::Unread));
    repository.begin_anew();
    let keys = at_once(journal.keys()).expect("readable");
    let change = repository.forget_aside(&keys).expect("writable");
    at_once(journal.commit(&change)).expect("writable");
    assert!(journal.texts().is_empty());
    assert_eq!(save(&mut repository, &journal, &answered(1)), Ok(Kept::Both));
    assert_eq!(journal.texts().len(), 2, "the document and that there is one");
}

#[test]
fn two_documents_of_one_generation_are_both_kept() {
    let (mine, theirs) = (seal(&answered(3), 4), seal(&answered(5), 4));
    let (mut repository, loaded, journal) = found(&[("skillstead.a", &mine)], &[("a", &theirs)]);
    assert_eq!(loaded.workspace, answered(5), "the fenced place's");
    assert_eq!(
        loaded.aside.iter().map(|aside| (&*aside.text, aside.why)).collect::<Vec<_>>(),
        [(&*mine, Unreadable::Conflict)]
    );
    // Two saves later both slots are new; the other document is kept aside.
    assert_eq!(save(&mut repository, &journal, &answered(6)), Ok(Kept::Both));
    assert_eq!(save(&mut repository, &journal, &answered(7)), Ok(Kept::Both));
    let keys = at_once(journal.keys()).expect("readable");
    repository.forget_aside(&keys).expect("writable");
    assert_eq!(repository.text(), Some(&*seal(&answered(7), 6)));
}

#[test]
fn a_newer_document_stops_every_save() {
    let newer = sealed_as(2, "{}");
    let (mut repository, loaded, journal) = found(&[], &[("a", &newer)]);
    assert_eq!(repository.stopped(), Some(StoreError::Newer(2)));
    assert_eq!(loaded.aside[0].why, Unreadable::Newer(2));
    assert_eq!(save(&mut repository, &journal, &answered(9)), Err(StoreError::Newer(2)));
    assert_eq!(repository.pend(&answered(9)), Err(StoreError::Newer(2)));
    assert_eq!(journal.texts()["a"], newer);
}

#[test]
fn where_no_place_is_left_aside_the_slot_stays_and_the_journal_has_the_save() {
    let full = ["1", "2", "3", "4"].map(|nth| format!("skillstead.aside.{nth}"));
    let good = seal(&answered(2), 1);
    let mut local: Vec<(&str, &str)> = full.iter().map(|key| (key.as_str(), "kept")).collect();
    local.extend([("skillstead.a", "broken"), ("skillstead.b", &good)]);
    let (mut repository, _, journal) = found(&local, &[("b", &good)]);
    assert_eq!(save(&mut repository, &journal, &answered(3)), Ok(Kept::One(StoreError::Full)));
    assert_eq!(open(&journal.texts()["a"]).map(|opened| opened.workspace), Ok(answered(3)));
}

#[test]
fn who_follows_another_tab_saves_after_it() {
    let (mut first, _, journal) = found(&[], &[]);
    let (mut second, ..) = found(&[], &[]);
    assert_eq!(save(&mut first, &journal, &answered(2)), Ok(Kept::Both));
    assert_eq!(save(&mut second, &journal, &answered(4)), Err(StoreError::AnotherTab(1)));
    let (mut second, loaded) = at_once(second.again(journal.clone(), false));
    assert_eq!(loaded.workspace, answered(2));
    assert_eq!(save(&mut second, &journal, &answered(4)), Ok(Kept::Both));
    assert_eq!(save(&mut first, &journal, &answered(3)), Err(StoreError::AnotherTab(2)));
    assert_eq!(second.generation(), 2);
}

#[test]
fn copies_that_are_too_large_together_go_oldest_first() {
    let copy = |nth: u64, kind, letters| Copy { generation: nth, kind, minutes: nth as i64 * 60, letters };
    let copies = [
        copy(1, CopyKind::Migration, 9_000_000),
        copy(2, CopyKind::Passing, 9_000_000),
        copy(3, CopyKind::Passing, 9_000_000),
        copy(4, CopyKind::Passing, 1),
    ];
    assert_eq!(surplus(&copies), [copies[1], copies[2]]);
}

#[test]
fn a_backup_is_due_after_twenty_saves_then_a_week_after_the_last_one() {
    let left = |generation, on: &str| Backup { generation, on: Some(day(on)), later: None };
    let put_off = |on: &str| Backup { later: Some(day(on)), ..Backup::default() };
    let cases = [
        (Backup::default(), 19, false),
        (Backup::default(), 20, true),
        (left(10, "2026-11-16"), 11, false),
        (left(10, "2026-11-15"), 11, true),
        (left(10, "2026-11-15"), 10, false),
        (put_off("2026-11-16"), 99, false),
        (put_off("2026-11-15"), 99, true),
    ];
    for (backup, generation, is_due) in cases {
        assert_eq!(backup.is_due(generation, day("2026-11-23")), is_due, "{backup:?} at {generation}");
    }
    assert_eq!(left(10, "2026-11-15").n_since(14), 4);
}

#[test]
fn a_document_too_large_for_the_local_place_is_the_journals_alone() {
    let (mut repository, _, journal) = found(&[], &[]);
    assert_eq!(save(&mut repository, &journal, &answered(3)), Ok(Kept::Both));
    let large = Workspace { organisation: format!("\"{}\"", "x".repeat(1_300_000)).into(), ..answered(3) };
    assert_eq!(save(&mut repository, &journal, &large), Ok(Kept::Both));
    // The smaller one before it is gone from the local place: whoever found it alone would take it for the last.
    let commit = repository.prepare(&large, Occasion::default()).expect("prepared");
    let failed = repository.settle(commit, Err(StoreError::Failing), &large);
    assert_eq!(failed, Err(StoreError::Failing), "what is in neither place is not kept");
    let texts = journal.texts();
    let local = [("skillstead.used", "1")];
    let texts: Vec<(&str, &str)> = texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let (_, loaded, _) = found(&local, &texts);
    assert_eq!(loaded.workspace, large);
}
