//! What a role asks, and where one is: one row a requirement, drawn and written.

use crate::domain::Need;
use crate::engine::{GapItem, GapKind, Held};
use crate::state::Analysis;
use crate::ui::charts::LevelBar;
use crate::ui::routes::to_skill;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// The gap by kind; what is met stands folded below.
#[component]
pub(in crate::ui) fn GapTable(
    /// What was found.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    let is_lacking = |item: &&GapItem| item.kind <= GapKind::Deepen;
    let (lacking, enough): (Vec<_>, Vec<_>) = analysis.gap.items.iter().partition(is_lacking);
    let (open, fixed): (Vec<_>, Vec<_>) = lacking.into_iter().partition(|item| item.trainable);
    let folded = |items: &[&GapItem], summary: String, open: bool| {
        let table = table(&analysis, items);
        (!items.is_empty()).then(|| view! { <details open=open><summary>{summary}</summary> {table}</details> })
    };
    view! {
        <p class="legend">{say!(gap.legend)}</p>
        {(!open.is_empty()).then(|| table(&analysis, &open))}
        {folded(&fixed, say!(gap.fixed, n = fixed.len().to_string()), false)}
        {folded(&enough, say!(gap.enough, n = enough.len().to_string()), open.is_empty())}
    }
}

fn table(analysis: &Analysis, items: &[&GapItem]) -> impl IntoView + use<> {
    let groups = items.chunk_by(|a, b| a.kind == b.kind);
    let bodies = groups.map(|group| {
        let rows = group.iter().map(|item| row(analysis, item)).collect_view();
        let kind = text::gap_kind(group[0].kind);
        view! {
            <tbody>
                <tr class="group"><th scope="rowgroup" colspan="4">{kind}</th></tr>
                {rows}
            </tbody>
        }
    });
    view! {
        <table class="gap">
            <thead>
                <tr>
                    <th scope="col">{say!(gap.skill)}</th>
                    <th scope="col">{say!(gap.you_and_role)}</th>
                    <th scope="col" class="n">{say!(gap.hours)}</th>
                    <th scope="col">{say!(gap.kind)}</th>
                </tr>
            </thead>
            {bodies.collect_view()}
        </table>
    }
}

fn row(analysis: &Analysis, item: &GapItem) -> impl IntoView + use<> {
    let skill = text::skill(&analysis.catalog, item.skill);
    let alt = alt(&skill, item);
    let link = analysis.catalog.skill(item.skill).map(|entry| view! { <a href=to_skill(&entry.id)>{skill}</a> });
    let hours = if item.hours.likely > 0.0 { format::hours(item.hours.likely) } else { String::new() };
    view! {
        <tr>
            <th scope="row">{link}{(item.need == Need::Must).then(|| view! { <small class="must">{say!(gap.must)}</small> })}</th>
            <td class="bar"><LevelBar held=item.held asked=item.asked bridged=item.kind == GapKind::Bridge alt/></td>
            <td class="n">{hours}</td>
            <td class="kind">{what(analysis, item)}</td>
        </tr>
    }
}

fn alt(skill: &str, item: &GapItem) -> String {
    let asked = format::level(item.asked);
    match item.held {
        Held::Rated(level) => say!(gap.bar, skill = skill, level = format::level(level), asked = asked),
        Held::Assumed(level) => say!(gap.bar_assumed, skill = skill, level = format::level(level), asked = asked),
        Held::Unrated | Held::NotApplicable => say!(gap.bar_unrated, skill = skill, asked = asked),
    }
}

fn what(analysis: &Analysis, item: &GapItem) -> String {
    let levels = say!(gap.from_to, from = format::level(item.held.level()), to = format::level(item.asked));
    let words = match (item.kind, item.neighbour) {
        (GapKind::Bridge, Some(neighbour)) => {
            say!(gap.bridge_from, skill = text::in_sentence(&text::skill(&analysis.catalog, neighbour.skill)))
        }
        (kind, _) if kind <= GapKind::Deepen => levels,
        // The heading of the group says it all.
        _ => return String::new(),
    };
    if matches!(item.held, Held::Assumed(_)) { [words, say!(gap.assumed)].join(", ") } else { words }
}
