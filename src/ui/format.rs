//! Numbers and days as a person reads them, by the browser's own rules.

use super::words::{language, say};
use crate::domain::{Language, Level};
use chrono::{Datelike, Days, NaiveDate};
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

fn tag() -> &'static str {
    match language() {
        Language::En => "en-GB",
        Language::Es => "es-ES",
    }
}

thread_local! {
    /// The browser's formatters by language and options: making one takes longer than all of its work.
    static FORMATTERS: RefCell<BTreeMap<(&'static str, Options), Function>> = const { RefCell::new(BTreeMap::new()) };
}

/// Options of a formatter, as the browser names them.
type Options = &'static [(&'static str, &'static str)];

/// What the browser's own rules make of a value.
fn formatted(options: Options, make: fn(&Array, &Object) -> Function, value: &JsValue) -> String {
    let formatter = FORMATTERS.with_borrow_mut(|made| {
        let new = || make(&Array::of1(&tag().into()), &object(options));
        made.entry((tag(), options)).or_insert_with(new).clone()
    });
    formatter.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn object(pairs: Options) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
    }
    options
}

const WHOLE: Options = &[("maximumFractionDigits", "0")];
const TENTHS: Options = &[("minimumFractionDigits", "1"), ("maximumFractionDigits", "1")];

fn written(number: f64, digits: Options) -> String {
    // Nothing taken off is nothing, not "-0".
    let number = if number == 0.0 { 0.0 } else { number };
    formatted(digits, |tags, options| Intl::NumberFormat::new(tags, options).format(), &number.into())
}

/// A whole number with its separators: "1,016".
pub(super) fn number(number: f64) -> String {
    written(number, WHOLE)
}

/// A share as "41 %", with a space that does not break.
pub(super) fn percent(share: f64) -> String {
    [&number(share * 100.0), "\u{a0}%"].concat()
}

/// How much of what is asked is reached, in whole per cent: rounded down, so that 100 is all of it.
pub(super) fn reached_percent(share: f64) -> u8 {
    // 0.29 × 100 is a little less than 29.
    (share * 100.0 + 1e-9).floor() as u8
}

/// The same as "99 %".
pub(super) fn reached(share: f64) -> String {
    percent(f64::from(reached_percent(share)) / 100.0)
}

/// Two shares as "41–62 %", or as one where they read the same.
pub(super) fn percent_range(low: f64, high: f64) -> String {
    let (low, high) = (number(low * 100.0), percent(high));
    if high.starts_with(&[&low, "\u{a0}"].concat()) { high } else { [low, high].join("–") }
}

/// A share as "97.8 %": similarities lie close together.
pub(super) fn fine_percent(share: f64) -> String {
    [&written(share * 100.0, TENTHS), "\u{a0}%"].concat()
}

/// How alike two different roles are, as "99.9 %" at most: only a role itself is wholly alike.
pub(super) fn alike(similarity: f64) -> String {
    fine_percent(similarity.min(0.999))
}

/// Hours as "640 h".
pub(super) fn hours(hours: f64) -> String {
    say!(unit.h, n = number(hours)).replace(' ', "\u{a0}")
}

/// Euros as "120 €".
pub(super) fn euros(euros: u32) -> String {
    say!(unit.euro, n = number(f64::from(euros))).replace(' ', "\u{a0}")
}

/// A number as "3" or "2.9".
pub(super) fn decimal(value: f64) -> String {
    written(value, if value.fract() == 0.0 { WHOLE } else { TENTHS })
}

/// A number as "0.13".
pub(super) fn fine(value: f64) -> String {
    written(value, &[("minimumFractionDigits", "2"), ("maximumFractionDigits", "2")])
}

/// A level as "3" or "2.9".
pub(super) fn level(level: Level) -> String {
    decimal(level.value())
}

/// A size as "12.3 kB" or "4 MB".
pub(super) fn bytes(bytes: f64) -> String {
    const KILO: Options = &[("style", "unit"), ("unit", "kilobyte"), ("maximumFractionDigits", "1")];
    const MEGA: Options = &[("style", "unit"), ("unit", "megabyte"), ("maximumFractionDigits", "1")];
    const GIGA: Options = &[("style", "unit"), ("unit", "gigabyte"), ("maximumFractionDigits", "1")];
    match bytes {
        ..1e6 => written(bytes / 1e3, KILO),
        ..1e9 => written(bytes / 1e6, MEGA),
        _ => written(bytes / 1e9, GIGA),
    }
}

fn date(day: NaiveDate, parts: Options) -> String {
    let [year, month, day] = [day.year(), day.month0() as i32, day.day() as i32];
    let date = js_sys::Date::new_with_year_month_day(year as u32, month, day);
    formatted(parts, |tags, options| Intl::DateTimeFormat::new(tags, options).format(), &date)
}

/// A day as "1 Dec 2026".
pub(super) fn day(day: NaiveDate) -> String {
    date(day, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// A moment as "1 Dec 2026, 14:05", from its minutes since 1970.
pub(super) fn moment(minutes: i64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(minutes as f64 * 60_000.0));
    let parts = &[("dateStyle", "medium"), ("timeStyle", "short")];
    formatted(parts, |tags, options| Intl::DateTimeFormat::new(tags, options).format(), &date)
}

/// A day of the week as "Mon", Monday being 0.
pub(super) fn weekday(day: usize) -> String {
    // A week that began on a Monday.
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    date(monday.checked_add_days(Days::new(day as u64)).unwrap_or(monday), &[("weekday", "short")])
}

/// A month as "November 2028".
pub(super) fn month(day: NaiveDate) -> String {
    date(day, &[("month", "long"), ("year", "numeric")])
}

/// A month as "Nov", with the year in January, or always where months are left out.
pub(super) fn short_month(day: NaiveDate, always_year: bool) -> String {
    if day.month() == 1 || always_year {
        date(day, &[("month", "short"), ("year", "numeric")])
    } else {
        date(day, &[("month", "short")])
    }
}
