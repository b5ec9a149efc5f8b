//! What kept programmes were worth, on Kirkpatrick's four levels, and the forms that tell it.

use super::super::super::names;
use super::super::super::parts::WholeField;
use super::super::super::routes::Route;
use super::outcome_form::{OutcomeForm, ToldList};
use crate::engine::workforce::{Levels, ProgrammeReport, SkillGain};
use crate::state::Org;
use crate::ui::components::Figure;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

fn count(n: usize) -> String {
    format::number(n as f64)
}

/// The figures of all, and one part for each.
#[component]
pub(super) fn ProgrammesCard() -> impl IntoView {
    let org = Org::get();
    let names = Memo::new(move |_| {
        org.board.reports.with(|all| all.iter().map(|report| report.name.clone()).collect::<Vec<_>>())
    });
    let is_none = Memo::new(move |_| names.with(Vec::is_empty));
    let hours = Signal::derive(move || format::hours(org.board.worth().0));
    let pays = Signal::derive(move || org.board.worth().1.map_or_else(|| "–".into(), format::percent));
    let figures = move || {
        (!is_none.get()).then(|| {
            view! {
                <div class="figures board">
                    <Figure id="worth-hours" line="programmes" value=hours label=say!(worth.hours) why=say!(worth.hours_why)/>
                    <Figure id="worth-pays" line="programmes" value=pays label=say!(worth.pays) why=say!(worth.pays_why)/>
                </div>
            }
        })
    };
    let none = move || {
        is_none.get().then(
            || view! { <p>{say!(worth.none)} " " <a href=Route::Programmes.href()>{say!(org_nav.programmes)}</a></p> },
        )
    };
    view! {
        {none}
        {figures}
        <For each=move || names.get() key=|name| name.clone() let(name)><ProgrammePart name/></For>
    }
}

/// One programme. Its forms stand still while what is told of it follows.
#[component]
fn ProgrammePart(
    /// Its name.
    name: Box<str>,
) -> impl IntoView {
    let org = Org::get();
    let title = name.to_string();
    let name = StoredValue::new(name);
    let report = Memo::new(move |_| {
        let is_it = |report: &&ProgrammeReport| name.with_value(|name| report.name == *name);
        org.board.reports.with(|all| all.iter().find(is_it).cloned())
    });
    let levels = move || report.get().map(|report| four_levels(org, &report));
    let learnt = move || report.with(|report| learnt(org, report.as_ref()?));
    view! {
        <article class="stack">
            <h3>{title}</h3>
            <table><tbody>{levels}</tbody></table>
            {learnt}
            <details class="no-print"><summary>{say!(worth.money)}</summary><Money name/></details>
            <details class="no-print"><summary>{say!(worth.tell)}</summary><OutcomeForm name/></details>
            <ToldList name/>
        </article>
    }
}

fn four_levels(org: Org, report: &ProgrammeReport) -> impl IntoView + use<> {
    let few = || say!(worth.few, k = org.policy.with(|policy| policy.least()).to_string());
    let liked = report.liked.map_or_else(few, |(mean, n)| {
        say!(worth.liked_text, mean = format::decimal((mean * 10.0).round() / 10.0), n = count(n))
    });
    let learnt = match report.learnt.iter().map(|gain| gain.people).max() {
        None | Some(0) => say!(worth.learnt_none),
        Some(_) if report.learnt.iter().all(|gain| gain.levels.is_none()) => few(),
        Some(_) => say!(worth.learnt_text),
    };
    let shown = |n: Option<u32>| n.map_or_else(|| say!(worth.hidden), |n| count(n as usize));
    let used = report.used.map_or_else(few, |used| {
        let [no, some, often] = used.map(shown);
        say!(worth.used_text, no = no, some = some, often = often)
    });
    let brought = match (report.brought, report.pays()) {
        ([Some(cost), Some(benefit)], Some(pays)) => {
            let (cost, benefit) = (format::euros(cost), format::euros(benefit));
            say!(worth.brought_text, benefit = benefit, cost = cost, share = format::percent(pays))
        }
        _ => say!(worth.brought_none),
    };
    let rows = [
        (say!(worth.liked), liked),
        (say!(worth.learnt), learnt),
        (say!(worth.used), used),
        (say!(worth.brought), brought),
    ];
    rows.map(|(level, words)| view! { <tr><th scope="row">{level}</th><td>{words}</td></tr> }).collect_view()
}

fn learnt(org: Org, report: &ProgrammeReport) -> Option<impl IntoView + use<>> {
    let rows = org.now.with(|now| {
        let now = now.as_ref()?;
        let row = |gain: &SkillGain| {
            let few = gain.levels.is_none() && gain.people > 0;
            let mean = |level: fn(&Levels) -> f64| match &gain.levels {
                Some(levels) => Some(format::fine(level(levels))),
                None => few.then(|| say!(worth.hidden)),
            };
            let gained = gain.gain().unwrap_or_default() * gain.people as f64;
            let each = (gained > 0.0).then(|| format::hours(f64::from(gain.hours) / gained));
            view! {
                <tr>
                    <th scope="row">{names::skill(org, now, &gain.skill)}</th>
                    <td class="n">{count(gain.people)}</td>
                    <td class="n">{mean(|levels| levels.before)}</td>
                    <td class="n">{mean(|levels| levels.after)}</td>
                    <td class="n">{mean(|levels| levels.after - levels.before)}</td>
                    <td class="n">{gain.levels.map(|levels| count(levels.fell))}</td>
                    <td class="n">{format::hours(f64::from(gain.hours))}</td>
                    <td class="n">{each}</td>
                </tr>
            }
        };
        Some(report.learnt.iter().map(row).collect_view())
    });
    let label = [&*report.name, &say!(worth.learnt)].join(": ");
    (!report.learnt.is_empty()).then(|| {
        view! {
            <div class="scroll-x" tabindex="0" role="region" aria-label=label><table>
                <thead><tr>
                    <th scope="col">{say!(worth.skill)}</th>
                    <th scope="col" class="n">{say!(worth.people)}</th>
                    <th scope="col" class="n">{say!(worth.before)}</th>
                    <th scope="col" class="n">{say!(worth.after)}</th>
                    <th scope="col" class="n">{say!(worth.gain)}</th>
                    <th scope="col" class="n">{say!(worth.fell)}</th>
                    <th scope="col" class="n">{say!(worth.hours_column)}</th>
                    <th scope="col" class="n">{say!(worth.per_level)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
    })
}

/// Cost and benefit, by the organisation's own figures; empty is unsaid.
#[component]
fn Money(
    /// The programme's name.
    name: StoredValue<Box<str>>,
) -> impl IntoView {
    let org = Org::get();
    let shown = move |at: usize| {
        Signal::derive(move || {
            let is_it = |report: &&ProgrammeReport| name.with_value(|name| report.name == *name);
            org.board.reports.with(|all| all.iter().find(is_it).and_then(|report| report.brought[at]))
        })
    };
    let set_cost = Callback::new(move |euros: Option<u32>| {
        name.with_value(|name| org.change_programme(name, |programme| programme.cost = euros));
    });
    let set_benefit = Callback::new(move |euros: Option<u32>| {
        name.with_value(|name| org.change_programme(name, |programme| programme.benefit = euros));
    });
    view! {
        <div class="fields">
            <WholeField label=say!(worth.cost) value=shown(0) on_change=set_cost/>
            <WholeField label=say!(worth.benefit) value=shown(1) on_change=set_benefit/>
        </div>
    }
}
