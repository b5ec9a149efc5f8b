//! Everybody's ways up, with what has to come first in other skills.

use super::ProgrammeAsk;
use crate::domain::{Level, Person, SkillId, SkillIx};
use crate::engine::Held;
use crate::engine::standing::imply;
use crate::engine::workforce::asking::{Asking, Asks, Want};
use crate::engine::workforce::effort::{Efforts, Rung};
use std::ops::{ControlFlow, Range};
use std::rc::Rc;

/// People between one word of progress and the next.
const STRIDE: usize = 64;

/// One person's way up one skill.
pub(super) struct Way {
    pub(super) person: usize,
    pub(super) skill: SkillId,
    /// Where the catalogue has the skill, if it does.
    pub(super) place: Option<SkillIx>,
    /// The level that is asked of them; none where the way only opens others.
    pub(super) asked: Level,
    pub(super) weight: f64,
    /// The level that it leads to: what is asked, or what other ways need first.
    pub(super) goal: Level,
    /// Where it begins.
    pub(super) from: Level,
    pub(super) rungs: Rc<[Rung]>,
}

impl Way {
    /// The weighted gap that is closed from one level to another.
    pub(super) fn value(&self, [from, to]: [Level; 2]) -> f64 {
        if self.asked <= from {
            return 0.0;
        }
        self.weight * (to.min(self.asked) - from) / self.asked.value()
    }
}

/// All ways, person by person.
pub(super) struct Ways {
    pub(super) all: Vec<Way>,
    /// The first way of each person, and the end.
    starts: Vec<usize>,
}

impl Ways {
    /// Every way that somebody has open, and those that have to come first. Whose position asks for something that is not rated is taken
    /// to hold it, and whoever holds a skill what it needs first (engine.md 3).
    pub(super) fn of(ask: &ProgrammeAsk<'_>, progress: &mut impl FnMut(f64) -> ControlFlow<()>) -> Option<Self> {
        let people = &ask.organisation.people;
        let mut maker = Maker::of(ask);
        let mut ways = Self { all: Vec::new(), starts: Vec::with_capacity(people.len() + 1) };
        for (at, person) in people.iter().enumerate() {
            if at % STRIDE == 0 {
                progress(at as f64 / people.len() as f64).is_continue().then_some(())?;
            }
            ways.starts.push(ways.all.len());
            maker.person(at, person, &mut ways.all);
        }
        ways.starts.push(ways.all.len());
        progress(1.0).is_continue().then_some(ways)
    }

    /// The places of a person's ways; none where there is no such person.
    pub(super) fn of_person(&self, person: usize) -> Range<usize> {
        match self.starts.get(person..person + 2) {
            Some([start, end]) => *start..*end,
            _ => 0..0,
        }
    }

    /// What has to be held before a step of a way begins: the person's ways that lead there, each with the level. What nothing leads to
    /// is held already, or cannot be trained and is not waited for.
    pub(super) fn first<'a>(
        &'a self,
        ask: &ProgrammeAsk<'a>,
        way: &'a Way,
        [from, to]: [Level; 2],
    ) -> impl Iterator<Item = (usize, Level)> + use<'a> {
        let skill = way.place.and_then(|place| ask.catalog.skill(place));
        let passed = skill.into_iter().flat_map(|skill| &skill.prerequisites);
        let passed = passed.filter(move |first| first.level > from && first.level <= to);
        passed.filter_map(move |first| {
            let leads = |at: &usize| self.all.get(*at).is_some_and(|way| way.place == Some(first.skill));
            Some((self.of_person(way.person).find(leads)?, first.at_least))
        })
    }
}

/// Makes the ways of one person after the other.
struct Maker<'a> {
    asks: Asks<'a>,
    /// The catalogue's place of each column.
    places: Vec<Option<SkillIx>>,
    /// Whether any skill of the catalogue asks for another one first.
    has_order: bool,
    /// The person's levels by column, and by place in the catalogue.
    row: Vec<Option<Level>>,
    standing: Vec<Held>,
}

