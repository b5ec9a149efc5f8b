//! A programme for all, and sessions: what they keep to, on organisations by lot.

mod support;

use skillstead::catalog::Catalog;
use skillstead::domain::{Level, Organisation, SkillId};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    OrgPolicy, PlannedStep, Prices, ProgrammeAsk, ProgrammePlan, Sharing, SharingAsk, Shortage, programme, sharing,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use support::crew::{Size, crew_of, regrouped};

/// An organisation with half of its skills from the starter catalogue, and that catalogue.
fn organisation(rng: &mut fastrand::Rng, catalog: &Catalog, people: usize) -> Organisation {
    let known: Vec<SkillId> = catalog.skills.iter().map(|skill| skill.id.clone()).take(10).collect();
    let size = Size { people, skills: 20, positions: 6, ratings: 8, requirements: 6, seats: 9 };
    crew_of(rng, size, &known)
}

struct Limits {
    weeks: u16,
    money: Option<u32>,
    hours: Option<u32>,
}

fn planned(organisation: &Organisation, catalog: &Catalog, limits: &Limits) -> ProgrammePlan {
    let (policy, own, prices) = (Policy::default(), OrgPolicy::default(), Prices::default());
    let Limits { weeks, money, hours } = *limits;
    let ask = ProgrammeAsk { organisation, catalog, weeks, money, hours, policy: &policy, own: &own, prices: &prices };
    let mut last = 0.0;
    let plan = programme(&ask, |done| {
        assert!((last..=1.0).contains(&done), "{last} {done}");
        last = done;
        ControlFlow::Continue(())
    });
    assert_eq!(last, 1.0);
    plan.expect("nobody broke it off")
}

/// What somebody is rated at; where they are not, what the position that they hold asks of them, or what something needs first that they hold.
fn level(organisation: &Organisation, catalog: &Catalog, person: usize, skill: &SkillId) -> Level {
    let person = &organisation.people[person];
    let position = person.position.as_ref().and_then(|id| organisation.position(id));
    let rated = |skill: &SkillId| organisation.column(skill).and_then(|column| person.level(column));
    let asked =
        |skill: &SkillId| position?.requirements.iter().find(|asked| asked.skill == *skill).map(|one| one.level);
    let known = |skill: &SkillId| rated(skill).or_else(|| asked(skill)).unwrap_or_default();
    let mut levels: Vec<Level> = catalog.skills.iter().map(|skill| known(&skill.id)).collect();
    for _ in 0..8 {
        for (at, skill) in catalog.skills.iter().enumerate() {
            for first in &skill.prerequisites {
                let place = first.skill.at();
                let is_implied = levels[at] > Level::NONE && levels[at] >= first.level;
                if is_implied && rated(&catalog.skills[place].id).is_none() {
                    levels[place] = levels[place].max(first.at_least);
                }
            }
        }
    }
    catalog.find_skill(skill).map_or(known(skill), |place| levels[place.at()])
}

/// Each person takes one step after the other, in each skill without a hole, and never more than a week has.
fn check_person(organisation: &Organisation, catalog: &Catalog, steps: &[PlannedStep], limits: &Limits) {
    let person = &organisation.people[steps[0].person];
    let weekly = u32::from(person.hours.unwrap_or(4));
    let mut levels = BTreeMap::new();
    let mut free = 0;
    for step in steps {
        assert!(step.week >= free, "two steps at once: {step:?}");
        free = step.week + step.weeks;
        assert!(free <= limits.weeks, "too late: {step:?}");
        assert!(u32::from(step.weekly) <= weekly && u32::from(step.weeks) * weekly >= step.hours, "{step:?}");
        let at = |levels: &BTreeMap<SkillId, Level>, skill: &SkillId| {
            levels.get(skill).copied().unwrap_or_else(|| level(organisation, catalog, step.person, skill))
        };
        assert_eq!(step.from, at(&levels, &step.skill), "a hole before {step:?}");
        let place = catalog.find_skill(&step.skill).and_then(|place| catalog.skill(place));
        for first in place.into_iter().flat_map(|skill| &skill.prerequisites) {
            let first_skill = catalog.skill(first.skill).expect("a skill");
            let is_passed = first.level > step.from && first.level <= step.to && first_skill.trainable;
            assert!(!is_passed || at(&levels, &first_skill.id) >= first.at_least, "{step:?} before {first:?}");
        }
        levels.insert(step.skill.clone(), step.to);
        assert!(step.to > step.from && step.value >= 0.0);
    }
}

fn check(organisation: &Organisation, catalog: &Catalog, limits: &Limits) -> ProgrammePlan {
    let plan = planned(organisation, catalog, limits);
    for steps in plan.steps.chunk_by(|a, b| a.person == b.person) {
        check_person(organisation, catalog, steps, limits);
    }
    let total = plan.total();
    assert_eq!(total.fees, plan.steps.iter().map(|step| u64::from(step.fees)).sum::<u64>());
    assert_eq!(total.hours, plan.steps.iter().map(|step| u64::from(step.hours)).sum::<u64>());
    assert!(plan.most >= total.value && plan.share() <= 1.0);
    assert!(limits.money.is_none_or(|money| total.fees <= u64::from(money)));
    assert!(limits.hours.is_none_or(|hours| total.hours <= u64::from(hours)));
    for (at, cohort) in plan.cohorts.iter().enumerate() {
        let members: Vec<_> = plan.steps.iter().filter(|step| step.cohort == Some(at)).collect();
        let people: Vec<_> = members.iter().map(|step| step.person).collect();
        assert_eq!(people, cohort.people);
        assert!((2..=12).contains(&people.len()));
        for step in members {
            let same = (&step.skill, step.to, &step.activity, step.week, step.weeks);
            assert_eq!(same, (&cohort.skill, cohort.to, &cohort.activity, cohort.week, cohort.weeks));
        }
    }
    let kept = plan.kept("spring", organisation);
    assert_eq!((u64::from(kept.hours), kept.cohorts.len()), (total.hours, plan.cohorts.len()));
    plan
}

