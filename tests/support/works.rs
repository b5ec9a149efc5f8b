//! A small made-up organisation, told person by person.
#![allow(dead_code, reason = "each test binary uses its own part")]

use super::town::level;
use skillstead::domain::{Column, Consent, Held, Organisation, Person, Position};
use std::sync::Arc;

/// Somebody who has agreed to everything, in a position, with ratings by column.
pub fn someone(id: &str, position: Option<&str>, rated: &[(u16, f64)]) -> Person {
    let mut person = Person::new(id.into());
    person.position = position.map(Into::into);
    person.consent = Consent { seen: true, proposed: true, paired: true };
    for (column, at) in rated {
        person.rate(Held { column: Column(*column), level: level(*at), by: None, on: None });
    }
    person
}

/// A position of a role of the catalogue, with seats now and at the horizon.
pub fn position(id: &str, role: &str, seats: u32, seats_then: u32) -> Position {
    let mut position = Position::new(id.into());
    (position.role, position.seats, position.seats_then) = (Some(role.into()), seats, seats_then);
    position
}

/// An organisation with columns for these skills.
pub fn works(skills: &[&str], positions: Vec<Position>, people: Vec<Person>) -> Organisation {
    let organisation = Organisation {
        name: "Works".into(),
        skills: skills.iter().map(|skill| (*skill).into()).collect(),
        positions,
        people: people.into_iter().map(Arc::new).collect(),
        ..Organisation::default()
    };
    organisation.checked().expect("an organisation")
}
