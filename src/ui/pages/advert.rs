//! Reads a pasted advert or CV: what it names is a checklist, and only what is confirmed counts.

use crate::catalog::Catalog;
use crate::domain::{Level, Need};
use crate::exchange::advert::Mention;
use crate::state::{App, Confirmed};
use crate::ui::components::{Message, Tone};
use crate::ui::routes::{Route, go_to, to_role};
use crate::ui::words::{language, say};
use crate::ui::{errors, format, text};
use leptos::prelude::*;

/// With fewer skills than this there is too little to make a role of.
const LEAST: usize = 2;

/// What the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Advert,
    Cv,
}

/// One skill of the checklist, as the person has it.
#[derive(Clone)]
struct Line {
    name: String,
    sentence: String,
    is_negated: bool,
    is_wanted: RwSignal<bool>,
    confirmed: RwSignal<Confirmed>,
}

/// What came of reading.
#[derive(Clone)]
enum Found {
    Nothing,
    TooLong,
    Lines(Kind, Vec<Line>),
}

/// The page.
#[component]
pub(super) fn Advert() -> impl IntoView {
    let app = App::get();
    let (kind, typed) = (RwSignal::new(Kind::Advert), RwSignal::new(String::new()));
    let found = RwSignal::new(None::<Found>);
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        found.set(Some(match app.read_text(&typed.read_untracked()) {
            Err(_) => Found::TooLong,
            Ok(Some((catalog, mentions))) if !mentions.is_empty() => {
                Found::Lines(kind.get_untracked(), mentions.into_iter().filter_map(|one| line(&catalog, one)).collect())
            }
            Ok(_) => Found::Nothing,
        }));
    };
    let choice = move |of: Kind, label: String| {
        view! {
            <label class="choice">
                <input type="radio" name="kind" prop:checked=move || kind.get() == of on:change=move |_| { kind.set(of); found.set(None); }/>
                {label}
            </label>
        }
    };
    view! {
        <p class="crumb"><a href=Route::Catalog.href()>{say!(nav.catalogue)}</a></p>
        <h1>{say!(advert.title)}</h1>
        <p class="lead">{say!(advert.lead)}</p>
        <form class="stack advert" on:submit=read>
            <fieldset class="choices">
                <legend>{say!(advert.kind)}</legend>
                {choice(Kind::Advert, say!(advert.advert))}
                {choice(Kind::Cv, say!(advert.cv))}
            </fieldset>
            <label class="field">
                <span>{say!(advert.text)}</span>
                <textarea rows="10" prop:value=typed on:input:target=move |event| typed.set(event.target().value())></textarea>
            </label>
            <p class="actions"><button type="submit">{say!(advert.read)}</button></p>
        </form>
        <div class="stack">{move || found.get().map(|found| result(app, found))}</div>
    }
}

fn line(catalog: &Catalog, mention: Mention) -> Option<Line> {
    let skill = catalog.skill(mention.skill)?;
    let confirmed = Confirmed { skill: skill.id.clone(), level: mention.level, need: mention.need };
    Some(Line {
        name: skill.name.get(language()).to_owned(),
        sentence: mention.sentence,
        is_negated: mention.is_negated,
        is_wanted: RwSignal::new(!mention.is_negated),
        confirmed: RwSignal::new(confirmed),
    })
}

fn result(app: App, found: Found) -> AnyView {
    match found {
        Found::Nothing => view! { <Message tone=Tone::Notice text=say!(advert.nothing)/> }.into_any(),
        Found::TooLong => view! { <Message tone=Tone::Danger text=say!(advert.too_long)/> }.into_any(),
        Found::Lines(Kind::Advert, lines) if lines.len() < LEAST => {
            view! { <Message tone=Tone::Notice text=say!(advert.too_little)/> }.into_any()
        }
        Found::Lines(kind, lines) => {
            let rows = lines.iter().map(|line| row(kind, line)).collect_view();
            let n = format::number(lines.len() as f64);
            view! {
                <section class="card">
                    <h2>{say!(advert.found, n = n)}</h2>
                    <p>{if kind == Kind::Advert { say!(advert.check_advert) } else { say!(advert.check_cv) }}</p>
                    <ul class="lines">{rows}</ul>
                    {if kind == Kind::Advert { make(app, lines).into_any() } else { keep(app, lines).into_any() }}
                </section>
            }
            .into_any()
        }
    }
}

