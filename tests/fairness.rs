//! What is offered to whom, and what leaves the house: never a number of a few.

#[path = "support/town.rs"]
mod town;
#[path = "support/works.rs"]
mod works;

use proptest::prelude::*;
use skillstead::domain::{
    Cohort, Column, Contribution, ContributionError, Held, Organisation, Outcome, Person, PersonId, Programme, SkillId,
};
use skillstead::engine::Policy;
use skillstead::engine::workforce::{
    Between, Fairness, OrgPolicy, TalentMap, contribution, fairness, group_levels, hours_offered, merge,
};
use skillstead::exchange::contribution::{ContributionFault, read_contribution, write_contribution};
use std::collections::BTreeMap;
use std::sync::Arc;
use town::{Town, day, level};
use works::{someone, works};

/// People in groups of a kind, `None` for those who say nothing, each with hours that are offered to them.
fn grouped(groups: &[(Option<&str>, u32, f64)]) -> (Organisation, BTreeMap<PersonId, f64>) {
    let mut people: Vec<Person> = Vec::new();
    let mut offered = BTreeMap::new();
    for (group, n, hours) in groups {
        for _ in 0..*n {
            let mut person = someone(&format!("p{:03}", people.len()), None, &[]);
            if let Some(group) = group {
                person.join("language".into(), (*group).into());
            }
            offered.insert(person.id.clone(), *hours);
            people.push(person);
        }
    }
    (works(&[], vec![], people), offered)
}

/// The fairness of groups of a language: what is shown, the ratio and whether it is flagged.
fn check(groups: &[(Option<&str>, u32, f64)], shown: &[(&str, u32, f64)], ratio: Option<f64>, is_flagged: bool) {
    let (organisation, offered) = grouped(groups);
    let found = fairness(&organisation, &offered, &OrgPolicy::default());
    let [Fairness { kind, rates, ratio: found, is_flagged: flagged }] = &found[..] else { panic!("{found:?}") };
    let name = |rate: &skillstead::engine::workforce::GroupRate| {
        let names = rate.groups.iter().map(AsRef::as_ref).chain(rate.unsaid.then_some("-"));
        names.collect::<Vec<_>>().join("+")
    };
    let rates: Vec<(String, u32, f64)> = rates.iter().map(|rate| (name(rate), rate.people, rate.hours)).collect();
    let shown: Vec<(String, u32, f64)> = shown.iter().map(|(name, n, hours)| ((*name).into(), *n, *hours)).collect();
    assert_eq!((&**kind, rates), ("language", shown), "{groups:?}");
    assert_eq!((*found, *flagged), (ratio, is_flagged), "{groups:?}");
}

#[test]
fn small_groups_are_shown_together_and_four_fifths_is_the_line() {
    check(&[(Some("en"), 10, 10.0), (Some("es"), 10, 8.0)], &[("en", 10, 10.0), ("es", 10, 8.0)], Some(0.8), false);
    check(&[(Some("en"), 10, 10.0), (Some("es"), 10, 7.0)], &[("en", 10, 10.0), ("es", 10, 7.0)], Some(0.7), true);
    // Four who would be known by subtraction take the smaller of the others with them.
    check(
        &[(Some("en"), 10, 10.0), (Some("es"), 6, 10.0), (Some("fr"), 4, 0.0)],
        &[("en", 10, 10.0), ("es+fr", 10, 6.0)],
        Some(0.6),
        true,
    );
    check(
        &[(Some("en"), 10, 10.0), (Some("es"), 3, 5.0), (Some("fr"), 2, 10.0)],
        &[("en", 10, 10.0), ("es+fr", 5, 7.0)],
        Some(0.7),
        true,
    );
    // Who says nothing is shown, and not compared.
    check(&[(Some("en"), 10, 10.0), (None, 10, 0.0)], &[("-", 10, 0.0), ("en", 10, 10.0)], None, false);
    check(&[(Some("en"), 4, 10.0)], &[], None, false);
    check(&[(Some("en"), 10, 0.0), (Some("es"), 10, 0.0)], &[("en", 10, 0.0), ("es", 10, 0.0)], None, false);
    assert_eq!(
        fairness(&works(&[], vec![], vec![someone("ana", None, &[])]), &BTreeMap::new(), &OrgPolicy::default()),
        []
    );
}

