//! The skills passport: what is shown, out and in again without a loss, files of others as proposals, and hostile ones.

#[path = "support/town.rs"]
mod town;

use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::NaiveDate;
use proptest::prelude::*;
use skillstead::catalog::Catalog;
use skillstead::domain::{
    Answer, Command, Entry, Evidence, EvidenceKind, Identity, Language, Level, Note, PassportChoices, Record,
    SkillChoice, Text, Workspace,
};
use skillstead::exchange::limits;
use skillstead::exchange::message::{decode, encode};
use skillstead::exchange::passport::{
    Algorithm, Extent, Form, How, Labels, Passport, PassportError, ProfileFile, Proof, Proposal, Reading,
    ShownEvidence, ShownSkill, Signed, Unverifiable, read_passport, read_profile, take, write_json_resume,
    write_markdown, write_profile,
};
use skillstead::exchange::sheets::message::Reply;
use town::{Town, applied, day, level};

fn bakery() -> Catalog {
    let called = |en: &'static str, es: &'static str| {
        move |skill: &mut skillstead::domain::Skill| skill.name = Text::new(en, es)
    };
    Town::new()
        .skill("oven")
        .with(called("Oven care", "Cuidado del horno"))
        .skill("till")
        .with(called("Till", "Caja"))
        .with(|skill| skill.also = vec![Text::new("cash desk", "")])
        .skill("statistics")
        .with(called("Statistics", "Estadística"))
        .build()
}

fn evidence(skill: &str, what: &str) -> Note {
    let (kind, dated) = (EvidenceKind::Certificate, day("2025-03-01"));
    Note::Shown(Evidence {
        skill: skill.into(),
        kind,
        what: what.into(),
        dated,
        expires: None,
        level: Some(level(3.0)),
    })
}

fn record(notes: impl IntoIterator<Item = Note>) -> Record {
    Record { entries: notes.into_iter().map(|note| Entry { on: day("2026-11-20"), note }).collect() }
}

/// Somebody with two levels of one skill, one of another, and one that has no place in their work.
fn baker() -> Workspace {
    let answers = [
        ("oven", Answer::At(level(2.0)), "2025-01-01"),
        ("oven", Answer::At(level(3.5)), "2026-05-01"),
        ("till", Answer::At(level(1.0)), "2026-05-01"),
        ("statistics", Answer::NotApplicable, "2026-05-01"),
    ];
    answers.into_iter().fold(Workspace::default(), |workspace, (skill, answer, on)| {
        applied(workspace, Command::Rate { skill: skill.into(), answer: Some(answer), on: day(on) })
    })
}

fn all_of_oven() -> PassportChoices {
    let choice = SkillChoice { evidence: [0, 1, 2].into(), history: true, ..SkillChoice::default() };
    PassportChoices { skills: [("oven".into(), choice)].into(), ..PassportChoices::default() }
}

#[test]
fn by_itself_a_passport_shows_levels_and_nothing_else() {
    let catalog = bakery();
    let notes = record([evidence("oven", "Master's letter")]);
    let passport = Passport::of(&baker(), &notes, &PassportChoices::default(), &[&catalog], Language::Es);
    assert_eq!((passport.identity, &*passport.headline), (Identity::Nobody, ""));
    let shown: Vec<_> = passport.skills.iter().map(|skill| (&*skill.name, skill.level)).collect();
    let on = day("2026-05-01");
    assert_eq!(shown, [("Caja", Some((level(1.0), on))), ("Cuidado del horno", Some((level(3.5), on)))]);
    assert!(passport.skills.iter().all(|skill| skill.evidence.is_empty() && skill.history.is_empty()));
}

