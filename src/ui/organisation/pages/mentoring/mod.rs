//! Who mentors whom, what is given back, and which sessions close most of everybody's gap.

mod pair;
mod pairs;
mod running;
mod sessions;
mod unserved;

use super::super::amounts::count;
use super::super::task_bar::{TaskBar, first_things};
use crate::engine::workforce::message::Mentored;
use crate::state::{Org, Outcome, Same};
use crate::ui::components::Figure;
use crate::ui::words::say;
use leptos::prelude::*;

/// What was found, as the parts of the page share it.
type Found = Same<Outcome<Mentored>>;

/// The page.
#[component]
pub(super) fn MentoringPage() -> impl IntoView {
    let org = Org::get();
    let errand = org.tasks.mentoring;
    let outcome = errand.outcome();
    let start = Callback::new(move |()| org.find_mentors());
    let stop = Callback::new(move |()| errand.stop());
    view! {
        <h1>{say!(mentoring.title)}</h1>
        <p class="lead">{say!(mentoring.lead)}</p>
        {first_things(org, false)}
        <section class="card stack">
            <h2>{say!(mentoring.pairs)}</h2>
            <TaskBar stage=org.stage(errand) label=say!(mentoring.find) on_start=start on_stop=stop/>
        </section>
        {move || outcome.get().map(|found| results(&found))}
        <running::Running/>
        <sessions::Sessions/>
    }
}

fn results(found: &Found) -> impl IntoView + use<> {
    let pairs = &found.found.pairs;
    let n_both = pairs.iter().filter(|pair| !pair.returned.is_empty()).count();
    let n_skills: usize = pairs.iter().map(|pair| pair.taught.len() + pair.returned.len()).sum();
    view! {
        <section class="card stack">
            <div class="figures">
                <Figure id="pairs-n" line="mentoring" value=count(pairs.len()) label=say!(mentoring.n) why=say!(mentoring.n_why)/>
                <Figure id="pairs-both" line="mentoring" value=count(n_both) label=say!(mentoring.n_both) why=say!(mentoring.n_both_why)/>
                <Figure id="pairs-skills" line="mentoring" value=count(n_skills) label=say!(mentoring.n_skills) why=say!(mentoring.n_skills_why)/>
            </div>
            <p>{pairs.is_empty().then(|| say!(mentoring.none))}</p>
        </section>
        <pairs::PairList found=Same::clone(found)/>
        <unserved::UnservedList found=Same::clone(found)/>
    }
}