#[test]
fn groups_by_rungs_are_tables_that_can_be_shown() {
    // Six of twelve in each group; three of the first at 4, everybody else at 3.
    let people = (0..12).map(|at| {
        let mut person = someone(&format!("p{at:02}"), None, &[(0, if at % 2 == 0 || at > 6 { 3.0 } else { 4.0 })]);
        person.join("language".into(), if at < 6 { "en" } else { "es" }.into());
        person
    });
    let organisation = works(&["oven"], vec![], people.collect());
    let found =
        group_levels(&organisation, &["language", "language"], &["oven".into(), "oven".into()], &OrgPolicy::default());
    assert_eq!(found.groups, [[Some("en".into()), Some("es".into())]]);
    // Three at rung 4 are too few for a column: everybody is in one, so the table is whole.
    assert_eq!(found.release.classes[1].len(), 1);
    assert_eq!(found.release.tables[0].cells, [[Some(6)], [Some(6)]]);
    let ring =
        group_levels(&organisation, &["language", "site"], &["oven".into(), "till".into()], &OrgPolicy::default());
    assert_eq!((ring.release.tables.len(), ring.release.withheld), (3, vec![[1, 3]]));
    let none = group_levels(&Organisation::default(), &["language"], &["oven".into()], &OrgPolicy::default());
    assert!(none.groups[0].is_empty() && none.release.tables.is_empty());
}

#[test]
fn hours_are_those_of_the_activity_or_of_the_way_up() {
    let catalog = Town::new().skill("oven").skill("till").activity("bake", "oven", [0.0, 3.0], 25, 4, 0).build();
    let mut organisation = works(&["till"], vec![], vec![someone("ana", None, &[(0, 1.0)]), someone("eva", None, &[])]);
    let cohort = |skill: &str, to, activity: Option<&str>, people: &[&str]| Cohort {
        skill: skill.into(),
        to: level(to),
        activity: activity.map(Into::into),
        people: people.iter().map(|id| (*id).into()).collect(),
        starts: None,
    };
    let cohorts = vec![
        cohort("oven", 3.0, Some("bake"), &["ana"]),
        cohort("till", 2.0, Some("unheard-of"), &["ana", "eva", "nobody"]),
    ];
    organisation.programmes = vec![Programme { name: "spring".into(), cohorts, ..Programme::default() }];
    let hours = hours_offered(&organisation, &catalog, &Policy::default());
    // 25 and the 30 from 1 to 2; 10 and 30 from nothing.
    assert_eq!(hours.into_iter().collect::<Vec<_>>(), [("ana".into(), 55.0), ("eva".into(), 40.0)]);
    // What was offered does not shrink once it has been learnt.
    let told = |before| Outcome {
        person: "ana".into(),
        skill: "till".into(),
        before,
        after: Some(level(2.0)),
        hours: 30,
        liked: None,
        used: None,
    };
    Arc::make_mut(&mut organisation.people[0]).rate(Held { column: Column(0), level: level(2.0), by: None, on: None });
    for (before, expected) in [(Some(level(1.0)), 55.0), (None, 65.0)] {
        organisation.programmes[0].outcomes = vec![told(before)];
        assert_eq!(hours_offered(&organisation, &catalog, &Policy::default())[&"ana".into()], expected);
    }
}

/// A site where so many people stand on each rung of one skill, 0 first, and so many are unrated.
fn site(name: &str, rungs: [u32; 6], unrated: u32) -> Organisation {
    let rated = rungs.iter().zip(0..).flat_map(|(n, rung)| std::iter::repeat_n(Some(f64::from(rung)), *n as usize));
    let people = rated.chain(std::iter::repeat_n(None, unrated as usize)).enumerate().map(|(at, held)| {
        let rated: Vec<(u16, f64)> = held.map(|held| (0, held)).into_iter().collect();
        someone(&format!("p{at:04}"), None, &rated)
    });
    Organisation { name: name.into(), ..works(&["oven"], vec![], people.collect()) }
}

fn given(name: &str, on: &str, rungs: [u32; 6], unrated: u32) -> Contribution {
    contribution(&site(name, rungs, unrated), day(on), &OrgPolicy::default()).expect("people enough")
}

#[test]
fn a_site_gives_numbers_of_five_or_more_and_a_headquarters_adds_them_up() {
    let north = given("North", "2026-11-01", [0, 0, 0, 7, 3, 0], 10);
    let oven: SkillId = "oven".into();
    // Three and none are small; with them goes the smallest that would be shown, or they would be known: 7 + 3.
    assert_eq!(north.skills[&oven], [None, None, None, None, None, None, Some(10)]);
    let south = given("South", "2026-11-02", [6, 6, 6, 6, 6, 6], 6);
    assert_eq!(south.skills[&oven], [Some(6); 7]);
    let merged = merge(&[north, south, given("South", "2026-01-01", [9; 6], 9)]);
    assert_eq!((merged.people, merged.sites["South"]), (62, day("2026-11-02")));
    assert_eq!(merged.skills[&oven][3], Between { least: 6, most: 16 });
    assert_eq!(merged.skills[&oven][6], Between { least: 16, most: 16 });
    assert_eq!(merged.at_least(&oven, 3), Between { least: 18, most: 28 });
    assert_eq!(merged.at_least(&"unheard-of".into(), 3), Between { least: 0, most: 62 });
    assert_eq!(contribution(&site("Few", [1, 1, 1, 1, 0, 0], 0), day("2026-11-01"), &OrgPolicy::default()), None);
    assert_eq!(contribution(&site("", [9; 6], 0), day("2026-11-01"), &OrgPolicy::default()), None);
}

