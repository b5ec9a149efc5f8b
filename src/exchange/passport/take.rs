//! What was confirmed, as commands and entries of the record.

use super::Proposal;
use crate::domain::{Answer, Command, Entry, Evidence, Note, Record, SkillId, Workspace, sorted};
use chrono::NaiveDate;

/// What to do so that the confirmed proposals are part of the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Levels, in order.
    pub commands: Vec<Command>,
    /// Entries for the end of the record: evidence that it does not have yet.
    pub entries: Vec<Entry>,
}

/// What comes of proposals that the person has confirmed, each for the skill that they have confirmed too. What they do not want of a
/// proposal (its level, its evidence) is taken out of it before.
///
/// A level becomes an answer of today; where the person has never rated the skill, it keeps its own day and the levels before it. Days after
/// today become today. Evidence without a day is of today, and evidence that the record has already is left out.
#[must_use]
pub fn take(confirmed: &[(Proposal, SkillId)], workspace: &Workspace, record: &Record, today: NaiveDate) -> Taken {
    let mut taken = Taken::default();
    let mut shown: Vec<Evidence> = Vec::new();
    for (proposal, skill) in confirmed {
        let rate = |level, on: NaiveDate| {
            let answer = Some(Answer::At(level));
            Command::Rate { skill: skill.clone(), answer, on: on.min(today) }
        };
        let is_new = !workspace.ratings.contains_key(skill);
        if let Some(level) = proposal.level {
            if is_new {
                let history = sorted(proposal.history.iter().copied(), |(a, _), (b, _)| a.cmp(b));
                taken.commands.extend(history.into_iter().map(|(on, level)| rate(level, on)));
                taken.commands.push(rate(level, proposal.on.unwrap_or(today)));
            } else {
                taken.commands.push(rate(level, today));
            }
        }
        if let Some(proof) = &proposal.evidence {
            let evidence = Evidence {
                skill: skill.clone(),
                kind: proof.kind,
                what: proof.what.clone(),
                dated: proof.dated.unwrap_or(today),
                expires: proof.expires,
                level: proof.level,
            };
            let same = |known: &Evidence| {
                (&known.skill, known.kind, &known.what) == (skill, proof.kind, &proof.what)
                    && proof.dated.is_none_or(|dated| dated == known.dated)
            };
            let is_known = record.holding().any(|(_, entry)| matches!(&entry.note, Note::Shown(known) if same(known)));
            if !is_known && !shown.iter().any(same) {
                shown.push(evidence);
            }
        }
    }
    taken.entries = shown.into_iter().map(|evidence| Entry { on: today, note: Note::Shown(evidence) }).collect();
    taken
}
