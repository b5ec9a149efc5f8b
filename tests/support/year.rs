//! A year of somebody who learns: check-ins each week, answers each quarter, three raters, two certificates that expire, one plan anew.

use chrono::{Days, NaiveDate};
use skillstead::domain::{
    Answer, Command, Completion, Entry, Evidence, EvidenceKind, Forecast, Level, Milestone, Note, Rater, Record, Said,
    Week, Workspace,
};

pub const N_SKILLS: usize = 60;

fn level(tenths: u8) -> Level {
    Level::try_from(tenths).expect("a level")
}

/// The year from this Monday on, over these skills and activities; the same for the same seed.
pub fn year(first: NaiveDate, skills: &[String], activities: &[String], seed: u64) -> (Workspace, Record) {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut record = Record::default();
    let mut workspace = Workspace::default();
    let day = |week: u64| first.checked_add_days(Days::new(week * 7)).expect("a day");
    let skill = |nth: usize| skills[nth % skills.len()].as_str();
    for week in 0..52 {
        let (monday, on) = (day(week), day(week).checked_add_days(Days::new(6)).expect("a day"));
        let mut note = |note| record.entries.push(Entry { on, note });
        if week == 0 || week == 26 {
            let weeks =
                (week..week + 40).map(|nth| Milestone { monday: day(nth), hours: 5, percent: 50 + (nth as u8) / 2 });
            note(Note::Followed(weeks.collect()));
        }
        let hours = [(activities[week as usize % activities.len()].as_str().into(), chance.u16(1..8))].into();
        note(Note::Week(Week { monday, hours, energy: chance.u8(1..=5), done: "Went on.".into(), blocker: "".into() }));
        if week % 13 == 0 {
            for nth in 0..N_SKILLS {
                let own = chance.u8(10..40);
                for (by, who) in [(Rater::Peer, "Ana"), (Rater::Manager, "Luis")] {
                    let said = Said {
                        skill: skill(nth).into(),
                        by,
                        who: who.into(),
                        level: level(own / 10 * 10),
                        words: "".into(),
                    };
                    note(Note::Said(said));
                }
                let command = Command::Rate { skill: skill(nth).into(), answer: Some(Answer::At(level(own))), on };
                workspace = workspace.apply(command).expect("applied").unwrap_or(workspace);
            }
            let forecast =
                Forecast { skill: skill(week as usize).into(), level: level(30), by: day(week + 10), percent: 70 };
            note(Note::Foretold(forecast));
        }
        if week == 10 || week == 20 {
            let expires = Some(day(week + 30));
            let (kind, what) = (EvidenceKind::Certificate, format!("certificate {week}").into());
            note(Note::Shown(Evidence {
                skill: skill(week as usize).into(),
                kind,
                what,
                dated: on,
                expires,
                level: Some(level(30)),
            }));
        }
        if week % 6 == 5 {
            let id = &activities[week as usize % activities.len()];
            let done =
                Completion { skill: skill(week as usize).into(), to: level(40), hours: 20, on, evidence: "".into() };
            workspace =
                workspace.apply(Command::Complete(id.as_str().into(), done)).expect("applied").unwrap_or(workspace);
        }
    }
    (workspace, record)
}
