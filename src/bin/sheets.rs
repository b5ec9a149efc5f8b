//! The worker that reads and writes a person's own sheets, and reads files into a passport. Its messages stand in `exchange::sheets::message`.
//!
//! Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, Uint8Array};
use skillstead::catalog::{Catalog, own_of, unpack};
use skillstead::domain::Organisation;
use skillstead::exchange::message::decode;
use skillstead::exchange::passport::read_passport;
use skillstead::exchange::people::message::{Ask, Brought, Said, TableLook};
use skillstead::exchange::people::{self, Grid, Matched, SkillNames};
use skillstead::exchange::sheets::message::{Failure, FileKind, PROTOCOL, Reply, Request, SheetLook};
use skillstead::exchange::sheets::{self, Match, Scale, Sheet, give, guess, write_csv, write_xlsx};
use skillstead::worker::{bytes_of, file, listen, post};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// Rows of a sheet that are shown while it is matched, its header among them.
const SHOWN_ROWS: usize = 4;

thread_local! {
    /// The tables of people that were opened last, and the catalogue that they may speak of.
    static PEOPLE: RefCell<(Vec<Grid>, Catalog)> = RefCell::default();
    /// The sheets that were opened last.
    static SHEETS: RefCell<Vec<Sheet>> = const { RefCell::new(Vec::new()) };
}

/// A reply, and bytes to go beside it.
type Answer = (Reply, Option<Vec<u8>>);

