//! Moves that an expert has judged, each with the reason. The engine agrees with all but those marked `Disagrees`, which the
//! page Method explains.

#[path = "support/starter.rs"]
mod starter;
#[path = "support/town.rs"]
mod town;

use Verdict::{LongReskill, Reskill, UpskillMove};
use skillstead::domain::Verdict;
use skillstead::engine::{Policy, SimilarityTable, Standing, VerdictReport, Way, analyse, judge};
use town::person;

/// From, to, the expert's verdict, and why.
const CASES: [(&str, &str, Verdict, &str); 24] = [
    (
        "customer-service-representative",
        "ai-specialist",
        Reskill,
        "chatbot knowledge work keeps the customers' questions and adds a field",
    ),
    (
        "office-assistant",
        "executive-assistant",
        UpskillMove,
        "the same work, remote and for one person, at a higher level",
    ),
    (
        "production-operative",
        "maintenance-technician",
        Reskill,
        "from running machines to repairing them: electrics and mechanics are new",
    ),
    ("registered-nurse", "ward-manager", UpskillMove, "nursing stays, leading is added"),
    ("accountant", "data-analyst", LongReskill, "figures stay, but the craft of data is another"),
    ("customer-service-representative", "customer-service-team-lead", UpskillMove, "the next rung of one ladder"),
    ("accountant", "financial-analyst", UpskillMove, "the same figures, read forwards"),
    ("accountant", "financial-controller", UpskillMove, "the next rung"),
    ("bookkeeper", "accountant", UpskillMove, "the same books, with the judgement"),
    ("junior-software-developer", "software-developer", UpskillMove, "the next rung"),
    ("software-developer", "devops-engineer", UpskillMove, "code stays, operating it is added"),
    ("data-analyst", "reporting-analyst", UpskillMove, "a narrower part of the same work"),
    ("data-analyst", "data-scientist", UpskillMove, "deeper in the same field"),
    ("cook", "head-chef", UpskillMove, "the next rung but one"),
    ("care-assistant", "nursing-assistant", UpskillMove, "the same care, in a hospital"),
    ("electrician", "solar-installer", UpskillMove, "a speciality of the trade"),
    ("primary-teacher", "head-teacher", UpskillMove, "teaching stays, leading is added"),
    ("primary-teacher", "e-learning-designer", Reskill, "didactics stay, the medium and the pupils do not"),
    ("cashier", "web-developer", LongReskill, "nothing but care with detail is shared"),
    ("waiter", "head-chef", Reskill, "the same house, another craft"),
    ("truck-driver", "logistics-coordinator", Reskill, "knows the roads; planning and systems are new"),
    ("bricklayer", "energy-auditor", LongReskill, "knows walls; measuring and advising are new"),
    ("warehouse-worker", "warehouse-supervisor", UpskillMove, "the next rung"),
    ("recruiter", "hr-business-partner", UpskillMove, "a broader part of the same field"),
];

/// Half and more of what these roles ask is new to the person, by the catalogue: leading a shift, or the law and the
/// organisation of work. The engine calls so much new ground a reskilling even in the same house.
const DISAGREES: [(&str, &str); 2] =
    [("warehouse-worker", "warehouse-supervisor"), ("recruiter", "hr-business-partner")];

#[test]
fn the_engine_agrees_with_an_expert() {
    let catalog = starter::starter().expect("the starter catalogue");
    let (table, policy) = (SimilarityTable::of(&catalog), Policy::default());
    let report = |from, to| -> VerdictReport {
        let workspace = person(from, to, &[]);
        let way = Way::find(std::iter::once(&catalog), &workspace).expect("a way");
        let gap = analyse(&way, &Standing::of(&way, &workspace), &policy);
        judge(&way, &gap, way.similarity(&table, &policy), catalog.calibration.cuts, &policy)
    };
    for (from, to, expected, why) in CASES {
        let found = report(from, to);
        if DISAGREES.contains(&(from, to)) {
            assert_eq!(found.verdict, Reskill, "{from} to {to}");
            assert!(found.new_ground >= policy.new_ground_below, "{from} to {to}: {found:?}");
        } else {
            assert_eq!(found.verdict, expected, "{from} to {to}, because {why}: {found:?}");
        }
    }
}
