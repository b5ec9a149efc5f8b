//! The few icons, as strokes in the colour of the text.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum IconName {
    Brand,
    Up,
    Move,
    Change,
    Hold,
    Undo,
    Redo,
    Lock,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Brand => "M3 20V11l9-7 9 7v9M8 20v-4h4v-4h4V9",
            Self::Up => "M12 20V5M6 11l6-6 6 6",
            Self::Move => "M5 19 19 5M9 5h10v10",
            Self::Change => "M3 18h5c5 0 3-12 8-12h5M18 3l3 3-3 3",
            Self::Hold => "M4 9h16M4 15h16",
            Self::Undo => "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
            Self::Redo => "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
            Self::Lock => "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
        }
    }
}

/// An icon beside a word that says the same, and so hidden from readers of the screen.
#[component]
pub(in crate::ui) fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.path()/>
        </svg>
    }
}