#[test]
fn a_programme_keeps_its_limits() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(31);
    let (mut n_cohorts, mut shortages) = (0, BTreeSet::new());
    for _ in 0..60 {
        let people = rng.usize(0..40);
        let organisation = organisation(&mut rng, &catalog, people);
        let money = rng.bool().then(|| rng.u32(0..3_000));
        let hours = rng.bool().then(|| rng.u32(0..4_000));
        let plan = check(&organisation, &catalog, &Limits { weeks: rng.u16(0..200), money, hours });
        n_cohorts += plan.cohorts.len();
        shortages.extend(plan.left.iter().map(|left| left.shortage));
    }
    assert!(n_cohorts > 50, "{n_cohorts}");
    assert_eq!(shortages.into_iter().collect::<Vec<_>>(), [Shortage::Weeks, Shortage::Hours]);
}

#[test]
fn without_limits_nothing_is_left() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(32);
    let organisation = organisation(&mut rng, &catalog, 30);
    let plan = check(&organisation, &catalog, &Limits { weeks: u16::MAX, money: None, hours: None });
    assert!(plan.left.iter().all(|left| left.shortage == Shortage::Weeks), "{:?}", plan.left);
    // What comes first brings most per hour.
    assert!(plan.steps.len() > 100);
}

#[test]
fn where_there_is_no_money_people_learn_without_it() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(36);
    let organisation = organisation(&mut rng, &catalog, 30);
    let with = |money| check(&organisation, &catalog, &Limits { weeks: 2_000, money, hours: None });
    let (rich, poor, between) = (with(None), with(Some(0)), with(Some(3_000)));
    assert!(rich.steps.iter().all(|step| !step.is_free) && rich.total().fees > 3_000);
    assert!(poor.steps.iter().any(|step| step.is_free) && poor.total().fees == 0);
    assert!(between.steps.iter().any(|step| step.is_free) && between.steps.iter().any(|step| step.fees > 0));
    // Everybody comes as far, in more hours.
    assert!((rich.total().value - poor.total().value).abs() < 1e-6);
    assert!(rich.left.is_empty() && poor.left.is_empty());
}

#[test]
fn it_can_be_broken_off_at_any_word() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(33);
    let organisation = organisation(&mut rng, &catalog, 100);
    let (policy, own, prices) = (Policy::default(), OrgPolicy::default(), Prices::default());
    let (organisation, catalog) = (&organisation, &catalog);
    let ask = ProgrammeAsk {
        organisation,
        catalog,
        weeks: 52,
        money: None,
        hours: None,
        policy: &policy,
        own: &own,
        prices: &prices,
    };
    let mut words = 0;
    let mut heard = |_| {
        words += 1;
        ControlFlow::Continue(())
    };
    assert!(programme(&ask, &mut heard).is_some());
    assert!(words > 10);
    for last in 0..words {
        let mut heard = 0;
        let plan = programme(&ask, |_| {
            heard += 1;
            if heard > last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(plan.is_none() && heard == last + 1);
    }
}

fn sessions(organisation: &Organisation, catalog: &Catalog, hours_each: f64) -> Vec<Sharing> {
    let (policy, own) = (Policy::default(), OrgPolicy::default());
    sharing(&SharingAsk { organisation, catalog, hours_each, policy: &policy, own: &own })
}

#[test]
fn sessions_close_most_per_hour_first() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(34);
    let mut n_sessions = 0;
    for _ in 0..60 {
        let people = rng.usize(0..40);
        let organisation = organisation(&mut rng, &catalog, people);
        let found = sessions(&organisation, &catalog, 6.0);
        n_sessions += found.len();
        assert!(found.is_sorted_by(|a, b| a.per_hour() >= b.per_hour() - 1e-6));
        let (mut held, mut served) = (BTreeMap::new(), BTreeSet::new());
        for session in &found {
            *held.entry(session.teacher).or_insert(0) += 1;
            let column = organisation.column(&session.skill).expect("a column");
            assert_eq!(organisation.people[session.teacher].level(column), Some(session.level));
            assert!((1..=12).contains(&session.learners.len()) && session.gain > 0.0);
            for (learner, from, to) in &session.learners {
                assert!(served.insert((*learner, &session.skill)), "twice in one skill");
                assert_eq!(organisation.people[*learner].level(column), Some(*from));
                assert!(session.level - *from >= 1.0 && *to <= session.level);
            }
        }
        assert!(held.into_values().all(|sessions| sessions <= 2), "more sessions than hours");
        assert!(sessions(&organisation, &catalog, 0.0).is_empty());
    }
    assert!(n_sessions > 100, "{n_sessions}");
}

#[test]
fn nothing_hangs_on_a_group() {
    let catalog = support::starter::starter().expect("the starter catalogue");
    let mut rng = fastrand::Rng::with_seed(35);
    let organisation = organisation(&mut rng, &catalog, 60);
    let other = regrouped(&organisation, &mut rng);
    let limits = Limits { weeks: 60, money: Some(5_000), hours: None };
    assert_eq!(planned(&other, &catalog, &limits), planned(&organisation, &catalog, &limits));
    assert_eq!(sessions(&other, &catalog, 6.0), sessions(&organisation, &catalog, 6.0));
}
