//! Everything that a person can do, one function for each intention. Nothing else changes the document.

use super::{Analysis, App, Settings};
use crate::domain::{
    ActivityId, Answer, Command, Completion, GateId, Horizon, HorizonError, Overrule, RoleId, SkillId, Verdict,
    Workspace,
};
use crate::engine::PlanItem;
use crate::store::Space;
use leptos::prelude::*;

/// The most letters of a reason, or of what shows an activity.
const REASON_LETTERS: usize = 500;

impl App {
    /// Says what one does and what one wants; no target is to grow in the present role.
    pub fn choose_way(self, current: RoleId, target: Option<RoleId>) {
        self.apply(Command::ChooseWay { current, target });
    }

    /// Says where one is in a skill; no answer takes the answers back.
    pub fn rate(self, skill: SkillId, answer: Option<Answer>) {
        self.apply(Command::Rate { skill, answer, on: self.today });
    }

    /// Says whether one holds what a role demands; no word takes it back.
    pub fn answer_gate(self, gate: GateId, holds: Option<bool>) {
        self.apply(Command::AnswerGate(gate, holds));
    }

    /// Says what one calls the way to a role, and why; no verdict takes it back.
    pub fn overrule(self, role: RoleId, verdict: Option<Verdict>, reason: &str) {
        let reason = reason.trim().chars().take(REASON_LETTERS).collect::<String>();
        self.apply(Command::Overrule(role, Overrule { verdict, reason: reason.into(), on: self.today }));
    }

    /// Says how much room a plan has.
    ///
    /// # Errors
    /// A horizon that cannot be; nothing changes then.
    pub fn set_horizon(self, horizon: Horizon) -> Result<(), HorizonError> {
        self.try_apply(Command::SetHorizon(horizon), &|_| {})
    }

    /// Marks an activity of the plan as done, with the hours that it took and what shows it.
    pub fn complete(self, analysis: &Analysis, item: &PlanItem, hours: u16, evidence: &str) {
        let Some(skill) = analysis.catalog.skill(item.step.skill) else { return };
        let evidence = evidence.trim().chars().take(REASON_LETTERS).collect::<String>().into();
        let done = Completion { skill: skill.id.clone(), to: item.step.to, hours, on: self.today, evidence };
        self.apply(Command::Complete(item.step.activity.clone(), done));
    }

    /// Marks it as not done after all.
    pub fn reopen(self, activity: ActivityId) {
        self.apply(Command::Reopen(activity));
    }

    /// Takes a document in the place of this one. It can be undone.
    pub fn replace(self, workspace: Workspace) {
        self.apply(Command::Replace(Box::new(workspace)));
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.travel(super::history::History::undo);
    }

    /// Makes the change that was taken back again.
    pub fn redo(self) {
        self.travel(super::history::History::redo);
    }

    /// Forgets everything on this device: the document, what was set aside, loaded catalogues; and says so once it is gone.
    pub fn wipe(self, gone: impl FnOnce() + 'static) {
        if self.refuses() {
            return;
        }
        self.undo.set(Default::default());
        self.aside.set(Vec::new());
        // Catalogues that a person has loaded are not the organisation's.
        if self.vault.with_value(|vault| vault.space == Space::Personal) {
            self.forget_shelf();
        }
        self.forget_kept(gone);
    }

    /// Sets language or theme.
    pub fn set_settings(self, settings: Settings) {
        self.settings.set(settings);
        self.keep_settings();
    }

    pub(super) fn apply(self, command: Command) {
        // Only a horizon can be refused, and it has a door of its own.
        self.try_apply(command, &|_| {}).ok();
    }

    /// Changes the document by a command, and by what goes with it.
    pub(super) fn try_apply(self, command: Command, with: &dyn Fn(&mut Workspace)) -> Result<(), HorizonError> {
        if self.refuses() {
            return Ok(());
        }
        let replaces = matches!(command, Command::Replace(_) | Command::SetOwn(_));
        let changed = self.workspace.with_untracked(|workspace| workspace.apply(command))?;
        if let Some(mut after) = changed {
            with(&mut after);
            if !replaces {
                let noting = self.reckoning.with_untracked(|reckoning| reckoning.noting);
                self.workspace.with_untracked(|before| noting(before, &mut after, self.today));
            }
            self.settle(after, replaces);
        }
        Ok(())
    }

    /// Goes on with a document that commands have made of this one, as one change that can be undone; whether that may be now.
    pub(super) fn adopt(self, after: Workspace) -> bool {
        let may = !self.refuses();
        if may && self.workspace.with_untracked(|now| *now != after) {
            self.settle(after, false);
        }
        may
    }

    fn settle(self, after: Workspace, replaces: bool) {
        let n_shown = after.passport.len();
        let before = self.workspace.try_update(|now| std::mem::replace(now, after));
        if let Some(before) = before {
            // A passport that shows less again is no loss.
            let replaces = replaces || n_shown * 2 < before.passport.len();
            self.vault.update_value(|vault| vault.replaces |= replaces);
            self.undo.update(|history| history.remember(before));
        }
        self.save_soon();
    }

    fn travel(self, step: fn(&mut super::history::History, Workspace) -> Option<Workspace>) {
        if self.refuses() {
            return;
        }
        let now = self.workspace.get_untracked();
        if let Some(other) = self.undo.try_update(|history| step(history, now)).flatten() {
            self.vault.update_value(|vault| vault.travels = true);
            self.workspace.set(other);
            self.save_soon();
        }
    }
}
