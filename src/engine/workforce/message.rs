//! What an organisation's pages and the worker beside them say to each other.
//!
//! The worker greets with [`Reply::Ready`]; the page answers with a [`Request`], beside it the organisation as text and the packed
//! catalogue. The worker sends any number of [`Reply::Progress`] and one last message. To cancel, the page ends the worker.

use super::{
    MentorAsk, Mentoring, MoveAsk, Moves, OrgPolicy, Pairing, Prices, ProgrammeAsk, ProgrammePlan, Sharing, SharingAsk,
    Unserved, moves, programme, sharing, unserved,
};
use crate::catalog::Catalog;
use crate::domain::Organisation;
use crate::engine::Policy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// Changes with the messages: page and worker are two files, and a browser may have kept an old one.
pub const PROTOCOL: u16 = 2;

/// What the page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Who takes which position.
    Moves {
        /// Whether the seats are those of the horizon.
        then: bool,
    },
    /// Who mentors whom.
    Mentoring {
        /// The day on which contracts run or not.
        today: NaiveDate,
    },
    /// Who holds which session.
    Sharing {
        /// Hours that each teacher has for it.
        hours_each: f64,
    },
    /// Everybody's plan under one budget.
    Programme(Budget),
}

/// What a programme may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Weeks that it runs.
    pub weeks: u16,
    /// Fees in euros; none is no limit.
    pub money: Option<u32>,
    /// Hours of all people together; none is no limit.
    pub hours: Option<u32>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// "I listen." A message that is sent before this one may be lost.
    Ready {
        /// The worker's [`PROTOCOL`].
        protocol: u16,
    },
    /// The share that is done, from 0 to 1.
    Progress(f32),
    /// Who takes which position.
    Moves(Moves),
    /// Who mentors whom.
    Mentoring(Mentored),
    /// Who holds which session.
    Sharing(Vec<Sharing>),
    /// Everybody's plan.
    Programme(ProgrammePlan),
}

/// Who mentors whom, and who has no mentor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mentored {
    /// The pairs, by mentee.
    pub pairs: Vec<Pairing>,
    /// The places of all others, with the reason.
    pub unserved: Vec<(usize, Unserved)>,
}

impl Request {
    /// Does what is asked, and tells from time to time how much is done, as far as that is known.
    ///
    /// ```
    /// use skillstead::{catalog::CatalogBuilder, domain::Organisation};
    /// use skillstead::engine::workforce::{Moves, message::{Reply, Request}};
    /// let (organisation, catalog) = (Organisation::default(), CatalogBuilder::default().build());
    /// let reply = Request::Moves { then: false }.answer(&organisation, &catalog, |_| ());
    /// assert_eq!(reply, Reply::Moves(Moves::default()));
    /// ```
    #[must_use]
    pub fn answer(self, organisation: &Organisation, catalog: &Catalog, mut progress: impl FnMut(f64)) -> Reply {
        let (policy, prices) = (&Policy::with(&organisation.policy), &Prices::with(&organisation.policy));
        let own = &OrgPolicy::with(&organisation.policy);
        match self {
            Self::Moves { then } => {
                let ask = MoveAsk { organisation, catalog, then, scenario: None, policy, own, prices };
                Reply::Moves(moves(&ask))
            }
            Self::Mentoring { today } => {
                let mentoring = Mentoring::of(MentorAsk { organisation, catalog, policy, own, today });
                let pairs = mentoring.best();
                let unserved = unserved(&mentoring, organisation.people.len(), &pairs);
                Reply::Mentoring(Mentored { pairs, unserved })
            }
            Self::Sharing { hours_each } => {
                Reply::Sharing(sharing(&SharingAsk { organisation, catalog, hours_each, policy, own }))
            }
            Self::Programme(Budget { weeks, money, hours }) => {
                let ask = ProgrammeAsk { organisation, catalog, weeks, money, hours, policy, own, prices };
                let plan = programme(&ask, |share| {
                    progress(share);
                    ControlFlow::Continue(())
                });
                Reply::Programme(plan.unwrap_or_default())
            }
        }
    }
}
