//! A table of any length and any width, of which only what is in sight is drawn.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows and columns that are drawn beyond each edge of what is in sight, and by how many the window moves at once.
const STEP: usize = 4;
/// What a row and a column measure, in pixels; a row until one was drawn.
const ROW_PX: f64 = 34.0;
const COLUMN_PX: f64 = 84.0;
/// What the heads of the rows measure, in pixels.
const HEAD_PX: f64 = 176.0;
/// Rows and columns that are drawn before the browser has told how large the window is.
const FIRST: [usize; 2] = [20, 14];

/// What is drawn along one side: from, until, and of how many.
type Span = (usize, usize, usize);

/// The span of what is in sight from a first place on.
fn span(first: usize, n_seen: usize, n: usize) -> Span {
    let first = (first / STEP).saturating_sub(1) * STEP;
    let first = first.min(n.saturating_sub(1));
    (first, (first + n_seen + 3 * STEP).min(n), n)
}

/// A table in a window of its own size, with its first row and its first column always in sight. Each cell tells its place to a reader of the
/// screen; the window scrolls by keyboard too.
#[component]
pub(in crate::ui) fn LongGrid(
    /// What it shows.
    label: String,
    /// What its rows are.
    corner: String,
    /// How many rows and columns there are.
    #[prop(into)]
    size: Signal<[usize; 2]>,
    /// The head of a row.
    row: Callback<usize, AnyView>,
    /// The head of a column.
    column: Callback<usize, String>,
    /// The class of a cell by its row and column, and what it says.
    cell: Callback<[usize; 2], (&'static str, String)>,
) -> impl IntoView {
    let window = NodeRef::<Div>::new();
    // What is scrolled away above and to the left, how many rows and columns are in sight, and how high a row is.
    let (at, set_at) = signal(([0, 0], FIRST, ROW_PX));
    let look = move || {
        let Some(window) = window.get_untracked() else { return };
        let drawn = window.query_selector("tbody tr[aria-rowindex]").ok().flatten();
        let drawn = drawn.and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let height = drawn.map(|row| f64::from(row.offset_height())).filter(|height| *height > 1.0).unwrap_or(ROW_PX);
        let places = |px: i32, each: f64| (f64::from(px.max(0)) / each) as usize;
        let gone = [places(window.scroll_top(), height), places(window.scroll_left(), COLUMN_PX)];
        let seen = [places(window.client_height(), height) + 1, places(window.client_width(), COLUMN_PX) + 1];
        set_at.set((gone, seen, height));
    };
    let rows = Memo::new(move |_| at.with(|(gone, seen, _)| span(gone[0], seen[0], size.get()[0])));
    let columns = Memo::new(move |_| at.with(|(gone, seen, _)| span(gone[1], seen[1], size.get()[1])));
    let height = Memo::new(move |_| at.with(|at| at.2));
    let px = |n: f64| format!("{n}px");
    let wide = move |n: usize| px(n as f64 * COLUMN_PX);
    let before = move || columns.get().0;
    let after = move || columns.get().2 - columns.get().1;
    let gap = move |n: usize| (n > 0).then(|| view! { <td aria-hidden="true"></td> });
    let gap_row = move |n: usize| {
        let high = move || px(n as f64 * height.get());
        (n > 0).then(|| view! { <tr aria-hidden="true"><td class="gap-row" style:height=high></td></tr> })
    };
    let each = move || columns.get().0..columns.get().1;
    let col_gap = move |n: usize| (n > 0).then(|| view! { <col style:width=wide(n)/> });
    let line = move |at: usize| {
        let cells = move |to: usize| {
            let (class, text) = cell.run([at, to]);
            view! { <td class=class aria-colindex=to + 2>{text}</td> }
        };
        view! {
            <tr aria-rowindex=at + 2>
                <th scope="row" aria-colindex="1">{move || row.run(at)}</th>
                {move || gap(before())}
                <For each=each key=|to| *to let(to)>{move || cells(to)}</For>
                {move || gap(after())}
            </tr>
        }
    };
    view! {
        <div class="scroll grid-window" tabindex="0" role="region" aria-label=label node_ref=window on:scroll=move |_| look()>
            <table class="skill-grid" aria-rowcount=move || size.get()[0] + 1 aria-colcount=move || size.get()[1] + 1 style:width=move || px(HEAD_PX + size.get()[1] as f64 * COLUMN_PX)>
                <colgroup>
                    <col style:width=px(HEAD_PX)/>
                    {move || col_gap(before())}
                    <For each=each key=|to| *to let(_to)><col style:width=wide(1)/></For>
                    {move || col_gap(after())}
                </colgroup>
                <thead><tr aria-rowindex="1">
                    <th scope="col" aria-colindex="1">{corner}</th>
                    {move || gap(before())}
                    <For each=each key=|to| *to let(to)>
                        <th scope="col" aria-colindex=to + 2 title=move || column.run(to)><span>{move || column.run(to)}</span></th>
                    </For>
                    {move || gap(after())}
                </tr></thead>
                <tbody>
                    {move || gap_row(rows.get().0)}
                    <For each=move || rows.get().0..rows.get().1 key=|at| *at let(at)>{line(at)}</For>
                    {move || gap_row(rows.get().2 - rows.get().1)}
                </tbody>
            </table>
        </div>
    }
}
