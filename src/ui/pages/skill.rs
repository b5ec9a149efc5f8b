//! A skill: what its levels look like, who needs it, what leads to it, and how it is learnt.

use crate::catalog::Catalog;
use crate::domain::{Activity, Answer, Level, Need, Requirement, Role, Skill, SkillId, SkillIx, sorted};
use crate::state::App;
use crate::ui::routes::{Route, to_role, to_skill};
use crate::ui::widgets::{ActivityEditor, EntryMissing, SkillEditor, SkillRecord};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// Roles that are shown of all that ask for a skill.
const ROLES: usize = 25;
/// Other names that stand open.
const NAMES: usize = 8;

/// The page of a skill.
pub(super) fn skill_page(id: SkillId) -> impl IntoView {
    let app = App::get();
    let open = RwSignal::new(false);
    move || {
        let library = app.library.read();
        match library.with_skill(&id).and_then(|catalog| Some((catalog, catalog.find_skill(&id)?))) {
            Some((catalog, place)) => whole(app, catalog, place, open).into_any(),
            None => view! { <EntryMissing is_loading=library.is_loading()/> }.into_any(),
        }
    }
}

fn whole(app: App, catalog: &Catalog, place: SkillIx, open: RwSignal<bool>) -> Option<impl IntoView + use<>> {
    let (skill, words) = (catalog.skill(place)?, language());
    let group = catalog.groups.get(usize::from(skill.group)).map(|group| group.name.get(words).to_owned());
    let flags = [
        (skill.flags.transferable, say!(catalogue.transferable)),
        (skill.flags.digital, say!(catalogue.digital)),
        (skill.flags.green, say!(catalogue.green)),
        (skill.flags.digcomp, "DigComp".to_owned()),
    ];
    let flags = flags.into_iter().filter(|(is, _)| *is).map(|(_, word)| word);
    let facts: Vec<String> = group.into_iter().chain(flags).chain([text::source_name(&catalog.source)]).collect();
    let is_starter = &*catalog.source.key == "starter";
    let also: Vec<&str> = skill.also.iter().map(|name| name.get(words)).collect();
    Some(view! {
        <p class="crumb"><a href=Route::Catalog.href()>{say!(nav.catalogue)}</a></p>
        <h1>{text::capitalised(skill.name.get(words))}</h1>
        <p class="lead">{skill.about.get(words).to_owned()}</p>
        <p class="sub">{facts.join(" · ")}</p>
        {other_names(&also)}
        {is_starter.then(|| editing(app, &skill.id, open))}
        <div class="columns">
            <div class="stack">
                <section class="card"><h2>{say!(catalogue.levels)}</h2>{levels(app, catalog, place, skill)}</section>
                {app.catalog_of(&skill.id).map(|catalog| view! { <section class="card loose"><h2>{say!(record.title)}</h2><SkillRecord catalog id=skill.id.to_owned()/></section> })}
                {activities(catalog, place)}
                {is_starter.then(|| view! { <section class="card"><ActivityEditor id=skill.id.to_owned()/></section> })}
            </div>
            <div class="stack">
                {leads(catalog, place, skill)}
                {needed(catalog, place)}
            </div>
        </div>
    })
}

/// The starter's skills can be changed.
fn editing(app: App, id: &SkillId, open: RwSignal<bool>) -> impl IntoView + use<> {
    let id = StoredValue::new(id.to_owned());
    move || {
        match open.get() {
        true => id.with_value(|id| app.skill_draft(id)).map(|skill| view! { <SkillEditor id=id.get_value() skill open/> }).into_any(),
        false => view! { <p class="actions"><button class="quiet" on:click=move |_| open.set(true)>{say!(edit.change)}</button></p> }.into_any(),
    }
    }
}

/// The other names, folded where they are many.
fn other_names(also: &[&str]) -> Option<impl IntoView + use<>> {
    let all = say!(picker.also, title = also.join(", "));
    let n = format::number(also.len() as f64);
    match also.len() {
        0 => None,
        1..=NAMES => Some(view! { <p class="sub">{all}</p> }.into_any()),
        _ => {
            Some(view! { <details><summary>{say!(catalogue.names, n = n)}</summary><p>{all}</p></details> }.into_any())
        }
    }
}

