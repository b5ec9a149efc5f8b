//! What a person without a target is told, why, and their own word on it.

use super::super::names;
use crate::domain::{Person, PersonVerdict};
use crate::engine::workforce::{PersonReport, Reason};
use crate::state::Org;
use crate::ui::charts::PeoplePlot;
use crate::ui::components::{Field, Figure, Icon, IconName};
use crate::ui::format;
use crate::ui::organisation::routes::Route;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// A verdict's name and its sentence.
fn worded(verdict: PersonVerdict) -> (String, String) {
    match verdict {
        PersonVerdict::Reskill => (say!(judged.reskill), say!(judged.reskill_text)),
        PersonVerdict::Upskill => (say!(judged.upskill), say!(judged.upskill_text)),
        PersonVerdict::Versatility => (say!(judged.versatility), say!(judged.versatility_text)),
        PersonVerdict::Maintain => (say!(judged.maintain), say!(judged.maintain_text)),
    }
}

fn tag(verdict: PersonVerdict) -> impl IntoView {
    let (class, icon) = match verdict {
        PersonVerdict::Reskill => ("tag re", IconName::Change),
        PersonVerdict::Upskill => ("tag up", IconName::Up),
        PersonVerdict::Versatility => ("tag up", IconName::Move),
        PersonVerdict::Maintain => ("tag hold", IconName::Hold),
    };
    let (name, text) = worded(verdict);
    view! { <div class="tags"><p class=class><Icon name=icon/>{name}</p><p>{text}</p></div> }
}

/// What was compared, with its numbers, and what came of it.
fn reason(report: &PersonReport, reason: Reason) -> String {
    match reason {
        Reason::Demand(None) => say!(judged.no_demand),
        Reason::Demand(Some(ratio)) if ratio < 1.0 => say!(judged.demand_falls, ratio = format::fine(ratio)),
        Reason::Demand(Some(ratio)) => say!(judged.demand_stays, ratio = format::fine(ratio)),
        Reason::Exposure(None, _) => say!(judged.no_exposure),
        Reason::Exposure(Some([exposed, protected]), is_beyond) => {
            let (exposed, protected) = (format::percent(exposed), format::percent(protected));
            if is_beyond {
                say!(judged.is_exposed, exposed = exposed, protected = protected)
            } else {
                say!(judged.not_exposed, exposed = exposed, protected = protected)
            }
        }
        Reason::Fit(..) if report.n_asked == 0 => say!(judged.no_fit),
        Reason::Fit(fit, line) if fit < line => {
            say!(judged.fit_below, fit = format::percent(fit), line = format::percent(line))
        }
        Reason::Fit(fit, line) => say!(judged.fit_held, fit = format::percent(fit), line = format::percent(line)),
        Reason::Hanging(0) => say!(judged.none_hangs),
        Reason::Hanging(n) => say!(judged.some_hang, n = format::number(n as f64)),
    }
}

/// Verdict, figures, reasons, skills that hang on one person, and the form to see it differently.
#[component]
pub(in crate::ui::organisation) fn JudgedCard(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let report = org.judged(person);
    let with = move |show: fn(&PersonReport) -> AnyView| move || report.with(|report| report.as_ref().map(show));
    let has_position =
        Memo::new(move |_| person.with(|person| person.as_ref().is_some_and(|of| of.position.is_some())));
    let none = move || if has_position.get() { say!(judged.none) } else { say!(judged.no_position) };
    let verdict = move || {
        report.with(|report| match report.as_ref()?.counts() {
            Some(verdict) => Some(tag(verdict).into_any()),
            None => Some(view! { <p>{none}</p> }.into_any()),
        })
    };
    let reasons = with(|report| {
        let lines = report.reasons.iter().map(|one| view! { <li>{reason(report, *one)}</li> });
        view! { <ol class="reasons">{lines.collect_view()}</ol> }.into_any()
    });
    view! {
        <section class="card stack">
            <h2>{say!(judged.title)}</h2>
            {verdict}
            <Numbers report/>
            <div><h3>{say!(judged.why)}</h3><p class="sub">{say!(judged.why_text)}</p>{reasons}</div>
            {move || report.with(|report| report.as_ref().map(|report| hanging(org, report)))}
            <Said person report/>
            <OverruleForm person/>
            <Place person report/>
        </section>
    }
}

/// Fit to the own position, broad and deep.
#[component]
fn Numbers(
    /// What was found.
    report: Memo<Option<PersonReport>>,
) -> impl IntoView {
    let read = move |of: fn(&PersonReport) -> String| {
        Signal::derive(move || report.with(|report| report.as_ref().map(of).unwrap_or_default()))
    };
    let fit = read(|report| match report.n_asked {
        0 => "–".into(),
        _ => format::percent_range(report.fit[0], report.fit[1]),
    });
    let rated =
        read(|report| say!(judged.fit, n_rated = report.n_rated.to_string(), n_asked = report.n_asked.to_string()));
    let broad = read(|report| report.shape.map_or_else(|| "–".into(), |shape| format::decimal(shape.versatility)));
    let deep = read(|report| report.shape.map_or_else(|| "–".into(), |shape| format::decimal(shape.specialisation)));
    view! {
        <div class="figures">
            <Figure id="why-own-fit" line="person" value=fit label=rated why=say!(judged.fit_why)/>
            <Figure id="why-broad" line="person" value=broad label=say!(judged.broad) why=say!(judged.broad_why)/>
            <Figure id="why-deep" line="person" value=deep label=say!(judged.deep) why=say!(judged.deep_why)/>
        </div>
    }
}

