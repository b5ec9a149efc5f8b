//! Nothing that was acknowledged is ever lost: the power is cut at every operation of every save.

mod support;

use proptest::prelude::*;
use skillstead::domain::Workspace;
use skillstead::store::{
    Change, Copy, CopyKind, Journal, Kept, Loaded, MemoryBackend, MemoryJournal, Occasion, Opened, Repository,
    StoreError, Unreadable, open, seal,
};
use std::collections::{BTreeMap, BTreeSet};
use support::device::{Device, at_once};
use support::town::answered;

/// How often: in each run, and in the long one.
fn times(each: u32, long: u32) -> u32 {
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { long } else { each }
}

/// A tab on a device, with every document that it has tried to save and the last one that was acknowledged.
struct Tab {
    device: Device,
    repository: Repository<Device>,
    tried: Vec<Workspace>,
    acknowledged: usize,
    minutes: i64,
}

impl Tab {
    fn start(device: &Device, read: fn(&str) -> Result<Opened, Unreadable>) -> (Self, Loaded) {
        let (repository, loaded) = at_once(Repository::load(Some(device.clone()), Some(device), "tab", read, None));
        let tried = vec![loaded.workspace.clone()];
        (Self { device: device.clone(), repository, tried, acknowledged: 0, minutes: 0 }, loaded)
    }

    fn save(&mut self, workspace: Workspace, replaces: bool) {
        self.minutes += 25;
        let Ok(commit) = self.repository.prepare(&workspace, Occasion { minutes: self.minutes, replaces }) else {
            return;
        };
        self.tried.push(workspace);
        let workspace = &self.tried[self.tried.len() - 1];
        let done = at_once(self.device.commit(&commit.change));
        // *Saved* is said where the journal has it, whatever becomes of the local place afterwards.
        let is_acknowledged = done.is_ok();
        self.repository.settle(commit, done, workspace).ok();
        if is_acknowledged {
            self.acknowledged = self.tried.len() - 1;
        }
    }

    fn hide(&mut self, workspace: Workspace) {
        self.repository.pend(&workspace).ok();
        self.tried.push(workspace);
    }

    /// What the tab that writes does first.
    fn settle_in(&mut self, loaded: &Loaded) {
        if let Some(heal) = &loaded.heal {
            at_once(self.device.commit(heal)).ok();
        }
        self.repository.heal_local(loaded.is_pending).ok();
        if loaded.is_pending {
            self.save(loaded.workspace.clone(), true);
        }
    }
}

/// A session as chance has it, on what there is.
fn session(device: &Device, seed: u64, read: fn(&str) -> Result<Opened, Unreadable>) -> Tab {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut tab, loaded) = Tab::start(device, read);
    tab.settle_in(&loaded);
    let mut n = loaded.workspace.ratings.len();
    for _ in 0..chance.u8(1..7) {
        match chance.u8(0..8) {
            // An import of something small, or a restored copy.
            0 => {
                n = chance.usize(0..3);
                tab.save(answered(n), true);
            }
            1 => {
                n += 1;
                tab.hide(answered(n));
            }
            2 => {
                if let Some(copy) = tab.repository.copies().first() {
                    let text = at_once(device.get(&copy.to_string())).ok().flatten();
                    if let Some(opened) = text.and_then(|text| open(&text).ok()) {
                        n = opened.workspace.ratings.len();
                        tab.save(opened.workspace, true);
                    }
                }
            }
            _ => {
                n += 1;
                tab.save(answered(n), false);
            }
        }
    }
    tab
}

