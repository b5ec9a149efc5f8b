//! A skill, opened: who stands where in it, who knows it best, who could soon.

use super::super::names;
use super::super::routes::Route;
use super::{Opened, button_id};
use crate::domain::{Level, Person, SkillId};
use crate::state::{Org, Part, Same};
use crate::ui::charts::RungBars;
use crate::ui::components::focus;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// The card; nothing while no skill is opened.
#[component]
pub(in crate::ui::organisation) fn SkillCard(
    /// What is looked at.
    part: Memo<Option<Same<Part>>>,
    /// The skill that is opened.
    opened: Opened,
) -> impl IntoView {
    let org = Org::get();
    move || {
        let (skill, level) = opened.get()?;
        let name = org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, &skill)))?;
        part.with(|part| part.as_ref().map(|part| card(part, &skill, level, &name, opened)))
    }
}

fn card(part: &Part, skill: &SkillId, level: Level, name: &str, opened: Opened) -> impl IntoView + use<> {
    let from = button_id(skill, level);
    let close = move |_| {
        opened.set(None);
        focus(&from);
    };
    view! {
        <section class="card stack" aria-labelledby="opened-skill">
            <h2 id="opened-skill" tabindex="-1">{name.to_owned()}</h2>
            {match part.rungs(skill) {
                Some(rungs) => stand(rungs, name).into_any(),
                None => view! { <p class="sub">{say!(worth.few, k = part.least().to_string())}</p> }.into_any(),
            }}
            <div class="columns even">
                <div>{experts(part, skill)}</div>
                <div>{bench(part, skill, level)}</div>
            </div>
            <p class="actions"><button class="quiet" on:click=close>{say!(talent.close)}</button></p>
        </section>
    }
}

/// How many people stand on each rung.
fn stand(rungs: [u32; 7], name: &str) -> impl IntoView + use<> {
    let mut bars = [0; 6];
    bars.copy_from_slice(&rungs[..6]);
    let heads =
        (0..6_u8).map(|rung| [rung.to_string(), text::level_name(rung)].join(" ")).chain([say!(people.unrated)]);
    let rows = heads.zip(rungs).map(|(head, n)| {
        view! { <tr><th scope="row">{head}</th><td class="n">{format::number(f64::from(n))}</td></tr> }
    });
    view! {
        <div class="columns even">
            <RungBars skill=name.to_owned() rungs=bars/>
            <table><caption class="sub">{say!(talent.rungs)}</caption>
                <thead><tr><th scope="col">{say!(talent.level)}</th><th scope="col" class="n">{say!(org_nav.people)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn link(person: &Person) -> impl IntoView + use<> {
    view! { <a href=Route::Person(person.id.clone()).href()>{person.called().to_owned()}</a> }
}

fn experts(part: &Part, skill: &SkillId) -> impl IntoView + use<> {
    let (seen, unseen) = part.experts(skill);
    let is_empty = seen.is_empty();
    let rows = seen.iter().map(|expert| {
        let on = expert.on.map(format::day).unwrap_or_default();
        view! { <tr><th scope="row">{link(expert.person)}</th><td class="n">{format::level(expert.level)}</td><td class="n">{on}</td></tr> }
    });
    let table = (!is_empty).then(|| {
        view! {
            <table>
                <thead><tr><th scope="col">{say!(people.person)}</th><th scope="col" class="n">{say!(talent.level)}</th><th scope="col" class="n">{say!(talent.rated_on)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    let unseen =
        (unseen > 0).then(|| view! { <p class="sub">{say!(talent.unseen, n = format::number(unseen as f64))}</p> });
    view! {
        <h3>{say!(talent.experts)}</h3>
        {is_empty.then(|| view! { <p class="sub">{say!(talent.no_experts)}</p> })}
        {table}
        {unseen}
    }
}

fn bench(part: &Part, skill: &SkillId, level: Level) -> impl IntoView + use<> {
    let found = part.bench(skill, level);
    let is_empty = found.is_empty();
    let step = Org::get().policy.with(|policy| format::decimal(policy.bench_step));
    let rows = found.iter().map(|one| {
        // To be proposed is not to be seen.
        let level = if one.person.consent.seen { format::level(one.level) } else { "–".to_owned() };
        let weeks = one.weeks.map_or_else(|| "–".to_owned(), |weeks| format::number(f64::from(weeks)));
        view! {
            <tr>
                <th scope="row">{link(one.person)}</th>
                <td class="n">{level}</td>
                <td class="n">{format::hours(one.hours)}</td>
                <td class="n">{weeks}</td>
            </tr>
        }
    });
    let table = (!is_empty).then(|| {
        view! {
            <table>
                <thead><tr><th scope="col">{say!(people.person)}</th><th scope="col" class="n">{say!(talent.level)}</th><th scope="col" class="n">{say!(talent.hours)}</th><th scope="col" class="n">{say!(talent.weeks)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <h3>{say!(talent.bench_title, level = format::level(level))}</h3>
        <p class="sub">{say!(talent.bench_text, step = step)}</p>
        {is_empty.then(|| view! { <p class="sub">{say!(talent.no_bench)}</p> })}
        {table}
    }
}
