//! A person a row, with a column for each skill where the ratings stand beside them.

use super::row::{Bad, Row, Table};
use super::{Refused, Taking, know};
use crate::domain::{Held, Person, PersonId, Willing, Wishes};
use crate::exchange::limits;
use crate::exchange::sheets::{CellFault, slug, tidy};
use std::sync::Arc;

/// More hours than this are in no working week.
const MOST_HOURS: f64 = 40.0;
/// More than these nobody mentors at once.
const MOST_MENTEES: f64 = 20.0;

/// Words for how willing somebody is.
const WILLING: [(&str, Willing); 7] = [
    ("unsaid", Willing::Unsaid),
    ("no", Willing::No),
    ("yes", Willing::Yes),
    ("si", Willing::Yes),
    ("x", Willing::Yes),
    ("gladly", Willing::Gladly),
    ("encantado", Willing::Gladly),
];

impl Taking<'_> {
    /// People, and how many of them are new and how many were there.
    pub(super) fn people(&mut self, table: &Table<'_>) -> (usize, usize) {
        let (mut new, mut changed) = (0, 0);
        for row in table.rows() {
            match self.person_row(row) {
                Ok(true) => new += 1,
                Ok(false) => changed += 1,
                Err(Bad) => {}
            }
            if self.is_over() {
                break;
            }
        }
        (new, changed)
    }

    /// The place of somebody by id or name.
    pub(super) fn known_person(&self, text: &str) -> Option<usize> {
        let at = self.people.get(&PersonId::from(text)).copied();
        at.or_else(|| self.called.get(&tidy(text)).copied().flatten())
    }

    fn person_row(&mut self, row: Row<'_, '_>) -> Result<bool, Bad> {
        let (id, name) = (row.text("id"), row.text("name"));
        let key = if id.is_empty() { "name" } else { "id" };
        let text = self.needed(row, key)?;
        let known = if id.is_empty() { self.known_person(text) } else { self.people.get(&PersonId::from(id)).copied() };
        let at = known.unwrap_or(self.taken.organisation.people.len());
        if !self.told.insert(at) {
            return Err(self.bad(row, key, CellFault::Repeated));
        }
        let is_new = known.is_none();
        let before = self.taken.organisation.people.get(at).map(|person| (**person).clone());
        let new_id = || if id.is_empty() { slug(name).into() } else { PersonId::from(id) };
        let mut person = before.unwrap_or_else(|| Person::new(new_id()));
        if !name.is_empty() {
            person.name = name.into();
        }
        // Known from here on, whatever is wrong with the row: otherwise whoever reports to them would be bad as well.
        self.people.insert(person.id.clone(), at);
        know(&mut self.called, &person.name, &at);
        let filled = self.fill_person(row, &mut person);
        self.put_person(at, person);
        filled.map(|()| is_new)
    }

    fn put_person(&mut self, at: usize, person: Person) {
        let people = &mut self.taken.organisation.people;
        let n_people = people.len();
        match people.get_mut(at) {
            Some(known) => *known = Arc::new(person),
            None if n_people >= limits::PEOPLE => self.broken = Some(Refused::TooManyPeople),
            None => people.push(Arc::new(person)),
        }
    }

    fn fill_person(&mut self, row: Row<'_, '_>, person: &mut Person) -> Result<(), Bad> {
        let before = (person.team.clone(), person.site.clone());
        person.team = self.team(row.text("team")).or_else(|| person.team.take());
        person.site = self.site(row.text("site")).or_else(|| person.site.take());
        if let Some(hours) = self.number(row, "hours", 0.0, MOST_HOURS)? {
            person.hours = Some(hours.round() as u8);
        }
        if let Some(gates) = row.list("gates") {
            person.gates = gates.into_iter().map(Into::into).collect();
        }
        if let Some(interests) = row.list("interests") {
            person.interests = interests.into_iter().map(Into::into).collect();
        }
        self.consent(row, person)?;
        self.wishes(row, person)?;
        for (column, kind) in &row.table.groups {
            let group = row.cell(*column);
            if !group.is_empty() && !kind.is_empty() {
                person.join(kind.clone(), group.into());
            }
        }
        for (place, column) in &row.table.skills {
            let text = row.cell(*place);
            if text.is_empty() {
                continue;
            }
            let Some(level) = self.level(text) else {
                self.faults.push(row.fault(Some(*place), "", CellFault::Number));
                return Err(Bad);
            };
            let is_due = rate(person, Held { column: *column, level, by: self.terms.by, on: self.terms.on });
            self.taken.left += usize::from(!is_due);
        }
        let manager = row.text("manager");
        if let (false, Some(at)) = (manager.is_empty(), self.people.get(&person.id)) {
            let fault = row.fault(row.place("manager"), "manager", CellFault::Unknown);
            self.reports.push((*at, manager.into(), fault));
        }
        let position = row.text("position");
        if !position.is_empty() {
            let has_moved = (&before.0, &before.1) != (&person.team, &person.site);
            let at = self.position(position, person, has_moved);
            let is_made = self.made.contains(&at);
            if let Some(position) = self.taken.organisation.positions.get_mut(at) {
                if is_made {
                    (position.seats, position.seats_then) = (position.seats + 1, position.seats_then + 1);
                }
                person.position = Some(position.id.clone());
            }
        }
        Ok(())
    }

    fn consent(&mut self, row: Row<'_, '_>, person: &mut Person) -> Result<(), Bad> {
        let Some(words) = row.list("consent") else { return Ok(()) };
        person.consent = Default::default();
        for word in words {
            match tidy(&word).as_str() {
                "seen" => person.consent.seen = true,
                "proposed" => person.consent.proposed = true,
                "paired" => person.consent.paired = true,
                "no" | "none" => {}
                _ => return Err(self.bad(row, "consent", CellFault::Word)),
            }
        }
        Ok(())
    }

    fn wishes(&mut self, row: Row<'_, '_>, person: &mut Person) -> Result<(), Bad> {
        let mut wishes: Wishes = person.wishes.as_deref().cloned().unwrap_or_default();
        wishes.mentor = self.word(row, "mentor", &WILLING)?.unwrap_or(wishes.mentor);
        wishes.mentee = self.word(row, "mentee", &WILLING)?.unwrap_or(wishes.mentee);
        if let Some(mentees) = self.number(row, "mentees", 0.0, MOST_MENTEES)? {
            wishes.mentees = Some(mentees.round() as u8);
        }
        if let Some(names) = row.list("wanted_positions") {
            let found =
                names.iter().map(|name| Some(self.taken.organisation.positions[self.known_position(name)?].id.clone()));
            let found: Option<Vec<_>> = found.collect();
            wishes.positions = found.ok_or_else(|| self.bad(row, "wanted_positions", CellFault::Unknown))?;
        }
        if let Some(names) = row.list("wanted_roles") {
            let found: Option<Vec<_>> = names.iter().map(|name| self.role(name)).collect();
            wishes.roles = found.ok_or_else(|| self.bad(row, "wanted_roles", CellFault::Unknown))?;
        }
        person.wishes = (wishes != Wishes::default()).then(|| Box::new(wishes));
        Ok(())
    }

    /// Says whom everybody reports to, once everybody is known.
    pub(super) fn managers(&mut self) {
        for (at, manager, fault) in std::mem::take(&mut self.reports) {
            if self.is_over() {
                return;
            }
            let people = &self.taken.organisation.people;
            let id = self.known_person(&manager).and_then(|manager| Some(people.get(manager)?.id.clone()));
            match (id, self.taken.organisation.people.get_mut(at)) {
                (Some(id), Some(person)) => Arc::make_mut(person).manager = Some(id),
                _ => self.faults.push(fault),
            }
        }
    }
}

/// Takes in a rating, unless one is there that is newer, and says whether. One without a day is older than any with a day: it may be of a
/// sheet that was there before somebody rated here.
pub(super) fn rate(person: &mut Person, held: Held) -> bool {
    let is_due = person.held(held.column).is_none_or(|known| held.on >= known.on);
    if is_due {
        person.rate(held);
    }
    is_due
}
