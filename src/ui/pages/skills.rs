//! Rates the few skills that matter most; the others stand folded below.

use crate::domain::{SkillIx, sorted};
use crate::state::{Analysis, App};
use crate::ui::routes::Route;
use crate::ui::widgets::{LevelPicker, WayMissing};
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// What a page of questions is drawn from: it stays as it is while they are answered.
#[derive(Clone)]
struct Asked {
    analysis: Arc<Analysis>,
    first: Vec<SkillIx>,
    others: Vec<SkillIx>,
    /// What the person's own text names beside.
    mentioned: Vec<SkillIx>,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis.catalog, &other.analysis.catalog)
            && self.first == other.first
            && self.others.len() == other.others.len()
            && self.mentioned == other.mentioned
    }
}

fn asked(app: App, analysis: Arc<Analysis>) -> Asked {
    let first = analysis.questions.clone();
    let others = analysis.gap.items.iter().map(|item| item.skill).filter(|skill| !first.contains(skill));
    let others: Vec<SkillIx> = sorted(others, Ord::cmp);
    let workspace = app.workspace.read();
    let mentioned = workspace.mentions.keys().filter_map(|id| analysis.catalog.find_skill(id));
    let mentioned = mentioned.filter(|skill| !first.contains(skill) && !others.contains(skill)).collect();
    Asked { analysis, first, others, mentioned }
}

/// My skills.
#[component]
pub(super) fn Skills() -> impl IntoView {
    let app = App::get();
    let page = Memo::new(move |_| app.analysis.get().map(|analysis| asked(app, analysis)));
    move || match page.get() {
        None => view! { <WayMissing/> }.into_any(),
        Some(page) => questions(app, page).into_any(),
    }
}

fn questions(app: App, page: Asked) -> impl IntoView {
    let all = page.first.len();
    let rated = {
        let page = page.clone();
        Memo::new(move |_| {
            let workspace = app.workspace.read();
            let asked = page.first.iter().filter_map(|skill| page.analysis.catalog.skill(*skill));
            asked.filter(|skill| workspace.answer(&skill.id).is_some()).count()
        })
    };
    let progress = move || say!(skills.progress, done = rated.get().to_string(), all = all.to_string());
    let picker = |skill: &SkillIx| view! { <LevelPicker analysis=Arc::clone(&page.analysis) skill=*skill/> };
    let first = page.first.iter().map(picker).collect_view();
    let mentioned: Vec<_> = page.mentioned.iter().map(picker).collect();
    let n = page.others.len();
    let (open, set_open) = signal(false);
    let others = move || {
        let picker = |skill: &SkillIx| view! { <LevelPicker analysis=Arc::clone(&page.analysis) skill=*skill/> };
        open.get().then(|| page.others.iter().map(picker).collect_view())
    };
    view! {
        <h1>{say!(skills.title)}</h1>
        <p class="lead">{say!(skills.lead)}</p>
        <p><a href=Route::Assess.href()>{say!(assess.link)}</a></p>
        <p class="rating-progress"><progress max=all.to_string() value=move || rated.get().to_string() aria-hidden="true"></progress> <span role="status">{progress}</span></p>
        <div class="rates">{first}</div>
        <p><a class="button" href=Route::Gap.href()>{say!(skills.to_gap)}</a></p>
        {(!mentioned.is_empty()).then(|| view! { <h2>{say!(skills.mentioned)}</h2> <div class="rates">{mentioned}</div> })}
        // Drawn when it is opened: an O*NET role asks for many more.
        {(n > 0).then(|| view! {
            <details on:toggle=move |_| set_open.set(true)>
                <summary>{say!(skills.more, n = n.to_string())}</summary>
                <div class="rates">{others}</div>
            </details>
        })}
    }
}
