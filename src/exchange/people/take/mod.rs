//! Rows as an organisation: every cell checked, every bad one named, and nothing taken in half.

mod certificates;
mod parts;
mod people;
mod positions;
mod ratings;
mod row;

use super::{Choices, Grid, Matched, TableKind};
use crate::catalog::Catalog;
use crate::domain::{
    Column, OrgError, Organisation, PersonId, PositionId, Rater, RoleId, SiteId, SkillId, TeamId, map_of,
};
use crate::exchange::limits;
use crate::exchange::sheets::{RowFault, Scale, tidy};
use chrono::NaiveDate;
use parts::Called;
use row::Table;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be known of a file beside its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The scale that its levels are on.
    pub scale: Scale,
    /// Who has rated, where a row does not say so.
    pub by: Option<Rater>,
    /// When it was rated, where a row does not say so.
    pub on: Option<NaiveDate>,
}

/// What came of the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// The next organisation, whole: what a row does not say stays as it was.
    pub organisation: Organisation,
    /// How many rows of each kind bring something new, and how many tell of what was there.
    pub counts: Vec<(TableKind, usize, usize)>,
    /// How many levels lost precision, because the ladder keeps tenths.
    pub rounded: usize,
    /// Ratings that were left as they are, because the one that is there is newer, or has a day and the row has none.
    pub left: usize,
    /// Titles of columns that tell an age, and were left out.
    pub ages: Vec<Box<str>>,
    /// Positions that were made because people hold them; they have as many seats as holders.
    pub made: Vec<PositionId>,
}

/// Why nothing is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refused {
    /// Cells that cannot be right, at most [`limits::ROW_FAULTS`] of them.
    #[error("{} bad cells", .0.len())]
    Rows(Vec<RowFault>),
    /// An organisation cannot be like that.
    #[error(transparent)]
    Organisation(#[from] OrgError),
    /// There are more people than [`limits::PEOPLE`].
    #[error("more than {} people", limits::PEOPLE)]
    TooManyPeople,
}

/// Makes the next organisation of tables that have been matched, in whichever order they stand.
///
/// A person is known by id, or by name where a row has no id; a position by id or title, or by the name of its
/// role where it has no title, and one that nobody knows is made, with the role of the catalogue that is called so. Of several of one title
/// the team and the site decide. An empty cell, "-" or "n/a" leaves what is there. Of two ratings of one skill
/// the newer counts, the later row where no day says so, and one with a day before one without. All requirements of a position that a file has any of are
/// replaced by those. Of two certificates of one name the one that holds longer counts. A column that tells an age is left out, whatever it was matched with.
///
/// # Errors
/// See [`Refused`]; then nothing is taken.
pub fn take(
    tables: &[(Grid, Matched)],
    choices: &Choices,
    terms: Terms,
    catalog: &Catalog,
    base: &Organisation,
) -> Result<Taken, Refused> {
    let mut taking = Taking::over(base, choices, terms, catalog);
    let mut opened: Vec<Table<'_>> = Vec::new();
    for (grid, matched) in tables {
        opened.push(taking.table(grid, matched));
    }
    for kind in TableKind::ALL {
        for table in opened.iter().filter(|table| table.matched.kind == kind) {
            let (new, changed) = match kind {
                TableKind::Positions => taking.positions(table),
                TableKind::People => taking.people(table),
                TableKind::Requirements => taking.requirements(table),
                TableKind::Ratings => taking.ratings(table),
                TableKind::Certificates => taking.certificates(table),
            };
            taking.taken.counts.push((kind, new, changed));
        }
        if kind == TableKind::People {
            taking.managers();
        }
    }
    taking.finish()
}

struct Taking<'a> {
    choices: &'a Choices,
    terms: Terms,
    catalog: &'a Catalog,
    /// What is made; its lists are put in order at the end.
    taken: Taken,
    /// Places of people by id and by tidied name; none where two have the same name.
    people: BTreeMap<PersonId, usize>,
    called: BTreeMap<String, Option<usize>>,
    /// Places of positions likewise; several where they have the same title.
    positions: BTreeMap<PositionId, usize>,
    titled: BTreeMap<String, Vec<usize>>,
    /// What cells say of positions, so that each text is tidied once.
    position_cells: BTreeMap<Box<str>, Vec<usize>>,
    teams: Called<TeamId>,
    sites: Called<SiteId>,
    /// Roles by tidied title, once one is asked for; none where two have the same.
    roles: Option<BTreeMap<String, Option<RoleId>>>,
    columns: BTreeMap<SkillId, Column>,
    /// The column of each name of a skill; none is left out.
    chosen: BTreeMap<Box<str>, Option<Column>>,
    /// People and positions that the file has told of.
    told: BTreeSet<usize>,
    told_positions: BTreeSet<usize>,
    asked: BTreeSet<(usize, SkillId)>,
    /// Positions that were made because somebody holds them.
    made: BTreeSet<usize>,
    /// Whom people report to, by what the cell says, for when everybody is known.
    reports: Vec<(usize, Box<str>, RowFault)>,
    faults: Vec<RowFault>,
    broken: Option<Refused>,
}

impl<'a> Taking<'a> {
    fn over(base: &Organisation, choices: &'a Choices, terms: Terms, catalog: &'a Catalog) -> Self {
        let mut taking = Self {
            choices,
            terms,
            catalog,
            taken: Taken { organisation: base.clone(), ..Taken::default() },
            people: map_of(base.people.iter().map(|person| person.id.clone()).zip(0..)),
            called: BTreeMap::new(),
            positions: map_of(base.positions.iter().map(|position| position.id.clone()).zip(0..)),
            titled: BTreeMap::new(),
            position_cells: BTreeMap::new(),
            teams: Called::of(&base.teams),
            sites: Called::of(&base.sites),
            roles: None,
            columns: map_of(base.columns().into_iter().map(|(skill, column)| (skill.clone(), column))),
            chosen: BTreeMap::new(),
            told: BTreeSet::new(),
            told_positions: BTreeSet::new(),
            asked: BTreeSet::new(),
            made: BTreeSet::new(),
            reports: Vec::new(),
            faults: Vec::new(),
            broken: None,
        };
        for (person, at) in base.people.iter().zip(0..) {
            know(&mut taking.called, &person.name, &at);
        }
        for (position, at) in base.positions.iter().zip(0..) {
            taking.know_position(position, at);
        }
        taking
    }

    /// Whether there is no sense in reading on.
    fn is_over(&self) -> bool {
        self.broken.is_some() || self.faults.len() >= limits::ROW_FAULTS
    }

    fn finish(mut self) -> Result<Taken, Refused> {
        if let Some(broken) = self.broken {
            return Err(broken);
        }
        if !self.faults.is_empty() {
            return Err(Refused::Rows(self.faults));
        }
        let positions = &self.taken.organisation.positions;
        self.taken.made = self.made.iter().filter_map(|at| Some(positions.get(*at)?.id.clone())).collect();
        self.taken.organisation = self.taken.organisation.checked()?;
        Ok(self.taken)
    }
}

/// Notes a name; one that two have names neither.
fn know<T: Clone + PartialEq>(names: &mut BTreeMap<String, Option<T>>, name: &str, what: &T) {
    let word = tidy(name);
    if !word.is_empty() {
        let known = names.entry(word).or_insert_with(|| Some(what.clone()));
        if known.as_ref() != Some(what) {
            *known = None;
        }
    }
}
