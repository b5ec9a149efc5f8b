//! What takes its time for an organisation, reckoned in a worker beside the page: asked for, watched, let go, and looked at.

use super::Org;
use crate::catalog::pack;
use crate::domain::{Organisation, Person};
use crate::engine::workforce::message::{Budget, Mentored, PROTOCOL, Reply, Request};
use crate::engine::workforce::{Moves, ProgrammePlan, Sharing};
use crate::state::same::Same;
use crate::state::worker::{Heard, Helper};
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// How far a task is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Task<T> {
    /// Nobody has asked.
    #[default]
    Idle,
    /// The worker is at it; the share that is done, 0 where that is not known.
    Working(f32),
    /// It is done.
    Done(Same<Outcome<T>>),
    /// The worker broke off.
    Failed,
}

/// What came of a task, with the organisation that it is about: places are those of its people and positions.
#[derive(Clone, Debug)]
pub struct Outcome<T> {
    /// What was asked.
    pub asked: Request,
    /// The organisation.
    pub of: Same<Organisation>,
    /// What was found.
    pub found: T,
}

/// How far a task is, without what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Nobody has asked.
    Idle,
    /// The worker is at it.
    Working(f32),
    /// It is done, and about the organisation as it is.
    Done,
    /// It is done, and the organisation has changed since.
    Stale,
    /// The worker broke off.
    Failed,
}

/// A task with the worker that is at it.
#[derive(Debug)]
pub struct Errand<T: 'static> {
    /// How far it is.
    pub task: RwSignal<Task<T>>,
    /// What was asked last, so that it still stands there when one comes back.
    pub asked: RwSignal<Option<Request>>,
    helper: StoredValue<Option<Helper>, LocalStorage>,
}

impl<T> Clone for Errand<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Errand<T> {}

/// All of them.
#[derive(Clone, Copy, Debug)]
pub struct Tasks {
    /// Who takes which position.
    pub moves: Errand<Moves>,
    /// Who mentors whom.
    pub mentoring: Errand<Mentored>,
    /// Who holds which session.
    pub sharing: Errand<Vec<Sharing>>,
    /// Everybody's plan.
    pub programme: Errand<ProgrammePlan>,
}

impl Tasks {
    pub(super) fn new() -> Self {
        Self { moves: Errand::new(), mentoring: Errand::new(), sharing: Errand::new(), programme: Errand::new() }
    }

    fn stop(self) {
        self.moves.stop();
        self.mentoring.stop();
        self.sharing.stop();
        self.programme.stop();
    }
}

impl<T: Send + Sync> Errand<T> {
    fn new() -> Self {
        Self { task: RwSignal::new(Task::default()), asked: RwSignal::new(None), helper: StoredValue::new_local(None) }
    }

    /// Lets it go.
    pub fn stop(self) {
        self.helper.set_value(None);
        self.task.set(Task::Idle);
    }

    /// What came of it, once something has.
    #[must_use]
    pub fn outcome(self) -> Memo<Option<Same<Outcome<T>>>> {
        Memo::new(move |_| {
            self.task.with(|task| match task {
                Task::Done(outcome) => Some(Same(Arc::clone(outcome))),
                _ => None,
            })
        })
    }

    fn end(self, task: Task<T>) {
        self.helper.set_value(None);
        self.task.set(task);
    }
}

/// Whether an organisation has what it had when it was asked about. Programmes that are kept, days that are remembered and what is written
/// beside numbers are read by no task.
fn is_as_asked(was: &Organisation, now: &Organisation) -> bool {
    // People are shared between versions: one who has not changed is the same.
    let is_same = |(was, now)| Arc::ptr_eq(was, now);
    let rest = |of: &Organisation| Organisation {
        people: Vec::new(),
        programmes: Vec::new(),
        snapshots: Vec::new(),
        contributions: Default::default(),
        provenances: Default::default(),
        ..of.clone()
    };
    std::ptr::eq(was, now)
        || was.people.len() == now.people.len()
            && was.people.iter().zip(&now.people).all(is_same)
            && rest(was) == rest(now)
}

/// Whether nobody is as they were: then another organisation has taken the place of one.
fn is_another(was: &Organisation, now: &Organisation) -> bool {
    !was.people.iter().any(|person| is_as_was(person, now))
}

fn is_as_was(was: &Person, now: &Organisation) -> bool {
    now.person(&was.id) == Some(was)
}

