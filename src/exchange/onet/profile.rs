//! What O*NET knows of an occupation beside its skills: tools, interests, schooling, and the degree that it demands.

use super::roles::{CODE, Roles};
use super::table_names as names;
use crate::domain::{Gate, GateKind, Interests, Schooling, SchoolingShare, Technology, Text, map_of, sorted};
use crate::exchange::table::{Cell, Tables};
use crate::exchange::{Fault, ReadError, limits};
use std::collections::BTreeMap;

/// The scale of interests, from 1 to 7; the other one of the table ranks them.
const INTEREST_SCALE: &str = "OI";
/// The six interests, in the order of the content model.
const INTERESTS: [&str; 6] = ["1.B.1.a", "1.B.1.b", "1.B.1.c", "1.B.1.d", "1.B.1.e", "1.B.1.f"];
/// The scale of required schooling, twelve categories whose per cents add up to 100.
const SCHOOLING_SCALE: &str = "RL";
/// More categories than the scale has.
const SCHOOLING_CATEGORIES: f64 = 40.0;

/// The category from which schooling is a degree: an associate's.
const DEGREE_FROM: u8 = 5;
/// From this share of the people in a role on, the degree that they say it requires is a gate.
const DEGREE_PERCENT: u16 = 75;

/// The lists that profiles point into.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) technologies: Vec<Technology>,
    pub(super) schooling: Vec<Schooling>,
}

/// Fills the profiles of the roles.
pub(super) fn read(tables: &mut Tables<'_>, roles: &mut Roles) -> Result<Lists, ReadError> {
    let technologies = read_technologies(tables, roles)?;
    read_interests(tables, roles)?;
    let schooling = read_schooling(tables, roles)?;
    Ok(Lists { technologies, schooling })
}

fn read_technologies(tables: &mut Tables<'_>, roles: &mut Roles) -> Result<Vec<Technology>, ReadError> {
    let mut list: Vec<Technology> = Vec::new();
    let mut places: BTreeMap<Box<str>, u16> = BTreeMap::new();
    let columns = [CODE, "Example", "Commodity Title", "Hot Technology"];
    tables.read(names::TECHNOLOGIES, columns, |[code, name, group, hot]| {
        let text = name.text()?;
        let place = match places.get(text) {
            Some(place) => *place,
            None if list.len() == limits::TECHNOLOGIES => return Err(name.bad(Fault::TooMany)),
            None => {
                let place = list.len() as u16;
                places.insert(text.into(), place);
                list.push(Technology {
                    name: text.into(),
                    group: group.text()?.into(),
                    hot: hot.text()?.eq_ignore_ascii_case("y"),
                });
                place
            }
        };
        if let Some(role) = roles.get_mut(code)? {
            role.profile.technologies.push(place);
        }
        Ok(())
    })?;
    for role in &mut roles.list {
        role.profile.technologies.sort_unstable();
        role.profile.technologies.dedup();
    }
    Ok(list)
}

/// An occupation has interests only where all six are rated.
fn read_interests(tables: &mut Tables<'_>, roles: &mut Roles) -> Result<(), ReadError> {
    let mut found: BTreeMap<usize, [Option<f64>; 6]> = BTreeMap::new();
    tables.read(names::INTERESTS, [CODE, "Element ID", "Scale ID", "Data Value"], |[code, id, scale, value]| {
        let element = id.text()?;
        let place = INTERESTS.iter().position(|interest| *interest == element);
        let (Some(interest), INTEREST_SCALE) = (place, scale.text()?) else { return Ok(()) };
        let rated = value.number(1.0, 7.0)?;
        if let Some(role) = roles.place(code)? {
            found.entry(role).or_default()[interest] = Some(rated);
        }
        Ok(())
    })?;
    for (place, rated) in found {
        if let ([Some(a), Some(b), Some(c), Some(d), Some(e), Some(f)], Some(role)) = (rated, roles.list.get_mut(place))
        {
            role.profile.interests = Some(Interests::new([a, b, c, d, e, f]));
        }
    }
    Ok(())
}

fn read_schooling(tables: &mut Tables<'_>, roles: &mut Roles) -> Result<Vec<Schooling>, ReadError> {
    let category = |cell: Cell<'_>| cell.number(1.0, SCHOOLING_CATEGORIES).map(|number| number as u8);
    let mut names_of: BTreeMap<u8, Schooling> = BTreeMap::new();
    let columns = ["Scale ID", "Category", "Category Description"];
    tables.read(names::SCHOOLING_NAMES, columns, |[scale, number, name]| {
        if scale.text()? == SCHOOLING_SCALE {
            names_of.insert(category(number)?, Text::english(name.text()?));
        }
        Ok(())
    })?;
    let places: BTreeMap<u8, u8> = map_of(names_of.keys().copied().zip(0..));
    let columns = [CODE, "Scale ID", "Category", "Data Value"];
    tables.read(names::SCHOOLING, columns, |[code, scale, number, percent]| {
        if scale.text()? != SCHOOLING_SCALE {
            return Ok(());
        }
        let (schooling, percent) = (places.get(&category(number)?), percent.number(0.0, 100.0)?.round() as u8);
        if let (Some(schooling), Some(role), 1..) = (schooling, roles.get_mut(code)?, percent) {
            role.profile.schooling.push(SchoolingShare { schooling: *schooling, percent });
        }
        Ok(())
    })?;
    let lowest = places.range(DEGREE_FROM..).next().map(|(_, place)| *place);
    let schooling: Vec<Schooling> = names_of.into_values().collect();
    for role in &mut roles.list {
        let profile = &mut role.profile;
        profile.schooling = sorted(profile.schooling.drain(..), |a, b| a.schooling.cmp(&b.schooling));
        profile.gates.extend(lowest.and_then(|lowest| degree(&profile.schooling, lowest, &schooling)));
    }
    Ok(schooling)
}

/// The highest degree that nearly all people in a role say it requires, or more.
fn degree(shares: &[SchoolingShare], lowest: u8, schooling: &[Schooling]) -> Option<Gate> {
    let at_least = |place: u8| -> u16 {
        let above = shares.iter().filter(|share| share.schooling >= place);
        above.map(|share| u16::from(share.percent)).sum()
    };
    let place = (lowest..schooling.len() as u8).rev().find(|place| at_least(*place) >= DEGREE_PERCENT)?;
    let name = schooling.get(usize::from(place))?.en.split(" - ").next()?;
    Some(Gate { id: format!("onet:schooling:{place}").into(), kind: GateKind::Degree, name: Text::english(name) })
}
