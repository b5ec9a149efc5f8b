//! Solves training-plan instances and prints what was found, after the validator has checked it.
//!
//! `cargo run --release --no-default-features --example solve_plan -- FILE.json…`
//!
//! With `--pack FOLDER` in front they are not solved, but written there as the planner's worker takes them: one file each.
//!
//! One line each: `name<TAB>value<TAB>milliseconds<TAB>start of each taken activity as id:week`. The milliseconds are
//! those of solving alone, on one core. Ends with 1 and a word on standard error where a file cannot be read or a plan
//! breaks a rule.

use serde_json::Value;
use skillstead::engine::{Goal, LongAsk, Problem, Search, Task, check};
use skillstead::exchange::message::encode;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn number<T: TryFrom<u64>>(value: &Value) -> Result<T, Box<dyn Error>> {
    let number = value.as_u64().and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| format!("not a number that fits: {value}").into())
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>, Box<dyn Error>> {
    value[name].as_array().ok_or_else(|| format!("no list named {name}").into())
}

fn goal(skill: &Value) -> Result<Goal, Box<dyn Error>> {
    Ok(Goal { weight: number(&skill["weight"])?, gap: number(&skill["gap"])?, due: number(&skill["deadline"])? })
}

/// The place of an id among the ids of a list.
fn place(among: &[Value], id: u64) -> Result<usize, Box<dyn Error>> {
    among.iter().position(|one| one["id"] == id).ok_or_else(|| format!("no such id: {id}").into())
}

fn task(activity: &Value, activities: &[Value], skills: &[Value]) -> Result<Task, Box<dyn Error>> {
    let mut needs = Vec::new();
    for id in list(activity, "prereq")? {
        needs.push(vec![place(activities, number(id)?)?]);
    }
    let mut gains = Vec::new();
    for (id, points) in activity["gain"].as_object().ok_or("no gain")? {
        gains.push((place(skills, id.parse()?)?, number(points)?));
    }
    Ok(Task {
        weeks: number(&activity["duration"])?,
        load: number(&activity["hours"])?,
        last: number(&activity["hours"])?,
        cost: number(&activity["cost"])?,
        release: number(&activity["release"])?,
        due: number(&activity["due"])?,
        needs,
        gains,
        ..Task::default()
    })
}

fn problem(instance: &Value) -> Result<Problem, Box<dyn Error>> {
    let (skills, activities) = (list(instance, "skills")?, list(instance, "activities")?);
    Ok(Problem {
        capacity: list(instance, "capacity")?.iter().map(number).collect::<Result<_, _>>()?,
        budget: instance["budget"].as_u64().map(u32::try_from).transpose()?,
        goals: skills.iter().map(goal).collect::<Result<_, _>>()?,
        tasks: activities.iter().map(|activity| task(activity, activities, skills)).collect::<Result<_, _>>()?,
        ..Problem::default()
    })
}

#[expect(clippy::disallowed_methods, reason = "a tool that measures, not the page")]
fn solve(path: &str) -> Result<String, Box<dyn Error>> {
    let instance: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let problem = problem(&instance)?;
    let began = std::time::Instant::now();
    let mut search = Search::new(&problem);
    while search.run(1_000) {}
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    let best = search.best();
    let score = check(&problem, &best.starts).map_err(|broken| format!("breaks {broken:?}"))?;
    if score != best.score {
        return Err(format!("counts {:?} as {score:?}", best.score).into());
    }
    let ids = list(&instance, "activities")?.iter().map(|activity| &activity["id"]);
    let taken = ids.zip(&best.starts).filter_map(|(id, start)| Some(format!("{id}:{}", (*start)?)));
    let name = instance["name"].as_str().unwrap_or(path);
    Ok(format!("{name}\t{}\t{took:.1}\t{}", score.value, taken.collect::<Vec<_>>().join(" ")))
}

/// Writes an instance as the question that the worker is asked.
fn pack(path: &str, folder: &Path) -> Result<String, Box<dyn Error>> {
    let problem = problem(&serde_json::from_str(&std::fs::read_to_string(path)?)?)?;
    let asked = LongAsk { starts: vec![None; problem.tasks.len()], problem };
    let name = Path::new(path).file_stem().ok_or("no name")?;
    let to = folder.join(name).with_extension("ask");
    std::fs::write(&to, encode(&asked))?;
    Ok(to.display().to_string())
}

fn main() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    let folder =
        (paths.len() > 1 && paths[0] == "--pack").then(|| PathBuf::from(paths.drain(..2).nth(1).unwrap_or_default()));
    for path in paths {
        match folder.as_deref().map_or_else(|| solve(&path), |folder| pack(&path, folder)) {
            Ok(line) => println!("{line}"),
            Err(error) => {
                eprintln!("{path}: {error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}
