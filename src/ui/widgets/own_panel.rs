//! A catalogue of one's own: sheets in, looked at and taken in; the whole catalogue out; and back to how it was shipped.

use crate::exchange::sheets::Scale;
use crate::exchange::sheets::message::FileKind;
use crate::state::{App, Checked, Sheets};
use crate::ui::components::{Message, Tone};
use crate::ui::widgets::{NewEntry, RowFaults, SheetMatch};
use crate::ui::words::say;
use crate::ui::{errors, format, text};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Files in and out, and what is happening to them.
#[component]
pub(in crate::ui) fn OwnPanel() -> impl IntoView {
    let app = App::get();
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        let files = event.target().files();
        let files = files.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect::<Vec<_>>());
        if let Some(files) = files.filter(|files| !files.is_empty()) {
            app.open_sheets(files);
        }
        event.target().set_value("");
    };
    let has_own = Memo::new(move |_| app.has_own());
    view! {
        <p>{say!(sheets.lead)}</p>
        <p class="actions">
            <label class="button quiet">
                {say!(sheets.choose)}
                <input class="file" type="file" multiple accept=".csv,.tsv,.txt,.zip,.xlsx" on:change:target=choose/>
            </label>
            <button class="quiet" on:click=move |_| app.export_template(FileKind::Xlsx)>{say!(sheets.template)}</button>
            <button class="quiet" on:click=move |_| app.export_catalog(FileKind::Xlsx)>{say!(sheets.export_xlsx)}</button>
            <button class="quiet" on:click=move |_| app.export_catalog(FileKind::Csv)>{say!(sheets.export_csv)}</button>
        </p>
        <NewEntry/>
        {move || has_own.get().then(|| view! {
            <p class="actions">
                <span>{say!(sheets.has_own)}</span>
                <button class="link" on:click=move |_| app.forget_own()>{say!(sheets.forget_own)}</button>
            </p>
        })}
        {move || happening(app)}
    }
}

fn happening(app: App) -> AnyView {
    match app.sheets.get() {
        Sheets::Idle => ().into_any(),
        Sheets::Busy => view! { <p class="lead" role="status">{say!(sheets.busy)}</p> }.into_any(),
        Sheets::TakenIn => view! { <Message tone=Tone::Notice text=say!(sheets.taken_in)/> }.into_any(),
        Sheets::Failed(failure) => {
            view! { <Message tone=Tone::Danger text=errors::sheets_failure(&failure)/> }.into_any()
        }
        Sheets::Checked(checked) => summary(app, &checked).into_any(),
        Sheets::Opened(looks, faults) => {
            let sheets = looks.iter().enumerate().map(|(at, look)| view! { <SheetMatch at look=look.clone()/> });
            view! {
                <div class="stack sheets">
                    <RowFaults faults/>
                    {sheets.collect_view()}
                    {scales(app)}
                    <p class="actions">
                        <button on:click=move |_| app.check_sheets()>{say!(sheets.check)}</button>
                        <button class="quiet" on:click=move |_| app.forget_sheets()>{say!(settings.cancel)}</button>
                    </p>
                </div>
            }
            .into_any()
        }
    }
}

fn scales(app: App) -> impl IntoView {
    let options = Scale::ALL.into_iter().enumerate().map(move |(at, scale)| {
        view! { <option value=at.to_string() selected=scale == app.matching.scale.get()>{text::scale(scale)}</option> }
    });
    let choose = move |value: String| {
        let scale = value.parse::<usize>().ok().and_then(|at| Scale::ALL.get(at).copied());
        app.matching.scale.set(scale.unwrap_or_default());
    };
    view! {
        <label class="field">
            <span>{say!(sheets.scale)}</span>
            <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
        </label>
    }
}

fn summary(app: App, checked: &Checked) -> impl IntoView + use<> {
    let count = |n: usize| format::number(n as f64);
    let lines = checked.counts.iter().map(|(kind, new, changed)| {
        view! { <li>{say!(sheets.counted, kind = text::sheet_kind(*kind), new = count(*new), changed = count(*changed))}</li> }
    });
    let lost = (checked.rounded > 0).then(|| view! { <p>{say!(sheets.rounded, n = count(checked.rounded))}</p> });
    view! {
        <div class="message notice" role="status">
            <p><strong>{say!(sheets.checked)}</strong></p>
            <ul>{lines.collect_view()}</ul>
            {lost}
            <p class="actions">
                <button on:click=move |_| app.take_sheets()>{say!(sheets.take)}</button>
                <button class="quiet" on:click=move |_| app.forget_sheets()>{say!(settings.cancel)}</button>
            </p>
        </div>
    }
}
