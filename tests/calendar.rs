//! Sessions as a calendar file, read back by a parser that knows nothing of what wrote it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;
use proptest::prelude::*;
use skillstead::exchange::calendar::{Session, calendar};
use std::collections::BTreeSet;

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    day.and_hms_opt(hour, minute, 0).expect("a time")
}

fn stamp() -> NaiveDateTime {
    at(2026, 11, 23, 9, 5)
}

fn session(uid: &str, starts: NaiveDateTime, minutes: u32) -> Session {
    Session {
        uid: uid.to_owned(),
        starts,
        minutes,
        title: "Statistics".to_owned(),
        about: String::new(),
        reminder: None,
    }
}

/// The lines of a file, put together again; each piece is checked by itself.
#[track_caller]
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    let mut lines: Vec<String> = Vec::new();
    for piece in file.as_bytes().split_inclusive(|byte| *byte == b'\n') {
        let piece = piece.strip_suffix(b"\r\n").expect("every line ends in CR and LF");
        assert!(piece.len() <= 75, "{} octets", piece.len());
        let piece = std::str::from_utf8(piece).expect("no character is broken");
        assert!(!piece.is_empty() && !piece.contains(char::is_control), "{piece:?}");
        match piece.strip_prefix(' ') {
            Some(more) => lines.last_mut().expect("a line to go on with").push_str(more),
            None => lines.push(piece.to_owned()),
        }
    }
    lines
}

/// The values of all lines with a name.
fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.split_once(':').filter(|(is, _)| *is == name).map(|(_, value)| value)).collect()
}

/// A text as it was before it was escaped.
fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().expect("something behind a backslash") {
                'n' => text.push('\n'),
                other => {
                    assert!("\\;,".contains(other), "{value:?}");
                    text.push(other);
                }
            },
            ';' | ',' => panic!("not escaped: {value:?}"),
            letter => text.push(letter),
        }
    }
    text
}

/// What is left of a text that somebody wrote.
fn kept(text: &str) -> String {
    let breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let text = text.replace("\r\n", "\n").replace(breaks, "\n").replace('\t', " ");
    text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
}

/// The one calendar of a file, read by the other parser.
#[track_caller]
fn read(file: &str) -> IcalCalendar {
    let mut calendars = IcalParser::new(file.as_bytes());
    let first = calendars.next().expect("a calendar").expect("one that can be read");
    assert!(calendars.next().is_none());
    assert!(first.todos.is_empty() && first.journals.is_empty() && first.timezones.is_empty());
    first
}

fn value<'a>(properties: &'a [Property], name: &str) -> Option<&'a str> {
    let mut found = properties.iter().filter(|property| property.name == name);
    let property = found.next()?;
    assert!(found.next().is_none() && property.params.is_none(), "{name} once and plain");
    Some(property.value.as_deref().unwrap_or_default())
}

fn event_value<'a>(event: &'a IcalEvent, name: &str) -> Option<&'a str> {
    value(&event.properties, name)
}

