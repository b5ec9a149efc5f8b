//! What a person has made of the starter catalogue: laid over it, and changed.

use super::{App, same::Same};
use crate::catalog::{Catalog, over};
use crate::domain::{Command, Own};
use crate::engine::prepare;
use crate::store::{read_own, write_own};
use leptos::prelude::*;
use std::sync::Arc;

/// The most letters of it in its stored form: local storage holds two of it beside everything else.
const MOST_LETTERS: usize = 1_500_000;

/// Why a change cannot be made; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmendError {
    /// There is more than this device can keep.
    TooMuch,
    /// What is there already cannot be read, and is not written over.
    Unreadable,
}

impl App {
    /// The starter follows what the person makes of it, from now on.
    pub fn watch_own(self) {
        let own = Memo::new(move |_| Arc::clone(&self.workspace.read().own));
        let base = Memo::new(move |_| self.library.with(|library| library.base.clone().map(Same)));
        Effect::new(move |_| {
            let Some(Same(base)) = base.get() else { return };
            let amended = match read_own(&own.read()) {
                Ok(own) if !own.is_empty() => Arc::new(amended(&base, &own)),
                // What cannot be read stays in the document; the starter is shown as it was shipped.
                _ => base,
            };
            self.library.update(|library| library.place_amended(amended));
        });
    }

    /// Whether the person has made something of the starter.
    #[must_use]
    pub fn has_own(self) -> bool {
        self.workspace.with(|workspace| !workspace.own.is_empty())
    }

    /// Adds to the catalogue, or changes what is in it, as one change that can be undone.
    ///
    /// # Errors
    /// More than can be kept, or something there that cannot be read.
    pub fn amend(self, changes: Own) -> Result<(), AmendError> {
        let before = self.workspace.with_untracked(|workspace| read_own(&workspace.own));
        let mut own = before.map_err(|_| AmendError::Unreadable)?;
        own.take_in(changes);
        let text = write_own(&own);
        if text.len() > MOST_LETTERS {
            return Err(AmendError::TooMuch);
        }
        self.apply(Command::SetOwn(text));
        Ok(())
    }

    /// The catalogue as it was shipped again.
    pub fn forget_own(self) {
        self.apply(Command::SetOwn(Arc::default()));
    }
}

fn amended(base: &Catalog, own: &Own) -> Catalog {
    let mut catalog = over(base, own);
    prepare(&mut catalog);
    catalog
}
