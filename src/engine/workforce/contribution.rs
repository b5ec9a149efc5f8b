//! What a site gives its headquarters: numbers of its people, and never a person's row; and what these add up to.

use super::{OrgPolicy, line};
use crate::domain::{Contribution, Organisation, SkillId, sorted};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A number that is known to lie between two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// The least that it can be.
    pub least: u32,
    /// The most.
    pub most: u32,
}

impl Between {
    fn add(&mut self, least: u32, most: u32) {
        (self.least, self.most) = (self.least.saturating_add(least), self.most.saturating_add(most));
    }
}

/// What several sites have together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// People of all sites.
    pub people: u32,
    /// Each site, and the day of its numbers.
    pub sites: BTreeMap<Box<str>, NaiveDate>,
    /// By skill, how many people stand on each rung from 0 to 5 and how many are unrated.
    pub skills: BTreeMap<SkillId, [Between; 7]>,
}

/// What a site can give: of each skill, how many stand on each rung and how many are unrated, where these are `k` people or more. The
/// numbers that are hidden of a skill add up to `k` or more, so that none of them can be had from the others. None where the site
/// has fewer than `k` people, or no name.
///
/// Every skill is a line of its own: nothing tells who of one skill is whom of another.
#[must_use]
pub fn contribution(organisation: &Organisation, on: NaiveDate, own: &OrgPolicy) -> Option<Contribution> {
    let people = organisation.people.len() as u32;
    let map = super::TalentMap::of(organisation, |_| true);
    let counts = |column| {
        let rungs: [u32; 6] = map.rungs(column);
        let unrated = people - rungs.iter().sum::<u32>();
        let mut all = [unrated; 7];
        all[..6].copy_from_slice(&rungs);
        let mut shown = [None; 7];
        shown.copy_from_slice(&line(&all, own.least()));
        shown
    };
    let skills = organisation.columns().into_iter().map(|(skill, column)| (skill.clone(), counts(column)));
    (people >= own.least() && !organisation.name.is_empty()).then(|| Contribution {
        site: organisation.name.clone(),
        on,
        people,
        least: own.least(),
        skills: skills.collect(),
    })
}

/// What sites have together. Of a site that has given twice the later counts. What a site hides of a skill lies between none and all that it
/// hides; of a skill that it does not name nothing is known.
#[must_use]
pub fn merge(contributions: &[Contribution]) -> Merged {
    let latest: BTreeMap<&str, &Contribution> =
        sorted(contributions, |a, b| a.on.cmp(&b.on)).into_iter().map(|given| (&*given.site, given)).collect();
    let mut merged = Merged::default();
    for given in latest.values() {
        merged.people = merged.people.saturating_add(given.people);
        merged.sites.insert(given.site.clone(), given.on);
        merged.skills.extend(given.skills.keys().map(|skill| (skill.clone(), [Between::default(); 7])));
    }
    for (skill, sums) in &mut merged.skills {
        for given in latest.values() {
            let counts = given.skills.get(skill).copied().unwrap_or_default();
            let hidden = given.people.saturating_sub(counts.iter().flatten().sum());
            for (sum, count) in sums.iter_mut().zip(counts) {
                sum.add(count.unwrap_or(0), count.unwrap_or(hidden));
            }
        }
    }
    merged
}

impl Merged {
    /// How many people hold a skill at a whole rung or above. All that is hidden of a site may be above, or none of it, so this is narrower than the
    /// sum of the rungs.
    #[must_use]
    pub fn at_least(&self, skill: &SkillId, rung: u8) -> Between {
        let Some(rungs) = self.skills.get(skill) else { return Between { least: 0, most: self.people } };
        let from = usize::from(rung.min(6));
        let least = rungs[from..6].iter().map(|sum| sum.least).sum();
        let below: u32 = rungs[..from].iter().chain(&rungs[6..]).map(|sum| sum.least).sum();
        let most = rungs[from..6].iter().fold(0_u32, |all, sum| all.saturating_add(sum.most));
        Between { least, most: most.min(self.people.saturating_sub(below)) }
    }
}
