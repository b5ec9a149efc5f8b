//! The week in under a minute: hours, energy, what was done, what was in the way.

use crate::domain::{ActivityId, Note, Week};
use crate::state::{App, Monitor};
use crate::ui::components::{Field, Message, Tone};
use crate::ui::format;
use crate::ui::text;
use crate::ui::words::say;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Activities that are asked about: those of the plan that have begun or begin soonest.
const MOST: usize = 5;

/// A form for the week that is over or runs, and what was told of it before.
#[component]
pub(in crate::ui) fn CheckInForm() -> impl IntoView {
    let (app, monitor) = (App::get(), Monitor::get());
    let monday = app.monday_of_today();
    let known = monitor
        .look
        .get_untracked()
        .and_then(|look| look.weeks.iter().find(|(_, week)| week.monday == monday).map(|(_, week)| week.clone()));
    let hours = RwSignal::new(known.as_ref().map(|week| week.hours.clone()).unwrap_or_default());
    let energy = RwSignal::new(known.as_ref().map_or(3, |week| week.energy));
    let words = [known.as_ref().map(|week| week.done.to_string()), known.as_ref().map(|week| week.blocker.to_string())];
    let [done, blocker] = words.map(|words| RwSignal::new(words.unwrap_or_default()));
    let kept = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let hours = hours.get_untracked().into_iter().filter(|(_, hours)| *hours > 0).collect();
        let [done, blocker] = [done, blocker].map(|words| Monitor::text(&words.read_untracked()));
        monitor.note(Note::Week(Week { monday, hours, energy: energy.get_untracked(), done, blocker }));
        kept.set(true);
    };
    let settled = move |signal: RwSignal<String>| Callback::new(move |typed| signal.set(typed));
    view! {
        <form class="stack" on:submit=keep>
            <p class="sub">{say!(week.text, day = format::day(monday))}</p>
            <div class="fields">{asked(app).into_iter().map(|(id, name)| hours_field(hours, id, name)).collect_view()}</div>
            <Energy energy/>
            <div class="pair">
                <Field label=say!(week.done) kind="text" value=done on_change=settled(done)/>
                <Field label=say!(week.blocker) kind="text" value=blocker on_change=settled(blocker)/>
            </div>
            <p class="actions"><button type="submit">{say!(week.keep)}</button></p>
            {move || kept.get().then(|| view! { <Message tone=Tone::Notice text=say!(week.kept)/> })}
        </form>
    }
}

/// The activities that are asked about, with their names.
fn asked(app: App) -> Vec<(ActivityId, String)> {
    let (Some(analysis), Some(planned)) = (app.analysis.get_untracked(), app.plan.get_untracked()) else {
        return Vec::new();
    };
    let items = planned.plan.items.iter().take(MOST);
    items.map(|item| (item.step.activity.to_owned(), text::step(&analysis.catalog, &item.step))).collect()
}

fn hours_field(hours: RwSignal<BTreeMap<ActivityId, u16>>, id: ActivityId, name: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let told = move || id.with_value(|id| hours.read().get(id).copied());
    let shown = Signal::derive(move || told().map_or_else(String::new, |hours| hours.to_string()));
    let set = Callback::new(move |typed: String| {
        let typed = typed.parse::<f64>().unwrap_or(0.0).clamp(0.0, 168.0).round() as u16;
        hours.update(|hours| {
            hours.insert(id.get_value(), typed);
        });
    });
    view! { <Field label=say!(week.hours, name = name) kind="number" value=shown on_change=set/> }
}

/// How much energy there was, 1 to 5.
#[component]
fn Energy(
    /// The answer.
    energy: RwSignal<u8>,
) -> impl IntoView {
    let choice = move |level: u8| {
        view! {
            <label class="choice">
                <input type="radio" name="energy" prop:checked=move || energy.get() == level on:change=move |_| energy.set(level)/>
                {level.to_string()}
            </label>
        }
    };
    view! { <fieldset class="choices"><legend>{say!(week.energy)}</legend>{(1..=5).map(choice).collect_view()}</fieldset> }
}