#[test]
fn what_was_chosen_is_shown_and_nothing_that_was_withdrawn_or_is_anothers() {
    let notes =
        [evidence("oven", "Master's letter"), evidence("till", "Thanks"), evidence("oven", "Old"), Note::Withdrawn(2)];
    let hidden = SkillChoice { shown: false, ..SkillChoice::default() };
    let choices = all_of_oven().with("till".into(), hidden, true);
    let passport = Passport::of(&baker(), &record(notes.clone()), &choices, &[], Language::En);
    assert_eq!(passport.skills.len(), 1);
    let oven = &passport.skills[0];
    assert_eq!(&*oven.name, "oven", "its id where no catalogue has it");
    assert_eq!(oven.evidence.iter().map(|shown| &*shown.what).collect::<Vec<_>>(), ["Master's letter"]);
    assert_eq!(oven.history, [(day("2025-01-01"), level(2.0))]);
    let without_level = SkillChoice { level: false, history: true, ..SkillChoice::default() };
    let choices = PassportChoices::default().with("oven".into(), without_level, true);
    let passport = Passport::of(&baker(), &record(notes), &choices, &[], Language::En);
    let oven = passport.skills.iter().find(|skill| skill.id.as_str() == "oven").expect("a skill");
    assert!(oven.level.is_none() && oven.history.is_empty(), "no history without the level");
}

#[test]
fn a_choice_that_is_the_usual_one_is_not_kept() {
    let choices = all_of_oven().with("oven".into(), SkillChoice::default(), true);
    assert_eq!(choices, PassportChoices::default());
    let unrated = PassportChoices::default().with("new".into(), SkillChoice::default(), false);
    assert_eq!(Passport::of(&baker(), &Record::default(), &unrated, &[], Language::En).skills.len(), 3);
}

// ---- round trips

prop_compose! {
    fn days()(days in 0i32..4_000_000) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(days - 300_000).expect("a day")
    }
}

fn levels() -> impl Strategy<Value = Level> {
    (0u8..=50).prop_map(|tenths| Level::try_from(tenths).expect("a level"))
}

fn words() -> impl Strategy<Value = Box<str>> {
    let plain = "\\PC{0,12}".prop_map(Into::into);
    let marks = "[\\x00-\\x7f\u{e9}\u{1f956}]{0,12}".prop_map(Into::into);
    let address = "https?://[a-z]{1,5}[.:][a-z0-9]{1,4}[/a-z%#?é]{0,8}".prop_map(Into::into);
    prop_oneof![plain, marks, address]
}

prop_compose! {
    fn shown_evidence()(
        dated in days(), kind in 0usize..7, what in words(), expires in prop::option::of(days()), level in prop::option::of(levels())
    ) -> ShownEvidence {
        ShownEvidence { dated, kind: EvidenceKind::ALL[kind], what, expires, level }
    }
}

prop_compose! {
    fn passports()(
        identity in prop_oneof![Just(Identity::Nobody), words().prop_map(Identity::Code), words().prop_map(Identity::Name)],
        headline in words(),
        skills in prop::collection::btree_map(
            words(),
            (
                words(),
                prop::option::of((levels(), days())),
                prop::collection::vec(shown_evidence(), 0..4),
                prop::collection::vec((days(), levels()), 0..3),
            ),
            0..5,
        ),
    ) -> Passport {
        let skills = skills.into_iter().map(|(id, (name, level, mut evidence, history))| {
            evidence.sort();
            ShownSkill { id: (&*id).into(), name, level, evidence, history }
        });
        Passport { identity, headline, skills: skills.collect() }
    }
}

/// What the schema of the format says of a text; none where the schema is not there.
fn validator() -> Option<impl Fn(&str) -> Result<(), String>> {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/node_modules/@jsonresume/schema/schema.json");
    let Ok(schema) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no schema of JSON Resume, which the end-to-end tests bring along");
        return None;
    };
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("resume.json", serde_json::from_str(&schema).expect("JSON")).expect("a resource");
    let index = compiler.compile("resume.json", &mut schemas).expect("a schema");
    Some(move |text: &str| {
        let resume = serde_json::from_str(text).expect("JSON");
        schemas.validate(&resume, index).map_err(|error| error.to_string())
    })
}

