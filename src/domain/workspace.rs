//! The one document of a person, and the commands that change it.

use super::{
    ActivityId, Answer, Arrangement, Completion, GateId, Horizon, HorizonError, Overrule, Rating, RoleId, SkillId,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that a person has entered. It is saved, exported and undone as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    /// The role they are in.
    pub current: Option<RoleId>,
    /// The role they want; none means "grow where I am".
    pub target: Option<RoleId>,
    /// All their answers, oldest first.
    pub ratings: BTreeMap<SkillId, Vec<Rating>>,
    /// Which gates they say they hold, and which not.
    pub gates: BTreeMap<GateId, bool>,
    /// The activities they have done.
    pub completions: BTreeMap<ActivityId, Completion>,
    /// The room that their plan has.
    pub horizon: Horizon,
    /// What they have arranged about it.
    pub arrangement: Arrangement,
    /// Their own word on the way to a role, oldest first.
    pub overrules: BTreeMap<RoleId, Vec<Overrule>>,
    /// The constants of the engine that they have set, by name.
    pub constants: BTreeMap<Box<str>, f64>,
    /// What a text of theirs, such as a CV, says of a skill: the sentence. It is no rating.
    pub mentions: BTreeMap<SkillId, Box<str>>,
    /// What they have made of the starter catalogue, as `store::write_own` writes it; empty where it is nothing. Kept as text
    /// since most visits never look into it, and shared since every change of the document makes a new one.
    pub own: Arc<str>,
    /// What they have noted over the years, as `store::write_record` writes it; empty where it is nothing. Text for the same reason.
    pub record: Arc<str>,
    /// An organisation, as `store::write_org` writes it; empty in a person's own document. Text for the same reason.
    pub organisation: Arc<str>,
    /// What their passport shows, as `store::write_choices` writes it; empty where they have chosen nothing. Text for the same reason.
    pub passport: Arc<str>,
}

/// One intention of a person. Every change of a [`Workspace`] is one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// "I work as this, and would like that."
    ChooseWay {
        /// The role now.
        current: RoleId,
        /// The role wanted, or none to grow in the present one.
        target: Option<RoleId>,
    },
    /// "In this skill I am here"; no answer makes it unrated again.
    Rate {
        /// The skill.
        skill: SkillId,
        /// The answer, or none to take the answers back.
        answer: Option<Answer>,
        /// When it was given.
        on: NaiveDate,
    },
    /// "I hold this", or "I do not"; no word takes it back.
    AnswerGate(GateId, Option<bool>),
    /// "This much time and money, between these days."
    SetHorizon(Horizon),
    /// "Let the plan be arranged like this."
    Arrange(Box<Arrangement>),
    /// "This is the plan that I follow", with the room that it has.
    Follow(Horizon, Box<Arrangement>),
    /// "I have done this."
    Complete(ActivityId, Completion),
    /// "No, I have not done it."
    Reopen(ActivityId),
    /// "The way to this role is something else."
    Overrule(RoleId, Overrule),
    /// "Reckon with this instead"; no number is the default again. What is no number changes nothing.
    SetConstant(Box<str>, Option<f64>),
    /// "My CV says this of these skills." Later words on a skill take the place of earlier ones.
    Mention(BTreeMap<SkillId, Box<str>>),
    /// "Let this be what I have made of the starter catalogue"; empty is the catalogue as it was shipped.
    SetOwn(Arc<str>),
    /// "Let this be my record."
    SetRecord(Arc<str>),
    /// "Let this be the organisation."
    SetOrganisation(Arc<str>),
    /// "Let my passport show this"; empty is what it shows by itself.
    SetPassport(Arc<str>),
    /// "Take this document instead": an import, an undo or an emptying.
    Replace(Box<Workspace>),
}

impl Workspace {
    /// Whether nothing has been entered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// About how much is in it, to notice when most of it is gone: one for each thing that was entered.
    #[must_use]
    pub fn weight(&self) -> usize {
        let entered = [
            self.ratings.values().map(Vec::len).sum(),
            self.gates.len(),
            self.completions.len(),
            self.overrules.values().map(Vec::len).sum(),
            self.constants.len(),
            self.mentions.len(),
            self.own.len() / 200,
            self.record.len() / 100,
            self.organisation.len() / 100,
            self.passport.len() / 200,
        ];
        entered.iter().sum()
    }

