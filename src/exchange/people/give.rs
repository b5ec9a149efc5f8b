//! An organisation as tables: what [`take`](super::take) reads again.

use super::{SkillNames, TableKind};
use crate::domain::{Certificate, Consent, Held, Organisation, Person, Rater, SkillId};
use crate::exchange::sheets::{WriteError, guarded, join};
use csv::{Writer, WriterBuilder};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A ZIP of a CSV for each [`TableKind`]: positions, people, requirements, ratings and certificates, one a row.
///
/// Taken in again over the same organisation it changes nothing. Skills are named by id, those of one's own by name. What a
/// spreadsheet would reckon is written so that it does not.
///
/// # Errors
/// [`WriteError`], which only a lack of memory explains.
pub fn give(organisation: &Organisation, names: &SkillNames) -> Result<Vec<u8>, WriteError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for kind in TableKind::ALL {
        zip.start_file(format!("{}.csv", kind.word()), options).map_err(|_| WriteError)?;
        zip.write_all("\u{feff}".as_bytes()).map_err(|_| WriteError)?;
        let mut table = Rows(WriterBuilder::new().from_writer(&mut zip));
        let groups = groups(organisation);
        let extra = if kind == TableKind::People {
            groups.iter().map(|group| format!("group: {group}")).collect()
        } else {
            Vec::new()
        };
        table.put(kind.columns().iter().map(|column| column.key.to_owned()).chain(extra))?;
        match kind {
            TableKind::Positions => positions(organisation, &mut table),
            TableKind::People => organisation.people.iter().try_for_each(|one| person(one, &groups, &mut table)),
            TableKind::Requirements => requirements(organisation, names, &mut table),
            TableKind::Ratings => ratings(organisation, names, &mut table),
            TableKind::Certificates => certificates(organisation, &mut table),
        }?;
        table.0.flush().map_err(|_| WriteError)?;
    }
    Ok(zip.finish().map_err(|_| WriteError)?.into_inner())
}

/// A table that is being written.
struct Rows<W: Write>(Writer<W>);

impl<W: Write> Rows<W> {
    fn put(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), WriteError> {
        self.0.write_record(cells.into_iter().map(|cell| guarded(&cell))).map_err(|_| WriteError)
    }
}

/// Every kind of group that anybody names.
fn groups(organisation: &Organisation) -> BTreeSet<&str> {
    organisation.people.iter().flat_map(|person| &person.groups).map(|(kind, _)| &**kind).collect()
}

fn text<T: ToString>(id: Option<&T>) -> String {
    id.map(ToString::to_string).unwrap_or_default()
}

fn list<T: ToString>(things: impl IntoIterator<Item = T>) -> String {
    join(things.into_iter().map(|thing| thing.to_string()))
}

/// What a skill is called, so that it is found again: an own skill by its name, any other by its id.
fn called(skill: &SkillId, organisation: &Organisation, names: &SkillNames) -> String {
    let name = organisation.own_skills.get(skill).map_or(skill.as_str(), |name| name);
    let is_found = names.find(name).is_some_and(|(found, _)| found == *skill);
    if is_found { name } else { skill.as_str() }.to_owned()
}

fn positions<W: Write>(organisation: &Organisation, table: &mut Rows<W>) -> Result<(), WriteError> {
    for position in &organisation.positions {
        table.put([
            position.id.to_string(),
            position.title.to_string(),
            text(position.role.as_ref()),
            text(position.team.as_ref()),
            text(position.site.as_ref()),
            position.seats.to_string(),
            position.seats_then.to_string(),
            list(&position.gates),
        ])?;
    }
    Ok(())
}

fn person<W: Write>(person: &Person, groups: &BTreeSet<&str>, table: &mut Rows<W>) -> Result<(), WriteError> {
    let Consent { seen, proposed, paired } = person.consent;
    let consent = [(seen, "seen"), (proposed, "proposed"), (paired, "paired")];
    let wishes = person.wishes.as_deref();
    let cells = [
        person.id.to_string(),
        person.name.to_string(),
        text(person.team.as_ref()),
        text(person.site.as_ref()),
        text(person.manager.as_ref()),
        text(person.position.as_ref()),
        text(person.hours.as_ref()),
        list(&person.gates),
        list(&person.interests),
        list(consent.into_iter().filter(|(is, _)| *is).map(|(_, word)| word)),
        wishes.map(|wishes| wishes.mentor.word()).unwrap_or_default().to_owned(),
        wishes.map(|wishes| wishes.mentee.word()).unwrap_or_default().to_owned(),
        text(wishes.and_then(|wishes| wishes.mentees).as_ref()),
        wishes.map(|wishes| list(&wishes.positions)).unwrap_or_default(),
        wishes.map(|wishes| list(&wishes.roles)).unwrap_or_default(),
    ];
    table.put(cells.into_iter().chain(groups.iter().map(|group| person.group(group).unwrap_or_default().to_owned())))
}

fn requirements<W: Write>(
    organisation: &Organisation,
    names: &SkillNames,
    table: &mut Rows<W>,
) -> Result<(), WriteError> {
    for position in &organisation.positions {
        for asked in &position.requirements {
            table.put([
                position.id.to_string(),
                called(&asked.skill, organisation, names),
                asked.level.value().to_string(),
                asked.weight.value().to_string(),
                if asked.must { "must" } else { "nice" }.to_owned(),
            ])?;
        }
    }
    Ok(())
}

fn ratings<W: Write>(organisation: &Organisation, names: &SkillNames, table: &mut Rows<W>) -> Result<(), WriteError> {
    let called: Vec<String> = organisation.skills.iter().map(|skill| called(skill, organisation, names)).collect();
    for person in &organisation.people {
        for Held { column, level, by, on } in &person.ratings {
            let Some(skill) = called.get(column.at()) else { continue };
            let by = by.map(|by| match by {
                Rater::Own => "own",
                Rater::Peer => "peer",
                Rater::Manager => "manager",
                Rater::Evidence => "evidence",
            });
            table.put([
                person.id.to_string(),
                skill.clone(),
                level.value().to_string(),
                by.unwrap_or_default().to_owned(),
                text(on.as_ref()),
            ])?;
        }
    }
    Ok(())
}

fn certificates<W: Write>(organisation: &Organisation, table: &mut Rows<W>) -> Result<(), WriteError> {
    for person in &organisation.people {
        for Certificate { name, gate, until } in &person.certificates {
            table.put([person.id.to_string(), name.to_string(), text(gate.as_ref()), text(until.as_ref())])?;
        }
    }
    Ok(())
}
