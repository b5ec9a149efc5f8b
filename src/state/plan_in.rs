//! A plan that an organisation hands back: looked at, and followed as one change that can be undone.

use super::{App, Guard};
use crate::domain::{Answer, Arrangement, Command, Horizon, Rating, Workspace};
use crate::exchange::plan_file::{PlanFault, PlanFile, is_plan, read_plan};
use leptos::prelude::*;
use std::sync::Arc;

/// A plan that waits for a yes, or why it cannot be taken.
pub type PlanOffer = Result<Arc<PlanFile>, PlanFault>;

impl Guard {
    /// Shows a plan where a text is one; whether it is.
    pub(in crate::state) fn look_into_plan(self, text: &str) -> bool {
        let is_one = is_plan(text);
        if is_one {
            self.plan.set(Some(read_plan(text).map(Arc::new)));
        }
        is_one
    }
}

impl App {
    /// Whether the catalogues here know both roles of a plan.
    #[must_use]
    pub fn knows_roles_of(self, plan: &PlanFile) -> bool {
        let library = self.library.read();
        [&plan.current, &plan.target].into_iter().all(|role| library.role(role).is_some())
    }

    /// The activities of a plan that the catalogues here have.
    #[must_use]
    pub fn known_activities(self, plan: &PlanFile) -> usize {
        let library = self.library.read();
        let is_known = |id| library.catalogs.iter().any(|catalog| catalog.find_activity(id).is_some());
        plan.activities.keys().filter(|id| is_known(*id)).count()
    }

    /// Ratings of a plan for skills that the person has not rated.
    #[must_use]
    pub fn new_ratings(self, plan: &PlanFile) -> usize {
        let workspace = self.workspace.read();
        plan.ratings.keys().filter(|skill| workspace.answer(skill).is_none()).count()
    }

    /// Follows a plan: the way, the hours, and each activity at its Monday; with the ratings that the person has not given, where they
    /// want them.
    pub fn take_plan(self, plan: &PlanFile, with_ratings: bool) {
        let way = Command::ChooseWay { current: plan.current.clone(), target: Some(plan.target.clone()) };
        let now = self.workspace.get_untracked();
        let moved = now.apply(way.clone()).ok().flatten();
        let is_new_way = moved.is_some();
        let on_way = moved.unwrap_or(now);
        // A plan that is followed stands still, also where another deadline was set.
        let start = plan.activities.values().min().copied();
        let horizon = Horizon { hours_per_week: plan.hours, start, deadline: None, ..on_way.horizon };
        let pins = plan.activities.iter().map(|(id, monday)| (id.clone(), Some(*monday))).collect();
        let arrangement = Arrangement { pins, followed: plan.activities.clone(), ..on_way.arrangement };
        let command = if is_new_way { way } else { Command::Follow(horizon, Box::new(arrangement.clone())) };
        let with = |after: &mut Workspace| {
            after.horizon = horizon;
            after.arrangement = arrangement.clone();
            for (skill, level) in plan.ratings.iter().filter(|_| with_ratings) {
                let rating = Rating { answer: Answer::At(*level), on: self.today };
                after.ratings.entry(skill.clone()).or_insert_with(|| vec![rating]);
            }
        };
        // Hours of a plan that was read are hours that can be.
        self.try_apply(command, &with).ok();
        self.tried.set(None);
    }
}
