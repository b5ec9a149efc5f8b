//! What an organisation asks of the solvers, measured natively: medians over some rounds, on organisations by lot.

#[path = "../tests/support/crew.rs"]
mod crew;
#[path = "../tests/support/starter.rs"]
mod starter;
mod support;

use crew::{Size, crew_of};
use skillstead::catalog::Catalog;
use skillstead::domain::Organisation;
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    MentorAsk, Mentoring, MoveAsk, OrgPolicy, Prices, ProgrammeAsk, ProgrammePlan, SharingAsk, moves, programme,
    sharing,
};
use std::ops::ControlFlow;
use support::measure;

fn of_an_organisation(organisation: &Organisation, catalog: &Catalog) {
    let (policy, own, prices) = (Policy::default(), OrgPolicy::default(), Prices::default());
    let ask =
        MoveAsk { organisation, catalog, then: false, scenario: None, policy: &policy, own: &own, prices: &prices };
    let found = moves(&ask);
    let (n_moves, n_stay) = (found.moves.len(), found.stay.len());
    measure(&format!("moves: {n_moves} move, {n_stay} stay"), 5, || moves(&ask));
    let today = chrono::NaiveDate::default();
    let ask = MentorAsk { organisation, catalog, policy: &policy, own: &own, today };
    let n_pairs = Mentoring::of(ask).best().len();
    measure(&format!("mentors: {n_pairs} are served"), 5, || Mentoring::of(ask).best());
    let ask = SharingAsk { organisation, catalog, hours_each: 12.0, policy: &policy, own: &own };
    measure(&format!("sharing: {} sessions", sharing(&ask).len()), 5, || sharing(&ask));
    let money = Some(organisation.people.len() as u32 * 500);
    let ask = ProgrammeAsk {
        organisation,
        catalog,
        weeks: 52,
        money,
        hours: None,
        policy: &policy,
        own: &own,
        prices: &prices,
    };
    let all = || programme(&ask, |_| ControlFlow::Continue(()));
    let told = |plan: ProgrammePlan| (plan.steps.len(), plan.cohorts.len(), plan.share() * 100.0);
    let (n_steps, n_cohorts, share) = all().map_or((0, 0, 0.0), told);
    measure(&format!("programme: {n_steps} steps, {n_cohorts} cohorts, {share:.1} % at least"), 5, all);
}

fn main() {
    let Ok(catalog) = starter::starter() else { return eprintln!("data/ does not compile") };
    let known: Vec<_> = catalog.skills.iter().map(|skill| skill.id.clone()).take(300).collect();
    for (people, positions) in [(500, 100), (2_000, 400)] {
        println!("{people} people, {positions} positions, 300 skills");
        let mut rng = fastrand::Rng::with_seed(7);
        let size = Size { people, skills: 300, positions, ratings: 20, requirements: 8, seats: 10 };
        of_an_organisation(&crew_of(&mut rng, size, &known), &catalog);
    }
}
