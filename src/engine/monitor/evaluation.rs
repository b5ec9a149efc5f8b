//! Whether a finished activity was worth it, on Kirkpatrick's four levels: liked, learnt, used, brought (engine.md 9).

use super::effort::level_before;
use crate::domain::{ActivityId, Completion, Evaluation, Level, Note, Record, Workspace};

/// A finished activity and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    /// The activity.
    pub id: ActivityId,
    /// What was done.
    pub done: Completion,
    /// Where the person had come to before it.
    pub before: Level,
    /// What they say of it; none where they have said nothing.
    pub evaluation: Option<Evaluation>,
    /// What others could learn from it, with its place in the record.
    pub lesson: Option<(usize, Box<str>)>,
}

impl Finished {
    /// What it brought for each euro that it cost, less that euro: `(benefit - cost) / cost`, by the person's own figures. None without a cost, or
    /// without a benefit said.
    ///
    /// ```
    /// use skillstead::domain::{Evaluation, Usage};
    /// use skillstead::engine::return_on;
    /// let costs = |cost| Evaluation { activity: "bake".into(), liked: 4, used: Usage::Often, cost, benefit: Some(500) };
    /// assert_eq!(return_on(&costs(200)), Some(1.5));
    /// assert_eq!(return_on(&costs(0)), None);
    /// ```
    #[must_use]
    pub fn pays(&self) -> Option<f64> {
        return_on(self.evaluation.as_ref()?)
    }
}

/// See [`Finished::pays`].
#[must_use]
pub fn return_on(evaluation: &Evaluation) -> Option<f64> {
    let (cost, benefit) = (f64::from(evaluation.cost), f64::from(evaluation.benefit?));
    (cost > 0.0).then(|| (benefit - cost) / cost)
}

/// Every finished activity, the latest first, with the newest word on it and the newest lesson from it.
#[must_use]
pub fn finished(workspace: &Workspace, record: &Record) -> Vec<Finished> {
    let of = |(id, done): (&ActivityId, &Completion)| {
        let mut found = Finished {
            id: id.clone(),
            done: done.clone(),
            before: level_before(workspace, &done.skill, done.on),
            evaluation: None,
            lesson: None,
        };
        for (at, entry) in record.holding() {
            match &entry.note {
                Note::Evaluated(evaluation) if evaluation.activity == *id => {
                    found.evaluation = Some(evaluation.clone())
                }
                Note::Learnt(activity, words) if activity == id => found.lesson = Some((at, words.clone())),
                _ => {}
            }
        }
        found
    };
    crate::domain::sorted(workspace.completions.iter().map(of), |a, b| b.done.on.cmp(&a.done.on))
}
