//! A made-up company as one wide sheet, as most organisations keep theirs.

use skillstead::domain::Organisation;
use std::fmt::Write;

/// People in rows, with a column for each skill of the company and some that no catalogue has, as a CSV.
pub fn wide(organisation: &Organisation, n_columns: usize) -> String {
    let mut text = String::from("id,name,team,manager,position");
    for at in 0..n_columns {
        match organisation.skills.get(at) {
            Some(skill) => write!(text, ",{skill}"),
            None => write!(text, ",House skill {at}"),
        }
        .expect("room");
    }
    for person in &organisation.people {
        let text_of = |id: Option<String>| id.unwrap_or_default();
        let (team, manager) =
            (person.team.as_ref().map(ToString::to_string), person.manager.as_ref().map(ToString::to_string));
        let position = person.position.as_ref().map(ToString::to_string);
        write!(text, "\n{},{},{},{},{}", person.id, person.name, text_of(team), text_of(manager), text_of(position))
            .expect("room");
        let mut held = person.ratings.iter().peekable();
        for at in 0..n_columns {
            text.push(',');
            if let Some(held) = held.next_if(|held| held.column.at() == at) {
                write!(text, "{}", held.level.value()).expect("room");
            } else if at >= organisation.skills.len() {
                text.push('2');
            }
        }
    }
    text
}