impl Org {
    /// Lets all tasks go once another organisation takes the place of the one that they are about, however it comes there: its people may have
    /// the ids of others.
    pub(super) fn watch_tasks(self) {
        Effect::new(move |was: Option<Option<Same<Organisation>>>| {
            let now = self.now.get();
            let is_gone = |was: Same<Organisation>| now.as_ref().is_none_or(|now| is_another(&was, now));
            if was.flatten().is_some_and(is_gone) {
                self.tasks.stop();
            }
            now
        });
    }

    /// Whether those whom something was found about are as they were then, so that it can be done. Others may have changed.
    #[must_use]
    pub fn still_holds<T>(self, outcome: &Outcome<T>, people: &[usize]) -> bool {
        let is_still =
            |now: &Organisation, at: &usize| outcome.of.people.get(*at).is_some_and(|was| is_as_was(was, now));
        self.now.with(|now| now.as_ref().is_some_and(|now| people.iter().all(|at| is_still(now, at))))
    }

    /// How far a task is.
    #[must_use]
    pub fn stage<T: Send + Sync>(self, errand: Errand<T>) -> Memo<Stage> {
        Memo::new(move |_| {
            errand.task.with(|task| match task {
                Task::Idle => Stage::Idle,
                Task::Working(share) => Stage::Working(*share),
                Task::Failed => Stage::Failed,
                Task::Done(done) if self.now.with(|now| now.as_ref().is_some_and(|now| is_as_asked(&done.of, now))) => {
                    Stage::Done
                }
                Task::Done(_) => Stage::Stale,
            })
        })
    }

    /// Asks who takes which position, with the seats of now or of the horizon.
    pub fn find_moves(self, then: bool) {
        self.send(self.tasks.moves, Request::Moves { then }, |reply| match reply {
            Reply::Moves(moves) => Some(moves),
            _ => None,
        });
    }

    /// Asks who mentors whom.
    pub fn find_mentors(self) {
        self.send(self.tasks.mentoring, Request::Mentoring { today: self.today() }, |reply| match reply {
            Reply::Mentoring(mentored) => Some(mentored),
            _ => None,
        });
    }

    /// Asks who holds which session, where each teacher has so many hours for it.
    pub fn find_sessions(self, hours_each: f64) {
        self.send(self.tasks.sharing, Request::Sharing { hours_each }, |reply| match reply {
            Reply::Sharing(sessions) => Some(sessions),
            _ => None,
        });
    }

    /// Asks for everybody's plan under one budget.
    pub fn plan_programme(self, budget: Budget) {
        self.send(self.tasks.programme, Request::Programme(budget), |reply| match reply {
            Reply::Programme(plan) => Some(plan),
            _ => None,
        });
    }

    fn send<T: Send + Sync>(self, errand: Errand<T>, asked: Request, take: fn(Reply) -> Option<T>) {
        let Some((of, catalog)) = self.now.get_untracked().zip(self.catalog.get_untracked()) else { return };
        let Ok(packed) = pack(&catalog) else { return errand.end(Task::Failed) };
        let text = self.app.workspace.with_untracked(|workspace| JsValue::from_str(&workspace.organisation));
        let beside = [text, Uint8Array::from(packed.as_slice()).into()];
        let hear = move |heard: Heard<Reply>| match heard.0 {
            Some(Reply::Ready { protocol: PROTOCOL }) => {
                let ask = |helper: &Helper| {
                    let is_sent = helper.ask(&asked, &beside);
                    // An assignment of thousands says nothing until it is there; whoever does not want to wait lets it go.
                    helper.wait();
                    is_sent
                };
                if !errand.helper.with_value(|helper| helper.as_ref().is_some_and(ask)) {
                    errand.end(Task::Failed);
                }
            }
            Some(Reply::Progress(share)) => {
                errand.helper.with_value(|helper| helper.iter().for_each(Helper::wait));
                errand.task.set(Task::Working(share));
            }
            Some(reply) => errand.end(match take(reply) {
                Some(found) => Task::Done(Same(Arc::new(Outcome { asked, of: Same(Arc::clone(&of)), found }))),
                None => Task::Failed,
            }),
            None => errand.end(Task::Failed),
        };
        errand.asked.set(Some(asked));
        errand.task.set(Task::Working(0.0));
        match Helper::start("workforce", hear) {
            Ok(helper) => errand.helper.set_value(Some(helper)),
            Err(_) => errand.end(Task::Failed),
        }
    }
}
