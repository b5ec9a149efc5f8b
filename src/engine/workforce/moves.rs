//! Who takes which position: as many seats as possible, at the least cost (engine.md 8).

use super::asking::{Asks, Want};
use super::effort::Efforts;
use super::fare::Pair;
use super::{BuildOrBuy, Fare, Missing, OrgPolicy, Prices, build_or_buy, gates_of};
use crate::catalog::Catalog;
use crate::domain::{GateId, Level, Organisation, Person, Position, Scenario};
use crate::engine::{Assigning, NEVER, Policy, assign};
use serde::{Deserialize, Serialize};

/// What moves are asked for.
#[derive(Clone, Copy, Debug)]
pub struct MoveAsk<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Where its roles, skills and activities are looked up.
    pub catalog: &'a Catalog,
    /// Whether the seats are those of the horizon; else those of now.
    pub then: bool,
    /// What differs at the horizon: seats, and who has left.
    pub scenario: Option<&'a Scenario>,
    /// How hours are reckoned.
    pub policy: &'a Policy,
    /// How far a must may be away.
    pub own: &'a OrgPolicy,
    /// How hours and the rest become euros.
    pub prices: &'a Prices,
}

impl MoveAsk<'_> {
    fn in_scenario(&self) -> Option<&Scenario> {
        self.scenario.filter(|_| self.then)
    }

    fn seats(&self, position: &Position) -> u32 {
        let changed = self.in_scenario().and_then(|scenario| scenario.seats.get(&position.id).copied());
        changed.unwrap_or(if self.then { position.seats_then } else { position.seats })
    }

    fn has_left(&self, person: &Person) -> bool {
        self.in_scenario().is_some_and(|scenario| scenario.leavers.contains(&person.id))
    }
}

/// One person who takes another position than the one that they hold, or their first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// Their place among the people.
    pub person: usize,
    /// The place of the position that they leave.
    pub from: Option<usize>,
    /// The place of the position that they take.
    pub to: usize,
    /// What it costs, part by part.
    pub fare: Fare,
    /// What they have to learn for it.
    pub missing: Vec<Missing>,
    /// What it would cost to hire somebody instead.
    pub instead: BuildOrBuy,
}

/// Seats that nobody takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSeats {
    /// The place of the position.
    pub position: usize,
    /// How many.
    pub seats: u32,
}

/// Who takes which position.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moves {
    /// The moves, by person.
    pub moves: Vec<Move>,
    /// The places of those who keep their position.
    pub stay: Vec<usize>,
    /// The places of those who have no seat: they hold none that is left, and there is none that they could take.
    pub without: Vec<usize>,
    /// The seats that stay open, by position.
    pub open: Vec<OpenSeats>,
    /// The fares of all who have a seat, in whole euros, those who stay included: what is the least that it can be.
    pub cost: i64,
}

/// A position as people are held against it.
struct Place<'a> {
    position: &'a Position,
    wants: Vec<Want>,
    gates: Vec<&'a GateId>,
}

