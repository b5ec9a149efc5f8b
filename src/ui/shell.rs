//! What stands round every page: brand, navigation, the save status, and what needs attention now.

use super::components::Icon;
use super::pages::Pages;
use super::routes::{self, Route};
use super::widgets::{Attention, SaveBadge, UndoButtons};
use super::words::say;
use leptos::html::Main;
use leptos::prelude::*;

/// Header, the page of the address, and the navigation.
#[component]
pub(super) fn Shell(
    /// The pages of this module.
    pages: Pages,
) -> impl IntoView {
    let route = routes::current();
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
            <a class="brand" href=Route::Start.href() aria-label=say!(nav.home)>
                <Icon name=super::components::IconName::Brand/>
                <span>{say!(brand)}</span>
            </a>
            <nav aria-label=say!(nav.label)>
                <NavLink to=Route::Skills route label=say!(nav.skills)/>
                <NavLink to=Route::Gap route label=say!(nav.gap)/>
                <NavLink to=Route::Plan route label=say!(nav.plan)/>
                <NavLink to=Route::Progress route label=say!(nav.progress)/>
                <NavLink to=Route::Explore(None) route label=say!(nav.explore)/>
                <NavLink to=Route::Catalog route label=say!(nav.catalogue) rare=true/>
                <NavLink to=Route::Method(None) route label=say!(nav.method) rare=true/>
                <NavLink to=Route::Settings route label=say!(nav.settings)/>
            </nav>
            <UndoButtons/>
            <SaveBadge/>
        </header>
        <main id="main" tabindex="-1" node_ref=main>
            <Attention/>
            {move || pages(route.get())}
        </main>
    }
}

/// One page's link; the page that is open is marked.
#[component]
fn NavLink(
    /// The page.
    to: Route,
    /// The page that is open.
    route: Signal<Route>,
    /// Its name.
    label: String,
    /// Whether it stays away where there is little room; another page leads there too.
    #[prop(optional)]
    rare: bool,
) -> impl IntoView {
    view! {
        <a href=to.href() class:rare=rare aria-current=move || (route.get().section() == to).then_some("page")>{label}</a>
    }
}
