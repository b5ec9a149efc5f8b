//! One thing that a file says of a person, and what they want of it.

use super::passport_taking::NAMES;
use crate::domain::{Level, SafeUrl, sorted};
use crate::exchange::passport::{How, Pick, Proposal};
use crate::state::{App, PassportDesk};
use crate::ui::words::say;
use crate::ui::{format, text};
use leptos::prelude::*;

/// Whether it is wanted, for which skill, and at which level.
#[component]
pub(in crate::ui) fn ProposalRow(
    /// Its place in the file.
    at: usize,
    /// What it says.
    proposal: Proposal,
) -> impl IntoView {
    let desk = PassportDesk::get();
    let name = proposal.name.to_string();
    let detail = (!proposal.detail.is_empty()).then(|| view! { <small>{proposal.detail.to_string()}</small> });
    let link = proposal.link.as_deref().and_then(SafeUrl::of).map(|url| {
        view! { <a href=url.to_string() target="_blank" rel="external noopener noreferrer">{url.to_string()}</a> }
    });
    let facts = facts(&proposal).join(" · ");
    let of_file = proposal.any_level();
    let proposal = StoredValue::new(proposal);
    let pick = Memo::new(move |_| desk.picks.read().get(at).map(Pick::to_owned));
    let can = Memo::new(move |_| {
        pick.with(|pick| pick.as_ref().is_some_and(|pick| proposal.with_value(|of| pick.can_be_taken(of))))
    });
    let is_wanted = move || can.get() && pick.with(|pick| pick.as_ref().is_some_and(|pick| pick.wanted));
    let want = say!(passport.want, name = name.as_str());
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" aria-label=want prop:checked=is_wanted disabled=move || !can.get()
                    on:change=move |_| desk.pick(at, |pick| pick.wanted ^= true)/>
                <strong>{name.as_str().to_owned()}</strong>
            </label>
            <small>{facts}</small>
            {detail}
            {link}
            <div class="fields">
                <SkillField at name=name.to_owned()/>
                <LevelField at name of_file/>
            </div>
            {move || (!can.get()).then(|| view! { <small>{say!(passport.incomplete)}</small> })}
        </li>
    }
}

/// What the file says, and how the skill was found.
fn facts(proposal: &Proposal) -> Vec<String> {
    let how = match proposal.matched.as_ref().map(|matched| matched.how) {
        Some(How::Exact) => say!(passport.exact),
        Some(How::Alias) => say!(passport.alias),
        Some(How::Near) => say!(passport.near),
        None => say!(passport.unmatched),
    };
    let mut facts = vec![how];
    if !proposal.level_words.is_empty() {
        facts.push(say!(passport.in_words, words = &*proposal.level_words));
    }
    if let Some(proof) = &proposal.evidence {
        facts.push([text::evidence_kind(proof.kind), proof.what.to_string()].join(": "));
        facts.extend(proof.dated.map(format::day));
        facts.extend(proof.expires.map(|day| say!(record.until, day = format::day(day))));
    }
    if let Some(on) = proposal.on {
        facts.push(say!(passport.stated, day = format::day(on)));
    }
    if !proposal.history.is_empty() {
        facts.push(say!(passport.n_earlier, n = format::number(proposal.history.len() as f64)));
    }
    facts
}

/// The skill by its name, out of the list that the browser offers.
#[component]
fn SkillField(
    /// The proposal's place.
    at: usize,
    /// Its name.
    name: String,
) -> impl IntoView {
    let (app, desk) = (App::get(), PassportDesk::get());
    let unknown = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let skill = desk.picks.read().get(at).and_then(|pick| pick.skill.to_owned());
        skill.map(|skill| text::skill_name(app, &skill)).unwrap_or_default()
    });
    let settle = move |typed: String| {
        let skill = desk.skill_named(&typed);
        unknown.set(skill.is_none() && !typed.trim().is_empty());
        desk.pick(at, |pick| {
            pick.wanted = skill.is_some();
            pick.skill = skill;
        });
    };
    view! {
        <label class="field">
            <span>{say!(history.skill)}</span>
            <input type="text" list=NAMES aria-label=say!(passport.skill_for, name = name) prop:value=shown
                on:change:target=move |event| settle(event.target().value())/>
        </label>
        <p class="wrong" role="alert">{move || unknown.get().then(|| say!(passport.no_skill))}</p>
    }
}

/// The level that is taken in: the file's own, another, or none.
#[component]
fn LevelField(
    /// The proposal's place.
    at: usize,
    /// Its name.
    name: String,
    /// The level that the file states.
    of_file: Option<Level>,
) -> impl IntoView {
    let desk = PassportDesk::get();
    let level = Memo::new(move |_| desk.picks.read().get(at).and_then(|pick| pick.level));
    let whole = (0..=5).filter_map(|rung| Level::whole(rung).ok());
    let mut levels: Vec<Level> = sorted(whole.chain(of_file), Ord::cmp);
    levels.dedup();
    let options = levels.into_iter().map(|of| {
        let words = [format::level(of), text::level_name(of.nearest())].join(" ");
        view! { <option value=u8::from(of).to_string() prop:selected=move || level.get() == Some(of)>{words}</option> }
    });
    let settle = move |value: String| {
        let level = value.parse::<u8>().ok().and_then(|tenths| Level::try_from(tenths).ok());
        desk.pick(at, |pick| pick.level = level);
    };
    view! {
        <label class="field">
            <span>{say!(history.level)}</span>
            <select aria-label=say!(passport.level_for, name = name) on:change:target=move |event| settle(event.target().value())>
                <option value="" prop:selected=move || level.get().is_none()>{say!(record.no_level)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}
