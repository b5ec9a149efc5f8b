//! A table of any length, of which only what is in sight is drawn.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows that are drawn beyond either edge of what is in sight.
const BEYOND: usize = 8;
/// What a row measures until one was drawn, in pixels.
const ROW_PX: f64 = 44.0;
/// Rows that are drawn before the browser has told how high the table is.
const FIRST_ROWS: usize = 30;

/// A table in a window of its own height. Each row has the same height, and tells its place to a reader of the screen.
#[component]
pub(in crate::ui) fn LongTable(
    /// What it shows.
    label: String,
    /// Its head: the cells of one row.
    head: AnyView,
    /// How many columns it has.
    n_columns: usize,
    /// How many rows there are.
    #[prop(into)]
    n_rows: Signal<usize>,
    /// The cells of a row.
    row: Callback<usize, AnyView>,
) -> impl IntoView {
    let window = NodeRef::<Div>::new();
    let (at, set_at) = signal((0.0, ROW_PX, FIRST_ROWS));
    let look = move || {
        let Some(window) = window.get_untracked() else { return };
        let drawn = window.query_selector("tbody tr[aria-rowindex]").ok().flatten();
        let drawn = drawn.and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let height = drawn.map(|row| f64::from(row.offset_height())).filter(|height| *height > 1.0).unwrap_or(ROW_PX);
        let n_seen = (f64::from(window.client_height()) / height).ceil() as usize;
        set_at.set((f64::from(window.scroll_top()), height, n_seen.max(1)));
    };
    let shown = Memo::new(move |_| {
        let (top, height, n_seen) = at.get();
        let first = ((top / height) as usize).saturating_sub(BEYOND).min(n_rows.get().saturating_sub(1));
        (first, (first + n_seen + 2 * BEYOND).min(n_rows.get()), height)
    });
    let gap = move |n: usize| {
        let height = move || format!("{}px", n as f64 * shown.get().2);
        (n > 0).then(|| view! { <tr aria-hidden="true"><td colspan=n_columns style:height=height></td></tr> })
    };
    let rows = move || {
        let (first, end, _) = shown.get();
        first..end
    };
    view! {
        <div class="scroll long" tabindex="0" role="region" aria-label=label node_ref=window on:scroll=move |_| look()>
            <table aria-rowcount=move || n_rows.get() + 1>
                <thead><tr aria-rowindex="1">{head}</tr></thead>
                <tbody>
                    {move || gap(shown.get().0)}
                    <For each=rows key=|at| *at let(at)>
                        <tr aria-rowindex=at + 2>{move || row.run(at)}</tr>
                    </For>
                    {move || gap(n_rows.get() - shown.get().1.min(n_rows.get()))}
                </tbody>
            </table>
        </div>
    }
}
