//! Who mentors whom (engine.md 8): as many people as possible, then what fits best.

use super::asking::Asks;
use super::effort::Efforts;
use super::line::Lines;
use super::teaching::{Open, open};
use super::{OrgPolicy, PairScore, Pairing, Teaching};
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, Person, PersonId, Willing, Wishes};
use crate::engine::{Assigning, NEVER, Policy, assign};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What mentors are asked for.
#[derive(Clone, Copy, Debug)]
pub struct MentorAsk<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Where its roles and skills are looked up.
    pub catalog: &'a Catalog,
    /// The constants.
    pub policy: &'a Policy,
    /// What counts, and how much.
    pub own: &'a OrgPolicy,
    /// The day on which contracts are running or not.
    pub today: NaiveDate,
}

/// Everybody as a mentor and as a mentee. Ages are not known here, and groups are not looked at.
///
/// ```
/// use skillstead::{catalog::CatalogBuilder, domain::Organisation, engine::Policy};
/// use skillstead::engine::workforce::{MentorAsk, Mentoring, OrgPolicy};
/// let (organisation, catalog, policy) = (Organisation::default(), CatalogBuilder::default().build(), Policy::default());
/// let (own, today) = (OrgPolicy::default(), "2026-11-29".parse().unwrap());
/// let mentoring = Mentoring::of(MentorAsk { organisation: &organisation, catalog: &catalog, policy: &policy, own: &own, today });
/// assert!(mentoring.best().is_empty() && mentoring.pairing(0, 1).is_none());
/// ```
#[derive(Debug)]
pub struct Mentoring<'a> {
    ask: MentorAsk<'a>,
    lines: Lines,
    /// What each person has open, in order of the columns.
    open: Vec<Vec<Open>>,
    /// How many each mentors now.
    n_mentees: Vec<u32>,
    /// Whether each has a mentor now.
    is_served: Vec<bool>,
}

impl<'a> Mentoring<'a> {
    /// Everybody of an organisation, with the contracts that are agreed and run today.
    #[must_use]
    pub fn of(ask: MentorAsk<'a>) -> Self {
        let organisation = ask.organisation;
        let n = organisation.people.len();
        let mut asks = Asks::of(organisation, ask.catalog, Efforts::of(ask.catalog, ask.policy));
        let mut levels = Vec::new();
        let mut everything = Vec::with_capacity(n);
        for person in &organisation.people {
            asks.levels(person, &[], &mut levels);
            everything.push(open(asks.aim(person), &levels));
        }
        let places: BTreeMap<&PersonId, usize> =
            organisation.people.iter().zip(0..).map(|(person, at)| (&person.id, at)).collect();
        let mut mentoring = Self {
            lines: Lines::of(organisation, &places),
            ask,
            open: everything,
            n_mentees: vec![0; n],
            is_served: vec![false; n],
        };
        for contract in organisation.contracts.iter().filter(|one| one.runs(ask.today)) {
            if let Some(count) = places.get(&contract.mentor).and_then(|at| mentoring.n_mentees.get_mut(*at)) {
                *count += 1;
            }
            if let Some(served) = places.get(&contract.mentee).and_then(|at| mentoring.is_served.get_mut(*at)) {
                *served = true;
            }
        }
        mentoring
    }

    /// How many more somebody would mentor; 0 for whoever has not agreed or would not.
    #[must_use]
    pub fn places(&self, mentor: usize) -> u32 {
        self.capacity(mentor).saturating_sub(self.n_mentees.get(mentor).copied().unwrap_or(0))
    }

    /// Whether somebody could have a mentor: they have agreed, do not refuse, and have none yet.
    #[must_use]
    pub fn seeks(&self, mentee: usize) -> bool {
        let agrees = |person: &Person| person.consent.paired && wish(person, |wishes| wishes.mentee) != Willing::No;
        self.person(mentee).is_some_and(agrees) && self.is_served.get(mentee) == Some(&false)
    }

    /// What it would be if one mentored the other; `None` where it may not be: one of them has not agreed or would not, the
    /// mentor has no place left, they report to each other, or there is nothing to teach.
    #[must_use]
    pub fn pairing(&self, mentor: usize, mentee: usize) -> Option<Pairing> {
        let sum = |all: &[Teaching]| all.iter().map(|one| one.score).sum::<f64>();
        let taught = self.teaches(mentor, mentee);
        if sum(&taught) <= 0.0 || self.places(mentor) == 0 || !self.seeks(mentee) || !self.may_meet(mentor, mentee) {
            return None;
        }
        let returned = if self.gives_back(mentee) { self.teaches(mentee, mentor) } else { Vec::new() };
        let score = self.score(mentor, mentee, sum(&taught));
        let back = (sum(&returned) > 0.0).then(|| self.score(mentee, mentor, sum(&returned)));
        Some(Pairing { mentor, mentee, taught, returned, score, back })
    }

