//! The verdict for a person without a wanted role, and the numbers that it came from (engine.md 4).

use super::{Asking, Decline, Demand, OrgPolicy, PositionDemand, TalentMap, asking};
use crate::catalog::Catalog;
use crate::domain::{Column, Level, Organisation, Person, PersonOverrule, PersonVerdict, SkillId, SkillIx, sorted};
use crate::engine::{Policy, Shape, shape};
use std::collections::BTreeMap;

/// A skill that hangs on one person, near one that somebody else holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Hanging {
    /// The skill.
    pub skill: SkillId,
    /// The level that is needed of it.
    pub level: Level,
    /// How much of a head start the person has on it, 0 to 1.
    pub credit: f64,
    /// The skill of theirs that it comes from.
    pub from: SkillId,
}

/// Why a verdict is what it is, or why another one is not: what was compared, in the order in which it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Seats at the horizon for each holder of the position, against 1; none where nobody is counted. Below it: reskill.
    Demand(Option<f64>),
    /// The exposed and the protected share of the role's work, and whether both are beyond the cuts. Beyond: reskill.
    Exposure(Option<[f64; 2]>, bool),
    /// Fit to the own position, and the line from which it is held. Below it: upskill.
    Fit(f64, f64),
    /// How many skills near theirs hang on one other person. Some: versatility.
    Hanging(usize),
}

/// A verdict with everything that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonReport {
    /// The verdict; none where the person holds no position that asks for anything, and nothing else decides it.
    pub verdict: Option<PersonVerdict>,
    /// What somebody has said that it is instead.
    pub overrule: Option<PersonOverrule>,
    /// Fit to the own position, 0 to 1: what is not rated taken as none, and as met. The verdict reckons with the second, since who is in a
    /// position is taken to be near what it asks (engine.md 3).
    pub fit: [f64; 2],
    /// Requirements that are rated.
    pub n_rated: usize,
    /// Requirements of the position.
    pub n_asked: usize,
    /// Everything that was compared, for the verdict and for why it is not another.
    pub reasons: Vec<Reason>,
    /// The skills near theirs that hang on one other person, the nearest first.
    pub hanging: Vec<Hanging>,
    /// Broad or deep: `V` and `S`; none where they are rated in nothing that the catalogue knows.
    pub shape: Option<Shape>,
}

impl PersonReport {
    /// The verdict that counts: the word that was said on it, or the one that was reckoned.
    #[must_use]
    pub fn counts(&self) -> Option<PersonVerdict> {
        self.overrule.as_ref().and_then(|overrule| overrule.verdict).or(self.verdict)
    }
}

/// What everybody's verdict is reckoned from, made once for an organisation.
#[derive(Clone, Debug)]
pub struct People<'a> {
    organisation: &'a Organisation,
    catalog: &'a Catalog,
    policy: &'a Policy,
    demand: &'a Demand,
    asked: Vec<Vec<Asking>>,
    /// The catalogue's place of each column.
    places: Vec<Option<SkillIx>>,
    single: Vec<Single>,
}

impl<'a> People<'a> {
    /// The grounds for everybody's verdict. Whoever is in the organisation is counted, since a skill hangs on one person of all.
    #[must_use]
    pub fn of(
        organisation: &'a Organisation,
        catalog: &'a Catalog,
        demand: &'a Demand,
        policy: &'a Policy,
        own: &OrgPolicy,
    ) -> Self {
        let columns = organisation.columns();
        let covered = TalentMap::of(organisation, |_| true).coverage(organisation, &demand.now, own.absence);
        let single = covered.into_iter().filter(|row| row.held == 1).filter_map(|row| {
            let helpers = helpers(catalog, &columns, catalog.find_skill(&row.skill)?, policy);
            Some(Single { column: *columns.get(&row.skill)?, skill: row.skill, level: row.level, helpers })
        });
        Self {
            organisation,
            catalog,
            policy,
            demand,
            asked: asking(organisation, catalog),
            places: organisation.skills.iter().map(|skill| catalog.find_skill(skill)).collect(),
            single: single.collect(),
        }
    }

