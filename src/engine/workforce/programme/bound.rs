//! How much no programme can bring more than: a proof beside the choice, by other means.
//!
//! Hours and euros get a price each, at which they can be bought without a limit; then nobody's plan hangs on anybody else's, and what all
//! of them bring beyond those prices, with the price of the budget itself, is at least what any programme within the budget brings
//! (Lagrangian relaxation, for any prices). A person's weeks are filled with the parts of ways that bring most for a week, the last one in
//! part (linear relaxation of the multiple-choice knapsack); what has to come first is not asked for. Both only ever make the sum larger.

use super::ways::{Way, Ways};
use super::{ProgrammeAsk, weekly, weeks_of};
use crate::domain::{Level, SkillId};
use crate::engine::workforce::effort::{Rung, free};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

/// Halvings of an interval of prices. More of them change the bound by less than a thousandth.
const HALVINGS: usize = 7;
/// Rounds over both prices, where both budgets are limited.
const ROUNDS: usize = 2;

/// What is known of the steps without fees: by skill, and the levels between which they lead.
type Known = BTreeMap<(SkillId, [Level; 2]), Rc<[Rung]>>;

/// One way to go up a way: so many steps of it, with what they take and bring.
#[derive(Clone, Copy, Debug, Default)]
struct Offer {
    value: f64,
    /// Hours, euros.
    takes: [f64; 2],
    weeks: f64,
}

/// A piece of a person's plan: more weeks for more of what is left when hours and euros are paid.
#[derive(Clone, Copy, Debug)]
struct Piece {
    profit: f64,
    takes: [f64; 2],
    weeks: f64,
}

struct Bounding {
    /// The offers of each way that brings something, by weeks; of each person the ways.
    people: Vec<Vec<Vec<Offer>>>,
    weeks: f64,
    /// Hours, euros; none is no limit.
    budget: [Option<f64>; 2],
}

/// A value that no programme of these ways brings more than, or `None` where `progress` breaks it off.
pub(super) fn bound(
    ask: &ProgrammeAsk<'_>,
    ways: &Ways,
    progress: &mut impl FnMut(f64) -> ControlFlow<()>,
) -> Option<f64> {
    let bounding = Bounding::of(ask, ways);
    let limited: Vec<usize> = (0..2).filter(|of| bounding.budget[*of].is_some()).collect();
    let mut prices = [0.0; 2];
    let mut least = bounding.value(prices).0;
    let rounds = if limited.len() == 2 { ROUNDS } else { 1 };
    let (most, mut done) = (rounds * limited.len() * HALVINGS, 0);
    for of in limited.iter().copied().cycle().take(rounds * limited.len()) {
        let mut ends = bounding.ends(prices, of);
        for _ in 0..HALVINGS {
            prices[of] = f64::midpoint(ends[0], ends[1]);
            let (value, takes) = bounding.value(prices);
            least = least.min(value);
            // The dearer, the less is taken: the least value is where as much is taken as there is.
            ends[usize::from(bounding.budget[of].is_some_and(|budget| takes[of] <= budget))] = prices[of];
            done += 1;
            progress(f64::from(done as u32) / most as f64).is_continue().then_some(())?;
        }
        prices[of] = ends[1];
    }
    progress(1.0).is_continue().then_some(least)
}

impl Bounding {
    fn of(ask: &ProgrammeAsk<'_>, ways: &Ways) -> Self {
        let mut known = Known::new();
        let people = (0..ask.organisation.people.len()).map(|person| {
            let ways = ways.of_person(person).filter_map(|at| ways.all.get(at));
            ways.filter(|way| way.weight > 0.0).map(|way| offers(ask, way, &mut known)).collect()
        });
        let budget = [ask.hours, ask.money].map(|limit| limit.map(f64::from));
        Self { people: people.collect(), weeks: f64::from(ask.weeks), budget }
    }

