//! How every number comes about, in words.

use crate::state::App;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// One section a formula.
#[component]
pub(super) fn Method() -> impl IntoView {
    let app = App::get();
    let cut = move || {
        let here = app.analysis.get().map(|analysis| analysis.catalog.cuts);
        let starter = || app.library.read().catalogs.first().map(|catalog| catalog.cuts);
        here.or_else(starter).map_or_else(String::new, |cuts| format::fine_percent(cuts.highly_viable))
    };
    view! {
        <h1>{say!(method.title)}</h1>
        <p class="lead">{say!(method.lead)}</p>
        <div class="method">
            <section id="levels"><h2>{say!(method.levels)}</h2><p>{say!(method.levels_text)}</p></section>
            <section id="fit"><h2>{say!(method.fit)}</h2><p>{say!(method.fit_text)}</p></section>
            <section id="assumed"><h2>{say!(method.assumed)}</h2><p>{say!(method.assumed_text)}</p></section>
            <section id="verdict"><h2>{say!(method.verdict)}</h2><p>{move || say!(method.verdict_text, cut = cut())}</p></section>
            <section id="hours"><h2>{say!(method.hours)}</h2><p>{say!(method.hours_text)}</p></section>
            <section id="plan"><h2>{say!(method.plan)}</h2><p>{say!(method.plan_text)}</p></section>
            <section id="limits"><h2>{say!(method.limits)}</h2><p>{say!(method.limits_text)}</p></section>
        </div>
    }
}
