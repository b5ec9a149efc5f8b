//! Profile files that people have handed in: what each says, whose it is, and a yes.

use crate::exchange::passport::{ProfileFile, ShownSkill};
use crate::state::{Becomes, HandedProfile, Org, ProfilesIn};
use crate::ui::components::{Field, Message, Tone, chosen_files};
use crate::ui::organisation::errors;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Files in, and each of them as long as it waits.
#[component]
pub(in crate::ui::organisation) fn ProfilesPanel() -> impl IntoView {
    let profiles = ProfilesIn::of(Org::get());
    let choose = move |event: Targeted<Event, HtmlInputElement>| profiles.look_into(chosen_files(&event));
    let has_many = Memo::new(move |_| profiles.handed.read().len() > 1);
    let all = move || {
        has_many.get().then(|| {
            view! { <p class="actions"><button on:click=move |_| profiles.take(None)>{say!(profiles_in.take_all)}</button></p> }
        })
    };
    let taken = move || {
        let n = profiles.n_taken.get();
        let words = (n > 0).then(|| say!(profiles_in.taken, n = format::number(n as f64)));
        words.map(|text| view! { <Message tone=Tone::Notice text/> })
    };
    view! {
        <p class="sub">{say!(profiles_in.lead)}</p>
        <p class="actions">
            <label class="button quiet">
                {say!(profiles_in.choose)}
                <input class="file" type="file" multiple accept=".json,application/json" on:change:target=choose/>
            </label>
        </p>
        {taken}
        <div class="stack">
            <For each=move || profiles.handed.get() key=|handed| handed.key let(handed)>{waiting(profiles, handed)}</For>
        </div>
        {all}
    }
}

fn waiting(profiles: ProfilesIn, handed: HandedProfile) -> AnyView {
    let HandedProfile { key, file: legend, profile, whose } = handed;
    let leave =
        view! { <button class="quiet" on:click=move |_| profiles.leave(key)>{say!(profiles_in.leave)}</button> };
    let profile = match profile {
        Ok(profile) => profile,
        Err(failure) => {
            let text = [&legend, ": ", &errors::profile_failure(&failure)].concat();
            return view! { <Message tone=Tone::Danger text>{leave}</Message> }.into_any();
        }
    };
    let value = RwSignal::from(whose);
    let set = Callback::new(move |words: String| value.set(words));
    let becomes = Memo::new(move |_| profiles.becomes(&value.read()));
    let words = move || match becomes.get() {
        Becomes::Nobody => say!(profiles_in.nobody),
        Becomes::New(id) => say!(profiles_in.new, id = id.as_str()),
        Becomes::Known(_, name) => say!(profiles_in.known, name = name),
    };
    let is_nobody = move || becomes.read() == Becomes::Nobody;
    view! {
        <fieldset class="sheet stack">
            <legend>{legend}</legend>
            {said(&profile)}
            <div class="fields"><Field label=say!(profiles_in.whose) kind="text" value on_change=set/></div>
            <p class="sub" role="status">{words}</p>
            <p class="actions">
                <button disabled=is_nobody on:click=move |_| profiles.take(Some(key))>{say!(profiles_in.take)}</button>
                {leave}
            </p>
        </fieldset>
    }
    .into_any()
}

/// What a profile says: what it is for, and which skills it shows.
fn said(profile: &ProfileFile) -> impl IntoView + use<> {
    let skills = &profile.passport.skills;
    let n_shown: usize = skills.iter().map(|skill| skill.evidence.len()).sum();
    let n = format::number(skills.len() as f64);
    let extent = match n_shown {
        0 => say!(profiles_in.levels, n = n),
        shown => say!(profiles_in.evidence, n = n, shown = format::number(shown as f64)),
    };
    let purpose = say!(
        profiles_in.purpose,
        purpose = &*profile.purpose,
        recipient = &*profile.recipient,
        made = format::day(profile.made)
    );
    let line = |skill: &ShownSkill| {
        let level = skill.level.map_or_else(
            || say!(people.unrated),
            |(level, _)| [format::level(level), text::level_name(level.rung())].join(" "),
        );
        let shown: Vec<&str> = skill.evidence.iter().map(|shown| &*shown.what).collect();
        view! { <li>{[&skill.name, ": ", &level].concat()} <small>{shown.join(" · ")}</small></li> }
    };
    let lines: Vec<_> = skills.iter().map(line).collect();
    view! {
        <p>{purpose}</p>
        <details><summary>{extent}</summary><ul>{lines}</ul></details>
    }
}