#[test]
fn a_contribution_of_nobody_is_refused_and_so_is_any_other_file() {
    let good = write_contribution(&given("North", "2026-11-01", [9, 9, 0, 0, 0, 0], 20));
    assert!(read_contribution(good.as_bytes()).is_ok());
    let fault = |from: &str, to: &str| {
        let text = good.replace(from, to);
        assert_ne!(text, good, "{from}");
        read_contribution(text.as_bytes()).expect_err(to)
    };
    assert_eq!(fault("skillstead-contribution", "recipe"), ContributionFault::Other);
    assert_eq!(fault("\"version\":1", "\"version\":2"), ContributionFault::Version(2));
    assert_eq!(fault("North", ""), ContributionFault::Name);
    assert_eq!(fault("North", &"n".repeat(201)), ContributionFault::Name);
    assert_eq!(fault("\"least\":5", "\"least\":1"), ContributionFault::Numbers(ContributionError::Few(1)));
    assert_eq!(fault("\"people\":38", "\"people\":3"), ContributionFault::Numbers(ContributionError::Few(3)));
    let numbers = ContributionFault::Numbers(ContributionError::Numbers("oven".into()));
    for (from, to) in [("[9,", "[4,"), ("[9,", "[99,"), ("20]", "29]"), ("20]", "25]")] {
        assert_eq!(fault(from, to), numbers, "{from} to {to}");
    }
    for (from, to) in [("{", "{\"person\":\"Ana\","), ("}", "}}"), ("20]", "20,1]"), ("20]", "-1]"), ("38", "38.5")] {
        assert!(matches!(fault(from, to), ContributionFault::Syntax { .. }), "{from} to {to}");
    }
    let twice = good.replace("]]]", "]],[\"oven\",[null,null,null,null,null,null,20]]]");
    assert!(read_contribution(twice.as_bytes()).is_err());
    assert_eq!(read_contribution(&vec![b' '; 4 << 20 | 1]), Err(ContributionFault::TooLarge));
}

proptest! {
    #[test]
    fn no_rate_is_of_a_few_and_everybody_is_in_one(sizes in prop::collection::vec(0u32..12, 1..7), k in 5u32..9) {
        let names = ["a", "b", "c", "d", "e", "f"];
        let group = |at: usize| if at == 0 { None } else { Some(names[at - 1]) };
        let groups: Vec<_> = sizes.iter().enumerate().map(|(at, n)| (group(at), *n, at as f64)).collect();
        let (organisation, offered) = grouped(&groups);
        let own = OrgPolicy { least_people: f64::from(k), ..OrgPolicy::default() };
        for found in fairness(&organisation, &offered, &own) {
            prop_assert!(found.rates.iter().all(|rate| rate.people >= k));
            let people: u32 = found.rates.iter().map(|rate| rate.people).sum();
            prop_assert!(found.rates.is_empty() || people as usize == organisation.people.len());
            let hours: f64 = found.rates.iter().map(|rate| rate.hours * f64::from(rate.people)).sum();
            prop_assert!(found.rates.is_empty() || (hours - offered.values().sum::<f64>()).abs() < 1e-6);
        }
    }

    #[test]
    fn a_contribution_holds_what_is_true_and_hides_a_few(sites in prop::collection::vec((prop::array::uniform6(0u32..9), 0u32..9), 1..5)) {
        let policy = OrgPolicy::default();
        let houses: Vec<Organisation> =
            sites.iter().enumerate().map(|(at, (rungs, unrated))| site(&format!("s{at}"), *rungs, *unrated)).collect();
        let given: Vec<Contribution> =
            houses.iter().filter_map(|house| contribution(house, day("2026-11-01"), &policy)).collect();
        for one in &given {
            let read = read_contribution(write_contribution(one).as_bytes());
            prop_assert_eq!(read.as_ref(), Ok(one));
            for counts in one.skills.values() {
                let hidden = one.people - counts.iter().flatten().sum::<u32>();
                prop_assert!(counts.iter().all(Option::is_some) || hidden >= one.least);
            }
        }
        let merged = merge(&given);
        let giving = houses.iter().filter(|house| house.people.len() >= 5);
        let maps: Vec<TalentMap> = giving.map(|house| TalentMap::of(house, |_| true)).collect();
        for (rung, sum) in (0u8..6).zip(merged.skills.values().next().into_iter().flatten()) {
            let column = skillstead::domain::Column(0);
            let on: u32 = maps.iter().map(|map| map.rungs(column)[usize::from(rung)]).sum();
            prop_assert!((sum.least..=sum.most).contains(&on));
            let above: u32 = maps.iter().map(|map| map.at_least(column, level(f64::from(rung)))).sum();
            let found = merged.at_least(&"oven".into(), rung);
            prop_assert!((found.least..=found.most).contains(&above), "{:?} {}", found, above);
        }
    }
}
