//! Which steps are taken: always the one that closes most of a gap per hour, as long as there is room.

use super::{LeftOver, PlannedStep, ProgrammeAsk, Shortage};
use crate::domain::{Level, Person, SkillId};
use crate::engine::workforce::asks::Asks;
use crate::engine::workforce::effort::{Efforts, Rung, free};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The steps that are taken, without their weeks, and what goes no further.
pub(super) struct Choice {
    pub(super) steps: Vec<PlannedStep>,
    pub(super) left: Vec<LeftOver>,
}

/// One person's way up one skill.
struct Way {
    person: usize,
    skill: SkillId,
    asked: Level,
    weight: f64,
    rungs: Rc<[Rung]>,
    /// So many of its steps are taken.
    taken: usize,
    /// Whether it goes on without fees, since the money is used.
    is_free: bool,
}

/// Why a step cannot be taken.
enum Lack {
    /// It costs more than is left: there is a way without fees.
    Money,
    /// There is no room for it.
    Room(Shortage),
}

/// What is left to give.
struct Room {
    money: u64,
    hours: u64,
    /// By person.
    weeks: Vec<u16>,
}

/// People between one word of progress and the next.
const STRIDE: usize = 64;

pub(super) fn choose(ask: &ProgrammeAsk<'_>, progress: &mut impl FnMut(f64) -> ControlFlow<()>) -> Option<Choice> {
    let mut ways = ways(ask, &mut |share| progress(share * 0.5))?;
    let mut room = Room {
        money: ask.money.map_or(u64::MAX, u64::from),
        hours: ask.hours.map_or(u64::MAX, u64::from),
        weeks: vec![ask.weeks; ask.organisation.people.len()],
    };
    let mut choice = Choice { steps: Vec::new(), left: Vec::new() };
    let mut queue: BinaryHeap<_> =
        (0..ways.len()).filter_map(|at| Some((ways[at].priority(ask)?, Reverse(at)))).collect();
    let (most, mut done) = (ways.iter().map(|way| way.rungs.len()).sum::<usize>(), 0);
    while let Some((_, Reverse(at))) = queue.pop() {
        done += 1;
        if done % (16 * STRIDE) == 0 {
            progress(0.5 + 0.5 * done as f64 / most as f64).is_continue().then_some(())?;
        }
        let way = &mut ways[at];
        let Some(step) = way.next(ask) else { continue };
        match room.take(&step) {
            Ok(()) => {
                choice.steps.push(step);
                way.taken += 1;
                queue.extend(way.priority(ask).map(|priority| (priority, Reverse(at))));
            }
            Err(Lack::Money) => {
                let ends = [step.from, way.asked];
                way.rungs = free(ask.catalog, &way.skill, ends, ask.policy).into();
                (way.taken, way.is_free) = (0, true);
                queue.extend(way.priority(ask).map(|priority| (priority, Reverse(at))));
            }
            Err(Lack::Room(shortage)) => choice.left.push(way.left_over(step.from, shortage)),
        }
    }
    Some(choice)
}

/// The whole hours that somebody has in a week.
fn weekly(person: &Person, ask: &ProgrammeAsk<'_>) -> u8 {
    person.hours.unwrap_or(ask.own.weekly_hours.round() as u8)
}

/// Every way that somebody has open. Whose position asks for something that is not rated is taken to hold it (engine.md 3).
fn ways(ask: &ProgrammeAsk<'_>, progress: &mut impl FnMut(f64) -> ControlFlow<()>) -> Option<Vec<Way>> {
    let people = &ask.organisation.people;
    let mut asks = Asks::of(ask.organisation, ask.catalog, Efforts::of(ask.catalog, ask.policy));
    let (mut ways, mut levels) = (Vec::new(), Vec::new());
    for (at, person) in people.iter().enumerate() {
        if at % STRIDE == 0 {
            progress(at as f64 / people.len() as f64).is_continue().then_some(())?;
        }
        let position = person.position.as_ref().and_then(|id| ask.organisation.position(id));
        let held = position.map(|position| asks.of_position(position)).unwrap_or_default();
        asks.levels(person, &held, &mut levels);
        for want in asks.aim(person) {
            let rungs = asks.efforts.rungs(want.effort, want.level_in(&levels).unwrap_or_default());
            if !rungs.is_empty() {
                let (skill, asked, weight) = (want.skill, want.level, want.weight);
                ways.push(Way { person: at, skill, asked, weight, rungs, taken: 0, is_free: false });
            }
        }
    }
    progress(1.0).is_continue().then_some(ways)
}

impl Way {
    /// Value per hour of the next step, in billionths so that it has an order; `None` where the way is at its end.
    fn priority(&self, ask: &ProgrammeAsk<'_>) -> Option<u64> {
        let rung = self.rungs.get(self.taken)?;
        let paid = f64::from(rung.fees) / ask.prices.hour.max(1.0);
        Some((self.value(rung) / (f64::from(rung.hours) + paid) * 1e9) as u64)
    }

    fn value(&self, rung: &Rung) -> f64 {
        self.weight * (rung.to.min(self.asked) - rung.from) / self.asked.value()
    }

    fn next(&self, ask: &ProgrammeAsk<'_>) -> Option<PlannedStep> {
        let rung = self.rungs.get(self.taken)?;
        let weekly = weekly(ask.organisation.people.get(self.person)?, ask).min(rung.weekly);
        Some(PlannedStep {
            person: self.person,
            skill: self.skill.clone(),
            activity: rung.activity.clone(),
            from: rung.from,
            to: rung.to,
            hours: rung.hours,
            weekly,
            fees: rung.fees,
            value: self.value(rung),
            week: 0,
            // Who has no time in a week never comes to an end.
            weeks: match weekly {
                0 => u16::MAX,
                weekly => u16::try_from(rung.hours.div_ceil(weekly.into())).unwrap_or(u16::MAX),
            },
            cohort: None,
            is_free: self.is_free,
        })
    }

    fn left_over(&self, at: Level, shortage: Shortage) -> LeftOver {
        LeftOver { person: self.person, skill: self.skill.clone(), at, asked: self.asked, shortage }
    }
}

impl Room {
    /// Gives what a step takes, or says what is lacking.
    fn take(&mut self, step: &PlannedStep) -> Result<(), Lack> {
        let weeks = self.weeks.get_mut(step.person).ok_or(Lack::Room(Shortage::Weeks))?;
        let weeks_left = weeks.checked_sub(step.weeks).ok_or(Lack::Room(Shortage::Weeks))?;
        let hours_left = self.hours.checked_sub(step.hours.into()).ok_or(Lack::Room(Shortage::Hours))?;
        self.money = self.money.checked_sub(step.fees.into()).ok_or(Lack::Money)?;
        (*weeks, self.hours) = (weeks_left, hours_left);
        Ok(())
    }
}