/// A text without what the other parser trims: white space at the end of a line, and colons where a value begins.
fn bare(text: &str) -> String {
    text.trim_start_matches(':').chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn a_whole_file() {
    let mut one = session("statistics 1", at(2026, 12, 31, 23, 15), 90);
    one.title = "Statistics; part 1, \\ mean".to_owned();
    one.about = "First line\r\nsecond\rthird\n".to_owned();
    one.reminder = Some(30);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Skillstead//Skillstead//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:My plan",
        "BEGIN:VEVENT",
        "UID:statistics%201@skillstead",
        "DTSTAMP:20261123T090500Z",
        "LAST-MODIFIED:20261123T090500Z",
        "SEQUENCE:7",
        "DTSTART:20261231T231500",
        "DTEND:20270101T004500",
        "SUMMARY:Statistics\\; part 1\\, \\\\ mean",
        "DESCRIPTION:First line\\nsecond\\nthird\\n",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT30M",
        "DESCRIPTION:Statistics\\; part 1\\, \\\\ mean",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(calendar("My plan", stamp(), 7, &[one]), expected.join("\r\n"));
}

#[test]
fn nothing_to_do_is_a_calendar_too() {
    let file = calendar("", stamp(), 0, &[]);
    let empty = read(&file);
    assert!(empty.events.is_empty());
    assert_eq!(value(&empty.properties, "VERSION"), Some("2.0"));
    assert_eq!(value(&empty.properties, "X-WR-CALNAME"), None);
    assert_eq!(lines(&file).len(), 5);
}

#[test]
fn a_session_of_no_length_has_no_end_and_one_without_words_is_still_one() {
    let mut bare = session("", at(2027, 3, 1, 8, 0), 0);
    bare.title.clear();
    bare.reminder = Some(0);
    let file = lines(&calendar("", stamp(), u32::MAX, &[bare]));
    assert_eq!(values(&file, "UID"), ["@skillstead"]);
    assert_eq!(values(&file, "SUMMARY"), [""]);
    assert_eq!(values(&file, "TRIGGER"), ["-PT0M"]);
    assert_eq!(values(&file, "SEQUENCE"), ["2147483647"]);
    assert!(values(&file, "DTEND").is_empty());
}

#[test]
fn text_cannot_begin_anything() {
    for end in ["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\0\n", "\n\u{1b}"] {
        let evil = format!("x{end}END:VEVENT{end}BEGIN:VEVENT{end}UID:other");
        let one = Session {
            uid: evil.clone(),
            title: evil.clone(),
            about: evil.clone(),
            reminder: Some(5),
            ..session("", stamp(), 30)
        };
        let file = calendar(&evil, stamp(), 1, &[one]);
        assert_eq!(read(&file).events.len(), 1, "{end:?}");
        let begun: Vec<_> = lines(&file).into_iter().filter(|line| line.starts_with("BEGIN:")).collect();
        assert_eq!(begun, ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM"], "{end:?}");
        assert!(!file.contains(['\u{85}', '\u{2028}', '\u{2029}']));
    }
}

/// A length at which a line is folded once more than before, and its neighbours.
#[test]
fn lines_are_full_and_never_too_long() {
    for letters in 60..240 {
        let title = "x".repeat(letters);
        let file = calendar("", stamp(), 1, &[Session { title: title.clone(), ..session("a", stamp(), 30) }]);
        assert_eq!(values(&lines(&file), "SUMMARY"), [title.as_str()]);
        let octets = letters + "SUMMARY:".len();
        let pieces = 1 + octets.saturating_sub(75).div_ceil(74);
        assert_eq!(file.matches("\r\n ").count(), pieces - 1, "{letters}");
    }
}

/// Programs that trim each line lose no space, and a text of a megabyte takes no noticeable time.
#[test]
fn long_texts_come_back_even_where_lines_are_trimmed() {
    let about = "Wörter und Räume, ein 学ぶ 🦀 here\n".repeat(20_000);
    let file = calendar("", stamp(), 1, &[Session { about: about.clone(), ..session("a", stamp(), 30) }]);
    assert_eq!(unescaped(values(&lines(&file), "DESCRIPTION")[0]), about);
    let found = read(&file);
    assert_eq!(unescaped(event_value(&found.events[0], "DESCRIPTION").expect("a text")), about);
}

#[test]
fn clock_times_stay_as_they_are() {
    let cases = [
        (at(2026, 12, 28, 18, 0), 60, "20261228T180000", "20261228T190000"),
        (at(2026, 12, 31, 23, 30), 60, "20261231T233000", "20270101T003000"),
        (at(2027, 1, 1, 0, 0), 1, "20270101T000000", "20270101T000100"),
        (at(2027, 1, 3, 23, 59), 1, "20270103T235900", "20270104T000000"),
        (at(2028, 2, 28, 22, 0), 180, "20280228T220000", "20280229T010000"),
        (at(2028, 2, 29, 9, 0), 1_440, "20280229T090000", "20280301T090000"),
        (at(2027, 2, 28, 23, 0), 120, "20270228T230000", "20270301T010000"),
        // The clocks are changed in these hours, somewhere: the time on the wall is what was asked for.
        (at(2027, 3, 28, 2, 30), 60, "20270328T023000", "20270328T033000"),
        (at(2027, 10, 31, 2, 30), 60, "20271031T023000", "20271031T033000"),
        (at(0, 1, 1, 0, 0), 30, "00000101T000000", "00000101T003000"),
        (at(9_999, 12, 31, 23, 0), 59, "99991231T230000", "99991231T235900"),
    ];
    for (starts, minutes, first, last) in cases {
        let file = calendar("x", stamp(), 1, &[session("a", starts, minutes)]);
        let found = read(&file);
        assert_eq!(event_value(&found.events[0], "DTSTART"), Some(first));
        assert_eq!(event_value(&found.events[0], "DTEND"), Some(last));
        assert!(!file.contains("TZID") && !file.contains("VTIMEZONE") && !file.contains("X-WR-TIMEZONE"));
        assert_eq!(file.matches("Z\r\n").count(), 2, "the two stamps alone are in UTC");
    }
}

#[test]
fn a_week_53_has_seven_days() {
    let week: Vec<_> = (0..7).map(|day| at(2026, 12, 28, 7, 45) + TimeDelta::days(day)).collect();
    let sessions: Vec<_> = week.iter().map(|starts| session(&starts.to_string(), *starts, 45)).collect();
    let found = read(&calendar("x", stamp(), 1, &sessions));
    let starts: Vec<_> = found.events.iter().filter_map(|event| event_value(event, "DTSTART")).collect();
    let days = ["20261228", "20261229", "20261230", "20261231", "20270101", "20270102", "20270103"];
    assert_eq!(starts, days.map(|day| format!("{day}T074500")));
}

#[test]
fn years_that_the_format_cannot_say() {
    let cases = [
        session("a", NaiveDateTime::MIN, 30),
        session("b", NaiveDateTime::MAX, 30),
        session("c", NaiveDateTime::MAX, u32::MAX),
        session("d", at(-1, 12, 31, 23, 59), 30),
        session("e", at(9_999, 12, 31, 23, 59), 30),
        session("f", at(2027, 1, 1, 0, 0), 30),
    ];
    let file = lines(&calendar("x", NaiveDateTime::MAX, 1, &cases));
    assert_eq!(values(&file, "UID"), ["f@skillstead"]);
    assert_eq!(values(&file, "DTSTAMP"), ["19700101T000000Z"]);
}

/// A program puts an event in the place of the one with the same id if its number is higher: so the ids stay, and the rest may not.
#[test]
fn a_second_export_has_the_same_ids_and_a_higher_number() {
    let before = [session("a/1", at(2027, 1, 4, 18, 0), 60), session("a/2", at(2027, 1, 6, 18, 0), 60)];
    let after = before.clone().map(|one| Session { starts: one.starts + TimeDelta::days(7), ..one });
    let first = lines(&calendar("x", stamp(), 4, &before));
    let second = lines(&calendar("x", stamp() + TimeDelta::hours(1), 5, &after));
    assert_eq!(values(&first, "UID"), ["a%2F1@skillstead", "a%2F2@skillstead"]);
    assert_eq!(values(&first, "UID"), values(&second, "UID"));
    assert_eq!((values(&first, "SEQUENCE"), values(&second, "SEQUENCE")), (vec!["4"; 2], vec!["5"; 2]));
    assert_ne!(values(&first, "DTSTART"), values(&second, "DTSTART"));
}

/// Texts with more of what is special than chance alone would bring.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        "\r\n",
        "\n",
        "\r",
        "\t",
        " ",
        "\\",
        ";",
        ",",
        ":",
        "\"",
        "\\n",
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "é",
        "🦀",
        "e\u{301}",
        "\u{2028}",
        "\u{85}",
        "\0",
        "\u{7f}",
        "\u{feff}",
        "\u{a0}",
        "%41",
        "@skillstead",
        "          ",
    ]);
    let piece = prop_oneof![special.prop_map(String::from), "[a-zA-Z ]{0,20}", any::<String>()];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn any_session()(
        uid in text(), title in text(), about in text(), days in 0i64..3_652_000, second in 0u32..86_400,
        minutes in 0u32..100_000, reminder in prop::option::of(any::<u32>())
    ) -> Session {
        let day = NaiveDate::from_ymd_opt(0, 1, 1).expect("a day") + TimeDelta::days(days);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).expect("a time");
        Session { uid, starts: day.and_time(time), minutes, title, about, reminder }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_written_comes_back(
        name in text(), sequence in 0u32..1 << 31, sessions in prop::collection::vec(any_session(), 0..4)
    ) {
        let file = calendar(&name, stamp(), sequence, &sessions);
        prop_assert_eq!(&file, &calendar(&name, stamp(), sequence, &sessions));
        let ends = |one: &Session| one.starts + TimeDelta::minutes(one.minutes.into());
        let last = at(9_999, 12, 31, 23, 59) + TimeDelta::seconds(59);
        let sessions: Vec<_> = sessions.into_iter().filter(|one| ends(one) <= last).collect();

        let own = lines(&file);
        let reminders = sessions.iter().filter(|one| one.reminder.is_some()).count();
        prop_assert_eq!(values(&own, "BEGIN").len(), 1 + sessions.len() + reminders);
        let named = values(&own, "X-WR-CALNAME");
        prop_assert_eq!(named.len(), usize::from(!kept(&name).is_empty()));
        prop_assert_eq!(unescaped(&named.concat()), kept(&name));

        let found = read(&file);
        prop_assert_eq!(found.events.len(), sessions.len());
        for (event, one) in found.events.iter().zip(&sessions) {
            let time = |name| event_value(event, name).and_then(|time| NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S").ok());
            prop_assert_eq!(time("DTSTART"), Some(one.starts));
            prop_assert_eq!(time("DTEND"), (one.minutes > 0).then(|| ends(one)));
            prop_assert_eq!(event_value(event, "SEQUENCE").map(str::to_owned), Some(sequence.to_string()));
            prop_assert_eq!(event.alarms.len(), usize::from(one.reminder.is_some()));
            for alarm in &event.alarms {
                let trigger = one.reminder.map(|minutes| format!("-PT{minutes}M"));
                prop_assert_eq!(value(&alarm.properties, "TRIGGER"), trigger.as_deref());
                prop_assert_eq!(value(&alarm.properties, "ACTION"), Some("DISPLAY"));
            }
            let escaped = |text: &str| kept(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
            prop_assert_eq!(bare(event_value(event, "SUMMARY").unwrap_or_default()), bare(&escaped(&one.title)));
            prop_assert_eq!(bare(event_value(event, "DESCRIPTION").unwrap_or_default()), bare(&escaped(&one.about)));
        }
        let summaries: Vec<String> = values(&own, "SUMMARY").into_iter().map(unescaped).collect();
        prop_assert_eq!(summaries, sessions.iter().map(|one| kept(&one.title)).collect::<Vec<_>>());
        let ids: BTreeSet<&str> = values(&own, "UID").into_iter().collect();
        let is_plain = |id: &str| id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._%".contains(letter));
        prop_assert!(ids.iter().all(|id| id.strip_suffix("@skillstead").is_some_and(is_plain)));
        prop_assert_eq!(ids.len(), sessions.iter().map(|one| &one.uid).collect::<BTreeSet<_>>().len());
    }
}
