//! Ranks the occupations of an O*NET download by similarity, and measures the ranking against related occupations.
//!
//! `cargo run --release --no-default-features --example rank_roles -- FILE.zip [--truth related.tsv] [--ratings]`
//!
//! Prints `source<TAB>rank<TAB>related<TAB>score` for the twenty most similar to each occupation that has full ratings. With
//! `--truth` the four measures follow on standard error; with `--ratings` similarity goes by ratings, interests and job zone
//! alone. For an ESCO download the truth is ISCO-08: the same unit group counts 3, minor group 2, sub-major group 1.

use skillstead::catalog::Catalog;
use skillstead::domain::Role;
use skillstead::engine::{Part, PartWeights, Policy, SimilarityTable, prepare};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;

/// How many are printed, and measured.
const SHOWN: usize = 20;

/// For each source by place, its related roles by place with what each counts.
type Truth = BTreeMap<usize, BTreeMap<usize, u8>>;

fn code(role: &Role) -> &str {
    role.onet_code.as_deref().or(role.isco_code.as_deref()).unwrap_or_default()
}

/// The roles with as many requirements as the fullest one, by code.
fn rated(catalog: &Catalog) -> Vec<usize> {
    let is_onet = &*catalog.source.key == "onet";
    let most = catalog.roles.iter().map(|role| role.requirements.len()).max().unwrap_or(0);
    let full = |role: &Role| role.estimated_from.is_empty() && (!is_onet || role.requirements.len() == most);
    let mut places: Vec<usize> = (0..catalog.roles.len()).filter(|at| full(&catalog.roles[*at])).collect();
    places.sort_by_key(|at| code(&catalog.roles[*at]));
    places
}

fn truth(catalog: &Catalog, rated: &[usize], path: &str) -> Result<Truth, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let by_code: BTreeMap<&str, usize> = rated.iter().map(|at| (code(&catalog.roles[*at]), *at)).collect();
    let mut truth = Truth::new();
    for line in text.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(source), Some(related), Some(gain)) = (cells.next(), cells.next(), cells.next()) else {
            return Err(format!("{path}: a line without three cells: {line}").into());
        };
        if let (Some(source), Some(related)) = (by_code.get(source), by_code.get(related)) {
            truth.entry(*source).or_default().insert(*related, gain.trim().parse()?);
        }
    }
    Ok(truth)
}

/// What ISCO-08 puts together: every digit that two codes share from the second on.
fn isco(catalog: &Catalog, rated: &[usize]) -> Truth {
    let shared = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count().min(4);
    let related = |from: usize| {
        let here = catalog.roles[from].isco_code.as_deref().unwrap_or_default();
        let gain =
            |to: usize| shared(here, catalog.roles[to].isco_code.as_deref().unwrap_or_default()).saturating_sub(1);
        rated.iter().filter(|to| **to != from && gain(**to) > 0).map(|to| (*to, gain(*to) as u8)).collect()
    };
    rated.iter().map(|from| (*from, related(*from))).collect()
}

/// nDCG@20, R@20 over everything related, R@10 over what counts 2 or more, and the inverse rank of the first.
fn measures(ranked: &[usize], related: &BTreeMap<usize, u8>) -> [Option<f64>; 4] {
    let gain = |at: &usize| related.get(at).copied().unwrap_or(0);
    let discounted = |gains: &mut dyn Iterator<Item = u8>| -> f64 {
        gains.take(SHOWN).zip(2u32..).map(|(gain, rank)| f64::from(gain) / f64::from(rank).log2()).sum()
    };
    let mut ideal: Vec<u8> = related.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = discounted(&mut ideal.iter().copied());
    let hits = |within: usize, least: u8| ranked.iter().take(within).filter(|at| gain(at) >= least).count() as f64;
    let primary = related.values().filter(|gain| **gain >= 2).count();
    let first = ranked.iter().position(|at| gain(at) > 0);
    [
        (best > 0.0).then(|| discounted(&mut ranked.iter().map(gain)) / best),
        (!related.is_empty()).then(|| hits(SHOWN, 1) / related.len() as f64),
        (primary > 0).then(|| hits(10, 2) / primary as f64),
        (!related.is_empty()).then(|| first.map_or(0.0, |at| 1.0 / (at + 1) as f64)),
    ]
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut file = None;
    let (mut truth_path, mut weights): (Option<String>, PartWeights) = (None, Policy::default().similarity);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--truth" => truth_path = Some(arguments.next().ok_or("--truth needs a file")?),
            "--ratings" => {
                for part in [Part::Words, Part::Technology, Part::Relations] {
                    weights[part as usize] = 0.0;
                }
            }
            "--weights" => {
                let given = arguments.next().ok_or("--weights needs seven numbers")?;
                let given: Vec<f64> = given.split(',').map(str::parse).collect::<Result<_, _>>()?;
                weights = given.try_into().map_err(|_| "--weights needs seven numbers")?;
            }
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or("which file? rank_roles FILE.zip [--truth related.tsv] [--ratings] [--weights 7,10,…]")?;
    let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let mut catalog = skillstead::exchange::read(&bytes, &mut |_| {})?;
    prepare(&mut catalog);
    let table = SimilarityTable::of(&catalog);
    let rated = rated(&catalog);
    let truth = match (truth_path, &*catalog.source.key) {
        (Some(path), _) => Some(truth(&catalog, &rated, &path)?),
        (None, "esco") => Some(isco(&catalog, &rated)),
        (None, _) => None,
    };

    let (mut lines, mut found) = (String::new(), [(0.0, 0u32); 4]);
    for from in &rated {
        let scores = table.scores(&table.role(*from), &weights);
        let mut ranked: Vec<usize> = rated.iter().copied().filter(|to| to != from).collect();
        ranked.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        for (to, rank) in ranked.iter().take(SHOWN).zip(1..) {
            let [source, related] = [from, to].map(|at| code(&catalog.roles[*at]));
            writeln!(lines, "{source}\t{rank}\t{related}\t{:.5}", scores[*to])?;
        }
        if let Some(related) = truth.as_ref().and_then(|truth| truth.get(from)) {
            for (sum, value) in found.iter_mut().zip(measures(&ranked, related)) {
                if let Some(value) = value {
                    *sum = (sum.0 + value, sum.1 + 1);
                }
            }
        }
    }
    print!("{lines}");
    if truth.is_some() {
        let [ndcg, r20, r10, mrr] = found.map(|(sum, n)| sum / f64::from(n.max(1)));
        eprintln!("sources {}  nDCG@20 {ndcg:.4}  R@20 {r20:.4}  R@10 {r10:.4}  MRR {mrr:.4}", found[1].1);
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
