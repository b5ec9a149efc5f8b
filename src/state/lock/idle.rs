//! The lock falls: when the person asks for it, when nobody has been seen for a while, when the page is put to sleep; in every tab at once.

use super::Guard;
use crate::state::browser;
use crate::state::tab::tell;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// "Lock every tab": to `src/ui/tabs.mjs`, and what comes of it here.
const LOCK: &str = "skillstead-lock";
const LOCK_HERE: &str = "skillstead-lock-here";
/// "Somebody is at this tab."
const ACTIVE: &str = "skillstead-active";
const ACTIVE_HERE: &str = "skillstead-active-here";

/// Minutes without anybody, unless the person says otherwise; and in a tab that nobody sees.
pub(super) const USUAL_MINUTES: u8 = 10;
const HIDDEN_MINUTES: u8 = 5;
/// How often the clock is looked at, and how often other tabs are told at most, in milliseconds.
const LOOK_EVERY: Duration = Duration::from_secs(5);
const TELL_EVERY: f64 = 15_000.0;

impl Guard {
    /// The minutes that can be chosen.
    pub const MINUTES: [u8; 5] = [1, 5, 10, 30, 60];

    /// Minutes without anybody until the lock falls.
    #[must_use]
    pub fn minutes(self) -> u8 {
        self.minutes.get()
    }

    /// Sets them.
    pub fn set_minutes(self, minutes: u8) {
        self.minutes.set(minutes);
        self.app.vault.with_value(|vault| vault.keep_lock_minutes(minutes));
    }

    /// Locks every tab, after what is unsaved is saved. A document that cannot be saved stays open: it would be lost.
    pub fn lock(self) {
        self.lock_and(|| tell(LOCK, &JsValue::NULL));
    }

    fn lock_and(self, then: impl FnOnce() + 'static) {
        if !self.key.with_untracked(Option::is_some) || self.is_locking.get_value() {
            return;
        }
        self.is_locking.set_value(true);
        spawn_local(async move {
            if self.app.all_saved().await.is_ok() {
                then();
                // The surest way to forget a memory is to leave it.
                browser::window().location().reload().ok();
            }
            self.is_locking.try_set_value(false);
        });
    }

    pub(super) fn watch_idle(self) {
        let listen = |name: &'static str, does: fn(Self)| {
            let listener = window_event_listener(leptos::ev::Custom::<Event>::new(name), move |_| does(self));
            on_cleanup(move || listener.remove());
        };
        for name in ["pointerdown", "keydown", "wheel", "touchstart"] {
            listen(name, Self::see);
        }
        listen(LOCK_HERE, |guard| guard.lock_and(|| ()));
        listen(ACTIVE_HERE, |guard| guard.seen.set_value(js_sys::Date::now()));
        for name in ["visibilitychange", "focus", "resume"] {
            listen(name, Self::look);
        }
        let asleep = leptos::ev::Custom::<Event>::new("freeze");
        let listener = window_event_listener(asleep, move |_| self.lock());
        on_cleanup(move || listener.remove());
        if let Ok(clock) = set_interval_with_handle(move || self.look(), LOOK_EVERY) {
            on_cleanup(move || clock.clear());
        }
    }

    /// Somebody is here; unless too long has passed since, in which a laptop may have slept.
    fn see(self) {
        if self.is_over() {
            return self.lock();
        }
        let now = js_sys::Date::now();
        let before = self.seen.get_value();
        self.seen.set_value(now);
        if now - before > TELL_EVERY && self.key.with_untracked(Option::is_some) {
            tell(ACTIVE, &JsValue::NULL);
        }
    }

    fn look(self) {
        if self.is_over() {
            self.lock();
        }
    }

    /// Whether nobody has been seen for too long, by the clock on the wall: timers sleep when the page does.
    fn is_over(self) -> bool {
        let minutes = self.minutes.get_untracked();
        let most = if document().hidden() { minutes.min(HIDDEN_MINUTES) } else { minutes };
        js_sys::Date::now() - self.seen.get_value() > f64::from(most) * 60_000.0
    }
}
