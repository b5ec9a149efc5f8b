//! A new role or skill of one's own: its name, and on to its page, where everything else is said.

use crate::state::App;
use crate::ui::errors;
use crate::ui::routes::{go_to, to_role, to_skill};
use crate::ui::words::say;
use leptos::prelude::*;

/// A field and two buttons.
#[component]
pub(in crate::ui) fn NewEntry() -> impl IntoView {
    let app = App::get();
    let (name, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let make = move |is_role: bool| {
        let typed = name.get_untracked();
        let typed = typed.trim();
        if typed.is_empty() {
            return wrong.set(Some(say!(edit.needs_name)));
        }
        let address = if is_role {
            app.new_role(typed).map(|id| to_role(&id))
        } else {
            app.new_skill(typed).map(|id| to_skill(&id))
        };
        match address {
            Ok(address) => go_to(&address),
            Err(error) => wrong.set(Some(errors::amend_error(error))),
        }
    };
    view! {
        <div class="new-entry">
            <label class="field"><span>{say!(edit.new)}</span><input type="text" prop:value=name on:input:target=move |event| name.set(event.target().value())/></label>
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| make(true)>{say!(edit.new_role)}</button>
                <button type="button" class="quiet" on:click=move |_| make(false)>{say!(edit.new_skill)}</button>
            </p>
            <p class="wrong" role="alert">{wrong}</p>
        </div>
    }
}
