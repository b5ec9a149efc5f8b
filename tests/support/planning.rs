//! What is planned for a person of a small catalogue, proved twice.

use super::plan_checker::broken_laws;
use super::town::day;
use skillstead::catalog::Catalog;
use skillstead::domain::Workspace;
use skillstead::engine::{Ask, Moving, Plan, Policy, Standing, Way, also, analyse, check};

pub const TODAY: &str = "2026-11-23"; // A Monday.
/// Steps of search.
const EFFORT: u32 = 2_000;

/// What is asked for a workspace.
pub fn asked<T>(catalog: &Catalog, workspace: &Workspace, moving: Moving, with: impl FnOnce(&Ask<'_>) -> T) -> T {
    let way = Way::find(std::iter::once(catalog), workspace).expect("a way");
    let (standing, policy) = (Standing::of(&way, workspace), Policy::default());
    let gap = analyse(&way, &standing, &policy);
    let (horizon, arrangement) = (workspace.horizon, &workspace.arrangement);
    let also = &also(&way, &standing, arrangement, &policy);
    let (standing, gap, today) = (&standing, &gap, day(TODAY));
    with(&Ask { way, standing, gap, also, horizon, arrangement, moving, today, policy: &policy })
}

/// The plan, proved twice: as a schedule and as a plan.
pub fn planned(catalog: &Catalog, workspace: &Workspace, moving: Moving) -> Plan {
    asked(catalog, workspace, moving, |ask| {
        let (draft, schedule, plan) = ask.plan(EFFORT);
        assert_eq!(check(&draft.problem, &schedule.starts), Ok(schedule.score));
        let room = (&workspace.horizon, &workspace.arrangement);
        assert_eq!(broken_laws(catalog, ask.standing, room, &plan), Vec::<String>::new());
        plan
    })
}

pub fn plan(catalog: &Catalog, workspace: &Workspace) -> Plan {
    planned(catalog, workspace, Moving::Free)
}