    /// The verdict for a person, tried in this order: a declining position, a gap to the own one, a skill near by that hangs on one other
    /// person; else maintain.
    #[must_use]
    pub fn judge(&self, person: &Person) -> PersonReport {
        let position = person.position.as_ref();
        let at = position.and_then(|id| self.organisation.positions.binary_search_by(|known| known.id.cmp(id)).ok());
        let demand: Option<&PositionDemand> = at.and_then(|at| self.demand.positions.get(at));
        let asked = at.and_then(|at| self.asked.get(at)).map_or(&[][..], Vec::as_slice);
        let (fit, n_rated) = fit(person, asked);
        let hanging = self.hanging(person);
        let (ratio, exposed) = demand.map_or((None, None), |demand| (demand.ratio, demand.exposed));
        let is_exposed = demand.is_some_and(|demand| demand.declines.contains(&Decline::Exposed));
        let verdict = if demand.is_some_and(|demand| !demand.declines.is_empty()) {
            Some(PersonVerdict::Reskill)
        } else if !asked.is_empty() && fit[1] < self.policy.maintain_from {
            Some(PersonVerdict::Upskill)
        } else if !hanging.is_empty() {
            Some(PersonVerdict::Versatility)
        } else {
            (!asked.is_empty()).then_some(PersonVerdict::Maintain)
        };
        PersonReport {
            verdict,
            overrule: self.organisation.overrules.get(&person.id).and_then(|said| said.last()).cloned(),
            fit,
            n_rated,
            n_asked: asked.len(),
            reasons: vec![
                Reason::Demand(ratio),
                Reason::Exposure(exposed, is_exposed),
                Reason::Fit(fit[1], self.policy.maintain_from),
                Reason::Hanging(hanging.len()),
            ],
            hanging,
            shape: self.shape(person),
        }
    }

    /// Broad or deep. Ratings of skills that the catalogue does not have are left aside.
    fn shape(&self, person: &Person) -> Option<Shape> {
        let mut levels = vec![Level::NONE; self.catalog.skills.len()];
        for held in &person.ratings {
            let place = self.places.get(held.column.at()).copied().flatten();
            if let Some(level) = place.and_then(|place| levels.get_mut(place.at())) {
                *level = held.level;
            }
        }
        shape(self.catalog, |skill| levels.get(skill.at()).copied().unwrap_or(Level::NONE))
    }

    /// Skills that one other person alone holds as is needed, and on which a skill of this person is a head start.
    fn hanging(&self, person: &Person) -> Vec<Hanging> {
        let near = self.single.iter().filter_map(|single| {
            let asked = single.level;
            if person.level(single.column).is_some_and(|held| held >= asked) {
                return None;
            }
            let credit = |helper: &Helper| {
                let reach = (person.level(helper.column)?.value() / asked.value()).min(1.0);
                Some((helper.strength * reach, helper.column))
            };
            let best = single.helpers.iter().filter_map(credit).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let (credit, from) = best.filter(|(credit, _)| *credit >= self.policy.bridge_from)?;
            let from = self.organisation.skills.get(from.at())?.clone();
            Some(Hanging { skill: single.skill.clone(), level: asked, credit, from })
        });
        sorted(near, |a, b| b.credit.total_cmp(&a.credit).then_with(|| a.skill.cmp(&b.skill)))
    }
}

/// A level of a skill that exactly one person answers to, and what is a head start on it.
#[derive(Clone, Debug)]
struct Single {
    skill: SkillId,
    column: Column,
    level: Level,
    helpers: Vec<Helper>,
}

#[derive(Clone, Copy, Debug)]
struct Helper {
    column: Column,
    strength: f64,
}

/// What helps on a skill, as in `engine::neighbour`: what the catalogue relates to it; where it relates nothing, its group too.
fn helpers(catalog: &Catalog, columns: &BTreeMap<&SkillId, Column>, place: SkillIx, policy: &Policy) -> Vec<Helper> {
    let Some(skill) = catalog.skill(place) else { return Vec::new() };
    let known = catalog.neighbours.get(place.at()).into_iter().flatten();
    let known = known.map(|relation| (relation.skill, f64::from(relation.strength)));
    let group = if skill.related.is_empty() { catalog.skills_in(skill.group) } else { &[] };
    let group = group.iter().filter(|other| **other != place).map(|other| (*other, policy.same_group));
    let helper = |(other, strength): (SkillIx, f64)| {
        let other = catalog.skill(other).filter(|other| other.trainable)?;
        Some(Helper { column: *columns.get(&other.id)?, strength })
    };
    known.chain(group).filter_map(helper).collect()
}

/// `sum(w fit) / sum(w)` with what is not rated as none and as met, and how many are rated; 0 to 1 where nothing is asked.
fn fit(person: &Person, asked: &[Asking]) -> ([f64; 2], usize) {
    let (mut all, mut low, mut high, mut n_rated) = (0.0, 0.0, 0.0, 0);
    for asked in asked {
        let held = asked.column.and_then(|column| person.level(column));
        let met = |held: Level| {
            if asked.level == Level::NONE { 1.0 } else { (held.value() / asked.level.value()).min(1.0) }
        };
        all += asked.weight;
        low += asked.weight * held.map_or(0.0, met);
        high += asked.weight * held.map_or(1.0, met);
        n_rated += usize::from(held.is_some());
    }
    (if all > 0.0 { [low / all, high / all] } else { [0.0, 1.0] }, n_rated)
}
