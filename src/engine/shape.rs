//! Broad or deep: the shape of what a person holds, or of what a role asks (engine.md 4).

use crate::catalog::Catalog;
use crate::domain::{Level, Role, SkillIx, sorted};

/// The shape of a person's skills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// `V`: over how many groups of skills their levels are spread, as if evenly; 1 is a single one.
    pub versatility: f64,
    /// `S`: the mean of the three highest levels in the strongest group, 0 to 5.
    pub specialisation: f64,
    /// The strongest group, by its place in the catalogue.
    pub group: u16,
}

/// The shape of these levels, assumed ones among them: `V = exp(entropy of level mass over groups)`. Skills that cannot be
/// trained do not count. `None` where every level is 0. The lower place wins a tie.
#[must_use]
pub fn shape(catalog: &Catalog, level: impl Fn(SkillIx) -> Level) -> Option<Shape> {
    let mut groups: Vec<Vec<f64>> = vec![Vec::new(); catalog.groups.len()];
    for (skill, place) in catalog.skills.iter().zip((0..).map(SkillIx)).filter(|(skill, _)| skill.trainable) {
        let level = level(place).value();
        if let Some(levels) = groups.get_mut(usize::from(skill.group)).filter(|_| level > 0.0) {
            levels.push(level);
        }
    }
    let all: f64 = groups.iter().flatten().sum();
    let shares = groups.iter().map(|levels| levels.iter().sum::<f64>() / all).filter(|share| *share > 0.0);
    let entropy: f64 = shares.map(|share| -share * share.ln()).sum();
    let strength = |levels: &Vec<f64>| sorted(levels, |a, b| b.total_cmp(a)).into_iter().take(3).sum::<f64>() / 3.0;
    let best = |best: (u16, f64), next: (u16, f64)| if next.1 > best.1 { next } else { best };
    let (group, specialisation) = (0..).zip(groups.iter().map(strength)).fold((0, 0.0), best);
    (all > 0.0).then(|| Shape { versatility: entropy.exp(), specialisation, group })
}

/// The shape of what a role asks for; `None` where it asks for nothing.
#[must_use]
pub fn shape_of(catalog: &Catalog, role: &Role) -> Option<Shape> {
    shape(catalog, |skill| {
        let asked = role.requirements.iter().find(|asked| asked.skill == skill);
        asked.map_or(Level::NONE, |asked| asked.level)
    })
}
