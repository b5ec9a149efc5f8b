//! The passport as files that a person gives away. None holds more than it shows.

use super::PassportDesk;
use crate::exchange::passport::{
    Extent, Labels, Passport, ProfileFile, write_json_resume, write_markdown, write_profile,
};
use crate::state::{Monitor, browser};
use js_sys::Uint8Array;
use leptos::prelude::*;

impl PassportDesk {
    /// Hands the person a JSON Resume.
    pub fn give_resume(self) {
        self.give(|passport| browser::download(&self.file("passport", "json"), &write_json_resume(passport)));
    }

    /// Hands the person a text, in their own language.
    pub fn give_text(self, labels: &Labels<'_>) {
        self.give(|passport| {
            let bytes = Uint8Array::from(write_markdown(passport, labels).as_bytes());
            browser::download_bytes(&self.file("passport", "md"), &bytes, "text/markdown");
        });
    }

    /// Hands the person a profile file for one recipient and one purpose; whether both were said.
    pub fn give_profile(self, purpose: &str, recipient: &str, extent: &Extent) -> bool {
        let (purpose, recipient) = (Monitor::text(purpose), Monitor::text(recipient));
        let is_said = !purpose.is_empty() && !recipient.is_empty();
        if is_said {
            self.give(|passport| {
                let file = ProfileFile { purpose, recipient, made: self.app.today, passport: passport.within(extent) };
                browser::download(&self.file("profile", "json"), &write_profile(&file));
            });
        }
        is_said
    }

    fn give(self, give: impl FnOnce(&Passport)) {
        self.shown.with_untracked(|shown| shown.as_ref().map(give));
    }

    fn file(self, what: &str, end: &str) -> String {
        format!("skillstead-{what}-{}.{end}", self.app.today)
    }
}
