//! What might be, side by side: how ready the organisation would be, and where the scenarios differ.

use super::super::names;
use crate::domain::{Level, OrgCommand, SkillId, map_of};
use crate::engine::workforce::Prospect;
use crate::state::{Org, Same};
use crate::ui::charts::ShareBar;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Needs that are compared at most.
const MOST: usize = 25;

/// What a prospect is called.
fn called(prospect: &Prospect) -> String {
    prospect.scenario.as_ref().map_or_else(|| say!(scenario.planned), ToString::to_string)
}

/// The prospects as rows, and the needs in which they differ.
#[component]
pub(in crate::ui::organisation) fn ScenarioTable() -> impl IntoView {
    let org = Org::get();
    let prospects = org.prospects();
    let rows = move || {
        prospects.with(|prospects| prospects.iter().flat_map(|all| all.iter().map(|one| line(org, one))).collect_view())
    };
    view! {
        <div class="scroll-x">
            <table>
                <thead><tr>
                    <th scope="col">{say!(scenario.scenario)}</th>
                    <th scope="col" class="n">{say!(demand.seats_then)}</th>
                    <th scope="col" class="n">{say!(scenario.holders)}</th>
                    <th scope="col">{say!(scenario.readiness)}</th>
                    <th scope="col" class="n">{say!(scenario.short)}</th>
                    <th scope="col" class="n">{say!(scenario.short_day)}</th>
                    <th scope="col" class="n">{say!(scenario.declining)}</th>
                    <th scope="col">{say!(demand.change)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="sub">{say!(scenario.short_day_text)}</p>
        {move || prospects.with(|prospects| differences(org, prospects.as_ref()))}
    }
}

fn line(org: Org, prospect: &Prospect) -> impl IntoView + use<> {
    let sum = |of: fn(&crate::engine::workforce::PositionDemand) -> u32| {
        format::number(prospect.demand.positions.iter().map(|position| f64::from(of(position))).sum())
    };
    // Each need is short with its own risk: the sum is how many are, on a day like any other.
    let short_day: f64 = prospect.coverage.iter().map(|row| row.risk).sum();
    let name = called(prospect);
    let forget = prospect.scenario.to_owned().map(|scenario| {
        let label = say!(scenario.forget_this, name = name.as_str());
        view! { <button class="link" aria-label=label on:click=move |_| org.apply(OrgCommand::RemoveScenario(scenario.to_owned()))>{say!(scenario.forget)}</button> }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="n">{sum(|position| position.seats_then)}</td>
            <td class="n">{sum(|position| position.holders)}</td>
            <td><ShareBar percent=format::reached_percent(prospect.readiness())/></td>
            <td class="n">{format::number(prospect.short() as f64)}</td>
            <td class="n">{format::decimal((short_day * 10.0).round() / 10.0)}</td>
            <td class="n">{sum(|position| u32::from(!position.declines.is_empty()))}</td>
            <td>{forget}</td>
        </tr>
    }
}

/// Held of needed, where not all prospects have the same.
fn differences(org: Org, prospects: Option<&Same<Vec<Prospect>>>) -> Option<impl IntoView + use<>> {
    let prospects = prospects.filter(|prospects| prospects.len() > 1)?;
    let of = |prospect: &Prospect| {
        map_of(prospect.coverage.iter().map(|row| ((row.skill.to_owned(), row.level), [row.held, row.needed])))
    };
    let covered: Vec<BTreeMap<(SkillId, Level), [u32; 2]>> = prospects.iter().map(of).collect();
    let mut keys: Vec<_> = covered.iter().flat_map(BTreeMap::keys).collect();
    keys.sort();
    keys.dedup();
    let differ = |key: &&(SkillId, Level)| covered.windows(2).any(|two| two[0].get(*key) != two[1].get(*key));
    let differing: Vec<_> = keys.into_iter().filter(differ).collect();
    let n = differing.len();
    let row = |key: &(SkillId, Level)| {
        let name = org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &key.0)));
        let cells = covered.iter().map(|covered| {
            let words = covered.get(key).map(|[held, needed]| {
                let number = |n: &u32| format::number(f64::from(*n));
                let is_short = held < needed;
                let short = is_short.then(|| view! { " " <small class="must">{say!(talent.short)}</small> });
                view! { {say!(scenario.of, held = number(held), needed = number(needed))} {short} }
            });
            view! { <td class="n">{words}</td> }
        });
        view! { <tr><th scope="row">{name} " " <small>{format::level(key.1)}</small></th>{cells.collect_view()}</tr> }
    };
    let rows = differing.into_iter().take(MOST).map(row).collect_view();
    let heads =
        prospects.iter().map(|prospect| view! { <th scope="col" class="n">{called(prospect)}</th> }).collect_view();
    Some(view! {
        <h3>{say!(scenario.differences)}</h3>
        <p class="sub">{if n == 0 { say!(scenario.none_differs) } else { say!(scenario.differences_text, n = format::number(n as f64)) }}</p>
        <div class="scroll-x" tabindex="0" role="region" aria-label=say!(scenario.differences) hidden=n == 0>
            <table><thead><tr><th scope="col">{say!(talent.skill)}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    })
}
