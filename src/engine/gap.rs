//! The gap between a person and a role (engine.md 3).

use super::{Held, Neighbour, Policy, Span, Standing, Way, climb, neighbour};
use crate::domain::{Level, Need, Requirement, SkillIx, sorted};

/// Fit to a role, 0 to 1. What is not rated makes it an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Everything that is not rated taken as level 0, and so no help to the rest.
    pub low: f64,
    /// Everything that is not rated taken as assumed.
    pub likely: f64,
    /// Everything that is not rated taken as met.
    pub high: f64,
}

/// What one requirement is to this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// New ground with no neighbour to start from.
    New,
    /// New ground beside a skill that is held.
    Bridge,
    /// Begun, and to be taken further.
    Deepen,
    /// As much as is asked, but only assumed so far.
    Unverified,
    /// As much as is asked.
    Met,
    /// Clearly more than is asked.
    Strength,
    /// The person says that it has no place in their work: it counts neither way.
    NotApplicable,
}

/// One requirement, the person beside it, and what lies between.
#[derive(Clone, Debug, PartialEq)]
pub struct GapItem {
    /// The skill.
    pub skill: SkillIx,
    /// The level asked for.
    pub asked: Level,
    /// How much it matters, 1.0 to 5.0.
    pub weight: f64,
    /// How firmly it is asked.
    pub need: Need,
    /// Whether a plan can close it.
    pub trainable: bool,
    /// What is known of the person's level.
    pub held: Held,
    /// How far the requirement is met, 0 to 1, with the neighbour's help.
    pub fit: f64,
    /// The neighbour that helps most, where something is missing and one helps.
    pub neighbour: Option<Neighbour>,
    /// What it is to this person.
    pub kind: GapKind,
    /// Hours to close it.
    pub hours: Span,
    /// Euros to close it.
    pub cost: u32,
    /// Weighted fit gained per hour; 0 where nothing is to be done.
    pub priority: f64,
}

impl GapItem {
    /// The part of the gap that lies here: weight times what is missing.
    #[must_use]
    pub fn weighted_gap(&self) -> f64 {
        if self.kind == GapKind::NotApplicable { 0.0 } else { self.weight * (1.0 - self.fit) }
    }

    /// Whether a plan has something to do here.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.trainable && self.kind != GapKind::NotApplicable && self.held.level() < self.asked
    }
}

/// The whole gap.
#[derive(Clone, Debug, PartialEq)]
pub struct GapReport {
    /// One entry for each requirement that is more than background: by kind, then by weighted gap, then by place.
    pub items: Vec<GapItem>,
    /// Fit as an interval; 0 to 1 where nothing is asked.
    pub fit: Fit,
    /// The least met of what the role cannot do without, as assumed: beside fit, never averaged into it. 1 where it has none.
    pub must_fit: f64,
    /// How many requirements the person has rated.
    pub n_rated: usize,
    /// How many requirements count for this person.
    pub n_asked: usize,
    /// Hours to close everything that can be trained.
    pub hours: Span,
    /// Euros to close it.
    pub cost: u32,
    /// Share of the weighted gap that lies on new ground: `B` of engine.md 4; 0 where there is no gap.
    pub new_share: f64,
}

impl GapReport {
    /// Whether enough is rated to show a score without saying that it is a guess (engine.md 3).
    #[must_use]
    pub fn can_be_judged(&self, policy: &Policy) -> bool {
        self.n_rated as f64 >= policy.least_rated.min(self.n_asked as f64)
    }
}

/// How far a requirement is met: `min(1, (c + max(0, 1 - c/r) * a * k * r) / r)` of engine.md 3; 1 where nothing is asked.
#[must_use]
pub(super) fn fit_of(level: Level, asked: Level, credit: f64, policy: &Policy) -> f64 {
    if asked == Level::NONE {
        return 1.0;
    }
    let (c, r) = (level.value(), asked.value());
    let help = (1.0 - c / r).max(0.0) * credit * policy.neighbour_share * r;
    ((c + help) / r).min(1.0)
}