/// How often each law is tried: the usual count in every run.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { ProptestConfig { cases: 10_000, ..usual } } else { usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_profile_file_is_read_as_it_was_written(passport in passports(), purpose in words(), recipient in words(), made in days()) {
        let file = ProfileFile { purpose, recipient, made, passport };
        let text = write_profile(&file);
        prop_assert_eq!(read_profile(&text), Ok(file));
        prop_assert_eq!(read_profile(&text[..text.len() - 1]), Err(PassportError::Unknown));
    }

    #[test]
    fn a_json_resume_of_ours_is_read_without_a_loss(passport in passports()) {
        let (resume, profile) = (write_json_resume(&passport), write_profile(&ProfileFile { passport, ..ProfileFile::default() }));
        let catalog = Catalog::default();
        let [resume, profile] = [resume, profile].map(|text| read_passport(text.as_bytes(), &catalog).expect("a passport"));
        let as_read = |proposal: &Proposal| Proposal { from: Form::Profile, ..proposal.clone() };
        prop_assert_eq!(resume.proposals.iter().map(as_read).collect::<Vec<_>>(), profile.proposals);
    }

    #[test]
    fn what_a_worker_says_arrives(passport in passports()) {
        let text = write_json_resume(&passport);
        let reply = Reply::Passport(read_passport(text.as_bytes(), &bakery()));
        prop_assert_eq!(decode(&encode(&reply)), Some(reply));
    }

    #[test]
    fn a_passport_can_be_taken_over_into_an_empty_document(passport in passports()) {
        let text = write_profile(&ProfileFile { passport, ..ProfileFile::default() });
        let proposals = read_passport(text.as_bytes(), &Catalog::default()).expect("a profile").proposals;
        let confirmed: Vec<_> = proposals.into_iter().map(|proposal| (proposal, "oven".into())).collect();
        let today = day("2026-11-29");
        let taken = take(&confirmed, &Workspace::default(), &Record::default(), today);
        let is_by_today = |command: &Command| matches!(command, Command::Rate { on, .. } if *on <= today);
        prop_assert!(taken.commands.iter().all(is_by_today));
        let again = take(&confirmed, &Workspace::default(), &Record { entries: taken.entries }, today);
        prop_assert_eq!(again.entries, [], "nothing is shown twice");
    }
}

#[test]
fn a_json_resume_keeps_to_the_schema() {
    let Some(check) = validator() else { return };
    check(r#"{ "certificates": [{ "url": "an address" }] }"#).expect_err("a check that checks");
    let cases = config().cases;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases, ..ProptestConfig::default() });
    let kept = runner.run(&passports(), |passport| {
        prop_assert_eq!(check(&write_json_resume(&passport)), Ok(()));
        Ok(())
    });
    kept.expect("resumes that keep to the schema");
}

#[test]
fn a_profile_takes_no_more_along_than_was_said() {
    let notes = record([evidence("oven", "Master's letter")]);
    let passport = Passport::of(&baker(), &notes, &all_of_oven(), &[], Language::En);
    let levels = passport.within(&Extent { skills: Some(["oven".into()].into()), ..Extent::default() });
    assert_eq!(levels.skills.len(), 1);
    assert!(
        levels.skills[0].evidence.is_empty() && levels.skills[0].history.is_empty() && levels.skills[0].level.is_some()
    );
    assert_eq!(passport.within(&Extent { skills: None, evidence: true, history: true }), passport);
}

#[test]
fn a_profile_that_was_changed_is_refused() {
    let text = write_profile(&ProfileFile { purpose: "Staffing".into(), ..ProfileFile::default() });
    assert_eq!(read_profile(&text.replace("Staffing", "Ranking")), Err(PassportError::Damaged));
    assert_eq!(
        read_profile(&text.replace("\"skillstead_profile\":1", "\"skillstead_profile\":2")),
        Err(PassportError::Damaged)
    );
    assert_eq!(
        read_profile(&text.replace("{\"skillstead_profile\"", "{\"more\":1,\"skillstead_profile\"")),
        Err(PassportError::Unknown)
    );
}

