//! Bytes of unknown origin, given to whatever reads our own: nothing may panic, and what is read is read again the same.

use skillstead::domain::{
    Answer, Arrangement, Command, Completion, Horizon, Level, Mix, Overrule, Timing, Verdict, Workspace,
};
use skillstead::store::lock::{Bytes, Header, Kdf, Kek, Key, is_locked};
use skillstead::store::{open, read_choices, read_own, read_record, seal, write_choices, write_own, write_record};

fn survives(workspace: &Workspace) {
    let again = open(&seal(workspace, 3)).expect("a document");
    assert_eq!(&again.workspace, workspace);
}

/// A text in the place of a document.
pub fn envelope(bytes: &[u8]) {
    if let Ok(opened) = open(&String::from_utf8_lossy(bytes)) {
        survives(&opened.workspace);
    }
}

/// A text of a schema, with the checksum that belongs to it.
pub fn sealed_as(schema: u32, document: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(format!("{schema} 4 {document}"));
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{{\"skillstead\":{schema},\"generation\":4,\"sha256\":\"{sha256}\",\"document\":{document}}}")
}

/// What is inside, its checksum right: as it is now.
pub fn json(bytes: &[u8]) {
    envelope(sealed_as(1, &String::from_utf8_lossy(bytes)).as_bytes());
}

/// The same, as any schema that there was or may be; and as what a person has made of the catalogue, has noted, or
/// shows in their passport, which have forms of their own.
pub fn migration(bytes: &[u8]) {
    let Some((schema, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    envelope(sealed_as(u32::from(schema % 4), &text).as_bytes());
    if let Ok(own) = read_own(&text) {
        assert_eq!(read_own(&write_own(&own)), Ok(own));
    }
    if let Ok(record) = read_record(&text) {
        assert_eq!(read_record(&write_record(&record)), Ok(record));
    }
    if let Ok(choices) = read_choices(&text) {
        assert_eq!(read_choices(&write_choices(&choices)), Ok(choices));
    }
}

fn lots(place: &mut [u8]) -> bool {
    place.fill(5);
    true
}

/// A closed text: its header is read, and neither a key in hand nor one from the header is fooled.
pub fn header(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let kek = Kek::from([3; 32]);
    if let Ok(header) = Header::of(&text) {
        assert!(is_locked(&text), "what has a header is closed");
        assert!(header.argon2id.check().is_ok());
        assert!(Key::of(&header, &kek, lots).is_err(), "a key that nobody has made");
    }
    if let Ok(key) = Key::new(Kdf::USUAL, Bytes([7; 16]), &kek, lots) {
        assert!(key.open(&text).is_err(), "a text that nobody has closed");
    }
}

/// Commands in any order with anything in them: a document is always one that can be kept.
pub fn commands(bytes: &[u8]) {
    let mut bytes = bytes.iter().copied();
    let mut workspace = Workspace::default();
    while let Some(which) = bytes.next() {
        let mut next = || bytes.next().unwrap_or(0);
        let command = command(which, &mut next, &workspace);
        if let Ok(Some(changed)) = workspace.apply(command) {
            assert_ne!(changed, workspace, "a change that changes nothing");
            workspace = changed;
        }
    }
    survives(&workspace);
}

fn command(which: u8, next: &mut dyn FnMut() -> u8, workspace: &Workspace) -> Command {
    const NAMES: [&str; 6] = ["baker", "miller", "", "\"é\" 🥖", "a\u{0}b", "constructor"];
    let name = |byte: u8| NAMES[usize::from(byte) % NAMES.len()];
    let day = |byte: u8| {
        let days = i32::from(byte) * 9_000 - 1_000_000;
        chrono::NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default()
    };
    let level = |byte: u8| Level::try_from(byte % 51).expect("within 5");
    let some = |byte: u8| byte.is_multiple_of(2);
    match which % 13 {
        0 => Command::ChooseWay {
            current: name(next()).into(),
            target: Some(next()).filter(|byte| some(*byte)).map(|byte| name(byte).into()),
        },
        1 | 2 => {
            let answer = match next() {
                byte if byte > 250 => None,
                byte if byte > 240 => Some(Answer::NotApplicable),
                byte => Some(Answer::At(level(byte))),
            };
            Command::Rate { skill: name(next()).into(), answer, on: day(next()) }
        }
        3 => Command::AnswerGate(name(next()).into(), [None, Some(true), Some(false)][usize::from(next() % 3)]),
        4 => Command::SetHorizon(Horizon {
            hours_per_week: next(),
            start: Some(next()).filter(|byte| some(*byte)).map(day),
            deadline: Some(next()).filter(|byte| some(*byte)).map(day),
            budget: Some(u32::from(next()) << 24),
        }),
        5 => Command::Arrange(Box::new(Arrangement {
            weeks: [(day(next()), next())].into(),
            pins: [(name(next()).into(), Some(day(next())))].into(),
            declined: [name(next()).into()].into(),
            splits: [(name(next()).into(), u16::from(next()))].into(),
            timings: [(name(next()).into(), Timing { from: Some(day(next())), ..Timing::default() })].into(),
            also: [name(next()).into()].into(),
            mix: Mix::of(next(), next()),
            ..workspace.arrangement.clone()
        })),
        6 => Command::Complete(
            name(next()).into(),
            Completion {
                skill: name(next()).into(),
                to: level(next()),
                hours: u16::from(next()) << 8,
                on: day(next()),
                evidence: name(next()).into(),
            },
        ),
        7 => Command::Reopen(name(next()).into()),
        8 => {
            let verdict = Some(Verdict::Reskill).filter(|_| some(next()));
            Command::Overrule(name(next()).into(), Overrule { verdict, reason: name(next()).into(), on: day(next()) })
        }
        9 => {
            let numbers = [None, Some(f64::NAN), Some(f64::INFINITY), Some(-0.0), Some(0.1 + 0.2), Some(1e300)];
            Command::SetConstant(name(next()).into(), numbers[usize::from(next() % 6)])
        }
        10 => Command::Mention([(name(next()).into(), name(next()).into())].into()),
        11 => Command::Replace(Box::new(Workspace { target: Some(name(next()).into()), ..workspace.clone() })),
        _ => Command::Follow(workspace.horizon, Box::default()),
    }
}