/// One skill: whether it counts, at which level, and the sentence it is from.
fn row(kind: Kind, line: &Line) -> impl IntoView + use<> {
    let Line { is_wanted, confirmed, .. } = *line;
    let levels = (1..=5_u8).map(|rung| {
        let name = [&rung.to_string(), " · ", &text::level_name(rung)].concat();
        view! { <option value=rung.to_string() prop:selected=move || confirmed.read().level.nearest() == rung>{name}</option> }
    });
    let set_level = move |value: String| {
        if let Some(level) = value.parse().ok().and_then(|rung| Level::whole(rung).ok()) {
            confirmed.update(|confirmed| confirmed.level = level);
        }
    };
    let set_must = move |is_must: bool| {
        confirmed.update(|confirmed| confirmed.need = if is_must { Need::Must } else { Need::Nice });
    };
    let asked = (kind == Kind::Advert).then(|| {
        view! {
            <span class="actions">
                <select aria-label=say!(advert.level_of, skill = line.name.as_str()) on:change:target=move |event| set_level(event.target().value())>{levels.collect_view()}</select>
                <label class="choice"><input type="checkbox" prop:checked=move || confirmed.read().need == Need::Must on:change:target=move |event| set_must(event.target().checked())/>{say!(gap.must)}</label>
            </span>
        }
    });
    let denied = line.is_negated.then(|| view! { <small class="must">{say!(advert.denied)}</small> });
    view! {
        <li>
            <label class="choice"><input type="checkbox" prop:checked=is_wanted on:change:target=move |event| is_wanted.set(event.target().checked())/><strong>{line.name.to_owned()}</strong></label>
            {denied}
            <q>{line.sentence.to_owned()}</q>
            {asked}
        </li>
    }
}

/// A name, and the button that makes a role of what is checked.
fn make(app: App, lines: Vec<Line>) -> impl IntoView {
    let (name, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wanted = lines.iter().filter(|line| line.is_wanted.get_untracked());
        let confirmed: Vec<Confirmed> = wanted.map(|line| line.confirmed.get_untracked()).collect();
        let name = name.get_untracked();
        let problem = if name.trim().is_empty() {
            Some(say!(advert.needs_name))
        } else if confirmed.len() < LEAST {
            Some(say!(advert.too_little))
        } else {
            match app.make_role(name.trim(), confirmed) {
                Ok(id) => {
                    go_to(&to_role(&id));
                    None
                }
                Err(error) => Some(errors::amend_error(error)),
            }
        };
        wrong.set(problem);
    };
    view! {
        <form class="stack" on:submit=make>
            <label class="field"><span>{say!(advert.name)}</span><input type="text" prop:value=name on:input:target=move |event| name.set(event.target().value())/></label>
            <p class="wrong" role="alert">{wrong}</p>
            <p class="actions"><button type="submit">{say!(advert.make)}</button></p>
        </form>
    }
}

/// The button that keeps the sentences of what is checked.
fn keep(app: App, lines: Vec<Line>) -> impl IntoView {
    let kept = RwSignal::new(false);
    let keep = move |_| {
        let wanted = lines.iter().filter(|line| line.is_wanted.get_untracked());
        app.mention(wanted.map(|line| (line.confirmed.read_untracked().skill.to_owned(), line.sentence.to_owned())));
        kept.set(true);
    };
    view! {
        <p class="actions"><button on:click=keep>{say!(advert.keep)}</button></p>
        {move || kept.get().then(|| view! {
            <Message tone=Tone::Notice text=say!(advert.kept)><a class="button quiet" href=Route::Skills.href()>{say!(nav.skills)}</a></Message>
        })}
    }
}
