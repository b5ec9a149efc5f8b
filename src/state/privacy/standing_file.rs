//! A file of the person's choice that is kept up to date, where the browser lets a page write one.

use super::Privacy;
use crate::state::{SaveStatus, browser};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// From a save until the file is written: whoever goes on working is not written after at each step.
const AFTER: Duration = Duration::from_secs(3);

/// What is known of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandingFile {
    /// This browser writes no files.
    Unable,
    /// None was chosen.
    Off,
    /// It has this name, and the browser wants to be told anew that it may be written.
    Asleep(String),
    /// It has this name and is up to date, or will be in a moment.
    Kept(String),
    /// It has this name and could not be written.
    Failed(String),
}

impl Privacy {
    /// Finds the file that was chosen earlier, and writes it after each save.
    pub(super) fn watch_file(self) {
        if method(&browser::window(), "showSaveFilePicker").is_none() {
            return self.file.set(StandingFile::Unable);
        }
        spawn_local(async move {
            let Some(journal) = self.app.vault.try_with_value(|vault| vault.journal.clone()) else { return };
            let Some(handle) = journal.handle().await else { return };
            let may = ask(&handle, "queryPermission").await;
            self.take(handle, may);
        });
        let timer = StoredValue::new_local(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
        Effect::new(move |_| {
            if app_is_saved(self) && matches!(self.file.get(), StandingFile::Kept(_)) {
                let next = set_timeout_with_handle(move || self.write(), AFTER).ok();
                if let Some(before) = timer.try_update_value(|timer| std::mem::replace(timer, next)).flatten() {
                    before.clear();
                }
            }
        });
    }

    /// Lets the person choose a file, and writes it.
    pub fn choose_file(self) {
        let name = format!("skillstead-{}.json", self.app.today);
        let options = Object::new();
        Reflect::set(&options, &"suggestedName".into(), &name.into()).ok();
        let Some(chosen) = call(&browser::window(), "showSaveFilePicker", &options) else { return };
        spawn_local(async move {
            // Whoever closes the dialog has chosen none.
            let Ok(handle) = JsFuture::from(chosen).await else { return };
            if let Some(journal) = self.app.vault.try_with_value(|vault| vault.journal.clone()) {
                // Where it is not remembered it is kept up to date until the page is closed.
                journal.keep_handle(Some(&handle)).await.ok();
            }
            self.take(handle, true);
            self.write();
        });
    }

    /// Goes on with the file after a restart: the browser asks the person once more.
    pub fn wake_file(self) {
        let handle = self.handle.get_value();
        spawn_local(async move {
            if ask(&handle, "requestPermission").await {
                self.take(handle, true);
                self.write();
            }
        });
    }

    /// Leaves the file as it is from now on.
    pub fn leave_file(self) {
        self.handle.set_value(JsValue::NULL);
        self.file.set(StandingFile::Off);
        spawn_local(async move {
            if let Some(journal) = self.app.vault.try_with_value(|vault| vault.journal.clone()) {
                // Where that fails it is asleep at the next start, and can be left again.
                journal.keep_handle(None).await.ok();
            }
        });
    }

    fn take(self, handle: JsValue, may: bool) {
        let name = Reflect::get(&handle, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
        self.handle.set_value(handle);
        self.file.set(if may { StandingFile::Kept(name) } else { StandingFile::Asleep(name) });
    }

    fn write(self) {
        let text = self.app.vault.try_with_value(|vault| vault.repository.text().map(str::to_owned)).flatten();
        let (Some(text), handle) = (text, self.handle.get_value()) else { return };
        spawn_local(async move {
            match write(&handle, &text).await {
                Some(()) => self.note_backup(),
                None => self.file.update(|file| {
                    if let StandingFile::Kept(name) = file {
                        *file = StandingFile::Failed(std::mem::take(name));
                    }
                }),
            }
        });
    }
}

fn app_is_saved(privacy: Privacy) -> bool {
    privacy.app.status.get() == SaveStatus::Saved
}

/// The file has the text as a whole or stays as it was: the browser writes beside it and changes both at the end.
async fn write(handle: &JsValue, text: &str) -> Option<()> {
    let to = JsFuture::from(call(handle, "createWritable", &JsValue::UNDEFINED)?).await.ok()?;
    JsFuture::from(call(&to, "write", &text.into())?).await.ok()?;
    JsFuture::from(call(&to, "close", &JsValue::UNDEFINED)?).await.ok()?;
    Some(())
}

/// Whether the file may be written.
async fn ask(handle: &JsValue, how: &str) -> bool {
    let mode = Object::new();
    Reflect::set(&mode, &"mode".into(), &"readwrite".into()).ok();
    let Some(asked) = call(handle, how, &mode) else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer == "granted")
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Calls what this browser may not have.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    method(of, name)?.call1(of, with).ok()?.dyn_into().ok()
}
