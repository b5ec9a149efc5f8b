//! One position more: a role of the catalogue, a title of one's own, or what a job advert asks for.

use super::super::routes::Route;
use crate::domain::RoleId;
use crate::state::{App, Confirmed, Org};
use crate::ui::components::Field;
use crate::ui::routes::go_to;
use crate::ui::widgets::RolePicker;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// By its role, or by its title alone.
#[component]
pub(in crate::ui::organisation) fn AddPosition() -> impl IntoView {
    let org = Org::get();
    let role = RwSignal::new(None::<RoleId>);
    let (title, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let named = title.get_untracked().trim().to_owned();
        wrong.set(named.is_empty() && role.read_untracked().is_none());
        if !wrong.get_untracked() {
            go_to(&Route::Position(org.add_position(&named, role.get_untracked(), Vec::new())).href());
        }
    };
    view! {
        <form class="stack" on:submit=add>
            <div class="pair">
                <RolePicker id="new-position-role" label=say!(demand.role) hint=say!(demand.role_hint) chosen=role/>
                <Field label=say!(demand.title_own) kind="text" value=title on_change=Callback::new(move |typed| title.set(typed))/>
            </div>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(demand.needs_role))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(demand.add_button)}</button></p>
        </form>
    }
}

/// A skill that an advert names, and whether it counts.
#[derive(Clone)]
struct Line {
    name: String,
    sentence: String,
    confirmed: Confirmed,
    is_wanted: RwSignal<bool>,
}

/// What came of reading an advert.
#[derive(Clone)]
enum Found {
    Nothing,
    TooLong,
    Lines(Vec<Line>),
}

fn read(app: App, typed: &str) -> Found {
    match app.read_text(typed) {
        Err(_) => Found::TooLong,
        Ok(Some((catalog, mentions))) if !mentions.is_empty() => {
            let line = |one: crate::exchange::advert::Mention| {
                let skill = catalog.skill(one.skill)?;
                Some(Line {
                    name: skill.name.get(language()).to_owned(),
                    sentence: one.sentence,
                    confirmed: Confirmed { skill: skill.id.to_owned(), level: one.level, need: one.need },
                    is_wanted: RwSignal::new(!one.is_negated),
                })
            };
            Found::Lines(mentions.into_iter().filter_map(line).collect())
        }
        Ok(_) => Found::Nothing,
    }
}

/// By a pasted advert: what it names is proposed, and what is confirmed becomes the position's own requirements.
#[component]
pub(in crate::ui::organisation) fn AdvertPosition() -> impl IntoView {
    let app = App::get();
    let (typed, title) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let found = RwSignal::new(None::<Found>);
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        found.set(Some(read(app, &typed.read_untracked())));
    };
    let result = move || {
        found.get().map(|found| match found {
            Found::Nothing => view! { <p role="status">{say!(advert.nothing)}</p> }.into_any(),
            Found::TooLong => view! { <p class="wrong" role="alert">{say!(advert.too_long)}</p> }.into_any(),
            Found::Lines(lines) => proposed(lines, title).into_any(),
        })
    };
    view! {
        <form class="stack" on:submit=look>
            <p class="sub">{say!(demand.advert_text)}</p>
            <Field label=say!(demand.title_own) kind="text" value=title on_change=Callback::new(move |typed| title.set(typed))/>
            <label class="field"><span>{say!(advert.text)}</span>
                <textarea rows="6" prop:value=typed on:input:target=move |event| typed.set(event.target().value())></textarea>
            </label>
            <p class="actions"><button type="submit" class="quiet">{say!(advert.read)}</button></p>
        </form>
        {result}
    }
}

fn proposed(lines: Vec<Line>, title: RwSignal<String>) -> impl IntoView {
    let org = Org::get();
    let rows = lines.iter().map(|line| {
        let is_wanted = line.is_wanted;
        let level = [format::level(line.confirmed.level), text::level_name(line.confirmed.level.nearest())].join(" ");
        view! {
            <li>
                <label class="choice"><input type="checkbox" prop:checked=is_wanted on:change:target=move |event| is_wanted.set(event.target().checked())/><strong>{line.name.to_owned()}</strong> <small>{level}</small></label>
                <q>{line.sentence.to_owned()}</q>
            </li>
        }
    });
    let rows = rows.collect_view();
    let n = format::number(lines.len() as f64);
    let wrong = RwSignal::new(false);
    let make = move |_| {
        let wanted = lines.iter().filter(|line| line.is_wanted.get_untracked());
        let confirmed = wanted.map(|line| line.confirmed.to_owned()).collect();
        let named = title.get_untracked().trim().to_owned();
        wrong.set(named.is_empty());
        if !wrong.get_untracked() {
            go_to(&Route::Position(org.add_position(&named, None, confirmed)).href());
        }
    };
    view! {
        <h3>{say!(advert.found, n = n)}</h3>
        <ul class="lines">{rows}</ul>
        <p class="wrong" role="alert">{move || wrong.get().then(|| say!(demand.needs_title))}</p>
        <p class="actions"><button on:click=make>{say!(demand.add_button)}</button></p>
    }
}
