//! What stands in a plan before it is searched for: what is locked, and where the plan that is followed has the rest.

use super::draft::{Draft, weeks_of};
use crate::domain::Arrangement;
use chrono::NaiveDate;

/// How much it takes to move an activity of the plan that is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moving {
    /// Nothing: it is planned anew.
    Free,
    /// Some gain: the room has changed.
    Reluctant,
    /// That it does not fit any more.
    Forced,
}

impl Moving {
    /// What it takes: nothing while no plan is followed, some gain while another horizon is tried.
    #[must_use]
    pub fn when(is_followed: bool, is_tried: bool) -> Self {
        match (is_followed, is_tried) {
            (false, _) => Self::Free,
            (true, true) => Self::Reluctant,
            (true, false) => Self::Forced,
        }
    }
}

impl Draft {
    /// What is locked, and where the plan that is followed has the rest. What that plan has running now goes on, with the hours
    /// of the weeks that are over taken as done.
    pub(super) fn keep(&mut self, arrangement: &Arrangement, moving: Moving) {
        let highest = self.problem.goals.iter().map(|goal| goal.weight).max().unwrap_or(0);
        let all: u32 = self.problem.goals.iter().map(|goal| goal.weight).sum();
        self.problem.keep = match moving {
            Moving::Free => 0,
            Moving::Reluctant => highest.saturating_mul(4),
            Moving::Forced => all.saturating_mul(self.problem.capacity.len() as u32),
        };
        for at in 0..self.parts.len() {
            let id = self.parts[at].id.clone();
            let own = self.parts[at].step.activity == id;
            let (pin, followed) = (arrangement.pins.get(&id), arrangement.followed.get(&id).copied());
            self.parts[at].followed = followed;
            if let Some(monday) = followed {
                let spent = arrangement.spent.contains_key(&id);
                self.go_on(at, monday, spent);
            }
            match pin {
                Some(Some(monday)) => self.problem.tasks[at].locked = self.week(*monday),
                Some(None) if own => self.leave_no_other(at),
                _ => {}
            }
        }
    }

    fn go_on(&mut self, at: usize, monday: NaiveDate, is_told: bool) {
        let (part, task) = (&mut self.parts[at], &mut self.problem.tasks[at]);
        let over = (self.first_monday - monday).num_days() / 7;
        if over > 0 && !is_told {
            let done = (over as u64 * u64::from(task.load)).min(u64::from(part.hours.saturating_sub(task.last.max(1))));
            part.hours -= done as u16;
            let load = task.load as u8;
            let (weeks, last) = weeks_of(part.hours, load);
            (task.weeks, task.last) = (weeks, last);
        }
        if over > 0 {
            // It has begun: the days on which it could are behind it.
            (task.release, task.starts) = (0, None);
        }
        task.kept = Some(over.min(0).unsigned_abs() as u16);
    }

    /// An activity that has to be in the plan wins over those that do the same.
    fn leave_no_other(&mut self, at: usize) {
        let gains = self.problem.tasks[at].gains.clone();
        for (other, task) in self.problem.tasks.iter_mut().enumerate() {
            if other != at && task.locked.is_none() {
                task.gains.retain(|gain| !gains.contains(gain));
            }
        }
    }
}
