//! How it is going: what to look at, the week, planned and actual, levels over time, and how well one knows oneself.

use crate::state::{App, Look, Monitor};
use crate::ui::charts::{BurnChart, HoursMap};
use crate::ui::components::{Field, Message, Tone};
use crate::ui::routes::Route;
use crate::ui::widgets::{
    AlertList, CheckInForm, FinishedList, ForecastPanel, KindTable, LevelHistory, ReviewCard, WayMissing,
};
use crate::ui::words::say;
use crate::ui::{format, text};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub(super) fn ProgressPage() -> impl IntoView {
    let app = App::get();
    let is_there = Memo::new(move |_| app.analysis.with(Option::is_some));
    move || if is_there.get() { progress(app).into_any() } else { view! { <WayMissing/> }.into_any() }
}

fn progress(app: App) -> impl IntoView {
    let monitor = Monitor::get();
    let head = move || app.analysis.with(|analysis| analysis.as_ref().map(|analysis| text::heading(analysis)));
    let is_past = Memo::new(move |_| monitor.past.get().is_some());
    let is_read = Memo::new(move |_| monitor.look.with(Option::is_some));
    let seen = move || monitor.look.get().map(|look| seen(&look));
    view! {
        <p class="over">{head}</p>
        <h1>{say!(progress.title)}</h1>
        <p class="lead">{say!(progress.lead)}</p>
        <PastDay/>
        {move || (!is_past.get()).then(|| view! { <section class="card"><h2>{say!(week.title)}</h2><CheckInForm/></section> })}
        {move || (!is_read.get()).then(|| view! { <Message tone=Tone::Danger text=say!(progress.unread)/> })}
        {seen}
        // These have forms, which stand still while the rest follows what is told.
        <div class="columns">
            <section class="card"><h2>{say!(finished.title)}</h2><FinishedList/><p class="sub"><a href=Route::Teaching.href()>{say!(teaching.to)}</a></p><p class="sub"><a href=Route::Passport.href()>{say!(passport.to)}</a></p></section>
            <section class="card"><h2>{say!(review.title)}</h2><ReviewCard/></section>
        </div>
        <section class="card"><h2>{say!(knows.title)}</h2><ForecastPanel/></section>
    }
}

/// The day that is looked at.
#[component]
fn PastDay() -> impl IntoView {
    let app = App::get();
    let monitor = Monitor::get();
    let shown = Signal::derive(move || monitor.past.get().unwrap_or(app.today).to_string());
    let choose = Callback::new(move |typed: String| {
        let day = typed.parse::<NaiveDate>().ok().filter(|day| *day < app.today);
        monitor.past.set(day);
    });
    view! {
        <div class="fields no-print">
            <Field label=say!(progress.as_of) kind="date" value=shown on_change=choose/>
        </div>
        {move || monitor.past.get().map(|day| view! {
            <Message tone=Tone::Notice text=say!(progress.past, day = format::day(day))>
                <button on:click=move |_| monitor.past.set(None)>{say!(progress.today)}</button>
            </Message>
        })}
    }
}

fn seen(look: &Arc<Look>) -> impl IntoView + use<> {
    let share = |part: fn() -> String, body: AnyView| view! { <section class="card"><h2>{part()}</h2>{body}</section> };
    let look = || Arc::clone(look);
    view! {
        {share(|| say!(alerts.title), view! { <AlertList look=look()/> }.into_any())}
        <div class="columns">
            {share(|| say!(burn.title), view! { <BurnChart look=look()/> }.into_any())}
            {share(|| say!(effort.title), view! { <HoursMap look=look()/> }.into_any())}
        </div>
        <div class="columns">
            {share(|| say!(history.title), view! { <LevelHistory look=look()/> }.into_any())}
            {share(|| say!(kinds.title), view! { <KindTable look=look()/> }.into_any())}
        </div>
    }
}
