//! A passphrase that is set, changed or taken away: cut off at every operation, the document opens with the old one or the new one, and
//! nothing that was closed lies open beside it.

mod support;

use skillstead::domain::{Answer, Command, Workspace};
use skillstead::store::lock::{Bytes, Kdf, Kek, Key};
use skillstead::store::{Copy, Journal, Loaded, Lock, Occasion, Repository, StoreError, Unreadable, locks, open};
use std::cell::RefCell;
use std::rc::Rc;
use support::device::{Device, at_once};
use support::town::{applied, day, level};

/// How often: in each run, and in the long one.
fn times(each: u32, long: u32) -> u32 {
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { long } else { each }
}

thread_local! {
    static CHANCE: RefCell<fastrand::Rng> = const { RefCell::new(fastrand::Rng::with_seed(9)) };
}

fn lots(place: &mut [u8]) -> bool {
    CHANCE.with_borrow_mut(|chance| chance.fill(place));
    true
}

/// What stands in every document of these tests, and nowhere else.
const CANARY: &str = "canary-in-the-mine";

/// The document after so many answers.
fn answered(n: usize) -> Workspace {
    (0..n).fold(Workspace::default(), |workspace, nth| {
        let answer = Some(Answer::At(level(f64::from((nth % 6) as u32))));
        applied(workspace, Command::Rate { skill: format!("{CANARY}-{nth}").into(), answer, on: day("2026-11-23") })
    })
}

type AnyLock = Option<Rc<dyn Lock>>;

/// No lock, and two keys of two passphrases.
struct Locks([AnyLock; 3]);

impl Locks {
    fn new() -> Self {
        let key = |n: u8| Key::new(Kdf::USUAL, Bytes([n; 16]), &Kek::from([n; 32]), lots).expect("lots");
        Self([None, Some(Rc::new(key(1))), Some(Rc::new(key(2)))])
    }

    fn at(&self, at: usize) -> AnyLock {
        self.0[at].clone()
    }

    /// The one that opens what is there, as a person would know it.
    fn of(&self, device: &Device) -> AnyLock {
        let headers = at_once(locks(Some(device), Some(device)));
        self.at(headers.first().map_or(0, |header| usize::from(header.salt.0[0])))
    }
}

/// A tab on a device, with every document that it has tried to save and the last one that was acknowledged.
struct Tab {
    device: Device,
    repository: Repository<Device>,
    tried: Vec<Workspace>,
    acknowledged: usize,
}

impl Tab {
    fn start(device: &Device, lock: AnyLock) -> (Self, Loaded) {
        let (repository, loaded) = at_once(Repository::load(Some(device.clone()), Some(device), "tab", open, lock));
        let tried = vec![loaded.workspace.clone()];
        let mut tab = Self { device: device.clone(), repository, tried, acknowledged: 0 };
        if let Some(heal) = &loaded.heal {
            at_once(device.commit(heal)).ok();
        }
        tab.repository.heal_local(loaded.is_pending).ok();
        if loaded.is_pending {
            tab.save(loaded.workspace.clone());
        }
        (tab, loaded)
    }

    fn save(&mut self, workspace: Workspace) {
        let minutes = 40 * self.repository.generation() as i64;
        let Ok(commit) = self.repository.prepare(&workspace, Occasion { minutes, replaces: true }) else { return };
        let done = at_once(self.device.commit(&commit.change));
        self.repository.settle(commit, done, &workspace).ok();
        self.tried.push(workspace);
        if done.is_ok() {
            self.acknowledged = self.tried.len() - 1;
        }
    }

    fn kept(&self) -> Vec<(String, String)> {
        let keys = at_once(Journal::keys(&self.device)).unwrap_or_default();
        keys.into_iter()
            .filter_map(|key| Some((key.clone(), at_once(Journal::get(&self.device, &key)).ok()??)))
            .collect()
    }

    fn relock(&mut self, lock: AnyLock) -> Result<(), StoreError> {
        let workspace = self.tried[self.tried.len() - 1].clone();
        let commit = self.repository.prepare_relock(lock.as_deref(), &self.kept(), &workspace)?;
        let done = at_once(self.device.commit(&commit.change));
        self.repository.settle_relock(lock, commit, done, &workspace).map(drop)
    }
}