fn main() {
    listen(&Reply::Ready { protocol: PROTOCOL }, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let (reply, bytes) = done(message).unwrap_or_else(|failure| (Reply::Failed(failure), None));
    post(scope, &reply, bytes.as_deref())
}

fn done(message: &JsValue) -> Result<Answer, Failure> {
    let parts = message.dyn_ref::<Array>().ok_or(Failure::NotARequest)?;
    let request = skillstead::worker::request(parts).and_then(|bytes| decode(&bytes));
    match request.ok_or(Failure::NotARequest)? {
        Request::Open => open(parts),
        Request::Take { matches, scale } => taken(matches, scale, &catalog(parts)?),
        Request::Write(kind) => write(kind, &catalog(parts)?),
        Request::Passport => passport(parts),
        Request::People(ask) => people(ask, parts),
    }
}

fn open(parts: &Array) -> Result<Answer, Failure> {
    let mut opened = Vec::new();
    for at in 1..parts.length() {
        let file = file(parts, at).ok_or(Failure::NotARequest)?;
        let bytes = bytes_of(&file).map_err(|_| Failure::Unreadable)?;
        opened.extend(sheets::open(&file.name(), &bytes)?);
    }
    let look = |sheet: &Sheet| SheetLook {
        name: sheet.name.to_string(),
        first: sheet.rows.iter().take(SHOWN_ROWS).cloned().collect(),
        n_rows: sheet.rows.len().saturating_sub(1),
        guess: guess(sheet),
    };
    let looks = opened.iter().map(look).collect();
    SHEETS.set(opened);
    Ok((Reply::Sheets(looks), None))
}

fn taken(matches: Vec<Option<Match>>, scale: Scale, base: &Catalog) -> Result<Answer, Failure> {
    let matched: Vec<(Sheet, Match)> = SHEETS.with_borrow(|sheets| {
        let pairs = sheets.iter().zip(matches);
        pairs.filter_map(|(sheet, found)| Some((sheet.clone(), found?))).collect()
    });
    match sheets::take(&matched, scale, base) {
        Err(faults) => Ok((Reply::Faults(faults), None)),
        Ok(taken) => {
            let own = skillstead::store::write_own(&taken.own);
            let reply = Reply::Taken { counts: taken.counts, rounded: taken.rounded };
            Ok((reply, Some(own.as_bytes().to_vec())))
        }
    }
}

fn write(kind: FileKind, catalog: &Catalog) -> Result<Answer, Failure> {
    let sheets = give(&own_of(catalog));
    let bytes = match kind {
        FileKind::Csv => write_csv(&sheets),
        FileKind::Xlsx => write_xlsx(&sheets),
    };
    Ok((Reply::Written, Some(bytes.map_err(|_| Failure::Unwritable)?)))
}

/// The file stands behind the catalogue.
fn passport(parts: &Array) -> Result<Answer, Failure> {
    let file = file(parts, 2).ok_or(Failure::NotARequest)?;
    let bytes = bytes_of(&file).map_err(|_| Failure::Unreadable)?;
    Ok((Reply::Passport(read_passport(&bytes, &catalog(parts)?)), None))
}

/// The packed catalogue beside a request.
fn catalog(parts: &Array) -> Result<Catalog, Failure> {
    let bytes: Uint8Array = parts.get(1).dyn_into().map_err(|_| Failure::NotARequest)?;
    unpack(&bytes.to_vec()).map_err(|_| Failure::NotARequest)
}

fn people(ask: Ask, parts: &Array) -> Result<Answer, Failure> {
    let base = organisation(parts)?;
    let said = match ask {
        Ask::Open => opened_people(parts, &base)?,
        Ask::Names(matches) => PEOPLE.with_borrow_mut(|(tables, catalog)| {
            let names = SkillNames::of(catalog, &base);
            Said::Names(with_matched(tables, matches, |matched| people::propose(matched, &names)))
        }),
        Ask::Take { matches, choices, terms } => {
            let taken = PEOPLE.with_borrow_mut(|(tables, catalog)| {
                with_matched(tables, matches, |matched| people::take(matched, &choices, terms, catalog, &base))
            });
            match taken {
                Err(why) => Said::Refused(why),
                Ok(people::Taken { organisation, counts, rounded, left, ages, made }) => {
                    let text = skillstead::store::write_org(&organisation);
                    let brought = Said::Taken(Brought { counts, rounded, left, ages, made });
                    return Ok((Reply::People(brought), Some(text.into_bytes())));
                }
            }
        }
        Ask::Give => {
            let names = SkillNames::of(&catalog(parts)?, &base);
            let bytes = people::give(&base, &names).map_err(|_| Failure::Unwritable)?;
            return Ok((Reply::People(Said::Given), Some(bytes)));
        }
    };
    Ok((Reply::People(said), None))
}

fn opened_people(parts: &Array, base: &Organisation) -> Result<Said, Failure> {
    let catalog = catalog(parts)?;
    let mut opened = Vec::new();
    for at in 3..parts.length() {
        let file = file(parts, at).ok_or(Failure::NotARequest)?;
        let bytes = bytes_of(&file).map_err(|_| Failure::Unreadable)?;
        opened.extend(people::open(&file.name(), &bytes)?);
    }
    let names = SkillNames::of(&catalog, base);
    let look = |table: &Grid| TableLook {
        name: table.name.clone(),
        first: table.first(SHOWN_ROWS),
        n_rows: table.n_rows().saturating_sub(1),
        guess: people::guess(table, &names),
    };
    let looks = opened.iter().map(look).collect();
    PEOPLE.set((opened, catalog));
    Ok(Said::Tables(looks))
}

/// Asks something of the tables that are matched. They are lent for as long as that takes, since they may be large.
fn with_matched<T>(
    tables: &mut [Grid],
    matches: Vec<Option<Matched>>,
    with: impl FnOnce(&[(Grid, Matched)]) -> T,
) -> T {
    let mut places = Vec::new();
    let mut lent = Vec::new();
    for (at, (table, matched)) in tables.iter_mut().zip(matches).enumerate() {
        if let Some(matched) = matched {
            places.push(at);
            lent.push((std::mem::take(table), matched));
        }
    }
    let answer = with(&lent);
    for (at, (table, _)) in places.into_iter().zip(lent) {
        tables[at] = table;
    }
    answer
}

/// The organisation beside a request.
fn organisation(parts: &Array) -> Result<Organisation, Failure> {
    let bytes: Uint8Array = parts.get(2).dyn_into().map_err(|_| Failure::NotARequest)?;
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| Failure::NotARequest)?;
    skillstead::store::read_org(&text).map_err(|_| Failure::NotARequest)
}