/// The skills near theirs that hang on one other person.
fn hanging(org: Org, report: &PersonReport) -> Option<impl IntoView + use<>> {
    let named = |id| org.now.with(|now| now.as_ref().map(|now| names::skill(org, now, id))).unwrap_or_default();
    let rows = report.hanging.iter().map(|one| {
        view! {
            <tr><th scope="row">{named(&one.skill)}</th><td class="n">{format::level(one.level)}</td><td>{named(&one.from)}</td><td class="n">{format::percent(one.credit)}</td></tr>
        }
    });
    let rows = rows.collect_view();
    (!report.hanging.is_empty()).then(|| {
        view! {
            <div>
                <h3>{say!(judged.hanging)}</h3>
                <table>
                    <thead><tr><th scope="col">{say!(talent.skill)}</th><th scope="col" class="n">{say!(talent.level)}</th><th scope="col">{say!(judged.from)}</th><th scope="col" class="n">{say!(judged.credit)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}

/// The word that was said on the verdict, with a button that takes it back.
#[component]
fn Said(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
    /// What was found.
    report: Memo<Option<PersonReport>>,
) -> impl IntoView {
    let org = Org::get();
    let take_back = move |_| {
        if let Some(person) = person.get_untracked() {
            org.overrule(person.id.to_owned(), None, "");
        }
    };
    move || {
        report.with(|report| {
            let report = report.as_ref()?;
            let said = report.overrule.as_ref().filter(|said| said.verdict.is_some())?;
            let found = report.verdict.map_or_else(|| say!(judged.no_verdict), |verdict| worded(verdict).0);
            let words = say!(judged.said, reason = &*said.reason, day = format::day(said.on), verdict = found);
            Some(view! { <p>{words} " " <button class="link" on:click=take_back>{say!(overrule.take_back)}</button></p> })
        })
    }
}

/// The form to see it differently. It keeps still while the verdict redraws.
#[component]
fn OverruleForm(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
) -> impl IntoView {
    let org = Org::get();
    let chosen = RwSignal::new(PersonVerdict::Upskill);
    let (reason, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wrong.set(reason.read_untracked().trim().is_empty());
        if let Some(person) = person.get_untracked().filter(|_| !wrong.get_untracked()) {
            org.overrule(person.id.to_owned(), Some(chosen.get_untracked()), &reason.read_untracked());
            reason.set(String::new());
        }
    };
    let choose = move |word: String| {
        if let Some(verdict) = PersonVerdict::ALL.into_iter().find(|verdict| verdict.word() == word) {
            chosen.set(verdict);
        }
    };
    let options = PersonVerdict::ALL.map(|verdict| {
        view! { <option value=verdict.word() prop:selected=move || chosen.get() == verdict>{worded(verdict).0}</option> }
    });
    view! {
        <details>
            <summary>{say!(judged.differently)}</summary>
            <form class="stack" on:submit=keep>
                <div class="pair">
                    <label class="field"><span>{say!(judged.call)}</span>
                        <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
                    </label>
                    <Field label=say!(overrule.reason) kind="text" value=reason on_change=Callback::new(move |typed| reason.set(typed))/>
                </div>
                <p class="wrong" role="alert">{move || wrong.get().then(|| say!(overrule.needs_reason))}</p>
                <p class="actions"><button type="submit" class="quiet">{say!(judged.keep)}</button></p>
            </form>
        </details>
    }
}

/// Where they stand among everybody, reckoned once somebody asks.
#[component]
fn Place(
    /// The person.
    person: Memo<Option<Arc<Person>>>,
    /// What was found.
    report: Memo<Option<PersonReport>>,
) -> impl IntoView {
    let org = Org::get();
    let is_wanted = RwSignal::new(false);
    let shapes = org.shapes(is_wanted.into());
    let plot = move || {
        let name = person.with(|person| person.as_ref().map(|person| person.called().to_owned()));
        let own = name.zip(report.with(|report| report.as_ref().and_then(|report| report.shape)));
        shapes.with(|shapes| {
            let people: Vec<_> = shapes.as_ref()?.iter().flatten().copied().collect();
            Some(view! { <PeoplePlot people own/> })
        })
    };
    view! {
        <details on:toggle=move |_| is_wanted.set(true)>
            <summary>{say!(judged.plot)}</summary>
            <p class="sub">{say!(judged.plot_text)} " " <a href=Route::Map.href()>{say!(org_nav.map)}</a></p>
            {plot}
        </details>
    }
}
