//! People from files: chosen, matched, looked at and taken in; and the same out again.

use super::skill_names::SkillNamesTable;
use super::table_match::TableMatch;
use crate::domain::Rater;
use crate::exchange::people::TableKind;
use crate::exchange::people::message::Brought;
use crate::exchange::sheets::Scale;
use crate::state::{PeopleFiles, PeopleIn};
use crate::ui::components::{Field, Message, Tone, chosen_files};
use crate::ui::organisation::errors;
use crate::ui::widgets::RowFaults;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlInputElement;

/// What the rows of a table are.
pub(super) fn kind_name(kind: TableKind) -> String {
    match kind {
        TableKind::Positions => say!(people_in.positions),
        TableKind::People => say!(people.title),
        TableKind::Requirements => say!(sheets.requirements),
        TableKind::Ratings => say!(people_in.ratings),
        TableKind::Certificates => say!(certificates.title),
    }
}

/// Files in and out, and what is happening to them.
#[component]
pub(in crate::ui::organisation) fn PeopleFilesPanel() -> impl IntoView {
    let files = PeopleIn::get();
    // Names of skills and roles are looked up in it.
    let waits = move || files.waits();
    let is_at_work = Memo::new(move |_| files.is_at_work());
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        let chosen = chosen_files(&event);
        if !chosen.is_empty() {
            files.open(chosen);
        }
    };
    view! {
        <p class="sub">{say!(people_in.lead)}</p>
        <p class="actions">
            <label class="button quiet">
                {say!(people_in.choose)}
                <input class="file" type="file" multiple accept=".csv,.tsv,.txt,.zip,.xlsx" disabled=waits on:change:target=choose/>
            </label>
            <button class="quiet" disabled=is_at_work on:click=move |_| files.template()>{say!(people_in.template)}</button>
            <button class="quiet" disabled=move || waits() || is_at_work.get() on:click=move |_| files.export()>{say!(people_in.export)}</button>
        </p>
        {move || happening(files)}
    }
}

fn happening(files: PeopleIn) -> AnyView {
    match files.stage.get() {
        PeopleFiles::Idle => ().into_any(),
        PeopleFiles::Busy => view! { <p class="lead" role="status">{say!(sheets.busy)}</p> }.into_any(),
        PeopleFiles::TakenIn => view! { <Message tone=Tone::Notice text=say!(people_in.taken_in)/> }.into_any(),
        PeopleFiles::Failed(failure) => {
            view! { <Message tone=Tone::Danger text=errors::people_failure(&failure)/> }.into_any()
        }
        PeopleFiles::Checked(brought) => summary(files, &brought).into_any(),
        PeopleFiles::Named(open) => view! { <SkillNamesTable open/> }.into_any(),
        PeopleFiles::Opened(looks, faults) => {
            let tables = (0..looks.len()).map(|at| view! { <TableMatch at looks=Arc::clone(&looks)/> });
            let is_nothing = move || files.matches.read().iter().all(Option::is_none);
            view! {
                <div class="stack sheets">
                    <RowFaults faults/>
                    {tables.collect_view()}
                    {terms(files)}
                    <p class="actions">
                        <button disabled=is_nothing on:click=move |_| files.find_names()>{say!(sheets.check)}</button>
                        <button class="quiet" on:click=move |_| files.forget()>{say!(settings.cancel)}</button>
                    </p>
                </div>
            }
            .into_any()
        }
    }
}

/// What is to be known beside the cells: the scale, who has rated and when.
fn terms(files: PeopleIn) -> impl IntoView {
    let scales = Scale::ALL.into_iter().enumerate().map(|(at, scale)| {
        let is_chosen = move || files.terms.read().scale == scale;
        view! { <option value=at.to_string() prop:selected=is_chosen>{text::scale(scale)}</option> }
    });
    let set_scale = move |value: String| {
        let scale = value.parse::<usize>().ok().and_then(|at| Scale::ALL.get(at).copied());
        files.terms.update(|terms| terms.scale = scale.unwrap_or_default());
    };
    let raters = [Rater::Own, Rater::Peer, Rater::Manager, Rater::Evidence];
    let options = raters.into_iter().enumerate().map(|(at, rater)| {
        let is_chosen = move || files.terms.read().by == Some(rater);
        view! { <option value=at.to_string() prop:selected=is_chosen>{text::rater(rater)}</option> }
    });
    let set_rater = move |value: String| {
        let by = value.parse::<usize>().ok().and_then(|at| raters.get(at).copied());
        files.terms.update(|terms| terms.by = by);
    };
    let day = Signal::derive(move || files.terms.read().on.map(|day| day.to_string()).unwrap_or_default());
    let set_day = Callback::new(move |typed: String| files.terms.update(|terms| terms.on = typed.parse().ok()));
    view! {
        <div class="fields">
            <label class="field"><span>{say!(sheets.scale)}</span>
                <select on:change:target=move |event| set_scale(event.target().value())>{scales.collect_view()}</select>
            </label>
            <label class="field"><span>{say!(people_in.by)}</span>
                <select on:change:target=move |event| set_rater(event.target().value())>
                    <option value="" prop:selected=move || files.terms.read().by.is_none()>{say!(people_in.unsaid)}</option>
                    {options.collect_view()}
                </select>
            </label>
            <Field label=say!(people_in.on) kind="date" value=day on_change=set_day/>
        </div>
    }
}

fn summary(files: PeopleIn, brought: &Brought) -> impl IntoView + use<> {
    let count = |n: usize| format::number(n as f64);
    let lines = brought.counts.iter().map(|(kind, new, changed)| {
        view! { <li>{say!(sheets.counted, kind = kind_name(*kind), new = count(*new), changed = count(*changed))}</li> }
    });
    let lost = (brought.rounded > 0).then(|| view! { <p>{say!(sheets.rounded, n = count(brought.rounded))}</p> });
    let left = (brought.left > 0).then(|| view! { <p>{say!(people_in.left, n = count(brought.left))}</p> });
    let ages = brought.ages.join(", ");
    let ages = (!ages.is_empty()).then(|| view! { <p>{say!(people_in.ages, columns = ages)}</p> });
    let made = brought.made.iter().map(ToString::to_string).collect::<Vec<_>>();
    let made = (!made.is_empty())
        .then(|| view! { <p>{say!(people_in.made, n = count(made.len()), positions = made.join(", "))}</p> });
    view! {
        <div class="message notice" role="status">
            <p><strong>{say!(people_in.checked)}</strong></p>
            <ul>{lines.collect_view()}</ul>
            {lost} {left} {ages} {made}
            <p class="actions">
                <button on:click=move |_| files.take()>{say!(sheets.take)}</button>
                <button class="quiet" on:click=move |_| files.back()>{say!(people_in.back)}</button>
                <button class="quiet" on:click=move |_| files.forget()>{say!(settings.cancel)}</button>
            </p>
        </div>
    }
}