/// Whether what is read after a restart is at least what was acknowledged, and at most what was tried.
fn is_sound(device: &Device, tab: &Tab, read: fn(&str) -> Result<Opened, Unreadable>) -> Result<(), String> {
    device.restart();
    let (_, loaded) = Tab::start(device, read);
    let known = tab.tried.iter().rposition(|tried| *tried == loaded.workspace);
    let unread: Vec<_> = loaded.aside.iter().filter(|aside| aside.why != Unreadable::Conflict).collect();
    match known {
        None => Err(format!("a document that never was, of {} answers", loaded.workspace.ratings.len())),
        Some(known) if known < tab.acknowledged => {
            let at_least = tab.tried[tab.acknowledged].ratings.len();
            Err(format!("{} answers instead of {at_least}", loaded.workspace.ratings.len()))
        }
        Some(_) if !unread.is_empty() => Err(format!("unreadable: {unread:?}")),
        Some(_) => Ok(()),
    }
}

/// Cuts the power at every operation of sessions on a device that `begin` prepares, until so many cuts were made.
fn cut(n_cuts: u32, begin: fn(&Device), read: fn(&str) -> Result<Opened, Unreadable>) {
    let (mut n, mut seed) = (0, 0);
    while n < n_cuts {
        seed += 1;
        // An earlier session, and then the one that is cut.
        let prepared = |seed: u64| {
            let device = Device::new(seed);
            begin(&device);
            session(&device, seed * 3, read);
            device.restart();
            device
        };
        let whole = prepared(seed);
        let before = whole.n_ops();
        session(&whole, seed * 3 + 1, read);
        for op in 1..=whole.n_ops() - before {
            let device = prepared(seed);
            let base = Tab::start(&device, read).1.workspace;
            device.dies_at(op);
            let mut tab = session(&device, seed * 3 + 1, read);
            assert!(device.is_dead());
            // Where reading broke off, it is what was there that has to be there still.
            tab.tried[0] = base;
            is_sound(&device, &tab, read).unwrap_or_else(|what| panic!("seed {seed}, operation {op}: {what}"));
            n += 1;
        }
    }
}

#[test]
fn power_cuts_lose_nothing_that_was_acknowledged() {
    cut(times(50_000, 1_000_000), |_| (), open);
}

/// A text as an older version of the product would have written it.
fn of_schema_0(workspace: &Workspace) -> String {
    seal(workspace, 4).replacen("{\"skillstead\":1,", "{\"skillstead\":0,", 1)
}

/// Reads that older version too.
fn read_older(text: &str) -> Result<Opened, Unreadable> {
    if !text.starts_with("{\"skillstead\":0,") {
        return open(text);
    }
    let opened = open(&text.replacen("{\"skillstead\":0,", "{\"skillstead\":1,", 1))?;
    Ok(Opened { schema: 0, ..opened })
}

#[test]
fn power_cuts_in_a_migration_lose_nothing_either() {
    let begin = |device: &Device| device.put_local("skillstead.a", &of_schema_0(&answered(12)));
    cut(times(5_000, 100_000), begin, read_older);
    // The text before the migration is kept, byte for byte.
    let device = Device::new(1);
    begin(&device);
    let (mut tab, loaded) = Tab::start(&device, read_older);
    tab.settle_in(&loaded);
    tab.save(answered(13), false);
    let copy = tab.repository.copies()[0];
    assert_eq!((copy.kind, copy.generation), (CopyKind::Migration, 4));
    assert_eq!(device.journal().texts()[&copy.to_string()], of_schema_0(&answered(12)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(1_000, 100_000)))]

    /// Tabs that save as they please, without any lock: a save is refused or is built on what was there.
    #[test]
    fn no_save_of_any_tab_is_lost(turns in prop::collection::vec((0usize..4, any::<bool>()), 1..40)) {
        let journal = MemoryJournal::default();
        let locals = MemoryBackend::default();
        let start = || at_once(Repository::load(Some(locals.clone()), Some(&journal), "t", open, None));
        let mut tabs: Vec<_> = (0..4).map(|_| start()).collect();
        let mut n_saved = 0;
        for (at, again) in turns {
            let (tab, loaded) = &mut tabs[at];
            let next = answered(loaded.workspace.ratings.len() + 1);
            let commit = tab.prepare(&next, Occasion::default()).expect("nothing in the way");
            let done = at_once(journal.commit(&commit.change));
            match tab.settle(commit, done, &next) {
                Ok(_) => {
                    loaded.workspace = next;
                    n_saved += 1;
                }
                Err(error) => {
                    prop_assert!(matches!(error, StoreError::AnotherTab(_)));
                    if again {
                        tabs[at] = start();
                    }
                }
            }
        }
        prop_assert_eq!(start().1.workspace.ratings.len(), n_saved, "as many answers as there were saves");
    }
}

