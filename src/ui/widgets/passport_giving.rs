//! The passport on its way to somebody: on paper, as files, and as a file for one recipient and one purpose.

use crate::domain::EvidenceKind;
use crate::exchange::passport::{Extent, Labels};
use crate::state::PassportDesk;
use crate::ui::components::Field;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// One button a form, and the form for a profile file.
#[component]
pub(in crate::ui) fn PassportGiving() -> impl IntoView {
    let desk = PassportDesk::get();
    let markdown = move |_| {
        let [title, of, until, before] =
            [say!(passport.sheet), say!(passport.word_of), say!(passport.word_until), say!(passport.word_before)];
        let kinds = EvidenceKind::ALL.map(|kind| (kind, text::evidence_kind(kind))).into();
        desk.give_text(&Labels { title: &title, of: &of, until: &until, before: &before, kinds });
    };
    view! {
        <p class="sub">{say!(passport.give_text)}</p>
        <p class="actions">
            <button on:click=move |_| { window().print().ok(); }>{say!(plan.print)}</button>
            <button class="quiet" on:click=move |_| desk.give_resume()>{say!(passport.resume)}</button>
            <button class="quiet" on:click=markdown>{say!(out.markdown)}</button>
        </p>
        <h3>{say!(passport.profile)}</h3>
        <p class="sub">{say!(passport.profile_text)}</p>
        <ProfileForm/>
    }
}

/// What goes along, from the least.
const EXTENTS: [(bool, bool); 3] = [(false, false), (true, false), (true, true)];

/// What a profile file is for, who gets it, and how much is in it.
#[component]
fn ProfileForm() -> impl IntoView {
    let desk = PassportDesk::get();
    let (purpose, recipient) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let extent = RwSignal::new(EXTENTS[0]);
    let wrong = RwSignal::new(false);
    let give = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (evidence, history) = extent.get_untracked();
        let extent = Extent { skills: None, evidence, history };
        wrong.set(!desk.give_profile(&purpose.read_untracked(), &recipient.read_untracked(), &extent));
    };
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    let radios = EXTENTS.into_iter().map(|of| {
        let label = match of {
            (false, _) => say!(passport.levels_only),
            (true, false) => say!(passport.with_evidence),
            (true, true) => say!(passport.with_history),
        };
        view! {
            <label class="choice">
                <input type="radio" name="passport-extent" prop:checked=move || extent.get() == of on:change=move |_| extent.set(of)/>
                {label}
            </label>
        }
    });
    view! {
        <form class="stack" on:submit=give>
            <div class="fields">
                <Field label=say!(passport.purpose) kind="text" value=purpose on_change=settled(purpose)/>
                <Field label=say!(passport.recipient) kind="text" value=recipient on_change=settled(recipient)/>
            </div>
            <fieldset class="choices"><legend>{say!(passport.extent)}</legend>{radios.collect_view()}</fieldset>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(passport.wrong))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(passport.make)}</button></p>
        </form>
    }
}
