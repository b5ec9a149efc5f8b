//! What an organisation's page and the worker of sheets say to each other about people.
//!
//! A packed catalogue, an organisation as `store::write_org` writes it, and files stand beside the questions, in this order. The tables of
//! the files that were opened last stay in the worker, and the catalogue with them.

use super::{Choices, Matched, Proposal, Refused, TableKind, Terms};
use crate::domain::PositionId;
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// "Open the files beside this message", and keep their tables.
    Open,
    /// "Which names of skills are in the tables?" None leaves a table out.
    Names(Vec<Option<Matched>>),
    /// "Make the next organisation of the tables."
    Take {
        /// What each table is; none to leave it out.
        matches: Vec<Option<Matched>>,
        /// What each name of a skill is taken for.
        choices: Choices,
        /// What is to be known beside the cells.
        terms: Terms,
    },
    /// "Write the organisation beside this message into tables."
    Give,
}

/// A table as far as a person has to see it in order to match it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableLook {
    /// Its name.
    pub name: Box<str>,
    /// Its header and its first rows.
    pub first: Vec<Vec<Box<str>>>,
    /// Rows without the header.
    pub n_rows: usize,
    /// What it is likely to be.
    pub guess: Option<Matched>,
}

/// What can be taken in; the next organisation stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// How many rows of each kind bring something new, and how many tell of what was there.
    pub counts: Vec<(TableKind, usize, usize)>,
    /// Levels that lost precision.
    pub rounded: usize,
    /// Ratings that were left as they are, because the one that is there is newer.
    pub left: usize,
    /// Titles of columns that tell an age, and were left out.
    pub ages: Vec<Box<str>>,
    /// Positions that were made because people hold them.
    pub made: Vec<PositionId>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// "These are the tables."
    Tables(Vec<TableLook>),
    /// "These names of skills are in them."
    Names(Vec<Proposal>),
    /// "This can be taken in."
    Taken(Brought),
    /// "Nothing is taken, and this is why."
    Refused(Refused),
    /// "The file is beside this message."
    Given,
}
