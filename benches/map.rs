//! The talent map measured natively, at four sizes of an organisation: medians over several rounds, and what its people weigh.

#[path = "../tests/support/starter.rs"]
mod starter;
mod support;

use skillstead::catalog::Catalog;
use skillstead::domain::{Column, Consent, Held, Level, Organisation, Person, Position, SkillId, Wishes};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    Filter, OrgPolicy, People, TalentMap, bench, contribution, demand, digital_divide, experts, fairness,
    hours_offered, org_alerts, release, side_by_side,
};
use std::error::Error;
use std::sync::Arc;
use support::{measure, peak};

/// So many people, each rated in `rated` of 300 skills, in positions of the catalogue's roles.
fn company(catalog: &Catalog, n: usize, rated: usize, seed: u64) -> Organisation {
    let mut rng = fastrand::Rng::with_seed(seed);
    let known = catalog.skills.iter().map(|skill| skill.id.clone()).take(300);
    let own = (0..).map(|at| SkillId::from(format!("own-{at}")));
    let skills: Vec<SkillId> = known.chain(own).take(300).collect();
    let positions = catalog.roles.iter().map(|role| {
        let mut position = Position::new(format!("in-{}", role.id).into());
        position.role = Some(role.id.clone());
        (position.seats, position.seats_then) =
            (1 + (n / catalog.roles.len()) as u32, (n / catalog.roles.len()) as u32);
        position
    });
    let positions: Vec<Position> = positions.collect();
    let people = (0..n).map(|at| {
        let mut person = Person::new(format!("p{at:06}").into());
        person.position = Some(positions[rng.usize(0..positions.len())].id.clone());
        person.team = Some(format!("t{}", at / 9).into());
        person.consent = Consent { seen: rng.bool(), proposed: rng.bool(), paired: rng.bool() };
        let first = rng.usize(0..skills.len());
        let mut columns: Vec<usize> = (0..rated).map(|step| (first + step * 7) % skills.len()).collect();
        if rated >= skills.len() {
            columns = (0..skills.len()).collect();
        }
        columns.sort_unstable();
        columns.dedup();
        let held = |column: usize| Held {
            column: Column(column as u16),
            level: Level::whole(rng.u8(0..=5)).unwrap_or_default(),
            by: None,
            on: None,
        };
        person.ratings = columns.into_iter().map(held).collect();
        if rng.u8(0..5) == 0 {
            let wish = positions[rng.usize(0..positions.len())].id.clone();
            person.wishes = Some(Box::new(Wishes { positions: vec![wish], ..Wishes::default() }));
        }
        person.join("language".into(), ["en", "es", "fr", "eu"][rng.usize(0..4)].into());
        Arc::new(person)
    });
    let people = people.collect();
    Organisation { name: "Works".into(), skills, positions, people, ..Organisation::default() }
}

fn of_size(catalog: &Catalog, n: usize, rated: usize) {
    let (policy, own, today) = (Policy::default(), OrgPolicy::default(), "2026-11-29".parse().unwrap_or_default());
    let before = peak();
    let company = company(catalog, n, rated, 1);
    println!("{n} people, {rated} of 300 skills each: {:.0} MB more at the peak", peak() - before);
    let rounds = if n >= 20_000 { 11 } else { 51 };
    measure("count the map", rounds, || TalentMap::of(&company, |_| true));
    let needs = demand(&company, catalog, None, &policy, &own);
    measure("what is needed", rounds, || demand(&company, catalog, None, &policy, &own));
    measure("map and coverage with risk, once needs are known", rounds, || {
        TalentMap::of(&company, |_| true).coverage(&company, &needs.now, own.absence)
    });
    let team = Filter { team: Some("t1".into()), ..Filter::default() };
    measure("the map, filtered by team", rounds, || TalentMap::of(&company, team.test(&company)));
    let skill = company.skills[0].clone();
    measure("the twenty best of a skill", rounds, || experts(&company, &skill, 20, |_| true));
    let level = Level::LEADS;
    measure("the bench of a skill", rounds, || bench(&company, catalog, (&skill, level), &policy, &own));
    measure("everybody's verdict", 3, || {
        let people = People::of(&company, catalog, &needs, &policy, &own);
        company.people.iter().filter(|person| people.judge(person).verdict.is_some()).count()
    });
    measure("what to look at", 3, || org_alerts(&company, catalog, &needs, &policy, &own, today));
    measure("the digital divide", 3, || digital_divide(&company, catalog, &own));
    measure("fairness", 3, || fairness(&company, &hours_offered(&company, catalog, &policy), &own));
    measure("a contribution", 3, || contribution(&company, today, &own));
    measure("the horizon, no scenario", 3, || side_by_side(&company, catalog, &policy));
    println!("  peak of the process {:.0} MB", peak());
}

fn of_tables() {
    let seed = 1;
    let mut rng = fastrand::Rng::with_seed(seed);
    let answers: Vec<Vec<usize>> = (0..2_000).map(|_| vec![rng.usize(0..20), rng.usize(0..40).min(9)]).collect();
    measure("hide what is small in a table of 20 by 10", 11, || release(&answers, &[20, 10], &[[0, 1]], 5));
}

fn main() -> Result<(), Box<dyn Error>> {
    let catalog = starter::starter()?;
    for n in [120, 2_000, 20_000, 200_000] {
        of_size(&catalog, n, 20);
    }
    of_size(&catalog, 20_000, 300);
    of_tables();
    Ok(())
}