/// The keys of a place and what they hold.
type Texts<'a> = &'a [(&'a str, &'a str)];

/// A repository on these texts, and what it finds.
fn found(local: Texts<'_>, journal: Texts<'_>) -> (Repository<MemoryBackend>, Loaded, MemoryJournal) {
    let owned = |texts: Texts<'_>| -> BTreeMap<String, String> {
        texts.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect()
    };
    let backend = MemoryBackend { texts: owned(local), fails: None };
    let journal = MemoryJournal::of(owned(journal));
    let (repository, loaded) = at_once(Repository::load(Some(backend), Some(&journal), "t", open, None));
    (repository, loaded, journal)
}

proptest! {
    #[test]
    fn whatever_a_device_holds_a_load_neither_panics_nor_loses_it(texts in prop::collection::vec(".{1,40}", 4)) {
        let slots = [("skillstead.a", &*texts[0]), ("skillstead.b", &texts[1])];
        let (_, loaded, _) = found(&slots, &[("a", &texts[2]), ("b", &texts[3])]);
        let kept: BTreeSet<_> = loaded.aside.iter().map(|aside| &*aside.text).collect();
        prop_assert_eq!(kept, texts.iter().map(|text| &**text).collect());
    }
}

#[test]
fn where_nothing_can_be_read_nothing_is_written_until_the_person_says_so() {
    let good = seal(&answered(12), 7);
    let mut chance = fastrand::Rng::with_seed(7);
    for nth in 0..times(200, 1_000) {
        // Flipped, cut, or something else altogether.
        let mut bytes = good.clone().into_bytes();
        let at = chance.usize(1..bytes.len());
        match nth % 3 {
            0 => bytes[at] = bytes[at].wrapping_add(chance.u8(1..=60)) & 127,
            1 => bytes.truncate(at),
            _ => bytes = (0..chance.usize(1..200)).map(|_| chance.u8(32..127)).collect(),
        }
        let damaged = String::from_utf8(bytes).expect("ascii");
        if open(&damaged).is_ok() {
            continue;
        }
        let (mut repository, loaded, journal) = found(&[("skillstead.b", &damaged)], &[("b", &damaged)]);
        assert_eq!(loaded.aside.iter().map(|aside| &aside.text).collect::<Vec<_>>(), [&damaged], "offered, once");
        assert_eq!((loaded.heal, loaded.is_pending, loaded.is_gone), (None, false, false));
        let refused = repository.prepare(&answered(1), Occasion::default()).map(|commit| commit.change);
        assert!(matches!(refused, Err(StoreError::Unread | StoreError::Newer(_))), "{refused:?}");
        assert!(repository.pend(&answered(1)).is_err());
        assert_eq!(journal.texts().len(), 1);
        if refused == Err(StoreError::Unread) {
            repository.begin_anew();
            for n in 1..4 {
                let commit = repository.prepare(&answered(n), Occasion::default()).expect("anew");
                let done = at_once(journal.commit(&commit.change));
                repository.settle(commit, done, &answered(n)).expect("room");
            }
            let kept = journal.texts().into_iter().filter(|(key, _)| key.starts_with("aside/"));
            assert_eq!(kept.map(|(_, text)| text).collect::<Vec<_>>(), [damaged], "still kept");
        }
    }
}

