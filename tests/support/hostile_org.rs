//! Bytes of unknown origin, given to whatever reads an organisation's files: nothing may panic, what is read is read again the same, and
//! whatever can be read can be reckoned with.
#![allow(dead_code, reason = "each target uses its own part")]

use skillstead::catalog::Catalog;
use skillstead::domain::Organisation;
use skillstead::engine::Policy;
use skillstead::engine::workforce::message::{Budget, Request};
use skillstead::engine::workforce::{OrgPolicy, demand, merge, org_alerts, side_by_side};
use skillstead::exchange::contribution::{read_contribution, write_contribution};
use skillstead::exchange::handshake::{read_commitment, read_reveal, reveal, settle, write_commitment, write_reveal};
use skillstead::exchange::people::{
    Choice, Matched, SkillNames, TableKind, Terms, Use, choices, give, guess, open, propose, take,
};
use skillstead::store::{read_org, write_org};

/// The text of an organisation.
pub fn organisation(bytes: &[u8]) {
    let Ok(read) = read_org(&String::from_utf8_lossy(bytes)) else { return };
    assert_eq!(read_org(&write_org(&read)).as_ref(), Ok(&read));
    let (catalog, policy, own) = (Catalog::default(), Policy::with(&read.policy), OrgPolicy::with(&read.policy));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day");
    let needed = demand(&read, &catalog, None, &policy, &own);
    let _alerts = org_alerts(&read, &catalog, &needed, &policy, &own, today);
    let _prospects = side_by_side(&read, &catalog, &policy);
    let budget = Budget { weeks: 52, money: Some(100), hours: Some(100) };
    for request in [
        Request::Moves { then: true },
        Request::Mentoring { today },
        Request::Sharing { hours_each: 6.0 },
        Request::Programme(budget),
    ] {
        let _reply = request.answer(&read, &catalog, |_| ());
    }
    give(&read, &SkillNames::of(&catalog, &read)).expect("tables");
}

/// A file of a handshake.
pub fn handshake(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (committed, revealed) = (read_commitment(&text), read_reveal(&text));
    if let Ok(committed) = &committed {
        assert_eq!(read_commitment(&write_commitment(committed)).as_ref(), Ok(committed));
    }
    if let Ok(revealed) = &revealed {
        assert_eq!(read_reveal(&write_reveal(revealed)).as_ref(), Ok(revealed));
        let forged = skillstead::exchange::handshake::commit(&revealed.word, &revealed.nonce);
        let answer = reveal(revealed.word.clone(), [7; 16], &forged);
        assert!(settle([&forged, &forged], [revealed, &answer]).is_err(), "one word for both sides");
    }
}

/// A file of a contribution.
pub fn contribution(bytes: &[u8]) {
    if let Ok(given) = read_contribution(bytes) {
        assert_eq!(read_contribution(write_contribution(&given).as_bytes()).as_ref(), Ok(&given));
        let _merged = merge(&[given.clone(), given]);
    }
}

/// A file of people: opened, matched as it is guessed and as it could be, and taken.
pub fn people(bytes: &[u8]) {
    let (catalog, base) = (Catalog::default(), Organisation::default());
    let Ok(grids) = open("people", bytes) else { return };
    let names = SkillNames::of(&catalog, &base);
    let mut tables = Vec::new();
    for grid in grids {
        let forced = TableKind::ALL.into_iter().map(|kind| {
            let field = |at: usize| if at < kind.columns().len() { Use::Field(at) } else { Use::Skill };
            Matched { kind, columns: (0..grid.width(0)).map(field).collect() }
        });
        let all: Vec<Matched> = guess(&grid, &names).into_iter().chain(forced).collect();
        tables.extend(all.into_iter().map(|matched| (grid.clone(), matched)));
    }
    let mut chosen = choices(&propose(&tables, &names));
    chosen.values_mut().filter(|choice| **choice == Choice::Left).for_each(|choice| *choice = Choice::Own);
    for table in tables.chunks(1).chain([&tables[..]]) {
        if let Ok(taken) = take(table, &chosen, Terms::default(), &catalog, &base) {
            assert_eq!(taken.organisation.clone().checked().as_ref(), Ok(&taken.organisation));
            assert_eq!(read_org(&write_org(&taken.organisation)), Ok(taken.organisation));
        }
    }
}
