//! What a role demands before any skill counts, and what the person says to it.

use crate::domain::Gate;
use crate::engine::{Admission, Passage};
use crate::state::{Analysis, App};
use crate::ui::components::{Icon, IconName};
use crate::ui::text;
use crate::ui::words::{language, say};
use leptos::prelude::*;
use std::sync::Arc;

/// A question for each gate of the role that is wanted; nothing where it has none.
#[component]
pub(in crate::ui) fn GatesCard(
    /// The way that it is about.
    analysis: Arc<Analysis>,
) -> impl IntoView {
    let questions = analysis.gates.iter().map(|(gate, passage)| question(gate, *passage));
    let questions = questions.collect_view();
    (!analysis.gates.is_empty()).then(|| {
        view! {
            <section class="card gates">
                <h2>{say!(admission.title)}</h2>
                <p class="sub">{say!(admission.about)}</p>
                <div class="pair">{questions}</div>
            </section>
        }
    })
}

fn question(gate: &Gate, passage: Passage) -> impl IntoView + use<> {
    let id = StoredValue::new(gate.id.clone());
    let answer = move |chosen: String| {
        let holds = match chosen.as_str() {
            "held" => Some(true),
            "lacking" => Some(false),
            _ => None,
        };
        App::get().answer_gate(id.get_value(), holds);
    };
    let unsaid = if passage == Passage::Assumed { say!(admission.assumed) } else { say!(admission.unknown) };
    view! {
        <label class="field">
            <span>{text::capitalised(gate.name.get(language()))}</span>
            <select on:change:target=move |event| answer(event.target().value())>
                <option value="" prop:selected=matches!(passage, Passage::Assumed | Passage::Unknown)>{unsaid}</option>
                <option value="held" prop:selected=passage == Passage::Held>{say!(admission.held)}</option>
                <option value="lacking" prop:selected=passage == Passage::Lacking>{say!(admission.lacking)}</option>
            </select>
        </label>
    }
}

/// What stands in the way of a role; nothing where it is open.
#[component]
pub(in crate::ui) fn Barrier(
    /// What its gates let one decide.
    admission: Admission,
) -> impl IntoView {
    let (class, words) = match admission {
        Admission::Open => return None,
        Admission::VerifyFirst => ("tag hold", say!(admission.verify)),
        Admission::Blocked => ("tag stop", say!(admission.blocked)),
    };
    Some(view! { <p class=class><Icon name=IconName::Lock/>{words}</p> })
}
