//! What somebody else says of a skill.

use crate::domain::{Level, Note, Rater, Said, SkillId};
use crate::state::Monitor;
use crate::ui::components::Field;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;

/// The form; its words are empty again when it was kept.
#[component]
pub(super) fn OpinionForm(
    /// The skill.
    id: StoredValue<SkillId>,
) -> impl IntoView {
    let monitor = Monitor::get();
    let (who, words) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (by, level) = (RwSignal::new(Rater::Peer), RwSignal::new(3_u8));
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (who_said, said) = (Monitor::text(&who.read_untracked()), Monitor::text(&words.read_untracked()));
        if let Ok(level) = Level::whole(level.get_untracked()) {
            let (skill, by) = (id.get_value(), by.get_untracked());
            monitor.note(Note::Said(Said { skill, by, who: who_said, level, words: said }));
            words.set(String::new());
        }
    };
    let choose = move |word: String| by.set(if word == "manager" { Rater::Manager } else { Rater::Peer });
    let rungs = (0..=5).map(|rung: u8| {
        view! { <option value=rung.to_string() selected=rung == 3>{[rung.to_string(), text::level_name(rung)].join(" ")}</option> }
    });
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    view! {
        <form class="stack" on:submit=keep>
            <div class="fields">
                <label class="field"><span>{say!(record.by)}</span>
                    <select on:change:target=move |event| choose(event.target().value())>
                        <option value="peer">{text::rater(Rater::Peer)}</option>
                        <option value="manager">{text::rater(Rater::Manager)}</option>
                    </select>
                </label>
                <Field label=say!(record.who) kind="text" value=who on_change=settled(who)/>
                <label class="field"><span>{say!(history.level)}</span>
                    <select on:change:target=move |event| level.set(event.target().value().parse().unwrap_or(3))>{rungs.collect_view()}</select>
                </label>
                <Field label=say!(record.words) kind="text" value=words on_change=settled(words)/>
            </div>
            <p class="actions"><button type="submit" class="quiet">{say!(record.keep)}</button></p>
        </form>
    }
}