/// A session as chance has it, on what there is.
fn session(device: &Device, locks: &Locks, lock: AnyLock, seed: u64) -> Tab {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut tab, loaded) = Tab::start(device, lock);
    let mut n = loaded.workspace.ratings.len();
    for _ in 0..chance.u8(1..6) {
        match chance.u8(0..6) {
            0 | 1 => {
                tab.save(answered(n));
                tab.relock(locks.at(chance.usize(0..3))).ok();
            }
            2 => {
                n += 1;
                tab.repository.pend(&answered(n)).ok();
                tab.tried.push(answered(n));
            }
            _ => {
                n += 1;
                tab.save(answered(n));
            }
        }
    }
    tab
}

/// Every text of a document on a device, of either place.
fn texts(device: &Device) -> Vec<(String, String)> {
    let is_text = |key: &str| !key.ends_with("used");
    device.local().into_iter().chain(device.journal().texts()).filter(|(key, _)| is_text(key)).collect()
}

fn is_sound(device: &Device, locks: &Locks, tab: &Tab) -> Result<(), String> {
    device.restart();
    let lock = locks.of(device);
    let is_closed = lock.is_some();
    let (mut again, loaded) = Tab::start(device, lock);
    let known = tab.tried.iter().rposition(|tried| *tried == loaded.workspace);
    if known.is_none_or(|known| known < tab.acknowledged) {
        return Err(format!("{known:?} of {} at least", tab.acknowledged));
    }
    if let Some(aside) = loaded.aside.iter().find(|aside| aside.why != Unreadable::Conflict) {
        return Err(format!("unreadable: {aside:?}"));
    }
    again.save(answered(loaded.workspace.ratings.len() + 1));
    for (key, text) in texts(device) {
        if is_closed && text.contains(CANARY) {
            return Err(format!("{key} lies open"));
        }
        let is_copy_or_slot = !key.contains("aside");
        if is_copy_or_slot && again.repository.open(&text).is_err() {
            return Err(format!("{key} does not open"));
        }
    }
    Ok(())
}

#[test]
fn cut_off_at_any_point_it_opens_and_nothing_lies_open() {
    let locks = Locks::new();
    let (mut n, mut seed) = (0, 0);
    while n < times(5_000, 200_000) {
        seed += 1;
        let prepared = |seed: u64| {
            let device = Device::new(seed);
            session(&device, &locks, None, seed * 3);
            device.restart();
            device
        };
        let whole = prepared(seed);
        let lock = locks.of(&whole);
        let before = whole.n_ops();
        session(&whole, &locks, lock, seed * 3 + 1);
        for op in 1..=whole.n_ops() - before {
            let device = prepared(seed);
            let lock = locks.of(&device);
            // Where reading broke off, it is what was there that has to be there still.
            let (_, base) = at_once(Repository::load(Some(device.clone()), Some(&device), "tab", open, lock.clone()));
            device.dies_at(op);
            let mut tab = session(&device, &locks, lock, seed * 3 + 1);
            tab.tried[0] = base.workspace;
            is_sound(&device, &locks, &tab).unwrap_or_else(|what| panic!("seed {seed}, operation {op}: {what}"));
            n += 1;
        }
    }
}

#[test]
fn a_change_closes_every_copy_anew_and_the_old_key_opens_none() {
    let locks = Locks::new();
    let device = Device::new(1);
    let (mut tab, _) = Tab::start(&device, None);
    (1..20).for_each(|n| tab.save(answered(n)));
    let n_copies = tab.repository.copies().len();
    assert!(n_copies > 2);
    let plain = tab.kept();
    let opened = |repository: &Repository<Device>, kept: &[(String, String)]| -> Vec<_> {
        let copies = kept.iter().filter(|(key, _)| Copy::of(key).is_some());
        copies.filter_map(|(_, text)| repository.open(text).ok()).map(|opened| opened.workspace).collect()
    };
    let before = opened(&tab.repository, &plain);
    for lock in [1, 2, 0, 1] {
        let was = tab.repository.lock().is_some();
        let old = tab.kept();
        tab.relock(locks.at(lock)).expect("room");
        let now = tab.kept();
        assert_eq!(opened(&tab.repository, &now), before, "every copy, in its order");
        assert_eq!(tab.repository.copies().len(), n_copies);
        assert!(!was || opened(&tab.repository, &old).is_empty(), "what the old key has closed");
        assert_eq!(texts(&device).iter().any(|(_, text)| text.contains(CANARY)), lock == 0);
    }
    // What is set aside cannot be closed: first it has to go.
    device.put_local("skillstead.aside.1", CANARY);
    assert_eq!(tab.relock(locks.at(2)), Err(StoreError::Unread));
    assert_eq!(tab.repository.lock().map(|lock| lock.is_of(&tab.kept()[0].1)), Some(true), "all is as it was");
}
