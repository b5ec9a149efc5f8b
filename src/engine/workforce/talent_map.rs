//! People by skills: who holds what, and how much of what is needed that covers (engine.md 8).

use super::{SkillNeed, risk};
use crate::domain::{Column, Level, Organisation, Person, SkillId};

/// Tenths of a level from 0 to 5.
const TENTHS: usize = 51;

/// How many people hold each skill at each level. One pass over the ratings; it takes 204 bytes for each skill, however many people there
/// are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalentMap {
    /// People that it counts, rated or not.
    pub people: u32,
    /// How many stand on each tenth of a level, column by column.
    counts: Vec<u32>,
}

/// How much of what is needed of a skill is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The skill.
    pub skill: SkillId,
    /// The level.
    pub level: Level,
    /// People who are needed at it: `N`.
    pub needed: u32,
    /// People who hold it at that level or above: `Q`.
    pub held: u32,
    /// `min(1, Q / N)`.
    pub coverage: f64,
    /// The contributor absence factor, `max(0, Q - N + 1)`: so many have to be away before some are missing; 0 is now.
    pub absence_factor: u32,
    /// How likely it is that on some day too few are there.
    pub risk: f64,
}

impl TalentMap {
    /// The map of those people of an organisation for whom `is_in` says so. Ratings of columns that are not there are passed over.
    /// As many people as two bytes can count are counted in two bytes each, which the fastest memory of a processor still holds.
    ///
    /// ```
    /// use skillstead::domain::{Column, Level, OrgCommand, Organisation, Person, Rater};
    /// use skillstead::engine::workforce::TalentMap;
    /// let arrive = OrgCommand::PutPerson(Box::new(Person::new("ana".into())));
    /// let bakery = Organisation::default().apply(arrive)?.unwrap();
    /// let on = "2026-11-29".parse().unwrap();
    /// let rate = OrgCommand::Rate { person: "ana".into(), skill: "oven".into(), level: Some(Level::LEADS), by: Rater::Own, on };
    /// let map = TalentMap::of(&bakery.apply(rate)?.unwrap(), |_| true);
    /// assert_eq!((map.people, map.at_least(Column(0), Level::AWARE), map.at_least(Column(0), Level::TOP)), (1, 1, 0));
    /// # Ok::<(), skillstead::domain::OrgError>(())
    /// ```
    #[must_use]
    pub fn of(organisation: &Organisation, is_in: impl Fn(&Person) -> bool) -> Self {
        let n = TENTHS * organisation.skills.len();
        let mut map = Self { people: 0, counts: vec![0; n] };
        for people in organisation.people.chunks(usize::from(u16::MAX)) {
            let mut counts = vec![0_u16; n];
            for person in people.iter().filter(|person| is_in(person)) {
                map.people += 1;
                for held in &person.ratings {
                    let tenth = usize::from(u8::from(held.level));
                    if let Some(count) = counts.get_mut(held.column.at() * TENTHS + tenth) {
                        *count += 1;
                    }
                }
            }
            map.counts.iter_mut().zip(counts).for_each(|(all, some)| *all += u32::from(some));
        }
        map
    }

    /// People who hold a skill at a level or above: `Q`.
    #[must_use]
    pub fn at_least(&self, column: Column, level: Level) -> u32 {
        let from = usize::from(u8::from(level));
        self.tenths(column).iter().skip(from).sum()
    }

    /// People on each whole rung of a skill, 0 first; the others are unrated.
    #[must_use]
    pub fn rungs(&self, column: Column) -> [u32; 6] {
        let mut rungs = [0; 6];
        self.tenths(column).iter().enumerate().for_each(|(tenth, n)| rungs[tenth / 10] += n);
        rungs
    }

    /// How many stand on each tenth of a level of a skill; none where there is no such column.
    fn tenths(&self, column: Column) -> &[u32] {
        let at = column.at() * TENTHS;
        self.counts.get(at..at + TENTHS).unwrap_or_default()
    }

    /// What these people cover of what is needed, in the order of the needs. `absence` is how likely each of them is to be away.
    #[must_use]
    pub fn coverage(&self, organisation: &Organisation, needs: &[SkillNeed], absence: f64) -> Vec<Coverage> {
        let columns = organisation.columns();
        let row = |need: &SkillNeed| {
            let held = columns.get(&need.skill).map_or(0, |column| self.at_least(*column, need.level));
            cover(need, held, absence)
        };
        needs.iter().map(row).collect()
    }
}

fn cover(need: &SkillNeed, held: u32, absence: f64) -> Coverage {
    let needed = need.people();
    let share = f64::from(held) / f64::from(needed.max(1));
    Coverage {
        skill: need.skill.clone(),
        level: need.level,
        needed,
        held,
        coverage: if needed == 0 { 1.0 } else { share.min(1.0) },
        absence_factor: (held + 1).saturating_sub(needed),
        risk: risk(held, needed, absence),
    }
}