#[test]
fn a_passport_as_text_stays_what_it_is() {
    let notes = record([evidence("oven", "<b>Letter</b>\n# 1")]);
    let passport = Passport::of(&baker(), &notes, &all_of_oven(), &[&bakery()], Language::En);
    let labels = Labels { title: "Skills", of: "of", until: "until", before: "before", kind: EvidenceKind::word };
    let text = write_markdown(&passport, &labels);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[2], "- **Oven care**: 3.5 of 5 (2026-05-01)");
    assert_eq!(lines[3], "  - before: 2 (2025-01-01)");
    assert_eq!(lines[4], "  - certificate: \\<b\\>Letter\\</b\\> \\# 1 (2025-03-01)");
}

// ---- files of others

/// What a file proposes: name, skill and how it was found, level, kind of evidence.
type Seen<'a> = (&'a str, Option<(&'a str, How)>, Option<f64>, Option<EvidenceKind>);

fn seen(reading: &Reading) -> Vec<Seen<'_>> {
    reading
        .proposals
        .iter()
        .map(|proposal| {
            let matched = proposal.matched.as_ref().map(|matched| (matched.skill.as_str(), matched.how));
            let kind = proposal.evidence.as_ref().map(|proof| proof.kind);
            (&*proposal.name, matched, proposal.level.map(Level::value), kind)
        })
        .collect()
}

#[track_caller]
fn check(text: &str, form: Form, wanted: &[Seen<'_>]) -> Reading {
    let reading = read_passport(text.as_bytes(), &bakery()).expect("a file that is read");
    assert_eq!(reading.form, form);
    assert_eq!(seen(&reading), wanted);
    reading
}

#[test]
fn a_json_resume_of_anybody_proposes_what_it_says() {
    let text = r#"{
        "basics": { "name": "Ana", "email": "ana@example.org" },
        "skills": [{ "name": "Oven care", "level": "Master", "keywords": ["cash desk", "sourdough"] }],
        "languages": [{ "language": "English", "fluency": "Native speaker" }],
        "certificates": [{ "name": "Statistics for bakers", "issuer": "Guild", "date": "2024-05", "url": "https://example.org/a" }],
        "work": [{ "name": "Bakery", "position": "Baker", "endDate": "2023-01-31", "summary": "Baked." }],
        "awards": [{ "title": "Best loaf" }, { "summary": "no title" }],
        "projects": 7
    }"#;
    let reading = check(
        text,
        Form::JsonResume,
        &[
            ("Oven care", Some(("oven", How::Exact)), Some(4.0), None),
            ("cash desk", Some(("till", How::Alias)), None, None),
            ("sourdough", None, None, None),
            ("Statistics for bakers", Some(("statistics", How::Near)), None, Some(EvidenceKind::Certificate)),
            ("Best loaf", None, None, Some(EvidenceKind::Recognition)),
            ("Baker", None, None, Some(EvidenceKind::Work)),
            ("English", None, Some(5.0), None),
        ],
    );
    let paper = &reading.proposals[3];
    let proof = Proof {
        kind: EvidenceKind::Certificate,
        what: "Statistics for bakers (Guild)".into(),
        dated: Some(day("2024-05-01")),
        expires: None,
        level: None,
    };
    assert_eq!((paper.evidence.as_ref(), paper.link.as_deref()), (Some(&proof), Some("https://example.org/a")));
    assert_eq!(&*reading.proposals[5].detail, "Baked.");
}

