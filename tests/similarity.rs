//! How alike roles are (engine.md 5), part by part, and what a catalogue measures on itself.

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use proptest::prelude::*;
use skillstead::catalog::{Catalog, Cuts, RoleWords};
use skillstead::domain::{Breadth, Interests, Need, Role, Task, Technology, Text};
use skillstead::engine::{Part, PartWeights, Policy, SimilarityTable, Standing, Way, calibrate};
use town::{Town, person};

/// A catalogue of roles that ask for nothing, each changed by its number.
fn roles(n: usize, change: impl Fn(usize, &mut Role)) -> Catalog {
    let ids: Vec<String> = (0..n).map(|at| format!("role-{at}")).collect();
    let town = Town::new().skill("a").skill("b").skill("c").with(|skill| skill.breadth = Breadth::Discipline);
    let town = town.skill("d").with(|skill| skill.breadth = Breadth::Discipline);
    let asked: Vec<_> = ["a", "b", "c", "d"].map(|skill| (skill, 2.0, 3.0, Need::Nice)).into();
    let mut catalog = ids.iter().fold(town, |town, id| town.role(id, &asked)).build();
    for at in 0..5 {
        catalog.technologies.push(Technology { name: format!("t{at}").into(), group: "".into(), hot: false });
    }
    for (at, role) in catalog.roles.iter_mut().enumerate() {
        role.name = Text::default();
        change(at, role);
    }
    catalog.role_words = RoleWords::count(&catalog.roles);
    measured(catalog)
}

fn measured(mut catalog: Catalog) -> Catalog {
    catalog.calibration = calibrate(&catalog, &Policy::default().similarity);
    catalog
}

/// The weights of one part alone.
fn only(part: Part) -> PartWeights {
    let mut weights = PartWeights::default();
    weights[part as usize] = 1.0;
    weights
}

/// By one part alone role 0 is most like these, in this order.
#[track_caller]
fn check(part: Part, catalog: &Catalog, expected: &[usize]) {
    let table = SimilarityTable::of(catalog);
    let ranked = table.ranked(&table.role(0), &only(part));
    let found: Vec<usize> = ranked.into_iter().map(|(at, _)| at).filter(|at| *at != 0).collect();
    assert_eq!(found, expected, "{part:?}");
}

#[test]
fn ratings_compare_what_matters_and_knowledge_the_fields_alone() {
    let weights = [[5.0, 1.0, 5.0, 1.0], [1.0, 5.0, 5.0, 1.0], [5.0, 1.0, 4.0, 2.0], [1.0, 5.0, 1.0, 5.0]];
    let catalog = roles(4, |at, role| {
        for (asked, weight) in role.requirements.iter_mut().zip(weights[at]) {
            asked.weight = skillstead::domain::Weight::new(weight);
        }
    });
    check(Part::Ratings, &catalog, &[2, 1, 3]);
    check(Part::Knowledge, &catalog, &[1, 2, 3]);
}

#[test]
fn words_count_by_how_rare_they_are() {
    let texts =
        ["mend kites with string", "mend roofs with tar", "fly kites with friends", "roofs and friends", "tar string"];
    let catalog = roles(5, |at, role| role.about = Text::english(texts[at]));
    // "with" is in more than half of them and tells nothing, "fly" is in one alone; all others are in two.
    check(Part::Words, &catalog, &[2, 4, 1, 3]);
}

#[test]
fn interests_technology_and_zone_are_compared() {
    let interests = [[7.0, 1.0], [6.0, 2.0], [1.0, 7.0]];
    let catalog = roles(3, |at, role| {
        let [realistic, social] = interests[at];
        role.profile.interests = Some(Interests::new([realistic, 3.0, 3.0, social, 3.0, 3.0]));
        role.profile.technologies = [vec![0, 1, 2], vec![3], vec![1, 2]][at].clone();
        role.zone = Some([2, 4, 3][at]);
    });
    check(Part::Interests, &catalog, &[1, 2]);
    check(Part::Technology, &catalog, &[2, 1]);
    check(Part::Zone, &catalog, &[2, 1]);
}

#[test]
fn relations_see_what_skills_lead_to() {
    let town = Town::new().skill("a").skill("b").skill("c").related("a", "c", 0.8).related("b", "c", 0.8);
    let asks = |skill| vec![(skill, 3.0, 4.0, Need::Must)];
    let town = town.skill("far").role("one", &asks("a")).role("far", &asks("far")).role("near", &asks("b"));
    check(Part::Relations, &measured(town.build()), &[2, 1]);
}

#[test]
fn what_is_not_known_counts_neither_way() {
    let catalog = roles(4, |at, role| role.zone = [Some(2), Some(2), None, Some(5)][at]);
    check(Part::Zone, &catalog, &[1, 2, 3]);
    let table = SimilarityTable::of(&catalog);
    assert_eq!(table.all_parts(&table.role(0))[Part::Zone as usize][2], None);
}