#[test]
fn every_bit_of_a_text_counts() {
    let good = seal(&answered(3), 7);
    let flip = |at: usize, bit: u8| {
        let mut bytes = good.clone().into_bytes();
        bytes[at] ^= 1 << bit;
        String::from_utf8(bytes).ok().is_none_or(|text| open(&text).is_err())
    };
    let header = good.find("\"document\"").expect("a document");
    for at in 0..header {
        (0..7).for_each(|bit| assert!(flip(at, bit), "bit {bit} of letter {at}"));
    }
    let mut chance = fastrand::Rng::with_seed(3);
    for _ in 0..times(10_000, 1_000_000) {
        let (at, bit) = (chance.usize(header..good.len()), chance.u8(0..7));
        assert!(flip(at, bit), "bit {bit} of letter {at}");
    }
}

#[test]
fn either_place_stands_in_for_the_other() {
    let (old, new) = (seal(&answered(1), 1), seal(&answered(2), 2));
    let cases: &[(Texts, Texts, usize)] = &[
        (&[("skillstead.b", &old), ("skillstead.a", &new)], &[], 2),
        (&[], &[("b", &old), ("a", &new)], 2),
        (&[("skillstead.b", &old)], &[("b", &old), ("a", &new)], 2),
        (&[("skillstead.a", &new)], &[("b", &old)], 2),
        (&[("skillstead.a", &new)], &[("b", &old), ("a", "damaged")], 2),
        (&[], &[], 0),
    ];
    for (local, journal, n) in cases {
        let (repository, loaded, journal) = found(local, journal);
        assert_eq!((loaded.workspace.ratings.len(), repository.generation()), (*n, *n as u64));
        if let Some(heal) = loaded.heal {
            at_once(journal.commit(&heal)).expect("it fits");
            assert_eq!(journal.texts().get("a"), Some(&new));
        }
    }
}

#[test]
fn what_a_hidden_tab_left_is_taken_if_it_goes_on_and_kept_beside_if_not() {
    let last = seal(&answered(5), 6);
    let pend = |n: usize, generation: u64| seal(&answered(n), generation);
    let left = |text: &str| found(&[("skillstead.a", &last), ("skillstead.pend.x", text)], &[("a", &last)]);
    let (_, goes_on, _) = left(&pend(6, 7));
    assert_eq!((goes_on.workspace.ratings.len(), goes_on.is_pending, goes_on.aside.len()), (6, true, 0));
    let (_, is_saved, _) = left(&last);
    assert_eq!((is_saved.workspace.ratings.len(), is_saved.is_pending, is_saved.aside.len()), (5, false, 0));
    // Left by a tab that had not seen the last save: both are there.
    let (mut repository, beside, journal) = left(&pend(3, 6));
    assert_eq!((beside.workspace.ratings.len(), beside.is_pending, beside.aside.len()), (5, false, 1));
    assert_eq!(beside.aside[0].why, Unreadable::Conflict);
    let commit = repository.prepare(&answered(6), Occasion::default()).expect("nothing in the way");
    let done = at_once(journal.commit(&commit.change));
    assert_eq!(repository.settle(commit, done, &answered(6)), Ok(Kept::Both));
}

#[test]
fn a_document_does_not_shrink_by_itself() {
    let (repository, _, _) = found(&[("skillstead.a", &seal(&answered(30), 2))], &[]);
    let prepare = |n, replaces| repository.prepare(&answered(n), Occasion { minutes: 0, replaces }).map(|_| ());
    assert_eq!(prepare(0, false), Err(StoreError::Shrunk));
    assert_eq!(prepare(14, false), Err(StoreError::Shrunk));
    assert_eq!(prepare(15, false), Ok(()));
    assert_eq!(prepare(0, true), Ok(()));
}

#[test]
fn emptied_by_the_browser_is_not_a_first_visit() {
    assert!(!found(&[], &[]).1.is_gone);
    assert!(found(&[("skillstead.used", "1")], &[]).1.is_gone);
    assert!(found(&[], &[("used", "1")]).1.is_gone);
    assert!(!found(&[("skillstead.used", "1")], &[("a", &seal(&answered(1), 2))]).1.is_gone);
}