    /// What everybody's best plans bring at these prices with the price of the budget, and what they take.
    fn value(&self, prices: [f64; 2]) -> (f64, [f64; 2]) {
        let (mut value, mut takes) = (0.0, [0.0; 2]);
        for (price, budget) in prices.iter().zip(self.budget) {
            value += budget.map_or(0.0, |budget| price * budget);
        }
        let mut pieces = Vec::new();
        for ways in &self.people {
            pieces.clear();
            ways.iter().for_each(|offers| cut(offers, prices, &mut pieces));
            pieces.sort_by(|a: &Piece, b: &Piece| (b.profit * a.weeks).total_cmp(&(a.profit * b.weeks)));
            let mut free = self.weeks;
            for piece in &pieces {
                let share = (free / piece.weeks).min(1.0);
                value += piece.profit * share;
                takes = [0, 1].map(|of| takes[of] + piece.takes[of] * share);
                free -= piece.weeks * share;
                if free <= 0.0 {
                    break;
                }
            }
        }
        (value, takes)
    }

    /// Two prices, at the first of which more is taken than there is, or which is none, and at the second no more.
    fn ends(&self, mut prices: [f64; 2], of: usize) -> [f64; 2] {
        let mut ends = [0.0, 0.0];
        // Beyond 2^14 nothing is worth it: no step brings more than its weight, 5, and takes less than one.
        for power in std::iter::once(0.0).chain((-14..=14).map(|power| 2_f64.powi(power))) {
            (ends, prices[of]) = ([ends[1], power], power);
            if self.budget[of].is_none_or(|budget| self.value(prices).1[of] <= budget) {
                break;
            }
        }
        ends
    }
}

/// Every way to go up a way, by weeks: so many steps of it, and where there is a limit to money so many without fees after them.
fn offers(ask: &ProgrammeAsk<'_>, way: &Way, known: &mut Known) -> Vec<Offer> {
    let hours = weekly(ask, way.person);
    let add = |to: &Offer, rung: &Rung| Offer {
        value: to.value + way.value([rung.from, rung.to]),
        takes: [to.takes[0] + f64::from(rung.hours), to.takes[1] + f64::from(rung.fees)],
        weeks: to.weeks + f64::from(weeks_of(rung.hours, hours.min(rung.weekly))),
    };
    let mut offers = Vec::new();
    let mut reached = Offer::default();
    for (at, rung) in way.rungs.iter().enumerate() {
        if ask.money.is_some() && way.rungs.iter().skip(at).any(|rung| rung.fees > 0) {
            let ends = [rung.from, way.goal];
            let make = || free(ask.catalog, &way.skill, ends, ask.policy).into();
            let without = known.entry((way.skill.clone(), ends)).or_insert_with(make);
            let steps = without.iter().scan(reached, |reached, rung| {
                *reached = add(reached, rung);
                Some(*reached)
            });
            offers.extend(steps);
        }
        reached = add(&reached, rung);
        offers.push(reached);
    }
    offers.retain(|offer| offer.weeks <= f64::from(ask.weeks) && offer.value > 0.0);
    offers.sort_by(|a, b| a.weeks.total_cmp(&b.weeks));
    offers
}

/// Cuts the offers of a way into pieces that bring less for a week from each to the next: the upper hull of what is left of them at these prices
/// over their weeks.
fn cut(offers: &[Offer], prices: [f64; 2], pieces: &mut Vec<Piece>) {
    let begin = pieces.len();
    for offer in offers {
        let paid = offer.takes[0] * prices[0] + offer.takes[1] * prices[1];
        let mut piece = Piece { profit: offer.value - paid, takes: offer.takes, weeks: offer.weeks };
        // What the pieces before it bring and take; they end where this one has not more for its weeks than they have.
        let before = &pieces[begin..];
        let sum = |of: fn(&Piece) -> f64| before.iter().map(of).sum::<f64>();
        piece.profit -= sum(|piece| piece.profit);
        if piece.profit <= 0.0 {
            continue;
        }
        piece.weeks -= sum(|piece| piece.weeks);
        piece.takes = [piece.takes[0] - sum(|piece| piece.takes[0]), piece.takes[1] - sum(|piece| piece.takes[1])];
        // One that brings more for a week than the one before it is a piece with it.
        while let Some(last) =
            pieces[begin..].last().filter(|last| piece.profit * last.weeks >= last.profit * piece.weeks)
        {
            piece.profit += last.profit;
            piece.weeks += last.weeks;
            piece.takes = [0, 1].map(|of| piece.takes[of] + last.takes[of]);
            pieces.pop();
        }
        pieces.push(piece);
    }
}
