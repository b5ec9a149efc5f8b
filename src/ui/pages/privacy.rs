//! Where the data is, what the page has asked for, what it can promise and what not: for a person to check.

use crate::state::{App, Footprint, Privacy, Request};
use crate::ui::components::{Message, Tone};
use crate::ui::format;
use crate::ui::routes::Route;
use crate::ui::widgets::{StandingFilePanel, WipePanel};
use crate::ui::words::say;
use leptos::prelude::*;

/// Above this share of its room a site should make some.
const LOW_ROOM: f64 = 0.6;

/// The page.
#[component]
pub(super) fn PrivacyPage() -> impl IntoView {
    let privacy = Privacy::get();
    let app = App::get();
    // What is kept changes with each save.
    Effect::new(move |_| {
        app.status.track();
        privacy.look();
    });
    let requests = move || requests(&privacy.requests.read()).into_any();
    view! {
        <h1>{say!(privacy.title)}</h1>
        <p class="lead">{say!(privacy.lead)}</p>
        <div class="stack">
            <section class="card loose"><h2>{say!(privacy.place_title)}</h2>
                <p class="sub">{say!(privacy.place_text)}</p>
                {move || privacy.footprint.get().map(|found| footprint(privacy, &found))}
            </section>
            <section class="card"><h2>{say!(privacy.backup)}</h2><LastBackup/></section>
            <section class="card"><h2>{say!(privacy.file)}</h2><StandingFilePanel/></section>
            <section class="card"><h2>{say!(privacy.can)}</h2><ul class="promised">{can().map(|line| view! { <li>{line}</li> }).collect_view()}</ul></section>
            <section class="card"><h2>{say!(privacy.cannot)}</h2><ul class="unpromised">{cannot().map(|line| view! { <li>{line}</li> }).collect_view()}</ul></section>
            <section class="card loose"><h2>{say!(privacy.requests)}</h2>{requests}</section>
            <section class="card"><h2>{say!(privacy.wipe)}</h2><p class="sub">{say!(privacy.wipe_proof)}</p><WipePanel/></section>
        </div>
    }
}

fn footprint(privacy: Privacy, found: &Footprint) -> impl IntoView + use<> {
    let rows = found.places.iter().map(|place| {
        let n = format::number(place.n_records as f64);
        view! { <tr><th scope="row">{place.name.to_owned()}</th><td class="n">{n}</td><td class="n">{format::bytes(place.bytes)}</td></tr> }
    });
    let table = (!found.places.is_empty()).then(|| {
        view! {
            <div class="scroll"><table>
                <thead><tr><th scope="col">{say!(privacy.place)}</th><th scope="col" class="n">{say!(privacy.records)}</th><th scope="col" class="n">{say!(privacy.size)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
    });
    let empty = found.places.is_empty().then(|| view! { <p>{say!(privacy.empty)}</p> });
    let n_faults = format::number(f64::from(found.n_faults));
    let faults = (found.n_faults > 0).then(|| view! { <p class="wrong">{say!(privacy.faults, n = n_faults)}</p> });
    let room = found.room.map(|[used, quota]| {
        let words = say!(privacy.room, used = format::bytes(used), quota = format::bytes(quota));
        let is_low = used > quota * LOW_ROOM;
        view! {
            <p>{words}</p>
            {is_low.then(|| view! { <Message tone=Tone::Danger text=say!(privacy.room_low)/> })}
        }
    });
    let persists = found.persists.map(|persists| match persists {
        true => view! { <p>{say!(privacy.persists)}</p> }.into_any(),
        false => view! {
            <p>{say!(privacy.persists_not)}</p>
            <p class="actions"><button class="quiet" on:click=move |_| privacy.ask_to_persist()>{say!(privacy.persist)}</button></p>
        }
        .into_any(),
    });
    view! { {table} {empty} {faults} {room} {persists} <p><a href="recover.html">{say!(privacy.raw)}</a></p> }
}

/// When the document last left this browser.
#[component]
fn LastBackup() -> impl IntoView {
    let privacy = Privacy::get();
    let told = move || match privacy.backup.read().on {
        None => say!(privacy.backup_never),
        Some(day) => {
            let n = format::number(privacy.n_since() as f64);
            say!(privacy.backup_on, day = format::day(day), n = n)
        }
    };
    view! {
        <p>{told}</p>
        <p class="actions">
            <button on:click=move |_| privacy.export()>{say!(settings.export)}</button>
            <a class="button quiet" href=Route::Settings.href()>{say!(settings.title)}</a>
        </p>
    }
}

fn requests(all: &[Request]) -> impl IntoView + use<> {
    let n_elsewhere = all.iter().filter(|request| request.is_elsewhere).count();
    let count = |n: usize| format::number(n as f64);
    let told = match n_elsewhere {
        0 => view! { <p>{say!(privacy.requests_own, n = count(all.len()))}</p> }.into_any(),
        n => view! { <Message tone=Tone::Danger text=say!(privacy.requests_else, n = count(n))/> }.into_any(),
    };
    let rows = all.iter().map(|request| {
        let seconds = say!(privacy.seconds, n = format::decimal(request.seconds));
        view! {
            <tr class:wrong=request.is_elsewhere>
                <th scope="row">{request.what.to_owned()}</th><td class="n">{seconds}</td><td class="n">{format::bytes(request.bytes)}</td>
            </tr>
        }
    });
    view! {
        {told}
        <p class="sub">{say!(privacy.requests_text)}</p>
        <div class="scroll requests" tabindex="0" role="region" aria-label=say!(privacy.requests)><table>
            <thead><tr><th scope="col">{say!(privacy.what)}</th><th scope="col" class="n">{say!(privacy.when)}</th><th scope="col" class="n">{say!(privacy.over_network)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
    }
}

fn can() -> [String; 7] {
    [
        say!(privacy.can_saved),
        say!(privacy.can_tabs),
        say!(privacy.can_update),
        say!(privacy.can_unread),
        say!(privacy.can_import),
        say!(privacy.can_sent),
        say!(privacy.can_closed),
    ]
}

fn cannot() -> [String; 6] {
    [
        say!(privacy.cannot_clear),
        say!(privacy.cannot_safari),
        say!(privacy.cannot_device),
        say!(privacy.cannot_others),
        say!(privacy.cannot_host),
        say!(privacy.cannot_passphrase),
    ]
}
