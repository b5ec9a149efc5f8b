//! Before a closed document: it is asked for the passphrase, and nothing else of the page is there.

use super::derive::key_of;
use crate::state::{Kept, Settings, settings};
use crate::store::lock::{Header, LockError};
use crate::store::{BrowserJournal, LocalBackend, Space, locks};
use leptos::prelude::*;
use std::cmp::Ordering;
use zeroize::Zeroizing;

/// Wrong tries that are let pass without a wait.
const FREE_TRIES: u32 = 5;
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 30;

/// What is kept here, closed.
#[derive(Clone, Copy, Debug)]
pub struct Gate {
    headers: StoredValue<Vec<Header>>,
    n_wrong: StoredValue<u32>,
    /// Whether the passphrase is being tried, or a wait is on.
    pub busy: RwSignal<bool>,
    /// Why it did not open last, and the seconds until it can be tried again.
    pub failed: RwSignal<Option<(LockError, u32)>>,
    /// Language and theme, which are not closed.
    pub settings: Settings,
    space: Space,
}

impl Gate {
    /// The gate, where there is one.
    pub async fn find(space: Space) -> Option<Self> {
        let local = LocalBackend::probe(space);
        let headers = locks(local.as_ref().ok(), Some(&BrowserJournal::of(space))).await;
        (!headers.is_empty()).then(|| Self {
            headers: StoredValue::new(headers),
            n_wrong: StoredValue::new(0),
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
            settings: local.map(|local| local.of(Space::Personal).setting(settings::KEY)).unwrap_or_default(),
            space,
        })
    }

    /// Tries a passphrase; what is kept where it opens. After some wrong ones each further one has to wait longer: that is no help against
    /// who has the device, but against who guesses at this page.
    pub async fn open(self, passphrase: String) -> Option<Kept> {
        self.busy.set(true);
        self.failed.set(None);
        let opened = key_of(&self.headers.get_value(), &Zeroizing::new(passphrase)).await;
        match opened {
            Ok(key) => Some(Kept::read(self.space, Some(key)).await),
            Err(error) => {
                self.n_wrong.update_value(|n| *n += 1);
                let wait = wait_after(self.n_wrong.get_value());
                self.failed.set(Some((error, wait)));
                set_timeout(move || self.busy.set(false), std::time::Duration::from_secs(wait.into()));
                None
            }
        }
    }
}

/// Seconds to wait after so many wrong tries: none, then one, doubled with each.
fn wait_after(n_wrong: u32) -> u32 {
    match n_wrong.cmp(&FREE_TRIES) {
        Ordering::Less => 0,
        _ => 2_u32.saturating_pow(n_wrong - FREE_TRIES).min(LONGEST_WAIT),
    }
}
