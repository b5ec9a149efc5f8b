//! Numbers that sites give: made here as a file, taken in, and added up.

use super::super::super::names;
use crate::domain::OrgCommand;
use crate::engine::workforce::Between;
use crate::state::Org;
use crate::ui::components::{LongTable, Message, Tone, chosen_files};
use crate::ui::format;
use crate::ui::organisation::errors;
use crate::ui::words::say;
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// The buttons, what was refused, and the sums.
#[component]
pub(super) fn SitesCard() -> impl IntoView {
    let org = Org::get();
    let groups = org.groups;
    let k = move || org.policy.with(|policy| policy.least()).to_string();
    let cannot = move || (!groups.can_give.get()).then(|| view! { <p class="sub">{say!(sites.cannot, k = k())}</p> });
    let choose = move |event: Targeted<Event, HtmlInputElement>| org.take_contributions(chosen_files(&event));
    let refused = move || {
        let told = groups.refused.get().into_iter().map(|(file, why)| {
            let text = say!(sites.refused, file = file, why = errors::given_fault(&why));
            view! { <Message tone=Tone::Danger text/> }
        });
        told.collect_view()
    };
    let is_there = Memo::new(move |_| groups.merged.with(Option::is_some));
    let sums = move || is_there.get().then(|| view! { <Sums/> });
    view! {
        <p>{move || say!(sites.lead, k = k())}</p>
        {cannot}
        <p class="actions">
            <button class="quiet" disabled=move || !groups.can_give.get() on:click=move |_| org.give_contribution()>{say!(sites.give)}</button>
            <button class="quiet" disabled=move || !groups.can_give.get() on:click=move |_| org.add_own_contribution()>{say!(sites.add_own)}</button>
            <label class="button quiet">{say!(sites.take)}<input class="file" type="file" multiple accept=".json,application/json" on:change:target=choose/></label>
        </p>
        {refused}
        {sums}
    }
}

/// A number that is known, or known to lie between two.
fn between(sum: Between) -> String {
    let n = |n: u32| format::number(f64::from(n));
    if sum.least == sum.most { n(sum.least) } else { [n(sum.least), n(sum.most)].join("–") }
}

/// The sites, and what they have together, skill by skill.
#[component]
fn Sums() -> impl IntoView {
    let org = Org::get();
    let groups = org.groups;
    let skills = Memo::new(move |_| groups.site_skills());
    let n = Signal::derive(move || skills.with(Vec::len));
    let sites = move || {
        groups.merged.with(|merged| {
            let rows = merged.as_ref()?.sites.iter().map(|(site, on)| {
                let forget = { let site = site.clone(); move |_| org.apply(OrgCommand::RemoveContributions(site.clone())) };
                view! {
                    <tr>
                        <th scope="row">{site.to_string()}</th>
                        <td>{format::day(*on)}</td>
                        <td><button class="quiet" aria-label=say!(sites.forget_named, site = site.to_string()) on:click=forget>{say!(sites.forget)}</button></td>
                    </tr>
                }
            });
            Some(rows.collect_view())
        })
    };
    let all = move || {
        groups.merged.with(|merged| {
            let merged = merged.as_ref()?;
            let (n, sites) = (f64::from(merged.people), merged.sites.len() as f64);
            Some(say!(sites.all, n = format::number(n), sites = format::number(sites)))
        })
    };
    let row = move |at: usize| {
        let skill = skills.with(|skills| skills.get(at).cloned());
        let cells = skill.and_then(|skill| {
            let name = org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill.skill)))?;
            let rungs = skill.rungs.map(|sum| view! { <td class="n">{between(sum)}</td> }).collect_view();
            Some(view! { <th scope="row">{name}</th><td class="n">{between(skill.holding)}</td>{rungs} })
        });
        cells.into_any()
    };
    let levels = (0..=5).map(|rung: u8| view! { <th scope="col" class="n">{rung.to_string()}</th> }).collect_view();
    let head = view! {
        <th scope="col">{say!(sites.skill)}</th>
        <th scope="col" class="n">{say!(sites.holding)}</th>
        {levels}
        <th scope="col" class="n">{say!(sites.unrated)}</th>
    };
    view! {
        <h3>{say!(sites.given)}</h3>
        <p>{all}</p>
        <table>
            <thead><tr><th scope="col">{say!(sites.site)}</th><th scope="col">{say!(sites.on)}</th><td></td></tr></thead>
            <tbody>{sites}</tbody>
        </table>
        <LongTable label=say!(sites.title) head=head.into_any() n_columns=9 n_rows=n row=Callback::new(row)/>
    }
}