#[test]
fn europass_of_today_proposes_what_shows_a_skill() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?>
    <Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0">
      <CandidatePerson><PersonName><oa:GivenName>Ana</oa:GivenName></PersonName></CandidatePerson>
      <CandidateProfile languageCode="en">
        <EmploymentHistory><EmployerHistory><hr:OrganizationName>Bakery &amp; Co</hr:OrganizationName>
          <PositionHistory><PositionTitle>Baker</PositionTitle>
            <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2020-01</hr:FormattedDateTime></eures:StartDate>
              <hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
            <oa:Description>&lt;p&gt;Oven &amp;amp; till&lt;/p&gt;</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>
        <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Guild school</hr:OrganizationName>
          <AttendancePeriod><EndDate><hr:FormattedDateTime>2019-06-30</hr:FormattedDateTime></EndDate></AttendancePeriod>
          <EducationDegree><hr:DegreeName>Diploma of oven care</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
        <Certifications><Certification><hr:CertificationName>Food safety</hr:CertificationName><hr:IssuingAuthority>Town</hr:IssuingAuthority>
          <hr:CertificationDate><hr:FormattedDateTime>2018</hr:FormattedDateTime></hr:CertificationDate></Certification></Certifications>
        <PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">spa</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
          <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode>
            <eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
          <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Reading</hr:CompetencyDimensionTypeCode>
            <eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency></PersonQualifications>
        <Skills><PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName><![CDATA[Statistics]]></hr:CompetencyName></PersonCompetency></Skills>
      </CandidateProfile>
    </Candidate>"#;
    let reading = check(
        text,
        Form::Europass,
        &[
            ("Baker", None, None, Some(EvidenceKind::Work)),
            ("Diploma of oven care", Some(("oven", How::Near)), None, Some(EvidenceKind::Course)),
            ("Food safety", None, None, Some(EvidenceKind::Certificate)),
            ("spa", None, Some(3.0), None),
            ("Statistics", Some(("statistics", How::Exact)), None, None),
        ],
    );
    let work = reading.proposals[0].evidence.as_ref().expect("evidence");
    assert_eq!((&*work.what, work.dated), ("Baker (Bakery & Co)", Some(day("2020-01-01"))));
    assert_eq!(&*reading.proposals[0].detail, "Oven & till");
    let paper = reading.proposals[2].evidence.as_ref().expect("evidence");
    assert_eq!((&*paper.what, paper.dated), ("Food safety (Town)", Some(day("2018-01-01"))));
    assert_eq!(reading.signed, Signed::Not);
}

#[test]
fn europass_until_2020_proposes_what_shows_a_skill() {
    let text = r#"<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en"><LearnerInfo>
      <WorkExperienceList><WorkExperience><Period><From year="2010" month="--03" day="---15"/><Current>true</Current></Period>
        <Position><Label>Baker</Label></Position><Employer><Name>Mill</Name></Employer></WorkExperience></WorkExperienceList>
      <EducationList><Education><Period><To year="2009"/></Period><Title>Apprenticeship</Title></Education></EducationList>
      <Skills><Linguistic><ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description>
          <ProficiencyLevel><Listening>C1</Listening><Writing>B1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
        <JobRelated><Description>&lt;ul&gt;&lt;li&gt;Oven care&lt;/li&gt;&lt;li&gt;Caja&lt;/li&gt;&lt;/ul&gt;</Description></JobRelated></Skills>
      <AchievementList><Achievement><Title><Code>certifications</Code><Label>Certifications</Label></Title>
        <Description>&lt;p&gt;Hygiene&lt;/p&gt;</Description></Achievement></AchievementList>
    </LearnerInfo></SkillsPassport>"#;
    let reading = check(
        text,
        Form::Europass,
        &[
            ("Baker", None, None, Some(EvidenceKind::Work)),
            ("Apprenticeship", None, None, Some(EvidenceKind::Course)),
            ("Hygiene", None, None, Some(EvidenceKind::Certificate)),
            ("English", None, Some(2.0), None),
            ("Oven care", Some(("oven", How::Exact)), None, None),
            ("Caja", Some(("till", How::Exact)), None, None),
        ],
    );
    let dated = |at: usize| reading.proposals[at].evidence.as_ref().and_then(|proof| proof.dated);
    assert_eq!((dated(0), dated(1)), (Some(day("2010-03-15")), Some(day("2009-01-01"))));
}

const BADGE: &str = r#"{
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": { "id": "https://guild.example", "type": ["Profile"], "name": "Guild" },
    "validFrom": "2025-01-15T00:00:00Z", "validUntil": "2027-01-15T00:00:00Z",
    "credentialSubject": { "type": ["AchievementSubject"], "achievement": {
        "id": "https://guild.example/oven", "type": ["Achievement"], "name": "Oven badge",
        "criteria": { "narrative": "Bakes ten loaves." },
        "alignment": [{ "type": ["Alignment"], "targetName": "Oven care", "targetUrl": "https://guild.example/skills/1" }, { "targetName": "Kneading" }]
    } }
}"#;

