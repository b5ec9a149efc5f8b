//! Language and look, one's own data.

use crate::domain::Language;
use crate::state::{App, Guard, Privacy, Settings, Theme};
use crate::ui::components::{Message, PassphraseForm, Tone};
use crate::ui::routes::Route;
use crate::ui::widgets::{CopyList, LockPanel, PlanFilePanel, WipePanel};
use crate::ui::words::{language, say};
use crate::ui::{errors, format, text};
use leptos::prelude::*;

/// The settings.
#[component]
pub(super) fn SettingsPage() -> impl IntoView {
    view! {
        <h1>{say!(settings.title)}</h1>
        <p class="lead">{say!(settings.lead)}</p>
        <div class="stack">
            <section class="card"><h2>{say!(settings.data)}</h2><DataPanel/></section>
            <section class="card"><h2>{say!(lock.title)}</h2><LockPanel/></section>
            <section class="card"><h2>{say!(copies.title)}</h2><CopyList/></section>
            <section class="card"><h2>{say!(settings.look)}</h2><LookPanel/></section>
            <section class="card"><h2>{say!(settings.privacy)}</h2><p>{say!(settings.privacy_text)}</p><p><a href=Route::Privacy.href()>{say!(privacy.title)}</a> " · " <a href=Route::Method(None).href()>{say!(method.title)}</a> " · " <a href=Route::Catalog.href()>{say!(nav.catalogue)}</a></p></section>
        </div>
    }
}

/// Language and theme.
#[component]
pub(in crate::ui) fn LookPanel() -> impl IntoView {
    let app = App::get();
    let set_language = move |word: String| {
        let language = Some(if word == "es" { Language::Es } else { Language::En });
        app.set_settings(Settings { language, ..app.settings.get_untracked() });
    };
    let themes = Theme::ALL.map(|theme| {
        let label = match theme {
            Theme::System => say!(settings.system),
            Theme::Light => say!(settings.light),
            Theme::Dark => say!(settings.dark),
        };
        view! {
            <label class="choice">
                <input type="radio" name="theme" prop:checked=move || app.settings.read().theme == theme
                    on:change=move |_| app.set_settings(Settings { theme, ..app.settings.get_untracked() })/>
                {label}
            </label>
        }
    });
    let option = |word: &'static str, of: Language| {
        view! {
            <option value=word selected=language() == of>{text::language_name(of)}</option>
        }
    };
    view! {
        <label class="field">
            <span>{say!(settings.language)}</span>
            <select on:change:target=move |event| set_language(event.target().value())>
                {option("en", Language::En)} {option("es", Language::Es)}
            </select>
        </label>
        <fieldset class="choices"><legend>{say!(settings.theme)}</legend>{themes.collect_view()}</fieldset>
    }
}

/// Out, in, and away.
#[component]
pub(in crate::ui) fn DataPanel() -> impl IntoView {
    let app = App::get();
    let guard = Guard::get();
    let privacy = Privacy::get();
    let choose = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        if let Some(file) = event.target().files().and_then(|files| files.get(0)) {
            guard.look_into(file);
        }
        event.target().set_value("");
    };
    view! {
        <p class="actions">
            <button on:click=move |_| privacy.export()>{say!(settings.export)}</button>
            {move || guard.is_on().then(|| view! {
                <button on:click=move |_| guard.export_sealed()>{say!(lock.export)}</button>
            })}
            <label class="button quiet">
                {say!(settings.import)}
                <input class="file" type="file" accept=".json,application/json" on:change:target=choose/>
            </label>
        </p>
        <p><a href=Route::Passport.href()>{say!(passport.to)}</a></p>
        <WipePanel/>
        {move || guard.file.get().map(|file| view! {
            <p>{say!(lock.file, file = file.name.as_str())}</p>
            <PassphraseForm action=say!(lock.open) on_submit=Callback::new(move |typed| guard.open_file(typed))>
                <button type="button" class="quiet" on:click=move |_| guard.leave_file()>{say!(settings.keep)}</button>
            </PassphraseForm>
        })}
        <PlanFilePanel/>
        {move || app.preview.get().map(|looked| match looked {
            Err(error) => view! { <Message tone=Tone::Danger text=errors::transfer_error(error)/> }.into_any(),
            Ok(preview) => look(app, &preview).into_any(),
        })}
    }
}

fn look(app: App, preview: &crate::state::Preview) -> impl IntoView + use<> {
    let kept = &preview.workspace;
    let library = app.library.read();
    let name = |id: &Option<crate::domain::RoleId>| {
        let role = id.as_ref().and_then(|id| library.role(id));
        role.map(|role| role.name.get(language()).to_owned())
    };
    let count = |n: usize| format::number(n as f64);
    let mut words = vec![match preview.organisation {
        Some((people, positions)) => say!(
            settings.preview_org,
            file = preview.file.as_str(),
            people = count(people),
            positions = count(positions)
        ),
        None => say!(
            settings.preview,
            file = preview.file.as_str(),
            n_ratings = count(kept.ratings.len()),
            n_done = count(kept.completions.len())
        ),
    }];
    if let (Some(from), Some(to)) = (name(&kept.current), name(&kept.target)) {
        words.push(say!(settings.preview_role, from = from, to = to));
    }
    words.push(say!(settings.replace_text));
    view! {
        <Message tone=Tone::Notice text=words.join(" ")>
            <button on:click=move |_| app.answer_preview(true)>{say!(settings.replace)}</button>
            <button class="quiet" on:click=move |_| app.answer_preview(false)>{say!(settings.keep)}</button>
        </Message>
    }
}
