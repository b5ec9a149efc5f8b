//! What the passport shows of each skill.

use crate::domain::{Evidence, SkillChoice, SkillId};
use crate::state::{Offered, PassportDesk};
use crate::ui::components::{Message, Tone};
use crate::ui::routes::{Route, to_skill};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// One row a skill: whether it is shown, its level, earlier levels, and each thing that shows it.
#[component]
pub(in crate::ui) fn PassportChoicesTable() -> impl IntoView {
    let desk = PassportDesk::get();
    let is_empty = Memo::new(move |_| desk.offered.with(Vec::is_empty));
    move || if is_empty.get() { nothing().into_any() } else { table(desk).into_any() }
}

fn nothing() -> impl IntoView {
    view! {
        <Message tone=Tone::Notice text=say!(passport.nothing)>
            <a class="button" href=Route::Skills.href()>{say!(nav.skills)}</a>
        </Message>
    }
}

fn table(desk: PassportDesk) -> impl IntoView {
    let key = |row: &Offered| {
        let places: Vec<usize> = row.evidence.iter().map(|(at, _)| *at).collect();
        (row.id.to_owned(), row.name.to_owned(), row.level, row.n_earlier, places)
    };
    view! {
        <p class="sub">{say!(passport.what_text)} " " <a href=Route::Method(Some("levels")).href()>{say!(passport.levels_more)}</a></p>
        <p class="actions">
            <button class="quiet" on:click=move |_| desk.show_every(true)>{say!(passport.show_all)}</button>
            <button class="quiet" on:click=move |_| desk.show_every(false)>{say!(passport.show_none)}</button>
        </p>
        <div class="scroll-x">
            <table class="passport-choices">
                <thead>
                    <tr>
                        <th scope="col">{say!(history.skill)}</th>
                        <th scope="col">{say!(history.level)}</th>
                        <th scope="col">{say!(passport.earlier)}</th>
                        <th scope="col">{say!(record.evidence)}</th>
                    </tr>
                </thead>
                <tbody><For each=move || desk.offered.get() key let(row)>{choice_row(desk, row)}</For></tbody>
            </table>
        </div>
    }
}

fn choice_row(desk: PassportDesk, row: Offered) -> impl IntoView {
    let Offered { id, name, level, n_earlier, evidence } = row;
    let id = StoredValue::new(id);
    let choice = Memo::new(move |_| id.with_value(|id| desk.choice(id)));
    let earlier = (n_earlier > 0 && level.is_some()).then(|| {
        let words = say!(passport.n_earlier, n = format::number(n_earlier as f64));
        let label = say!(passport.of, what = words.as_str(), skill = &*name);
        let is_on = Signal::derive(move || choice.read().history);
        let is_off = Signal::derive(move || !choice.read().shown || !choice.read().level);
        tick(words, label, is_on, is_off, move || choose(desk, id, |choice| choice.history ^= true))
    });
    let level = level.map(|level| {
        let words = [format::level(level), text::level_name(level.nearest())].join(" ");
        let label = say!(passport.of, what = words.as_str(), skill = &*name);
        let is_on = Signal::derive(move || choice.read().level);
        let is_off = Signal::derive(move || !choice.read().shown);
        tick(words, label, is_on, is_off, move || choose(desk, id, |choice| choice.level ^= true))
    });
    let none = || view! { <small>{say!(passport.none)}</small> };
    let items: Vec<_> = evidence.iter().map(|(at, shown)| item(desk, id, choice, (*at, shown), &name)).collect();
    let items = match items.is_empty() {
        true => add(&id.get_value(), &name).into_any(),
        false => items.into_any(),
    };
    let is_shown = Signal::derive(move || choice.read().shown);
    let show = tick(name.to_string(), say!(passport.show, skill = &*name), is_shown, false.into(), move || {
        choose(desk, id, |choice| choice.shown ^= true);
    });
    view! {
        <tr>
            <th scope="row">{show}</th>
            <td>{level.map_or_else(|| none().into_any(), IntoAny::into_any)}</td>
            <td>{earlier.map_or_else(|| none().into_any(), IntoAny::into_any)}</td>
            <td>{items}</td>
        </tr>
    }
}

/// Where something that shows the skill can be noted.
fn add(id: &SkillId, name: &str) -> impl IntoView + use<> {
    view! { <small><a href=to_skill(id) aria-label=say!(passport.add_for, skill = name)>{say!(passport.add)}</a></small> }
}

/// One thing that shows the skill.
fn item(
    desk: PassportDesk,
    id: StoredValue<SkillId>,
    choice: Memo<SkillChoice>,
    (at, shown): (usize, &Evidence),
    name: &str,
) -> impl IntoView + use<> {
    let words = [text::evidence_kind(shown.kind), shown.what.to_string()].join(": ");
    let label = say!(passport.of, what = words.as_str(), skill = name);
    let is_on = Signal::derive(move || choice.read().evidence.contains(&at));
    let is_off = Signal::derive(move || !choice.read().shown);
    tick(words, label, is_on, is_off, move || {
        choose(desk, id, |choice| {
            if !choice.evidence.remove(&at) {
                choice.evidence.insert(at);
            }
        });
    })
}

fn choose(desk: PassportDesk, id: StoredValue<SkillId>, change: impl FnOnce(&mut SkillChoice)) {
    id.with_value(|id| desk.choose(id, change));
}

/// A box with its words; a reader of the screen hears which skill it is about.
fn tick(
    words: String,
    label: String,
    is_on: Signal<bool>,
    is_off: Signal<bool>,
    change: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="tick"><input type="checkbox" aria-label=label prop:checked=is_on disabled=is_off on:change=move |_| change()/> {words}</label>
    }
}
