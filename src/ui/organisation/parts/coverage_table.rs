//! Skill by skill: what is needed, what is there, and how safely.

use super::super::names;
use crate::domain::{Level, SkillId};
use crate::engine::workforce::Coverage;
use crate::state::{Org, Part, Same};
use crate::ui::charts::ShareBar;
use crate::ui::components::LongTable;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The skill that is opened, with the level that is needed of it.
pub(in crate::ui::organisation) type Opened = RwSignal<Option<(SkillId, Level)>>;

/// The id of the button that opens a skill.
pub(in crate::ui::organisation) fn button_id(skill: &SkillId, level: Level) -> String {
    ["open", skill.as_str(), &u8::from(level).to_string()].join("-")
}

/// The heads of the columns, for the screen and for the file.
fn heads() -> [String; 8] {
    [
        say!(talent.skill),
        say!(talent.level),
        say!(talent.needed),
        say!(talent.held),
        say!(talent.coverage),
        say!(talent.absence),
        say!(talent.risk),
        say!(talent.bench),
    ]
}

/// The table, the shortest first; now or at the horizon.
#[component]
pub(in crate::ui::organisation) fn CoverageTable(
    /// What is looked at.
    part: Memo<Option<Same<Part>>>,
    /// The skill that is opened.
    opened: Opened,
) -> impl IntoView {
    let org = Org::get();
    let is_then = RwSignal::new(false);
    let n_rows =
        Signal::derive(move || part.with(|part| part.as_ref().map_or(0, |part| part.rows(is_then.get()).len())));
    let skill =
        move |id: &SkillId| org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, id)).unwrap_or_default());
    let cells = move |at: usize| {
        part.with(|part| {
            let part = part.as_ref()?;
            let row = part.rows(is_then.get()).get(at)?;
            Some(line(row, part.n_bench(is_then.get(), at), skill(&row.skill), opened))
        })
        .into_any()
    };
    let head = heads()
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <th scope="col" class=(at != 0 && at != 4).then_some("n")>{name}</th> });
    let head = head.collect_view().into_any();
    let when = move |then: bool, label: String| {
        view! { <label class="choice"><input type="radio" name="coverage-when" prop:checked=move || is_then.get() == then on:change=move |_| is_then.set(then)/>{label}</label> }
    };
    let horizon =
        move || org.now.with(|now| now.as_ref().and_then(|now| now.horizon)).map_or_else(String::new, format::day);
    let left_out = move || {
        let n = part.with(|part| part.as_ref().map_or(0, |part| part.n_left_out()));
        (n > 0).then(|| view! { <p class="sub">{say!(talent.left_out, n = format::number(n as f64))}</p> })
    };
    let of_part = move || {
        let is_part = part.with(|part| part.as_ref().is_some_and(|part| part.is_part()));
        is_part.then(|| view! { <p class="sub">{say!(talent.of_part)}</p> })
    };
    let save = move |_| {
        let then = is_then.get_untracked();
        let rows = part.with_untracked(|part| {
            let lines = part.iter().flat_map(|part| {
                let rows = part.rows(then).iter().enumerate();
                rows.map(|(at, row)| written(row, part.n_bench(then, at), untrack(|| skill(&row.skill))))
            });
            std::iter::once(heads().map(Into::into).to_vec()).chain(lines).collect::<Vec<_>>()
        });
        org.export_rows("coverage", &rows);
    };
    view! {
        <section class="card stack">
            <h2>{say!(talent.coverage_title)}</h2>
            <p class="sub">{say!(talent.coverage_text)}</p>
            {of_part}
            {left_out}
            <fieldset class="choices"><legend>{say!(talent.when)}</legend>
                {when(false, say!(talent.now))}
                {when(true, say!(talent.then))}
                <span class="sub">{horizon}</span>
            </fieldset>
            {move || (n_rows.get() == 0).then(|| view! { <p>{say!(talent.nothing_needed)}</p> })}
            <LongTable label=say!(talent.coverage_title) head n_columns=8 n_rows row=Callback::new(cells)/>
            <p class="actions"><button class="quiet" on:click=save>{say!(talent.csv)}</button></p>
        </section>
    }
}

fn line(row: &Coverage, n_bench: usize, name: String, opened: Opened) -> impl IntoView + use<> {
    let id = button_id(&row.skill, row.level);
    let of = StoredValue::new((row.skill.clone(), row.level));
    let is_open = move || opened.read().as_ref() == Some(&*of.read_value());
    let toggle = move |_| opened.set((!is_open()).then(|| of.get_value()));
    let number = |n: u32| format::number(f64::from(n));
    let short = (row.absence_factor == 0).then(|| view! { " " <small class="must">{say!(talent.short)}</small> });
    view! {
        <th scope="row"><button class="link" id=id aria-expanded=move || is_open().to_string() on:click=toggle>{name}</button>{short}</th>
        <td class="n">{format::level(row.level)}</td>
        <td class="n">{number(row.needed)}</td>
        <td class="n">{number(row.held)}</td>
        <td><ShareBar percent=format::reached_percent(row.coverage)/></td>
        <td class="n">{number(row.absence_factor)}</td>
        <td class="n">{format::fine_percent(row.risk)}</td>
        <td class="n">{number(n_bench as u32)}</td>
    }
}

/// A row of the file.
fn written(row: &Coverage, n_bench: usize, name: String) -> Vec<Box<str>> {
    let cells = [
        name,
        row.level.value().to_string(),
        row.needed.to_string(),
        row.held.to_string(),
        format!("{:.3}", row.coverage),
        row.absence_factor.to_string(),
        format!("{:.4}", row.risk),
        n_bench.to_string(),
    ];
    cells.map(Into::into).to_vec()
}
