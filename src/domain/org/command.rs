//! The intentions that change an organisation.

use super::super::{Level, PersonId, PositionId, Rater, SiteId, SkillId, TeamId};
use super::{
    Consent, Contract, Contribution, Organisation, Person, PersonOverrule, Position, Programme, Provenance, Scenario,
    SkillTarget, Snapshot, Wishes,
};
use chrono::NaiveDate;

/// One intention of whoever keeps the organisation's document. Every change of an [`Organisation`] is one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum OrgCommand {
    /// "It is called this."
    Name(Box<str>),
    /// "This is somebody who works here", or "this is what we know of them now".
    PutPerson(Box<Person>),
    /// "They have left." Nobody reports to them any more, and their contracts and seats in programmes are gone.
    RemovePerson(PersonId),
    /// "They hold this position", or none.
    Place(PersonId, Option<PositionId>),
    /// "In this skill they are here"; no level makes it unrated again. A skill that is new gets a column.
    Rate {
        /// The person.
        person: PersonId,
        /// The skill.
        skill: SkillId,
        /// The level, or none to take it back.
        level: Option<Level>,
        /// Who says it.
        by: Rater,
        /// When it was said.
        on: NaiveDate,
    },
    /// "This is what they would like"; nothing takes it back.
    Wish(PersonId, Box<Wishes>),
    /// "This is what they have agreed to."
    Agree(PersonId, Consent),
    /// "This is a position", or "this is what it is now": its own gates and its role as well, or no role any more.
    PutPosition(Box<Position>),
    /// "There is no such position any more." Nobody holds it then.
    RemovePosition(PositionId),
    /// "This team is called that"; no name forgets it.
    NameTeam(TeamId, Box<str>),
    /// "This site is called that"; no name forgets it.
    NameSite(SiteId, Box<str>),
    /// "People are rated in this too", with the name of a skill that no catalogue has, or an empty one.
    AddSkill(SkillId, Box<str>),
    /// "So many people should be at this level"; none now and none then takes it back.
    SetTarget(SkillTarget),
    /// "Then means this day."
    SetHorizon(Option<NaiveDate>),
    /// "This might be", in the place of a scenario of the same name.
    PutScenario(Box<Scenario>),
    /// "Forget this scenario."
    RemoveScenario(Box<str>),
    /// "These two agree on this", in the place of what they had agreed on.
    PutContract(Box<Contract>),
    /// "Forget what these two had agreed on."
    RemoveContract(PersonId, PersonId),
    /// "Keep this programme", in the place of one of the same name.
    PutProgramme(Box<Programme>),
    /// "Forget this programme."
    RemoveProgramme(Box<str>),
    /// "Their verdict is another one, and here is why."
    Overrule(PersonId, PersonOverrule),
    /// "Remember how it stood", in the place of a snapshot of the same day.
    Remember(Box<Snapshot>),
    /// "This is what a site has given", in the place of what it had given of the same day.
    PutContribution(Box<Contribution>),
    /// "Forget everything that this site has given."
    RemoveContributions(Box<str>),
    /// "Reckon with this instead"; no number is the default again. What is no number changes nothing.
    SetPolicy(Box<str>, Option<f64>),
    /// "This is what the number counts and where it is from"; nothing said is forgotten.
    SetProvenance(Box<str>, Provenance),
    /// "Take this document instead": an import, an undo or an emptying.
    Replace(Box<Organisation>),
}
