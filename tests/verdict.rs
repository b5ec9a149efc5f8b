//! Upskill or reskill (engine.md 4), and the cuts that a catalogue measures on itself (engine.md 5).

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use skillstead::catalog::{Catalog, Cuts};
use skillstead::domain::{Need, Workspace};
use skillstead::engine::{Policy, Standing, Verdict, VerdictReport, Way, analyse, calibrate, judge, similarity};
use town::{Town, person};

fn verdict(catalog: &Catalog, workspace: &Workspace) -> VerdictReport {
    let (way, policy) = (Way::find(std::iter::once(catalog), workspace).expect("a way"), Policy::default());
    judge(&way, &analyse(&way, &Standing::of(&way, workspace), &policy), &policy)
}

/// Roles of two skills each: `near` is the cook's work one level up, `new` half of it and half of something else.
fn kitchen() -> Catalog {
    let cook: &[_] = &[("heat", 2.0, 5.0, Need::Must), ("taste", 2.0, 3.0, Need::Nice)];
    let near: &[_] = &[("heat", 3.0, 5.0, Need::Must), ("taste", 3.0, 3.0, Need::Nice)];
    let new: &[_] = &[("heat", 2.0, 3.0, Need::Nice), ("sums", 3.0, 5.0, Need::Must)];
    let town = Town::new().skill("heat").skill("taste").skill("sums");
    let mut catalog = town.role("cook", cook).role("near", near).role("new", new).role("empty", &[]).build();
    catalog.cuts = Cuts { viable: 0.4, highly_viable: 0.9 };
    catalog
}

#[track_caller]
fn check(current: &str, target: &str, rated: &[(&str, Option<f64>)], expected: Verdict) -> VerdictReport {
    let report = verdict(&kitchen(), &person(current, target, rated));
    assert_eq!(report.verdict, expected, "{report:?}");
    report
}

#[test]
fn the_verdict_follows_distance_and_new_ground() {
    check("cook", "cook", &[("heat", Some(2.0)), ("taste", Some(2.0))], Verdict::Maintain);
    check("cook", "cook", &[("heat", Some(1.0)), ("taste", Some(2.0))], Verdict::Upskill);
    let up = check("cook", "near", &[], Verdict::UpskillMove);
    assert_eq!((up.similarity, up.new_share), (Some(1.0), 0.0));
    let away = check("cook", "new", &[], Verdict::Reskill);
    // 5*3 / (sqrt(34) * sqrt(34)); all that is missing is new.
    assert!((away.similarity.expect("comparable") - 15.0 / 34.0).abs() < 1e-9);
    assert!((away.distance().expect("comparable") - 19.0 / 34.0).abs() < 1e-9);
    assert_eq!(away.new_share, 1.0);
}

#[test]
fn a_near_role_that_is_mostly_new_ground_is_a_reskilling() {
    let report = check("cook", "near", &[("heat", Some(0.0)), ("taste", Some(2.0))], Verdict::Reskill);
    assert!(report.new_share >= 0.35, "{}", report.new_share);
}

#[test]
fn a_role_that_names_nothing_is_like_no_other() {
    assert_eq!(check("empty", "new", &[], Verdict::Reskill).similarity, Some(0.0));
}

#[test]
fn a_present_role_of_another_catalogue_is_found_by_its_code() {
    let mut here = kitchen();
    here.roles[1].onet_code = Some("35-1011.00".into());
    let mut elsewhere = Town::new().skill("heat").role("chef", &[("heat", 3.0, 5.0, Need::Must)]).build();
    elsewhere.roles[0].onet_code = Some("35-1011.00".into());
    let workspace = person("chef", "new", &[]);
    let way = Way::find([&here, &elsewhere].into_iter(), &workspace).expect("a way");
    assert_eq!(way.current.map(|role| role.id.as_str()), Some("near"));
    // Without a code it cannot be compared, and says so.
    elsewhere.roles[0].onet_code = None;
    let way = Way::find([&here, &elsewhere].into_iter(), &workspace).expect("a way");
    assert!(way.current.is_none());
    let policy = Policy::default();
    let report = judge(&way, &analyse(&way, &Standing::of(&way, &workspace), &policy), &policy);
    assert_eq!((report.verdict, report.similarity), (Verdict::Reskill, None));
}

#[test]
fn a_role_that_no_catalogue_has_gives_no_way() {
    assert!(Way::find(std::iter::once(&kitchen()), &person("cook", "gone", &[])).is_none());
    assert!(Way::find(std::iter::once(&kitchen()), &Workspace::default()).is_none());
}

#[test]
fn similarity_is_symmetric_and_knows_its_own() {
    let catalog = kitchen();
    for a in &catalog.roles {
        for b in &catalog.roles {
            assert_eq!(similarity(a, b), similarity(b, a));
        }
    }
    assert!((similarity(&catalog.roles[0], &catalog.roles[0]) - 1.0).abs() < 1e-12);
}

#[test]
fn cuts_are_measured_on_the_families() {
    let mut catalog = kitchen();
    catalog.roles.truncate(3);
    calibrate(&mut catalog);
    // Three pairs: 1, 15/34 and 15/34.
    let far = 15.0 / 34.0;
    let mean = (1.0 + 2.0 * far) / 3.0;
    let deviation = (((1.0f64 - mean).powi(2) + 2.0 * (far - mean).powi(2)) / 3.0).sqrt();
    assert!((catalog.cuts.viable - (mean - deviation)).abs() < 1e-9);
    assert!((catalog.cuts.highly_viable - mean).abs() < 1e-9, "without codes the families decide");

    let mut alone = Town::new().role("hermit", &[]).build();
    calibrate(&mut alone);
    assert_eq!(alone.cuts, Cuts::default(), "without two roles in a family nothing is viable");
}

#[test]
fn the_starter_catalogue_tells_a_step_up_from_a_new_start() {
    let catalog = starter::starter().expect("the starter catalogue");
    let verdict = |from: &str, to: &str| verdict(&catalog, &person(from, to, &[])).verdict;
    assert_eq!(verdict("reporting-analyst", "data-analyst"), Verdict::UpskillMove);
    assert_eq!(verdict("customer-service-representative", "data-scientist"), Verdict::Reskill);
    assert_eq!(verdict("bookkeeper", "warehouse-worker"), Verdict::Reskill);
}
