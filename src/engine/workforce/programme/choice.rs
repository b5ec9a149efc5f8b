//! Which steps are taken: always those that close most of a gap per hour, as long as there is room.

use super::ways::{Way, Ways};
use super::{LeftOver, PlannedStep, ProgrammeAsk, Shortage, weekly, weeks_of};
use crate::domain::Level;
use crate::engine::workforce::effort::{Rung, free};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The steps that are taken, without their weeks, and what goes no further.
pub(super) struct Choice {
    pub(super) steps: Vec<PlannedStep>,
    /// The steps that each of them waits for, of the same person: the one below it, and those of other skills that come first.
    pub(super) after: Vec<Vec<usize>>,
    pub(super) left: Vec<LeftOver>,
}

/// How far one way has come.
struct Track {
    rungs: Rc<[Rung]>,
    /// So many of these rungs are taken.
    taken: usize,
    level: Level,
    /// The levels that were reached, each with its step.
    reached: Vec<(Level, usize)>,
    /// Whether it goes on without fees, since the money is used.
    is_free: bool,
    /// Whether it hangs on other ways, so that it has to be looked at again when they go on.
    waits: bool,
    left: Option<Shortage>,
    /// Changes with each look: what was thought of it before is out of date.
    look: u32,
}

/// Steps that are taken together or not at all: one of a way, after those that it needs first. Ways in order, with their rungs.
struct Bundle(Vec<(usize, usize)>);

/// Why a bundle cannot be taken.
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

/// Bundles between one word of progress and the next.
const STRIDE: usize = 1_024;

pub(super) fn choose(
    ask: &ProgrammeAsk<'_>,
    ways: &Ways,
    progress: &mut impl FnMut(f64) -> ControlFlow<()>,
) -> Option<Choice> {
    let mut choosing = Choosing::of(ask, ways);
    for at in 0..ways.all.len() {
        choosing.look(at);
    }
    let (most, mut done) = (ways.all.iter().map(|way| way.rungs.len()).sum::<usize>().max(1), 0);
    while let Some((_, Reverse(at), look)) = choosing.queue.pop() {
        if choosing.tracks[at].look == look {
            done += 1;
            if done % STRIDE == 0 {
                progress((done as f64 / most as f64).min(1.0)).is_continue().then_some(())?;
            }
            choosing.try_next(at);
        }
    }
    Some(choosing.finish())
}

struct Choosing<'a> {
    ask: &'a ProgrammeAsk<'a>,
    ways: &'a Ways,
    tracks: Vec<Track>,
    room: Room,
    /// Value per hour of the next bundle of each way, in billionths so that it has an order, with the look that it is of.
    queue: BinaryHeap<(u64, Reverse<usize>, u32)>,
    steps: Vec<PlannedStep>,
    after: Vec<Vec<usize>>,
}

impl<'a> Choosing<'a> {
    fn of(ask: &'a ProgrammeAsk<'a>, ways: &'a Ways) -> Self {
        let track = |way: &Way| Track {
            rungs: Rc::clone(&way.rungs),
            taken: 0,
            level: way.from,
            reached: Vec::new(),
            is_free: false,
            waits: false,
            left: None,
            look: 0,
        };
        let room = Room {
            money: ask.money.map_or(u64::MAX, u64::from),
            hours: ask.hours.map_or(u64::MAX, u64::from),
            weeks: vec![ask.weeks; ask.organisation.people.len()],
        };
        let tracks = ways.all.iter().map(track).collect();
        Self { ask, ways, tracks, room, queue: BinaryHeap::new(), steps: Vec::new(), after: Vec::new() }
    }

    /// Reckons what the next step of a way is worth with all that has to come before it. A way that brings nothing itself is not looked at.
    fn look(&mut self, at: usize) {
        let way = &self.ways.all[at];
        self.tracks[at].look += 1;
        if self.tracks[at].level >= way.asked {
            return;
        }
        let (mut bundle, mut open) = (Bundle(Vec::new()), Vec::new());
        let is_open = self.gather(at, &mut bundle, &mut open);
        let (mut value, mut cost) = (0.0, 0.0);
        for (at, rung) in &bundle.0 {
            let rung = &self.tracks[*at].rungs[*rung];
            value += self.ways.all[*at].value([rung.from, rung.to]);
            cost += f64::from(rung.hours) + f64::from(rung.fees) / self.ask.prices.hour.max(1.0);
        }
        let track = &mut self.tracks[at];
        track.waits = bundle.0.len() > 1 || !is_open;
        track.left = (!is_open).then_some(Shortage::First);
        if is_open && !bundle.0.is_empty() {
            self.queue.push(((value / cost * 1e9) as u64, Reverse(at), track.look));
        }
    }

    /// Puts the next step of a way into a bundle, after all that it needs first; whether it can be reached without going in a circle.
    fn gather(&self, at: usize, bundle: &mut Bundle, open: &mut Vec<usize>) -> bool {
        if open.contains(&at) {
            return false;
        }
        let track = &self.tracks[at];
        let next = track.taken + bundle.0.iter().filter(|(way, _)| *way == at).count();
        let Some(rung) = track.rungs.get(next) else { return true };
        open.push(at);
        for (first, at_least) in self.ways.first(self.ask, &self.ways.all[at], [rung.from, rung.to]) {
            while self.level_with(first, bundle) < at_least {
                let before = bundle.0.len();
                if !self.gather(first, bundle, open) {
                    return false;
                }
                // Nothing leads further up.
                if bundle.0.len() == before {
                    break;
                }
            }
        }
        open.pop();
        bundle.0.push((at, next));
        true
    }

