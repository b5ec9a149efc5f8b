//! Sessions of learning as a calendar file (iCalendar, RFC 5545), which a second import updates instead of doubling.
//!
//! Written by hand, since what the crate `icalendar` (0.17.17) does would have to be done again on the way out. Of a long line
//! it may make a last piece of 76 octets, in a time that grows with the square. It leaves a carriage return as it is, and a
//! line break in `NAME`. And it asks the clock and chance for each reminder: the same sessions would give other bytes.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};

/// Octets of a line, its end aside (RFC 5545, 3.1).
const LINE: usize = 75;
/// The end of a line, and of the piece of one that goes on.
const END: &str = "\r\n";

/// One stretch of learning on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What stays the same from one export to the next, made of the activity's id and the session's number. It may hold any
    /// characters. Two sessions with the same one are one session to a calendar program.
    pub uid: String,
    /// When it starts by the clock on the wall, wherever the person is.
    pub starts: NaiveDateTime,
    /// How long it takes. With 0 it has a start and no end.
    pub minutes: u32,
    /// What it is called. It may be empty and hold any characters.
    pub title: String,
    /// What there is to say about it. If empty, nothing is written.
    pub about: String,
    /// How many minutes before the start to remind the person; `None` for no reminder.
    pub reminder: Option<u32>,
}

/// The calendar file of `sessions`, in their order, under a name that calendar programs show.
///
/// `stamp` is the moment of the export in UTC. `sequence` grows from one export to the next: a program that has a session by
/// its `uid` then takes the new one in its place. No session gives a calendar without events, and an empty name none at all.
/// A session that starts or ends outside of the years 0 to 9999 is left out, since the format cannot say it; such a stamp
/// becomes the first moment of 1970. Control characters are left out, but for tabs, which become spaces, and line breaks.
///
/// ```
/// use chrono::NaiveDate;
/// use skillstead::exchange::calendar::{Session, calendar};
/// let starts = NaiveDate::from_ymd_opt(2026, 12, 28).and_then(|day| day.and_hms_opt(18, 30, 0)).unwrap_or_default();
/// let session = Session {
///     uid: "statistics 1".to_owned(),
///     starts,
///     minutes: 90,
///     title: "Statistics, part 1".to_owned(),
///     about: String::new(),
///     reminder: Some(15),
/// };
/// let file = calendar("My plan", starts, 3, &[session]);
/// assert!(file.contains("UID:statistics%201@skillstead\r\n"));
/// assert!(file.contains("DTSTART:20261228T183000\r\nDTEND:20261228T200000\r\nSUMMARY:Statistics\\, part 1\r\n"));
/// assert!(file.contains("TRIGGER:-PT15M\r\n"));
/// assert!(!calendar("My plan", starts, 3, &[]).contains("VEVENT"));
/// ```
#[must_use]
pub fn calendar(name: &str, stamp: NaiveDateTime, sequence: u32, sessions: &[Session]) -> String {
    let stamp = moment(stamp).or_else(|| moment(NaiveDateTime::default())).unwrap_or_default();
    let stamps = Stamps { moment: [&stamp, "Z"].concat(), sequence: sequence.min(i32::MAX.unsigned_abs()).to_string() };
    let mut file = File(String::new());
    file.put("BEGIN", "VCALENDAR");
    file.put("VERSION", "2.0");
    file.put("PRODID", "-//Skillstead//Skillstead//EN");
    file.put("CALSCALE", "GREGORIAN");
    file.put_text("X-WR-CALNAME", name);
    for session in sessions {
        file.put_session(session, &stamps);
    }
    file.put("END", "VCALENDAR");
    file.0
}

/// What every event of one export has in common.
struct Stamps {
    moment: String,
    /// No more than RFC 5545 lets a whole number be.
    sequence: String,
}

/// The file as far as it is written.
struct File(String);

impl File {
    fn put_session(&mut self, session: &Session, stamps: &Stamps) {
        let ends = session.starts.checked_add_signed(TimeDelta::minutes(session.minutes.into())).and_then(moment);
        let (Some(starts), Some(ends)) = (moment(session.starts), ends) else { return };
        self.put("BEGIN", "VEVENT");
        self.put("UID", &identity(&session.uid));
        self.put("DTSTAMP", &stamps.moment);
        self.put("LAST-MODIFIED", &stamps.moment);
        self.put("SEQUENCE", &stamps.sequence);
        self.put("DTSTART", &starts);
        // An end has to be later than the start (RFC 5545, 3.8.2.2).
        if session.minutes > 0 {
            self.put("DTEND", &ends);
        }
        self.put("SUMMARY", &escaped(&session.title));
        self.put_text("DESCRIPTION", &session.about);
        if let Some(minutes) = session.reminder {
            self.put("BEGIN", "VALARM");
            self.put("ACTION", "DISPLAY");
            self.put("TRIGGER", &format!("-PT{minutes}M"));
            self.put("DESCRIPTION", &escaped(&session.title));
            self.put("END", "VALARM");
        }
        self.put("END", "VEVENT");
    }

    /// A text, unless nothing is left of it.
    fn put_text(&mut self, name: &str, text: &str) {
        let value = escaped(text);
        if !value.is_empty() {
            self.put(name, &value);
        }
    }

    /// One line, folded into as many as it takes.
    fn put(&mut self, name: &str, value: &str) {
        let line = [name, ":", value].concat();
        let (mut rest, mut room) = (line.as_str(), LINE);
        while rest.len() > room {
            let (piece, after) = rest.split_at(fold(rest, room));
            self.0.extend([piece, END, " "]);
            (rest, room) = (after, LINE - 1);
        }
        self.0.extend([rest, END]);
    }
}

/// Where to fold a line that is longer than `room`: between two characters, and where possible neither beside white space,
/// since some programs trim what they read, nor behind a backslash.
fn fold(line: &str, room: usize) -> usize {
    let places = || (room / 2..=room).rev().filter(|at| line.is_char_boundary(*at));
    let is_calm = |at: &usize| {
        let (before, after) = line.split_at(*at);
        !before.ends_with(|c: char| c.is_whitespace() || c == '\\') && !after.starts_with(char::is_whitespace)
    };
    places().find(is_calm).or_else(|| places().next()).unwrap_or(room)
}

/// The time on a clock, in no zone; `None` for a year that does not have four digits.
fn moment(at: NaiveDateTime) -> Option<String> {
    let (year, month, day) = (at.year(), at.month(), at.day());
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    (0..=9_999).contains(&year).then(|| format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}"))
}

/// The id of an event: letters, digits, `-`, `.` and `_` as they are, each other byte as `%` and its two digits, so that ids
/// that differ stay so.
fn identity(uid: &str) -> String {
    let mut id = String::with_capacity(uid.len() + "@skillstead".len());
    for byte in uid.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            id.push(byte.into());
        } else {
            id.push_str(&format!("%{byte:02X}"));
        }
    }
    id + "@skillstead"
}

/// A text as the value of a line: whatever some program may take for the end of a line is written `\n`.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        match c {
            '\n' if last == Some('\r') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\t' => value.push(' '),
            c if c.is_control() => {}
            c => value.push(c),
        }
        last = Some(c);
    }
    value
}
