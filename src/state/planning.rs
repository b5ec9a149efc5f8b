//! The plan of a person: made, tried within another horizon, followed, and arranged by hand.

use super::monitor::{milestones, note_in};
use super::{Analysis, App};
use crate::domain::{ActivityId, Arrangement, Command, Horizon, HorizonError, Mix, RoleId, SkillId, Timing, Workspace};
use crate::engine::{
    Ask, Broken, Draft, Moving, Plan, PlanItem, Relief, Schedule, Score, Variant, also, check, reliefs, variants,
};
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;

/// Steps of search that a page can take without being felt.
const EFFORT: u32 = 4_000;

/// A plan with what it was made from.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Arc<Plan>,
    /// How good it is.
    pub score: Score,
    /// The schedule that it is.
    pub(super) starts: Vec<Option<u16>>,
    /// The value of closing everything.
    pub whole: u64,
    /// What would help where not everything fits.
    pub reliefs: Vec<Relief>,
    /// What the person's locks break, as a check of its own finds it; nothing else ever does.
    pub broken: Vec<Broken>,
}

/// What a plan is made within.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    pub(super) horizon: Horizon,
    pub(super) arrangement: &'a Arrangement,
    pub(super) moving: Moving,
    pub(super) today: NaiveDate,
}

impl Room<'_> {
    /// The question that a way is within this room; none where its role is gone.
    pub(super) fn ask<T>(self, analysis: &Analysis, with: impl FnOnce(&Ask<'_>) -> T) -> Option<T> {
        let Self { horizon, arrangement, moving, today } = self;
        let (way, standing, gap, policy) = (analysis.way()?, &analysis.standing, &analysis.gap, analysis.policy());
        let also = &also(&way, standing, arrangement, policy);
        Some(with(&Ask { way, standing, gap, also, horizon, arrangement, moving, today, policy }))
    }
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan && self.reliefs == other.reliefs
    }
}

impl Planned {
    /// The plan of a way within this room.
    pub(super) fn of(analysis: &Analysis, room: Room<'_>) -> Option<Self> {
        room.ask(analysis, |ask| {
            let draft = Draft::of(ask);
            Self::from(ask, &draft, draft.solve(EFFORT))
        })
    }

    /// The plan that a schedule is.
    pub(super) fn from(ask: &Ask<'_>, draft: &Draft, schedule: Schedule) -> Self {
        let broken = check(&draft.problem, &schedule.starts).err().unwrap_or_default();
        let plan = Arc::new(Plan::of(ask, draft, &schedule.starts));
        Self {
            broken,
            plan,
            whole: draft.whole(),
            score: schedule.score,
            starts: schedule.starts,
            reliefs: reliefs(ask),
        }
    }

    /// The activities that begin elsewhere than in the plan that is followed, with the Monday there.
    pub fn moved(&self) -> impl Iterator<Item = (&PlanItem, NaiveDate)> {
        let now = self.plan.first_monday;
        let items = self.plan.items.iter();
        // What began before this week goes on now; it has not moved.
        let begins = move |followed: NaiveDate| followed.max(now);
        items
            .filter_map(move |item| Some((item, item.followed?)))
            .filter(move |(item, followed)| item.starts != begins(*followed))
    }

    /// Whether it is the plan that is followed, activity by activity.
    #[must_use]
    pub fn is_followed(&self) -> bool {
        self.plan.items.iter().all(|item| item.followed.is_some()) && self.moved().next().is_none()
    }

    /// The Mondays on which its activities begin; those that go on began where the plan that is followed has them.
    fn mondays(&self) -> impl Iterator<Item = (ActivityId, NaiveDate)> {
        let now = self.plan.first_monday;
        self.plan.items.iter().map(move |item| {
            let goes_on = item.followed.filter(|followed| *followed < now && item.starts == now);
            (item.id.clone(), goes_on.unwrap_or(item.starts))
        })
    }
}

impl App {
    /// Tries another horizon. While no plan is followed there is nothing to keep beside it: it is taken at once.
    ///
    /// # Errors
    /// A horizon that cannot be; nothing changes then.
    pub fn try_horizon(self, horizon: Horizon) -> Result<(), HorizonError> {
        let horizon = horizon.checked()?;
        if self.workspace.with_untracked(|workspace| workspace.arrangement.followed.is_empty()) {
            return self.set_horizon(horizon);
        }
        let own = self.workspace.with_untracked(|workspace| workspace.horizon);
        self.tried.set(Some(horizon).filter(|tried| *tried != own));
        Ok(())
    }

    /// The horizon that is seen: the one that is tried, or the person's own.
    #[must_use]
    pub fn horizon(self) -> Horizon {
        self.tried.get().unwrap_or_else(|| self.workspace.read().horizon)
    }

    /// About when so many hours are learnt, at the hours of an ordinary week; the plan itself says it to the week.
    #[must_use]
    pub fn about_ready(self, hours: f64) -> Option<NaiveDate> {
        let horizon = self.horizon();
        let weeks = (hours / f64::from(horizon.hours_per_week)).ceil() as u64;
        let ends = horizon.first_monday(self.today).checked_add_days(Days::new(weeks * 7))?;
        ends.pred_opt().filter(|_| weeks > 0)
    }

    /// Follows the plan that is seen: changes of life move as little of it as they can from then on.
    pub fn follow(self) {
        if let Some(planned) = self.plan.get_untracked() {
            self.follow_this(&planned);
        }
    }