/// The best moves: as many people as possible who hold a position keep one, then as many seats as possible are taken, then it costs
/// the least. Exact; the same organisation has the same moves.
///
/// Only who has agreed to be proposed is moved. A position is closed to whoever lacks one of its gates, or is more than
/// [`OrgPolicy::must_reach`] below something that it cannot do without; who holds it may keep it in any case. Hours are those of the
/// ladder without what neighbouring skills save. An age is neither known nor asked for, and no group is looked at.
#[must_use]
pub fn moves(ask: &MoveAsk<'_>) -> Moves {
    let organisation = ask.organisation;
    let mut asks = Asks::of(organisation, ask.catalog, Efforts::of(ask.catalog, ask.policy));
    let places: Vec<Place<'_>> = organisation.positions.iter().map(|position| place(&mut asks, position)).collect();
    let held: Vec<Option<usize>> = organisation.people.iter().map(|person| held_by(organisation, person)).collect();
    let seats: Vec<u32> = organisation.positions.iter().map(|position| ask.seats(position)).collect();
    let mut costs = Vec::with_capacity(held.len() * places.len());
    let mut row = Vec::new();
    for (person, at) in organisation.people.iter().zip(&held) {
        asks.levels(person, wants_of(&places, *at), &mut row);
        let has_left = ask.has_left(person);
        for (to, place) in places.iter().enumerate() {
            let pair = pair(person, place, &row, *at == Some(to));
            let is_open = !has_left && place.is_open_to(person, &pair, ask.own);
            costs.push(if is_open { pair.fare(&mut asks.efforts, ask.prices).whole() } else { NEVER });
        }
    }
    let mut problem = Assigning::of_most(held.len(), seats, costs);
    for (alone, at) in problem.alone.iter_mut().zip(&held) {
        // Who holds a position comes before who does not.
        *alone *= 1 + i64::from(at.is_some());
    }
    let found = assign(&problem);
    let mut answer = Moves { cost: found.cost, ..Moves::default() };
    let mut left = problem.seats;
    for (at, to) in found.column_of.iter().enumerate() {
        let Some(to) = *to else {
            if !ask.has_left(&organisation.people[at]) {
                answer.without.push(at);
            }
            continue;
        };
        left[to] -= 1;
        if held[at] == Some(to) {
            answer.stay.push(at);
            continue;
        }
        let person = &organisation.people[at];
        asks.levels(person, wants_of(&places, held[at]), &mut row);
        let pair = pair(person, &places[to], &row, false);
        let fare = pair.fare(&mut asks.efforts, ask.prices);
        let missing = pair.missing(&mut asks.efforts);
        let instead = build_or_buy(f64::from(fare.hours), fare.fees, ask.prices);
        answer.moves.push(Move { person: at, from: held[at], to, fare, missing, instead });
    }
    let open = left.into_iter().enumerate().filter(|(_, seats)| *seats > 0);
    answer.open = open.map(|(position, seats)| OpenSeats { position, seats }).collect();
    answer
}

impl Place<'_> {
    fn is_open_to(&self, person: &Person, pair: &Pair<'_>, own: &OrgPolicy) -> bool {
        let holds_gates = || self.gates.iter().all(|gate| person.holds(gate));
        pair.stays || person.consent.proposed && holds_gates() && !pair.is_out_of_reach(own)
    }
}

/// What it costs that a person takes a position, by their places; `None` where it is closed to them, or one of them is not there.
#[must_use]
pub fn fare(ask: &MoveAsk<'_>, person: usize, to: usize) -> Option<Fare> {
    let organisation = ask.organisation;
    let (someone, position) = (organisation.people.get(person)?, organisation.positions.get(to)?);
    let mut asks = Asks::of(organisation, ask.catalog, Efforts::of(ask.catalog, ask.policy));
    let at = held_by(organisation, someone);
    let held = at.and_then(|at| organisation.positions.get(at)).map(|held| asks.of_position(held));
    let mut row = Vec::new();
    asks.levels(someone, &held.unwrap_or_default(), &mut row);
    let place = place(&mut asks, position);
    let pair = pair(someone, &place, &row, at == Some(to));
    let is_open = !ask.has_left(someone) && place.is_open_to(someone, &pair, ask.own);
    is_open.then(|| pair.fare(&mut asks.efforts, ask.prices))
}

fn place<'a>(asks: &mut Asks<'a>, position: &'a Position) -> Place<'a> {
    Place { position, wants: asks.of_position(position), gates: gates_of(position, asks.catalog) }
}

fn held_by(organisation: &Organisation, person: &Person) -> Option<usize> {
    let held = person.position.as_ref()?;
    organisation.positions.binary_search_by(|position| position.id.cmp(held)).ok()
}

fn wants_of<'a>(places: &'a [Place<'_>], at: Option<usize>) -> &'a [Want] {
    at.and_then(|at| places.get(at)).map_or(&[], |place| &place.wants)
}

fn pair<'a>(person: &Person, place: &'a Place<'_>, levels: &'a [Option<Level>], stays: bool) -> Pair<'a> {
    let wish = person.wishes.as_deref().and_then(|wishes| {
        let position = wishes.positions.iter().position(|id| *id == place.position.id);
        position.or_else(|| wishes.roles.iter().position(|id| Some(id) == place.position.role.as_ref()))
    });
    Pair { wants: &place.wants, levels, stays, wish }
}
