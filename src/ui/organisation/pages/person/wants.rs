//! What a person wants, and what they have agreed to.

use crate::domain::{Consent, OrgCommand, Person, Willing, Wishes};
use crate::state::Org;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// Both parts.
#[component]
pub(super) fn Wants(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let wishes =
        move || person.with(|person| person.as_ref().and_then(|person| person.wishes.clone()).unwrap_or_default());
    let wish = move |with: &dyn Fn(&mut Wishes)| {
        let mut wished = untrack(wishes);
        with(&mut wished);
        if let Some(person) = person.get_untracked() {
            org.apply(OrgCommand::Wish(person.id.clone(), wished));
        }
    };
    let willing = move |label: String, read: fn(&Wishes) -> Willing, write: fn(&mut Wishes, Willing)| {
        let options = Willing::ALL.map(|answer| {
            let words = match answer {
                Willing::Unsaid => say!(willing.unsaid),
                Willing::No => say!(willing.no),
                Willing::Yes => say!(willing.yes),
                Willing::Gladly => say!(willing.gladly),
            };
            view! { <option value=answer.word() prop:selected=move || read(&wishes()) == answer>{words}</option> }
        });
        let choose = move |word: String| {
            let answer = Willing::ALL.into_iter().find(|answer| answer.word() == word).unwrap_or_default();
            wish(&|wishes: &mut Wishes| write(wishes, answer));
        };
        view! {
            <label class="field"><span>{label}</span>
                <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
            </label>
        }
    };
    let agrees = move |label: String, read: fn(&Consent) -> bool, write: fn(&mut Consent, bool)| {
        let consent = move || person.with(|person| person.as_ref().map(|person| person.consent).unwrap_or_default());
        let set = move |is_on: bool| {
            let mut consent = untrack(consent);
            write(&mut consent, is_on);
            if let Some(person) = person.get_untracked() {
                org.apply(OrgCommand::Agree(person.id.clone(), consent));
            }
        };
        view! {
            <label class="check"><input type="checkbox" prop:checked=move || read(&consent()) on:change:target=move |event| set(event.target().checked())/><span>{label}</span></label>
        }
    };
    view! {
        {willing(say!(people.mentor), |wishes| wishes.mentor, |wishes, answer| wishes.mentor = answer)}
        {willing(say!(people.mentee), |wishes| wishes.mentee, |wishes, answer| wishes.mentee = answer)}
        <fieldset class="stack"><legend>{say!(people.agreed)}</legend>
            {agrees(say!(people.agreed_seen), |consent| consent.seen, |consent, is_on| consent.seen = is_on)}
            {agrees(say!(people.agreed_proposed), |consent| consent.proposed, |consent, is_on| consent.proposed = is_on)}
            {agrees(say!(people.agreed_paired), |consent| consent.paired, |consent, is_on| consent.paired = is_on)}
        </fieldset>
    }
}
