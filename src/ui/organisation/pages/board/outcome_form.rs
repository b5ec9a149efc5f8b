//! What became of one person in a programme: the form that tells it, and what was told.

use super::super::super::amounts;
use super::super::super::names;
use super::super::super::routes::Route;
use crate::domain::{Cohort, Level, Organisation, Outcome, PersonId, Programme, SkillId, Usage};
use crate::state::Org;
use crate::ui::components::{Field, LongTable};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// Looks at a programme, as the organisation is now.
fn look<T>(org: Org, name: StoredValue<Box<str>>, of: impl FnOnce(&Organisation, &Programme) -> T) -> Option<T> {
    org.now.with(|now| {
        let now = now.as_ref()?;
        let programme = name.with_value(|name| now.programmes.iter().find(|programme| programme.name == *name))?;
        Some(of(now, programme))
    })
}

/// The answers to one question, with the one that is given.
fn choice(label: String, chosen: RwSignal<String>, options: Vec<(String, String)>) -> impl IntoView {
    let options = options.into_iter().map(|(value, words)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{words}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="field"><span>{label}</span>
            <select on:change:target=move |event| chosen.set(event.target().value())>{options}</select>
        </label>
    }
}

fn levels() -> Vec<(String, String)> {
    let rungs = (0..=5).map(|rung: u8| (rung.to_string(), [rung.to_string(), text::level_name(rung)].join(" ")));
    std::iter::once((String::new(), say!(people.unrated))).chain(rungs).collect()
}

fn used(usage: Usage) -> String {
    match usage {
        Usage::NotYet => say!(finished.not_yet),
        Usage::Sometimes => say!(finished.sometimes),
        Usage::Often => say!(finished.often),
    }
}

/// What somebody has typed into the form.
#[derive(Clone, Copy)]
struct Typed {
    cohort: RwSignal<usize>,
    person: RwSignal<String>,
    levels: [RwSignal<String>; 2],
    hours: RwSignal<String>,
    liked: RwSignal<String>,
    used: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        let (person, hours, liked, used) = (empty(), empty(), empty(), empty());
        Self { cohort: RwSignal::new(0), person, levels: [empty(), empty()], hours, liked, used }
    }

    /// Begins with somebody: what was told of them, or only the level that they are rated at now.
    fn begin(self, person: String, told: Option<Outcome>, rated: Option<Level>) {
        let level = |level: Option<Level>| level.map(|level| level.nearest().to_string()).unwrap_or_default();
        let number = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
        let told = told.as_ref();
        let usage = told.and_then(|told| told.used).map(|usage| usage.word().to_owned());
        self.person.set(person);
        self.levels[0].set(level(told.map_or(rated, |told| told.before)));
        self.levels[1].set(level(told.and_then(|told| told.after)));
        self.hours.set(number(told.map(|told| told.hours)));
        self.liked.set(number(told.and_then(|told| told.liked).map(u16::from)));
        self.used.set(usage.unwrap_or_default());
    }

    /// Begins with nobody, so that nothing is said of the next one by itself.
    fn clear(self) {
        self.begin(String::new(), None, None);
    }

    /// The outcome that is meant, for the skill of its cohort; none while somebody or the hours are missing.
    fn outcome(self, skill: SkillId) -> Option<Outcome> {
        let said = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let level = |signal| said(signal).parse().ok().and_then(|rung| Level::whole(rung).ok());
        let person = Some(said(self.person)).filter(|person| !person.is_empty())?;
        Some(Outcome {
            person: PersonId::from(person),
            skill,
            before: level(self.levels[0]),
            after: level(self.levels[1]),
            hours: amounts::typed(&said(self.hours))?.round() as u16,
            liked: said(self.liked).parse().ok(),
            used: Usage::ALL.into_iter().find(|usage| usage.word() == said(self.used)),
        })
    }
}

