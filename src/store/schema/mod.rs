//! The frozen forms of a document. A form that was once released is read for ever and only ever gains fields.

mod org;
mod own;
mod pairs;
mod passport;
mod record;
mod v1;

pub use org::OrgReading;

use super::Unreadable;
use crate::domain::{Organisation, Own, PassportChoices, Record, Workspace};
use serde_json::value::RawValue;
use std::sync::Arc;

/// The schema that is written.
pub const CURRENT: u32 = 1;

/// A document in the current form.
pub(super) fn write(workspace: &Workspace) -> Box<RawValue> {
    serde_json::value::to_raw_value(&v1::Document::from(workspace)).unwrap_or_default()
}

/// A document in any form that was ever released.
pub(super) fn read(schema: u32, document: &RawValue) -> Result<Workspace, Unreadable> {
    match schema {
        1 => {
            // Its checksum is right: what this version does not know was added by a newer one, and would be lost in a save.
            let document: v1::Document = serde_json::from_str(document.get()).map_err(|_| Unreadable::Newer(1))?;
            Workspace::try_from(document).map_err(|_| Unreadable::Foreign)
        }
        newer if newer > CURRENT => Err(Unreadable::Newer(newer)),
        _ => Err(Unreadable::Foreign),
    }
}

/// What a person has made of the starter catalogue, as the text that a document keeps; empty for nothing.
///
/// ```
/// use skillstead::{domain::{Own, OwnRole}, store::{read_own, write_own}};
/// let mut own = Own::default();
/// assert!(write_own(&own).is_empty());
/// own.roles.insert("kite-mender".into(), OwnRole::default());
/// assert_eq!(read_own(&write_own(&own))?, own);
/// # Ok::<(), skillstead::store::Unreadable>(())
/// ```
#[must_use]
pub fn write_own(own: &Own) -> Arc<str> {
    let text = (!own.is_empty()).then(|| serde_json::to_string(&own::OwnV1::from(own)).unwrap_or_default());
    text.unwrap_or_default().into()
}

/// What [`write_own`] wrote.
///
/// # Errors
/// A text that is no such thing.
pub fn read_own(text: &str) -> Result<Own, Unreadable> {
    if text.is_empty() {
        return Ok(Own::default());
    }
    let own: own::OwnV1 = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
    Own::try_from(own).map_err(|_| Unreadable::Foreign)
}

/// A person's record, as the text that a document keeps; empty for nothing.
///
/// ```
/// use skillstead::{domain::{Entry, Note, Record}, store::{read_record, write_record}};
/// let mut record = Record::default();
/// assert!(write_record(&record).is_empty());
/// record.entries.push(Entry { on: "2026-11-23".parse().unwrap(), note: Note::Used("oven".into()) });
/// assert_eq!(read_record(&write_record(&record))?, record);
/// # Ok::<(), skillstead::store::Unreadable>(())
/// ```
#[must_use]
pub fn write_record(record: &Record) -> Arc<str> {
    let entries = record::written(record);
    let text = (!entries.is_empty()).then(|| serde_json::to_string(&entries).unwrap_or_default());
    text.unwrap_or_default().into()
}

/// What [`write_record`] wrote.
///
/// # Errors
/// A text that is no such thing.
pub fn read_record(text: &str) -> Result<Record, Unreadable> {
    if text.is_empty() {
        return Ok(Record::default());
    }
    let entries: Vec<record::EntryV1> = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
    record::read(entries).map_err(|_| Unreadable::Foreign)
}

/// An organisation's document as text; empty for nothing. About 10 MB for 20,000 people with 22 ratings each.
///
/// ```
/// use skillstead::{domain::Organisation, store::{read_org, write_org}};
/// let bakery = Organisation { name: "Bakery".into(), skills: vec!["oven".into()], ..Organisation::default() };
/// assert_eq!(write_org(&bakery), r#"{"organisation":1,"name":"Bakery","skills":["oven"]}"#);
/// assert_eq!(read_org(&write_org(&bakery))?, bakery);
/// # Ok::<(), skillstead::store::Unreadable>(())
/// ```
#[must_use]
pub fn write_org(organisation: &Organisation) -> String {
    written(organisation, None)
}

/// The same text, where one that was `before`, and its text, are at hand: what has not changed is copied out of that. An edit of one person
/// of 20,000 writes some hundred people anew.
///
/// ```
/// use skillstead::{domain::{OrgCommand, Organisation, Person}, store::{write_org, write_org_after}};
/// let bakery = Organisation::default();
/// let arrive = OrgCommand::PutPerson(Box::new(Person::new("p1".into())));
/// let next = bakery.apply(arrive)?.unwrap();
/// assert_eq!(write_org_after(&next, &bakery, &write_org(&bakery)), write_org(&next));
/// # Ok::<(), skillstead::domain::OrgError>(())
/// ```
#[must_use]
pub fn write_org_after(organisation: &Organisation, before: &Organisation, text: &str) -> String {
    written(organisation, Some((before, text)))
}

fn written(organisation: &Organisation, before: Option<(&Organisation, &str)>) -> String {
    let text = (!organisation.is_empty()).then(|| org::write(organisation, before));
    text.and_then(Result::ok).unwrap_or_default()
}

/// What [`write_org`] wrote.
///
/// # Errors
/// A text that is no such thing, that says of itself that it is newer, or that has something this version does not know.
pub fn read_org(text: &str) -> Result<Organisation, Unreadable> {
    if text.is_empty() {
        return Ok(Organisation::default());
    }
    let mut reading = OrgReading::of(text)?;
    while reading.step()? {}
    reading.end()
}

/// What a person has chosen to show in their passport, as the text that a document keeps; empty for nothing.
///
/// ```
/// use skillstead::{domain::{Identity, PassportChoices}, store::{read_choices, write_choices}};
/// let mut choices = PassportChoices::default();
/// assert!(write_choices(&choices).is_empty());
/// choices.identity = Identity::Code("K 7".into());
/// assert_eq!(read_choices(&write_choices(&choices))?, choices);
/// # Ok::<(), skillstead::store::Unreadable>(())
/// ```
#[must_use]
pub fn write_choices(choices: &PassportChoices) -> Arc<str> {
    let is_chosen = *choices != PassportChoices::default();
    let text = is_chosen.then(|| serde_json::to_string(&passport::ChoicesV1::from(choices)).unwrap_or_default());
    text.unwrap_or_default().into()
}

/// What [`write_choices`] wrote.
///
/// # Errors
/// A text that is no such thing.
pub fn read_choices(text: &str) -> Result<PassportChoices, Unreadable> {
    if text.is_empty() {
        return Ok(PassportChoices::default());
    }
    let choices: passport::ChoicesV1 = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
    Ok(choices.into())
}
