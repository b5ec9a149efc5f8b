//! Everybody who has agreed to be seen, by every skill.

use super::super::names;
use super::super::routes::Route;
use crate::state::{Org, Part, Same};
use crate::ui::components::LongGrid;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The classes of the rungs.
const RUNGS: [&str; 6] = ["r0", "r1", "r2", "r3", "r4", "r5"];

/// The grid, with the number in each cell; what is not rated is empty.
#[component]
pub(in crate::ui::organisation) fn SkillGrid(
    /// What is looked at.
    part: Memo<Option<Same<Part>>>,
) -> impl IntoView {
    let org = Org::get();
    let size = Signal::derive(move || {
        part.with(|part| part.as_ref().map_or([0, 0], |part| [part.n_seen(), part.n_columns()]))
    });
    let hidden = move || part.with(|part| part.as_ref().map_or(0, |part| part.n_people() - part.n_seen()));
    let row = Callback::new(move |at: usize| {
        part.with(|part| {
            let person = part.as_ref()?.seen(at)?;
            Some(view! { <a href=Route::Person(person.id.clone()).href()>{person.called().to_owned()}</a> })
        })
        .into_any()
    });
    let column = Callback::new(move |at: usize| {
        let name = part.with(|part| {
            let skill = part.as_ref()?.skill(at)?;
            org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, skill)))
        });
        name.unwrap_or_default()
    });
    let cell = Callback::new(move |[row, column]: [usize; 2]| {
        let level = part.with(|part| part.as_ref()?.level(row, column));
        let class = level.and_then(|level| RUNGS.get(usize::from(level.nearest()))).copied();
        (class.unwrap_or_default(), level.map(format::level).unwrap_or_default())
    });
    view! {
        <section class="card stack">
            <h2>{say!(talent.grid)}</h2>
            <p class="sub">{say!(talent.grid_text)} " " {move || (hidden() > 0).then(|| say!(talent.grid_hidden, n = format::number(hidden() as f64)))}</p>
            <LongGrid label=say!(talent.grid) corner=say!(people.person) size row column cell/>
        </section>
    }
}
