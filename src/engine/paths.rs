//! The way to a role by way of others: each step near enough, and as few hours as can be (engine.md 4 and 5).

use super::{Outlook, Span, Standing, Way, analyse};
use crate::domain::{Need, sorted};

/// A way in steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The roles in between, by their places; none where the way is direct.
    pub stops: Vec<usize>,
    /// The hours of each step: one more than there are stops.
    pub hours: Vec<Span>,
}

impl Path {
    /// The hours of the whole way.
    #[must_use]
    pub fn total(&self) -> Span {
        self.hours.iter().copied().sum()
    }
}

/// Roles that are looked at as stops: the most similar to both ends.
const STOPS: usize = 16;

impl Outlook<'_> {
    /// The `limit` ways to a role with the fewest hours, over two stops at most. Each step is viable (engine.md 5), the direct
    /// way among them where it is; none where nothing is. Who arrives in a stop holds what it asks.
    #[must_use]
    pub fn paths(&self, target: usize, limit: usize) -> Vec<Path> {
        let viable = self.table.calibration().cuts.viable;
        let weights = &self.policy.similarity;
        let row = |at: usize| {
            let scores = self.table.scores(&self.table.role(at), weights);
            let alike = scores.iter().map(|score| self.table.calibration().similarity(*score));
            alike.collect::<Vec<f64>>()
        };
        let (from_here, from_there) = (row(self.current), row(target));
        let nearer = |at: usize| from_here[at].min(from_there[at]);
        let between = (0..self.catalog.roles.len()).filter(|at| *at != self.current && *at != target && self.asks(*at));
        let between = between.filter(|at| from_here[*at].max(from_there[*at]) >= viable);
        let stops = sorted(between, |a, b| nearer(*b).total_cmp(&nearer(*a)).then(a.cmp(b)));
        let stops = &stops[..stops.len().min(STOPS)];

        let mut found = Vec::new();
        let mut add = |stops: &[usize]| found.extend(self.path(stops, target));
        if from_here.get(target).is_some_and(|alike| *alike >= viable) {
            add(&[]);
        }
        for first in stops.iter().copied().filter(|at| from_here[*at] >= viable) {
            if from_there[first] >= viable {
                add(&[first]);
            }
            let onwards = row(first);
            for second in stops.iter().copied().filter(|at| *at != first && from_there[*at] >= viable) {
                // A second stop is worth it only where it is nearer to the target than the first.
                if onwards[second] >= viable && from_there[second] > from_there[first] && from_there[first] < viable {
                    add(&[first, second]);
                }
            }
        }
        let mut best = sorted(found, |a: &Path, b: &Path| a.total().likely.total_cmp(&b.total().likely));
        best.truncate(limit);
        best
    }

    /// The hours of each step of a way; `None` where a role is not there.
    fn path(&self, stops: &[usize], target: usize) -> Option<Path> {
        let mut standing: Standing = self.standing.clone();
        let (mut here, mut hours) = (self.current, Vec::new());
        for next in stops.iter().copied().chain([target]) {
            let (current, there) = (self.catalog.roles.get(here)?, self.catalog.roles.get(next)?);
            let way = Way { catalog: self.catalog, current: Some(current), target: there };
            hours.push(analyse(&way, &standing, self.policy).hours);
            for asked in there.requirements.iter().filter(|asked| asked.need != Need::Background) {
                standing.raise(asked.skill, asked.level);
            }
            here = next;
        }
        Some(Path { stops: stops.to_vec(), hours })
    }
}
