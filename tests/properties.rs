//! Laws that hold for every input: the engine's, the search's, the stored bytes'.

#[path = "support/plan_checker.rs"]
mod plan_checker;
#[path = "support/town.rs"]
mod town;

use plan_checker::broken_laws;
use proptest::prelude::*;
use skillstead::catalog::{Catalog, fold, pack, problems, unpack};
use skillstead::domain::{Horizon, Need, SafeUrl, Workspace};
use skillstead::engine::{
    Ask, GapReport, Moving, Policy, SimilarityTable, Standing, Way, analyse, judge, prepare, questions,
};
use skillstead::exchange::onet;
use skillstead::store::{open, seal};
use std::collections::BTreeSet;
use town::{Town, day, person};

const SKILLS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const GROUPS: [&str; 3] = ["x", "y", "z"];

prop_compose! {
    /// A requirement of each skill: its level in tenths, weight and need.
    fn asked()(levels in prop::array::uniform6(0u8..=50), weights in prop::array::uniform6(1u8..=5), needs in prop::array::uniform6(0u8..3))
        -> Vec<(&'static str, f64, f64, Need)> {
        let need = |need| [Need::Must, Need::Nice, Need::Background][usize::from(need)];
        let one = |at: usize| (SKILLS[at], f64::from(levels[at]) / 10.0, f64::from(weights[at]), need(needs[at]));
        (0..SKILLS.len()).map(one).collect()
    }
}

prop_compose! {
    /// A catalogue of six skills with activities, relations and prerequisites of any kind, cycles among them.
    fn catalogs()(
        here in asked(),
        there in asked(),
        activities in prop::collection::vec((0usize..6, 0u8..5, 1u8..=2, 1u16..200, 1u8..12, 0u32..300), 0..12),
        related in prop::collection::vec((0usize..6, 0usize..6, 0u8..=10), 0..6),
        before in prop::collection::vec((0usize..6, 1u8..=5, 0usize..6, 1u8..=5), 0..4),
    ) -> Catalog {
        let mut town = Town::new();
        for (at, id) in SKILLS.iter().enumerate() {
            town = town.skill_in(id, GROUPS[at % 3]);
        }
        for (skill, helper, tenths) in related {
            town = town.related(SKILLS[skill], SKILLS[helper], f32::from(tenths) / 10.0);
        }
        for (skill, to, first, at_least) in before {
            town = town.before(SKILLS[skill], f64::from(to), SKILLS[first], f64::from(at_least));
        }
        for (at, (skill, from, rungs, hours, weekly, cost)) in activities.into_iter().enumerate() {
            let levels = [f64::from(from), f64::from((from + rungs).min(5))];
            town = town.activity(&format!("activity-{at}"), SKILLS[skill], levels, hours, weekly, cost);
        }
        town.role("here", &here).role("there", &there).build()
    }
}

prop_compose! {
    fn people()(
        rated in prop::collection::vec((0usize..6, prop::option::weighted(0.9, 0u8..=5)), 0..6),
        hours_per_week in 1u8..=40,
        weeks in prop::option::of(0i64..200),
        budget in prop::option::of(0u32..800),
    ) -> Workspace {
        let rated: Vec<_> = rated.into_iter().map(|(skill, at)| (SKILLS[skill], at.map(f64::from))).collect();
        let deadline = weeks.map(|weeks| day("2026-11-30") + chrono::Duration::weeks(weeks));
        Workspace { horizon: Horizon { hours_per_week, start: None, deadline, budget }, ..person("here", "there", &rated) }
    }
}

fn gap(catalog: &Catalog, workspace: &Workspace) -> GapReport {
    let way = Way::find(std::iter::once(catalog), workspace).expect("a way");
    analyse(&way, &Standing::of(&way, workspace), &Policy::default())
}

