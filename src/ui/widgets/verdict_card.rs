//! The answer and its few numbers.

use super::{Barrier, OverruleForm};
use crate::domain::Verdict;
use crate::engine::VerdictReport;
use crate::state::{Analysis, App};
use crate::ui::components::{Figure, Icon, IconName};
use crate::ui::routes::{Route, to_role};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Verdict, fit, new ground, hours, and the day on which one is ready.
#[component]
pub(in crate::ui) fn VerdictCard(
    /// What was found.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    let app = App::get();
    let (gap, report) = (&analysis.gap, &analysis.verdict);
    let fit = gap.fit;
    let [low, likely, high] = [fit.low, fit.likely, fit.high].map(format::percent);
    let (fit_value, fit_label) = if analysis.can_be_judged {
        let rated = say!(fig.fit_rated, n_rated = gap.n_rated.to_string(), n_asked = gap.n_asked.to_string());
        (format::percent_range(fit.low, fit.high), rated)
    } else {
        (["≈ ", &likely].concat(), say!(fig.fit_guess))
    };
    let fit_why = say!(fig.fit_why, likely = likely, low = low, high = high);
    let hours = gap.hours;
    let likely_hours = hours.likely;
    let ready = move || app.about_ready(likely_hours).map_or_else(|| "–".into(), format::month);
    let at_hours = move || say!(fig.ready, hours = format::hours(f64::from(app.horizon().hours_per_week)));
    let ready_why = move || say!(fig.ready_why, start = format::day(app.horizon().first_monday(app.today)));
    let is_long = report.verdict == Verdict::LongReskill;
    let between = is_long.then(|| view! { <a href=to_role(&analysis.target)>{say!(verdict.between)}</a> });
    view! {
        <section class="card verdict">
            <div class="tags"><Tag verdict=analysis.called()/><Barrier admission=analysis.admission/></div>
            <div class="figures">
                <Figure id="why-fit" line="fit" value=fit_value label=fit_label why=fit_why/>
                <Figure id="why-must" line="fit" value=format::percent(gap.must_fit) label=say!(fig.must) why=say!(fig.must_why)/>
                <Figure id="why-new" line="verdict" value=format::percent(gap.new_share) label=say!(fig.new) why=say!(fig.new_why)/>
                <Figure id="why-hours" line="hours" value=format::hours(hours.likely) label=say!(fig.hours, low = format::hours(hours.low), high = format::hours(hours.high)) why=say!(fig.hours_why)/>
                <Figure id="why-ready" line="plan" value=Signal::derive(ready) label=Signal::derive(at_hours) why=Signal::derive(ready_why)/>
            </div>
            <a class="button" href=Route::Plan.href()>{say!(gap.make_plan)}</a>
            <p class="because">{because(&analysis)} " " {between} " " <a href=Route::Method(Some("verdict")).href()>{say!(fig.more)}</a></p>
            <OverruleForm analysis=Arc::clone(&analysis)/>
        </section>
    }
}

fn because(analysis: &Analysis) -> String {
    let report = &analysis.verdict;
    let own = matches!(report.verdict, Verdict::Maintain | Verdict::Upskill);
    match report.similarity {
        Some(_) if own => say!(
            verdict.why_own,
            fit = format::percent(report.fit),
            maintain = format::percent(App::get().policy.read().maintain_from)
        ),
        Some(similarity) => {
            let why = say!(
                verdict.why,
                similarity = format::alike(similarity),
                cut = format::fine_percent(report.cuts.highly_viable),
                ground = format::percent(report.new_ground)
            );
            [why].into_iter().chain(why_not(report)).collect::<Vec<_>>().join(" ")
        }
        None => say!(verdict.why_unknown),
    }
}

/// Why the verdict is not another one.
fn why_not(report: &VerdictReport) -> Vec<String> {
    let most = App::get().policy.read().new_ground_below;
    let (cut, viable) = (format::fine_percent(report.cuts.highly_viable), format::fine_percent(report.cuts.viable));
    let is_far = report.similarity.is_some_and(|alike| alike < report.cuts.highly_viable);
    let is_new = report.new_ground >= most;
    match report.verdict {
        Verdict::Maintain | Verdict::Upskill => Vec::new(),
        Verdict::UpskillMove => vec![say!(verdict.not_reskill, most = format::percent(most))],
        Verdict::LongReskill => vec![say!(verdict.not_long, viable = viable)],
        Verdict::Reskill => {
            let far = is_far.then(|| say!(verdict.not_move_far, cut = cut));
            let new = is_new.then(|| say!(verdict.not_move_new, most = format::percent(most)));
            far.into_iter().chain(new).collect()
        }
    }
}

/// The verdict's word, with its shape and its colour.
#[component]
pub(super) fn Tag(
    /// The verdict.
    verdict: Verdict,
) -> impl IntoView {
    let (class, icon) = match verdict {
        Verdict::Maintain => ("tag hold", IconName::Hold),
        Verdict::Upskill => ("tag up", IconName::Up),
        Verdict::UpskillMove => ("tag up", IconName::Move),
        Verdict::Reskill | Verdict::LongReskill => ("tag re", IconName::Change),
    };
    view! { <p class=class><Icon name=icon/>{text::verdict(verdict).0}</p> }
}
