//! Every constant of an organisation that is a choice, by name, with the ends between which it can be set.

use std::collections::BTreeMap;

/// The defaults of engine.md 8, in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrgPolicy {
    /// How likely a person is to be absent on a day, each independently of the others: `p` of engine.md 8. Default 0.1, to be
    /// replaced by the organisation's own figure.
    pub absence: f64,
    /// How far below a level somebody on its bench may stand, in rungs. Default one.
    pub bench_step: f64,
    /// Hours that a person has for learning in a week where they have said nothing. Default 4.
    pub weekly_hours: f64,
    /// From this level on somebody can teach a skill: the mentor line of engine.md 1.
    pub teaches_from: f64,
    /// From this share of the roles on a role counts as much exposed, and up to the rest as little protected. Default 0.75: the top
    /// and the bottom quartile (engine.md 4).
    pub exposed_from: f64,
    /// No number about fewer people is shown: `k` of engine.md 8. It can be raised, and not lowered below 5.
    pub least_people: f64,
    /// A group that is offered less than this share of what the best served is offered is flagged (engine.md 8: four fifths).
    pub fair_from: f64,
    /// Levels gained behind those that a programme should have gained by now, as a share, from which it is said. Default 0.25.
    pub behind_from: f64,
    /// Who is further below in something that a position cannot do without is not proposed for it, in rungs. Default two.
    pub must_reach: f64,
    /// How many somebody mentors at once who has not said it. Default 2 (engine.md 8).
    pub mentees: f64,
    /// What it adds to a pair's score that they are of different teams (engine.md 8).
    pub other_team: f64,
    /// What it adds that they share an interest (engine.md 8).
    pub interest: f64,
    /// What it takes off that all of a mentor's places are taken; less of it where fewer are (engine.md 8).
    pub load: f64,
    /// What is left of a skill in which the mentor is more than three levels ahead. Default 0.5.
    pub damping: f64,
    /// Hours that a session takes of whoever holds it. Default 3.
    pub session_hours: f64,
    /// A certificate is spoken of so many days before its last one. Default 60.
    pub expiry_days: f64,
    /// So many people learn together at most. Default 12.
    pub cohort: f64,
}

impl Default for OrgPolicy {
    fn default() -> Self {
        Self {
            absence: 0.1,
            bench_step: 1.0,
            weekly_hours: 4.0,
            teaches_from: 4.0,
            exposed_from: 0.75,
            least_people: 5.0,
            fair_from: 0.8,
            behind_from: 0.25,
            must_reach: 2.0,
            mentees: 2.0,
            other_team: 0.2,
            interest: 0.1,
            load: 0.3,
            damping: 0.5,
            session_hours: 3.0,
            expiry_days: 60.0,
            cohort: 12.0,
        }
    }
}

/// A constant of the [`OrgPolicy`] by its name.
#[derive(Clone, Copy, Debug)]
pub struct OrgConstant {
    /// Its name, by which it is stored.
    pub name: &'static str,
    /// The line of the page *Method* that explains it.
    pub line: &'static str,
    /// The least and the most.
    pub ends: [f64; 2],
    place: fn(&mut OrgPolicy) -> &mut f64,
}

const fn constant(
    name: &'static str,
    line: &'static str,
    ends: [f64; 2],
    place: fn(&mut OrgPolicy) -> &mut f64,
) -> OrgConstant {
    OrgConstant { name, line, ends, place }
}

/// All of them, line by line.
pub const ORG_CONSTANTS: [OrgConstant; 17] = [
    constant("absence", "coverage", [0.0, 0.9], |policy| &mut policy.absence),
    constant("expiry-days", "coverage", [0.0, 730.0], |policy| &mut policy.expiry_days),
    constant("bench-step", "bench", [0.1, 3.0], |policy| &mut policy.bench_step),
    constant("weekly-hours", "bench", [0.5, 40.0], |policy| &mut policy.weekly_hours),
    constant("teaches-from", "bench", [1.0, 5.0], |policy| &mut policy.teaches_from),
    constant("exposed-from", "demand", [0.5, 0.95], |policy| &mut policy.exposed_from),
    constant("least-people", "fairness", [5.0, 100.0], |policy| &mut policy.least_people),
    constant("fair-from", "fairness", [0.5, 1.0], |policy| &mut policy.fair_from),
    constant("behind-from", "programmes", [0.0, 1.0], |policy| &mut policy.behind_from),
    constant("must-reach", "moves", [0.0, 5.0], |policy| &mut policy.must_reach),
    constant("mentees", "mentoring", [0.0, 20.0], |policy| &mut policy.mentees),
    constant("other-team", "mentoring", [0.0, 1.0], |policy| &mut policy.other_team),
    constant("interest", "mentoring", [0.0, 1.0], |policy| &mut policy.interest),
    constant("load", "mentoring", [0.0, 1.0], |policy| &mut policy.load),
    constant("damping", "mentoring", [0.1, 1.0], |policy| &mut policy.damping),
    constant("session-hours", "mentoring", [0.5, 100.0], |policy| &mut policy.session_hours),
    constant("cohort", "programmes", [2.0, 500.0], |policy| &mut policy.cohort),
];

impl OrgPolicy {
    /// The defaults with what an organisation has set: names that are not known are passed over, values beyond the ends are
    /// brought to the nearer one.
    ///
    /// ```
    /// use skillstead::engine::workforce::OrgPolicy;
    /// let set = [("absence".into(), 0.2), ("least-people".into(), 1.0), ("unheard-of".into(), 1.0)];
    /// let policy = OrgPolicy::with(&set.into());
    /// assert_eq!((policy.absence, policy.least_people), (0.2, 5.0));
    /// ```
    #[must_use]
    pub fn with(set: &BTreeMap<Box<str>, f64>) -> Self {
        let mut policy = Self::default();
        for constant in &ORG_CONSTANTS {
            if let Some(value) = set.get(constant.name).filter(|value| value.is_finite()) {
                *(constant.place)(&mut policy) = value.clamp(constant.ends[0], constant.ends[1]);
            }
        }
        policy
    }

    /// What a constant is now.
    #[must_use]
    pub fn value(mut self, constant: &OrgConstant) -> f64 {
        *(constant.place)(&mut self)
    }

    /// The fewest people of whom a number is shown, as a whole number.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.least_people.ceil() as u32
    }
}
