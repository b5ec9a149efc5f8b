//! The talent map: what everybody can do together, where it is thin, and who could help.

use super::super::parts::{CoverageTable, FilterForm, SkillCard, SkillGrid};
use super::super::routes::Route;
use crate::engine::workforce::Filter;
use crate::state::{Org, Part, Same};
use crate::ui::charts::PeoplePlot;
use crate::ui::components::{Figure, focus};
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn MapPage() -> impl IntoView {
    let org = Org::get();
    let is_empty = Memo::new(move |_| org.now.with(|now| now.as_ref().is_none_or(|now| now.people.is_empty())));
    view! {
        <h1>{say!(talent.title)}</h1>
        <p class="lead">{say!(talent.lead)}</p>
        {move || if is_empty.get() { nobody().into_any() } else { map(org).into_any() }}
    }
}

fn nobody() -> impl IntoView {
    view! {
        <section class="card stack">
            <p>{say!(talent.nobody)}</p>
            <p class="actions"><a class="button" href=Route::People.href()>{say!(org.people_in)}</a><a class="button quiet" href=Route::Start.href()>{say!(org.demo)}</a></p>
        </section>
    }
}

fn map(org: Org) -> impl IntoView {
    let part = org.part(Memo::new(move |_| org.filter.get()));
    let is_part = Memo::new(move |_| org.filter.with(|filter| *filter != Filter::default()));
    let clear = move || {
        let clear = move |_| org.filter.set(Filter::default());
        is_part.get().then(
            || view! { <p class="actions"><button class="quiet" on:click=clear>{say!(talent.clear)}</button></p> },
        )
    };
    let is_called = Memo::new(move |_| org.filter.with(|filter| !filter.called.is_empty()));
    let by_name = move || is_called.get().then(|| view! { <p class="sub">{say!(talent.by_name)}</p> });
    let opened = RwSignal::new(None);
    // Whoever opens a skill is taken to it: it stands below a long table.
    Effect::new(move |_| {
        if opened.read().is_some() {
            request_animation_frame(|| focus("opened-skill"));
        }
    });
    view! {
        <section class="card stack"><h2>{say!(talent.whom)}</h2><FilterForm filter=org.filter/>{by_name}{clear}<Figures part/></section>
        <CoverageTable part opened/>
        <SkillCard part opened/>
        <SkillGrid part/>
        <Shapes/>
    }
}

/// People, skills, what is short, and what hangs on one person.
#[component]
fn Figures(
    /// What is looked at.
    part: Memo<Option<Same<Part>>>,
) -> impl IntoView {
    let count = move |of: fn(&Part) -> usize| {
        Signal::derive(move || part.with(|part| format::number(part.as_ref().map_or(0, |part| of(part)) as f64)))
    };
    view! {
        <div class="figures" role="status">
            <Figure id="why-people" line="coverage" value=count(Part::n_people) label=say!(talent.n_people) why=say!(talent.n_people_why)/>
            <Figure id="why-skills" line="levels" value=count(Part::n_skills) label=say!(talent.n_skills) why=say!(talent.n_skills_why)/>
            <Figure id="why-short" line="coverage" value=count(Part::n_short) label=say!(talent.n_short) why=say!(talent.n_short_why)/>
            <Figure id="why-single" line="risk" value=count(Part::n_single) label=say!(talent.n_single) why=say!(talent.n_single_why)/>
        </div>
    }
}

/// How broad and how deep everybody is, reckoned once somebody asks.
#[component]
fn Shapes() -> impl IntoView {
    let org = Org::get();
    let is_wanted = RwSignal::new(false);
    let shapes = org.shapes(is_wanted.into());
    let plot = move || {
        shapes.with(|shapes| {
            let people: Vec<_> = shapes.as_ref()?.iter().flatten().copied().collect();
            Some(view! { <PeoplePlot people own=None/> })
        })
    };
    view! {
        <details class="card stack" on:toggle=move |_| is_wanted.set(true)>
            <summary>{say!(judged.plot)}</summary>
            <p class="sub">{say!(judged.plot_text)}</p>
            {plot}
        </details>
    }
}
