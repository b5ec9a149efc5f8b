//! Digital skills that people are asked for: who lacks them, and who can teach them.

use super::super::super::names;
use super::super::super::routes::Route;
use crate::domain::Organisation;
use crate::state::{DigitalSkill, Named, Org};
use crate::ui::components::{Figure, later};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Skills that stand open; the rest is folded.
const MOST: usize = 8;

fn count(n: usize) -> String {
    format::number(n as f64)
}

/// The figures and the table.
#[component]
pub(super) fn DivideCard() -> impl IntoView {
    let org = Org::get();
    let is_due = later();
    view! {
        <p class="sub">{say!(divide.lead)}</p>
        {move || is_due.get().then(|| found(org))}
        <p class="no-print"><a href=Route::Mentoring.href()>{say!(divide.pair)}</a></p>
    }
}

fn found(org: Org) -> impl IntoView {
    let divide = org.board.divide;
    let read = move |of: fn(&[DigitalSkill]) -> String| {
        Signal::derive(move || divide.with(|all| all.as_ref().map_or_else(|| "–".into(), |all| of(all))))
    };
    let is_none = Memo::new(move |_| divide.with(|all| all.as_ref().is_some_and(|all| all.is_empty())));
    let lacking = read(|all| count(all.iter().filter(|one| one.people[1] > 0).count()));
    let untaught = read(|all| count(all.iter().filter(|one| one.people[1] > 0 && one.teachers.is_empty()).count()));
    let lacking_why = read(|all| say!(divide.lacking_why, all = count(all.len())));
    let untaught_why = Signal::derive(move || {
        say!(divide.untaught_why, level = format::decimal(org.policy.with(|policy| policy.teaches_from)))
    });
    let figures = move || {
        (!is_none.get()).then(|| {
            view! {
                <div class="figures board">
                    <Figure id="divide-lacking" line="coverage" value=lacking label=say!(divide.lacking) why=lacking_why/>
                    <Figure id="divide-untaught" line="mentoring" value=untaught label=say!(divide.untaught) why=untaught_why/>
                </div>
            }
        })
    };
    view! {
        {figures}
        {move || is_none.get().then(|| view! { <p>{say!(divide.none)}</p> })}
        {move || divide.get().map(|all| tables(org, &all))}
    }
}

fn tables(org: Org, all: &[DigitalSkill]) -> impl IntoView + use<> {
    let (first, rest) = all.split_at(all.len().min(MOST));
    let folded = (!rest.is_empty()).then(|| {
        view! { <details class="no-print"><summary>{say!(divide.all, n = count(all.len()))}</summary>{table(org, all, say!(divide.all, n = count(all.len())))}</details> }
    });
    let open = (!first.is_empty()).then(|| table(org, first, say!(divide.title)));
    view! { {open} {folded} }
}

fn table(org: Org, skills: &[DigitalSkill], label: String) -> impl IntoView + use<> {
    let rows = org.now.with(|now| {
        let now = now.as_ref()?;
        Some(skills.iter().map(|skill| row(org, now, skill)).collect_view())
    });
    view! {
        <div class="scroll-x" tabindex="0" role="region" aria-label=label><table class="of-people">
            <thead><tr>
                <th scope="col">{say!(divide.skill)}</th>
                <th scope="col" class="n">{say!(divide.asked)}</th>
                <th scope="col" class="n">{say!(divide.below)}</th>
                <th scope="col" class="n">{say!(divide.unrated)}</th>
                <th scope="col">{say!(divide.who)}</th>
                <th scope="col">{say!(divide.teach)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}

fn row(org: Org, now: &Organisation, skill: &DigitalSkill) -> impl IntoView + use<> {
    let [asked, below, unrated] = skill.people.map(count);
    let who = people(&skill.learners, skill.n_other_learners);
    let teach = match skill.teachers.is_empty() {
        true => say!(divide.nobody).into_any(),
        false => people(&skill.teachers, skill.n_other_teachers).into_any(),
    };
    view! {
        <tr>
            <th scope="row">{names::skill(org, now, &skill.skill)}</th>
            <td class="n">{asked}</td>
            <td class="n">{below}</td>
            <td class="n">{unrated}</td>
            <td>{who}</td>
            <td>{teach}</td>
        </tr>
    }
}

/// Names with their levels, and how many there are beside them.
fn people(named: &[Named], n_others: usize) -> impl IntoView + use<> {
    let gap = |at: usize| (at > 0).then_some(", ");
    let links = named.iter().enumerate().map(|(at, one)| {
        let level = [" (", &format::level(one.level), ")"].concat();
        view! { {gap(at)} <a href=Route::Person(one.person.clone()).href()>{one.name.to_string()}</a> {level} }
    });
    let links = links.collect_view();
    let others = (n_others > 0).then(|| say!(divide.others, n = count(n_others)));
    view! { {links} {others.is_some().then(|| gap(named.len())).flatten()} {others} }
}
