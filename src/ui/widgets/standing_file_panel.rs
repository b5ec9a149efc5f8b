//! A file that is kept up to date: chosen, woken, left.

use crate::state::{Privacy, StandingFile};
use crate::ui::components::{Message, Tone};
use crate::ui::words::say;
use leptos::prelude::*;

/// What is known of the file, and what can be done about it.
#[component]
pub(in crate::ui) fn StandingFilePanel() -> impl IntoView {
    let privacy = Privacy::get();
    let choose = move || view! { <button class="quiet" on:click=move |_| privacy.choose_file()>{say!(privacy.file_choose)}</button> };
    let leave = move || view! { <button class="quiet" on:click=move |_| privacy.leave_file()>{say!(privacy.file_leave)}</button> };
    let told = move |words: String| view! { <p role="status">{words}</p> };
    move || {
        match privacy.file.get() {
        StandingFile::Unable => view! { <p>{say!(privacy.file_unable)}</p> }.into_any(),
        StandingFile::Off => {
            view! { <p>{say!(privacy.file_text)}</p> <p class="actions">{choose()}</p> }.into_any()
        }
        StandingFile::Kept(name) => {
            view! { {told(say!(privacy.file_kept, name = name))} <p class="actions">{leave()}</p> }.into_any()
        }
        StandingFile::Asleep(name) => view! {
            {told(say!(privacy.file_asleep, name = name))}
            <p class="actions"><button on:click=move |_| privacy.wake_file()>{say!(privacy.file_wake)}</button> {leave()}</p>
        }
        .into_any(),
        StandingFile::Failed(name) => view! {
            <Message tone=Tone::Danger text=say!(privacy.file_failed, name = name)>{choose()} {leave()}</Message>
        }
        .into_any(),
    }
    }
}