fn token(header: &str, payload: &str) -> String {
    [header.as_bytes(), payload.as_bytes(), &[7; 64]].map(Base64UrlUnpadded::encode_string).join(".")
}

#[test]
fn a_badge_is_evidence_for_what_it_is_aligned_with() {
    let kind = Some(EvidenceKind::Certificate);
    let wanted: [Seen<'_>; 2] = [("Oven care", Some(("oven", How::Exact)), None, kind), ("Kneading", None, None, kind)];
    let reading = check(BADGE, Form::OpenBadge, &wanted);
    let badge = &reading.proposals[0];
    let proof = badge.evidence.as_ref().expect("evidence");
    assert_eq!((&*proof.what, &*badge.detail), ("Oven badge (Guild)", "Bakes ten loaves."));
    assert_eq!((proof.dated, proof.expires), (Some(day("2025-01-15")), Some(day("2027-01-15"))));
    assert_eq!((badge.link.as_deref(), reading.signed), (Some("https://guild.example/oven"), Signed::Not));
    let sealed = BADGE.replacen('{', "{ \"proof\": { \"type\": \"DataIntegrityProof\" },", 1);
    assert_eq!(check(&sealed, Form::OpenBadge, &wanted).signed, Signed::CannotBeChecked(Unverifiable::Proof));
    let older = format!("{{\"vc\": {BADGE}, \"nbf\": 0}}");
    assert_eq!(check(&older, Form::OpenBadge, &wanted).signed, Signed::Not);
}

#[test]
fn a_badge_of_the_second_version_is_read_where_it_is_whole() {
    let text = r#"{ "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "issuedOn": "2016-12-31T23:59:59+00:00",
        "badge": { "type": "BadgeClass", "name": "Statistics", "issuer": { "name": "School" }, "criteria": "https://school.example/c" } }"#;
    let kind = Some(EvidenceKind::Certificate);
    let reading = check(text, Form::OpenBadge, &[("Statistics", Some(("statistics", How::Exact)), None, kind)]);
    assert_eq!(reading.proposals[0].link.as_deref(), Some("https://school.example/c"));
    let hosted = r#"{ "type": "Assertion", "badge": "https://school.example/badge/5" }"#;
    check(hosted, Form::OpenBadge, &[("https://school.example/badge/5", None, None, kind)]);
    refuse(br#"{ "type": "Assertion", "badge": { "type": "BadgeClass" } }"#, &PassportError::Broken(Form::OpenBadge));
}

#[test]
fn a_signed_badge_comes_with_what_the_browser_needs_to_check_it() {
    let signed = |header: &str| read_passport(token(header, BADGE).as_bytes(), &bakery()).expect("a badge").signed;
    let keys = [
        ("RS256", Algorithm::Rs256, r#"{"kty":"RSA","n":"AQAB","e":"AQAB","d":"secret"}"#),
        ("ES256", Algorithm::Es256, r#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"secret"}"#),
        ("EdDSA", Algorithm::EdDsa, r#"{"kty":"OKP","crv":"Ed25519","x":"AA","key_ops":["sign"]}"#),
    ];
    for (name, algorithm, key) in keys {
        let header = format!(r#"{{"alg":"{name}","typ":"JWT","jwk":{key}}}"#);
        let Signed::ToCheck(found) = signed(&header) else { panic!("{name} is not to be checked") };
        assert_eq!((found.algorithm, &found.signature[..]), (algorithm, &[7; 64][..]));
        assert_eq!(found.signed, token(&header, BADGE).rsplit_once('.').expect("three parts").0.as_bytes());
        assert!(!found.key.contains("secret") && !found.key.contains("key_ops") && found.key.contains("kty"));
    }
    assert_eq!(signed(r#"{"alg":"none"}"#), Signed::CannotBeChecked(Unverifiable::Algorithm));
    assert_eq!(
        signed(r#"{"alg":"ES256","kid":"https://guild.example/key"}"#),
        Signed::CannotBeChecked(Unverifiable::Key)
    );
    assert_eq!(
        signed(r#"{"alg":"RS256","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}"#),
        Signed::CannotBeChecked(Unverifiable::Key)
    );
}

/// The samples that a fuzzer begins with, by name.
fn samples() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds/passport");
    let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let sample = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).expect("a text"))
    };
    let mut samples: Vec<_> = paths.map(sample).collect();
    samples.sort();
    samples
}

#[test]
fn every_sample_is_read_and_names_a_skill() {
    for (name, text) in samples() {
        let reading = read_passport(text.as_bytes(), &bakery()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let is_statistics = |found: &skillstead::exchange::passport::Matched| found.skill.as_str() == "statistics";
        assert!(reading.proposals.iter().any(|found| found.matched.as_ref().is_some_and(is_statistics)), "{name}");
        let signed =
            |algorithm| matches!(&reading.signed, Signed::ToCheck(signature) if signature.algorithm == algorithm);
        match name.as_str() {
            "badge-rs256" => assert!(signed(Algorithm::Rs256)),
            "badge-es256" => assert!(signed(Algorithm::Es256)),
            "badge-eddsa" => assert!(signed(Algorithm::EdDsa)),
            _ => assert_eq!(reading.signed, Signed::Not, "{name}"),
        }
    }
    let (_, profile) = samples().into_iter().find(|(name, _)| name == "profile").expect("a profile");
    let read = read_profile(&profile).expect("version 1 is read for ever");
    assert_eq!(write_profile(&read), profile, "and written as it was: a change of form needs a new version");
}

#[test]
fn what_was_confirmed_is_added_once() {
    let resume = r#"{ "skills": [{ "name": "Statistics", "level": "80 %" }, { "name": "Till", "level": "5 of 5" }],
        "certificates": [{ "name": "Letter", "date": "2025-03-01" }, { "name": "Letter", "date": "2025-03-01" }] }"#;
    let proposals = read_passport(resume.as_bytes(), &bakery()).expect("a resume").proposals;
    let confirmed = |skills: [&str; 4]| -> Vec<_> { proposals.iter().cloned().zip(skills.map(Into::into)).collect() };
    let today = day("2026-11-29");
    let taken = take(&confirmed(["statistics", "till", "oven", "oven"]), &baker(), &Record::default(), today);
    let rated =
        |skill: &str, at: f64| Command::Rate { skill: skill.into(), answer: Some(Answer::At(level(at))), on: today };
    assert_eq!(taken.commands, [rated("statistics", 4.0), rated("till", 5.0)]);
    assert_eq!(taken.entries.len(), 1);
    let again = take(
        &confirmed(["statistics", "till", "oven", "oven"]),
        &baker(),
        &record([evidence("oven", "Letter")]),
        today,
    );
    assert_eq!(again.entries, []);
}

#[test]
fn a_new_skill_keeps_its_days_and_a_known_one_gets_an_answer_of_today() {
    let passport = Passport::of(&baker(), &Record::default(), &all_of_oven(), &[], Language::En);
    let text = write_profile(&ProfileFile { passport, ..ProfileFile::default() });
    let proposals = read_passport(text.as_bytes(), &bakery()).expect("a profile").proposals;
    let confirmed: Vec<_> =
        proposals.into_iter().filter(|one| &*one.name == "oven").map(|one| (one, "oven".into())).collect();
    let today = day("2026-11-29");
    let on = |workspace: &Workspace| -> Vec<NaiveDate> {
        let taken = take(&confirmed, workspace, &Record::default(), today);
        let days =
            taken.commands.iter().map(|command| if let Command::Rate { on, .. } = command { *on } else { today });
        days.collect()
    };
    assert_eq!(on(&Workspace::default()), [day("2025-01-01"), day("2026-05-01")]);
    assert_eq!(on(&baker()), [today]);
}

// ---- hostile files

#[track_caller]
fn refuse(bytes: &[u8], error: &PassportError) {
    assert_eq!(
        read_passport(bytes, &bakery()).as_ref(),
        Err(error),
        "{}",
        String::from_utf8_lossy(&bytes[..bytes.len().min(80)])
    );
}

#[test]
fn files_that_mean_harm_are_refused() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Candidate>&b;</Candidate>"#;
    refuse(bomb.as_bytes(), &PassportError::DocumentType);
    refuse(b"<Candidate>&b;</Candidate>", &PassportError::Broken(Form::Europass));
    refuse(r#"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#.as_bytes(), &PassportError::DocumentType);
    refuse("<a>".repeat(100_000).as_bytes(), &PassportError::TooDeep);
    refuse(
        ["<Candidate>", &"<a/>".repeat(limits::PASSPORT_ELEMENTS), "</Candidate>"].concat().as_bytes(),
        &PassportError::TooMany { limit: limits::PASSPORT_ELEMENTS },
    );
    refuse(["{\"skills\":", &"[".repeat(100_000)].concat().as_bytes(), &PassportError::Unknown);
    refuse(
        &vec![b' '; limits::PASSPORT_BYTES as usize + 1],
        &PassportError::TooLarge { limit: limits::PASSPORT_BYTES },
    );
    refuse(b"\xff\xfe<\0a\0", &PassportError::NotText);
    refuse(b"", &PassportError::Unknown);
    refuse(b"{}", &PassportError::Unknown);
    refuse(b"a CV, as plain text", &PassportError::Unknown);
    for token in ["a.b.c", "!!.e30.e30", "e30.e30.e30"] {
        assert!(read_passport(token.as_bytes(), &bakery()).is_err(), "{token}");
    }
    refuse("e30.A.e30".as_bytes(), &PassportError::Broken(Form::OpenBadge));
    refuse(token("{\"alg\":\"ES256\"}", &"[".repeat(1_000)).as_bytes(), &PassportError::Broken(Form::OpenBadge));
    let many = ["{\"skills\":[{\"name\":\"a\",\"keywords\":[\"b\"", &",\"b\"".repeat(1_000_000), "]}]}"].concat();
    refuse(many.as_bytes(), &PassportError::TooMany { limit: limits::PASSPORT_PROPOSALS });
}

#[test]
fn texts_of_any_length_are_cut() {
    let long = "é".repeat(1_000_000);
    let resume = serde_json::json!({ "skills": [{ "name": long, "level": long }] }).to_string();
    let found = read_passport(resume.as_bytes(), &bakery()).expect("a resume").proposals;
    assert_eq!(found[0].name.chars().count(), limits::PASSPORT_LETTERS);
    let xml = format!(
        "<Candidate><CandidateProfile><Project a=\"{long}\"><Title>{long}</Title></Project></CandidateProfile></Candidate>"
    );
    let found = read_passport(xml.as_bytes(), &bakery()).expect("a CV").proposals;
    assert_eq!(found[0].name.chars().count(), limits::PASSPORT_LETTERS);
}

#[test]
fn files_changed_at_random_never_panic() {
    let seeds: Vec<String> = samples().into_iter().map(|(_, text)| text).collect();
    let seed = 9;
    let mut chance = fastrand::Rng::with_seed(seed);
    let n_times = if std::env::var_os("SKILLSTEAD_LONG").is_some() { 1_000_000 } else { 5_000 };
    let catalog = bakery();
    for _ in 0..n_times {
        let mut bytes = seeds[chance.usize(0..seeds.len())].clone().into_bytes();
        for _ in 0..chance.u8(1..5) {
            let at = chance.usize(0..bytes.len());
            match chance.u8(0..3) {
                0 => bytes[at] = b"<>&\"{}[],:.0"[chance.usize(0..12)],
                1 => bytes.truncate(at + 1),
                _ => drop(bytes.drain(at..(at + chance.usize(0..9)).min(bytes.len() - 1).max(at))),
            }
        }
        let _read = read_passport(&bytes, &catalog);
    }
}
