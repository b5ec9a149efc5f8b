//! Adds a way to learn a skill, or leaves one out.

use crate::catalog::Catalog;
use crate::domain::{Kind, Level, OwnActivity, SkillId, SkillIx, Text};
use crate::state::App;
use crate::ui::components::Field;
use crate::ui::words::{language, say};
use crate::ui::{errors, text};
use leptos::prelude::*;

/// What a new activity begins as: a project of thirty hours from nothing to aware.
fn fresh(skill: SkillId) -> OwnActivity {
    OwnActivity {
        skill,
        from: Level::NONE,
        to: Level::AWARE,
        kind: Kind::Project,
        hours: 30,
        weekly: 4,
        cost: 0,
        name: Text::default(),
    }
}

/// A form for a new one, and a list of those that can be left out.
#[component]
pub(in crate::ui) fn ActivityEditor(
    /// The skill.
    id: SkillId,
) -> impl IntoView {
    let app = App::get();
    let id = StoredValue::new(id);
    let draft = RwSignal::new(fresh(id.get_value()));
    let wrong = RwSignal::new(None::<String>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let activity = draft.get_untracked();
        if activity.name.en.trim().is_empty() {
            return wrong.set(Some(say!(edit.needs_name)));
        }
        if activity.from >= activity.to {
            return wrong.set(Some(say!(sheets.fault_not_up)));
        }
        match app.add_activity(activity) {
            Ok(()) => draft.set(fresh(id.get_value())),
            Err(error) => wrong.set(Some(errors::amend_error(error))),
        }
    };
    let kinds = Kind::ALL.into_iter().map(|kind| {
        view! { <option value=kind.word() prop:selected=move || draft.read().kind == kind>{text::activity_kind(kind)}</option> }
    });
    let set_kind = move |word: String| {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) {
            draft.update(|draft| draft.kind = kind);
        }
    };
    let retired = move || {
        let starter = app.starter()?;
        let place = id.with_value(|id| starter.find_skill(id))?;
        Some(leave_out(app, &starter, place, wrong))
    };
    view! {
        <details>
            <summary>{say!(edit.ways)}</summary>
            <ul class="tasks">{retired}</ul>
            <form class="stack" on:submit=add>
                <div class="pair">
                    <Field label=say!(edit.name_en) kind="text" value=Signal::derive(move || draft.read().name.en.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.name.en = typed.into()))/>
                    <Field label=say!(edit.name_es) kind="text" value=Signal::derive(move || draft.read().name.es.to_string()) on_change=Callback::new(move |typed: String| draft.update(|draft| draft.name.es = typed.into()))/>
                    <label class="field"><span>{say!(gap.kind)}</span><select on:change:target=move |event| set_kind(event.target().value())>{kinds.collect_view()}</select></label>
                    {level(say!(edit.from), draft, |draft| &mut draft.from)}
                    {level(say!(edit.to), draft, |draft| &mut draft.to)}
                    {whole(say!(plan.hours_col), 10_000, move || u32::from(draft.read().hours), move |hours| draft.update(|draft| draft.hours = (hours as u16).max(1)))}
                    {whole(say!(edit.weekly), 40, move || u32::from(draft.read().weekly), move |weekly| draft.update(|draft| draft.weekly = (weekly as u8).max(1)))}
                    {whole(say!(edit.cost), 10_000_000, move || draft.read().cost, move |cost| draft.update(|draft| draft.cost = cost))}
                </div>
                <p class="wrong" role="alert">{wrong}</p>
                <p class="actions"><button type="submit" class="quiet">{say!(edit.add_way)}</button></p>
            </form>
        </details>
    }
}

/// A level of the draft, 0 to 5.
fn level(label: String, draft: RwSignal<OwnActivity>, part: fn(&mut OwnActivity) -> &mut Level) -> impl IntoView {
    let options = (0..=5_u8).map(|rung| {
        let is_it = move || part(&mut draft.get()).nearest() == rung;
        view! { <option value=rung.to_string() selected=is_it>{rung.to_string()}</option> }
    });
    let set = move |typed: String| {
        if let Some(level) = typed.parse().ok().and_then(|rung| Level::whole(rung).ok()) {
            draft.update(|draft| *part(draft) = level);
        }
    };
    view! {
        <label class="field"><span>{label}</span><select on:change:target=move |event| set(event.target().value())>{options.collect_view()}</select></label>
    }
}

/// A whole number from 0 to `most`; what is none leaves the draft as it was.
fn whole(
    label: String,
    most: u32,
    value: impl Fn() -> u32 + Send + Sync + 'static,
    set: impl Fn(u32) + Send + Sync + 'static,
) -> impl IntoView {
    let settle = move |typed: String| {
        if let Some(number) = typed.parse().ok().filter(|number| *number <= most) {
            set(number);
        }
    };
    view! { <Field label kind="number" value=Signal::derive(move || value().to_string()) on_change=Callback::new(settle)/> }
}

fn leave_out(app: App, starter: &Catalog, place: SkillIx, wrong: RwSignal<Option<String>>) -> impl IntoView + use<> {
    let rows = starter.activities_for(place).map(|activity| {
        let (id, name) = (StoredValue::new(activity.id.to_owned()), activity.name.get(language()).to_owned());
        let label = say!(edit.remove_skill, skill = name.as_str());
        let retire = move |_| {
            if let Err(error) = app.retire_activity(id.get_value()) {
                wrong.set(Some(errors::amend_error(error)));
            }
        };
        view! { <li>{name} " " <button type="button" class="link" aria-label=label on:click=retire>{say!(settings.remove)}</button></li> }
    });
    rows.collect_view()
}
