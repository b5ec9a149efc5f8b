//! How well one knows oneself: the own bias, and forecasts with what became of them.

use crate::domain::{Forecast, Level, Note, SkillId};
use crate::engine::Outcome;
use crate::state::{App, Look, Monitor};
use crate::ui::components::Field;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// Below this the own word and what shows are as good as one.
const SMALL: f64 = 0.1;

/// What is known, and a form for one more forecast.
#[component]
pub(in crate::ui) fn ForecastPanel() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let is_today = Memo::new(move |_| monitor.past.get().is_none());
    view! {
        {move || monitor.look.get().map(|look| told(app, monitor, &look))}
        {move || is_today.get().then(|| view! { <ForecastForm/> })}
    }
}

fn told(app: App, monitor: Monitor, look: &Look) -> impl IntoView + use<> {
    let bias = look.bias.map_or_else(
        || say!(knows.no_bias),
        |bias| {
            let (n, by) = (bias.n_skills.to_string(), format::fine(bias.levels.abs()));
            match bias.levels {
                levels if levels > SMALL => say!(knows.higher, by = by, n = n),
                levels if levels < -SMALL => say!(knows.lower, by = by, n = n),
                _ => say!(knows.same, n = n),
            }
        },
    );
    let score = look.brier.map(|score| view! { <p>{say!(knows.brier, score = format::fine(score))}</p> });
    let rows = look.outcomes.iter().map(|outcome| row(app, monitor, outcome)).collect_view();
    view! { <p>{bias}</p> {score} <ul class="done">{rows}</ul> }
}

fn row(app: App, monitor: Monitor, outcome: &Outcome) -> impl IntoView + use<> {
    let forecast = &outcome.forecast;
    let words = say!(
        knows.forecast,
        skill = text::skill_name(app, &forecast.skill),
        level = format::level(forecast.level),
        day = format::day(forecast.by),
        percent = forecast.percent.to_string()
    );
    let became = match outcome.came_true {
        None => say!(knows.open),
        Some(true) => say!(knows.came_true),
        Some(false) => say!(knows.did_not),
    };
    let at = outcome.at;
    let is_open = outcome.came_true.is_none();
    view! {
        <li>
            <span>{words}</span><small>{became}</small>
            {is_open.then(|| view! { <button class="link" on:click=move |_| monitor.withdraw(at)>{say!(knows.withdraw)}</button> })}
        </li>
    }
}

#[component]
fn ForecastForm() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let skills: Vec<(SkillId, String)> = app.analysis.with_untracked(|analysis| {
        let catalog = analysis.as_ref().map(|analysis| (&analysis.catalog, &analysis.gap.items));
        let named =
            catalog.into_iter().flat_map(|(catalog, items)| items.iter().filter_map(|item| catalog.skill(item.skill)));
        named.map(|skill| (skill.id.to_owned(), skill.name.get(language()).to_owned())).collect()
    });
    let options = skills
        .iter()
        .enumerate()
        .map(|(at, (_, name))| view! { <option value=at.to_string()>{name.to_owned()}</option> });
    let options = options.collect_view();
    let (chosen, level, by, percent) =
        (RwSignal::new(0_usize), RwSignal::new(3_u8), RwSignal::new(String::new()), RwSignal::new("70".to_owned()));
    let wrong = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let day = by.read_untracked().parse().ok().filter(|day| *day > app.today);
        let sure = percent.read_untracked().parse::<f64>().ok().filter(|sure| (0.0..=100.0).contains(sure));
        let told = day.zip(sure).zip(skills.get(chosen.get_untracked())).zip(Level::whole(level.get_untracked()).ok());
        wrong.set(told.is_none());
        if let Some((((by, sure), (skill, _)), level)) = told {
            let skill = skill.to_owned();
            monitor.note(Note::Foretold(Forecast { skill, level, by, percent: sure.round() as u8 }));
        }
    };
    let rung = |rung: u8| view! { <option value=rung.to_string() selected=rung == 3>{rung.to_string()}</option> };
    view! {
        <details>
            <summary>{say!(knows.add)}</summary>
            <form class="stack" on:submit=keep>
                <div class="fields">
                    <label class="field"><span>{say!(history.skill)}</span>
                        <select on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or(0))>{options}</select>
                    </label>
                    <label class="field"><span>{say!(history.level)}</span>
                        <select on:change:target=move |event| level.set(event.target().value().parse().unwrap_or(3))>{(1..=5).map(rung).collect_view()}</select>
                    </label>
                    <Field label=say!(knows.by) kind="date" value=by on_change=Callback::new(move |typed| by.set(typed))/>
                    <Field label=say!(knows.percent) kind="number" value=percent on_change=Callback::new(move |typed| percent.set(typed))/>
                </div>
                <p class="wrong" role="alert">{move || wrong.get().then(|| say!(knows.wrong))}</p>
                <p class="actions"><button type="submit" class="quiet">{say!(knows.keep)}</button></p>
            </form>
        </details>
    }
}
