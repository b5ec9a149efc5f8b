//! Where a role leads: a list and a map, from one's own role or from any other.

use crate::domain::RoleId;
use crate::engine::{Shape, Unlock};
use crate::state::{App, Filter, PAGE, Same, Seen};
use crate::ui::charts::{RoleMap, ShapePlot};
use crate::ui::routes::{Route, to_skill};
use crate::ui::widgets::{ExploreFilter, TransitionRow, WayMissing};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Skills that are named as the next one to learn.
const NEXT: usize = 3;

/// The page; from the present role where none is named.
pub(super) fn explore(centre: Option<RoleId>) -> impl IntoView {
    let app = App::get();
    let filter = app.filter;
    let from_elsewhere = centre.is_some();
    let seen = app.seen_from(centre, filter);
    let catalog = Memo::new(move |_| seen.get().map(|seen| Same(Arc::clone(&seen.catalog))));
    let heading = move || {
        let seen = seen.read();
        let role = seen.as_ref().and_then(|seen| seen.catalog.roles.get(seen.current));
        role.map(|role| say!(explore.title, role = text::in_sentence(role.name.get(language()))))
    };
    move || {
        let Some(Same(catalog)) = catalog.get() else { return view! { <WayMissing/> }.into_any() };
        view! {
            <h1>{heading}</h1>
            <p class="lead">{say!(explore.lead)} " " <a href=Route::Method(Some("similarity")).href()>{say!(fig.more)}</a></p>
            {from_elsewhere.then(|| view! { <p><a href=Route::Explore(None).href()>{say!(explore.back)}</a></p> })}
            <section class="card"><ExploreFilter catalog filter/></section>
            {move || seen.get().map(|seen| around(app, seen, filter))}
        }
        .into_any()
    }
}

fn around(app: App, seen: Same<Seen>, filter: RwSignal<Filter>) -> impl IntoView {
    let n = seen.transitions.len();
    let rows = (0..n).map(|at| view! { <TransitionRow seen=seen.clone() at/> }).collect_view();
    let more = (n >= filter.get_untracked().limit).then(|| {
        let more = move |_| filter.update(|filter| filter.limit += PAGE);
        view! { <p class="actions"><button class="quiet" on:click=more>{say!(explore.more)}</button></p> }
    });
    let told = if n == 0 { say!(explore.none) } else { say!(explore.found, n = format::number(n as f64)) };
    let for_file = seen.clone();
    view! {
        <p class="sub" role="status">{told}</p>
        <div class="columns around">
            <section class="card">
                <h2>{say!(explore.list)}</h2>
                {move || compare_link(app)}
                <ol class="transitions">{rows}</ol>
                {more}
                {(n > 0).then(|| view! { <p class="actions"><button class="quiet" on:click=move |_| save(app, &for_file)>{say!(explore.csv)}</button></p> })}
            </section>
            <div class="stack">
                {(n > 0).then(|| view! { <section class="card wide"><h2>{say!(explore.map)}</h2><p class="sub">{say!(explore.map_how)}</p><RoleMap seen=seen.clone()/></section> })}
                {next_skills(&seen)}
                {broad_or_deep(&seen)}
            </div>
        </div>
    }
}

/// Two or three that are chosen can be compared.
fn compare_link(app: App) -> Option<impl IntoView + use<>> {
    let compare = app.compare.get();
    let label = say!(explore.compare_n, n = compare.len().to_string());
    (compare.len() >= 2).then(|| view! { <p><a class="button" href=Route::Compare(compare).href()>{label}</a></p> })
}

/// The skills that would bring most of these roles within reach.
fn next_skills(seen: &Seen) -> Option<impl IntoView + use<>> {
    let row = |unlock: &Unlock| {
        let skill = seen.catalog.skill(unlock.skill)?;
        let (level, hours) = (format::level(unlock.to), format::hours(unlock.hours));
        let detail = match unlock.opens.len() {
            0 => say!(explore.gain, level = level, hours = hours),
            n => say!(explore.unlock, level = level, hours = hours, n = n.to_string()),
        };
        let name = text::capitalised(skill.name.get(language()));
        Some(view! { <li><a href=to_skill(&skill.id)>{name}</a> <small>{detail}</small></li> })
    };
    let rows: Vec<_> = seen.unlocks.iter().take(NEXT).filter_map(row).collect();
    let fit = App::get().policy.with(|policy| format::percent(policy.reach_from));
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{say!(explore.next)}</h2>
                <p class="sub">{say!(explore.next_how, fit = fit)}</p>
                <ol class="next">{rows}</ol>
            </section>
        }
    })
}

/// The shape of what the person holds, among those of the roles in sight.
fn broad_or_deep(seen: &Seen) -> Option<impl IntoView + use<>> {
    let own = seen.shape?;
    let group = seen.catalog.groups.get(usize::from(own.group))?;
    let role = |at: usize| seen.catalog.roles.get(seen.transitions.get(at)?.role);
    let named = |(at, shape): (usize, &Option<Shape>)| Some((role(at)?.name.get(language()).to_owned(), (*shape)?));
    let roles = seen.shapes.iter().enumerate().filter_map(named).collect();
    let told = say!(
        explore.shape_text,
        broad = format::decimal(own.versatility),
        group = text::in_sentence(group.name.get(language())),
        deep = format::decimal(own.specialisation)
    );
    Some(
        view! { <section class="card"><h2>{say!(explore.shape)}</h2><ShapePlot own roles/><p class="sub">{told}</p></section> },
    )
}

/// What is seen, as a file.
fn save(app: App, seen: &Seen) {
    let titles = [
        say!(catalogue.role),
        say!(explore.verdict),
        say!(explore.col_alike),
        say!(explore.col_fit),
        say!(explore.col_hours),
        say!(explore.col_money),
        say!(explore.col_exposure),
        say!(explore.zone),
    ];
    app.export_transitions(seen, &titles, |to| {
        let role = seen.catalog.roles.get(to.role);
        let name = role.map(|role| text::capitalised(role.name.get(language())));
        [name.unwrap_or_default(), text::verdict(to.verdict.verdict).0]
    });
}
