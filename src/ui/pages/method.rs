//! How every number comes about, in words.

use crate::state::{App, limits};
use crate::ui::format;
use crate::ui::widgets::ConstantsForm;
use crate::ui::words::say;
use leptos::prelude::*;

/// One section a formula; it opens at one of them where the address says so.
pub(super) fn method(line: Option<&'static str>) -> impl IntoView {
    let app = App::get();
    // After the shell has brought the page to its top.
    request_animation_frame(move || {
        if let Some(section) = line.and_then(|line| document().get_element_by_id(line)) {
            section.scroll_into_view();
        }
    });
    let verdict = move || {
        let here = app.table.get().map(|table| table.calibration().cuts);
        let starter = || app.library.read().catalogs.first().map(|catalog| catalog.calibration.cuts);
        let cuts = here.or_else(starter).unwrap_or_default();
        say!(
            method.verdict_text,
            maintain = format::percent(app.policy.read().maintain_from),
            most = format::percent(app.policy.read().new_ground_below),
            viable = format::fine_percent(cuts.viable),
            cut = format::fine_percent(cuts.highly_viable)
        )
    };
    view! {
        <h1>{say!(method.title)}</h1>
        <p class="lead">{say!(method.lead)}</p>
        <div class="method">
            <section id="levels"><h2>{say!(method.levels)}</h2><p>{say!(method.levels_text)}</p></section>
            <section id="fit"><h2>{say!(method.fit)}</h2><p>{say!(method.fit_text)}</p><ConstantsForm line="fit"/></section>
            <section id="assumed"><h2>{say!(method.assumed)}</h2><p>{say!(method.assumed_text)}</p><ConstantsForm line="assumed"/></section>
            <section id="verdict"><h2>{say!(method.verdict)}</h2><p>{verdict}</p><ConstantsForm line="verdict"/></section>
            <section id="similarity"><h2>{say!(method.similarity)}</h2><p>{say!(method.similarity_text)}</p><ConstantsForm line="similarity"/></section>
            <section id="exposure"><h2>{say!(method.exposure)}</h2><p>{say!(method.exposure_text)}</p><ConstantsForm line="exposure"/></section>
            <section id="hours"><h2>{say!(method.hours)}</h2><p>{say!(method.hours_text)}</p><ConstantsForm line="hours"/></section>
            <section id="plan"><h2>{say!(method.plan)}</h2><p>{say!(method.plan_text)}</p></section>
            <section id="monitor"><h2>{say!(method.monitor)}</h2><p>{say!(method.monitor_text)}</p></section>
            <section id="adjacency"><h2>{say!(method.adjacency)}</h2><p>{say!(method.adjacency_text)}</p><ConstantsForm line="adjacency"/></section>
            <section id="files"><h2>{say!(method.files)}</h2><p>{say!(method.files_text)}</p>{limits_table()}</section>
            <section id="limits"><h2>{say!(method.limits)}</h2><p>{say!(method.limits_text)}</p></section>
        </div>
    }
}

/// What a file from outside may hold, from the one table that the readers go by.
fn limits_table() -> impl IntoView {
    let megabytes = |bytes: u64| say!(limits.megabytes, n = format::number(bytes as f64 / f64::from(1 << 20)));
    let count = |n: usize| format::number(n as f64);
    let rows = [
        (say!(limits.catalogue), megabytes(limits::CATALOGUE_BYTES)),
        (say!(limits.entries), count(limits::ENTRIES)),
        (say!(limits.entry), megabytes(limits::ENTRY_BYTES)),
        (say!(limits.total), megabytes(limits::TOTAL_BYTES)),
        (say!(limits.ratio), format::number(limits::RATIO as f64)),
        (say!(limits.rows), count(limits::ROWS)),
        (say!(limits.text), count(limits::TEXT_CHARS)),
        (say!(limits.sheet), megabytes(limits::SHEET_BYTES)),
        (say!(limits.sheet_rows), count(limits::SHEET_ROWS)),
        (say!(limits.sheet_columns), count(limits::SHEET_COLUMNS)),
        (say!(limits.sheet_cells), count(limits::SHEET_CELLS)),
        (say!(limits.sheet_letters), count(limits::SHEET_LETTERS)),
        (say!(limits.silence), limits::SILENT_SECONDS.to_string()),
        (say!(limits.advert), count(limits::ADVERT_LETTERS)),
        (say!(limits.passport), megabytes(limits::PASSPORT_BYTES)),
        (say!(limits.proposals), count(limits::PASSPORT_PROPOSALS)),
    ];
    let row = |(name, most): (String, String)| view! { <tr><th scope="row">{name}</th><td class="n">{most}</td></tr> };
    view! {
        <table class="limits">
            <thead><tr><th scope="col">{say!(limits.what)}</th><th scope="col" class="n">{say!(limits.most)}</th></tr></thead>
            <tbody>{rows.map(row).collect_view()}</tbody>
        </table>
    }
}