/// The form: cohort, person, levels before and after, hours, and what they said.
#[component]
pub(super) fn OutcomeForm(
    /// The programme's name.
    name: StoredValue<Box<str>>,
) -> impl IntoView {
    let org = Org::get();
    let typed = Typed::new();
    let (rates, told) = (RwSignal::new(true), RwSignal::new(String::new()));
    let choose_person = move |id: String| {
        let (cohort, person) = (typed.cohort.get_untracked(), PersonId::from(id.as_str()));
        let (told, rated) =
            name.with_value(|name| (org.told_of(name, cohort, &person), org.level_in(name, cohort, &person)));
        typed.begin(id, told, rated);
    };
    let choose_cohort = move |at: String| {
        typed.cohort.set(at.parse().unwrap_or_default());
        typed.clear();
    };
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let skill = name.with_value(|name| org.cohort_skill(name, typed.cohort.get_untracked()));
        let outcome = skill.and_then(|skill| typed.outcome(skill));
        let Some(outcome) = outcome else { return told.set(say!(worth.need_person)) };
        told.set(say!(worth.kept, name = called(org, &outcome.person)));
        name.with_value(|name| org.tell_outcome(name, outcome, rates.get_untracked()));
        typed.clear();
    };
    let cohorts =
        Memo::new(move |_| look(org, name, |now, programme| cohort_names(org, now, programme)).unwrap_or_default());
    let people = Memo::new(move |_| {
        let of = |now: &Organisation, programme: &Programme| {
            let people = programme.cohorts.get(typed.cohort.get()).map(|cohort| &cohort.people)?;
            Some(people.iter().filter_map(|id| Some((id.to_string(), now.person(id)?.called().to_owned()))).collect())
        };
        look(org, name, of).flatten().unwrap_or_else(Vec::new)
    });
    let options = move || {
        let of = |(at, words): (usize, String)| view! { <option value=at.to_string() prop:selected=move || typed.cohort.get() == at>{words}</option> };
        cohorts.get().into_iter().enumerate().map(of).collect_view()
    };
    let names = move || {
        let of = |(id, name): (String, String)| {
            let own = id.clone();
            view! { <option value=id prop:selected=move || typed.person.with(|person| *person == own)>{name}</option> }
        };
        people.get().into_iter().map(of).collect_view()
    };
    let unsaid = || (String::new(), say!(worth.unsaid));
    let marks = std::iter::once(unsaid()).chain((1..=5).map(|mark: u8| (mark.to_string(), mark.to_string()))).collect();
    let usages =
        std::iter::once(unsaid()).chain(Usage::ALL.map(|usage| (usage.word().to_owned(), used(usage)))).collect();
    let set_hours = Callback::new(move |hours: String| typed.hours.set(hours));
    let is_there = Memo::new(move |_| !cohorts.with(Vec::is_empty));
    view! {
        <p class="sub" hidden=move || is_there.get()>{say!(worth.no_cohorts)}</p>
        <form class="stack" on:submit=keep hidden=move || !is_there.get()>
            <div class="fields">
                <label class="field"><span>{say!(worth.cohort)}</span>
                    <select on:change:target=move |event| choose_cohort(event.target().value())>{options}</select>
                </label>
                <label class="field"><span>{say!(worth.person)}</span>
                    <select on:change:target=move |event| choose_person(event.target().value())>
                        <option value="" prop:selected=move || typed.person.with(String::is_empty)>{say!(worth.choose)}</option>{names}
                    </select>
                </label>
                {choice(say!(worth.level_before), typed.levels[0], levels())}
                {choice(say!(worth.level_after), typed.levels[1], levels())}
                <Field label=say!(worth.hours_took) kind="number" value=typed.hours on_change=set_hours/>
                {choice(say!(worth.how), typed.liked, marks)}
                {choice(say!(worth.usage), typed.used, usages)}
            </div>
            <label class="check"><input type="checkbox" prop:checked=rates on:change:target=move |event| rates.set(event.target().checked())/><span>{say!(worth.rate)}</span></label>
            <p class="actions"><button type="submit" class="quiet">{say!(worth.keep)}</button></p>
            <p class="sub" role="status">{told}</p>
        </form>
    }
}

fn called(org: Org, id: &PersonId) -> String {
    let name = |now: &Organisation| now.person(id).map(|person| person.called().to_owned());
    org.now.with_untracked(|now| name(now.as_ref()?)).unwrap_or_else(|| id.to_string())
}

fn cohort_names(org: Org, now: &Organisation, programme: &Programme) -> Vec<String> {
    let name = |cohort: &Cohort| {
        let (skill, n) = (names::skill(org, now, &cohort.skill), format::number(cohort.people.len() as f64));
        say!(worth.cohort_name, skill = skill, level = format::level(cohort.to), n = n)
    };
    programme.cohorts.iter().map(name).collect()
}

/// What was told: levels and hours. What people said of it is not shown one by one.
#[component]
pub(super) fn ToldList(
    /// The programme's name.
    name: StoredValue<Box<str>>,
) -> impl IntoView {
    let org = Org::get();
    let n = Memo::new(move |_| look(org, name, |_, programme| programme.outcomes.len()).unwrap_or_default());
    let row = move |at: usize| {
        let cells = |now: &Organisation, programme: &Programme| {
            let outcome = programme.outcomes.get(at)?;
            let who = now
                .person(&outcome.person)
                .map_or_else(|| outcome.person.to_string(), |known| known.called().to_owned());
            let level = |level: Option<Level>| level.map_or_else(|| "–".into(), format::level);
            let href = Route::Person(outcome.person.clone()).href();
            let forget = move |_| name.with_value(|name| org.forget_outcome(name, at));
            Some(view! {
                <th scope="row"><a href=href>{who}</a></th>
                <td>{names::skill(org, now, &outcome.skill)}</td>
                <td class="n">{level(outcome.before)}</td>
                <td class="n">{level(outcome.after)}</td>
                <td class="n">{format::hours(f64::from(outcome.hours))}</td>
                <td><button class="link" on:click=forget>{say!(worth.forget)}</button></td>
            })
        };
        look(org, name, cells).flatten().into_any()
    };
    let head = || {
        view! {
            <th scope="col">{say!(worth.person)}</th>
            <th scope="col">{say!(worth.skill)}</th>
            <th scope="col" class="n">{say!(worth.before)}</th>
            <th scope="col" class="n">{say!(worth.after)}</th>
            <th scope="col" class="n">{say!(worth.hours_column)}</th>
            <td></td>
        }
    };
    let is_there = Memo::new(move |_| n.get() > 0);
    let title = move || say!(worth.told, n = format::number(n.get() as f64));
    let list = move || {
        is_there.get().then(|| {
            view! {
                <details class="no-print"><summary>{title}</summary>
                    <LongTable label=name.with_value(ToString::to_string) head=head().into_any() n_columns=6 n_rows=n row=Callback::new(row)/>
                </details>
            }
        })
    };
    view! { {list} }
}
