//! Numbers and days as a person reads them, by the browser's own rules.

use super::words::{language, say};
use crate::domain::{Language, Level};
use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

fn tag() -> &'static str {
    match language() {
        Language::En => "en-GB",
        Language::Es => "es-ES",
    }
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
    }
    options
}

/// A number with so many decimals, and its separators.
fn written(number: f64, decimals: &str) -> String {
    let digits = options(&[("minimumFractionDigits", decimals), ("maximumFractionDigits", decimals)]);
    let format = Intl::NumberFormat::new(&Array::of1(&tag().into()), &digits);
    let text = format.format().call1(&JsValue::UNDEFINED, &number.into());
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A whole number with its separators: "1,016".
pub(super) fn number(number: f64) -> String {
    written(number, "0")
}

/// A share as "41 %", with a space that does not break.
pub(super) fn percent(share: f64) -> String {
    [&number(share * 100.0), "\u{a0}%"].concat()
}

/// Two shares as "41–62 %", or as one where they read the same.
pub(super) fn percent_range(low: f64, high: f64) -> String {
    let (low, high) = (number(low * 100.0), percent(high));
    if high.starts_with(&[&low, "\u{a0}"].concat()) { high } else { [low, high].join("–") }
}

/// A share as "97.8 %": similarities lie close together.
pub(super) fn fine_percent(share: f64) -> String {
    [&written(share * 100.0, "1"), "\u{a0}%"].concat()
}

/// Hours as "640 h".
pub(super) fn hours(hours: f64) -> String {
    say!(unit.h, n = number(hours)).replace(' ', "\u{a0}")
}

/// Euros as "120 €".
pub(super) fn euros(euros: u32) -> String {
    say!(unit.euro, n = number(f64::from(euros))).replace(' ', "\u{a0}")
}

/// A level as "3" or "2.9".
pub(super) fn level(level: Level) -> String {
    let value = level.value();
    written(value, if value.fract() == 0.0 { "0" } else { "1" })
}

fn date(day: NaiveDate, pairs: &[(&str, &str)]) -> String {
    let [year, month, day] = [day.year(), day.month0() as i32, day.day() as i32];
    let date = js_sys::Date::new_with_year_month_day(year as u32, month, day);
    String::from(date.to_locale_date_string(tag(), &options(pairs)))
}

/// A day as "1 Dec 2026".
pub(super) fn day(day: NaiveDate) -> String {
    date(day, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
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
