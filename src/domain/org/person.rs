//! A person of an organisation.

use super::super::{Few, GateId, Level, PersonId, PositionId, Rater, RoleId, SiteId, TeamId};
use super::Certificate;
use chrono::NaiveDate;

/// A skill's place in [`Organisation::skills`](super::Organisation): two bytes, since an organisation has millions of ratings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub u16);

impl Column {
    /// The place as an index into the organisation's list of skills.
    #[must_use]
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// One rating of one person, in eight bytes. A skill that is not among them is unrated, which is not level 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The skill.
    pub column: Column,
    /// The level.
    pub level: Level,
    /// Who says it, where that is known.
    pub by: Option<Rater>,
    /// When it was said, where that is known.
    pub on: Option<NaiveDate>,
}

/// Whether a person would do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Willing {
    /// They have not been asked, or have not answered.
    #[default]
    Unsaid,
    /// They would not.
    No,
    /// They would.
    Yes,
    /// They ask for it.
    Gladly,
}

impl Willing {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Unsaid, Self::No, Self::Yes, Self::Gladly];

    /// The answer as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::No => "no",
            Self::Yes => "yes",
            Self::Gladly => "gladly",
        }
    }

    /// Whether they have said that they would.
    #[must_use]
    pub fn is_willing(self) -> bool {
        self >= Self::Yes
    }
}

/// What a person would like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Positions that they want, the dearest first.
    pub positions: Vec<PositionId>,
    /// Roles that they want, the dearest first.
    pub roles: Vec<RoleId>,
    /// Whether they would mentor somebody.
    pub mentor: Willing,
    /// Whether they would be mentored.
    pub mentee: Willing,
    /// How many they would mentor at once; none is the policy's number.
    pub mentees: Option<u8>,
}

/// What a person has agreed to. Nothing is agreed to by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// That their ratings are seen by name, beside those of others.
    pub seen: bool,
    /// That they are proposed for moves and positions.
    pub proposed: bool,
    /// That they are proposed as a mentor or a mentee.
    pub paired: bool,
}

/// A person. Where the organisation works with codes, the name is empty and the id is the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Chosen once.
    pub id: PersonId,
    /// Their name; empty under a code.
    pub name: Box<str>,
    /// Their team.
    pub team: Option<TeamId>,
    /// Where they work.
    pub site: Option<SiteId>,
    /// Whom they report to.
    pub manager: Option<PersonId>,
    /// The position that they hold.
    pub position: Option<PositionId>,
    /// Their ratings, by column, each column once.
    pub ratings: Vec<Held>,
    /// The gates that they hold.
    pub gates: Few<GateId>,
    /// What they have on paper, by name.
    pub certificates: Few<Certificate>,
    /// What they would like; boxed, since most people have not said anything.
    pub wishes: Option<Box<Wishes>>,
    /// What they have agreed to.
    pub consent: Consent,
    /// What they are interested in, in their own words.
    pub interests: Few<Box<str>>,
    /// Hours that they have for learning in a week; none is the policy's number.
    pub hours: Option<u8>,
    /// What kinds of group there are and which of each they say they belong to, one of each kind ([`Person::join`]). For fairness alone, and never an age.
    pub groups: Few<(Box<str>, Box<str>)>,
}

impl Person {
    /// Somebody of whom nothing is known but the id.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            name: Box::default(),
            team: None,
            site: None,
            manager: None,
            position: None,
            ratings: Vec::new(),
            gates: Few::default(),
            certificates: Few::default(),
            wishes: None,
            consent: Consent::default(),
            interests: Few::default(),
            hours: None,
            groups: Few::default(),
        }
    }

    /// What they are called: the name, or the id where they have none.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.id.as_str() } else { &self.name }
    }

    /// Says that they belong to a group, in the place of the one of the same kind.
    pub fn join(&mut self, kind: Box<str>, group: Box<str>) {
        self.groups.retain(|(known, _)| *known != kind);
        self.groups.insert((kind, group));
    }

    /// The group of a kind that they say they belong to; none where they have said nothing.
    ///
    /// ```
    /// use skillstead::domain::Person;
    /// let mut person = Person::new("p1".into());
    /// person.join("language".into(), "en".into());
    /// person.join("language".into(), "es".into());
    /// assert_eq!((person.group("language"), person.groups.len(), person.group("shift")), (Some("es"), 1, None));
    /// ```
    #[must_use]
    pub fn group(&self, kind: &str) -> Option<&str> {
        self.groups.iter().find(|(known, _)| **known == *kind).map(|(_, group)| &**group)
    }

    /// Their level in a skill; none is unrated.
    #[must_use]
    pub fn level(&self, column: Column) -> Option<Level> {
        self.held(column).map(|held| held.level)
    }

    /// Their rating in a skill; none is unrated.
    ///
    /// ```
    /// use skillstead::domain::{Column, Held, Level, Person};
    /// let mut person = Person::new("p1".into());
    /// person.ratings.push(Held { column: Column(4), level: Level::LEADS, by: None, on: None });
    /// assert_eq!(person.held(Column(4)).map(|held| held.level), Some(Level::LEADS));
    /// assert_eq!(person.level(Column(3)), None);
    /// ```
    #[must_use]
    pub fn held(&self, column: Column) -> Option<&Held> {
        let at = self.ratings.binary_search_by_key(&column, |held| held.column).ok()?;
        self.ratings.get(at)
    }
}
