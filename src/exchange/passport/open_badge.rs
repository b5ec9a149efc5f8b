//! Open Badges 3.0 as JSON-LD or as the payload of a signed one, and 2.0 where the badge is whole: as evidence of kind certificate.

use super::date::day;
use super::words::clip;
use super::{Form, PassportError, Proposal, Signed, Unverifiable};
use crate::domain::{EvidenceKind, SafeUrl};
use crate::exchange::limits;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;

/// One more than there may be, so that too many are noticed.
const MOST: usize = limits::PASSPORT_PROPOSALS + 1;

/// Whether a JSON is a badge by its type.
pub(super) fn is_badge(json: &Value) -> bool {
    let credential = credential(json);
    let types = ["AchievementCredential", "OpenBadgeCredential", "VerifiableCredential", "Assertion"];
    types.iter().any(|name| is_a(credential, name))
}

/// How a badge that is plain JSON is signed.
pub(super) fn signed(json: &Value) -> Signed {
    let has_proof = ["proof", "signature"].iter().any(|name| !json[*name].is_null());
    if has_proof { Signed::CannotBeChecked(Unverifiable::Proof) } else { Signed::Not }
}

/// What a badge proposes: one proposal for each skill that it is aligned with, or else one called as the badge is; all with the badge as evidence.
pub(super) fn read(json: &Value) -> Result<Vec<Proposal>, PassportError> {
    let credential = credential(json);
    // The members of 3.0 and of 2.0; no badge has both.
    let subjects = all(&credential["credentialSubject"]).flat_map(|subject| all(&subject["achievement"]));
    let achievements = subjects.chain(all(&credential["badge"]));
    let found = achievements.flat_map(|achievement| proposals(json, credential, achievement));
    let found: Vec<Proposal> = found.take(MOST).collect();
    if found.is_empty() { Err(PassportError::Broken(Form::OpenBadge)) } else { Ok(found) }
}

/// The credential itself, which older tokens have inside of a claim.
fn credential(json: &Value) -> &Value {
    if json["vc"].is_object() { &json["vc"] } else { json }
}

fn is_a(json: &Value, name: &str) -> bool {
    let kinds = if json["type"].is_null() { &json["@type"] } else { &json["type"] };
    all(kinds).any(|kind| kind.as_str() == Some(name))
}

/// One thing, or all of a list, as JSON-LD has both.
fn all(value: &Value) -> impl Iterator<Item = &Value> {
    let one = (!value.is_array() && !value.is_null()).then_some(value);
    value.as_array().into_iter().flatten().chain(one)
}

/// A text, which may stand by itself, beside a language or in a map of languages; the English one first.
fn text(value: &Value) -> &str {
    let nested = ["@value", "en", "name"].iter().find_map(|name| value[*name].as_str());
    let first = || value.as_object().and_then(|map| map.values().find_map(Value::as_str));
    value.as_str().or(nested).or_else(first).unwrap_or_default()
}

fn proposals(claims: &Value, credential: &Value, achievement: &Value) -> Vec<Proposal> {
    let named = [&achievement["name"], &credential["name"], &achievement["id"]];
    // A badge of 2.0 that is not whole is an address, which is all that there is to show.
    let name =
        named.into_iter().map(text).chain(achievement.as_str()).find(|name| !name.is_empty()).unwrap_or_default();
    let issuer = [&credential["issuer"], &achievement["issuer"], &achievement["creator"]];
    let issuer = issuer.into_iter().filter(|issuer| issuer.is_object()).map(|issuer| text(&issuer["name"]));
    let issuer = clip(issuer.into_iter().find(|name| !name.is_empty()).unwrap_or_default());
    let from =
        date(credential, &["validFrom", "issuanceDate", "issuedOn", "awardedDate"]).or_else(|| seconds(&claims["nbf"]));
    let until = date(credential, &["validUntil", "expirationDate", "expires"]).or_else(|| seconds(&claims["exp"]));
    let criteria = &achievement["criteria"];
    let detail = [&criteria["narrative"], &achievement["description"]];
    let detail = detail.into_iter().map(text).find(|text| !text.is_empty()).unwrap_or_default();
    let links = [criteria, &criteria["id"], &achievement["id"], &credential["id"]];
    let link = links.into_iter().filter_map(Value::as_str).find(|link| SafeUrl::of(link).is_some());
    let badge = Proposal::named(&clip(name), Form::OpenBadge);
    let badge = badge.shown_by(EvidenceKind::Certificate, &issuer, from).linked(link.unwrap_or_default());
    let evidence = badge.evidence.clone().map(|proof| super::Proof { expires: until, ..proof });
    let badge = Proposal { evidence, detail: clip(detail), ..badge };
    let targets = [&achievement["alignment"], &achievement["alignments"]].into_iter().flat_map(all);
    let targets = targets.map(|target| clip(text(&target["targetName"]))).filter(|name| !name.is_empty());
    let aligned: Vec<Proposal> = targets.map(|name| Proposal { name, ..badge.clone() }).take(MOST).collect();
    match aligned.is_empty() {
        true if name.is_empty() => Vec::new(),
        true => vec![badge],
        false => aligned,
    }
}

fn date(credential: &Value, names: &[&str]) -> Option<NaiveDate> {
    names.iter().find_map(|name| day(credential[*name].as_str()?))
}

/// The day of a number of seconds since 1970, as tokens have it.
fn seconds(claim: &Value) -> Option<NaiveDate> {
    DateTime::from_timestamp(claim.as_i64()?, 0).map(|time| time.date_naive())
}