    /// The level of a way once a bundle is taken.
    fn level_with(&self, at: usize, bundle: &Bundle) -> Level {
        let last = bundle.0.iter().rev().find(|(way, _)| *way == at);
        let reached = last.and_then(|(_, rung)| self.tracks[at].rungs.get(*rung)).map(|rung| rung.to);
        reached.unwrap_or(self.tracks[at].level)
    }

    /// Takes the next step of a way with all that it needs first, if there is room for them.
    fn try_next(&mut self, at: usize) {
        let mut bundle = Bundle(Vec::new());
        self.gather(at, &mut bundle, &mut Vec::new());
        let steps: Vec<PlannedStep> = bundle.0.iter().map(|(at, rung)| self.step(*at, *rung)).collect();
        match self.room.take(&steps) {
            Ok(()) => {
                for ((at, _), step) in bundle.0.iter().zip(steps) {
                    self.put(*at, step);
                }
                let taken = |at: &usize| bundle.0.iter().any(|(way, _)| way == at);
                let looked_at = self.ways.of_person(self.ways.all[at].person);
                for at in looked_at.filter(|at| taken(at) || self.tracks[*at].waits).collect::<Vec<_>>() {
                    self.look(at);
                }
            }
            Err(Lack::Money) => {
                let paid = bundle.0.iter().zip(&steps).find(|(_, step)| step.fees > 0);
                self.go_free(paid.map_or(at, |((at, _), _)| *at));
                self.look(at);
            }
            Err(Lack::Room(shortage)) => self.tracks[at].left = Some(shortage),
        }
    }

    /// Goes on without fees.
    fn go_free(&mut self, at: usize) {
        let (way, track) = (&self.ways.all[at], &mut self.tracks[at]);
        track.rungs = free(self.ask.catalog, &way.skill, [track.level, way.goal], self.ask.policy).into();
        (track.taken, track.is_free) = (0, true);
    }

    fn step(&self, at: usize, rung: usize) -> PlannedStep {
        let (way, track) = (&self.ways.all[at], &self.tracks[at]);
        let rung = &track.rungs[rung];
        let weekly = weekly(self.ask, way.person).min(rung.weekly);
        PlannedStep {
            person: way.person,
            skill: way.skill.clone(),
            activity: rung.activity.clone(),
            from: rung.from,
            to: rung.to,
            hours: rung.hours,
            weekly,
            fees: rung.fees,
            value: way.value([rung.from, rung.to]),
            week: 0,
            weeks: weeks_of(rung.hours, weekly),
            cohort: None,
            is_free: track.is_free,
        }
    }

    /// Takes a step.
    fn put(&mut self, at: usize, step: PlannedStep) {
        let below = self.tracks[at].reached.last().map(|(_, step)| *step);
        let first = self.ways.first(self.ask, &self.ways.all[at], [step.from, step.to]);
        let reaches = |(first, at_least): (usize, Level)| {
            let reached = self.tracks[first].reached.iter().find(|(level, _)| *level >= at_least);
            // It may have been held from the beginning.
            (self.ways.all[first].from < at_least).then_some(reached?.1)
        };
        let after = first.filter_map(reaches).chain(below).collect();
        let track = &mut self.tracks[at];
        track.reached.push((step.to, self.steps.len()));
        (track.taken, track.level) = (track.taken + 1, step.to);
        self.after.push(after);
        self.steps.push(step);
    }

    fn finish(self) -> Choice {
        let open = self.ways.all.iter().zip(&self.tracks).filter(|(way, track)| track.level < way.asked);
        let left = open.filter_map(|(way, track)| {
            let (person, skill, at, asked) = (way.person, way.skill.clone(), track.level, way.asked);
            Some(LeftOver { person, skill, at, asked, shortage: track.left? })
        });
        Choice { left: left.collect(), steps: self.steps, after: self.after }
    }
}

impl Room {
    /// Gives what steps of one person take together, or says what is lacking.
    fn take(&mut self, steps: &[PlannedStep]) -> Result<(), Lack> {
        let Some(person) = steps.first().map(|step| step.person) else { return Ok(()) };
        let weeks = steps.iter().fold(0, |sum: u16, step| sum.saturating_add(step.weeks));
        let sum = |of: fn(&PlannedStep) -> u32| steps.iter().map(|step| u64::from(of(step))).sum::<u64>();
        let free = self.weeks.get_mut(person).ok_or(Lack::Room(Shortage::Weeks))?;
        let weeks_left = free.checked_sub(weeks).ok_or(Lack::Room(Shortage::Weeks))?;
        let hours_left = self.hours.checked_sub(sum(|step| step.hours)).ok_or(Lack::Room(Shortage::Hours))?;
        self.money = self.money.checked_sub(sum(|step| step.fees)).ok_or(Lack::Money)?;
        (*free, self.hours) = (weeks_left, hours_left);
        Ok(())
    }
}