#[test]
fn a_role_is_like_itself_and_like_no_other_that_is_not_there() {
    let catalog = starter::starter().expect("the starter catalogue");
    let (table, policy) = (SimilarityTable::of(&catalog), Policy::default());
    for at in 0..catalog.roles.len() {
        assert_eq!(table.similarity(at, at, &policy), 1.0);
        let (best, _) = table.ranked(&table.role(at), &policy.similarity)[0];
        assert_eq!(best, at, "{} is most like itself", catalog.roles[at].id.as_str());
    }
    assert_eq!(table.similarity(0, 9_999, &policy), 0.0);
}

#[test]
fn the_nearest_roles_of_the_starter_are_those_that_a_person_would_name() {
    let catalog = starter::starter().expect("the starter catalogue");
    let (table, policy) = (SimilarityTable::of(&catalog), Policy::default());
    for (role, expected) in [
        ("registered-nurse", "nursing-assistant"),
        ("accountant", "bookkeeper"),
        ("software-developer", "junior-software-developer"),
        ("truck-driver", "delivery-driver"),
        ("data-analyst", "data-scientist"),
    ] {
        let at = catalog.role_place(&role.into()).expect("the role");
        let ranked = table.ranked(&table.role(at), &policy.similarity);
        let nearest: Vec<&str> = ranked[1..4].iter().map(|(at, _)| catalog.roles[*at].id.as_str()).collect();
        assert!(nearest.contains(&expected), "{role}: {nearest:?}");
    }
}

#[test]
fn a_person_is_where_their_own_levels_are() {
    let weights = [[5.0, 1.0], [5.0, 1.0], [1.0, 5.0]];
    let catalog = roles(3, |at, role| {
        role.requirements.truncate(2);
        for (asked, weight) in role.requirements.iter_mut().zip(weights[at]) {
            asked.weight = skillstead::domain::Weight::new(weight);
        }
    });
    let table = SimilarityTable::of(&catalog);
    let nearest = |rated: &[(&str, Option<f64>)]| {
        let workspace = person("role-0", "role-1", rated);
        let way = Way::find(std::iter::once(&catalog), &workspace).expect("a way");
        let origin = table.person(&catalog, 0, &Standing::of(&way, &workspace));
        table.ranked(&origin, &only(Part::Ratings)).into_iter().map(|(at, _)| at).find(|at| *at != 0)
    };
    assert_eq!(nearest(&[]), Some(1));
    // They hold nothing of what their role asks most, and much of the rest.
    assert_eq!(nearest(&[("a", Some(0.0)), ("b", Some(5.0))]), Some(2));
}

#[test]
fn cuts_are_measured_on_the_families() {
    let catalog = roles(4, |at, role| {
        role.family = (at / 2) as u16;
        role.about = Text::english(["kites wind", "kites wind", "roofs tar", "roofs tar"][at]);
    });
    let Cuts { viable, highly_viable } = catalog.calibration.cuts;
    // Each is like its kin, and nothing else: the same similarity in both families, above all other pairs.
    assert!((viable - highly_viable).abs() < 1e-9, "without codes the families decide");
    assert!(viable > 0.6, "{viable}");

    let alone = roles(1, |_, _| {});
    assert_eq!(alone.calibration.cuts, Cuts::default(), "without two roles in a family nothing is viable");
    assert_eq!(
        SimilarityTable::of(&Catalog::default())
            .ranked(&SimilarityTable::of(&Catalog::default()).role(0), &only(Part::Words)),
        []
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Symmetric; a role is most like itself; other ids and another order change nothing.
    #[test]
    fn laws_of_similarity(
        weights in prop::collection::vec(prop::array::uniform4(100u16..=500), 2..7),
        zones in prop::collection::vec(prop::option::of(1u8..=5), 7),
        words in prop::collection::vec(prop::collection::vec(0usize..6, 0..6), 7),
        turn in 1usize..6,
    ) {
        let n = weights.len();
        let word = |at: &usize| ["kites", "roofs", "tar", "string", "wind", "rain"][*at];
        let make = |order: &dyn Fn(usize) -> usize| roles(n, |at, role| {
            let at = order(at);
            role.zone = zones[at];
            role.tasks = words[at].iter().map(|at| Task::named(Text::english(word(at)))).collect();
            role.id = format!("{}-{at}", if turn % 2 == 0 { "x" } else { "role" }).as_str().into();
            for (asked, weight) in role.requirements.iter_mut().zip(weights[at]) {
                asked.weight = skillstead::domain::Weight::new(f64::from(weight) / 100.0);
            }
        });
        let policy = Policy::default();
        let (here, there) = (make(&|at| at), make(&|at| (at + turn) % n));
        let (table, turned) = (SimilarityTable::of(&here), SimilarityTable::of(&there));
        for a in 0..n {
            let row = table.scores(&table.role(a), &policy.similarity);
            let turned_row = turned.scores(&turned.role((a + n - turn % n) % n), &policy.similarity);
            for b in 0..n {
                let back = table.scores(&table.role(b), &policy.similarity)[a];
                prop_assert!((row[b] - back).abs() < 1e-3, "{a} {b}: {} {back}", row[b]);
                prop_assert!(row[b] <= row[a] + 1e-3, "{a} is most like itself, not {b}");
                prop_assert!((row[b] - turned_row[(b + n - turn % n) % n]).abs() < 1e-3);
            }
        }
    }
}
