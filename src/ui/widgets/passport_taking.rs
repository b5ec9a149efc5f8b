//! A file of somebody else's: read, looked at, and taken in as far as the person confirms.

use super::proposal_row::ProposalRow;
use crate::exchange::passport::{Form, Reading, Signed, Unverifiable, Verification};
use crate::state::{App, PassportDesk, Taking};
use crate::ui::components::{Message, Tone, focus};
use crate::ui::words::{language, say};
use crate::ui::{errors, format};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlInputElement;

/// Proposals that are listed at once.
const ROWS: usize = 50;
/// The list of names that a skill can be chosen from.
pub(super) const NAMES: &str = "passport-skills";
/// What a reader of the screen is brought to when a file was read.
const FOUND: &str = "passport-found";

/// The file and what is happening to it.
#[component]
pub(in crate::ui) fn PassportTaking() -> impl IntoView {
    let desk = PassportDesk::get();
    // What is said of somebody does not wait on a page that they have left.
    on_cleanup(move || desk.forget_file());
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        if let Some(file) = event.target().files().and_then(|files| files.get(0)) {
            desk.read_file(file);
        }
        event.target().set_value("");
    };
    view! {
        <p class="sub">{say!(passport.bring_text)}</p>
        <p class="actions">
            <label class="button quiet">
                {say!(passport.choose)}
                <input class="file" type="file" accept=".json,.xml,.jwt,.jws,.txt" on:change:target=choose/>
            </label>
        </p>
        {move || happening(desk)}
    }
}

fn happening(desk: PassportDesk) -> AnyView {
    match desk.taking.get() {
        Taking::Idle => ().into_any(),
        Taking::Busy => view! { <p class="lead" role="status">{say!(passport.busy)}</p> }.into_any(),
        Taking::Failed(failure) => {
            view! { <Message tone=Tone::Danger text=errors::taking_failure(&failure)/> }.into_any()
        }
        Taking::TakenIn { n_levels: 0, n_evidence: 0 } => {
            view! { <Message tone=Tone::Notice text=say!(passport.known)/> }.into_any()
        }
        Taking::TakenIn { n_levels, n_evidence } => {
            let count = |n: usize| format::number(n as f64);
            let words = say!(passport.taken, levels = count(n_levels), evidence = count(n_evidence));
            view! { <Message tone=Tone::Notice text=words/> }.into_any()
        }
        Taking::Read(reading) => proposals(desk, reading).into_any(),
    }
}

fn proposals(desk: PassportDesk, reading: Arc<Reading>) -> impl IntoView {
    request_animation_frame(|| focus(FOUND));
    let n = reading.proposals.len();
    let listed = RwSignal::new(ROWS);
    let found = say!(passport.found, form = form(reading.form), n = format::number(n as f64));
    let signed = Arc::clone(&reading);
    let rows = Arc::clone(&reading);
    let row = move |at: usize| {
        rows.proposals.get(at).map(|proposal| view! { <ProposalRow at proposal=proposal.to_owned()/> })
    };
    let n_wanted = Memo::new(move |_| desk.n_wanted(&reading));
    view! {
        <div class="stack sheets">
            <h3 id=FOUND tabindex="-1">{found}</h3>
            {move || signature(desk, &signed)}
            <SkillNames/>
            <ul class="lines"><For each=move || 0..listed.get().min(n) key=|at| *at let(at)>{row(at)}</For></ul>
            {move || (listed.get() < n).then(|| view! {
                <p class="actions"><button class="quiet" on:click=move |_| listed.update(|listed| *listed += ROWS)>{say!(passport.more)}</button></p>
            })}
            <p class="actions">
                <button on:click=move |_| desk.take_in() disabled=move || n_wanted.get() == 0>
                    {move || say!(passport.take, n = format::number(n_wanted.get() as f64))}
                </button>
                <button class="quiet" on:click=move |_| desk.forget_file()>{say!(settings.cancel)}</button>
            </p>
        </div>
    }
}

/// What can be said of the signature; nothing where a form of file has none.
fn signature(desk: PassportDesk, reading: &Reading) -> Option<AnyView> {
    let (tone, words) = match (&reading.signed, desk.verification.get()) {
        (Signed::Not, _) if reading.form != Form::OpenBadge => return None,
        (Signed::Not, _) => (Tone::Notice, say!(passport.unsigned)),
        (Signed::ToCheck(_), None) => (Tone::Notice, say!(passport.checking)),
        (Signed::ToCheck(_), Some(Verification::Valid)) => (Tone::Notice, say!(passport.valid)),
        (Signed::ToCheck(_), Some(Verification::NotValid)) => (Tone::Danger, say!(passport.not_valid)),
        (Signed::ToCheck(_), Some(Verification::CannotBeChecked)) => (Tone::Notice, say!(passport.no_browser)),
        (Signed::CannotBeChecked(Unverifiable::Proof), _) => (Tone::Notice, say!(passport.no_proof)),
        (Signed::CannotBeChecked(Unverifiable::Algorithm), _) => (Tone::Notice, say!(passport.no_algorithm)),
        (Signed::CannotBeChecked(Unverifiable::Key), _) => (Tone::Notice, say!(passport.no_key)),
    };
    Some(view! { <Message tone text=words/> }.into_any())
}

/// The names of the starter's skills, once for every row: the browser finds them as somebody types.
#[component]
fn SkillNames() -> impl IntoView {
    let app = App::get();
    let options = move || {
        let library = app.library.read();
        let skills = library.catalogs.first().map_or(&[][..], |catalog| &catalog.skills[..]).iter();
        skills.map(|skill| view! { <option value=skill.name.get(language()).to_owned()></option> }).collect_view()
    };
    view! { <datalist id=NAMES>{options}</datalist> }
}

fn form(form: Form) -> String {
    match form {
        Form::JsonResume => say!(passport.form_resume),
        Form::Profile => say!(passport.form_profile),
        Form::Europass => say!(passport.form_europass),
        Form::OpenBadge => say!(passport.form_badge),
    }
}
