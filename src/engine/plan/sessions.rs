//! The hours of a plan as sessions on days.

use super::Plan;
use crate::domain::{ActivityId, sorted};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// On which days a person learns, from when, and for how long at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// Monday first.
    pub days: [bool; 7],
    /// When the first session of a day begins; the next follow without a break.
    pub from: NaiveTime,
    /// The most minutes of a session.
    pub minutes: u32,
}

impl Default for Rhythm {
    fn default() -> Self {
        let from = NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default();
        Self { days: [true, true, true, true, false, false, false], from, minutes: 120 }
    }
}

/// One sitting of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The activity.
    pub activity: ActivityId,
    /// Which of its sessions it is, counted from 1: with the activity it names the session, also when the plan moves.
    pub nth: u32,
    /// How many sessions the activity has.
    pub of: u32,
    /// When it begins, by the clock of wherever the person is.
    pub starts: NaiveDateTime,
    /// How long it takes.
    pub minutes: u32,
}

/// The hours of each week, cut into sessions and dealt to the days one after the other. Every hour of the plan is in one of them.
/// Empty for an empty plan, and where no day is chosen.
#[must_use]
pub fn sessions(plan: &Plan, rhythm: &Rhythm) -> Vec<Session> {
    let days: Vec<u64> = (0..7).filter(|day| rhythm.days[*day as usize]).collect();
    let mut found: Vec<Session> = Vec::new();
    let mut count: BTreeMap<&ActivityId, u32> = BTreeMap::new();
    if days.is_empty() {
        return found;
    }
    for week in 0..plan.load.len() as u16 {
        let monday = plan.first_monday.checked_add_days(Days::new(u64::from(week) * 7));
        let mut taken = [0u32; 7];
        let mut dealt = 0;
        for item in &plan.items {
            let mut left = u32::from(item.hours_in(week)) * 60;
            while left > 0 {
                let minutes = left.min(rhythm.minutes.max(15));
                let day = days[dealt % days.len()];
                let nth = count.entry(&item.id).and_modify(|nth| *nth += 1).or_insert(1);
                let after = &mut taken[day as usize];
                let starts = monday.and_then(|monday| on(monday, day, rhythm.from, *after));
                found.extend(starts.map(|starts| Session {
                    activity: item.id.clone(),
                    nth: *nth,
                    of: 0,
                    starts,
                    minutes,
                }));
                *after += minutes;
                left -= minutes;
                dealt += 1;
            }
        }
    }
    for session in &mut found {
        session.of = count.get(&session.activity).copied().unwrap_or(0);
    }
    sorted(found, |a, b| a.starts.cmp(&b.starts))
}

fn on(monday: NaiveDate, day: u64, from: NaiveTime, after: u32) -> Option<NaiveDateTime> {
    monday.checked_add_days(Days::new(day))?.and_time(from).checked_add_signed(TimeDelta::minutes(i64::from(after)))
}