fn levels(app: App, catalog: &Catalog, place: SkillIx, skill: &Skill) -> impl IntoView + use<> {
    let id = skill.id.to_owned();
    // By itself, so that a change elsewhere in the document does not draw the page anew under a half-filled form.
    let mine = Memo::new(move |_| match app.workspace.read().answer(&id) {
        Some(Answer::At(level)) => Some(level.nearest()),
        _ => None,
    });
    let rung = |rung: u8| {
        let here =
            move || (mine.get() == Some(rung)).then(|| view! { <small class="must">{say!(catalogue.you)}</small> });
        view! {
            <li>
                <span class="rung">{rung.to_string()}</span>
                <span><strong>{text::level_name(rung)}</strong> {here} <br/> {text::level_sentence(catalog, place, rung)}</span>
            </li>
        }
    };
    view! { <ol class="ladder">{(1..=5).map(rung).collect_view()}</ol> }
}

fn activities(catalog: &Catalog, place: SkillIx) -> Option<impl IntoView + use<>> {
    let row = |activity: &Activity| {
        let levels = say!(activity.step, from = format::level(activity.from), to = format::level(activity.to));
        let detail = [text::activity_kind(activity.kind), levels].join(" · ");
        view! {
            <tr>
                <th scope="row">{activity.name.get(language()).to_owned()} <small>{detail}</small></th>
                <td class="n">{format::hours(f64::from(activity.hours))}</td>
                <td class="n">{format::euros(activity.cost)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = catalog.activities_for(place).map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{say!(catalogue.learnt)}</h2>
                <table class="asked">
                    <thead>
                        <tr>
                            <th scope="col">{say!(plan.activity)}</th>
                            <th scope="col" class="n">{say!(plan.hours_col)}</th>
                            <th scope="col" class="n">{say!(plan.cost)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

/// What has to come before, and what is a head start.
fn leads(catalog: &Catalog, place: SkillIx, skill: &Skill) -> Option<impl IntoView + use<>> {
    let link = |place: SkillIx| {
        let skill = catalog.skill(place)?;
        Some(view! { <a href=to_skill(&skill.id)>{skill.name.get(language()).to_owned()}</a> })
    };
    let level = |level: Level| format::level(level);
    let first: Vec<_> = (skill.prerequisites.iter())
        .filter_map(|first| {
            let why = say!(catalogue.first, level = level(first.level), at_least = level(first.at_least));
            Some(view! { <li>{link(first.skill)?} <small>{why}</small></li> })
        })
        .collect();
    let near = catalog.neighbours.get(place.at()).map_or(&[][..], Vec::as_slice).iter();
    let near: Vec<_> = near
        .filter_map(|near| {
            let strength = format::percent(f64::from(near.strength));
            Some(view! { <li>{link(near.skill)?} <small>{say!(catalogue.head_start, share = strength)}</small></li> })
        })
        .collect();
    (!first.is_empty() || !near.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{say!(catalogue.leads)}</h2>
                <ul class="tasks">{first}{near}</ul>
                <p class="sub"><a href=Route::Method(Some("adjacency")).href()>{say!(fig.more)}</a></p>
            </section>
        }
    })
}

fn needed(catalog: &Catalog, place: SkillIx) -> impl IntoView + use<> {
    let asks = |role: &Role| {
        role.requirements.iter().find(|asked| asked.skill == place && asked.need != Need::Background).copied()
    };
    let roles = catalog.roles.iter().filter_map(|role| Some((role, asks(role)?)));
    let roles = sorted(roles, |(_, a), (_, b)| (a.need, b.weight, b.level).cmp(&(b.need, a.weight, a.level)));
    let n = roles.len();
    let row = |(role, asked): &(&Role, Requirement)| {
        let level = say!(catalogue.at_level, level = format::level(asked.level));
        let words = if asked.need == Need::Must { [say!(gap.must), level].join(", ") } else { level };
        let name = text::capitalised(role.name.get(language()));
        view! { <li><a href=to_role(&role.id)>{name}</a> <small>{words}</small></li> }
    };
    let rows = roles.iter().take(ROLES).map(row).collect_view();
    let title = say!(catalogue.needed, n = format::number(n as f64));
    view! {
        <section class="card">
            <h2>{title}</h2>
            <ul class="tasks">{rows}</ul>
            {(n > ROLES).then(|| view! { <p class="sub">{say!(catalogue.first_of, n = ROLES.to_string())}</p> })}
        </section>
    }
}
