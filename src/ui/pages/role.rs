//! A role: what it asks, what is done in it, and the way into it.

use crate::catalog::Catalog;
use crate::domain::{Answer, Need, Requirement, Role, RoleId, sorted};
use crate::engine::Held;
use crate::state::App;
use crate::ui::charts::{LevelBar, ShareBar};
use crate::ui::routes::{Route, to_explore, to_skill};
use crate::ui::widgets::{EntryMissing, ExposureCard, PathList, RoleEditor, RoleProfile};
use crate::ui::words::{language, say};
use crate::ui::{errors, format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Requirements and tasks that are shown before the rest is folded.
const ROWS: usize = 15;

/// The page of a role.
pub(super) fn role_page(id: RoleId) -> impl IntoView {
    let app = App::get();
    let open = RwSignal::new(false);
    move || {
        let library = app.library.read();
        match library.with_role(&id).and_then(|catalog| Some((catalog, catalog.find_role(&id)?))) {
            Some((catalog, role)) => whole(app, catalog, role, open).into_any(),
            None => view! { <EntryMissing is_loading=library.is_loading()/> }.into_any(),
        }
    }
}

fn whole(app: App, catalog: &Arc<Catalog>, role: &Role, open: RwSignal<bool>) -> impl IntoView + use<> {
    let words = language();
    let family = catalog.families.get(usize::from(role.family)).map(|family| family.name.get(words).to_owned());
    let facts: Vec<String> = family
        .into_iter()
        .chain(role.zone.map(|zone| say!(catalogue.zone, zone = zone.to_string())))
        .chain(role.isco_code.as_deref().map(|code| ["ISCO-08 ", code].concat()))
        .chain(role.onet_code.as_deref().map(|code| ["O*NET-SOC ", code].concat()))
        .chain([text::source_name(&catalog.source)])
        .collect();
    let also: Vec<&str> = role.also.iter().map(|title| title.get(words)).collect();
    view! {
        <p class="crumb"><a href=Route::Catalog.href()>{say!(nav.catalogue)}</a></p>
        <h1>{text::capitalised(role.name.get(words))}</h1>
        <p class="lead">{role.about.get(words).to_owned()}</p>
        <p class="sub">{facts.join(" · ")}</p>
        {ways(app, &role.id)}
        {editing(app, catalog, &role.id, open)}
        <div class="columns">
            <div class="stack">
                <section class="card"><h2>{say!(catalogue.asks)}</h2>{asked(app, catalog, role)}</section>
            </div>
            <div class="stack">
                {paths(app, catalog, &role.id)}
                <ExposureCard role=role.clone()/>
                {tasks(role)}
                <RoleProfile catalog=Arc::clone(catalog) role=role.clone()/>
                {(!also.is_empty()).then(|| view! {
                    <section class="card">
                        <h2>{say!(catalogue.also)}</h2>
                        <details><summary>{say!(catalogue.titles, n = format::number(also.len() as f64))}</summary><p>{also.join(", ")}</p></details>
                    </section>
                })}
            </div>
        </div>
    }
}

/// The starter's roles can be changed, those of a framework copied into the starter.
fn editing(app: App, catalog: &Arc<Catalog>, id: &RoleId, open: RwSignal<bool>) -> impl IntoView + use<> {
    let (id, catalog) = (StoredValue::new(id.to_owned()), StoredValue::new(Arc::clone(catalog)));
    let is_starter = catalog.with_value(|catalog| &*catalog.source.key == "starter");
    let wrong = RwSignal::new(None::<String>);
    let copy = move |_| match catalog.with_value(|catalog| id.with_value(|id| app.copy_role(catalog, id))) {
        Ok(()) => open.set(true),
        Err(error) => wrong.set(Some(errors::amend_error(error))),
    };
    move || {
        match (is_starter, open.get()) {
        (true, true) => id.with_value(|id| app.role_draft(id)).map(|role| view! { <RoleEditor id=id.get_value() role open/> }).into_any(),
        (true, false) => view! { <p class="actions"><button class="quiet" on:click=move |_| open.set(true)>{say!(edit.change)}</button></p> }.into_any(),
        (false, _) => view! {
            <p class="actions"><button class="quiet" on:click=copy>{say!(edit.copy)}</button></p>
            <p class="wrong" role="alert">{wrong}</p>
        }.into_any(),
    }
    }
}

/// "I work as this", "I would like this".
fn ways(app: App, id: &RoleId) -> impl IntoView + use<> {
    let workspace = app.workspace.get();
    let (this, current, target) = (id.clone(), workspace.current, workspace.target);
    let mine = this.clone();
    let goal = target.filter(|target| *target != this);
    let around = to_explore(&this);
    let start = move |_| {
        app.choose_way(mine.clone(), goal.clone());
        Route::Gap.go();
    };
    view! {
        <p class="actions">
            {current.map(|current| {
                let is_mine = current == this;
                let go = move |_| {
                    app.choose_way(current.clone(), Some(this.clone()));
                    Route::Gap.go();
                };
                view! { <button on:click=go>{if is_mine { say!(catalogue.grow_here) } else { say!(catalogue.want) }}</button> }
            })}
            <button class="quiet" on:click=start>{say!(catalogue.work_as)}</button>
            <a class="button quiet" href=around>{say!(explore.from_here)}</a>
        </p>
    }
}

/// The ways from the present role, where it is in the same catalogue.
fn paths(app: App, catalog: &Arc<Catalog>, id: &RoleId) -> Option<impl IntoView + use<>> {
    let analysis = app.analysis.get()?;
    let is_here =
        Arc::ptr_eq(&analysis.catalog, catalog) && analysis.current.as_ref().is_some_and(|current| current != id);
    is_here.then(|| view! { <PathList catalog=Arc::clone(catalog) paths=app.paths(id)/> })
}

fn asked(app: App, catalog: &Catalog, role: &Role) -> impl IntoView + use<> {
    let asked = role.requirements.iter().filter(|asked| asked.need != Need::Background);
    let asked = sorted(asked, |a, b| (b.weight, b.level, a.skill).cmp(&(a.weight, a.level, b.skill)));
    let rest = role.requirements.len() - asked.len();
    let estimated = role.estimated_from.iter().filter_map(|id| catalog.find_role(id));
    let estimated: Vec<&str> = estimated.map(|role| role.name.get(language())).collect();
    let rows = asked.into_iter().filter_map(|asked| row(app, catalog, asked)).map(IntoAny::into_any);
    let mut rows: Vec<AnyView> = rows.collect();
    let more = rows.split_off(rows.len().min(ROWS));
    let n_more = more.len();
    view! {
        {(!estimated.is_empty()).then(|| view! { <p class="sub">{say!(gap.estimated, roles = estimated.join(", "))}</p> })}
        {asked_table(rows)}
        {(n_more > 0).then(|| view! {
            <details><summary>{say!(catalogue.more, n = format::number(n_more as f64))}</summary>{asked_table(more)}</details>
        })}
        {(rest > 0).then(|| view! { <p class="sub">{say!(catalogue.background, n = format::number(rest as f64))}</p> })}
    }
}

fn asked_table(rows: Vec<AnyView>) -> impl IntoView {
    view! {
        <table class="asked">
            <thead>
                <tr>
                    <th scope="col">{say!(gap.skill)}</th>
                    <th scope="col">{say!(catalogue.level)}</th>
                    <th scope="col" class="n">{say!(catalogue.weight)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(app: App, catalog: &Catalog, asked: &Requirement) -> Option<impl IntoView + use<>> {
    let skill = catalog.skill(asked.skill)?;
    let name = skill.name.get(language());
    let level = format::level(asked.level);
    let (held, alt) = match app.workspace.read().answer(&skill.id) {
        Some(Answer::At(mine)) => {
            let alt = say!(gap.bar, skill = name, level = format::level(mine), asked = level.as_str());
            (Held::Rated(mine), alt)
        }
        _ => (Held::Rated(asked.level), say!(catalogue.asks_level, skill = name, level = level.as_str())),
    };
    Some(view! {
        <tr>
            <th scope="row">
                <a href=to_skill(&skill.id)>{name.to_owned()}</a>
                {(asked.need == Need::Must).then(|| view! { <small class="must">{say!(gap.must)}</small> })}
            </th>
            <td class="bar"><LevelBar held asked=asked.level bridged=false alt/> <small>{level}</small></td>
            <td class="n">{format::decimal(asked.weight.value())}</td>
        </tr>
    })
}

fn tasks(role: &Role) -> Option<impl IntoView + use<>> {
    let tasks = sorted(&role.tasks, |a, b| b.share.cmp(&a.share));
    let items = tasks.into_iter().map(|task| {
        let share = (task.share > 0).then(|| view! { <ShareBar percent=task.share/> });
        view! { <li>{text::capitalised(task.name.get(language()))} {share}</li> }
    });
    let mut items: Vec<_> = items.collect();
    let more = items.split_off(items.len().min(ROWS));
    let more = (!more.is_empty()).then(|| {
        let n = format::number(more.len() as f64);
        view! { <details><summary>{say!(catalogue.more, n = n)}</summary><ul class="tasks">{more}</ul></details> }
    });
    (!role.tasks.is_empty()).then(
        || view! { <section class="card"><h2>{say!(catalogue.tasks)}</h2><ul class="tasks">{items}</ul>{more}</section> },
    )
}
