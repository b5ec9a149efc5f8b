//! The engine measured natively: medians over many rounds. With `SKILLSTEAD_ONET` and `SKILLSTEAD_ESCO` on the official
//! downloads, else on the starter catalogue alone.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "../tests/support/starter.rs"]
mod starter;
mod support;
#[path = "../tests/support/town.rs"]
mod town;
#[path = "../tests/support/year.rs"]
mod year;

use skillstead::catalog::{Catalog, fold, pack, unpack};
use skillstead::domain::{Command, SkillIx, Workspace};
use skillstead::engine::{
    Ask, Moving, Outlook, PartWeights, Policy, SimilarityTable, Standing, Way, alerts, analyse, as_of, bias, burn_up,
    by_kind, calibrate, finished, hours_by_week, judge, outcomes, reached, relate, review,
};
use skillstead::exchange;
use skillstead::store::{read_record, write_record};
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};
use support::measure;

/// Of all pairs of roles the similarity, and each role's full ranking of the others.
fn of_similarity(catalog: &Catalog) {
    measure("make the table of similarity", 11, || SimilarityTable::of(catalog));
    let table = SimilarityTable::of(catalog);
    let is_rated = |at: &usize| catalog.roles[*at].estimated_from.is_empty();
    let rated: Vec<usize> = (0..catalog.roles.len()).filter(is_rated).collect();
    let (whole, ratings) = (Policy::default().similarity, [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    measure("rank all roles from one", 201, || table.ranked(&table.role(rated[rated.len() / 2]), &whole));
    let all = |weights: &PartWeights| -> usize {
        let rows = rated.iter().map(|at| table.ranked(&table.role(*at), weights));
        rows.map(|row| row[0].0).sum()
    };
    let n = rated.len();
    measure(&format!("rank all roles from each of {n}, all parts"), 11, || all(&whole));
    measure(&format!("rank all roles from each of {n}, ratings"), 11, || all(&ratings));
}

fn of_a_person(catalog: &Catalog, from: &str, to: &str) {
    let (workspace, policy) = (town::person(from, to, &[]), Policy::default());
    let find = || Way::find(std::iter::once(catalog), &workspace).expect("a way");
    let similarity = find().similarity(&SimilarityTable::of(catalog), &policy);
    measure("gap and verdict of a person", 2_001, || {
        let way = find();
        let standing = Standing::of(&way, &workspace);
        judge(&way, &analyse(&way, &standing, &policy), similarity, catalog.calibration.cuts, &policy)
    });
    let table = SimilarityTable::of(catalog);
    measure("twenty roles with reasons from one", 201, || query(catalog, &table, &find(), &workspace, &policy));
    let way = find();
    let standing = Standing::of(&way, &workspace);
    let gap = analyse(&way, &standing, &policy);
    let (horizon, arrangement) = (workspace.horizon, &workspace.arrangement);
    let (moving, today) = (Moving::Free, town::day("2026-11-23"));
    let ask =
        Ask { way, standing: &standing, gap: &gap, also: &[], horizon, arrangement, moving, today, policy: &policy };
    measure("plan of a person, first answer", 51, || ask.plan(0));
    measure("plan of a person, 4,000 steps", 11, || ask.plan(4_000));
}

/// Where a person can go: twenty transitions with what carries and what costs each.
fn query(
    catalog: &Catalog,
    table: &SimilarityTable,
    way: &Way<'_>,
    workspace: &Workspace,
    policy: &Policy,
) -> Vec<[Vec<SkillIx>; 2]> {
    let standing = Standing::of(way, workspace);
    let current = way.current.and_then(|role| catalog.role_place(&role.id)).expect("a present role");
    let here = Outlook { catalog, table, current, standing: &standing, gates: &workspace.gates, policy };
    let found = here.transitions(20, |_| true, |_| true);
    found.iter().map(|to| [to.carried_by(), to.costs_most()]).collect()
}

/// Everything that the page *Progress* shows of a year of learning, from the text that is kept on.
fn of_a_year(catalog: &Catalog, from: &str, to: &str) {
    let skills: Vec<String> = catalog.skills.iter().map(|skill| skill.id.to_string()).collect();
    let activities: Vec<String> = catalog.activities.iter().take(8).map(|activity| activity.id.to_string()).collect();
    let (lived, record) = year::year(town::day("2025-11-24"), &skills, &activities, 1);
    let (text, today, policy) = (write_record(&record), town::day("2026-11-23"), Policy::default());
    let choose = Command::ChooseWay { current: from.into(), target: Some(to.into()) };
    let workspace = town::applied(lived, choose);
    measure("read the record of a year", 51, || read_record(&text).is_ok());
    measure("a year of learning, all but fit over time", 51, || {
        let (then, noted) = as_of(&workspace, &record, today);
        let effort = (hours_by_week(&then, &noted), burn_up(&then, &noted, today), by_kind(catalog, &then));
        let known = (bias(&then, &noted, today), outcomes(&then, &noted, today), review(&then, &noted, today));
        (alerts(catalog, &then, &noted, today), effort, known, finished(&then, &noted))
    });
    measure("fit over time, each week of the plan", 51, || reached(catalog, &workspace, &record, &policy, today));
}

/// Every keystroke of queries that a person types, slips among them.
fn of_a_search(catalog: &Catalog) {
    let mut slowest = (Duration::ZERO, String::new());
    let mut all = Vec::new();
    for query in
        ["customer service representative", "dtaa scientsit", "técnica de enfermería", "maneger of opertions", "zzyzx"]
    {
        for (end, _) in query.char_indices().skip(1).chain([(query.len(), ' ')]) {
            let typed = &query[..end];
            let begun = Instant::now();
            black_box(catalog.titles.search(&fold(typed), 8));
            let time = begun.elapsed();
            all.push(time);
            slowest = slowest.max((time, typed.to_owned()));
        }
    }
    all.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
    let (median, worst) = (milliseconds(all[all.len() / 2]), milliseconds(slowest.0));
    println!("  {:<44} {median:>9.3} ms   worst {worst:>9.3} ms ({:?})", "search, a keystroke", slowest.1);
}

fn of_a_catalog(catalog: &Catalog) -> Result<(), Box<dyn Error>> {
    let bytes = pack(catalog)?;
    let megabytes = bytes.len() as f64 / 1e6;
    measure(&format!("unpack, {megabytes:.1} MB"), 11, || unpack(&bytes).is_ok());
    of_a_search(catalog);
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let starter = starter::starter()?;
    println!("starter catalogue: {} roles", starter.roles.len());
    of_a_catalog(&starter)?;
    of_a_person(&starter, "customer-service-representative", "data-scientist");
    of_a_year(&starter, "customer-service-representative", "data-scientist");

    of_a_download("SKILLSTEAD_ONET", "onet:43-4051.00", "onet:15-2051.00")?;
    // Customer contact centre information clerk to data scientist.
    let [clerk, scientist] = ["b7b75eb6-34bc-462d-b412-eed393cc1397", "258e46f9-0075-4a2e-adae-1ff0477e0f30"];
    of_a_download("SKILLSTEAD_ESCO", &format!("esco:{clerk}"), &format!("esco:{scientist}"))
}

/// The download that a variable names; where it names none, that is said.
fn of_a_download(variable: &str, from: &str, to: &str) -> Result<(), Box<dyn Error>> {
    let Some(path) = std::env::var_os(variable).filter(|path| !path.is_empty()) else {
        println!("{variable} names no download, so it is not measured");
        return Ok(());
    };
    let bytes = std::fs::read(path)?;
    let read = || exchange::read(&bytes, &mut |_| {});
    let mut catalog = read()?;
    println!("{}: {} roles, {} skills", catalog.source.name, catalog.roles.len(), catalog.skills.len());
    measure("read the download", 5, || read().is_ok());
    measure("find the neighbours of each skill", 5, || relate(&mut catalog));
    let weights = Policy::default().similarity;
    measure("measure how alike its roles are", 5, || calibrate(&catalog, &weights));
    catalog.calibration = calibrate(&catalog, &weights);
    of_similarity(&catalog);
    of_a_catalog(&catalog)?;
    of_a_person(&catalog, from, to);
    Ok(())
}
