//! Both words side by side.

use super::{Commitment, HandshakeError, Reveal, Side, commit};
use crate::domain::{Level, SkillId, set_of};

/// Rungs that two words may be apart before the descriptors of the levels are opened for both. *Default.*
const APART: f64 = 2.0;

/// How two words on a skill go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// Both say the same whole level.
    Agreed,
    /// They are less than two levels apart.
    Near,
    /// They are two levels apart or more: the two should read what the levels mean, together.
    Apart,
    /// Only one side has said something.
    OneSided,
}

/// What both have said of one skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The skill.
    pub skill: SkillId,
    /// What the employee says.
    pub employee: Option<Level>,
    /// What the manager says.
    pub manager: Option<Level>,
    /// How that goes together.
    pub judgement: Judgement,
}

/// Checks that both have kept their word, and compares them, skill by skill in order of their ids.
///
/// Neither level is taken for the right one: what comes of it is for the two to say.
///
/// # Errors
/// Files of different people or of one side, a word that is not the one that was committed to, and one that answers
/// another commitment than the other side's.
pub fn settle(commitments: [&Commitment; 2], reveals: [&Reveal; 2]) -> Result<Vec<Compared>, HandshakeError> {
    let of = |side: Side| {
        let commitment = commitments.into_iter().find(|commitment| commitment.side == side);
        let reveal = reveals.into_iter().find(|reveal| reveal.word.side == side);
        commitment.zip(reveal).ok_or(HandshakeError::OneSide)
    };
    let (employee, manager) = (of(Side::Employee)?, of(Side::Manager)?);
    let person = &employee.0.person;
    let people = [&manager.0.person, &employee.1.word.person, &manager.1.word.person];
    if people.iter().any(|other| *other != person) {
        return Err(HandshakeError::OtherPerson);
    }
    for ((commitment, reveal), (other, _)) in [(employee, manager), (manager, employee)] {
        if commit(&reveal.word, &reveal.nonce) != *commitment {
            return Err(HandshakeError::Changed(commitment.side));
        }
        if reveal.answers != other.hash {
            return Err(HandshakeError::OtherAnswer(commitment.side));
        }
    }
    let (theirs, managers) = (&employee.1.word.levels, &manager.1.word.levels);
    let skills = set_of(theirs.keys().chain(managers.keys()));
    let compared = skills.into_iter().map(|skill| {
        let (employee, manager) = (theirs.get(skill).copied(), managers.get(skill).copied());
        Compared { skill: skill.clone(), employee, manager, judgement: judge(employee, manager) }
    });
    Ok(compared.collect())
}

fn judge(employee: Option<Level>, manager: Option<Level>) -> Judgement {
    let Some((employee, manager)) = employee.zip(manager) else { return Judgement::OneSided };
    match (employee - manager).abs() {
        apart if apart >= APART => Judgement::Apart,
        _ if employee.nearest() == manager.nearest() => Judgement::Agreed,
        _ => Judgement::Near,
    }
}
