//! What shows a skill: what it is, when, until when, and which level.

use crate::domain::{Evidence, EvidenceKind, Level, Note, SkillId};
use crate::state::{App, Monitor};
use crate::ui::components::Field;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// The form; it is empty again when it was kept.
#[component]
pub(super) fn EvidenceForm(
    /// The skill.
    id: StoredValue<SkillId>,
) -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let kind = RwSignal::new(EvidenceKind::default());
    let (what, expires) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let dated = RwSignal::new(app.today.to_string());
    let level = RwSignal::new(None::<Level>);
    let wrong = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let told = Monitor::text(&what.read_untracked());
        let day = dated.read_untracked().parse().ok();
        wrong.set(told.is_empty() || day.is_none());
        if let (false, Some(dated)) = (told.is_empty(), day) {
            let expires = expires.read_untracked().parse().ok();
            let (skill, kind, level) = (id.get_value(), kind.get_untracked(), level.get_untracked());
            monitor.note(Note::Shown(Evidence { skill, kind, what: told, dated, expires, level }));
            what.set(String::new());
        }
    };
    let choose = move |word: String| {
        let chosen = EvidenceKind::ALL.into_iter().find(|kind| kind.word() == word);
        kind.set(chosen.unwrap_or_default());
    };
    let kinds = EvidenceKind::ALL.map(|kind| view! { <option value=kind.word()>{text::evidence_kind(kind)}</option> });
    let rungs = (1..=5).map(|rung: u8| view! { <option value=rung.to_string()>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> });
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    view! {
        <form class="stack" on:submit=keep>
            <div class="fields">
                <label class="field"><span>{say!(record.kind)}</span>
                    <select on:change:target=move |event| choose(event.target().value())>{kinds.collect_view()}</select>
                </label>
                <Field label=say!(record.what) kind="text" value=what on_change=settled(what)/>
                <Field label=say!(record.dated) kind="date" value=dated on_change=settled(dated)/>
                <Field label=say!(record.expires) kind="date" value=expires on_change=settled(expires)/>
                <label class="field"><span>{say!(record.shows)}</span>
                    <select on:change:target=move |event| level.set(event.target().value().parse().ok().and_then(|rung: u8| Level::whole(rung).ok()))>
                        <option value="">{say!(record.no_level)}</option>
                        {rungs.collect_view()}
                    </select>
                </label>
            </div>
            <p class="wrong" role="alert">{move || wrong.get().then(|| say!(record.wrong))}</p>
            <p class="actions"><button type="submit" class="quiet">{say!(record.keep)}</button></p>
        </form>
    }
}
