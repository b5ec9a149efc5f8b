//! The starter catalogue is whole: what `data/` says holds together.

#[path = "support/starter.rs"]
mod starter;

use skillstead::catalog::{fold, pack, problems, unpack};
use skillstead::domain::{Kind, Level};
use std::collections::BTreeSet;

#[test]
fn it_is_whole() {
    let catalog = starter::starter().expect("the starter catalogue");
    // Every id resolves, nothing needs itself, every gap up to level 4 has a way, both languages are complete.
    assert_eq!(problems(&catalog), BTreeSet::new());
    assert!(catalog.roles.len() >= 140 && catalog.families.len() >= 14 && catalog.skills.len() >= 220);
    assert!(catalog.activities.len() >= 600);
    for skill in &catalog.skills {
        assert_eq!(skill.levels.len(), 5, "{}: a description of each level", skill.id);
        let levels: BTreeSet<_> = skill.levels.iter().map(|level| &level.en).collect();
        assert_eq!(levels.len(), 5, "{}: levels that can be told apart", skill.id);
        assert!(skill.related.iter().all(|link| (0.0..=1.0).contains(&link.strength)), "{}", skill.id);
    }
    for role in &catalog.roles {
        assert!(role.requirements.len() >= 8, "{} asks for too little to judge", role.id);
        assert!(role.requirements.windows(2).all(|pair| pair[0].skill < pair[1].skill), "{} asks twice", role.id);
        assert!(!role.tasks.is_empty() && !role.also.is_empty(), "{}", role.id);
        assert!(role.zone.is_some_and(|zone| (1..=5).contains(&zone)), "{}", role.id);
    }
    let used: BTreeSet<_> = catalog.roles.iter().flat_map(|role| &role.requirements).map(|asked| asked.skill).collect();
    let lonely: Vec<_> = (0u32..)
        .zip(&catalog.skills)
        .filter(|(at, _)| !used.iter().any(|place| place.0 == *at))
        .map(|(_, s)| &s.id)
        .collect();
    assert!(lonely.is_empty(), "no role asks for {lonely:?}");
}

#[test]
fn activities_are_plausible_and_of_every_kind() {
    let catalog = starter::starter().expect("the starter catalogue");
    let kinds: BTreeSet<Kind> = catalog.activities.iter().map(|activity| activity.kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "not only courses");
    for activity in &catalog.activities {
        let id = &activity.id;
        assert!(activity.from < activity.to && activity.to - activity.from <= 2.0, "{id}: one step or two");
        assert!((1..=1_500).contains(&activity.hours) && (1..=40).contains(&activity.weekly), "{id}: hours");
        assert!(activity.cost <= 5_000, "{id}: money");
        let text = &activity.name;
        assert!(!text.en.is_empty() && !text.es.is_empty() && text.en != text.es, "{id}: words in both languages");
    }
}

#[test]
fn no_two_names_are_almost_the_same() {
    let catalog = starter::starter().expect("the starter catalogue");
    let skills = catalog.skills.iter().map(|skill| &skill.name);
    let roles = catalog.roles.iter().map(|role| &role.name);
    for names in [skills.collect::<Vec<_>>(), roles.collect()] {
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                for (a, b) in [(&a.en, &b.en), (&a.es, &b.es)] {
                    // A plural or a slip; product and project managers are two letters apart and two kinds of people.
                    assert!(strsim::osa_distance(&fold(a), &fold(b)) > 1, "{a} and {b}");
                }
            }
        }
    }
}

#[test]
fn it_survives_its_bytes() {
    let catalog = starter::starter().expect("the starter catalogue");
    let again = unpack(&pack(&catalog).expect("packed")).expect("unpacked");
    assert_eq!(
        (&again.roles, &again.skills, &again.activities),
        (&catalog.roles, &catalog.skills, &catalog.activities)
    );
    assert_eq!((again.calibration.cuts, &again.titles), (catalog.calibration.cuts, &catalog.titles));
    let statistics = again.find_skill(&"statistics".into()).expect("statistics");
    assert!(again.activities_for(statistics).count() >= 4);
    let activity = &again.activities[0].id;
    assert_eq!(again.find_activity(activity).map(|found| &found.id), Some(activity));
}

