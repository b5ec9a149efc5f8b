//! Where a person can go from here: all roles of a catalogue, chosen by similarity, with the gap as their cost (engine.md 5).

use super::{
    Admission, Exposure, GapItem, GapKind, GapReport, Origin, Part, PartWeights, Policy, SimilarityTable, Standing,
    VerdictReport, Way, admission, analyse, exposure, judge,
};
use crate::catalog::Catalog;
use crate::domain::{GateId, Level, Role, SkillIx, sorted};
use std::collections::BTreeMap;

/// A role within sight, with everything that speaks for it and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// The role's place in the catalogue.
    pub role: usize,
    /// The share of all pairs of roles that are less alike, 0 to 1.
    pub similarity: f64,
    /// Fit, hours, and all that lies between.
    pub gap: GapReport,
    /// Upskilling or reskilling.
    pub verdict: VerdictReport,
    /// What its gates let one decide.
    pub admission: Admission,
    /// How much of its work machines could do; `None` where its tasks are not marked.
    pub exposure: Option<Exposure>,
    /// The exposure of the role less that of the present one, by their upper ends; `None` where one is not known.
    pub exposure_change: Option<f64>,
    /// How many job zones it is up, or down where it is less than 0; `None` where one is not known.
    pub zones_up: Option<i8>,
}

impl Transition {
    /// The skills that carry the move: those with the most of the fit; three at most.
    #[must_use]
    pub fn carried_by(&self) -> Vec<SkillIx> {
        let counts = |item: &&GapItem| item.kind != GapKind::NotApplicable && item.held.level() > Level::NONE;
        first_three(self.gap.items.iter().filter(counts), |item| item.weight * item.fit)
    }

    /// The skills that cost most: by hours; three at most.
    #[must_use]
    pub fn costs_most(&self) -> Vec<SkillIx> {
        first_three(self.gap.items.iter().filter(|item| item.is_open()), |item| item.hours.likely)
    }
}

fn first_three<'a>(items: impl Iterator<Item = &'a GapItem>, value: impl Fn(&GapItem) -> f64) -> Vec<SkillIx> {
    let ordered = sorted(items, |a, b| value(b).total_cmp(&value(a)).then(a.skill.cmp(&b.skill)));
    ordered.into_iter().take(3).map(|item| item.skill).collect()
}

/// Where a person looks from: their role, what they hold, and how alike roles are.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Its table.
    pub table: &'a SimilarityTable,
    /// The present role's place in it.
    pub current: usize,
    /// What the person holds.
    pub standing: &'a Standing,
    /// Which gates the person says they hold, and which not.
    pub gates: &'a BTreeMap<GateId, bool>,
    /// The constants.
    pub policy: &'a Policy,
}

impl<'a> Outlook<'a> {
    /// The `limit` roles that are most similar to the person's own levels, the most similar first, of those that are `wanted`
    /// and are to be kept once their gap is known. Roles that ask for nothing are left out, and so is the present one. No more
    /// than [`LOOKED_AT`] gaps are analysed.
    #[must_use]
    pub fn transitions(
        &self,
        limit: usize,
        wanted: impl Fn(&Role) -> bool,
        keep: impl Fn(&Transition) -> bool,
    ) -> Vec<Transition> {
        let origin = self.table.person(self.catalog, self.current, self.standing);
        let ranked = self.table.ranked(&origin, &self.policy.similarity).into_iter();
        let is_wanted = |at: usize| self.catalog.roles.get(at).is_some_and(&wanted);
        let others = ranked.filter(|(at, _)| *at != self.current && self.asks(*at) && is_wanted(*at));
        let found = others.take(LOOKED_AT).filter_map(|(at, score)| self.transition(at, score));
        found.filter(keep).take(limit).collect()
    }

    /// One transition; `None` for a place that the catalogue does not have.
    #[must_use]
    pub fn to(&self, role: usize) -> Option<Transition> {
        let origin = self.table.person(self.catalog, self.current, self.standing);
        let scores = self.table.scores(&origin, &self.policy.similarity);
        self.transition(role, *scores.get(role)?)
    }

    fn transition(&self, role: usize, score: f32) -> Option<Transition> {
        let (way, policy) = (self.way(role)?, self.policy);
        let gap = analyse(&way, self.standing, policy);
        let similarity = if role == self.current { 1.0 } else { self.table.calibration().similarity(score) };
        let here = way.current?;
        let exposure = exposure(way.target, policy);
        let both = exposure.as_ref().zip(super::exposure(here, policy));
        let exposure_change = both.map(|(there, here)| there.high - here.high);
        let zones_up = way.target.zone.zip(here.zone).map(|(there, here)| there as i8 - here as i8);
        let verdict = judge(&way, &gap, Some(similarity), self.table.calibration().cuts, policy);
        let admission = admission(&way, self.gates);
        Some(Transition { role, similarity, verdict, admission, gap, exposure, exposure_change, zones_up })
    }

    /// The way from the present role to another.
    #[must_use]
    pub fn way(&self, role: usize) -> Option<Way<'a>> {
        let (catalog, current) = (self.catalog, self.catalog.roles.get(self.current)?);
        Some(Way { catalog, current: Some(current), target: catalog.roles.get(role)? })
    }

    pub(super) fn asks(&self, role: usize) -> bool {
        self.catalog.roles.get(role).is_some_and(|role| !role.requirements.is_empty())
    }

    /// How firmly each of these roles stands among the best three of them, whatever the parts of similarity count: the share
    /// of `DRAWS` draws of the weights, each part between half and one and a half of its own, in which it does. Zeros of no role.
    /// The same `seed` gives the same draws.
    #[must_use]
    pub fn steadiness(&self, roles: &[usize], seed: u64) -> Vec<f64> {
        let origin = self.table.person(self.catalog, self.current, self.standing);
        let parts: Vec<_> = self.parts_of(&origin, roles);
        let mut draw = fastrand::Rng::with_seed(seed);
        let mut counts = vec![0u32; roles.len()];
        for _ in 0..DRAWS {
            let weights: PartWeights = self.policy.similarity.map(|weight| weight * (0.5 + draw.f64()));
            let score = |at: usize| parts[at].iter().zip(weights).map(|(part, weight)| part * weight).sum::<f64>();
            let order = sorted(0..roles.len(), |a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
            order.into_iter().take(3).for_each(|at| counts[at] += 1);
        }
        counts.into_iter().map(|count| f64::from(count) / f64::from(DRAWS)).collect()
    }

    fn parts_of(&self, origin: &Origin, roles: &[usize]) -> Vec<[f64; Part::ALL.len()]> {
        let all = self.table.all_parts(origin);
        let of =
            |role: &usize| std::array::from_fn(|part: usize| all[part].get(*role).copied().flatten().unwrap_or(0.0));
        roles.iter().map(of).collect()
    }
}

/// The most gaps that a search for transitions analyses.
const LOOKED_AT: usize = 250;
/// Draws of the weights in [`Outlook::steadiness`] (engine.md 5).
const DRAWS: u32 = 200;
