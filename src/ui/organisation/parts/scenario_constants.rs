//! What is assumed, as it would be in a scenario.

use super::super::names;
use super::scenario_form::read;
use crate::engine::workforce::OrgConstant;
use crate::state::Org;
use crate::ui::components::Field;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;

/// A field for each constant that a scenario is reckoned with; an empty one is as the organisation has it.
#[component]
pub(super) fn ScenarioConstants(
    /// The scenario's name.
    name: StoredValue<String>,
) -> impl IntoView {
    let org = Org::get();
    let fields = Org::scenario_constants().map(|constant| field(org, name, constant)).collect_view();
    view! { <div class="fields">{fields}</div> }
}

fn field(org: Org, name: StoredValue<String>, constant: &'static OrgConstant) -> impl IntoView {
    let value = Signal::derive(move || {
        read(org, &name.read_value(), |scenario| scenario.policy.get(constant.name).map(ToString::to_string))
            .unwrap_or_default()
    });
    let set = Callback::new(move |typed: String| {
        org.set_in_scenario(&name.read_value(), constant, typed.trim().replace(',', ".").parse().ok());
    });
    let own = move || say!(scenario.as_set, value = org.policy.with(|policy| format::fine(policy.value(constant))));
    view! {
        <div>
            <Field label=names::constant(constant.name) kind="number" value on_change=set/>
            <small>{own}</small>
        </div>
    }
}