#[test]
fn tasks_share_the_whole_time_and_are_marked_one_by_one() {
    let catalog = starter::starter().expect("the starter catalogue");
    for role in &catalog.roles {
        let shares: u32 = role.tasks.iter().map(|task| u32::from(task.share)).sum();
        assert_eq!((shares, (5..=8).contains(&role.tasks.len())), (100, true), "{}", role.id);
        let marks: BTreeSet<[u8; 7]> =
            role.tasks.iter().map(|task| task.marks.expect("marks of every task").into()).collect();
        assert!(marks.len() + 1 >= role.tasks.len(), "{}: tasks that differ are marked alike", role.id);
    }
}

#[test]
fn levels_rise_with_the_preparation_that_a_role_takes() {
    let catalog = starter::starter().expect("the starter catalogue");
    let mean = |zones: [u8; 2]| {
        let roles = catalog.roles.iter().filter(|role| role.zone.is_some_and(|zone| zones.contains(&zone)));
        let levels: Vec<f64> = roles.flat_map(|role| &role.requirements).map(|asked| asked.level.value()).collect();
        levels.iter().sum::<f64>() / levels.len() as f64
    };
    let means = [mean([1, 2]), mean([3, 3]), mean([4, 4]), mean([5, 5])];
    assert!(means.is_sorted(), "{means:?}");
    for role in &catalog.roles {
        let hard = role.requirements.iter().filter(|asked| asked.level >= Level::LEADS).count();
        let most = if role.zone.is_some_and(|zone| zone <= 2) { 0 } else { 5 };
        assert!(hard <= most, "{} asks for {hard} skills at level 4", role.id);
    }
}

#[test]
fn codes_are_of_their_kind_and_titles_belong_to_one_role() {
    let catalog = starter::starter().expect("the starter catalogue");
    let names: BTreeSet<String> =
        catalog.roles.iter().flat_map(|role| [&role.name.en, &role.name.es]).map(|name| fold(name)).collect();
    for role in &catalog.roles {
        let digits = |code: &str| code.chars().filter(char::is_ascii_digit).count();
        assert!(role.onet_code.as_deref().is_none_or(|code| code.len() == 10 && digits(code) == 8), "{}", role.id);
        assert!(role.isco_code.as_deref().is_none_or(|code| code.len() == 4 && digits(code) == 4), "{}", role.id);
        for title in &role.also {
            assert!(!names.contains(&fold(&title.en)), "{}: {} is a role itself", role.id, title.en);
        }
    }
    let flags = catalog.skills.iter().map(|skill| skill.flags);
    let [transferable, digital, green] = flags.fold([0; 3], |[a, b, c], flags| {
        [a + u32::from(flags.transferable), b + u32::from(flags.digital), c + u32::from(flags.green)]
    });
    assert!(transferable >= 15 && digital >= 30 && green >= 8, "{transferable} {digital} {green}");
}

#[test]
fn no_two_skills_have_the_same_other_name() {
    let catalog = starter::starter().expect("the starter catalogue");
    let mut owners = std::collections::BTreeMap::new();
    let names = |skill: &skillstead::domain::Skill| [fold(&skill.name.en), fold(&skill.name.es)];
    for skill in &catalog.skills {
        owners.extend(names(skill).map(|name| (name, &skill.id)));
    }
    for skill in &catalog.skills {
        for name in skill.also.iter().map(|name| fold(&name.en)) {
            if let Some(other) = owners.insert(name.clone(), &skill.id) {
                panic!("{name} is a name of {other} and another name of {}", skill.id);
            }
        }
    }
    let named = catalog.skills.iter().filter(|skill| !skill.also.is_empty()).count();
    assert!(named >= 100, "{named} skills that adverts call by other names");
}
