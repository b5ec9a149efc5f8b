//! Programmes under their names: one kept, all that were.

use super::super::super::amounts::{count, euros};
use super::Found;
use crate::domain::{OrgCommand, Programme};
use crate::state::{Org, Stage};
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// Keeps what was planned under a name.
#[component]
pub(super) fn KeepForm(
    /// What was planned.
    found: Found,
) -> impl IntoView {
    let org = Org::get();
    let name = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let stage = org.stage(org.tasks.programme);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        told.set(Some(if typed.is_empty() { say!(programme.name_first) } else { say!(programme.is_kept) }));
        if !typed.is_empty() {
            org.keep_programme(&found, &typed);
        }
    };
    view! {
        <form class="card stack" on:submit=keep>
            <h2>{say!(programme.keep)}</h2>
            <div class="fields"><Field label=say!(programme.name) kind="text" value=name on_change=Callback::new(move |typed| name.set(typed))/></div>
            <p class="actions"><button type="submit" disabled=move || stage.get() != Stage::Done>{say!(programme.keep_button)}</button> <span role="status">{told}</span></p>
            <p class="sub">{say!(programme.keep_text)}</p>
        </form>
    }
}

/// Those that were kept.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let org = Org::get();
    let kept =
        Memo::new(move |_| org.now.with(|now| now.as_ref().map(|now| now.programmes.to_vec()).unwrap_or_default()));
    let row = move |programme: Programme| {
        let people: usize = programme.cohorts.iter().map(|cohort| cohort.people.len()).sum();
        let first = programme.cohorts.iter().filter_map(|cohort| cohort.starts).min().map(format::day);
        let label = say!(programme.forget_this, name = &*programme.name);
        let shown = programme.name.to_string();
        let forget = move |_| org.apply(OrgCommand::RemoveProgramme(programme.name.clone()));
        view! {
            <tr>
                <th scope="row">{shown}</th>
                <td class="n">{format::hours(programme.hours.into())}</td>
                <td class="n">{euros(programme.money.into())}</td>
                <td class="n">{count(programme.cohorts.len())}</td>
                <td class="n">{count(people)}</td>
                <td>{first}</td>
                <td><button class="link" aria-label=label on:click=forget>{say!(programme.forget)}</button></td>
            </tr>
        }
    };
    move || {
        let kept = kept.get();
        (!kept.is_empty()).then(|| view! {
            <section class="card stack">
                <h2>{say!(programme.kept)}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=say!(programme.kept)>
                    <table>
                        <thead><tr><th scope="col">{say!(programme.name)}</th><th scope="col" class="n">{say!(moves.col_hours)}</th><th scope="col" class="n">{say!(moves.fees)}</th><th scope="col" class="n">{say!(programme.cohorts_short)}</th><th scope="col" class="n">{say!(programme.seats)}</th><th scope="col">{say!(programme.begins)}</th><th scope="col">{say!(programme.forget)}</th></tr></thead>
                        <tbody>{kept.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        })
    }
}
