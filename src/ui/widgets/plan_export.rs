//! The plan, out into life: as a calendar, as a text, as a spreadsheet.

use crate::engine::{PlanItem, Session};
use crate::state::{Analysis, App, Planned};
use crate::ui::components::Field;
use crate::ui::words::say;
use crate::ui::{format, text};
use chrono::{Days, NaiveDate, NaiveTime, Timelike};
use leptos::prelude::*;
use std::sync::Arc;

/// Minutes before a session at which it is announced.
const REMINDER: u32 = 30;

/// One button a file.
#[component]
pub(in crate::ui) fn PlanExport(
    /// The way that the plan is for.
    analysis: Arc<Analysis>,
    /// The plan.
    planned: Arc<Planned>,
) -> impl IntoView {
    let app = App::get();
    let kept = StoredValue::new((analysis, planned));
    let rows = move |_| kept.with_value(|(analysis, planned)| app.export_plan_rows(&rows(analysis, planned)));
    let markdown = move |_| kept.with_value(|(analysis, planned)| app.export_plan_text(&markdown(analysis, planned)));
    let calendar = move |_| {
        kept.with_value(|(analysis, planned)| {
            let words = |session: &Session| words(analysis, planned, session);
            let rhythm = app.rhythm.get_untracked();
            app.export_calendar(planned, &rhythm, Some(REMINDER), &text::heading(analysis), words);
        });
    };
    view! {
        <section class="card no-print">
            <h2>{say!(out.title)}</h2>
            <div class="actions">
                <button on:click=calendar>{say!(out.calendar)}</button>
                <button class="quiet" on:click=markdown>{say!(out.markdown)}</button>
                <button class="quiet" on:click=rows>{say!(out.csv)}</button>
            </div>
            <RhythmForm/>
        </section>
    }
}

/// On which days, from when, for how long.
#[component]
fn RhythmForm() -> impl IntoView {
    let rhythm = App::get().rhythm;
    let days = (0..7usize).map(|day| {
        let name = format::weekday(day);
        let is_on = move || rhythm.read().days[day];
        view! {
            <label class="tick"><input type="checkbox" prop:checked=is_on on:change=move |_| rhythm.update(|rhythm| rhythm.days[day] ^= true)/> {name}</label>
        }
    });
    let at = Signal::derive(move || clock(rhythm.read().from));
    let set_at = move |typed: String| {
        if let Some(from) = time(&typed) {
            rhythm.update(|rhythm| rhythm.from = from);
        }
    };
    let hours = Signal::derive(move || (f64::from(rhythm.read().minutes) / 60.0).to_string());
    let set_hours = move |typed: String| {
        if let Some(hours) =
            typed.trim().replace(',', ".").parse::<f64>().ok().filter(|hours| (0.25..=12.0).contains(hours))
        {
            rhythm.update(|rhythm| rhythm.minutes = (hours * 60.0).round() as u32);
        }
    };
    view! {
        <p class="sub">{say!(out.how)}</p>
        <div class="fields">
            <Field label=say!(out.session) kind="number" value=hours on_change=Callback::new(set_hours)/>
            <Field label=say!(out.at) kind="time" value=at on_change=Callback::new(set_at)/>
            <fieldset class="days"><legend>{say!(out.days)}</legend>{days.collect_view()}</fieldset>
        </div>
    }
}

/// A time as a field of the browser has it: 18:00.
fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn time(clock: &str) -> Option<NaiveTime> {
    let (hour, minute) = clock.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0)
}

/// The title of a session and what stands below it.
fn words(analysis: &Analysis, planned: &Planned, session: &Session) -> [String; 2] {
    let item = planned.plan.items.iter().find(|item| item.id == session.activity);
    let Some(item) = item else { return Default::default() };
    let detail = text::step_detail(&analysis.catalog, &item.step);
    let about = say!(out.about, detail = detail, nth = session.nth.to_string(), of = session.of.to_string());
    [say!(out.learn, name = text::step(&analysis.catalog, &item.step)), about]
}

fn rows(analysis: &Analysis, planned: &Planned) -> Vec<Vec<Box<str>>> {
    let titles = [
        say!(plan.activity),
        say!(gap.skill),
        say!(out.start_day),
        say!(out.end_day),
        say!(plan.hours_col),
        say!(plan.cost),
    ];
    let row = |item: &PlanItem| {
        [
            text::step(&analysis.catalog, &item.step),
            text::skill(&analysis.catalog, item.step.skill),
            item.starts.to_string(),
            item.ends.to_string(),
            item.hours.to_string(),
            item.cost.to_string(),
        ]
    };
    let rows = [titles].into_iter().chain(planned.plan.items.iter().map(row));
    rows.map(|row| row.into_iter().map(Into::into).collect()).collect()
}

/// Week by week, what is begun in it, with a box to tick.
fn markdown(analysis: &Analysis, planned: &Planned) -> String {
    let mut lines = vec![format!("# {}", text::heading(analysis)), String::new()];
    let mut week: Option<NaiveDate> = None;
    for item in &planned.plan.items {
        if week != Some(item.starts) {
            week = Some(item.starts);
            let sunday = item.starts.checked_add_days(Days::new(6)).unwrap_or(item.starts);
            lines.extend([String::new(), format!("## {}", say!(out.week, day = format::day(item.starts)))]);
            lines.extend([format!("_{} – {}_", format::day(item.starts), format::day(sunday)), String::new()]);
        }
        let name = text::step(&analysis.catalog, &item.step).replace(['[', ']', '*', '_', '`', '<', '>', '#'], " ");
        let (hours, ends) = (format::hours(f64::from(item.hours)), format::day(item.ends));
        lines.push(format!("- [ ] {name} · {hours} · → {ends}"));
    }
    lines.join("\n") + "\n"
}
