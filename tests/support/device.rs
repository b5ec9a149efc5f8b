//! A device with both places, of which every operation can be the last one before it loses its power.

use skillstead::store::{Backend, Change, Journal, MemoryJournal, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

type Texts = BTreeMap<String, String>;

/// The answer of something that never waits.
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("it waits"),
    }
}

/// What has become of a device.
struct State {
    /// The local place as a program sees it, and as it was after each write that the browser has not yet brought to the disk.
    local: Texts,
    unflushed: Vec<Texts>,
    journal: MemoryJournal,
    /// Operations that are left until it dies; none is for ever.
    left: Option<u32>,
    n_ops: u32,
    chance: fastrand::Rng,
}

/// A device; a copy is the same device.
#[derive(Clone)]
pub struct Device(Rc<RefCell<State>>);

impl Device {
    pub fn new(seed: u64) -> Self {
        let chance = fastrand::Rng::with_seed(seed);
        let journal = MemoryJournal::default();
        let unflushed = vec![Texts::new()];
        Self(Rc::new(RefCell::new(State { local: Texts::new(), unflushed, journal, left: None, n_ops: 0, chance })))
    }

    /// It dies at this operation, which may or may not be done.
    pub fn dies_at(&self, op: u32) {
        self.0.borrow_mut().left = Some(op);
    }

    pub fn is_dead(&self) -> bool {
        self.0.borrow().left == Some(0)
    }

    pub fn n_ops(&self) -> u32 {
        self.0.borrow().n_ops
    }

    /// Power comes back: the journal has what it had acknowledged, the local place any of its states since the last flush.
    pub fn restart(&self) {
        let state = &mut *self.0.borrow_mut();
        let at = state.chance.usize(0..state.unflushed.len());
        state.local = state.unflushed.swap_remove(at);
        state.unflushed = vec![state.local.clone()];
        state.left = None;
    }

    pub fn journal(&self) -> MemoryJournal {
        self.0.borrow().journal.clone()
    }

    pub fn local(&self) -> Texts {
        self.0.borrow().local.clone()
    }

    pub fn put_local(&self, key: &str, text: &str) {
        let state = &mut *self.0.borrow_mut();
        state.local.insert(key.into(), text.into());
        state.unflushed = vec![state.local.clone()];
    }

    /// Does an operation, unless it is the one at which everything ends: then chance decides.
    fn operate<T>(&self, does: impl FnOnce(&mut State) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let state = &mut *self.0.borrow_mut();
        state.n_ops += 1;
        match &mut state.left {
            Some(0) => return Err(StoreError::Failing),
            Some(left) => *left -= 1,
            None => {}
        }
        if state.left == Some(0) {
            if state.chance.bool() {
                does(state).ok();
            }
            return Err(StoreError::Failing);
        }
        does(state)
    }

    fn write(&self, does: impl FnOnce(&mut Texts)) -> Result<(), StoreError> {
        self.operate(|state| {
            does(&mut state.local);
            if state.chance.u8(0..8) == 0 {
                state.unflushed.clear();
            }
            state.unflushed.push(state.local.clone());
            Ok(())
        })
    }
}

impl Backend for Device {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.operate(|state| Ok(state.local.keys().cloned().collect()))
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.operate(|state| Ok(state.local.get(key).cloned()))
    }

    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.write(|local| drop(local.insert(key.into(), text.into())))
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.write(|local| drop(local.remove(key)))
    }
}

impl Journal for Device {
    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.operate(|state| at_once(state.journal.keys()))
    }

    async fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.operate(|state| at_once(state.journal.get(key)))
    }

    async fn commit(&self, change: &Change) -> Result<(), StoreError> {
        self.operate(|state| at_once(state.journal.commit(change)))
    }
}