#[test]
fn a_failing_place_is_told_and_the_other_has_it() {
    let (mut repository, _, journal) = found(&[], &[]);
    journal.fail(Some(StoreError::Failing));
    let mut save = |n| {
        let commit = repository.prepare(&answered(n), Occasion::default()).expect("nothing in the way");
        let done = at_once(journal.commit(&commit.change));
        repository.settle(commit, done, &answered(n))
    };
    assert_eq!(save(1), Ok(Kept::One(StoreError::Failing)));
    journal.fail(None);
    assert_eq!(save(2), Ok(Kept::Both));
    assert_eq!(open(&journal.texts()["a"]).map(|opened| opened.workspace.ratings.len()), Ok(2));
}

// A database that opened too late to be read held one save more than the local place. The page saved twice, first in the local place alone,
// and the second time over what it had never seen: generations alone told the journal that it was the next.
#[test]
fn what_a_journal_held_when_it_could_not_be_read_is_not_written_over() {
    let newer = seal(&answered(2), 2);
    let backend = MemoryBackend { texts: [("skillstead.b".to_owned(), seal(&answered(1), 1))].into(), fails: None };
    let journal = MemoryJournal::of([("a".to_owned(), newer.clone())].into());
    journal.fail(Some(StoreError::Failing));
    let (mut repository, loaded) = at_once(Repository::load(Some(backend), Some(&journal), "t", open, None));
    assert_eq!((loaded.workspace, loaded.trouble), (answered(1), Some(StoreError::Failing)));
    let mut save = |n| {
        let commit = repository.prepare(&answered(n), Occasion::default()).expect("nothing in the way");
        let done = at_once(journal.commit(&commit.change));
        journal.fail(None);
        repository.settle(commit, done, &answered(n))
    };
    assert_eq!(save(3), Ok(Kept::One(StoreError::Failing)));
    assert_eq!(save(4), Err(StoreError::AnotherTab(2)));
    assert_eq!(journal.texts()["a"], newer);
}

/// A year of saves, four in each hour of a working day.
#[test]
fn the_ring_keeps_hours_days_and_weeks() {
    let (mut repository, _, journal) = found(&[], &[]);
    let mut n = 0;
    for hour in (0..24 * 366).filter(|hour| (9..17).contains(&(hour % 24))) {
        for quarter in 0..2 {
            n += 1;
            let occasion = Occasion { minutes: hour * 60 + quarter * 15, replaces: n % 900 == 0 };
            let next = answered((n % 40) as usize + 40);
            let commit = repository.prepare(&next, occasion).expect("nothing in the way");
            let done = at_once(journal.commit(&commit.change));
            repository.settle(commit, done, &next).expect("room");
        }
    }
    let copies = repository.copies();
    let texts = journal.texts();
    assert_eq!(texts.keys().filter_map(|key| Copy::of(key)).count(), copies.len(), "what is counted is there");
    assert!(copies.len() <= 25 && copies.len() >= 15, "{}", copies.len());
    assert_eq!(copies.iter().filter(|copy| copy.kind == CopyKind::Before).count(), 3);
    let oldest = copies.iter().filter(|copy| copy.kind == CopyKind::Passing).map(|copy| copy.minutes).min();
    let weeks = (24 * 366 * 60 - oldest.expect("copies")) / (7 * 24 * 60);
    assert!((2..=4).contains(&weeks), "{weeks} weeks back");
    assert!(copies.iter().all(|copy| open(&texts[&copy.to_string()]).is_ok()));
}

#[test]
fn wiping_leaves_nothing_of_ours() {
    let text = seal(&answered(1), 2);
    let local =
        [("skillstead.a", text.as_str()), ("skillstead.pend.x", &text), ("skillstead.used", "1"), ("theirs", "x")];
    let (mut repository, _, journal) = found(&local, &[("a", &text), ("used", "1"), ("aside/a-1", "x")]);
    let keys = at_once(journal.keys()).expect("readable");
    let change: Change = repository.wipe(keys).expect("writable");
    at_once(journal.commit(&change)).expect("writable");
    assert!(journal.texts().is_empty());
}
