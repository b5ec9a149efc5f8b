//! Which way of learning suits which skill, so that the whole comes near the mix that a person wishes.

use super::Draft;
use super::ladder::Ladder;
use crate::domain::{Mix, SkillIx, sorted};
use std::collections::{BTreeMap, BTreeSet};

/// By so many weeks everything may be closed later for the sake of each skill's part of the mix.
const WORTH_WEEKS: u64 = 4;

impl Draft {
    /// Shuns what is not of the part of the mix that suits its skill.
    pub(super) fn prefer(&mut self, ladders: &BTreeMap<SkillIx, Ladder>, mix: Mix) {
        let chosen = parts(ladders, mix);
        let weights: u64 = self.problem.goals.iter().map(|goal| u64::from(goal.weight)).sum();
        for (part, task) in self.parts.iter().zip(&mut self.problem.tasks) {
            let suits = chosen.get(&part.step.skill).is_none_or(|chosen| *chosen == Mix::part_of(part.step.kind));
            if !suits && part.nth[0] == 1 {
                task.shun = u32::try_from(weights * WORTH_WEEKS).unwrap_or(u32::MAX);
            }
        }
    }
}

/// For each skill the part of the mix in which it is best learnt; none where there is no choice that goes all the way up.
///
/// In the order of worth, each skill takes the part with which the hours so far come nearest to the mix.
fn parts(ladders: &BTreeMap<SkillIx, Ladder>, mix: Mix) -> BTreeMap<SkillIx, usize> {
    let wished = mix.parts().map(|percent| f64::from(percent) / 100.0);
    let worth = |ladder: &Ladder| ladder.stretches.iter().map(|stretch| stretch.worth).sum::<f64>();
    let in_order = sorted(ladders.iter(), |a, b| worth(b.1).total_cmp(&worth(a.1)).then(a.0.cmp(b.0)));
    let mut so_far = [0.0; 3];
    let mut chosen = BTreeMap::new();
    for (skill, ladder) in in_order {
        let with = |part: usize| {
            let mut hours = so_far;
            hours[part] += f64::from(hours_in(ladder, part)?);
            Some((part, hours, distance(hours, wished)))
        };
        let best = (0..3).filter_map(with).min_by(|a, b| a.2.total_cmp(&b.2));
        if let Some((part, hours, _)) = best {
            so_far = hours;
            chosen.insert(*skill, part);
        }
    }
    chosen
}

/// The hours up a whole ladder in one part of the mix; none where a stretch has no such way.
fn hours_in(ladder: &Ladder, part: usize) -> Option<u32> {
    let own = || ladder.steps.iter().filter(|step| Mix::part_of(step.kind) == part);
    let mut taken = BTreeSet::new();
    let mut hours = 0;
    for stretch in &ladder.stretches {
        let shortest = own().filter(|step| Ladder::covers(step, stretch)).min_by_key(|step| step.hours)?;
        if taken.insert(&shortest.activity) {
            hours += u32::from(shortest.hours);
        }
    }
    Some(hours)
}

fn distance(hours: [f64; 3], wished: [f64; 3]) -> f64 {
    let all = hours.iter().sum::<f64>().max(1.0);
    hours.iter().zip(wished).map(|(hours, wished)| (hours / all - wished).abs()).sum()
}
