//! What a passport shows: made of a person's document, their record, their choices and the names of skills.

use crate::catalog::Catalog;
use crate::domain::{
    Answer, EvidenceKind, Identity, Language, Level, Note, PassportChoices, Record, SkillId, Workspace, map_of, sorted,
};
use chrono::NaiveDate;

/// What a person shows of themselves, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passport {
    /// How it names the person.
    pub identity: Identity,
    /// A line about them, in their words; empty for none.
    pub headline: Box<str>,
    /// The skills, by name.
    pub skills: Vec<ShownSkill>,
}

/// A skill that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSkill {
    /// The skill.
    pub id: SkillId,
    /// Its name in the person's language; its id where no catalogue has it.
    pub name: Box<str>,
    /// The level that they state, and the day on which they did; none where it is not shown, or not stated.
    pub level: Option<(Level, NaiveDate)>,
    /// What shows the skill, in the order of [`ShownEvidence`].
    pub evidence: Vec<ShownEvidence>,
    /// The levels before that, oldest first.
    pub history: Vec<(NaiveDate, Level)>,
}

/// Evidence that is shown. In order of time, so that it stands in the same order in every form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownEvidence {
    /// When it was done or given.
    pub dated: NaiveDate,
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is, or where to find it.
    pub what: Box<str>,
    /// The last day on which it holds; none holds for good.
    pub expires: Option<NaiveDate>,
    /// The level that it shows; none where it shows no level.
    pub level: Option<Level>,
}

impl Passport {
    /// What a person has chosen to show. By itself that is every skill that they state a level of, with the level alone. Skills that the
    /// person calls not applicable are never shown, and nor is evidence that was withdrawn.
    ///
    /// ```
    /// use skillstead::domain::{Language, PassportChoices, Record, Workspace};
    /// use skillstead::exchange::passport::Passport;
    /// let nothing = Passport::of(&Workspace::default(), &Record::default(), &PassportChoices::default(), &[], Language::En);
    /// assert_eq!(nothing, Passport::default());
    /// ```
    #[must_use]
    pub fn of(
        workspace: &Workspace,
        record: &Record,
        choices: &PassportChoices,
        catalogs: &[&Catalog],
        language: Language,
    ) -> Self {
        let stated = workspace.ratings.keys().map(|skill| (skill.clone(), choices.of(skill)));
        let mut candidates = map_of(stated);
        candidates.extend(choices.skills.iter().map(|(skill, choice)| (skill.clone(), choice.clone())));
        let mut skills = Vec::new();
        for (id, choice) in candidates.into_iter().filter(|(_, choice)| choice.shown) {
            let answers = workspace.ratings.get(&id).map_or(&[][..], Vec::as_slice);
            let Some(mut levels) = levels(answers) else { continue };
            let level = if choice.level { levels.pop() } else { None };
            let history = if choice.history && level.is_some() { levels } else { Vec::new() };
            let shows = |(at, note): (usize, &Note)| match note {
                Note::Shown(found) if found.skill == id && choice.evidence.contains(&at) => Some(ShownEvidence {
                    dated: found.dated,
                    kind: found.kind,
                    what: found.what.clone(),
                    expires: found.expires,
                    level: found.level,
                }),
                _ => None,
            };
            let evidence = record.holding().filter_map(|(at, entry)| shows((at, &entry.note)));
            let evidence = sorted(evidence, Ord::cmp);
            let (name, level) = (name_of(&id, catalogs, language), level.map(|(on, level)| (level, on)));
            skills.push(ShownSkill { id, name, level, evidence, history });
        }
        let skills = sorted(skills, |a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Self { identity: choices.identity.clone(), headline: choices.headline.clone(), skills }
    }
}

/// The levels that were stated, oldest first; none where the newest answer is that the skill has no place in the person's work.
fn levels(answers: &[crate::domain::Rating]) -> Option<Vec<(NaiveDate, Level)>> {
    if answers.last().is_some_and(|rating| rating.answer == Answer::NotApplicable) {
        return None;
    }
    let level = |answer| if let Answer::At(level) = answer { Some(level) } else { None };
    Some(answers.iter().filter_map(|rating| Some((rating.on, level(rating.answer)?))).collect())
}

fn name_of(id: &SkillId, catalogs: &[&Catalog], language: Language) -> Box<str> {
    let named = catalogs.iter().find_map(|catalog| catalog.skill(catalog.find_skill(id)?));
    named.map_or(id.as_str(), |skill| skill.name.get(language)).into()
}
