//! A small made-up catalogue, told line by line: every test says what matters to it and nothing else.
#![allow(dead_code, reason = "each test binary uses its own part")]

use skillstead::catalog::{Catalog, CatalogBuilder, Source};
use skillstead::domain::{
    Activity, Answer, Breadth, Command, Family, Flags, Gate, GateKind, Kind, Level, Need, Prerequisite, Profile,
    Relation, Requirement, Role, Skill, SkillGroup, SkillIx, Text, Weight, Workspace,
};

/// A level from a number of rungs: 2.9 is twenty-nine tenths.
pub fn level(rungs: f64) -> Level {
    Level::try_from((rungs * 10.0).round() as u8).expect("a level from 0 to 5")
}

/// The lists of a catalogue in the making.
#[derive(Default)]
pub struct Town(CatalogBuilder);

impl Town {
    /// A catalogue with one family and nothing in it.
    pub fn new() -> Self {
        Self(CatalogBuilder {
            source: Source { key: "town".into(), ..Source::default() },
            families: vec![Family { id: "food".into(), name: Text::english("Food") }],
            ..CatalogBuilder::default()
        })
    }

    fn place(&self, id: &str) -> SkillIx {
        SkillIx(self.0.skills.iter().position(|skill| skill.id.as_str() == id).expect("a skill of the town") as u32)
    }

    /// With a skill in a group of its own, so that nothing stands in for it.
    pub fn skill(self, id: &str) -> Self {
        let group = format!("group-{id}");
        self.skill_in(id, &group)
    }

    /// With a skill in a group, which is made where it is not there.
    pub fn skill_in(mut self, id: &str, group: &str) -> Self {
        let known = self.0.groups.iter().position(|known| known.id.as_str() == group);
        let group = known.unwrap_or_else(|| {
            self.0.groups.push(SkillGroup { id: group.into(), name: Text::english(group) });
            self.0.groups.len() - 1
        }) as u16;
        self.0.skills.push(Skill {
            id: id.into(),
            group,
            name: Text::english(id),
            about: Text::default(),
            levels: Vec::new(),
            breadth: Breadth::Skill,
            flags: Flags::default(),
            also: Vec::new(),
            trainable: true,
            related: Vec::new(),
            prerequisites: Vec::new(),
        });
        self
    }

    /// With the last skill changed.
    pub fn with(mut self, change: impl FnOnce(&mut Skill)) -> Self {
        change(self.0.skills.last_mut().expect("a skill to change"));
        self
    }

    /// With `helper` a head start of `strength` on `skill`.
    pub fn related(mut self, skill: &str, helper: &str, strength: f32) -> Self {
        let (place, helper) = (self.place(skill).at(), self.place(helper));
        self.0.skills[place].related.push(Relation { skill: helper, strength });
        self
    }

    /// With `first` needed at `at_least` before `to` of `skill` can be begun.
    pub fn before(mut self, skill: &str, to: f64, first: &str, at_least: f64) -> Self {
        let (place, first) = (self.place(skill).at(), self.place(first));
        let first = Prerequisite { level: level(to), skill: first, at_least: level(at_least) };
        self.0.skills[place].prerequisites.push(first);
        self
    }

    /// With a role: skill, level, weight and need of each requirement.
    pub fn role(mut self, id: &str, asked: &[(&str, f64, f64, Need)]) -> Self {
        let mut requirements: Vec<Requirement> = asked
            .iter()
            .map(|(skill, asked, weight, need)| Requirement {
                skill: self.place(skill),
                level: level(*asked),
                weight: Weight::new(*weight),
                need: *need,
            })
            .collect();
        requirements.sort_by_key(|asked| asked.skill);
        self.0.roles.push(Role {
            id: id.into(),
            family: 0,
            name: Text::english(id),
            about: Text::default(),
            zone: None,
            onet_code: None,
            isco_code: None,
            also: Vec::new(),
            tasks: Vec::new(),
            requirements,
            estimated_from: Vec::new(),
            profile: Profile::default(),
        });
        self
    }

    /// With gates of these names before the last role.
    pub fn gates(mut self, names: &[&str]) -> Self {
        let gate = |name: &&str| Gate { id: (*name).into(), kind: GateKind::Licence, name: Text::english(name) };
        self.0.roles.last_mut().expect("a role").profile.gates = names.iter().map(gate).collect();
        self
    }

    /// With other titles for the last role.
    pub fn also(mut self, titles: &[&str]) -> Self {
        self.0.roles.last_mut().expect("a role").also = titles.iter().map(|title| Text::english(title)).collect();
        self
    }

    /// With an activity, from a level to a level, of so many hours in all and at most so many in a week.
    pub fn activity(mut self, id: &str, skill: &str, levels: [f64; 2], hours: u16, weekly: u8, cost: u32) -> Self {
        self.0.activities.push(Activity {
            id: id.into(),
            skill: self.place(skill),
            from: level(levels[0]),
            to: level(levels[1]),
            kind: Kind::Course,
            hours,
            weekly,
            cost,
            name: Text::english(id),
        });
        self
    }

    pub fn build(self) -> Catalog {
        self.0.build()
    }
}

/// Two roles, `baker` and `miller`, that ask for 120 skills each, as an O*NET occupation does.
pub fn large() -> Catalog {
    wide(&["baker", "miller"])
}

/// Roles that ask for 120 skills each.
pub fn wide(roles: &[&str]) -> Catalog {
    let ids: Vec<String> = (0..120).map(|at| format!("skill-{at}")).collect();
    let mut town = Town::new();
    for (id, at) in ids.iter().zip(0..) {
        town = town.skill_in(id, &format!("group-{}", at % 10));
    }
    for (role, seed) in roles.iter().zip(1u32..) {
        let asked = ids.iter().zip(0..).map(|(id, at)| {
            let asked = f64::from((at * 7 + seed * 13) % 51) / 10.0;
            let need = if at % 9 == 0 { Need::Must } else { Need::Nice };
            (id.as_str(), asked, f64::from((at * 3 + seed) % 5 + 1), need)
        });
        town = town.role(role, &asked.collect::<Vec<_>>());
    }
    town.build()
}

/// Somebody who is in `current`, wants `target`, and has rated these skills; `None` is "not applicable".
pub fn person(current: &str, target: &str, rated: &[(&str, Option<f64>)]) -> Workspace {
    let choose = Command::ChooseWay { current: current.into(), target: Some(target.into()) };
    rated.iter().fold(applied(Workspace::default(), choose), |workspace, (skill, at)| {
        let answer = Some(at.map_or(Answer::NotApplicable, |at| Answer::At(level(at))));
        applied(workspace, Command::Rate { skill: (*skill).into(), answer, on: day("2026-11-23") })
    })
}

/// The workspace after a command that is allowed.
pub fn applied(workspace: Workspace, command: Command) -> Workspace {
    workspace.apply(command).expect("a command that is allowed").unwrap_or(workspace)
}

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// A document with so many answers.
pub fn answered(n: usize) -> Workspace {
    (0..n).fold(Workspace::default(), |workspace, nth| {
        let answer = Some(Answer::At(level(f64::from((nth % 6) as u32))));
        applied(workspace, Command::Rate { skill: format!("skill-{nth}").into(), answer, on: day("2026-11-23") })
    })
}
