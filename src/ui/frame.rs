//! What stands round every page of either workspace: brand, navigation, the save status, and what needs attention now.

use super::components::{Icon, IconName};
use super::widgets::{Attention, SaveBadge, UndoButtons};
use super::words::say;
use leptos::html::Main;
use leptos::prelude::*;

/// Header, the page of the address, and the navigation.
pub(super) fn frame<R: Clone + PartialEq + Send + Sync + 'static>(
    home: String,
    route: Signal<R>,
    links: AnyView,
    page: fn(R) -> AnyView,
) -> impl IntoView {
    let main = NodeRef::<Main>::new();
    let focus_main = move || {
        if let Some(main) = main.get_untracked() {
            main.focus().ok();
        }
    };
    Effect::watch(
        move || route.get(),
        move |_, before, _| {
            if before.is_some() {
                focus_main();
                // Last, because a focus brings its own place to the top.
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        },
        true,
    );
    view! {
        <button class="skip" on:click=move |_| focus_main()>{say!(nav.skip)}</button>
        <header class="top">
            <a class="brand" href=home aria-label=say!(nav.home)><Icon name=IconName::Brand/><span>{say!(brand)}</span></a>
            <nav aria-label=say!(nav.label)>{links}</nav>
            <UndoButtons/>
            <SaveBadge/>
        </header>
        <main id="main" tabindex="-1" node_ref=main>
            <Attention/>
            {move || page(route.get())}
        </main>
    }
}

/// One page's link; the page that is open is marked.
#[component]
pub(super) fn NavLink(
    /// The page's address.
    to: String,
    /// Whether it is open.
    #[prop(into)]
    is_open: Signal<bool>,
    /// Its name.
    label: String,
    /// Whether it stays away where there is little room; another page leads there too.
    #[prop(optional)]
    rare: bool,
) -> impl IntoView {
    view! { <a href=to class:rare=rare aria-current=move || is_open.get().then_some("page")>{label}</a> }
}
