//! How every number of an organisation comes about, in words, with what can be set.

use super::super::names;
use super::super::routes::LINES;
use crate::engine::Policy;
use crate::engine::workforce::{OrgConstant, OrgPolicy};
use crate::state::{App, Org};
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// One section a line; it opens at one of them where the address says so.
pub(super) fn method(line: Option<&'static str>) -> impl IntoView {
    let (org, app) = (Org::get(), App::get());
    // After the frame has brought the page to its top.
    request_animation_frame(move || {
        if let Some(section) = line.and_then(|line| document().get_element_by_id(line)) {
            section.scroll_into_view();
        }
    });
    let section = |line: &'static str| {
        let [title, source] = named(line);
        view! {
            <section id=line class="stack">
                <h2>{title}</h2>
                <p>{move || words(line, org.policy.get(), app.policy.get())}</p>
                <p class="sub"><strong>{say!(org_method.source)}</strong> " " {source}</p>
                {Org::constants_of(line).next().is_some().then(|| view! { <Constants line/> })}
            </section>
        }
    };
    view! {
        <h1>{say!(method.title)}</h1>
        <p class="lead">{say!(org_method.lead)}</p>
        <div class="method">{LINES.map(section).collect_view()}</div>
    }
}

/// What a line is called, and where it is from.
fn named(line: &str) -> [String; 2] {
    match line {
        "levels" => [say!(org_method.levels), say!(org_method.levels_source)],
        "demand" => [say!(org_method.demand), say!(org_method.demand_source)],
        "coverage" => [say!(org_method.coverage), say!(org_method.coverage_source)],
        "risk" => [say!(org_method.risk), say!(org_method.risk_source)],
        "bench" => [say!(org_method.bench), say!(org_method.bench_source)],
        "person" => [say!(org_method.person), say!(org_method.person_source)],
        "moves" => [say!(org_method.moves), say!(org_method.moves_source)],
        "build-or-buy" => [say!(org_method.build), say!(org_method.build_source)],
        "mentoring" => [say!(org_method.mentoring), say!(org_method.mentoring_source)],
        "programmes" => [say!(org_method.programmes), say!(org_method.programmes_source)],
        "fairness" => [say!(org_method.fairness), say!(org_method.fairness_source)],
        other => [other.to_owned(), say!(org_method.own_source)],
    }
}

/// How a line is reckoned, with the constants as they are set.
fn words(line: &str, own: OrgPolicy, engine: Policy) -> String {
    let k = own.least().to_string();
    match line {
        "levels" => say!(org_method.levels_text),
        "demand" => say!(org_method.demand_text),
        "coverage" => say!(org_method.coverage_text),
        "risk" => say!(org_method.risk_text, absence = format::percent(own.absence)),
        "bench" => {
            let step = format::decimal(own.bench_step);
            say!(org_method.bench_text, step = step, teaches = format::decimal(own.teaches_from))
        }
        "person" => {
            let bridge = format::percent(engine.bridge_from);
            say!(org_method.person_text, maintain = format::percent(engine.maintain_from), bridge = bridge)
        }
        "moves" => say!(org_method.moves_text, reach = format::decimal(own.must_reach)),
        "build-or-buy" => say!(org_method.build_text),
        "mentoring" => say!(
            org_method.mentoring_text,
            mentees = format::decimal(own.mentees),
            other_team = format::fine(own.other_team),
            interest = format::fine(own.interest),
            load = format::fine(own.load),
            damping = format::percent(own.damping)
        ),
        "programmes" => {
            let (behind, cohort) = (format::percent(own.behind_from), format::number(own.cohort));
            say!(org_method.programmes_text, k = k, behind = behind, cohort = cohort)
        }
        "fairness" => say!(org_method.fairness_text, k = k, from = format::percent(own.fair_from)),
        _ => String::new(),
    }
}

/// A field for each constant of a line, and a way back to the defaults where one was set.
#[component]
fn Constants(
    /// The line.
    line: &'static str,
) -> impl IntoView {
    let org = Org::get();
    let fields = Org::constants_of(line).map(|constant| field(org, constant)).collect_view();
    let is_set = Memo::new(move |_| org.has_set(line));
    let reset = move || {
        is_set.get().then(|| {
            view! { <p class="actions"><button class="quiet" on:click=move |_| org.reset_constants(line)>{say!(constants.reset)}</button></p> }
        })
    };
    view! {
        <details class="no-print">
            <summary>{say!(constants.title)}</summary>
            <div class="pair">{fields}</div>
            {reset}
        </details>
    }
}

fn field(org: Org, constant: &'static OrgConstant) -> impl IntoView {
    let value = Signal::derive(move || org.policy.with(|policy| policy.value(constant)).to_string());
    let settle = move |typed: String| {
        if let Ok(value) = typed.trim().replace(',', ".").parse::<f64>() {
            org.set_constant(constant, value);
        }
    };
    let [least, most] =
        constant.ends.map(|end| if end.fract() == 0.0 { format::decimal(end) } else { format::fine(end) });
    view! {
        <div>
            <Field label=names::constant(constant.name) kind="number" value on_change=Callback::new(settle)/>
            <small>{say!(org_constants.between, least = least, most = most)}</small>
        </div>
    }
}
