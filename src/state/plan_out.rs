//! The plan as files.

use super::{App, Planned, browser};
use crate::engine::{Rhythm, Session, sessions};
use crate::exchange::calendar::{self, calendar};
use crate::exchange::sheets::write_rows;
use chrono::NaiveTime;
use js_sys::Uint8Array;

impl App {
    /// Hands the person a calendar with a session for each sitting, which updates the one before. `words` says a session's title
    /// and what stands below it.
    pub fn export_calendar(
        self,
        planned: &Planned,
        rhythm: &Rhythm,
        reminder: Option<u32>,
        name: &str,
        words: impl Fn(&Session) -> [String; 2],
    ) {
        let events = sessions(&planned.plan, rhythm).into_iter().map(|session| {
            let [title, about] = words(&session);
            let uid = format!("{}/{}", session.activity, session.nth);
            calendar::Session { uid, starts: session.starts, minutes: session.minutes, title, about, reminder }
        });
        let events: Vec<calendar::Session> = events.collect();
        // Later files have a higher number, so that a calendar takes them as news of the same sessions.
        let sequence = self.today.signed_duration_since(chrono::NaiveDate::default()).num_days().max(0) as u32;
        let text = calendar(name, self.today.and_time(NaiveTime::default()), sequence, &events);
        let bytes = Uint8Array::from(text.as_bytes());
        browser::download_bytes(&self.plan_file("ics"), &bytes, "text/calendar");
    }

    /// Hands the person a table; the first row names its columns.
    pub fn export_plan_rows(self, rows: &[Vec<Box<str>>]) {
        if let Ok(bytes) = write_rows(rows) {
            browser::download_bytes(&self.plan_file("csv"), &Uint8Array::from(bytes.as_slice()), "text/csv");
        }
    }

    /// Hands the person a text.
    pub fn export_plan_text(self, text: &str) {
        browser::download_bytes(&self.plan_file("md"), &Uint8Array::from(text.as_bytes()), "text/markdown");
    }

    fn plan_file(self, end: &str) -> String {
        format!("skillstead-plan-{}.{end}", self.today)
    }
}