    /// The answer that counts for a skill: the newest; `None` is unrated.
    #[must_use]
    pub fn answer(&self, skill: &SkillId) -> Option<Answer> {
        self.ratings.get(skill)?.last().map(|rating| rating.answer)
    }

    /// The person's own word on the way to a role; `None` where they have said nothing, or have taken it back.
    #[must_use]
    pub fn overrule(&self, role: &RoleId) -> Option<&Overrule> {
        self.overrules.get(role)?.last().filter(|overrule| overrule.verdict.is_some())
    }

    /// The document after `command`, or `None` where it would change nothing.
    ///
    /// A second answer on the same day replaces the first: it is a correction, not a development.
    ///
    /// # Errors
    /// A horizon that cannot be. Nothing is changed then.
    ///
    /// ```
    /// use skillstead::domain::{Command, Workspace};
    /// let empty = Workspace::default();
    /// let choose = Command::ChooseWay { current: "bookkeeper".into(), target: None };
    /// let chosen = empty.apply(choose.clone())?.unwrap();
    /// assert_eq!(chosen.current, Some("bookkeeper".into()));
    /// assert_eq!(chosen.apply(choose)?, None);
    /// # Ok::<(), skillstead::domain::HorizonError>(())
    /// ```
    pub fn apply(&self, command: Command) -> Result<Option<Self>, HorizonError> {
        let mut next = self.clone();
        match command {
            Command::ChooseWay { current, target } => {
                next.target = target.filter(|target| *target != current);
                next.current = Some(current);
                if (&next.current, &next.target) != (&self.current, &self.target) {
                    // What was arranged is about the plan of another way; weeks off stay weeks off.
                    next.arrangement = std::mem::take(&mut next.arrangement).for_another_way();
                }
            }
            Command::Rate { skill, answer: Some(answer), on } => {
                if self.answer(&skill) != Some(answer) {
                    let history = next.ratings.entry(skill).or_default();
                    history.retain(|rating| rating.on != on);
                    history.push(Rating { answer, on });
                }
            }
            Command::Rate { skill, answer: None, .. } => {
                next.ratings.remove(&skill);
            }
            Command::SetHorizon(horizon) => next.horizon = horizon.checked()?,
            Command::Arrange(arrangement) => next.arrangement = *arrangement,
            Command::Follow(horizon, arrangement) => {
                next.horizon = horizon.checked()?;
                next.arrangement = *arrangement;
            }
            Command::Complete(activity, completion) => {
                next.completions.insert(activity, completion);
            }
            Command::Reopen(activity) => {
                next.completions.remove(&activity);
            }
            Command::Overrule(role, overrule) => {
                let history = next.overrules.entry(role).or_default();
                let said = |overrule: &Overrule| (overrule.verdict, overrule.reason.clone());
                if history.last().map(said) != Some(said(&overrule))
                    && (overrule.verdict.is_some() || !history.is_empty())
                {
                    history.push(overrule);
                }
                next.overrules.retain(|_, history| !history.is_empty());
            }
            Command::AnswerGate(gate, Some(holds)) => {
                next.gates.insert(gate, holds);
            }
            Command::AnswerGate(gate, None) => {
                next.gates.remove(&gate);
            }
            Command::SetConstant(name, Some(value)) => {
                if value.is_finite() {
                    next.constants.insert(name, value);
                }
            }
            Command::SetConstant(name, None) => {
                next.constants.remove(&name);
            }
            Command::Mention(mentions) => next.mentions.extend(mentions),
            Command::SetOwn(own) => next.own = own,
            Command::SetRecord(record) => next.record = record,
            Command::SetOrganisation(organisation) => next.organisation = organisation,
            Command::SetPassport(passport) => next.passport = passport,
            Command::Replace(other) => next = *other,
        }
        Ok((next != *self).then_some(next))
    }
}