    /// The best choice, by mentee: as many people as possible have a mentor, then the sum of [`Pairing::worth`] is the greatest.
    ///
    /// Exact; the same organisation has the same choice. Two people may mentor each other: both are served then. It takes memory for each mentee with each mentor, so it is meant for
    /// some thousands of people at a time.
    #[must_use]
    pub fn best(&self) -> Vec<Pairing> {
        let everybody = 0..self.open.len();
        let mentors: Vec<usize> = everybody.clone().filter(|at| self.places(*at) > 0).collect();
        let mentees: Vec<usize> = everybody.filter(|at| self.seeks(*at)).collect();
        let known = self.by_column();
        let mut costs = Vec::with_capacity(mentors.len() * mentees.len());
        for mentee in &mentees {
            let [taught, returned] = self.sums(*mentee, &known);
            costs.extend(mentors.iter().map(|mentor| {
                let sums = [taught[*mentor], returned[*mentor]];
                self.cost(*mentor, *mentee, sums)
            }));
        }
        let seats = mentors.iter().map(|mentor| self.places(*mentor)).collect();
        let found = assign(&Assigning::of_most(mentees.len(), seats, costs));
        let chosen = mentees.iter().zip(found.column_of);
        chosen.filter_map(|(mentee, column)| self.pairing(*mentors.get(column?)?, *mentee)).collect()
    }

    /// What a pair costs the assignment, from what is taught in both directions.
    fn cost(&self, mentor: usize, mentee: usize, [taught, returned]: [f64; 2]) -> i32 {
        if taught <= 0.0 || !self.may_meet(mentor, mentee) {
            return NEVER;
        }
        let gives_back = returned > 0.0 && self.gives_back(mentee);
        let back = gives_back.then(|| self.score(mentee, mentor, returned));
        -self.score(mentor, mentee, taught).worth(back.as_ref())
    }

    /// For each column who is rated there and how, and who has it open.
    fn by_column(&self) -> Vec<Known<'_>> {
        let mut known: Vec<Known<'_>> = Vec::new();
        known.resize_with(self.ask.organisation.skills.len(), Known::default);
        for (at, (person, open)) in self.ask.organisation.people.iter().zip(&self.open).enumerate() {
            for held in &person.ratings {
                known.get_mut(held.column.at()).into_iter().for_each(|known| known.held.push((at, held.level)));
            }
            for open in open {
                known.get_mut(open.column().at()).into_iter().for_each(|known| known.open.push((at, open)));
            }
        }
        known
    }

    /// What everybody teaches a person, and what that person teaches everybody.
    fn sums(&self, person: usize, known: &[Known<'_>]) -> [Vec<f64>; 2] {
        let damping = self.ask.own.damping;
        let mut sums = [vec![0.0; self.open.len()], vec![0.0; self.open.len()]];
        for open in &self.open[person] {
            for (teacher, level) in known.get(open.column().at()).into_iter().flat_map(|known| &known.held) {
                sums[0][*teacher] += open.taught_by(*level, damping).map_or(0.0, |(score, _)| score);
            }
        }
        for held in &self.ask.organisation.people[person].ratings {
            for (learner, open) in known.get(held.column.at()).into_iter().flat_map(|known| &known.open) {
                sums[1][*learner] += open.taught_by(held.level, damping).map_or(0.0, |(score, _)| score);
            }
        }
        sums
    }

    pub(super) fn person(&self, at: usize) -> Option<&'a Person> {
        self.ask.organisation.people.get(at).map(AsRef::as_ref)
    }

    fn capacity(&self, mentor: usize) -> u32 {
        let willing = |person: &&Person| person.consent.paired && wish(person, |wishes| wishes.mentor).is_willing();
        let mentees = |person: &Person| person.wishes.as_deref().and_then(|wishes| wishes.mentees);
        self.person(mentor)
            .filter(willing)
            .map_or(0, |person| mentees(person).map_or(self.ask.own.mentees as u32, u32::from))
    }

    /// Whether somebody has anything open that another could teach.
    pub(super) fn has_open(&self, mentee: usize) -> bool {
        self.open.get(mentee).is_some_and(|open| !open.is_empty())
    }

    fn may_meet(&self, mentor: usize, mentee: usize) -> bool {
        mentor != mentee && !self.lines.joins(mentor, mentee)
    }

    /// Whether a mentee may be proposed to teach in return.
    fn gives_back(&self, mentee: usize) -> bool {
        self.person(mentee).is_some_and(|person| wish(person, |wishes| wishes.mentor) != Willing::No)
    }

    fn teaches(&self, teacher: usize, learner: usize) -> Vec<Teaching> {
        let open = self.open.get(learner).into_iter().flatten();
        let level = |open: &Open| self.person(teacher)?.level(open.column());
        open.filter_map(|open| open.teaching(level(open)?, self.ask.own.damping)).collect()
    }

    fn score(&self, teacher: usize, learner: usize, teaching: f64) -> PairScore {
        let own = self.ask.own;
        let Some((one, other)) = self.person(teacher).zip(self.person(learner)) else { return PairScore::default() };
        let are_apart = one.team.is_some() && other.team.is_some() && one.team != other.team;
        let share = one.interests.iter().any(|interest| other.interests.contains(interest));
        let n_mentees = self.n_mentees.get(teacher).copied().unwrap_or(0);
        let load = match self.capacity(teacher) {
            0 => 0.0,
            capacity => (f64::from(n_mentees) / f64::from(capacity)).min(1.0),
        };
        PairScore {
            teaching,
            other_team: if are_apart { own.other_team } else { 0.0 },
            interest: if share { own.interest } else { 0.0 },
            load: own.load * load,
        }
    }
}

/// Who is rated in a skill, and who has it open, by place.
#[derive(Default)]
struct Known<'a> {
    held: Vec<(usize, Level)>,
    open: Vec<(usize, &'a Open)>,
}

fn wish(person: &Person, of: impl Fn(&Wishes) -> Willing) -> Willing {
    person.wishes.as_deref().map_or(Willing::Unsaid, of)
}