    /// Follows a plan for what is seen.
    pub fn follow_this(self, planned: &Planned) {
        let own = self.workspace.with_untracked(|workspace| workspace.horizon);
        let horizon = self.tried.get_untracked().unwrap_or(own);
        // A plan that is followed stands still, also where it was to begin "next week".
        let horizon = Horizon { start: horizon.start.or(Some(planned.plan.first_monday)), ..horizon };
        let followed = planned.mondays().collect();
        let arrangement = self.arranged(|arrangement| Arrangement { followed, ..arrangement });
        let note = milestones(&planned.plan);
        let follow = Command::Follow(horizon, Box::new(arrangement));
        // A horizon that a plan was made within can be.
        self.try_apply(follow, &|after| note_in(after, note.clone(), self.today)).ok();
        self.tried.set(None);
    }

    /// Plans anew, whatever was followed.
    pub fn plan_anew(self) {
        self.arrange(|arrangement| Arrangement { followed: Default::default(), ..arrangement });
    }

    /// Locks an activity in a week, so many weeks later than it is now.
    pub fn lock(self, item: &PlanItem, later: i64) {
        let monday = if later < 0 {
            item.starts.checked_sub_days(Days::new(later.unsigned_abs() * 7))
        } else {
            item.starts.checked_add_days(Days::new(later.unsigned_abs() * 7))
        };
        let first = self.plan.get_untracked().map(|planned| planned.plan.first_monday);
        if let Some(monday) = monday.zip(first).map(|(monday, first)| monday.max(first)) {
            self.arrange(|arrangement| arrangement.locked(item.id.clone(), monday));
        }
    }

    /// Lets an activity go where it fits.
    pub fn unlock(self, id: &ActivityId) {
        self.arrange(|arrangement| arrangement.unlocked(id));
    }

    /// Puts another activity in the place of one.
    pub fn swap(self, item: &PlanItem, into: ActivityId) {
        self.arrange(|arrangement| arrangement.swapped(item.id.clone(), into));
    }

    /// Does an activity in two parts, the first of so many hours; 0 makes it one again.
    pub fn split(self, item: &PlanItem, hours: u16) {
        self.arrange(|arrangement| arrangement.split(item.step.activity.clone(), hours));
    }

    /// How many hours have gone into an activity so far, where the person has said it.
    #[must_use]
    pub fn spent(self, item: &PlanItem) -> Option<u16> {
        self.workspace.with_untracked(|workspace| workspace.arrangement.spent.get(&item.step.activity).copied())
    }

    /// Says how many hours have gone into an activity so far.
    pub fn spend(self, item: &PlanItem, hours: u16) {
        self.arrange(|mut arrangement| {
            arrangement.spent.insert(item.step.activity.clone(), hours);
            arrangement
        });
    }

    /// Says how many hours there are in each week between two days; the usual number takes it back.
    pub fn set_weeks(self, from: NaiveDate, to: NaiveDate, hours: u8) {
        let usual = self.workspace.with_untracked(|workspace| workspace.horizon.hours_per_week);
        let monday = from.checked_sub_days(Days::new(u64::from(from.weekday().num_days_from_monday()))).unwrap_or(from);
        let mondays = (0..520u64).map_while(|week| monday.checked_add_days(Days::new(week * 7)));
        let mondays = mondays.take_while(|monday| *monday <= to);
        self.arrange(|mut arrangement| {
            for monday in mondays {
                arrangement.weeks.insert(monday, hours);
            }
            arrangement.weeks.retain(|_, hours| *hours != usual);
            arrangement
        });
    }

    /// Says when an activity can take place.
    pub fn set_timing(self, item: &PlanItem, timing: Timing) {
        self.arrange(|arrangement| arrangement.timed(item.step.activity.clone(), timing));
    }

    /// When an activity can take place, as far as it was said.
    #[must_use]
    pub fn timing(self, item: &PlanItem) -> Timing {
        let of = |workspace: &Workspace| workspace.arrangement.timings.get(&item.step.activity).cloned();
        self.workspace.with_untracked(of).unwrap_or_default()
    }

    /// Says whether a mentor helps with a skill.
    pub fn set_mentor(self, skill: SkillId, helps: bool) {
        self.arrange(|mut arrangement| {
            if helps {
                arrangement.mentors.insert(skill);
            } else {
                arrangement.mentors.remove(&skill);
            }
            arrangement
        });
    }

    /// Says how the hours are to be spread over the ways of learning; none is no wish.
    pub fn set_mix(self, mix: Option<Mix>) {
        self.arrange(|arrangement| Arrangement { mix, ..arrangement });
    }

    /// Heads for another role too.
    pub fn head_also(self, role: RoleId) {
        self.arrange(|arrangement| arrangement.with_also(role));
    }

    /// Heads for it no more.
    pub fn head_no_more(self, role: &RoleId) {
        self.arrange(|mut arrangement| {
            arrangement.also.remove(role);
            arrangement
        });
    }

    /// Other plans that the person could have.
    #[must_use]
    pub fn variants(self) -> Vec<Variant> {
        let workspace = self.workspace.get();
        let Some(analysis) = self.analysis.get() else { return Vec::new() };
        let (horizon, arrangement) = (workspace.horizon, &workspace.arrangement);
        let room = Room { horizon, arrangement, moving: Moving::Free, today: self.today };
        room.ask(&analysis, variants).unwrap_or_default()
    }

    fn arranged(self, change: impl FnOnce(Arrangement) -> Arrangement) -> Arrangement {
        change(self.workspace.with_untracked(|workspace| workspace.arrangement.clone()))
    }

    fn arrange(self, change: impl FnOnce(Arrangement) -> Arrangement) {
        self.apply(Command::Arrange(Box::new(self.arranged(change))));
    }
}
