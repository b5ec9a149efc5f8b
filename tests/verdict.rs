//! Upskill or reskill (engine.md 4).

#[path = "support/town.rs"]
mod town;

use skillstead::catalog::{Calibration, Catalog, Cuts};
use skillstead::domain::{Need, Verdict, Workspace};
use skillstead::engine::{Policy, Standing, VerdictReport, Way, analyse, judge};
use town::{Town, person};

fn verdict(catalog: &Catalog, workspace: &Workspace, similarity: Option<f64>) -> VerdictReport {
    let (way, policy) = (Way::find(std::iter::once(catalog), workspace).expect("a way"), Policy::default());
    judge(&way, &analyse(&way, &Standing::of(&way, workspace), &policy), similarity, catalog.calibration.cuts, &policy)
}

/// Roles of two skills each: `near` is the cook's work one level up, `new` half of it and half of something else.
fn kitchen() -> Catalog {
    let cook: &[_] = &[("heat", 2.0, 5.0, Need::Must), ("taste", 2.0, 3.0, Need::Nice)];
    let near: &[_] = &[("heat", 3.0, 5.0, Need::Must), ("taste", 3.0, 3.0, Need::Nice)];
    let new: &[_] = &[("heat", 2.0, 3.0, Need::Nice), ("sums", 3.0, 5.0, Need::Must)];
    let town = Town::new().skill("heat").skill("taste").skill("sums");
    let mut catalog = town.role("cook", cook).role("near", near).role("new", new).role("empty", &[]).build();
    catalog.calibration = Calibration { cuts: Cuts { viable: 0.4, highly_viable: 0.9 }, ..Calibration::default() };
    catalog
}

type Rated<'a> = &'a [(&'a str, Option<f64>)];

/// The verdict on a way of the kitchen whose roles are as alike as `similarity` says.
#[track_caller]
fn check(way: [&str; 2], similarity: f64, rated: Rated<'_>, expected: Verdict) -> VerdictReport {
    let report = verdict(&kitchen(), &person(way[0], way[1], rated), Some(similarity));
    assert_eq!(report.verdict, expected, "{report:?}");
    report
}

#[test]
fn in_ones_own_role_fit_decides() {
    check(["cook", "cook"], 1.0, &[("heat", Some(2.0)), ("taste", Some(2.0))], Verdict::Maintain);
    check(["cook", "cook"], 1.0, &[("heat", Some(1.0)), ("taste", Some(2.0))], Verdict::Upskill);
}

#[test]
fn between_roles_distance_decides() {
    let up = check(["cook", "near"], 0.9, &[], Verdict::UpskillMove);
    assert_eq!((up.new_share, up.new_ground), (0.0, 0.0));
    assert!((up.distance().expect("comparable") - 0.1).abs() < 1e-12);
    check(["cook", "near"], 0.899, &[], Verdict::Reskill);
    check(["cook", "near"], 0.4, &[], Verdict::Reskill);
    check(["cook", "near"], 0.399, &[], Verdict::LongReskill);
}

#[test]
fn a_near_role_that_is_mostly_new_ground_is_a_reskilling() {
    // Sums weigh 5 of 8, and nothing stands in for them.
    let new = check(["cook", "new"], 0.95, &[], Verdict::Reskill);
    assert_eq!((new.new_share, new.new_ground), (1.0, 0.625));
}

/// Incident: going from data analyst to reporting analyst was called a reskilling, since the little that was missing was new.
#[test]
fn a_small_gap_between_neighbours_is_no_reskilling() {
    let report = check(["cook", "near"], 0.95, &[("heat", Some(3.0)), ("taste", Some(0.0))], Verdict::UpskillMove);
    assert_eq!((report.new_share, report.new_ground), (1.0, 0.375));
}

#[test]
fn roles_that_cannot_be_compared_are_different_positions() {
    assert_eq!(verdict(&kitchen(), &person("cook", "new", &[]), None).verdict, Verdict::Reskill);
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
}

#[test]
fn a_role_that_no_catalogue_has_gives_no_way() {
    assert!(Way::find(std::iter::once(&kitchen()), &person("cook", "gone", &[])).is_none());
    assert!(Way::find(std::iter::once(&kitchen()), &Workspace::default()).is_none());
}
