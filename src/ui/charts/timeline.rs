//! When: one row a skill, one bar a step, with today's line.

use super::scale::Scale;
use crate::domain::{ActivityId, SkillIx};
use crate::engine::{Plan, PlanItem};
use crate::state::{Analysis, App};
use crate::ui::components::{focus, refocus};
use crate::ui::words::say;
use crate::ui::{format, text};
use chrono::{Datelike, Days, Months, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;

const WIDTH: f64 = 1060.0;
const LABEL: f64 = 250.0;
const ROW: f64 = 32.0;
const TOP: f64 = 26.0;
/// The width of a month's name with its year.
const MONTH: f64 = 64.0;
/// About as many letters as fit beside the bars.
const LETTERS: usize = 32;

/// A plan as a chart. The table of the same page holds the same in words.
#[component]
pub(in crate::ui) fn Timeline(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let end = plan.ends()?;
    let days = |day: NaiveDate| (day - plan.first_monday).num_days() as f64;
    let scale = Scale::new([0.0, days(end) + 1.0], [LABEL, WIDTH]);
    let x = |day: NaiveDate| scale.at(days(day));
    let rows = by_skill(&plan);
    let height = TOP + ROW * rows.len() as f64 + 8.0;
    let long = days(end) > 400.0;
    let months = months(plan.first_monday, end).into_iter().map(|month| {
        let at = x(month);
        // Close to the edge there is no room for words.
        let words = (at < WIDTH - MONTH).then(|| format::short_month(month, long));
        view! { <path class="grid" d=format!("M{at} {TOP}V{height}")/> <text class="month" x=at + 4.0 y="16">{words}</text> }
    });
    let bars = rows.iter().zip(0..).map(|((skill, items), at)| {
        let y = TOP + ROW * f64::from(at);
        let bars = items.iter().map(|at| {
            let item = &plan.items[*at];
            bar(&analysis, item, [x(item.starts), x(item.ends) - x(item.starts)], y)
        });
        view! {
            <text class="name" x="0" y=y + 21.0>{short(&text::skill(&analysis.catalog, *skill))}</text>
            {bars.collect_view()}
        }
    });
    let today = App::get().today;
    let line = (today >= plan.first_monday && today <= end).then(|| {
        view! {
            <path class="today" d=format!("M{} {TOP}V{height}", x(today))/>
            <text class="today" x=x(today) + 4.0 y=height - 4.0>{say!(plan.today)}</text>
        }
    });
    let alt = say!(
        plan.timeline_alt,
        n = rows.len().to_string(),
        start = format::day(plan.first_monday),
        end = format::day(end)
    );
    Some(view! {
        <svg class="timeline" viewBox=format!("0 0 {WIDTH} {height}") role="group" aria-label=alt>
            {months.collect_view()} {bars.collect_view()} {line}
        </svg>
    })
}

/// The id of what opens the menu of an activity in the list.
pub(in crate::ui) fn menu_id(activity: &ActivityId) -> String {
    format!("arrange-{activity}")
}

/// A bar can be reached and moved by keyboard alone.
fn bar(analysis: &Analysis, item: &PlanItem, [x, width]: [f64; 2], y: f64) -> impl IntoView + use<> {
    let app = App::get();
    let name = text::step(&analysis.catalog, &item.step);
    let told = say!(
        arrange.moved,
        name = name,
        from = format::day(item.starts),
        to = format::day(item.ends),
        hours = format::hours(f64::from(item.hours))
    );
    let lock = if item.is_locked { " locked" } else { "" };
    let class = format!("step l{}{lock}", item.step.to.nearest());
    let kept = StoredValue::new(item.to_owned());
    let menu = menu_id(&item.id);
    let open = StoredValue::new(move || {
        if let Some(details) = document().get_element_by_id(&menu).and_then(|summary| summary.parent_element()) {
            details.set_attribute("open", "").ok();
        }
        focus(&menu);
    });
    let press = move |event: leptos::ev::KeyboardEvent| {
        let moved = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "l" | "L" => 0,
            "Enter" | " " => {
                event.prevent_default();
                return open.with_value(|open| open());
            }
            _ => return,
        };
        event.prevent_default();
        kept.with_value(|item| if moved == 0 && item.is_locked { app.unlock(&item.id) } else { app.lock(item, moved) });
        refocus();
    };
    let title = told.to_owned();
    view! {
        <g id=format!("bar-{}", item.id) tabindex="0" role="button" aria-label=told on:keydown=press on:click=move |_| open.with_value(|open| open())>
            <rect class=class x=x y=y + 6.0 width=(width - 2.0).max(3.0) height="20" rx="5"><title>{title}</title></rect>
        </g>
    }
}

/// The items of each skill by their places, skills in the order in which they begin.
fn by_skill(plan: &Plan) -> Vec<(SkillIx, Vec<usize>)> {
    let mut rows: Vec<(SkillIx, Vec<usize>)> = Vec::new();
    for (at, item) in plan.items.iter().enumerate() {
        match rows.iter_mut().find(|(skill, _)| *skill == item.step.skill) {
            Some((_, items)) => items.push(at),
            None => rows.push((item.step.skill, vec![at])),
        }
    }
    rows
}

/// The firsts of the months in between, at most fourteen of them.
fn months(start: NaiveDate, end: NaiveDate) -> Vec<NaiveDate> {
    let span = (end - start).num_days() / 30 + 1;
    let every = u32::try_from(span / 12 + 1).unwrap_or(1);
    let first = start.with_day(1).unwrap_or(start);
    let firsts = (0..).map_while(|n| first.checked_add_months(Months::new(n * every)));
    let after = start.checked_sub_days(Days::new(3)).unwrap_or(start);
    firsts.skip_while(|month| *month < after).take_while(|month| *month <= end).collect()
}

fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}
