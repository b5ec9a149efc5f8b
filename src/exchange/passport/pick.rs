//! What a person wants of a proposal.

use super::{How, Proposal};
use crate::domain::{Level, SkillId};

/// What the person wants of one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Whether it is taken in.
    pub wanted: bool,
    /// The skill that it is for; none until it is said.
    pub skill: Option<SkillId>,
    /// Its level, that of its evidence where it has any; none to leave it out.
    pub level: Option<Level>,
}

impl Pick {
    /// What is wanted before the person says anything: what was surely found, as far as there is anything in it.
    #[must_use]
    pub fn of(proposal: &Proposal) -> Self {
        let is_sure = proposal.matched.as_ref().is_some_and(|matched| matched.how <= How::Alias);
        let skill = proposal.matched.as_ref().map(|matched| matched.skill.clone());
        let pick = Self { wanted: is_sure, skill, level: proposal.any_level() };
        Self { wanted: is_sure && pick.can_be_taken(proposal), ..pick }
    }

    /// Whether there is anything to take in, and a skill that it is for.
    #[must_use]
    pub fn can_be_taken(&self, proposal: &Proposal) -> bool {
        self.skill.is_some() && (self.level.is_some() || proposal.evidence.is_some())
    }

    /// The proposal as the person wants it, for [`take`](super::take); none where they do not.
    #[must_use]
    pub fn confirmed(&self, proposal: &Proposal) -> Option<(Proposal, SkillId)> {
        let skill = self.skill.clone().filter(|_| self.wanted && self.can_be_taken(proposal))?;
        let mut confirmed = proposal.clone();
        // Evidence states no level of its own accord: what it shows is one thing, what the person says another.
        confirmed.level = self.level.filter(|_| proposal.level.is_some() || proposal.evidence.is_none());
        if let Some(proof) = &mut confirmed.evidence {
            let shown = if proposal.level.is_some() { proof.level } else { self.level };
            proof.level = shown.filter(|_| self.level.is_some());
        }
        if confirmed.level != proposal.level {
            // Another level than the file's is stated today.
            confirmed.on = None;
        }
        Some((confirmed, skill))
    }
}

impl Proposal {
    /// The level that it states, else the one that its evidence shows.
    #[must_use]
    pub fn any_level(&self) -> Option<Level> {
        self.level.or_else(|| self.evidence.as_ref()?.level)
    }
}
