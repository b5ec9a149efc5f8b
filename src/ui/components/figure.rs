//! A number that can explain itself.

use crate::ui::routes::Route;
use crate::ui::words::say;
use leptos::prelude::*;

/// A number with its label; pressed, it opens the sentence that says how it came about.
#[component]
pub(in crate::ui) fn Figure(
    /// The page's own id for it, so that the explanation can be found.
    id: &'static str,
    /// The line of the method that says how it is reckoned.
    line: &'static str,
    /// The number with its unit.
    #[prop(into)]
    value: Signal<String>,
    /// What it is, in a few words.
    #[prop(into)]
    label: Signal<String>,
    /// How it came about.
    #[prop(into)]
    why: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="figure">
            <button class="value" popovertarget=id>{value}</button>
            <span class="label">{label}</span>
            <div class="why" id=id popover="auto">{why} " " <a href=Route::Method(Some(line)).href()>{say!(fig.more)}</a></div>
        </div>
    }
}
