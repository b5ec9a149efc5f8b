//! Our own bytes, changed at random by the hundred thousand: what reads them neither panics nor is fooled. The same bodies are given to a
//! fuzzer that watches the code (`scripts/fuzz.sh`).

#[path = "support/bakery.rs"]
mod bakery;
#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/hostile_org.rs"]
mod hostile_org;

use fastrand::Rng;
use skillstead::catalog::Catalog;
use skillstead::domain::Contribution;
use skillstead::exchange::contribution::write_contribution;
use skillstead::exchange::handshake::{Side, Word, commit, reveal, write_commitment, write_reveal};
use skillstead::exchange::people::{Grid, SkillNames, give};
use skillstead::store::{Unreadable, open};
use std::path::Path;

/// How often: in each run, and in the long one.
fn n_times() -> u32 {
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { 10_000_000 } else { 200_000 }
}

fn fixtures(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a fixture")).collect()
}

/// The documents of the fixtures without their envelopes.
fn bodies() -> Vec<Vec<u8>> {
    let body = |text: String| {
        let at = text.find("\"document\":").expect("a document") + "\"document\":".len();
        text.as_bytes()[at..text.len() - 1].to_vec()
    };
    fixtures("schema-1").into_iter().map(body).collect()
}

/// Parts that a text of ours may have where it should not.
const PARTS: [&[u8]; 18] = [
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"0.1",
    b"256",
    b"65536",
    b"4294967296",
    b"\"\"",
    b"\"2026-02-30\"",
    b"\"-9999-01-01\"",
    b"{}",
    b"[]",
    b"}",
    b"\"",
    b"\\u0000",
    b"\xff\xfe",
    b",\"ratings\":{}",
];

/// One change at random, in the manner of a fuzzer.
fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], chance: &mut Rng) {
    if bytes.is_empty() {
        return bytes.extend_from_slice(PARTS[chance.usize(0..PARTS.len())]);
    }
    let at = chance.usize(0..bytes.len());
    let end = (at + chance.usize(0..24)).min(bytes.len());
    match chance.u8(0..7) {
        0 => bytes[at] ^= 1 << chance.u8(0..8),
        1 => bytes[at] = chance.u8(..),
        2 => drop(bytes.drain(at..end)),
        3 => drop(bytes.splice(at..end, PARTS[chance.usize(0..PARTS.len())].iter().copied())),
        4 => {
            let copied = bytes[at..end].to_vec();
            drop(bytes.splice(at..at, copied));
        }
        5 => bytes.truncate(at),
        _ => {
            let other = &seeds[chance.usize(0..seeds.len())];
            let from = chance.usize(0..=other.len());
            let to = (from + 64).min(other.len());
            drop(bytes.splice(at..end, other[from..to].iter().copied()));
        }
    }
}

fn attack(seeds: &[Vec<u8>], target: fn(&[u8])) {
    attack_so_often(n_times(), seeds, target);
}

fn attack_so_often(n_times: u32, seeds: &[Vec<u8>], target: fn(&[u8])) {
    let mut chance = Rng::with_seed(11);
    for _ in 0..n_times {
        let mut bytes = seeds[chance.usize(0..seeds.len())].clone();
        for _ in 0..chance.u8(0..4) {
            change(&mut bytes, seeds, &mut chance);
        }
        target(&bytes);
    }
}

#[test]
fn numbers_that_cannot_be_and_fields_that_are_not_known_are_refused() {
    let bad = ["{\"horizon\":{\"hours_per_week\":0}}", "{\"ratings\":{\"a\":[{\"level\":51,\"on\":\"2026-01-01\"}]}}"];
    for document in bad {
        assert_eq!(open(&hostile::sealed_as(1, document)), Err(Unreadable::Foreign), "{document}");
    }
    // What a newer build of the same schema has added would be lost in a save: it is left alone.
    let added = hostile::sealed_as(1, "{\"current\":\"baker\",\"added_later\":[1,2]}");
    assert_eq!(open(&added), Err(Unreadable::Newer(1)));
    assert_eq!(open(&hostile::sealed_as(2, "{\"anything\":true}")), Err(Unreadable::Newer(2)));
    assert_eq!(open(&hostile::sealed_as(0, "{}")), Err(Unreadable::Foreign));
}

#[test]
fn an_envelope_at_random() {
    attack(&fixtures("schema-1").into_iter().map(String::into_bytes).collect::<Vec<_>>(), hostile::envelope);
}

#[test]
fn a_document_at_random_with_the_checksum_that_belongs_to_it() {
    attack(&bodies(), hostile::json);
}

#[test]
fn a_document_at_random_of_any_schema() {
    let mut seeds: Vec<Vec<u8>> = bodies().into_iter().map(|body| [vec![1], body].concat()).collect();
    for body in bodies() {
        let document: serde_json::Value = serde_json::from_slice(&body).expect("a document");
        let parts = ["own", "record", "passport"].into_iter().filter_map(|name| document.get(name));
        seeds.extend(parts.map(|part| [b"\x01", part.to_string().as_bytes()].concat()));
    }
    attack(&seeds, hostile::migration);
}

#[test]
fn a_closed_text_at_random() {
    attack(&fixtures("lock-1").into_iter().map(String::into_bytes).collect::<Vec<_>>(), hostile::header);
}

#[test]
fn an_organisation_at_random() {
    let seeds: Vec<_> = fixtures("org-1").into_iter().map(String::into_bytes).collect();
    attack_so_often(n_times() / 50, &seeds, hostile_org::organisation);
}

#[test]
fn files_of_a_handshake_at_random() {
    let word = Word {
        person: "p1".into(),
        side: Side::Manager,
        on: bakery::day("2026-11-29"),
        levels: [("oven".into(), bakery::tenths(30)), ("dough".into(), bakery::tenths(25))].into(),
    };
    let committed = commit(&word, &[1; 16]);
    let seeds = [write_commitment(&committed), write_reveal(&reveal(word, [1; 16], &committed))];
    attack(&seeds.map(String::into_bytes), hostile_org::handshake);
}

#[test]
fn a_contribution_at_random() {
    let counts = [Some(6), None, Some(0), None, Some(12), None, Some(9)];
    let skills = [("oven".into(), counts), ("dough".into(), [Some(5); 7])].into();
    let given = Contribution { site: "North".into(), on: bakery::day("2026-11-29"), people: 35, least: 5, skills };
    attack(&[write_contribution(&given).into_bytes()], hostile_org::contribution);
}

#[test]
fn files_of_people_at_random() {
    let bakery = bakery::bakery();
    let zip = give(&bakery, &SkillNames::of(&Catalog::default(), &bakery)).expect("tables");
    let tables = skillstead::exchange::people::open("all.zip", &zip).expect("tables");
    let csv = |grid: &Grid| {
        let line = |row| grid.row(row).collect::<Vec<_>>().join(",");
        (0..grid.n_rows()).map(line).collect::<Vec<_>>().join("\n").into_bytes()
    };
    let seeds: Vec<Vec<u8>> = tables.iter().map(csv).chain([zip]).collect();
    attack_so_often(n_times() / 200, &seeds, hostile_org::people);
}

#[test]
fn commands_at_random() {
    let mut chance = Rng::with_seed(12);
    for _ in 0..n_times() {
        let n = chance.usize(0..40);
        hostile::commands(&std::iter::repeat_with(|| chance.u8(..)).take(n).collect::<Vec<_>>());
    }
}
