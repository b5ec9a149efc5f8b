//! A person's own word on the verdict: said with a reason, kept, and taken back.

use crate::domain::Verdict;
use crate::state::{Analysis, App};
use crate::ui::components::Field;
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// What was said, or a form to say it.
#[component]
pub(in crate::ui) fn OverruleForm(
    /// The way that it is about.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    match &analysis.overrule {
        Some(_) => said(&analysis).into_any(),
        None => form(&analysis).into_any(),
    }
}

fn said(analysis: &Analysis) -> Option<impl IntoView + use<>> {
    let overrule = analysis.overrule.as_ref()?;
    let words = say!(
        overrule.said,
        reason = &*overrule.reason,
        day = format::day(overrule.on),
        verdict = text::verdict(analysis.verdict.verdict).0
    );
    let app = App::get();
    let role = StoredValue::new(analysis.target.to_owned());
    let take_back = move |_| app.overrule(role.get_value(), None, "");
    Some(
        view! { <p class="overrule">{words} " " <button class="link" on:click=take_back>{say!(overrule.take_back)}</button></p> },
    )
}

fn form(analysis: &Analysis) -> impl IntoView + use<> {
    let app = App::get();
    let is_own = analysis.current.as_ref() == Some(&analysis.target);
    let offered = move |verdict: &Verdict| matches!(verdict, Verdict::Maintain | Verdict::Upskill) == is_own;
    let found = analysis.verdict.verdict;
    let others = Verdict::ALL.into_iter().filter(offered).filter(|verdict| *verdict != found);
    let others: Vec<Verdict> = others.collect();
    let chosen = RwSignal::new(others.first().copied());
    let (reason, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
    let role = StoredValue::new(analysis.target.to_owned());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wrong.set(reason.read().trim().is_empty());
        if !wrong.get_untracked() {
            app.overrule(role.get_value(), chosen.get_untracked(), &reason.read_untracked());
        }
    };
    let options = others.into_iter().map(|verdict| {
        view! { <option value=verdict.word()>{text::verdict(verdict).0}</option> }
    });
    view! {
        <details class="overrule">
            <summary>{say!(overrule.title)}</summary>
            <form class="stack" on:submit=keep>
                <div class="pair">
                    <label class="field">
                        <span>{say!(overrule.verdict)}</span>
                        <select on:change:target=move |event| chosen.set(Verdict::of_word(&event.target().value()))>{options.collect_view()}</select>
                    </label>
                    <Field label=say!(overrule.reason) kind="text" value=reason on_change=Callback::new(move |typed| reason.set(typed))/>
                </div>
                <p class="wrong" role="alert">{move || wrong.get().then(|| say!(overrule.needs_reason))}</p>
                <p class="actions"><button type="submit" class="quiet">{say!(overrule.keep)}</button></p>
            </form>
        </details>
    }
}
