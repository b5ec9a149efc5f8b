//! Up to three roles side by side, and what each asks beside what one has.

use crate::catalog::Catalog;
use crate::domain::{RoleId, SkillIx, set_of, sorted};
use crate::engine::{GapItem, Held, Transition};
use crate::state::App;
use crate::ui::charts::LevelBar;
use crate::ui::routes::{Route, to_role, to_skill};
use crate::ui::widgets::WayMissing;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// The page of these roles.
pub(super) fn compare(roles: Vec<RoleId>) -> impl IntoView {
    let app = App::get();
    move || match app.compared(&roles) {
        Some((catalog, found)) if !found.is_empty() => whole(&catalog, &found).into_any(),
        _ => view! { <WayMissing/> }.into_any(),
    }
}

fn whole(catalog: &Catalog, found: &[Transition]) -> impl IntoView + use<> {
    let heads = found.iter().filter_map(|to| {
        let role = catalog.roles.get(to.role)?;
        Some(
            view! { <th scope="col"><a href=to_role(&role.id)>{text::capitalised(role.name.get(language()))}</a></th> },
        )
    });
    let heads = || heads.clone().collect_view();
    let exposed = |to: &Transition| {
        let exposure = to.exposure.as_ref()?;
        Some(format::percent_range(exposure.low, exposure.high))
    };
    let skills = |skills: Vec<SkillIx>| {
        skills.into_iter().map(|skill| text::skill(catalog, skill)).collect::<Vec<_>>().join(", ")
    };
    let zone = |to: &Transition| catalog.roles.get(to.role)?.zone.map(|zone| zone.to_string());
    let facts = [
        row(say!(explore.verdict), found, |to| text::verdict(to.verdict.verdict).0),
        row(say!(admission.demands), found, |to| demands(catalog, to)),
        row(say!(explore.col_alike), found, |to| format::alike(to.similarity)),
        row(say!(explore.col_fit), found, |to| format::percent(to.gap.fit.likely)),
        row(text::capitalised(&say!(fig.must)), found, |to| format::percent(to.gap.must_fit)),
        row(say!(compare.ground), found, |to| format::percent(to.verdict.new_ground)),
        row(say!(explore.col_hours), found, |to| format::hours(to.gap.hours.likely)),
        row(say!(explore.col_money), found, |to| format::euros(to.gap.cost)),
        row(say!(explore.col_exposure), found, |to| exposed(to).unwrap_or_else(|| "–".into())),
        row(say!(explore.zone), found, |to| zone(to).unwrap_or_else(|| "–".into())),
        row(say!(explore.carried), found, |to| skills(to.carried_by())),
        row(say!(explore.costs), found, |to| skills(to.costs_most())),
    ];
    view! {
        <p class="crumb"><a href=Route::Explore(None).href()>{say!(nav.explore)}</a></p>
        <h1>{say!(compare.title)}</h1>
        <section class="card scroll-x" tabindex="0" role="region" aria-label=say!(compare.title)>
            <table class="compare"><thead><tr><td></td>{heads()}</tr></thead><tbody>{facts.into_iter().collect_view()}</tbody></table>
        </section>
        <section class="card scroll-x" tabindex="0" role="region" aria-label=say!(compare.skills)>
            <h2>{say!(compare.skills)}</h2>
            <table class="compare"><thead><tr><th scope="col">{say!(gap.skill)}</th>{heads()}</tr></thead><tbody>{asked(catalog, found)}</tbody></table>
        </section>
    }
}

/// What a role demands before any skill counts.
fn demands(catalog: &Catalog, to: &Transition) -> String {
    let gates = catalog.roles.get(to.role).into_iter().flat_map(|role| &role.profile.gates);
    let names: Vec<&str> = gates.map(|gate| gate.name.get(language())).collect();
    if names.is_empty() { "–".into() } else { names.join("; ") }
}

fn row(label: String, found: &[Transition], words: impl Fn(&Transition) -> String) -> AnyView {
    let cells = found.iter().map(|to| view! { <td>{words(to)}</td> }).collect_view();
    view! { <tr><th scope="row">{label}</th>{cells}</tr> }.into_any()
}

/// Every skill that one of the roles asks for, those that most of them ask for first.
fn asked(catalog: &Catalog, found: &[Transition]) -> impl IntoView + use<> {
    let item = |to: &Transition, skill: SkillIx| to.gap.items.iter().find(|item| item.skill == skill).cloned();
    let all = set_of(found.iter().flat_map(|to| to.gap.items.iter().map(|item| item.skill)));
    let weight =
        |skill: SkillIx| -> f64 { found.iter().filter_map(|to| item(to, skill)).map(|item| item.weight).sum() };
    let order = sorted(all, |a, b| weight(*b).total_cmp(&weight(*a)));
    let rows = order.into_iter().filter_map(|place| {
        let skill = catalog.skill(place)?;
        let name = skill.name.get(language()).to_owned();
        let cells =
            found.iter().map(|to| view! { <td class="bar">{item(to, place).map(|item| bar(&name, &item))}</td> });
        let cells = cells.collect_view();
        Some(view! { <tr><th scope="row"><a href=to_skill(&skill.id)>{name}</a></th>{cells}</tr> })
    });
    rows.collect_view()
}

fn bar(skill: &str, item: &GapItem) -> impl IntoView + use<> {
    let (level, asked) = (format::level(item.held.level()), format::level(item.asked));
    let alt = match item.held {
        Held::Unrated | Held::NotApplicable => say!(gap.bar_unrated, skill = skill, asked = asked),
        Held::Assumed(_) => say!(gap.bar_assumed, skill = skill, level = level, asked = asked),
        Held::Rated(_) => say!(gap.bar, skill = skill, level = level, asked = asked),
    };
    view! { <LevelBar held=item.held asked=item.asked bridged=false alt/> }
}
