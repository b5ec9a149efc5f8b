//! What is asked of the worker that reads files of people, and what follows from its answers.

use super::{PeopleFailure, PeopleFiles, PeopleIn};
use crate::exchange::people::message::{Ask, Said};
use crate::exchange::people::{How, Proposal, Refused, choices};
use crate::exchange::sheets::message::{Failure, PROTOCOL, Reply, Request};
use crate::state::browser;
use crate::state::worker::{Heard, Helper};
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

impl PeopleIn {
    pub(super) fn ask(self, ask: &Ask) {
        // The worker has the catalogue.
        let beside = [JsValue::NULL, self.organisation()];
        let request = Request::People(ask.clone());
        let asked =
            self.helper.with_value(|helper| helper.as_ref().is_some_and(|helper| helper.ask(&request, &beside)));
        self.stage.set(if asked { PeopleFiles::Busy } else { PeopleFiles::Failed(PeopleFailure::Worker) });
    }

    pub(super) fn start(self, ask: Ask, beside: Vec<JsValue>) {
        self.stage.set(PeopleFiles::Busy);
        let request = Request::People(ask);
        match Helper::start("sheets", move |heard| self.hear(&request, &beside, heard)) {
            Ok(helper) => self.helper.set_value(Some(helper)),
            Err(_) => self.stage.set(PeopleFiles::Failed(PeopleFailure::Worker)),
        }
    }

    fn hear(self, request: &Request, beside: &[JsValue], heard: Heard<Reply>) {
        let next = match heard {
            (Some(Reply::Ready { protocol }), _) if protocol == PROTOCOL => {
                let ask = |helper: &Helper| helper.ask(request, beside);
                if self.helper.with_value(|helper| helper.as_ref().is_some_and(ask)) {
                    return;
                }
                PeopleFiles::Failed(PeopleFailure::Worker)
            }
            (Some(Reply::Ready { .. }), _) => PeopleFiles::Failed(PeopleFailure::File(Failure::Protocol)),
            (Some(Reply::People(said)), beside) => match self.said(said, beside) {
                Some(next) => next,
                None => return,
            },
            (Some(Reply::Failed(failure)), _) => PeopleFiles::Failed(PeopleFailure::File(failure)),
            _ => PeopleFiles::Failed(PeopleFailure::Worker),
        };
        if matches!(next, PeopleFiles::Opened(..) | PeopleFiles::Named(_) | PeopleFiles::Checked(_)) {
            self.helper.with_value(|helper| helper.iter().for_each(Helper::wait));
        } else {
            self.helper.set_value(None);
        }
        self.stage.set(next);
    }

    /// What follows from an answer; none where something else was asked at once.
    fn said(self, said: Said, beside: Option<Uint8Array>) -> Option<PeopleFiles> {
        Some(match (said, beside) {
            (Said::Tables(looks), _) => {
                self.matches.set(looks.iter().map(|look| look.guess.clone()).collect());
                self.looks.set_value(Arc::new(looks));
                PeopleFiles::Opened(self.looks.get_value(), Arc::default())
            }
            (Said::Names(proposals), _) => {
                self.choices.set(choices(&proposals));
                let is_open = |proposal: &Proposal| proposal.found.as_ref().is_none_or(|(_, how)| *how == How::Nearly);
                let open: Vec<Proposal> = proposals.into_iter().filter(is_open).collect();
                if open.is_empty() {
                    self.check();
                    return None;
                }
                PeopleFiles::Named(Arc::new(open))
            }
            (Said::Taken(brought), Some(text)) => match String::from_utf8(text.to_vec()) {
                Ok(text) => {
                    self.next.set_value(text.into());
                    PeopleFiles::Checked(Arc::new(brought))
                }
                Err(_) => PeopleFiles::Failed(PeopleFailure::Worker),
            },
            (Said::Refused(Refused::Rows(faults)), _) => PeopleFiles::Opened(self.looks.get_value(), Arc::new(faults)),
            (Said::Refused(why), _) => PeopleFiles::Failed(PeopleFailure::Refused(why)),
            (Said::Given, Some(bytes)) => {
                let name = format!("skillstead-people-{}.zip", self.org.today());
                browser::download_bytes(&name, &bytes, "application/zip");
                PeopleFiles::Idle
            }
            (Said::Taken(_) | Said::Given, None) => PeopleFiles::Failed(PeopleFailure::Worker),
        })
    }
}
