//! How good the plan is: a worker searches on for as long as it finds something better, and says what no plan can exceed.

use super::planning::Room;
use super::worker::{Heard, Helper};
use super::{App, Planned};
use crate::engine::{Ask, Draft, LongAsk, LongReply, Moving, Plan, Schedule, check};
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of how good a plan is.
#[derive(Clone, Debug)]
pub enum Proof {
    /// Nobody has asked.
    Unasked,
    /// The worker is at it, and has tried so many plans.
    Running(u32),
    /// The search has ended.
    Done(Proved),
    /// The worker broke off.
    Failed,
}

/// How good a plan has turned out to be.
#[derive(Clone, Debug)]
pub struct Proved {
    /// Which plan it is about: another one is not judged by it.
    plan: Arc<Plan>,
    /// A plan that is better, where one was found.
    pub better: Option<Arc<Planned>>,
    /// The share of the whole gap that another plan could close beyond the best that was found, at the most; 0 is proof that none can.
    pub short: f64,
}

impl Proved {
    /// Whether it is about this plan.
    #[must_use]
    pub fn is_about(&self, plan: &Arc<Plan>) -> bool {
        Arc::ptr_eq(&self.plan, plan)
    }
}

impl App {
    /// Searches on for a better plan than the one that is seen.
    pub fn prove(self) {
        let Some(planned) = self.plan.get_untracked() else { return };
        let asked = self.in_room(|ask| {
            let draft = Draft::of(ask);
            LongAsk { starts: planned.starts.to_vec(), problem: draft.problem }
        });
        let Some(asked) = asked else { return };
        let plan = Arc::clone(&planned.plan);
        self.proof.set(Proof::Running(0));
        match Helper::start("planner", move |heard| self.hear_planner(&asked, &plan, heard)) {
            Ok(planner) => self.planner.set_value(Some(planner)),
            Err(_) => self.proof.set(Proof::Failed),
        }
    }

    /// Lets the search go. The plan is what it was.
    pub fn prove_no_more(self) {
        self.planner.set_value(None);
        self.proof.set(Proof::Unasked);
    }

    fn hear_planner(self, asked: &LongAsk, plan: &Arc<Plan>, heard: Heard<LongReply>) {
        let next = match heard.0 {
            Some(LongReply::Ready) => {
                let sent =
                    self.planner.with_value(|planner| planner.as_ref().is_some_and(|planner| planner.ask(asked, &[])));
                if sent { Proof::Running(0) } else { Proof::Failed }
            }
            Some(LongReply::SoFar(tries, _)) => Proof::Running(tries),
            Some(LongReply::Done { best, most }) => Proof::Done(self.proved(asked, plan, &best, most)),
            None => Proof::Failed,
        };
        if !matches!(next, Proof::Running(_)) {
            self.planner.set_value(None);
        }
        self.proof.set(next);
    }

    fn proved(self, asked: &LongAsk, plan: &Arc<Plan>, best: &Schedule, most: u64) -> Proved {
        // Believed when it is checked; a schedule that locks break is as it was.
        let was = check(&asked.problem, &asked.starts).ok();
        let is_better = check(&asked.problem, &best.starts).ok().zip(was).is_some_and(|(now, was)| now > was);
        let better = is_better.then(|| self.in_room(|ask| Planned::from(ask, &Draft::of(ask), best.clone()))).flatten();
        let whole = asked.problem.goals.iter().map(|goal| u64::from(goal.weight)).sum::<u64>().max(1);
        let short = most.saturating_sub(best.score.value) as f64 / whole as f64;
        Proved { plan: Arc::clone(plan), better: better.map(Arc::new), short }
    }

    /// The question that the plan on the screen answers.
    fn in_room<T>(self, with: impl FnOnce(&Ask<'_>) -> T) -> Option<T> {
        let analysis = self.analysis.get_untracked()?;
        let workspace = self.workspace.read_untracked();
        let tried = self.tried.get_untracked();
        let arrangement = &workspace.arrangement;
        let moving = Moving::when(!arrangement.followed.is_empty(), tried.is_some());
        let horizon = tried.unwrap_or(workspace.horizon);
        Room { horizon, arrangement, moving, today: self.today }.ask(&analysis, with)
    }
}
