//! Where a person can go from here (engine.md 5): transitions, ways by way of others, the next skill, the shape of what is
//! held, and the exposure of a role (engine.md 6).

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use skillstead::catalog::{Calibration, Catalog, Cuts};
use skillstead::domain::{Marks, Need, Task, Text, Verdict, Workspace};
use skillstead::engine::{
    Outlook, Policy, Protection, Shape, SimilarityTable, Standing, Transition, Way, exposure_of, shape, unlock,
};
use town::{Town, person};

/// What `look` sees from a person's place.
fn from<T>(catalog: &Catalog, workspace: &Workspace, look: impl FnOnce(&Outlook<'_>) -> T) -> T {
    let (table, policy) = (SimilarityTable::of(catalog), Policy::default());
    let way = Way::find(std::iter::once(catalog), workspace).expect("a way");
    let standing = Standing::of(&way, workspace);
    let current = catalog.role_place(&way.current.expect("a present role").id).expect("its place");
    look(&Outlook { catalog, table: &table, current, standing: &standing, gates: &workspace.gates, policy: &policy })
}

/// The most similar roles, whatever they are.
fn nearest(here: &Outlook<'_>, limit: usize) -> Vec<Transition> {
    here.transitions(limit, |_| true, |_| true)
}

fn id(catalog: &Catalog, role: usize) -> &str {
    catalog.roles[role].id.as_str()
}

#[test]
fn transitions_come_by_similarity_with_all_that_speaks_for_and_against() {
    let catalog = starter::starter().expect("the starter catalogue");
    let found = from(&catalog, &person("bookkeeper", "bookkeeper", &[]), |here| nearest(here, 20));
    assert_eq!(found.len(), 20);
    assert!(found.is_sorted_by(|a, b| a.similarity >= b.similarity));
    let accountant = found.iter().find(|to| id(&catalog, to.role) == "accountant").expect("near by");
    assert_eq!(accountant.verdict.verdict, Verdict::UpskillMove);
    assert!(accountant.gap.hours.likely > 0.0 && accountant.gap.fit.likely > 0.3);
    assert_eq!(accountant.zones_up, Some(1));
    assert!(accountant.exposure_change.expect("marked tasks") < 0.0, "judgement is added");
    let names = |skills: Vec<skillstead::domain::SkillIx>| -> Vec<&str> {
        skills.iter().map(|at| catalog.skills[at.at()].id.as_str()).collect()
    };
    assert!(names(accountant.carried_by()).contains(&"bookkeeping"), "{:?}", names(accountant.carried_by()));
    assert_eq!(accountant.costs_most().len(), 3);
    assert!(!found.iter().any(|to| id(&catalog, to.role) == "bookkeeper"), "one's own role is no transition");
}

#[test]
fn what_is_not_wanted_is_left_out_before_the_rest_is_counted() {
    let catalog = starter::starter().expect("the starter catalogue");
    from(&catalog, &person("bookkeeper", "bookkeeper", &[]), |here| {
        let family = catalog.roles[catalog.role_place(&"data-analyst".into()).expect("the role")].family;
        let found = here.transitions(5, |role| role.family == family, |to| to.gap.hours.likely < 1_500.0);
        assert!(!found.is_empty());
        assert!(found.iter().all(|to| catalog.roles[to.role].family == family && to.gap.hours.likely < 1_500.0));
        assert_eq!(here.transitions(5, |_| false, |_| true), []);
    });
}

#[test]
fn on_the_map_all_stand_apart_and_the_nearest_next_to_the_middle() {
    let catalog = starter::starter().expect("the starter catalogue");
    from(&catalog, &person("bookkeeper", "bookkeeper", &[]), |here| {
        let roles: Vec<usize> = nearest(here, 16).iter().map(|to| to.role).collect();
        let places = here.places(&roles);
        let distance = |place: &[f64; 2]| place[0].hypot(place[1]);
        assert!(places.iter().map(distance).is_sorted());
        assert!(places.iter().all(|place| distance(place) <= 1.0 + 1e-9));
        for (at, a) in places.iter().enumerate() {
            assert!(places[at + 1..].iter().all(|b| (a[0] - b[0]).hypot(a[1] - b[1]) > 0.05));
        }
        assert_eq!(here.places(&roles), places, "the same each time");
        assert!(here.places(&[]).is_empty());
    });
}

#[test]
fn steadiness_is_a_share_and_the_same_for_the_same_seed() {
    let catalog = starter::starter().expect("the starter catalogue");
    from(&catalog, &person("bookkeeper", "bookkeeper", &[]), |here| {
        let roles: Vec<usize> = nearest(here, 12).iter().map(|to| to.role).collect();
        let steady = here.steadiness(&roles, 7);
        assert_eq!(steady, here.steadiness(&roles, 7));
        assert!(steady.iter().all(|share| (0.0..=1.0).contains(share)));
        assert!((steady.iter().sum::<f64>() - 3.0).abs() < 1e-9, "three stand among the best three in each draw");
        assert!(steady[0] > 0.9, "{steady:?}");
        assert!(here.steadiness(&[], 7).is_empty());
    });
}

/// A chain: each role shares half of its skills with the next.
fn chain() -> Catalog {
    let skills = ["a", "b", "c", "d", "e"];
    let mut town = skills.into_iter().fold(Town::new(), Town::skill);
    for (role, pair) in ["one", "two", "three", "four"].into_iter().zip(skills.windows(2)) {
        town = town.role(role, &[(pair[0], 3.0, 4.0, Need::Must), (pair[1], 3.0, 4.0, Need::Must)]);
    }
    let mut catalog = town.build();
    let measured = skillstead::engine::calibrate(&catalog, &Policy::default().similarity);
    // Neighbours in the chain are viable, all others are not.
    let table = SimilarityTable::of(&catalog).with(measured.clone());
    let (near, far) = (table.similarity(0, 1, &Policy::default()), table.similarity(0, 2, &Policy::default()));
    assert!(near > far, "{near} {far}");
    let viable = (near + far) / 2.0;
    catalog.calibration = Calibration { cuts: Cuts { viable, highly_viable: 1.0 }, ..measured };
    catalog
}

/// The ways from one role to another, by the ids of their stops.
#[track_caller]
fn check_paths(current: &str, target: &str, expected: &[&[&str]]) {
    let catalog = chain();
    let paths = from(&catalog, &person(current, target, &[]), |here| {
        here.paths(catalog.role_place(&target.into()).expect("the role"), 3)
    });
    let stops: Vec<Vec<&str>> =
        paths.iter().map(|path| path.stops.iter().map(|at| id(&catalog, *at)).collect()).collect();
    assert_eq!(stops, expected);
    for path in &paths {
        assert_eq!(path.hours.len(), path.stops.len() + 1);
    }
}

#[test]
fn paths_lead_by_way_of_roles_that_are_near_enough() {
    check_paths("one", "two", &[&[]]);
    check_paths("one", "three", &[&["two"]]);
    check_paths("one", "four", &[&["two", "three"]]);
}

#[test]
fn a_stop_is_learnt_before_the_rest() {
    let catalog = chain();
    from(&catalog, &person("one", "three", &[]), |here| {
        let path = here.paths(catalog.role_place(&"three".into()).expect("the role"), 1).remove(0);
        // Each step is one skill from nothing to level 3: 10 + 30 + 80 hours.
        assert_eq!(path.hours.iter().map(|hours| hours.likely).collect::<Vec<_>>(), [120.0, 120.0]);
        assert_eq!(path.total().likely, 240.0);
    });
}

#[test]
fn the_next_skill_is_the_one_that_opens_most_for_an_hour() {
    let asks = |level: f64| [("base", 3.0, 4.0, Need::Must), ("key", level, 2.0, Need::Nice)];
    let town = Town::new().skill("base").skill("key").skill("far").role("here", &[("base", 3.0, 4.0, Need::Must)]);
    let town = town.role("one", &asks(2.0)).role("two", &asks(2.0));
    let catalog = town.role("three", &[("base", 3.0, 2.0, Need::Must), ("far", 5.0, 5.0, Need::Must)]).build();
    from(&catalog, &person("here", "here", &[]), |here| {
        let found = unlock(&nearest(here, 9), here.policy);
        let first = &found[0];
        assert_eq!(catalog.skills[first.skill.at()].id.as_str(), "key");
        // Both lack a third of their weight, and are within reach with it.
        assert_eq!(first.opens.iter().map(|at| id(&catalog, *at)).collect::<Vec<_>>(), ["one", "two"]);
        assert!((first.gain - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(first.hours, 40.0);
    });
    assert_eq!(unlock(&[], &Policy::default()), []);
}

#[test]
fn broad_and_deep_are_measured_apart() {
    let town = Town::new().skill_in("a", "x").skill_in("b", "x").skill_in("c", "x").skill_in("d", "y");
    let catalog = town.role("here", &[]).build();
    let shape_of = |rated: &[(&str, f64)]| -> Option<Shape> {
        let rated: Vec<_> = rated.iter().map(|(skill, level)| (*skill, Some(*level))).collect();
        from(&catalog, &person("here", "here", &rated), |here| shape(here.catalog, |skill| here.standing.level(skill)))
    };
    assert_eq!(shape_of(&[]), None);
    let deep = shape_of(&[("a", 5.0), ("b", 4.0), ("c", 3.0)]).expect("a shape");
    assert_eq!((deep.versatility, deep.specialisation, deep.group), (1.0, 4.0, 0));
    let broad = shape_of(&[("a", 3.0), ("d", 3.0)]).expect("a shape");
    assert!((broad.versatility - 2.0).abs() < 1e-9);
    assert_eq!(broad.specialisation, 1.0);
}

/// The exposure of tasks of equal time with these marks.
#[track_caller]
fn check_exposure(marks: &[[u8; 7]], expected: (f64, f64, f64)) {
    let task = |marks: &[u8; 7]| Task { marks: Marks::try_from(*marks).ok(), ..Task::named(Text::default()) };
    let tasks: Vec<Task> = marks.iter().map(task).collect();
    let found = exposure_of(&tasks, &Policy::default()).expect("marked tasks");
    assert_eq!((found.low, found.high, found.protected), expected);
    assert!(found.low <= found.high);
}

#[test]
fn exposure_is_a_range_from_tasks() {
    check_exposure(&[[5, 5, 5, 5, 1, 1, 1]], (1.0, 1.0, 0.0));
    check_exposure(&[[1, 1, 1, 1, 1, 1, 1]], (0.0, 0.0, 0.0));
    check_exposure(&[[5, 5, 5, 5, 4, 1, 1]], (0.0, 1.0, 1.0));
    check_exposure(&[[5, 5, 5, 5, 3, 1, 1], [3, 3, 3, 3, 1, 5, 1]], (0.5, 0.75, 0.5));
    assert_eq!(exposure_of(&[Task::named(Text::default())], &Policy::default()), None);
}

#[test]
fn the_strongest_protection_is_named() {
    let marks = |contact, dexterity, judgement| Marks::try_from([3, 3, 3, 3, contact, dexterity, judgement]).ok();
    let protection = |marks| {
        let task = Task { marks, ..Task::named(Text::default()) };
        exposure_of(&[task], &Policy::default()).expect("a marked task").tasks[0].protected
    };
    assert_eq!(protection(marks(4, 5, 4)), Some(Protection::Dexterity));
    assert_eq!(protection(marks(4, 4, 4)), Some(Protection::Contact));
    assert_eq!(protection(marks(3, 1, 4)), Some(Protection::Judgement));
    assert_eq!(protection(marks(3, 3, 3)), None);
}
