//! Sessions that one person holds for several: what closes most of everybody's gap in an hour of a teacher.

use super::super::super::amounts::{count, typed};
use super::super::super::names;
use super::super::super::task_bar::TaskBar;
use crate::engine::workforce::Sharing;
use crate::engine::workforce::message::Request;
use crate::state::{Org, Outcome, Same};
use crate::ui::components::{Field, LongTable};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Hours of each teacher where nothing else is said.
const USUAL_HOURS: f64 = 12.0;
/// So many of those who take part are named in a row; the others are counted.
const NAMED: usize = 3;

/// The card with its table.
#[component]
pub(super) fn Sessions() -> impl IntoView {
    let org = Org::get();
    let errand = org.tasks.sharing;
    let outcome = errand.outcome();
    let asked = match errand.asked.get_untracked() {
        Some(Request::Sharing { hours_each }) => hours_each,
        _ => USUAL_HOURS,
    };
    let hours = RwSignal::new(asked.to_string());
    let start = Callback::new(move |()| org.find_sessions(typed(&hours.get_untracked()).unwrap_or(USUAL_HOURS)));
    let stop = Callback::new(move |()| errand.stop());
    view! {
        <section class="card stack">
            <h2>{say!(sharing.title)}</h2>
            <p class="sub">{say!(sharing.text)}</p>
            <div class="fields"><Field label=say!(sharing.hours_each) kind="number" value=hours on_change=Callback::new(move |typed| hours.set(typed))/></div>
            <TaskBar stage=org.stage(errand) label=say!(sharing.find) on_start=start on_stop=stop/>
            {move || outcome.get().map(|found| table(org, found))}
        </section>
    }
}

fn table(org: Org, found: Same<Outcome<Vec<Sharing>>>) -> impl IntoView {
    let n = found.found.len();
    if n == 0 {
        return view! { <p>{say!(sharing.none)}</p> }.into_any();
    }
    let cells = move |at: usize| {
        let row = found.found.get(at).map(|session| {
            let called =
                |at: usize| found.of.people.get(at).map(|person| person.called().to_owned()).unwrap_or_default();
            let mut who: Vec<String> = session.learners.iter().take(NAMED).map(|(at, ..)| called(*at)).collect();
            let more = session.learners.len().saturating_sub(NAMED);
            who.extend((more > 0).then(|| say!(sharing.more, n = count(more))));
            view! {
                <th scope="row">{names::skill(org, &found.of, &session.skill)}</th>
                <td>{called(session.teacher)} " · " {format::level(session.level)}</td>
                <td>{who.join(", ")}</td>
                <td class="n">{format::hours(session.hours)}</td>
                <td class="n">{format::fine(session.per_hour())}</td>
            }
        });
        row.into_any()
    };
    let head = view! {
        <th scope="col">{say!(moves.skill)}</th>
        <th scope="col">{say!(sharing.teacher)}</th>
        <th scope="col">{say!(sharing.learners)}</th>
        <th scope="col" class="n">{say!(moves.col_hours)}</th>
        <th scope="col" class="n">{say!(sharing.per_hour)}</th>
    };
    view! { <LongTable label=say!(sharing.title) head=head.into_any() n_columns=5 n_rows=Signal::stored(n) row=Callback::new(cells)/> }.into_any()
}
