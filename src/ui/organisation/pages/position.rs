//! One position: what it is, how many it takes, what it asks, who holds it and who could.

use super::super::names;
use super::super::parts::{Choice, GateList, RequirementTable, WholeField, declines};
use super::super::routes::Route;
use crate::domain::{GateId, OrgCommand, Organisation, Position, PositionId};
use crate::state::Org;
use crate::ui::components::{Field, focus};
use crate::ui::format;
use crate::ui::routes::go_to;
use crate::ui::widgets::RolePicker;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// People who hold it that are named; the page of people finds the others.
const MOST: usize = 30;

/// The page of a position.
pub(super) fn position_page(id: PositionId) -> impl IntoView {
    let org = Org::get();
    let id = StoredValue::new(id);
    let position = Memo::new(move |_| org.now.with(|now| now.as_ref()?.position(&id.read_value()).cloned()));
    let is_there = Memo::new(move |_| position.with(Option::is_some));
    let name = move || position.with(|position| position.as_ref().map(|position| names::position(org, position)));
    let remove = move |_| {
        org.apply(OrgCommand::RemovePosition(id.get_value()));
        go_to(&Route::Demand.href());
    };
    let card = move || {
        view! {
            <div class="columns">
                <section class="card stack"><h2>{say!(position.what)}</h2><What id position/></section>
                <section class="card stack"><h2>{say!(position.who)}</h2><Outlook id/><Holders id/><Successors id/></section>
            </div>
            <section class="card stack"><h2>{say!(position.asks)}</h2><RequirementTable position/></section>
            <section class="card stack"><h2>{say!(gates.title)}</h2><Gates id position/></section>
            <p class="actions"><button class="quiet danger" on:click=remove>{say!(position.remove)}</button></p>
        }
    };
    view! {
        <p class="crumb"><a href=Route::Demand.href()>{say!(org_nav.demand)}</a></p>
        <h1>{name}</h1>
        {move || if is_there.get() { card().into_any() } else { view! { <p>{say!(position.missing)}</p> }.into_any() }}
    }
}

/// Title, role, team, site and seats.
#[component]
fn What(
    /// Its id.
    id: StoredValue<PositionId>,
    /// The position.
    position: Memo<Option<Position>>,
) -> impl IntoView {
    let org = Org::get();
    let read = move |of: fn(&Position) -> String| {
        Signal::derive(move || position.with(|position| position.as_ref().map(of).unwrap_or_default()))
    };
    let set = move |with: &dyn Fn(&mut Position)| org.change_position(&id.read_value(), with);
    let role =
        Memo::new(move |_| position.with(|position| position.as_ref().and_then(|position| position.role.to_owned())));
    let chosen = RwSignal::new(role.get_untracked());
    Effect::new(move |_| {
        let new = chosen.get();
        // While one types nothing is chosen: the role stays.
        if new.is_some() && new != role.get_untracked() {
            set(&|position| position.role.clone_from(&new));
        }
    });
    Effect::new(move |_| {
        let now = role.get();
        if now.is_some() && now != chosen.get_untracked() {
            chosen.set(now);
        }
    });
    // The picker is drawn anew once the role is gone: what was typed into it says nothing any more.
    let drawn = RwSignal::new(());
    let has_role = Memo::new(move |_| role.with(Option::is_some));
    let take_away = move |_| {
        chosen.set(None);
        set(&|position| position.role = None);
        drawn.set(());
        request_animation_frame(|| focus("position-role"));
    };
    let picker = move || {
        drawn.track();
        view! { <RolePicker id="position-role" label=say!(demand.role) hint=say!(demand.role_hint) chosen/> }
    };
    let away = move || {
        has_role.get().then(|| view! { <button class="link" on:click=take_away>{say!(position.no_role)}</button> })
    };
    let choices = move |of: fn(&Organisation) -> Vec<(String, String)>| {
        Memo::new(move |_| org.now.with(|now| now.as_ref().map(|now| of(now)).unwrap_or_default()))
    };
    let teams = choices(|now| now.teams.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect());
    let sites = choices(|now| now.sites.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect());
    let some = |id: String| Some(id).filter(|id| !id.is_empty());
    let set_title = Callback::new(move |typed: String| set(&|position| position.title = typed.trim().into()));
    let set_team =
        Callback::new(move |id: String| set(&|position| position.team = some(id.to_owned()).map(Into::into)));
    let set_site =
        Callback::new(move |id: String| set(&|position| position.site = some(id.to_owned()).map(Into::into)));
    let n = move |of: fn(&Position) -> u32| Signal::derive(move || position.with(|position| position.as_ref().map(of)));
    let seats = move |write: fn(&mut Position, u32)| {
        Callback::new(move |n: Option<u32>| n.into_iter().for_each(|n| set(&|position| write(position, n))))
    };
    view! {
        <Field label=say!(position.title) kind="text" value=read(|position| position.title.to_string()) hint=say!(position.title_hint) on_change=set_title/>
        <div>{picker} {away}</div>
        <Choice label=say!(people.team) none=say!(people.no_team) options=teams chosen=read(|position| position.team.as_ref().map(ToString::to_string).unwrap_or_default()) on_change=set_team/>
        <Choice label=say!(people.site) none=say!(position.no_site) options=sites chosen=read(|position| position.site.as_ref().map(ToString::to_string).unwrap_or_default()) on_change=set_site/>
        <WholeField label=say!(demand.seats) value=n(|position| position.seats) on_change=seats(|position, n| position.seats = n)/>
        <WholeField label=say!(demand.seats_then) value=n(|position| position.seats_then) on_change=seats(|position, n| position.seats_then = n)/>
    }
}

