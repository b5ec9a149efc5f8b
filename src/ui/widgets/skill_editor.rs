//! Changes a skill of the starter: its words in both languages, its levels, its kind; merges it into another, or leaves it out.

use crate::domain::{Breadth, OwnSkill, SkillId, Text, sorted};
use crate::state::App;
use crate::ui::components::Field;
use crate::ui::errors;
use crate::ui::routes::Route;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// A text of the draft that has two languages.
type Part = fn(&mut OwnSkill, usize) -> &mut Text;

/// One flag of the draft.
type Flag = fn(&mut OwnSkill) -> &mut bool;

/// A form over a draft; nothing changes until it is saved.
#[component]
pub(in crate::ui) fn SkillEditor(
    /// The skill.
    id: SkillId,
    /// As it is now.
    skill: OwnSkill,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = App::get();
    let (draft, id) = (RwSignal::new(skill), StoredValue::new(id));
    let wrong = RwSignal::new(None::<String>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if draft.read_untracked().name.en.trim().is_empty() {
            return wrong.set(Some(say!(edit.needs_name)));
        }
        match app.save_skill(id.get_value(), draft.get_untracked()) {
            Ok(()) => open.set(false),
            Err(error) => wrong.set(Some(errors::amend_error(error))),
        }
    };
    let retire = move |into: Option<SkillId>| match app.retire_skill(id.get_value(), into) {
        Ok(()) => Route::Catalog.go(),
        Err(error) => wrong.set(Some(errors::amend_error(error))),
    };
    let levels = (1..=5_usize).map(|rung| {
        let level: Part = |skill, at| &mut skill.levels[at];
        let (en, es) = (say!(edit.level_en, n = rung.to_string()), say!(edit.level_es, n = rung.to_string()));
        pair(draft, level, rung - 1, en, es)
    });
    view! {
        <form class="card stack editor" on:submit=save>
            <h2>{say!(edit.skill)}</h2>
            {pair(draft, |skill, _| &mut skill.name, 0, say!(edit.name_en), say!(edit.name_es))}
            {pair(draft, |skill, _| &mut skill.about, 0, say!(edit.about_en), say!(edit.about_es))}
            {levels.collect_view()}
            {group(app, draft)}
            {kinds(draft)}
            <p class="wrong" role="alert">{wrong}</p>
            <p class="actions">
                <button type="submit">{say!(edit.save)}</button>
                <button type="button" class="quiet" on:click=move |_| open.set(false)>{say!(settings.cancel)}</button>
                <button type="button" class="quiet danger" on:click=move |_| retire(None)>{say!(edit.retire)}</button>
            </p>
            <label class="field">
                <span>{say!(edit.merge)}</span>
                <select on:change:target=move |event| { let into = event.target().value(); if !into.is_empty() { retire(Some(into.into())); } }>
                    <option value="">{say!(edit.choose)}</option>
                    {others(app, id)}
                </select>
            </label>
        </form>
    }
}

/// The group that the skill belongs to.
fn group(app: App, draft: RwSignal<OwnSkill>) -> impl IntoView {
    let starter = app.starter();
    let groups = starter.iter().flat_map(|starter| &starter.groups);
    let options = groups.map(|group| {
        let (id, name) = (group.id.to_string(), group.name.get(language()).to_owned());
        let is_it = draft.with_untracked(|draft| draft.group.as_ref() == Some(&group.id));
        view! { <option value=id selected=is_it>{name}</option> }
    });
    let choose = move |id: String| draft.update(|draft| draft.group = (!id.is_empty()).then(|| id.into()));
    view! {
        <label class="field">
            <span>{say!(edit.group)}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="">{say!(edit.choose)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// One text in both languages.
fn pair(draft: RwSignal<OwnSkill>, part: Part, at: usize, en: String, es: String) -> impl IntoView {
    let shown = move |pick: fn(&Text) -> &str| Signal::derive(move || pick(part(&mut draft.get(), at)).to_owned());
    let set_en = move |typed: String| draft.update(|draft| part(draft, at).en = typed.into());
    let set_es = move |typed: String| draft.update(|draft| part(draft, at).es = typed.into());
    view! {
        <div class="pair">
            <Field label=en kind="text" value=shown(|text| &text.en) on_change=Callback::new(set_en)/>
            <Field label=es kind="text" value=shown(|text| &text.es) on_change=Callback::new(set_es)/>
        </div>
    }
}

/// How broad it is, and its flags.
fn kinds(draft: RwSignal<OwnSkill>) -> impl IntoView {
    let breadths = [
        (Breadth::Tool, say!(edit.tool)),
        (Breadth::Skill, say!(catalogue.skill)),
        (Breadth::Discipline, say!(edit.discipline)),
    ];
    let radio = move |(breadth, label): (Breadth, String)| {
        view! {
            <label class="choice">
                <input type="radio" name="breadth" prop:checked=move || draft.read().breadth == breadth on:change=move |_| draft.update(|draft| draft.breadth = breadth)/>
                {label}
            </label>
        }
    };
    let flags: [(Flag, String); 3] = [
        (|skill| &mut skill.flags.transferable, say!(catalogue.transferable)),
        (|skill| &mut skill.flags.digital, say!(catalogue.digital)),
        (|skill| &mut skill.flags.green, say!(catalogue.green)),
    ];
    let check = move |(flag, label): (Flag, String)| {
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=move || *flag(&mut draft.get()) on:change:target=move |event| { let is = event.target().checked(); draft.update(|draft| *flag(draft) = is) }/>
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="choices"><legend>{say!(edit.breadth)}</legend>{breadths.map(radio).collect_view()}</fieldset>
        <fieldset class="choices"><legend>{say!(edit.flags)}</legend>{flags.map(check).collect_view()}</fieldset>
    }
}

fn others(app: App, id: StoredValue<SkillId>) -> impl IntoView {
    let starter = app.starter();
    let skills = starter.iter().flat_map(|starter| &starter.skills);
    let others = skills
        .filter(|skill| id.with_value(|id| skill.id != *id))
        .map(|skill| (skill.name.get(language()).to_owned(), skill.id.to_string()));
    let others = sorted(others, Ord::cmp);
    others.into_iter().map(|(name, id)| view! { <option value=id>{name}</option> }).collect_view()
}
