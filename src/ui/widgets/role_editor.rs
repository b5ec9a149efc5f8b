//! Changes a role of the starter: its words in both languages, and what it asks.

use crate::domain::{Level, Need, OwnRequirement, OwnRole, RoleId, SkillId, Weight, sorted};
use crate::state::App;
use crate::ui::components::Field;
use crate::ui::routes::Route;
use crate::ui::words::{language, say};
use crate::ui::{errors, text};
use leptos::prelude::*;

/// A form over a draft; nothing changes until it is saved.
#[component]
pub(in crate::ui) fn RoleEditor(
    /// The role.
    id: RoleId,
    /// As it is now.
    role: OwnRole,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = App::get();
    let (draft, id) = (RwSignal::new(role), StoredValue::new(id));
    let wrong = RwSignal::new(None::<String>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if draft.read_untracked().name.en.trim().is_empty() {
            return wrong.set(Some(say!(edit.needs_name)));
        }
        match app.save_role(id.get_value(), draft.get_untracked()) {
            Ok(()) => open.set(false),
            Err(error) => wrong.set(Some(errors::amend_error(error))),
        }
    };
    let retire = move |_| match app.retire_role(id.get_value()) {
        Ok(()) => Route::Catalog.go(),
        Err(error) => wrong.set(Some(errors::amend_error(error))),
    };
    let zone = move |typed: String| {
        draft.update(|draft| draft.zone = typed.parse().ok().filter(|zone| (1..=5).contains(zone)))
    };
    let asked = move || draft.read().requirements.keys().map(ToString::to_string).collect::<Vec<String>>();
    view! {
        <form class="card stack editor" on:submit=save>
            <h2>{say!(edit.role)}</h2>
            <div class="pair">
                <Field label=say!(edit.name_en) kind="text" value=Signal::derive(move || draft.read().name.en.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.name.en = typed.into()))/>
                <Field label=say!(edit.name_es) kind="text" value=Signal::derive(move || draft.read().name.es.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.name.es = typed.into()))/>
                <Field label=say!(edit.about_en) kind="text" value=Signal::derive(move || draft.read().about.en.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.about.en = typed.into()))/>
                <Field label=say!(edit.about_es) kind="text" value=Signal::derive(move || draft.read().about.es.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.about.es = typed.into()))/>
                <Field label=say!(edit.zone) kind="number" value=Signal::derive(move || draft.read().zone.map(|zone| zone.to_string()).unwrap_or_default()) on_change=Callback::new(zone)/>
                {family(app, draft)}
            </div>
            <h3>{say!(catalogue.asks)}</h3>
            <ul class="lines">
                <For each=asked key=ToOwned::to_owned let:skill>
                    {requirement(app, draft, skill.into())}
                </For>
            </ul>
            {add(app, draft)}
            <p class="wrong" role="alert">{wrong}</p>
            <p class="actions">
                <button type="submit">{say!(edit.save)}</button>
                <button type="button" class="quiet" on:click=move |_| open.set(false)>{say!(settings.cancel)}</button>
                <button type="button" class="quiet danger" on:click=retire>{say!(edit.retire)}</button>
            </p>
        </form>
    }
}