/// The gap between a person and the role they want. An empty role gives an empty report.
#[must_use]
pub fn analyse(way: &Way<'_>, standing: &Standing, policy: &Policy) -> GapReport {
    let asked = way.target.requirements.iter().filter(|asked| asked.need != Need::Background);
    let items = asked.filter_map(|asked| item(way, standing, asked, policy));
    let items = sorted(items, |a, b| {
        let by_gap = b.weighted_gap().total_cmp(&a.weighted_gap());
        a.kind.cmp(&b.kind).then(by_gap).then(a.skill.cmp(&b.skill))
    });
    let gap: f64 = items.iter().map(GapItem::weighted_gap).sum();
    let new_gap: f64 = items.iter().filter(|item| item.kind == GapKind::New).map(GapItem::weighted_gap).sum();
    let counting = || items.iter().filter(|item| item.kind != GapKind::NotApplicable);
    GapReport {
        fit: fit(way, standing, counting(), policy),
        must_fit: counting().filter(|item| item.need == Need::Must).map(|item| item.fit).fold(1.0, f64::min),
        n_rated: counting().filter(|item| item.held.is_rated()).count(),
        n_asked: counting().count(),
        hours: items.iter().map(|item| item.hours).sum(),
        cost: items.iter().map(|item| item.cost).sum(),
        new_share: if new_gap > 0.0 { new_gap / gap } else { 0.0 },
        items,
    }
}

fn item(way: &Way<'_>, standing: &Standing, asked: &Requirement, policy: &Policy) -> Option<GapItem> {
    let skill = way.catalog.skill(asked.skill)?;
    let held = standing.held(asked.skill);
    let level = held.level();
    let short = level < asked.level;
    let neighbour = short.then(|| neighbour(way.catalog, standing, asked.skill, asked.level, policy)).flatten();
    let credit = neighbour.map_or(0.0, |neighbour| neighbour.credit);
    let mut item = GapItem {
        skill: asked.skill,
        asked: asked.level,
        weight: asked.weight.value(),
        need: asked.need,
        trainable: skill.trainable,
        held,
        fit: fit_of(level, asked.level, credit, policy),
        neighbour,
        kind: kind(held, asked.level, credit, policy),
        hours: Span::default(),
        cost: 0,
        priority: 0.0,
    };
    if item.is_open() {
        let steps = climb(way.catalog, asked.skill, level, asked.level, credit, policy);
        let likely = steps.iter().map(|step| f64::from(step.hours)).sum();
        item.hours = Span::hours(likely, policy);
        item.cost = steps.iter().map(|step| step.cost).sum();
        item.priority = item.weighted_gap() / likely;
    }
    Some(item)
}

fn kind(held: Held, asked: Level, credit: f64, policy: &Policy) -> GapKind {
    let level = held.level();
    match held {
        Held::NotApplicable => GapKind::NotApplicable,
        _ if level < asked && level >= Level::AWARE => GapKind::Deepen,
        _ if level < asked && credit >= policy.bridge_from => GapKind::Bridge,
        _ if level < asked => GapKind::New,
        Held::Assumed(_) | Held::Unrated => GapKind::Unverified,
        Held::Rated(_) if level - asked >= policy.strength_from => GapKind::Strength,
        Held::Rated(_) => GapKind::Met,
    }
}

/// `Fit = sum(w fit) / sum(w)`, three times: with what is not rated as none, as assumed, and as met. At both ends it also helps
/// others, or does not, so that whatever it turns out to be, fit stays between them.
fn fit<'a>(way: &Way<'_>, standing: &Standing, items: impl Iterator<Item = &'a GapItem>, policy: &Policy) -> Fit {
    let ends = [standing.unrated_as(Level::NONE), standing.unrated_as(Level::TOP)];
    let at_end = |item: &GapItem, end: usize| match item.held {
        Held::Rated(level) if level < item.asked => {
            let helped = neighbour(way.catalog, &ends[end], item.skill, item.asked, policy);
            fit_of(level, item.asked, helped.map_or(0.0, |neighbour| neighbour.credit), policy)
        }
        Held::Rated(_) => item.fit,
        _ => end as f64,
    };
    let (mut all, mut low, mut likely, mut high) = (0.0, 0.0, 0.0, 0.0);
    for item in items {
        all += item.weight;
        likely += item.weight * item.fit;
        low += item.weight * at_end(item, 0);
        high += item.weight * at_end(item, 1);
    }
    if all > 0.0 {
        Fit { low: low / all, likely: likely / all, high: high / all }
    } else {
        Fit { low: 0.0, likely: 0.0, high: 1.0 }
    }
}