/// What has to be held before any skill counts: by its role, and of its own.
#[component]
fn Gates(
    /// Its id.
    id: StoredValue<PositionId>,
    /// The position.
    position: Memo<Option<Position>>,
) -> impl IntoView {
    let org = Org::get();
    let of_role = move || {
        let gates = position.with(|position| position.as_ref().map(|position| org.gates_of_role(position)))?;
        let known = org.gates_in(language());
        let names = gates.iter().map(|gate| names::gate(&known, gate)).collect::<Vec<_>>();
        (!names.is_empty()).then(|| view! { <p>{say!(gates.of_role, names = names.join(", "))}</p> })
    };
    let gates = Memo::new(move |_| {
        position.with(|position| position.as_ref().map(|position| position.gates.to_owned()).unwrap_or_default())
    });
    let change = Callback::new(move |gates: Vec<GateId>| {
        org.change_position(&id.read_value(), |position| position.gates = gates);
    });
    view! { <p class="sub">{say!(gates.text)}</p> {of_role} <GateList id="position-gates" gates on_change=change/> }
}

/// How much it is needed, and whether it declines.
#[component]
fn Outlook(
    /// Its id.
    id: StoredValue<PositionId>,
) -> impl IntoView {
    let org = Org::get();
    let words = move || {
        org.demand.with(|demand| {
            let found = demand.as_ref()?.positions.iter().find(|known| known.position == *id.read_value())?;
            let ratio = found.ratio.map(|ratio| say!(position.ratio, ratio = format::fine(ratio)));
            let exposed = found.exposed.map(|[exposed, protected]| {
                say!(position.exposed, exposed = format::percent(exposed), protected = format::percent(protected))
            });
            let why = (!found.declines.is_empty()).then(|| say!(position.declines, why = declines(&found.declines)));
            Some([ratio, exposed, why].into_iter().flatten().map(|words| view! { <li>{words}</li> }).collect_view())
        })
    };
    view! { <ul class="tasks">{words}</ul> }
}

/// Who holds it.
#[component]
fn Holders(
    /// Its id.
    id: StoredValue<PositionId>,
) -> impl IntoView {
    let org = Org::get();
    let holders = move || {
        org.now.with(|now| {
            let people = now.iter().flat_map(|now| &now.people);
            let holding: Vec<_> = people.filter(|person| person.position.as_ref() == Some(&*id.read_value())).collect();
            let n = format::number(holding.len() as f64);
            let names = holding.into_iter().take(MOST).map(|person| {
                view! { <li><a href=Route::Person(person.id.to_owned()).href()>{person.called().to_owned()}</a></li> }
            });
            view! { <p class="sub">{say!(position.holders, n = n)}</p> <ul class="tasks">{names.collect_view()}</ul> }
        })
    };
    view! { <h3>{say!(demand.holders)}</h3> {holders} }
}

/// Who wants it, is near it and has agreed to be proposed.
#[component]
fn Successors(
    /// Its id.
    id: StoredValue<PositionId>,
) -> impl IntoView {
    let org = Org::get();
    let found = move || {
        org.with_successors(&id.read_value(), |found| {
            let rows = found.iter().map(|one| {
                let weeks = one.weeks.map_or_else(|| "–".to_owned(), |weeks| format::number(f64::from(weeks)));
                view! {
                    <tr><th scope="row"><a href=Route::Person(one.person.id.to_owned()).href()>{one.person.called().to_owned()}</a></th>
                        <td class="n">{format::number(one.missing.len() as f64)}</td><td class="n">{format::hours(one.hours)}</td><td class="n">{weeks}</td></tr>
                }
            });
            let rows = rows.collect_view();
            if found.is_empty() {
                return view! { <p class="sub">{say!(position.no_bench)}</p> }.into_any();
            }
            view! {
                <table>
                    <thead><tr><th scope="col">{say!(people.person)}</th><th scope="col" class="n">{say!(position.missing_skills)}</th><th scope="col" class="n">{say!(talent.hours)}</th><th scope="col" class="n">{say!(talent.weeks)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any()
        })
    };
    let step = move || org.policy.with(|policy| format::decimal(policy.bench_step));
    view! { <h3>{say!(talent.bench)}</h3> <p class="sub">{move || say!(position.bench_text, step = step())}</p> {found} }
}
