//! An organisation's text in lines: its people come last, some of them to a line. So it is read a line at a time where a page must not stand
//! still, and a change writes the lines anew in which it is. To whoever knows nothing of lines it is one text, and a text without them is read too.

use super::super::super::Unreadable;
use super::people::PersonV1;
use super::{CURRENT, Head, InvalidOrg, OrgV1};
use crate::domain::{Organisation, Person};
use std::sync::Arc;

/// What ends the line before people, and the last of their lines.
const OPENS: &str = "\"people\":[\n";
const CLOSES: &str = "\n]}";
/// What stands between two lines of people.
const BETWEEN: &str = ",\n";
/// So many people stand in a line, on average.
const PEOPLE: u32 = 128;

/// Whether a line begins with somebody: a lot that is drawn of the id (FNV-1a), so that whoever comes or goes moves no other line.
fn begins(person: &Person) -> bool {
    let bytes = person.id.as_str().bytes();
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)).is_multiple_of(PEOPLE)
}

/// People as they stand in lines.
fn lines(people: &[Arc<Person>]) -> impl Iterator<Item = &[Arc<Person>]> {
    people.chunk_by(|_, next| !begins(next))
}

/// An organisation as text. What is the same in one that was written `before` is copied out of its text.
pub(in super::super) fn write(
    organisation: &Organisation,
    before: Option<(&Organisation, &str)>,
) -> serde_json::Result<String> {
    let head = serde_json::to_string(&OrgV1::from(organisation))?;
    let Some(open) = head.strip_suffix('}').filter(|_| !organisation.people.is_empty()) else { return Ok(head) };
    let known = before.and_then(|(before, text)| Some(lines(&before.people).zip(parts(text)?.1.split(BETWEEN))));
    let mut known: Vec<_> = known.into_iter().flatten().collect();
    known.reverse();
    let mut text = String::with_capacity(before.map_or(0, |(_, text)| text.len()) + head.len());
    text.extend([open, ",", OPENS]);
    for (at, line) in lines(&organisation.people).enumerate() {
        text.push_str(if at > 0 { BETWEEN } else { "" });
        while known.pop_if(|(people, _)| people[0].id < line[0].id).is_some() {}
        let is_same = |(people, _): &(&[Arc<Person>], &str)| {
            people.len() == line.len() && people.iter().zip(line).all(|(a, b)| Arc::ptr_eq(a, b))
        };
        match known.last().filter(|known| is_same(known)) {
            Some((_, known)) => text.push_str(known),
            None => {
                for (at, person) in line.iter().enumerate() {
                    text.push_str(if at > 0 { "," } else { "" });
                    text.push_str(&serde_json::to_string(&PersonV1::from(&**person))?);
                }
            }
        }
    }
    text.push_str(CLOSES);
    Ok(text)
}

/// What stands before people, and their lines; none where a text is not in lines.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(OPENS)?;
    Some((head.strip_suffix(',')?, rest.strip_suffix(CLOSES)?))
}

/// An organisation's text that is being read, a line with each [`Self::step`].
pub struct OrgReading<'a> {
    text: &'a str,
    lines: std::str::Split<'a, &'static str>,
    org: OrgV1,
    people: Vec<Arc<Person>>,
}

impl std::fmt::Debug for OrgReading<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrgReading").field("people", &self.people.len()).finish_non_exhaustive()
    }
}

impl<'a> OrgReading<'a> {
    /// Reads everything but the lines of people.
    ///
    /// # Errors
    /// A text that is no such thing, that says of itself that it is newer, or that has something this version does not know. The same for
    /// all below.
    pub fn of(text: &'a str) -> Result<Self, Unreadable> {
        let in_lines =
            parts(text).and_then(|(head, rest)| Some((serde_json::from_str(&[head, "}"].concat()).ok()?, rest)));
        let (org, lines) = match in_lines {
            Some((org, rest)) => (org, rest.split(BETWEEN)),
            None => {
                let mut none = "".split(BETWEEN);
                none.next();
                (serde_json::from_str(text).map_err(|_| why(text))?, none)
            }
        };
        Ok(Self { text, lines, org, people: Vec::new() })
    }

    /// Reads the next line; whether there was one.
    ///
    /// # Errors
    /// See [`Self::of`].
    pub fn step(&mut self) -> Result<bool, Unreadable> {
        let Some(line) = self.lines.next() else { return Ok(false) };
        let people: Vec<PersonV1> = serde_json::from_str(&["[", line, "]"].concat()).map_err(|_| why(self.text))?;
        for person in people {
            self.people.push(Arc::new(person.try_into().map_err(|_: InvalidOrg| why(self.text))?));
        }
        Ok(true)
    }

    /// The organisation, once every line was read; what was not read is not in it.
    ///
    /// # Errors
    /// See [`Self::of`].
    pub fn end(self) -> Result<Organisation, Unreadable> {
        self.org.with(self.people).map_err(|_| why(self.text))
    }
}

/// Why a text is no organisation.
fn why(text: &str) -> Unreadable {
    match serde_json::from_str(text) {
        Ok(Head { organisation }) if organisation > CURRENT => Unreadable::Newer(organisation),
        _ => Unreadable::Foreign,
    }
}