impl<'a> Maker<'a> {
    fn of(ask: &ProgrammeAsk<'a>) -> Self {
        let (organisation, catalog) = (ask.organisation, ask.catalog);
        Self {
            asks: Asks::of(organisation, catalog, Efforts::of(catalog, ask.policy)),
            places: organisation.skills.iter().map(|skill| catalog.find_skill(skill)).collect(),
            has_order: catalog.skills.iter().any(|skill| !skill.prerequisites.is_empty()),
            row: Vec::new(),
            standing: Vec::new(),
        }
    }

    fn person(&mut self, at: usize, person: &Person, ways: &mut Vec<Way>) {
        let position = person.position.as_ref().and_then(|id| self.asks.organisation.position(id));
        let held = position.map(|position| self.asks.of_position(position)).unwrap_or_default();
        self.asks.levels(person, &held, &mut self.row);
        self.stand(person, &held);
        let begin = ways.len();
        for Want { asked, effort } in self.asks.aim(person) {
            let place = self.asks.catalog.find_skill(&asked.skill);
            let from = place.map_or_else(
                || asked.level_in(&self.row).unwrap_or_default(),
                |place| self.standing.get(place.at()).map_or(Level::NONE, |held| held.level()),
            );
            let rungs = self.asks.efforts.rungs(effort, from);
            if !rungs.is_empty() {
                let Asking { skill, level: asked, weight, .. } = asked;
                ways.push(Way { person: at, skill, place, asked, weight, goal: asked, from, rungs });
            }
        }
        if self.has_order {
            self.put_first(at, begin, ways);
        }
    }

    /// Where a person stands in each skill of the catalogue, with what follows from what they hold.
    fn stand(&mut self, person: &Person, held: &[Want]) {
        self.standing.clear();
        self.standing.resize(self.asks.catalog.skills.len(), Held::Unrated);
        for Want { asked, .. } in held {
            let place = self.asks.catalog.find_skill(&asked.skill);
            if let Some(entry) = place.and_then(|place| self.standing.get_mut(place.at())) {
                *entry = Held::Assumed(asked.level);
            }
        }
        for rated in &person.ratings {
            let place = self.places.get(rated.column.at()).copied().flatten();
            if let Some(entry) = place.and_then(|place| self.standing.get_mut(place.at())) {
                *entry = Held::Rated(rated.level);
            }
        }
        if self.has_order {
            imply(self.asks.catalog, &mut self.standing);
        }
    }

    /// Adds the ways that have to come first, and takes those that are there as far as they have to go.
    fn put_first(&mut self, person: usize, begin: usize, ways: &mut Vec<Way>) {
        let catalog = self.asks.catalog;
        let mut todo: Vec<usize> = (begin..ways.len()).collect();
        while let Some(at) = todo.pop() {
            let Some(way) = ways.get(at) else { continue };
            let Some(skill) = way.place.and_then(|place| catalog.skill(place)) else { continue };
            // An activity can lead beyond what is asked.
            let end = way.rungs.last().map_or(way.goal, |rung| rung.to.max(way.goal));
            let from = way.from;
            for first in skill.prerequisites.iter().filter(|first| first.level > from && first.level <= end) {
                let known = (begin..ways.len()).find(|at| ways[*at].place == Some(first.skill));
                let level = self.standing.get(first.skill.at()).map_or(Level::NONE, |held| held.level());
                let goal = known.map_or(level, |at| ways[at].goal.max(level));
                let Some(skill) = catalog.skill(first.skill).filter(|_| goal < first.at_least) else { continue };
                let line = self.asks.efforts.line(&skill.id, Some(first.skill), first.at_least);
                let rungs = self.asks.efforts.rungs(line, level);
                match known {
                    _ if rungs.is_empty() => {}
                    Some(at) => {
                        (ways[at].goal, ways[at].rungs) = (first.at_least, rungs);
                        todo.push(at);
                    }
                    None => {
                        todo.push(ways.len());
                        let (asked, weight) = (Level::NONE, 0.0);
                        let (skill, place, goal) = (skill.id.clone(), Some(first.skill), first.at_least);
                        ways.push(Way { person, skill, place, asked, weight, goal, from: level, rungs });
                    }
                }
            }
        }
    }
}
