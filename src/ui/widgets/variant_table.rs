//! Other plans that one could have, beside one's own.

use crate::domain::Horizon;
use crate::engine::{Plan, VariantKind};
use crate::state::{App, Planned};
use crate::ui::charts::VariantPlot;
use crate::ui::format;
use crate::ui::words::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The fastest, the cheapest and the gentlest plan, with what each takes, once they are asked for.
#[component]
pub(in crate::ui) fn VariantTable(
    /// The plan that is seen.
    planned: Arc<Planned>,
) -> impl IntoView {
    let app = App::get();
    let wanted = app.comparing_plans;
    view! {
        <section class="card no-print">
            <h2>{say!(variant.title)}</h2>
            {move || match wanted.get() {
                true => beside(app, &planned).into_any(),
                false => view! { <p class="actions"><button class="quiet" on:click=move |_| wanted.set(true)>{say!(variant.show)}</button></p> }.into_any(),
            }}
        </section>
    }
}

fn beside(app: App, planned: &Planned) -> impl IntoView + use<> {
    let variants = app.variants();
    if variants.is_empty() {
        return view! { <p class="sub">{say!(variant.none)}</p> }.into_any();
    }
    let named = |kind| match kind {
        VariantKind::Fastest => say!(variant.fastest),
        VariantKind::Cheapest => say!(variant.cheapest),
        VariantKind::Gentlest => say!(variant.gentlest),
    };
    let own = row(app, say!(variant.own), app.horizon(), &planned.plan, false);
    let rows =
        variants.iter().map(|other| row(app, named(other.kind), other.horizon, &other.plan, true)).collect_view();
    let point = |name: String, horizon: Horizon, plan: &Plan| (name, plan.ends(), horizon.hours_per_week, plan.cost);
    let others = variants.iter().map(|other| point(named(other.kind), other.horizon, &other.plan));
    let points = [point(say!(variant.own), app.horizon(), &planned.plan)].into_iter().chain(others).collect::<Vec<_>>();
    view! {
            <VariantPlot points/>
            <div class="scroll-x" tabindex="0" role="region" aria-label=say!(variant.title)>
                <table class="compare">
                    <thead><tr>
                        <td></td>
                        <th scope="col">{say!(follow.ready)}</th>
                        <th scope="col">{say!(plan.hours)}</th>
                        <th scope="col">{say!(plan.cost)}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{own}{rows}</tbody>
                </table>
            </div>
    }
    .into_any()
}

fn row(app: App, name: String, horizon: Horizon, plan: &Plan, is_other: bool) -> impl IntoView + use<> {
    let ready = plan.ends().map_or_else(|| "–".into(), format::day);
    let label = say!(variant.try_this, name = name.as_str());
    let try_it = is_other.then(|| {
        view! { <button class="quiet" aria-label=label on:click=move |_| { app.try_horizon(horizon).ok(); }>{say!(variant.try_it)}</button> }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{ready}</td>
            <td>{format::hours(f64::from(horizon.hours_per_week))}</td>
            <td>{format::euros(plan.cost)}</td>
            <td>{try_it}</td>
        </tr>
    }
}
