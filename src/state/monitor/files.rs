//! What leaves the record as files: reminders for a calendar, and what others could learn.

use super::Monitor;
use crate::exchange::calendar::{Session, calendar};
use crate::state::browser;
use chrono::{Datelike, Days, NaiveTime, Weekday};
use js_sys::Uint8Array;

/// Weeks that are reminded of.
const WEEKS: u64 = 52;
/// Every so many weeks the quarter is looked back on.
const QUARTER: u64 = 13;
/// Minutes that a week takes to tell, with what goes before, and a quarter.
const MINUTES: [u32; 2] = [10, 30];

impl Monitor {
    /// Hands the person a calendar that reminds of each week on its Friday afternoon, and of each quarter: there is no server that could. `words`
    /// are title and text of a week and of a quarter. A later file updates the earlier one.
    pub fn export_reminders(self, name: &str, words: [[String; 2]; 2]) {
        let app = self.app;
        let at = NaiveTime::from_hms_opt(16, 0, 0).unwrap_or_default();
        // From a Saturday on the next one is meant.
        let mut days = (0..7).filter_map(|days| app.today.checked_add_days(Days::new(days)));
        let friday = days.find(|day| day.weekday() == Weekday::Fri).unwrap_or(app.today);
        let events: Vec<Session> = (0..WEEKS)
            .filter_map(|week| {
                let day = friday.checked_add_days(Days::new(week * 7))?;
                let is_quarter = usize::from(week % QUARTER == QUARTER - 1);
                let [title, about] = words.get(is_quarter)?.clone();
                let uid = format!("check-in/{day}");
                let minutes = MINUTES.get(is_quarter).copied()?;
                Some(Session { uid, starts: day.and_time(at), minutes, title, about, reminder: Some(0) })
            })
            .collect();
        let sequence = app.today.signed_duration_since(chrono::NaiveDate::default()).num_days().max(0) as u32;
        let text = calendar(name, app.today.and_time(NaiveTime::default()), sequence, &events);
        let file = format!("skillstead-check-ins-{}.ics", app.today);
        browser::download_bytes(&file, &Uint8Array::from(text.as_bytes()), "text/calendar");
    }

    /// Hands the person what others could learn, as a text.
    pub fn export_lesson(self, text: &str) {
        let file = format!("skillstead-learnt-{}.md", self.app.today);
        browser::download_bytes(&file, &Uint8Array::from(text.as_bytes()), "text/markdown");
    }
}