/// The family that the role belongs to.
fn family(app: App, draft: RwSignal<OwnRole>) -> impl IntoView {
    let starter = app.starter();
    let families = starter.iter().flat_map(|starter| &starter.families);
    let options = families.map(|family| {
        let (id, name) = (family.id.to_string(), family.name.get(language()).to_owned());
        let is_it = draft.with_untracked(|draft| draft.family.as_ref() == Some(&family.id));
        view! { <option value=id selected=is_it>{name}</option> }
    });
    let choose = move |id: String| draft.update(|draft| draft.family = (!id.is_empty()).then(|| id.into()));
    view! {
        <label class="field">
            <span>{say!(edit.family)}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="">{say!(edit.choose)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}

fn skill_name(app: App, id: &SkillId) -> String {
    let starter = app.starter();
    let name = starter.and_then(|starter| Some(text::skill(&starter, starter.find_skill(id)?)));
    name.unwrap_or_else(|| id.to_string())
}

/// One requirement: level, weight, must, and away with it.
fn requirement(app: App, draft: RwSignal<OwnRole>, id: SkillId) -> impl IntoView {
    let name = skill_name(app, &id);
    let id = StoredValue::new(id);
    let asked = Memo::new(move |_| id.with_value(|id| draft.read().requirements.get(id).copied()));
    let change = move |change: &dyn Fn(&mut OwnRequirement)| {
        draft.update(|draft| id.with_value(|id| draft.requirements.get_mut(id).map(change)).unwrap_or_default());
    };
    let levels = (1..=5_u8).map(|rung| {
        let name = [&rung.to_string(), " · ", &text::level_name(rung)].concat();
        view! { <option value=rung.to_string() prop:selected=move || asked.get().is_some_and(|asked| asked.level.nearest() == rung)>{name}</option> }
    });
    let weights = (1..=5_u8).map(|weight| {
        let is_it = move || asked.get().is_some_and(|asked| asked.weight.value().round() as u8 == weight);
        view! { <option value=weight.to_string() selected=is_it>{weight.to_string()}</option> }
    });
    let set_level = move |typed: String| {
        if let Some(level) = typed.parse().ok().and_then(|rung| Level::whole(rung).ok()) {
            change(&|asked| asked.level = level);
        }
    };
    let set_weight = move |typed: String| {
        if let Ok(weight) = typed.parse() {
            change(&|asked| asked.weight = Weight::new(weight));
        }
    };
    let set_must = move |is_must: bool| change(&|asked| asked.need = if is_must { Need::Must } else { Need::Nice });
    let remove = move |_| {
        draft.update(|draft| {
            id.with_value(|id| draft.requirements.remove(id));
        });
    };
    view! {
        <li>
            <strong>{name.to_owned()}</strong>
            <span class="actions">
                <select aria-label=say!(advert.level_of, skill = name.as_str()) on:change:target=move |event| set_level(event.target().value())>{levels.collect_view()}</select>
                <small aria-hidden="true">{say!(catalogue.weight)}</small>
                <select aria-label=say!(edit.weight_of, skill = name.as_str()) on:change:target=move |event| set_weight(event.target().value())>{weights.collect_view()}</select>
                <label class="choice"><input type="checkbox" prop:checked=move || asked.get().is_some_and(|asked| asked.need == Need::Must) on:change:target=move |event| set_must(event.target().checked())/>{say!(gap.must)}</label>
                <button type="button" class="link" aria-label=say!(edit.remove_skill, skill = name.as_str()) on:click=remove>{say!(settings.remove)}</button>
            </span>
        </li>
    }
}

/// A skill that is asked for too.
fn add(app: App, draft: RwSignal<OwnRole>) -> impl IntoView {
    let options = move || {
        let starter = app.starter();
        let others = starter.iter().flat_map(|starter| &starter.skills);
        let draft = draft.read();
        let others = others
            .filter(|skill| !draft.requirements.contains_key(&skill.id))
            .map(|skill| (skill.name.get(language()).to_owned(), skill.id.to_string()));
        let others = sorted(others, Ord::cmp);
        others.into_iter().map(|(name, id)| view! { <option value=id>{name}</option> }).collect_view()
    };
    let chosen = move |id: String| {
        if !id.is_empty() {
            let asked = OwnRequirement {
                level: Level::whole(3).unwrap_or_default(),
                weight: Weight::new(3.0),
                need: Need::Nice,
            };
            draft.update(|draft| {
                draft.requirements.insert(id.into(), asked);
            });
        }
    };
    view! {
        <label class="field">
            <span>{say!(edit.add_skill)}</span>
            <select on:change:target=move |event| { chosen(event.target().value()); event.target().set_value(""); }>
                <option value="">{say!(edit.choose)}</option>
                {options}
            </select>
        </label>
    }
}
