//! What is known of a handshake, and how each file adds to it.

use super::{HandshakeFailure, HandshakeStep};
use crate::domain::{Level, PersonId, SkillId};
use crate::exchange::handshake::{
    Commitment, Compared, HandshakeError, Judgement, Nonce, Reveal, Side, Word, commit, read_commitment, read_reveal,
    reveal, settle,
};
use std::collections::BTreeMap;

/// Whom one's own kept file answers: nobody yet.
pub(super) const NOBODY: [u8; 32] = [0; 32];

/// What is known of a handshake.
#[derive(Clone, Debug)]
pub(super) struct Talk {
    pub(super) person: Option<PersonId>,
    pub(super) side: Side,
    pub(super) levels: BTreeMap<SkillId, Level>,
    pub(super) own: Option<(Word, Nonce)>,
    pub(super) other: Option<Commitment>,
    pub(super) theirs: Option<Reveal>,
    pub(super) chosen: Vec<(SkillId, Side)>,
    pub(super) is_done: bool,
    pub(super) failed: Option<HandshakeFailure>,
    pub(super) n_files: u32,
}

impl Talk {
    /// One that has not begun.
    pub(super) fn new(person: Option<PersonId>, side: Side) -> Self {
        Self {
            person,
            side,
            levels: BTreeMap::new(),
            own: None,
            other: None,
            theirs: None,
            chosen: Vec::new(),
            is_done: false,
            failed: None,
            n_files: 0,
        }
    }

    pub(super) fn step(&self) -> HandshakeStep {
        match (&self.own, &self.other, &self.theirs) {
            (None, ..) if self.person.is_none() => HandshakeStep::Unknown,
            (None, ..) => HandshakeStep::Rating,
            (_, None, _) => HandshakeStep::Waiting,
            (_, _, None) => HandshakeStep::Showing,
            _ => HandshakeStep::Compared,
        }
    }

    pub(super) fn compared(&self) -> Option<Result<Vec<Compared>, HandshakeError>> {
        let ((word, nonce), other, theirs) = (self.own.clone()?, self.other.as_ref()?, self.theirs.as_ref()?);
        let mine = commit(&word, &nonce);
        Some(settle([&mine, other], [&reveal(word, nonce, other), theirs]))
    }

    /// Takes in a file of the handshake.
    pub(super) fn take(&mut self, text: &str) -> Result<(), HandshakeFailure> {
        match read_commitment(text) {
            Ok(commitment) => {
                self.check_person(&commitment.person)?;
                // One's own first file says nothing that is not known here.
                if commitment.side != self.side {
                    if self.other.as_ref().is_some_and(|known| *known != commitment) {
                        return Err(HandshakeFailure::AnotherFirst);
                    }
                    self.other = Some(commitment);
                }
            }
            Err(HandshakeError::Foreign) => {
                let found = read_reveal(text).map_err(HandshakeFailure::Handshake)?;
                let is_own = found.word.side == self.side;
                // A copy that the other side keeps for itself, sent by mistake, had taken the place of the word that stood here.
                if !is_own && found.answers == NOBODY {
                    return Err(HandshakeFailure::OthersCopy);
                }
                self.check_person(&found.word.person)?;
                if is_own {
                    self.levels.clone_from(&found.word.levels);
                    self.own = Some((found.word, found.nonce));
                } else {
                    self.theirs = Some(found);
                }
            }
            Err(error) => return Err(HandshakeFailure::Handshake(error)),
        }
        self.n_files += 1;
        Ok(())
    }

    /// Whoever knows of nobody yet believes the file.
    fn check_person(&mut self, person: &PersonId) -> Result<(), HandshakeFailure> {
        let known = self.person.get_or_insert_with(|| person.clone());
        if known == person { Ok(()) } else { Err(HandshakeFailure::Handshake(HandshakeError::OtherPerson)) }
    }

    /// Where both say the same it is proposed; to the person themselves, whatever the manager says.
    pub(super) fn propose(&mut self, is_own: bool) {
        let Some(Ok(compared)) = self.compared().filter(|_| self.chosen.is_empty()) else { return };
        let is_proposed = |compared: &Compared| match is_own {
            true => compared.manager.is_some(),
            false => compared.judgement == Judgement::Agreed,
        };
        let proposed = compared.into_iter().filter(is_proposed);
        self.chosen = proposed.map(|compared| (compared.skill, Side::Manager)).collect();
    }
}