proptest! {
    #[test]
    fn fit_is_an_interval_that_holds_what_is_likely(catalog in catalogs(), workspace in people()) {
        let report = gap(&catalog, &workspace);
        prop_assert!(0.0 <= report.fit.low && report.fit.low <= report.fit.likely + 1e-9);
        prop_assert!(report.fit.likely <= report.fit.high + 1e-9 && report.fit.high <= 1.0 + 1e-9);
        prop_assert!((0.0..=1.0).contains(&report.must_fit) && (0.0..=1.0 + 1e-9).contains(&report.new_share));
        for item in &report.items {
            prop_assert!((0.0..=1.0).contains(&item.fit) && item.priority >= 0.0 && item.hours.low <= item.hours.high);
            prop_assert_eq!(item.is_open(), item.hours.likely > 0.0);
        }
        let asked = questions(&report, &Policy::default());
        prop_assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len());
    }

    #[test]
    fn a_higher_rating_never_lowers_fit(catalog in catalogs(), workspace in people(), skill in 0usize..6, low in 0u8..5) {
        let rated = |at: u8| {
            let rate = skillstead::domain::Command::Rate {
                skill: SKILLS[skill].into(),
                answer: Some(skillstead::domain::Answer::At(town::level(f64::from(at)))),
                on: day("2026-12-01"),
            };
            gap(&catalog, &town::applied(workspace.clone(), rate))
        };
        let (before, after) = (rated(low), rated(low + 1));
        prop_assert!(after.fit.likely >= before.fit.likely - 1e-9);
        prop_assert!(after.must_fit >= before.must_fit - 1e-9);
    }

    /// Whatever the skills that are not rated turn out to be, fit stays inside the interval.
    #[test]
    fn the_interval_contains_every_completion(catalog in catalogs(), workspace in people(), levels in prop::array::uniform6(0u8..=5)) {
        let before = gap(&catalog, &workspace);
        let unrated = SKILLS.iter().zip(levels).filter(|(skill, _)| workspace.answer(&(**skill).into()).is_none());
        let after = unrated.fold(workspace.clone(), |workspace, (skill, at)| {
            let answer = Some(skillstead::domain::Answer::At(town::level(f64::from(at))));
            town::applied(workspace, skillstead::domain::Command::Rate { skill: (*skill).into(), answer, on: day("2026-12-01") })
        });
        let after = gap(&catalog, &after).fit;
        prop_assert!((0.0..=1.0).contains(&after.likely));
        prop_assert!(before.fit.low <= after.likely + 1e-9 && after.likely <= before.fit.high + 1e-9, "{:?} {after:?}", before.fit);
    }

    /// There is a verdict on every way, and the same one each time.
    #[test]
    fn the_verdict_is_total_and_the_same(catalog in catalogs(), workspace in people()) {
        let mut catalog = catalog;
        prepare(&mut catalog);
        let (table, policy) = (SimilarityTable::of(&catalog), Policy::default());
        let way = Way::find(std::iter::once(&catalog), &workspace).expect("a way");
        let report = || judge(&way, &gap(&catalog, &workspace), way.similarity(&table, &policy), catalog.calibration.cuts, &policy);
        let distance = report().distance();
        prop_assert!(distance.is_some_and(|distance| (0.0..=1.0).contains(&distance)));
        prop_assert!((0.0..=1.0).contains(&report().new_ground));
        prop_assert_eq!(report(), report());
    }

    #[test]
    fn every_plan_keeps_the_laws(catalog in catalogs(), workspace in people()) {
        let way = Way::find(std::iter::once(&catalog), &workspace).expect("a way");
        let (standing, policy) = (Standing::of(&way, &workspace), Policy::default());
        let report = analyse(&way, &standing, &policy);
        let (horizon, arrangement) = (workspace.horizon, &workspace.arrangement);
        let (gap, moving, today) = (&report, Moving::Free, day("2026-11-23"));
        let ask = Ask { way, standing: &standing, gap, also: &[], horizon, arrangement, moving, today, policy: &policy };
        let make = || ask.plan(500).2;
        let plan = make();
        prop_assert_eq!(broken_laws(&catalog, &standing, (&horizon, arrangement), &plan), Vec::<String>::new());
        prop_assert_eq!(&make(), &plan, "the same input gives the same plan");
    }

    #[test]
    fn a_catalogue_survives_its_bytes_and_no_bytes_break_it(catalog in catalogs(), cut in 0usize..2_000, flip in any::<u8>()) {
        let bytes = pack(&catalog).expect("packed");
        prop_assert_eq!(unpack(&bytes).expect("unpacked").roles, catalog.roles);
        let mut broken = bytes[..bytes.len().min(cut)].to_vec();
        unpack(&broken).ok();
        broken = bytes;
        let at = cut % broken.len();
        broken[at] ^= flip;
        // What still unpacks can be asked anything.
        if let Ok(other) = unpack(&broken) {
            let hits = other.titles.search("here", 5);
            prop_assert!(hits.iter().all(|hit| hit.place < other.roles.len()));
            drop(problems(&other));
            let table = SimilarityTable::of(&other);
            prop_assert_eq!(table.ranked(&table.role(0), &Policy::default().similarity).len(), other.roles.len());
        }
    }

    #[test]
    fn a_document_survives_its_text_and_no_text_breaks_it(workspace in people(), generation in any::<u64>(), cut in 0usize..400, noise in ".{0,4}") {
        let text = seal(&workspace, generation);
        let opened = open(&text).expect("a document");
        prop_assert_eq!((&opened.workspace, opened.generation), (&workspace, generation));
        let at = text.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(0);
        let changed = format!("{}{noise}{}", &text[..at], &text[at..]);
        if let Ok(opened) = open(&changed) {
            prop_assert_eq!(opened.workspace, workspace, "only blanks may be added");
        }
    }

    #[test]
    fn a_search_finds_what_it_is_given_and_survives_the_rest(query in ".{0,40}") {
        let catalog = Town::new().role("baker", &[]).also(&["Confiseur-Pâtissier", "Bread artisan"]).build();
        prop_assert!(catalog.titles.search(&fold(&query), 5).len() <= 1);
        prop_assert_eq!(catalog.titles.search(&fold("confiseur patissier"), 5).len(), 1);
    }

    #[test]
    fn a_link_is_a_web_address_and_nothing_else(scheme in "(https?|HTTPS|javascript|data|vbscript|file|ftp|)", between in "(://|:|//|:/|)", rest in ".{0,20}") {
        let text = [scheme, between, rest].concat();
        if let Some(url) = SafeUrl::of(&text) {
            let lower = url.to_string().to_lowercase();
            prop_assert!(lower.starts_with("https://") || lower.starts_with("http://"));
            prop_assert!(!lower.contains(['<', '"', '\\', ' ', '\n', '\t']));
        }
    }

    #[test]
    fn bytes_that_are_no_download_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut unheard = |_| {};
        prop_assert!(onet::read(&bytes, &mut unheard).is_err());
    }
}
