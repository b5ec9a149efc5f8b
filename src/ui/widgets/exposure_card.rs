//! How much of a role's work machines could do, with the tasks behind it.

use crate::domain::Role;
use crate::engine::Protection;
use crate::state::App;
use crate::ui::format;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// A range, a sentence, and the tasks; nothing where no task of the role is marked.
#[component]
pub(in crate::ui) fn ExposureCard(
    /// The role.
    role: Role,
) -> impl IntoView {
    let found = App::get().exposure(&role)?;
    let rows = found.tasks.iter().filter_map(|task| {
        let name = role.tasks.get(task.task)?.name.get(language()).to_owned();
        let protected = task.protected.map(|kind| match kind {
            Protection::Contact => say!(exposure.contact),
            Protection::Dexterity => say!(exposure.dexterity),
            Protection::Judgement => say!(exposure.judgement),
        });
        Some(view! {
            <tr>
                <th scope="row">{name} {protected.map(|words| view! { <small>{words}</small> })}</th>
                <td class="n">{format::percent(task.share)}</td>
                <td class="n">{format::percent(task.exposed)}</td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    Some(view! {
        <section class="card">
            <h2>{say!(exposure.title, range = format::percent_range(found.low, found.high))}</h2>
            <p>{say!(exposure.text, protected = format::percent(found.protected))}</p>
            <details>
                <summary>{say!(exposure.tasks)}</summary>
                <table class="asked">
                    <thead>
                        <tr>
                            <th scope="col">{say!(exposure.task)}</th>
                            <th scope="col" class="n">{say!(exposure.time)}</th>
                            <th scope="col" class="n">{say!(exposure.exposed)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    })
}
