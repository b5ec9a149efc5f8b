//! Where it begins: two fields and a button; with data there, the way back in.

use crate::state::{App, StarterState};
use crate::ui::components::{Icon, IconName, Message, Tone};
use crate::ui::routes::Route;
use crate::ui::widgets::{NextThree, RolePicker};
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

/// The first page.
#[component]
pub(super) fn Start() -> impl IntoView {
    let app = App::get();
    view! {
        <section class="start">
            <h1>{say!(start.title)}</h1>
            <p class="lead">{say!(start.lead)}</p>
            <Choose/>
            <ul class="promise">
                <li><Icon name=IconName::Lock/>{say!(start.no_sending)}</li>
                <li>{say!(start.no_account)}</li>
                <li>{say!(start.free)}</li>
            </ul>
            <Here/>
            <p class="sub"><a href="organisation.html">{say!(start.organisation)}</a></p>
        </section>
        {move || app.analysis.get().map(|analysis| {
            let role = analysis.catalog.find_role(&analysis.target).map(|role| role.name.get(language()).to_owned());
            view! {
                <section class="card back">
                    <h2>{say!(start.back)}</h2>
                    <p>{say!(start.back_text, role = text::in_sentence(&role.unwrap_or_default()))}</p>
                    <NextThree steps=analysis.first_steps() analysis/>
                    <p><a class="button" href=Route::Plan.href()>{say!(start.back_plan)}</a></p>
                </section>
            }
        })}
    }
}

/// The two fields.
#[component]
fn Choose() -> impl IntoView {
    let app = App::get();
    let (current, target) = app.workspace.with_untracked(|kept| (kept.current.clone(), kept.target.clone()));
    let (current, target) = (RwSignal::new(current), RwSignal::new(target));
    let wrong = RwSignal::new(None::<String>);
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match current.get() {
            Some(role) => {
                app.choose_way(role, target.get());
                Route::Gap.go();
            }
            None => wrong.set(Some(say!(start.choose))),
        }
    };
    Effect::new(move |_| {
        if current.read().is_some() {
            wrong.set(None)
        }
    });
    view! {
        <form class="choose" on:submit=go>
            <RolePicker id="current" label=say!(start.now) hint=say!(start.now_hint) chosen=current/>
            <RolePicker id="target" label=say!(start.wanted) hint=say!(start.wanted_hint) chosen=target/>
            <button type="submit">{say!(start.go)}</button>
            <p class="wrong" role="alert">{wrong}</p>
        </form>
    }
}

/// What is on this device, and how to have more.
#[component]
fn Here() -> impl IntoView {
    let app = App::get();
    move || {
        let library = app.library.read();
        let roles: usize = library.catalogs.iter().map(|catalog| catalog.roles.len()).sum();
        let others: usize =
            library.catalogs.iter().flat_map(|catalog| &catalog.roles).map(|role| role.also.len()).sum();
        match library.starter {
            StarterState::Failed => view! { <Message tone=Tone::Danger text=say!(start.failed)/> }.into_any(),
            StarterState::Loading => view! { <p class="here">{say!(start.loading)}</p> }.into_any(),
            StarterState::Ready => {
                let has_more = library.catalogs.len() > 1;
                let counts = say!(
                    start.roles_here,
                    n_roles = format::number(roles as f64),
                    n_titles = format::number((roles + others) as f64)
                );
                let more = (!has_more).then(|| view! { " " <a href=Route::Catalog.href()>{say!(start.load_more)}</a> });
                view! { <p class="here">{counts}{more}</p> }.into_any()
            }
        }
    }
}
